//! Texts whose keys Rust builds from a prefix and a code. No file of `src/` contains such a key as a whole, so a search finds none
//! that is missing: this list does. Invariant: every prefix in `src/` is listed, and every key has its text.

use std::collections::BTreeSet;

use kinlight::audit::Verb;
use kinlight::i18n::{Audience, Texts};
use kinlight::photos::face_report::{Advice, GoAhead, Reason as FaceReason};
use kinlight::posters;
use kinlight::proofs::RowKind;
use kinlight::publications::certifying::judging::{Due, Flaw};
use kinlight::publications::consent::Channel;
use kinlight::publications::cropping::Nudge;
use kinlight::publications::facts::{AgeBand, Region, Relation, Sex};
use kinlight::publications::lifecycle::{Check, EndReason, Stage};
use kinlight::responses::asking::Reason as SendingReason;
use kinlight::responses::lifecycle::{Door, Outcome, Stage as ResponseStage};
use kinlight::responses::mailbox::State;
use kinlight::responses::outgoing::Kind;
use kinlight::responses::weighing::{Priority, Reason};
use kinlight::societies::directory::Offer;
use kinlight::societies::exchanged::KeyOf;
use kinlight::staff::{lifecycle::Stage as AccountStage, roles::Role};
use kinlight::telling::rule::Level;

use super::sources::sources;

/// A prefix, the codes that follow it, and what follows the code.
struct Built {
    prefix: &'static str,
    codes: Vec<&'static str>,
    endings: &'static [&'static str],
    readers: Audience,
}

fn public<const N: usize>(prefix: &'static str, codes: [&'static str; N]) -> Built {
    Built { prefix, codes: codes.to_vec(), endings: &[""], readers: Audience::Public }
}

fn desk<const N: usize>(prefix: &'static str, codes: [&'static str; N]) -> Built {
    Built { readers: Audience::Staff, ..public(prefix, codes) }
}

fn built() -> Vec<Built> {
    vec![
        public("age", AgeBand::ALL.map(AgeBand::code)),
        public("alt-seeks", Relation::ALL.map(Relation::code)),
        public("directory-offers", Offer::ALL.map(Offer::code)),
        public("gallery-seeking", Relation::ALL.map(Relation::code)),
        public("region", Region::ALL.map(Region::code)),
        public("relation", Relation::ALL.map(Relation::code)),
        public("respond-lead", Door::ALL.map(Door::code)),
        public("respond-story", Door::ALL.map(Door::code)),
        Built { endings: &["", "-text"], ..public("return-state", State::ALL.map(State::code)) },
        public("seeks", Relation::ALL.map(Relation::code)),
        public("sex", Sex::ALL.map(Sex::code)),
        Built { endings: &["", "-hint"], ..desk("accounts-role", Role::ALL.map(Role::code)) },
        desk("accounts-stage", AccountStage::ALL.map(AccountStage::code)),
        desk("audit-certificate", Flaw::ALL.map(Flaw::code)),
        desk("audit-exchanged", KeyOf::ALL.map(KeyOf::code)),
        desk("audit-refused", RowKind::ALL.map(RowKind::code)),
        desk("certify-due", Due::ALL.map(Due::code)),
        desk("close-outcome", Outcome::ALL.map(Outcome::code)),
        desk("desk-posters-ended", posters::EndReason::ALL.map(posters::EndReason::code)),
        desk("drafting-advice", Advice::ALL.map(Advice::code)),
        desk("drafting-channel", Channel::ALL.map(Channel::code)),
        desk("drafting-crop", Nudge::ALL.map(Nudge::code)),
        desk("drafting-face", FaceReason::ALL.map(FaceReason::code)),
        desk("drafting-taken-down", GoAhead::ALL.map(GoAhead::code)),
        desk("outgoing", Kind::ALL.map(Kind::code)),
        desk("outgoing-reason", SendingReason::ALL.map(SendingReason::code)),
        desk("publications-ended", EndReason::ALL.map(EndReason::code)),
        desk("publications-reason", EndReason::BY_STAFF.map(EndReason::code)),
        desk("publications-stage", Stage::ALL.map(Stage::code)),
        desk("queue-door", Door::ALL.map(Door::code)),
        desk("queue-level", Priority::ALL.map(Priority::code)),
        desk("queue-stage", ResponseStage::ALL.map(ResponseStage::code)),
        desk("reason", Reason::ALL.map(Reason::code)),
        desk("review-check", Check::ALL.map(Check::code)),
        desk("review-faces-left", FaceReason::ALL.map(FaceReason::code)),
        Built { endings: &["-subject", "-text"], ..desk("telling", Level::ALL.map(Level::code)) },
        desk("verb", Verb::ALL.map(Verb::code)),
    ]
}

#[test]
fn every_key_that_is_built_has_its_text() {
    let texts = Texts::load().unwrap();
    let mut faults = Vec::new();
    for Built { prefix, codes, endings, readers } in built() {
        for (code, ending) in codes.iter().flat_map(|code| endings.iter().map(move |ending| (code, ending))) {
            let key = format!("{prefix}-{code}{ending}");
            let lacking = texts.languages(readers).iter().filter(|lang| !texts.has(**lang, &key));
            faults.extend(lacking.map(|lang| format!("{lang}: no {key}")));
        }
    }
    assert!(faults.is_empty(), "people would read the bare key:\n{}", faults.join("\n"));
}

#[test]
fn every_prefix_in_the_sources_is_listed_above() {
    let prefixes = |code: &str| -> Vec<String> {
        let starts = code.split(".key(\"").skip(1);
        starts.filter_map(|rest| rest.split_once('"')).map(|(prefix, _)| prefix.to_owned()).collect()
    };
    assert_eq!(prefixes("text(&one.key(\"sex\")), two.key(\"age\") + \"-hint\""), ["sex", "age"]);
    let found: BTreeSet<String> = sources().iter().flat_map(|source| prefixes(&source.code)).collect();
    let listed: BTreeSet<String> = built().iter().map(|one| one.prefix.to_owned()).collect();
    assert_eq!(found, listed, "left: in src/, right: in tests/it/tidy/built_keys.rs");
}

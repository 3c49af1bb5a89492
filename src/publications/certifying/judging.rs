//! Whether a live photo's row stands: its certificate, the reviewer's signature, and what the row says beside them. Pure but for what
//! the caller has read.

use std::collections::HashMap;
use std::sync::Arc;

use crate::audit::Verb;
use crate::audit::chain::Stored;
use crate::ids::{CaseId, PublicationId, SocietyId, StaffId};
use crate::proofs::Proofs;
use crate::publications::catalogue::Catalogue;
use crate::publications::certificate::{Certificate, Review};
use crate::publications::consent::parse_channels;
use crate::publications::{consent_entity, entity};
use crate::sealing::VerifyKey;
use crate::societies::key_list::KeyList;
use crate::staff::roles::{Approve, Permission, parse_roles};

words! {
    /// What is wrong with a live photo. The word stands in the chain's line about it.
    pub enum Flaw {
        /// It has no certificate.
        Missing = "missing",
        /// Its certificate is another photo's, or not countersigned by this desk.
        Forged = "forged",
        /// A newer certificate was seen.
        Older = "older",
        /// Its row says something else than its certificate.
        Altered = "altered",
        /// The consent lasts longer than the certificate or covers more, and no member recorded it.
        Wider = "wider",
        /// No reviewer of the Society signed it, as far as the key list and the chain say.
        Reviewer = "reviewer",
        /// It ended, by a line of the chain.
        Ended = "ended",
        /// The files in the store are others than those that were certified.
        Files = "files",
    }
}

words! {
    /// Why a reviewer should certify a photo again.
    pub enum Due {
        /// It is not shown: no certificate covers it.
        Uncertified = "uncertified",
        /// It is from before there were certificates; the desk took it over as it was.
        Unsigned = "unsigned",
        /// Its consent was renewed.
        Renewed = "renewed",
        /// The signature of the one who certified it counts no more.
        Signer = "signer",
    }
}

/// What is known of a Society, for judging its photos.
pub struct Known<'a> {
    pub society: SocietyId,
    pub proofs: &'a Proofs,
    pub catalogue: &'a Catalogue,
    /// `None` for a Society without a root: then no list tells who its reviewers are.
    pub list: Option<&'a KeyList>,
    /// The chain's lines that reviews name.
    pub lines: HashMap<u64, Stored>,
    /// The last line that ended each publication.
    pub ended: HashMap<PublicationId, u64>,
}

/// A live photo as the database has it.
pub struct Row {
    pub publication: entity::Model,
    pub consent: Option<consent_entity::Model>,
    pub case_key: String,
}

/// What a row comes to.
#[derive(Default)]
pub struct Judged {
    /// Only if it counts.
    pub certificate: Option<Arc<Certificate>>,
    pub flaws: Vec<Flaw>,
    pub due: Option<Due>,
}

impl Row {
    /// The line of the chain that a reviewer's signature names.
    pub fn line(&self) -> Option<u64> {
        self.review().map(|review| review.line)
    }

    fn review(&self) -> Option<Review> {
        Review::parse(self.publication.certified_by.as_deref()?).ok()
    }
}

impl Known<'_> {
    pub fn judge(&self, row: &Row) -> Judged {
        let id = row.publication.id;
        let certificate = match self.certificate(row) {
            Ok(certificate) => certificate,
            Err(flaw) => {
                return Judged { certificate: None, flaws: vec![flaw], due: Some(Due::Uncertified) };
            }
        };
        let mut judged = Judged { certificate: Some(certificate.clone()), ..Judged::default() };
        if !says_the_same(row, &certificate) {
            judged.flaws.push(Flaw::Altered);
        }
        match self.signed(row, &certificate) {
            Ok(true) => {}
            Ok(false) => judged.due = Some(Due::Unsigned),
            Err(flaw) => {
                judged.flaws.push(flaw);
                judged.due = Some(Due::Signer);
            }
        }
        let certified_at = row.line();
        if self.ended.get(&id).zip(certified_at).is_some_and(|(ended, certified)| *ended > certified) {
            judged.flaws.push(Flaw::Ended);
        }
        if let Some(consent) = row.consent.as_ref().filter(|consent| consent.ended_at.is_none()) {
            let (channels, ends_on) = (parse_channels(&consent.channels), consent.ends_on);
            match certificate.is_as_wide_as(&channels, ends_on) {
                true => {}
                false if self.proofs.is_right(self.society, consent) => judged.due = Some(Due::Renewed),
                false => judged.flaws.push(Flaw::Wider),
            }
        }
        judged
    }

    fn certificate(&self, row: &Row) -> Result<Arc<Certificate>, Flaw> {
        let row = &row.publication;
        let (Some(text), Some(signature)) = (&row.certificate, &row.countersignature) else {
            return Err(Flaw::Missing);
        };
        let found = self.catalogue.countersigned(text, signature).filter(|one| one.publication == row.id);
        let certificate = found.ok_or(Flaw::Forged)?;
        match certificate.generation < self.catalogue.newest_seen(row.id) {
            true => Err(Flaw::Older),
            false => Ok(certificate),
        }
    }

    /// Whether a reviewer signed it; `false` for a photo that the desk took over at the update.
    fn signed(&self, row: &Row, certificate: &Certificate) -> Result<bool, Flaw> {
        let publication = &row.publication;
        let (Some(text), Some(signature)) = (&publication.certified_by, &publication.certified_signature)
        else {
            return match (&publication.certified_by, certificate.files) {
                // What is taken over has no manifest: nobody has read its files.
                (None, None) => Ok(false),
                _ => Err(Flaw::Reviewer),
            };
        };
        let review = Review::parse(text).map_err(|_| Flaw::Reviewer)?;
        let is_about = review.society == self.society && review.certificate == certificate.hash();
        let is_signed = match self.list.map(|list| keys_of(list, &review)) {
            None | Some(Keys::NotListed) => true,
            Some(Keys::Any(keys)) => keys.iter().any(|key| key.check(text.as_bytes(), signature).is_ok()),
        };
        match is_about && is_signed && self.stands(&review, publication.id) {
            true => Ok(true),
            false => Err(Flaw::Reviewer),
        }
    }

    /// Whether the chain has the act that a review names.
    fn stands(&self, review: &Review, id: PublicationId) -> bool {
        self.lines.get(&review.line).is_some_and(|line| {
            let verb = Verb::parse(&line.verb);
            let is_act = matches!(verb, Some(Verb::Approved | Verb::Certified));
            is_act && line.actor == Some(review.by) && line.subject == id.into()
        })
    }
}

enum Keys {
    /// The list knows the reviewer, and not yet the key that they sign with.
    NotListed,
    Any(Vec<VerifyKey>),
}

/// The keys with which this reviewer may have signed then: their own now, or one that ended at that line or later.
fn keys_of(list: &KeyList, review: &Review) -> Keys {
    let by = |staff: StaffId| staff == review.by;
    let ended = list.ended.iter().filter(|ended| by(ended.staff) && review.line <= ended.line);
    let mut keys: Vec<VerifyKey> =
        ended.filter_map(|ended| VerifyKey::parse(&ended.signed_with).ok()).collect();
    let may_review = |roles: &str| parse_roles(roles).iter().any(|role| Approve::ROLES.contains(role));
    if let Some(member) = list.members.get(&review.by).filter(|member| may_review(&member.roles)) {
        match &member.signs_with {
            Some(key) => keys.push(key.clone()),
            None => return Keys::NotListed,
        }
    }
    Keys::Any(keys)
}

/// Whether the row says what its certificate says, apart from the terms.
fn says_the_same(row: &Row, certificate: &Certificate) -> bool {
    let (publication, facts) = (&row.publication, &certificate.facts);
    let case: CaseId = publication.case_id;
    case == certificate.case
        && row.case_key == certificate.case_key.as_str()
        && publication.photo_number == Some(certificate.number.compact())
        && publication.relations.as_ref() == Some(&facts.relations)
        && publication.sex == Some(facts.sex)
        && publication.age_band == Some(facts.age_band)
        && publication.origin == Some(facts.origin)
        && publication.pictures == Some(certificate.pictures.text())
        && publication.published_at == Some(certificate.published_at.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealing::{SecretKey, SigningKey};
    use crate::societies::key_list::{Ended, Generation, Hand, ListedMember};
    use time::macros::date;

    const NOOR: StaffId = StaffId::from_u128(7);

    fn list(roles: &str, signs_with: Option<VerifyKey>, ended: Option<(VerifyKey, u64)>) -> KeyList {
        let key = SecretKey::generate().public();
        let generation = Generation { number: 1, key: key.clone() };
        let member = ListedMember {
            key: key.clone(),
            signs_with,
            roles: roles.to_owned(),
            until: date!(2027 - 11 - 30),
        };
        let ended = ended.map(|(key, line)| Ended { staff: NOOR, signed_with: key.to_string(), line });
        KeyList {
            society: SocietyId::from_u128(1),
            version: 9,
            after: 0,
            hand: Hand::Sheet,
            sheet: SigningKey::derived(&[1; 32], "sheet").public(),
            open: generation.clone(),
            archive: generation,
            recovery: key,
            members: [(NOOR, member)].into(),
            ended: ended.into_iter().collect(),
        }
    }

    fn may_sign(list: &KeyList, key: &VerifyKey, line: u64) -> bool {
        let review = Review { society: list.society, by: NOOR, line, certificate: [0; 32] };
        match keys_of(list, &review) {
            Keys::NotListed => false,
            Keys::Any(keys) => keys.contains(key),
        }
    }

    #[test]
    fn who_may_have_signed_at_which_line() {
        let [now, before] = ["now", "before"].map(|one| SigningKey::derived(&[1; 32], one).public());
        let reviewer = list("moderator,reviewer", Some(now.clone()), Some((before.clone(), 41)));
        assert!(may_sign(&reviewer, &now, 99), "their key of today");
        assert!(may_sign(&reviewer, &before, 41), "the one that ended, at its last line");
        assert!(!may_sign(&reviewer, &before, 42), "and not after it");
        let worker = list("case-worker", Some(now.clone()), None);
        assert!(!may_sign(&worker, &now, 5), "no reviewer");
        let other =
            Review { society: worker.society, by: StaffId::from_u128(8), line: 5, certificate: [0; 32] };
        assert!(matches!(keys_of(&worker, &other), Keys::Any(keys) if keys.is_empty()), "nobody of the list");
        let unsigned = list("reviewer", None, None);
        assert!(matches!(keys_of(&unsigned, &Review { by: NOOR, ..other }), Keys::NotListed));
    }
}

//! What a response's pages show, in words. The open page is the only one with anything that the responder wrote.

use serde::Serialize;
use std::collections::HashMap;
use uuid::Uuid;

use super::queue::{Row, counted, name_of, row, thumb_address};
use super::response_message::{Outgoing, Said, Stopped};
use crate::audit;
use crate::cases::PrivatePart;
use crate::publications::facts::{AgeBand, Origin, Relation, Relations, Sex};
use crate::publications::lifecycle::Stage as PublicationStage;
use crate::publications::{self, entity::Model as Publication};
use crate::responses::lifecycle::Outcome;
use crate::responses::queries::{self, QueueItem};
use crate::responses::queue::{Opened, standing};
use crate::responses::{Contact, Triage, YesNo};
use crate::staff::{Staff, roles::Moderate};
use crate::web::{Error, Fault, Form, Visit};

pub(super) type Names = HashMap<Uuid, String>;

/// A form that came back: what was typed, and what to mend.
#[derive(Default)]
pub struct Asked {
    pub answers: Vec<(String, String)>,
    pub faults: Vec<Fault>,
    /// A message that waits for a second look.
    pub stopped: Option<Stopped>,
    /// What has become of a message.
    pub told: Option<&'static str>,
}

impl Asked {
    pub fn again(form: &Form, faults: impl IntoIterator<Item = Fault>) -> Asked {
        let typed = form.answers().filter(|(name, _)| !matches!(*name, "csrf" | "version"));
        Asked {
            answers: typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            faults: faults.into_iter().collect(),
            ..Asked::default()
        }
    }
}

#[derive(Serialize)]
pub struct Fact {
    name: String,
    value: String,
}

#[derive(Serialize)]
pub struct Paragraphs {
    name: String,
    lines: Vec<String>,
}

#[derive(Serialize)]
pub struct Line {
    when: String,
    what: String,
    who: Option<String>,
}

#[derive(Serialize)]
pub struct Compared {
    name: String,
    case: String,
    response: String,
    fit: &'static str,
    fit_label: String,
}

#[derive(Clone, Serialize)]
pub struct OptionShown {
    pub value: &'static str,
    pub label: String,
    pub hint: String,
}

/// Nobody holds it: the triage facts and a button.
#[derive(Serialize)]
pub struct Unclaimed {
    item: Row,
}

impl Unclaimed {
    pub fn of(visit: &Visit, item: &QueueItem, names: &Names) -> Unclaimed {
        Unclaimed { item: row(visit, item, names) }
    }
}

/// A colleague holds it: who, and until when.
#[derive(Serialize)]
pub struct Taken {
    item: Row,
    holder: String,
    until: String,
}

impl Taken {
    pub fn of(visit: &Visit, item: &QueueItem, names: &Names) -> Taken {
        let claim = standing(&item.row).claim;
        Taken {
            item: row(visit, item, names),
            holder: claim.map(|claim| name_of(names, claim.by)).unwrap_or_default(),
            until: claim.map(|claim| claim.until.minute_text()).unwrap_or_default(),
        }
    }
}

#[derive(Serialize)]
pub struct Closed {
    item: Row,
    outcome: String,
    kept: String,
    is_photo_live: bool,
    timeline: Vec<Line>,
}

impl Closed {
    pub async fn of(
        visit: &Visit,
        staff: &Staff<Moderate>,
        item: &QueueItem,
        names: &Names,
    ) -> Result<Closed, Error> {
        let outcome = item.row.outcome.as_deref().and_then(Outcome::parse).unwrap_or(Outcome::NoMatch);
        let publication =
            publications::queries::one(&visit.app.db.desk, staff.society, item.row.publication_id).await?;
        Ok(Closed {
            item: row(visit, item, names),
            outcome: visit.text(&format!("close-outcome-{}", outcome.code())),
            kept: kept(visit, outcome),
            is_photo_live: is_live(&publication),
            timeline: timeline(visit, staff, item.row.id, names).await?,
        })
    }
}

/// The open response with everything that a moderator compares.
#[derive(Serialize)]
pub struct Shown {
    item: Row,
    version: String,
    post: String,
    photo: Option<String>,
    public_facts: Vec<Fact>,
    private_facts: Option<Vec<Paragraphs>>,
    sender: Vec<Fact>,
    message: Vec<String>,
    caller_check: String,
    has_phone: bool,
    contact: Vec<Fact>,
    compared: Vec<Compared>,
    thread: Vec<Said>,
    notes: Vec<Said>,
    question_hint: String,
    pub outgoing: Outgoing,
    outcomes: Vec<OptionShown>,
    is_photo_live: bool,
    others_open: i64,
    timeline: Vec<Line>,
}

impl Shown {
    pub async fn of(
        visit: &Visit,
        staff: &Staff<Moderate>,
        (item, opened): (&QueueItem, &Opened),
        names: &Names,
    ) -> Result<Shown, Error> {
        let db = &visit.app.db.desk;
        let publication = publications::queries::one(db, staff.society, opened.row.publication_id).await?;
        let open = queries::open_for(db, publication.id).await?;
        let content = &opened.content;
        let told = |key: &str, value: &str| Fact { name: visit.text(key), value: value.to_owned() };
        let mut sender = vec![told("response-name", &content.name)];
        if !content.relation_in_words.is_empty() {
            sender.push(told("response-relation-in-words", &content.relation_in_words));
        }
        sender.push(told("response-language", &visit.app.pages.texts().own_name(&opened.triage.language)));
        Ok(Shown {
            item: row(visit, item, names),
            version: opened.row.version.to_string(),
            post: format!("/{}/responses/{}", visit.lang, opened.row.id),
            photo: is_live(&publication)
                .then(|| format!("{}?size=large", thumb_address(visit, publication.id))),
            public_facts: public_facts(visit, &publication),
            private_facts: opened.private.as_ref().map(|private| private_facts(visit, private)),
            sender,
            message: paragraphs(&content.message),
            caller_check: content.caller_check.clone(),
            has_phone: matches!(content.contact, Contact::Phone { .. }),
            contact: contact(visit, &content.contact),
            compared: compared(visit, item, opened),
            thread: opened.thread.iter().map(|message| Said::message(visit, message, names)).collect(),
            notes: opened.notes.iter().map(|note| Said::note(visit, note, names)).collect(),
            question_hint: question_hint(visit, &opened.triage),
            outgoing: Outgoing::default(),
            outcomes: Outcome::CHOICES.into_iter().map(|outcome| outcome_shown(visit, outcome)).collect(),
            is_photo_live: is_live(&publication),
            others_open: i64::try_from(open.saturating_sub(1)).unwrap_or(i64::MAX),
            timeline: timeline(visit, staff, opened.row.id, names).await?,
        })
    }
}

/// What was typed, line by line; empty lines only part them.
pub fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn is_live(publication: &Publication) -> bool {
    PublicationStage::parse(&publication.stage) == PublicationStage::Live
}

fn public_facts(visit: &Visit, publication: &Publication) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |key: &str, value: String| facts.push(Fact { name: visit.text(key), value });
    let text = |stored: &Option<String>| stored.clone().unwrap_or_default();
    if let Ok(relations) = Relations::parse(&text(&publication.relations)) {
        let words: Vec<String> = relations.iter().map(|one| visit.text(&one.label_key())).collect();
        add("response-fact-seeks", words.join(" · "));
    }
    if let Ok(sex) = Sex::parse(&text(&publication.sex)) {
        add("response-fact-sex", visit.text(&sex.label_key()));
    }
    if let Ok(band) = AgeBand::parse(&text(&publication.age_band)) {
        add("response-fact-age", visit.text(&band.label_key()));
    }
    if let Ok(origin) = Origin::parse(&text(&publication.origin)) {
        add("response-fact-origin", visit.text(&origin.label_key()));
    }
    facts
}

fn private_facts(visit: &Visit, private: &PrivatePart) -> Vec<Paragraphs> {
    let birth_year = private.birth_year.map(|year| year.to_string()).unwrap_or_default();
    [
        ("response-case-name", private.enquirer_name.as_str()),
        ("response-case-sought", &private.sought_names),
        ("response-case-birth-year", &birth_year),
        ("response-case-compare", &private.facts_to_compare),
        ("response-case-story", &private.story),
        ("response-case-contact", &private.enquirer_contact),
    ]
    .into_iter()
    .filter(|(_, text)| !text.trim().is_empty())
    .map(|(key, text)| Paragraphs { name: visit.text(key), lines: paragraphs(text) })
    .collect()
}

fn contact(visit: &Visit, contact: &Contact) -> Vec<Fact> {
    let told = |key: &str, value: String| Fact { name: visit.text(key), value };
    let answer = |answer: YesNo| {
        visit.text(match answer {
            YesNo::Yes => "form-yes",
            YesNo::No => "form-no",
            YesNo::DoNotKnow => "form-unknown",
        })
    };
    match contact {
        Contact::Phone { number, is_only_mine, may_leave_message, good_times } => {
            let mut facts = vec![
                told("response-phone", number.clone()),
                told("response-phone-only-theirs", answer(*is_only_mine)),
                told("response-phone-message", answer(*may_leave_message)),
            ];
            if !good_times.is_empty() {
                facts.push(told("response-phone-times", good_times.clone()));
            }
            facts
        }
        Contact::Email { address } => vec![told("response-email", address.clone())],
        Contact::CodeOnly => {
            vec![told("response-mailbox", visit.text("response-contact-code-only"))]
        }
    }
}

fn compared(visit: &Visit, item: &QueueItem, opened: &Opened) -> Vec<Compared> {
    let mut rows = Vec::new();
    let said = Relation::parse(&opened.triage.relation).ok();
    if let (Ok(sought), Some(said)) = (Relations::parse(&item.sought), said) {
        let words: Vec<String> = sought.iter().map(|one| visit.text(&one.label_key())).collect();
        rows.push(marked(
            visit,
            "response-compare-relation",
            (words.join(" · "), visit.text(&said.label_key())),
            Some(sought.contains(said)),
        ));
    }
    if let Some(private) = opened.private.as_ref().filter(|private| !private.sought_names.is_empty()) {
        let fits = shares_a_name(&private.sought_names, &opened.content.name);
        // Another spelling or script is no conflict: a name either agrees or is for a person to compare.
        let names = (private.sought_names.clone(), opened.content.name.clone());
        rows.push(marked(visit, "response-compare-name", names, fits.then_some(true)));
    }
    rows
}

fn marked(visit: &Visit, key: &str, (case, response): (String, String), fits: Option<bool>) -> Compared {
    let (fit, label) = match fits {
        Some(true) => ("good", "response-agrees"),
        Some(false) => ("danger", "response-differs"),
        None => ("plain", "response-look-closer"),
    };
    Compared { name: visit.text(key), case, response, fit, fit_label: visit.text(label) }
}

/// Whether a word of the one name is a word of the other, letter case aside.
fn shares_a_name(sought: &str, sender: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’')
            .filter(|word| word.chars().count() > 1)
            .map(str::to_lowercase)
            .collect()
    };
    let sought = words(sought);
    words(sender).iter().any(|word| sought.contains(word))
}

fn question_hint(visit: &Visit, triage: &Triage) -> String {
    let texts = visit.app.pages.texts();
    let language = texts.own_name(&triage.language);
    texts.get(visit.lang, "response-question-hint", &[("language", language.into())])
}

fn outcome_shown(visit: &Visit, outcome: Outcome) -> OptionShown {
    OptionShown {
        value: outcome.code(),
        label: visit.text(&format!("close-outcome-{}", outcome.code())),
        hint: kept(visit, outcome),
    }
}

/// How long a response with this outcome is kept, in words.
fn kept(visit: &Visit, outcome: Outcome) -> String {
    let kept = visit.app.config.kept;
    let span = if outcome.has_helped() { kept.helped_response } else { kept.closed_response };
    counted(visit, "close-kept", span.whole_days())
}

async fn timeline(
    visit: &Visit,
    staff: &Staff<Moderate>,
    id: Uuid,
    names: &Names,
) -> Result<Vec<Line>, Error> {
    let lines = audit::about(&visit.app.db.desk, staff.society, id).await?;
    let told = |line: &audit::chain::Line| Line {
        when: line.at.minute_text(),
        what: visit.text(&line.verb.label_key()),
        who: line.actor.map(|actor| name_of(names, actor)),
    };
    Ok(lines.iter().map(told).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_agrees_by_a_whole_word() {
        for (sought, sender, expected) in [
            ("Yusuf and Hamid Karimi", "hamid", true),
            ("يوسف كريمي", "كريمي", true),
            ("Anna Maria", "Ann", false),
            ("O’Brien, Sean", "o’brien", true),
            ("Yusuf", "", false),
        ] {
            assert_eq!(shares_a_name(sought, sender), expected, "{sought} / {sender}");
        }
    }

    #[test]
    fn what_was_typed_is_shown_line_by_line() {
        assert_eq!(paragraphs(" one\r\n\r\n two \n"), ["one", "two"]);
    }
}

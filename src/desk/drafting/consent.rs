//! The consent record: where the photo may be shown, from when until when, who was present, and the signed paper.

use actix_web::{HttpResponse, web};

use super::boxes::Part;
use super::page;
use crate::desk::parts::{Choice, choice};
use crate::publications::consent::{Bounds, Channel, Consent, Details, Terms, TermsError};
use crate::publications::consenting;
use crate::publications::drafting::{self, DraftFile, PAPER_BYTES};
use crate::staff::{Staff, roles};
use crate::web::fault::letters_over;
use crate::web::record::seen_in;
use crate::web::{Error, Fault, Form, ToMend, Visit};

pub const PART: Part = Part {
    anchor: "consent",
    fields: &[
        "channels",
        "agreed_on_day",
        "agreed_on_month",
        "agreed_on_year",
        "ends_on_day",
        "ends_on_month",
        "ends_on_year",
        "language",
        "before_whom",
        "guardian",
        "own_agreement",
    ],
};
const MOST_TEXT: usize = 500;

pub async fn save(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    mut form: Form,
) -> Result<HttpResponse, Error> {
    let (db, seen) = (&visit.app.db.desk, seen_in(&path, &form)?);
    let Signed { consent, paper } = match signed(&mut form, &visit) {
        Ok(signed) => signed,
        Err(faults) => {
            let view = drafting::view(db, &staff, seen.id, visit.now).await?;
            return page::again(&visit, &staff, &view, Some(PART), faults);
        }
    };
    let saved = consenting::record(visit.app.stores(), &staff, seen, &consent, paper, visit.now).await;
    page::after(&visit, &staff, seen.id, PART, saved).await
}

/// The form's consent, with the paper if one was uploaded.
pub struct Signed {
    pub consent: Consent,
    pub paper: Option<Vec<u8>>,
}

pub fn signed(form: &mut Form, visit: &Visit) -> Result<Signed, Vec<ToMend>> {
    let paper = form.file("paper");
    match (terms(form, visit), details(form), paper.as_deref().and_then(paper_fault)) {
        (Ok(terms), Ok(details), None) => Ok(Signed { consent: Consent { terms, details }, paper }),
        (terms, details, paper_fault) => {
            let terms = terms.err().into_iter().flatten().map(ToMend::from);
            let details = details.err().unwrap_or_default();
            Err(terms.chain(details).chain(paper_fault.map(ToMend::from)).collect())
        }
    }
}

/// Where a photo may be shown, as the form offers it.
pub fn channels(visit: &Visit) -> Vec<Choice> {
    let offered = |one: &Channel| choice(visit, one.code(), &one.key("drafting-channel"));
    Channel::ALL.iter().map(offered).collect()
}

pub fn saved(view: &DraftFile) -> Vec<(&'static str, String)> {
    let Some(Consent { terms, details }) = &view.draft.consent else { return Vec::new() };
    let mut out: Vec<(&'static str, String)> =
        terms.channels.iter().map(|channel| ("channels", channel.code().to_owned())).collect();
    let days = [
        (["agreed_on_day", "agreed_on_month", "agreed_on_year"], terms.agreed_on),
        (["ends_on_day", "ends_on_month", "ends_on_year"], terms.ends_on),
    ];
    for ([day, month, year], date) in days {
        out.push((day, date.day().to_string()));
        out.push((month, u8::from(date.month()).to_string()));
        out.push((year, date.year().to_string()));
    }
    out.push(("language", details.language.clone()));
    out.push(("before_whom", details.before_whom.clone()));
    out.push(("guardian", details.guardian.clone()));
    if details.has_own_agreement {
        out.push(("own_agreement", "yes".to_owned()));
    }
    out
}

fn terms(form: &Form, visit: &Visit) -> Result<Terms, Vec<Fault>> {
    let channels: Vec<Channel> = form.all("channels").into_iter().filter_map(Channel::parse).collect();
    let agreed_on = form
        .day(["agreed_on_day", "agreed_on_month", "agreed_on_year"])
        .ok_or(Fault { field: "agreed_on", key: "drafting-agreed-no-day" });
    let ends_on = form
        .day(["ends_on_day", "ends_on_month", "ends_on_year"])
        .ok_or(Fault { field: "ends_on", key: "drafting-ends-no-day" });
    let no_channel = Fault { field: "channels", key: "drafting-channels-missing" };
    match (agreed_on, ends_on) {
        (Ok(agreed_on), Ok(ends_on)) => {
            let longest_months = visit.app.config.kept.consent_months;
            let bounds = Bounds { today: visit.now.date(), longest_months };
            Terms::new(channels, agreed_on, ends_on, bounds).map_err(|error| {
                vec![match error {
                    TermsError::NoChannel => no_channel,
                    TermsError::AgreedAhead => Fault { field: "agreed_on", key: "drafting-agreed-ahead" },
                    TermsError::Over => Fault { field: "ends_on", key: "drafting-ends-over" },
                    TermsError::TooLong => Fault { field: "ends_on", key: "drafting-ends-too-long" },
                }]
            })
        }
        (agreed_on, ends_on) => {
            let missing = channels.is_empty().then_some(no_channel);
            Err([missing, agreed_on.err(), ends_on.err()].into_iter().flatten().collect())
        }
    }
}

fn details(form: &Form) -> Result<Details, Vec<ToMend>> {
    let mut faults = Vec::new();
    for (field, key) in
        [("language", "drafting-language-missing"), ("before_whom", "drafting-before-missing")]
    {
        if form.text(field).is_empty() {
            faults.push(Fault { field, key }.into());
        }
    }
    for field in ["language", "before_whom", "guardian"] {
        let fault = Fault { field, key: "drafting-too-long" };
        faults.extend(ToMend::too_long(fault, letters_over(form.text(field), MOST_TEXT)));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Details {
        language: form.text("language").to_owned(),
        before_whom: form.text("before_whom").to_owned(),
        guardian: form.text("guardian").to_owned(),
        has_own_agreement: form.has("own_agreement"),
    })
}

/// A fault if the paper is no accepted file. Its first bytes decide its type, not its name; a scan is stored unchanged, sealed.
fn paper_fault(bytes: &[u8]) -> Option<Fault> {
    const KINDS: [&[u8]; 3] = [b"%PDF-", b"\xFF\xD8\xFF", b"\x89PNG\r\n\x1A\n"];
    let fault = |key| Some(Fault { field: "paper", key });
    if bytes.len() > PAPER_BYTES {
        return fault("drafting-paper-too-large");
    }
    if KINDS.iter().any(|kind| bytes.starts_with(kind)) { None } else { fault("drafting-paper-other-kind") }
}

//! A draft's page: what is still missing, and a form for each part. After a fault or a conflict it is shown again with
//! what was typed in one part, and what is saved in all others.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::alike::{self, AlikePhotos};
use super::faces::{self, FaceItem};
use super::{Choice, choice, consent, crop, facts, id_in, private};
use crate::desk::frame;
use crate::publications::PublicationError;
use crate::publications::drafting::{self, DraftView};
use crate::publications::facts::{AgeBand, Origin, Relation, Sex};
use crate::publications::lifecycle::{Age, Lacks};
use crate::staff::{Staff, roles};
use crate::web::{Error, Fault, Form, Frame, Visit};

/// One part of the draft: its place on the page and the fields of its form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Part {
    pub anchor: &'static str,
    pub fields: &'static [&'static str],
}

#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    saved: String,
}

/// Something missing, and where on the page to mend it.
#[derive(Serialize)]
struct Missing {
    href: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Data {
    id: Uuid,
    version: String,
    /// Lets this page's pictures be fetched on its line.
    ticket: String,
    missing: Vec<Missing>,
    has_picture: bool,
    has_facts: bool,
    has_paper: bool,
    has_withdrawal_code: bool,
    may_be_minor: bool,
    is_saved: bool,
    /// A text about what did not happen, above everything.
    notice: Option<Notice>,
    relations: Vec<Choice>,
    sexes: Vec<Choice>,
    age_bands: Vec<Choice>,
    origins: Vec<Choice>,
    channels: Vec<Choice>,
    nudges: Vec<Choice>,
    faces: Vec<FaceItem>,
    face_choices: Vec<Choice>,
    advice: Vec<String>,
    is_face_checked: bool,
    is_looked_at: bool,
    is_not_upright: bool,
    covered: u16,
    alike: AlikePhotos,
    /// What may be said to the warning, if there is one.
    go_ahead: Vec<Choice>,
    consent_months: u8,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// Somebody else saved meanwhile.
    Conflict,
    /// The store for pictures is away or full.
    NotSaved,
}

pub async fn show(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let view = drafting::view(&visit.app.db.desk, &staff, id_in(&path)?, visit.now).await?;
    let data = data(&visit, &view, !asked.saved.is_empty(), None);
    visit.show_form("desk/draft.html", filled(&visit, &staff, &view, None), &data)
}

/// The page again, with the faults of one part (422).
pub fn again(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    view: &DraftView,
    typed: Option<(Part, &Form)>,
    faults: Vec<Fault>,
) -> Result<HttpResponse, Error> {
    let frame = filled(visit, staff, view, typed);
    visit.show_faults("desk/draft.html", frame, faults, &data(visit, view, false, None))
}

/// What follows a save: the page anew, or the page with what was typed and the reason why it was not saved.
pub async fn after(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    id: Uuid,
    (part, form): (Part, &Form),
    saved: Result<(), PublicationError>,
) -> Result<HttpResponse, Error> {
    let error = match saved {
        Ok(()) => return Ok(visit.redirect(&format!("drafts/{id}?saved=1#{}", part.anchor))),
        Err(error) => error,
    };
    let (status, notice) = match error {
        PublicationError::Conflict => (StatusCode::CONFLICT, Notice::Conflict),
        other => match Error::from(other) {
            away @ Error::Unavailable(_) => {
                away.log();
                (StatusCode::SERVICE_UNAVAILABLE, Notice::NotSaved)
            }
            other => return Err(other),
        },
    };
    let view = drafting::view(&visit.app.db.desk, staff, id, visit.now).await?;
    let frame = filled(visit, staff, &view, Some((part, form)));
    visit.show_form_as(status, "desk/draft.html", frame, &data(visit, &view, false, Some(notice)))
}

/// Where a missing thing is asked for, and how it is told there.
pub fn fault_of(lacks: Lacks) -> Fault {
    let (field, key) = match lacks {
        Lacks::Picture => ("photo", "drafting-lacks-picture"),
        Lacks::NotChecked => ("looked_at", "drafting-lacks-not-checked"),
        Lacks::Faces => ("face_1", "drafting-lacks-faces"),
        Lacks::TakenDown => ("taken_down", "drafting-lacks-taken-down"),
        Lacks::Facts => ("relations", "drafting-lacks-facts"),
        Lacks::Consent => ("channels", "drafting-lacks-consent"),
        Lacks::Paper => ("paper", "drafting-lacks-paper"),
        Lacks::Guardian => ("guardian", "drafting-lacks-guardian"),
        Lacks::OwnAgreement => ("own_agreement", "drafting-lacks-own-agreement"),
    };
    Fault { field, key }
}

fn missing(visit: &Visit, lacks: Lacks) -> Missing {
    let href = match lacks {
        Lacks::Picture => "#picture",
        Lacks::NotChecked | Lacks::Faces => "#faces",
        Lacks::TakenDown => "#alike",
        Lacks::Facts => "#facts",
        Lacks::Consent | Lacks::Paper | Lacks::Guardian | Lacks::OwnAgreement => "#consent",
    };
    Missing { href, text: visit.text(fault_of(lacks).key) }
}

fn data(visit: &Visit, view: &DraftView, is_saved: bool, notice: Option<Notice>) -> Data {
    let today = visit.now.date();
    let known = view.draft.facts.as_ref().map(|facts| facts.age);
    let look = view.draft.look.clone().unwrap_or_default();
    Data {
        id: view.row.id,
        version: view.row.version.to_string(),
        ticket: view.logged.ticket(&visit.app.secrets.desk_tokens, visit.now),
        missing: view.draft.lacks(today).into_iter().map(|lacks| missing(visit, lacks)).collect(),
        has_picture: view.draft.has_picture,
        has_facts: view.draft.facts.is_some(),
        has_paper: view.draft.has_paper,
        has_withdrawal_code: view.has_withdrawal_code,
        may_be_minor: matches!(known, Some(Age::Known { is_minor: true, .. })),
        is_saved,
        notice,
        relations: Relation::ALL.iter().map(|one| choice(visit, one.code(), &one.label_key())).collect(),
        sexes: Sex::ALL.iter().map(|one| choice(visit, one.code(), &one.label_key())).collect(),
        age_bands: AgeBand::ALL.iter().map(|one| choice(visit, one.code(), &one.label_key())).collect(),
        origins: origins(visit),
        channels: consent::channels(visit),
        nudges: crop::choices(visit),
        faces: faces::items(view),
        face_choices: faces::choices(visit),
        advice: look
            .advice()
            .into_iter()
            .map(|one| visit.text(&format!("drafting-advice-{}", one.code())))
            .collect(),
        is_face_checked: look.is_checked(),
        is_looked_at: look.is_looked_at,
        is_not_upright: look.quarters != 0,
        covered: look.covered,
        alike: alike::photos(visit, &view.draft, true),
        go_ahead: alike::choices(visit, &view.draft),
        consent_months: visit.app.config.kept.consent_months,
    }
}

/// "Not said" first, then every country by its name in the visitor's language.
fn origins(visit: &Visit) -> Vec<Choice> {
    let offered = |origin: Origin| choice(visit, origin.code(), &origin.label_key());
    let mut countries: Vec<Choice> = Origin::all().map(offered).collect();
    countries.sort_by_key(|country| country.label.replace('Å', "A"));
    countries.insert(0, offered(Origin::NotSaid));
    countries
}

/// The frame with every field filled: from the form in the part that was sent, from the draft in all others.
fn filled(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    view: &DraftView,
    typed: Option<(Part, &Form)>,
) -> Frame {
    let frame = frame(visit, staff, &format!("drafts/{}", view.row.id));
    let parts = [private::saved(view), facts::saved(view), crop::saved(view), consent::saved(view)];
    let saved = [parts.concat(), alike::saved(&view.draft)].concat();
    let is_typed = |field: &str| typed.is_some_and(|(part, _)| part.fields.contains(&field));
    let kept = saved.into_iter().filter(|(field, _)| !is_typed(field));
    let frame = kept.fold(frame, |frame, (field, value)| frame.answer(field, value));
    let Some((part, form)) = typed else { return frame };
    let answers = form.answers().filter(|(field, _)| part.fields.contains(field));
    answers.fold(frame, |frame, (field, value)| frame.answer(field, value))
}

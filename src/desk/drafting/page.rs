//! A draft's page: what is still missing, and a box for each part, all in one form. Whatever happens to one box, the page keeps
//! the unsaved text of every other.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::boxes::{self, Box, Part};
use super::duplicates::{self, AlikePhotos};
use super::faces::{self, FaceItem};
use super::{code, consent, crop};
use crate::desk::frame;
use crate::desk::parts::{Choice, choice};
use crate::ids::PublicationId;
use crate::publications::PublicationError;
use crate::publications::drafting::{self, DraftFile, DraftView};
use crate::publications::facts::{AgeBand, Origin, Relation, Sex};
use crate::publications::lifecycle::{Age, Lacks};
use crate::staff::{Staff, roles};
use crate::web::record::id_in;
use crate::web::{Error, Fault, Frame, ToMend, Visit};

#[derive(Deserialize)]
pub struct Params {
    /// The box that was just saved.
    #[serde(default)]
    saved: String,
}

/// Something missing, and where on the page to add it.
#[derive(Serialize)]
struct Missing {
    href: &'static str,
    text: String,
}

#[derive(Serialize)]
struct Data {
    id: PublicationId,
    version: String,
    /// The pictures of this page are fetched with this ticket, and then need no audit line of their own.
    ticket: String,
    missing: Vec<Missing>,
    has_picture: bool,
    has_facts: bool,
    has_paper: bool,
    has_withdrawal_code: bool,
    /// The code that a press draws, sealed, so that pressing twice draws it once.
    to_draw: String,
    boxes: BTreeMap<&'static str, Box>,
    may_be_minor: bool,
    is_saved: bool,
    /// A text about what was not done, above everything else.
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
    /// The possible answers to the warning, if there is one.
    go_ahead: Vec<Choice>,
    consent_months: u8,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Notice {
    /// Somebody else saved meanwhile.
    Conflict,
    /// The picture store is unreachable or full.
    NotSaved,
}

pub async fn show(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let view = drafting::view(&visit.app.db.desk, &staff, id_in(&path)?, visit.now).await?;
    let (frame, open) = filled(&visit, &staff, &view, Sent::Saved(&asked.saved));
    let data = Data { is_saved: !asked.saved.is_empty(), ..data(&visit, &staff, &view, &open) };
    visit.show_form("desk/draft.html", frame, &data)
}

/// Shows the page again with the faults of one box (422).
pub fn again(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    view: &DraftView,
    sent: Option<Part>,
    faults: impl IntoIterator<Item = impl Into<ToMend>>,
) -> Result<HttpResponse, Error> {
    let (frame, open) = filled(visit, staff, view, Sent::Open(sent));
    visit.show_faults("desk/draft.html", frame, faults, &data(visit, staff, view, &open))
}

/// The answer to a save: the page, or the page with what was typed and why it was not saved.
pub async fn after(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    id: PublicationId,
    part: Part,
    saved: Result<(), PublicationError>,
) -> Result<HttpResponse, Error> {
    let error = match saved {
        Ok(()) => {
            let (path, anchor) = (format!("drafts/{id}"), part.anchor);
            let unseen = drafting::unseen(&visit.app.db.desk, staff, id).await?;
            let (_, open) = filled(visit, staff, unseen.file(), Sent::Saved(anchor));
            return Ok(match open.is_empty() {
                true => visit.redirect(&format!("{path}?saved={anchor}#{anchor}")),
                false => Visit::with_typed(
                    &format!("/{}/{path}", visit.lang),
                    &format!("&saved={anchor}#{anchor}"),
                ),
            });
        }
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
    let (frame, open) = filled(visit, staff, &view, Sent::Open(Some(part)));
    let data = Data { notice: Some(notice), ..data(visit, staff, &view, &open) };
    visit.show_form_as(status, "desk/draft.html", frame, &data)
}

/// Refuses to leave the page while something on it is unsaved. Only then is the draft shown, and has a line.
pub async fn unless_unsaved(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    id: PublicationId,
) -> Result<Option<HttpResponse>, Error> {
    let db = &visit.app.db.desk;
    let unseen = drafting::unseen(db, staff, id).await?;
    let (_, open) = filled(visit, staff, unseen.file(), Sent::Open(None));
    let Some(first) = open.first() else { return Ok(None) };
    let field = first.fields.iter().find(|field| !field.ends_with('_')).copied().unwrap_or(first.anchor);
    let view = unseen.shown(db, staff, visit.now).await?;
    again(visit, staff, &view, None, vec![Fault { field, key: "drafting-unsaved" }]).map(Some)
}

/// The field where a missing thing is asked for, and the text there.
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
        Lacks::WithdrawalCode => ("withdrawal_code", "drafting-lacks-code"),
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
        Lacks::WithdrawalCode => "#code",
    };
    Missing { href, text: visit.text(fault_of(lacks).key) }
}

fn data(visit: &Visit, staff: &Staff<roles::Draft>, view: &DraftView, open: &[Part]) -> Data {
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
        has_withdrawal_code: view.draft.has_withdrawal_code,
        to_draw: code::to_draw(staff, view.row.id),
        boxes: boxes::shown(view, open),
        may_be_minor: matches!(known, Some(Age::Known { is_minor: true, .. })),
        is_saved: false,
        notice: None,
        relations: Relation::ALL.iter().map(|one| choice(visit, one.code(), &one.label_key())).collect(),
        sexes: Sex::ALL.iter().map(|one| choice(visit, one.code(), &one.label_key())).collect(),
        age_bands: AgeBand::ALL.iter().map(|one| choice(visit, one.code(), &one.label_key())).collect(),
        origins: origins(visit),
        channels: consent::channels(visit),
        nudges: crop::choices(visit),
        faces: faces::items(view),
        face_choices: faces::choices(visit),
        advice: look.advice().into_iter().map(|one| visit.text(&one.key("drafting-advice"))).collect(),
        is_face_checked: look.is_checked(),
        is_looked_at: look.is_looked_at,
        is_not_upright: look.quarters != 0,
        covered: look.covered,
        alike: duplicates::photos(visit, &view.draft, true),
        go_ahead: duplicates::choices(visit, &view.draft),
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

/// The box that the form was sent for, and whether it was saved.
enum Sent<'a> {
    /// Saved: its fields show the saved values. The box's anchor; empty if no box was saved.
    Saved(&'a str),
    /// Not saved.
    Open(Option<Part>),
}

/// The frame with every field filled in: as typed in the boxes with unsaved text, as saved in all others.
fn filled(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    view: &DraftFile,
    sent: Sent<'_>,
) -> (Frame, Vec<Part>) {
    let frame = frame(visit, staff, &format!("drafts/{}", view.row.id));
    let typed = frame.typed_before();
    let mut open = boxes::unsaved(view, typed);
    let seen: i64 = typed.text("version").parse().unwrap_or(0);
    let mut is_current = open.is_empty();
    match sent {
        Sent::Saved(anchor) => {
            // Answers about the old picture are not kept for a new one.
            let is_of_picture =
                |part: &Part| anchor == "picture" && ["alike", "faces", "crop"].contains(&part.anchor);
            open.retain(|part| part.anchor != anchor && !is_of_picture(part));
            is_current |= !anchor.is_empty() && seen + 1 == view.row.version;
        }
        Sent::Open(part) => open.extend(part.filter(|part| !open.contains(part))),
    }
    let frame = frame.without_typed(|field| match field {
        "version" => is_current,
        _ => !open.iter().any(|part| part.has(field)),
    });
    let frame =
        boxes::saved(view).into_iter().fold(frame, |frame, (field, value)| frame.answer(field, value));
    (faces::saved(view).into_iter().fold(frame, |frame, (field, value)| frame.answer(&field, value)), open)
}

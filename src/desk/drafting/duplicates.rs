//! Photos of the Society that look like this one. A duplicate is only shown; a photo that was taken down requires an answer
//! first. Reviewers see the same photos and the answer. Only case workers can open another draft.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::boxes::Part;
use super::page;
use crate::desk::parts::{Choice, Thumb, choice};
use crate::photos::face_report::GoAhead;
use crate::publications::drafting;
use crate::publications::duplicates::{Alike, Became, Nearness, unanswered};
use crate::publications::lifecycle::Draft;
use crate::publications::overruling;
use crate::staff::{Staff, roles};
use crate::web::record::seen_in;
use crate::web::{Error, Fault, Form, Visit};

const FIELD: &str = "taken_down";
pub const PART: Part = Part { anchor: "alike", fields: &[FIELD] };
/// More than anybody looks at; the most similar come first.
const MOST_TOLD: usize = 8;

/// What the draft's page and the review show of them.
#[derive(Serialize)]
pub struct AlikePhotos {
    /// One sentence for each photo that was taken down.
    warnings: Vec<String>,
    /// The answer to the warnings, in the page's own words.
    answer: Option<String>,
    /// Some warnings have no answer yet.
    is_open: bool,
    duplicates: Vec<Duplicate>,
}

#[derive(Serialize)]
struct Duplicate {
    text: String,
    nearness: String,
    number: Option<String>,
    thumb: Option<Thumb>,
    href: Option<String>,
}

pub async fn save(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (db, seen) = (&visit.app.db.desk, seen_in(&path, &form)?);
    let Some(reason) = GoAhead::parse(form.text(FIELD)) else {
        let view = drafting::view(db, &staff, seen.id, visit.now).await?;
        let fault = Fault { field: FIELD, key: "drafting-taken-down-missing" };
        return page::again(&visit, &staff, &view, Some(PART), vec![fault]);
    };
    let saved = overruling::answer(db, &staff, seen, reason, visit.now).await;
    page::after(&visit, &staff, seen.id, PART, saved).await
}

pub fn photos(visit: &Visit, draft: &Draft, may_open_drafts: bool) -> AlikePhotos {
    let told = |one: &Alike| match one.became {
        Became::TakenDown { .. } => None,
        _ => Some(duplicate(visit, one, may_open_drafts)),
    };
    let warnings: Vec<String> = draft.alike.iter().filter_map(|one| warning(visit, one)).collect();
    let answer = draft.answered().filter(|_| !warnings.is_empty());
    AlikePhotos {
        answer: answer.map(|answered| visit.text(&key_of(answered.reason))),
        is_open: unanswered(&draft.alike, draft.answered()).next().is_some(),
        warnings,
        duplicates: draft.alike.iter().filter_map(told).take(MOST_TOLD).collect(),
    }
}

pub fn choices(visit: &Visit, draft: &Draft) -> Vec<Choice> {
    let is_warned = draft.alike.iter().any(|one| matches!(one.became, Became::TakenDown { .. }));
    let offered = GoAhead::ALL.into_iter().filter(|_| is_warned);
    offered.map(|reason| choice(visit, reason.code(), &key_of(reason))).collect()
}

pub fn saved(draft: &Draft) -> Vec<(&'static str, String)> {
    draft.answered().map(|answered| (FIELD, answered.reason.code().to_owned())).into_iter().collect()
}

fn key_of(reason: GoAhead) -> String {
    reason.key("drafting-taken-down")
}

fn warning(visit: &Visit, one: &Alike) -> Option<String> {
    let key = match one.became {
        Became::TakenDown { by_person: true } => "drafting-taken-down-by-person",
        Became::TakenDown { by_person: false } => "drafting-taken-down-by-staff",
        _ => return None,
    };
    Some(said(visit, key, one))
}

fn duplicate(visit: &Visit, one: &Alike, may_open_drafts: bool) -> Duplicate {
    let (lang, id) = (visit.lang, one.publication);
    let publication = Some(format!("/{lang}/publications/{id}"));
    let (key, href) = match one.became {
        Became::Draft => ("drafting-alike-draft", may_open_drafts.then(|| format!("/{lang}/drafts/{id}"))),
        Became::InReview => ("drafting-alike-in-review", publication),
        Became::Live => ("drafting-alike-live", publication),
        Became::TakenDown { .. } | Became::Ended | Became::Dropped => ("drafting-alike-ended", publication),
    };
    let nearness = match one.nearness {
        Nearness::Likely => "drafting-alike-likely",
        Nearness::Maybe => "drafting-alike-maybe",
    };
    Duplicate {
        text: said(visit, key, one),
        nearness: visit.text(nearness),
        number: one.photo_number.clone(),
        thumb: (one.became == Became::Live).then(|| Thumb::of_publication(visit, id)),
        href,
    }
}

fn said(visit: &Visit, key: &str, one: &Alike) -> String {
    let about = [("day", one.on.to_string().into()), ("name", one.drafted_by.clone().into())];
    visit.app.pages.texts().get(visit.lang, key, &about)
}

//! Review: a second person sees the card as the public would, ticks a checklist, and publishes or sends back. A member who edited
//! the draft sees why they can't approve it, and gets no button.

use actix_web::{HttpResponse, http::StatusCode, web};
use serde::Serialize;

use super::drafting::duplicates::{self, AlikePhotos};
use super::parts::{Choice, Fact, Names, Thumb, WAITS, choice};
use super::{frame, reviewed_faces};
use crate::audit::reveals;
use crate::clock::Moment;
use crate::i18n::{Audience, Lang};
use crate::ids::PublicationId;
use crate::publications::PublicationError;
use crate::publications::consent::Consent;
use crate::publications::lifecycle::{Age, ApproveError, Check, DraftFacts, Lacks, Stage};
use crate::publications::queries;
use crate::publications::review::{self, ReviewView, Verdict};
use crate::staff::{Staff, roles};
use crate::web::fault::letters_over;
use crate::web::record::{id_in, seen_in};
use crate::web::{Error, Fault, Form, ToMend, Visit};

/// The number on the card until the real one is drawn at approval.
const NO_NUMBER: &str = "00000000";
const MOST_REASON: usize = 1_000;

#[derive(Serialize)]
struct Waiting {
    href: String,
    thumb: Thumb,
    by: String,
    age: String,
    is_own: bool,
}

#[derive(Serialize)]
struct ListData {
    waiting: Vec<Waiting>,
}

/// The drafts that wait for review, longest wait first.
pub async fn list(staff: Staff<roles::Approve>, visit: Visit) -> Result<HttpResponse, Error> {
    let names = Names::of_society(&visit, staff.society).await?;
    let rows = queries::in_stage(&visit.app.db.desk, staff.society, Stage::InReview).await?;
    let logged = reveals::list(&visit.app.db.desk, (staff.id, staff.society), visit.now).await?;
    let waiting = rows.iter().map(|row| Waiting {
        href: format!("/{}/reviews/{}", visit.lang, row.id),
        thumb: Thumb::of_draft(&visit, &logged, row),
        by: names.name(row.drafted_by),
        age: visit.age(&WAITS, Moment(row.touched_at)),
        is_own: row.drafted_by == staff.id,
    });
    let data = ListData { waiting: waiting.collect() };
    visit.show("desk/reviews.html", frame(&visit, &staff, "reviews"), &data)
}

#[derive(Serialize)]
struct Card {
    href: String,
    src: String,
    alt: String,
    sentences: Vec<String>,
    number: &'static str,
}

/// The photo as the public would see it in one language.
#[derive(Serialize)]
struct Preview {
    lang: &'static str,
    dir: &'static str,
    own_name: &'static str,
    card: Card,
    facts: Vec<Fact>,
}

#[derive(Serialize)]
struct Data {
    id: PublicationId,
    version: String,
    previews: Vec<Preview>,
    /// The people found in the picture, and what was done about each.
    faces: Vec<String>,
    consent: Vec<Fact>,
    alike: AlikePhotos,
    is_own: bool,
    needs_age_reason: bool,
    checks: Vec<Choice>,
    notice: Option<Notice>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Notice {
    OwnDraft,
    ConsentOver,
    Lacks,
    Conflict,
    NotPublished,
}

pub async fn show(
    staff: Staff<roles::Approve>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let view = review::view(&visit.app.db.desk, &staff, id, visit.now).await?;
    let frame = frame(&visit, &staff, &format!("reviews/{id}"));
    visit.show_form("desk/review.html", frame, &data(&visit, &view, None))
}

pub async fn approve(
    staff: Staff<roles::Approve>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (app, seen) = (&visit.app, seen_in(&path, &form)?);
    let ticked = form.all("checked");
    let checked: Vec<Check> = Check::ALL.into_iter().filter(|one| ticked.contains(&one.code())).collect();
    let verdict = Verdict { checked: &checked, age_reason: form.text("age_reason") };
    let fault = Fault { field: "age_reason", key: "review-reason-too-long" };
    if let Some(fault) = ToMend::too_long(fault, letters_over(verdict.age_reason, MOST_REASON)) {
        return again(&visit, &staff, &form, (StatusCode::UNPROCESSABLE_ENTITY, None, vec![fault]), seen.id)
            .await;
    }
    match review::approve(app.stores(), &staff, seen, verdict, visit.now).await {
        Ok(_) => {
            app.refresh_catalogue().await;
            Ok(visit.redirect(&format!("publications/{}?published=1", seen.id)))
        }
        Err(error) => again(&visit, &staff, &form, reasons(error)?, seen.id).await,
    }
}

pub async fn send_back(
    staff: Staff<roles::Approve>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let seen = seen_in(&path, &form)?;
    match review::send_back(&visit.app.db.desk, &staff, seen, visit.now).await {
        Ok(()) => Ok(visit.redirect("reviews")),
        Err(error) => again(&visit, &staff, &form, reasons(error)?, seen.id).await,
    }
}

/// Why nothing was published: status, notice above the page, faults at its fields.
type Reasons = (StatusCode, Option<Notice>, Vec<ToMend>);

fn reasons(error: PublicationError) -> Result<Reasons, Error> {
    const UNMET: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(match error {
        PublicationError::Approve(ApproveError::OwnDraft) => {
            (StatusCode::FORBIDDEN, Some(Notice::OwnDraft), Vec::new())
        }
        PublicationError::Approve(ApproveError::ConsentOver) => {
            (UNMET, Some(Notice::ConsentOver), Vec::new())
        }
        PublicationError::Approve(ApproveError::Unchecked(open)) => (UNMET, None, open_points(&open)),
        PublicationError::Approve(ApproveError::AgeUnexplained) => {
            (UNMET, None, vec![Fault { field: "age_reason", key: "review-age-unexplained" }.into()])
        }
        PublicationError::Lacks(lacks) if lacks.contains(&Lacks::Consent) => {
            (UNMET, Some(Notice::ConsentOver), Vec::new())
        }
        PublicationError::Lacks(_) => (UNMET, Some(Notice::Lacks), Vec::new()),
        PublicationError::Conflict => (StatusCode::CONFLICT, Some(Notice::Conflict), Vec::new()),
        other => {
            let is_picture = matches!(other, PublicationError::Photo(_));
            let error = Error::from(other);
            if !is_picture && !matches!(error, Error::Unavailable(_)) {
                return Err(error);
            }
            error.log();
            (StatusCode::SERVICE_UNAVAILABLE, Some(Notice::NotPublished), Vec::new())
        }
    })
}

/// Shows the page again with its ticks. If another reviewer was faster there is nothing left to review, and a conflict says so.
async fn again(
    visit: &Visit,
    staff: &Staff<roles::Approve>,
    form: &Form,
    (status, notice, faults): Reasons,
    id: PublicationId,
) -> Result<HttpResponse, Error> {
    let view = review::view(&visit.app.db.desk, staff, id, visit.now).await?;
    let frame = frame(visit, staff, &format!("reviews/{id}")).faults(faults);
    let kept = form.answers().filter(|(field, _)| matches!(*field, "checked" | "age_reason"));
    let frame = kept.fold(frame, |frame, (field, value)| frame.answer(field, value));
    visit.show_form_as(status, "desk/review.html", frame, &data(visit, &view, notice))
}

/// One fault for the list, and one for each open point, with a link to it.
fn open_points(open: &[Check]) -> Vec<ToMend> {
    let point = |check: &Check| match check {
        Check::Consent => ("checked-1", "review-open-consent"),
        Check::Age => ("checked-2", "review-open-age"),
        Check::NoPlace => ("checked-3", "review-open-no-place"),
        Check::NoOthers => ("checked-4", "review-open-no-others"),
        Check::Crop => ("checked-5", "review-open-crop"),
        Check::Facts => ("checked-6", "review-open-facts"),
    };
    open.iter().map(point).map(|(field, key)| Fault { field, key }.into()).collect()
}

fn data(visit: &Visit, view: &ReviewView, notice: Option<Notice>) -> Data {
    let facts = view.draft.facts.as_ref();
    let ticket = view.logged.ticket(&visit.app.secrets.desk_tokens, visit.now);
    let src = format!("/{}/drafts/{}/preview?ticket={ticket}", visit.lang, view.row.id);
    let previews = facts.map(|facts| {
        visit
            .app
            .pages
            .texts()
            .languages(Audience::Staff)
            .iter()
            .map(|lang| preview(visit, *lang, &src, facts))
            .collect::<Vec<_>>()
    });
    Data {
        id: view.row.id,
        version: view.row.version.to_string(),
        previews: previews.unwrap_or_default(),
        faces: match &view.draft.look {
            Some(look) => reviewed_faces::sentences(visit, look, view.draft.shown_part()),
            None => Vec::new(),
        },
        consent: consent(visit, view),
        alike: duplicates::photos(visit, &view.draft, false),
        is_own: view.is_own,
        needs_age_reason: facts.is_some_and(|facts| matches!(facts.age, Age::Unknown { .. })),
        checks: Check::ALL.iter().map(|one| choice(visit, one.code(), &one.key("review-check"))).collect(),
        notice,
    }
}

fn preview(visit: &Visit, lang: Lang, src: &str, facts: &DraftFacts) -> Preview {
    let texts = visit.app.pages.texts();
    let text = |key: &str| texts.plain(lang, key, &[]);
    let band = facts.age.band();
    let about =
        [("number", "0000 0000".into()), ("sex", facts.sex.code().into()), ("age", band.code().into())];
    let seeks = |key: String| texts.plain(lang, &key, &[("sex", facts.sex.code().into())]);
    let alt = std::iter::once(texts.plain(lang, "alt-photo", &about))
        .chain(facts.relations.iter().map(|one| seeks(one.alt_key())))
        .collect::<Vec<_>>()
        .join(" ");
    let fact = |key: &str, value: String| Fact { name: text(key), value };
    let region = facts.origin.region().map(|region| fact("review-fact-region", text(&region.label_key())));
    let mut shown = vec![
        fact("review-fact-age", text(&band.label_key())),
        fact("review-fact-origin", text(&facts.origin.label_key())),
    ];
    shown.extend(region);
    Preview {
        lang: lang.code(),
        dir: lang.dir(),
        own_name: lang.own_name(),
        card: Card {
            href: src.to_owned(),
            src: src.to_owned(),
            alt,
            sentences: facts.relations.iter().map(|one| text(&one.sentence_key())).collect(),
            number: NO_NUMBER,
        },
        facts: shown,
    }
}

/// What a reviewer checks in the consent: what was agreed to and who was present, without names.
fn consent(visit: &Visit, view: &ReviewView) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact { name: visit.text(key), value };
    let word = |is_so: bool| visit.text(if is_so { "form-yes" } else { "form-no" });
    let Some(Consent { terms, details }) = &view.draft.consent else {
        return vec![fact("review-consent", visit.text("review-consent-none"))];
    };
    let mut out: Vec<Fact> = terms
        .channels
        .iter()
        .map(|one| fact("review-channel", visit.text(&one.key("drafting-channel"))))
        .collect();
    out.push(fact("review-agreed-on", terms.agreed_on.to_string()));
    out.push(fact("review-ends-on", terms.ends_on.to_string()));
    out.push(fact("review-language", details.language.clone()));
    out.push(fact("review-paper", word(view.draft.has_paper)));
    let age = view.draft.facts.as_ref().map(|facts| facts.age);
    let minor = match age {
        Some(Age::Known { is_minor: true, .. }) => "review-age-minor",
        Some(Age::Known { is_minor: false, .. }) => "review-age-adult",
        Some(Age::Unknown { .. }) | None => "review-age-unknown",
    };
    out.push(fact("review-age", visit.text(minor)));
    out.push(fact("review-guardian", word(!details.guardian.trim().is_empty())));
    out.push(fact("review-own-agreement", word(details.has_own_agreement)));
    out
}

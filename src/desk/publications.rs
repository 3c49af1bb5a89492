//! What is public now, what needs a new consent soon, what has ended. A publication is ended here in one action, with a reason.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::parts::{Choice, Fact, Size, Tab, Thumb, WAITS, choice, jpeg, small_jpeg};
use super::{frame, posters};
use crate::clock::Moment;
use crate::ids::PublicationId;
use crate::posters::queries as of_posters;
use crate::publications::consent::{Channel, Terms};
use crate::publications::facts::{AgeBand, Origin};
use crate::publications::lifecycle::{EndReason, Stage};
use crate::publications::{ending, entity, postable, queries, withdrawal_code};
use crate::responses::{self, archiving};
use crate::staff::Staff;
use crate::staff::roles::{self, Permission};
use crate::web::paging::{PER_DESK_PAGE, PageNumber, desk_pages_for};
use crate::web::record::id_in;
use crate::web::work::Unattended;
use crate::web::{Error, Fault, Form, Visit};

#[derive(Deserialize)]
pub struct Listing {
    #[serde(default)]
    show: String,
    #[serde(default)]
    page: String,
}

#[derive(Serialize)]
struct Listed {
    href: String,
    thumb: Option<Thumb>,
    number: Option<String>,
    sentences: Vec<String>,
    facts: Vec<String>,
    since: String,
}

#[derive(Serialize)]
struct ListData {
    tabs: Vec<Tab>,
    rows: Vec<Listed>,
    which: &'static str,
    page: usize,
    pages: u64,
    pager: String,
}

/// The live ones; two further lists are behind tabs.
pub async fn list(
    staff: Staff<roles::Withdraw>,
    visit: Visit,
    asked: web::Query<Listing>,
) -> Result<HttpResponse, Error> {
    let (db, society) = (&visit.app.db.desk, staff.society);
    let number = PageNumber::parse(&asked.page).ok_or(Error::NotFound)?;
    let (page, most) = (number.from_zero(), PER_DESK_PAGE);
    let (which, rows): (&'static str, Vec<Listed>) = match asked.show.as_str() {
        "renew" => {
            let rows = queries::page_to_renew(db, society, visit.now, page, most).await?;
            ("renew", rows.iter().map(|(row, on)| listed(&visit, row, on.to_string())).collect())
        }
        "ended" => {
            let rows = queries::page_in_stage(db, society, Stage::Ended, page, most).await?;
            ("ended", rows.iter().map(|row| listed(&visit, row, ended_text(&visit, row))).collect())
        }
        _ => {
            let rows = queries::page_in_stage(db, society, Stage::Live, page, most).await?;
            let since = |row: &entity::Model| visit.age(&WAITS, Moment(row.published_at.unwrap_or_default()));
            ("live", rows.iter().map(|row| listed(&visit, row, since(row))).collect())
        }
    };
    let counts = [
        ("live", queries::count_in_stage(db, society, Stage::Live).await?),
        ("renew", queries::count_to_renew(db, society, visit.now).await?),
        ("ended", queries::count_in_stage(db, society, Stage::Ended).await?),
    ];
    let shown = counts.iter().find(|(name, _)| *name == which).map_or(0, |(_, count)| *count);
    if number.from_zero() >= desk_pages_for(shown) {
        return Err(Error::NotFound);
    }
    let data = ListData {
        tabs: counts.map(|(name, count)| tab(&visit, name, count, name == which)).into(),
        rows,
        which,
        page: number.get(),
        pages: desk_pages_for(shown),
        pager: format!("/{}/publications?show={which}&page=", visit.lang),
    };
    let frame = frame(&visit, &staff, &format!("publications?show={which}"));
    visit.show("desk/publications.html", frame, &data)
}

fn tab(visit: &Visit, name: &str, count: u64, current: bool) -> Tab {
    let href = format!("/{}/publications?show={name}", visit.lang);
    Tab { href, label: visit.text(&format!("publications-tab-{name}")), count, current }
}

fn listed(visit: &Visit, row: &entity::Model, since: String) -> Listed {
    let lang = visit.lang;
    let is_live = row.stage == Stage::Live;
    Listed {
        href: format!("/{lang}/publications/{}", row.id),
        thumb: is_live.then(|| Thumb::of_publication(visit, row.id)),
        number: row.photo_number.clone(),
        sentences: sentences(visit, row),
        facts: public_facts(visit, row),
        since,
    }
}

fn sentences(visit: &Visit, row: &entity::Model) -> Vec<String> {
    let Some(relations) = &row.relations else { return Vec::new() };
    relations.iter().map(|one| visit.text(&one.sentence_key())).collect()
}

fn public_facts(visit: &Visit, row: &entity::Model) -> Vec<String> {
    let keys = [row.age_band.map(AgeBand::label_key), row.origin.map(Origin::label_key)];
    keys.into_iter().flatten().map(|key| visit.text(&key)).collect()
}

fn ended_text(visit: &Visit, row: &entity::Model) -> String {
    visit.text(&row.ended_reason.unwrap_or(EndReason::Erased).key("publications-ended"))
}

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    published: String,
    #[serde(default)]
    ended: String,
    #[serde(default)]
    renewed: String,
}

#[derive(Serialize)]
struct Data {
    id: PublicationId,
    stage: Stage,
    number: Option<String>,
    thumb: Option<Thumb>,
    sentences: Vec<String>,
    facts: Vec<Fact>,
    reasons: Vec<Choice>,
    open_responses: u64,
    has_posters: bool,
    /// The posters that carry this photo, including those that can no longer be downloaded.
    carried: Vec<posters::Listed>,
    has_print: bool,
    is_new: bool,
    is_renewed: bool,
    is_just_ended: bool,
    may_renew: bool,
    /// The person has no withdrawal code: the photo is older than the rule that requires one.
    lacks_code: bool,
}

pub async fn show(
    staff: Staff<roles::Withdraw>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let mut data = data(&visit, &staff, id).await?;
    data.is_new = !asked.published.is_empty() && data.stage == Stage::Live;
    data.is_renewed = !asked.renewed.is_empty() && data.stage == Stage::Live;
    data.is_just_ended = !asked.ended.is_empty() && data.stage == Stage::Ended;
    let frame = frame(&visit, &staff, &format!("publications/{id}"));
    visit.show_form("desk/publication.html", frame, &data)
}

/// Ends the publication in one action: the catalogue drops it at once. A second press does no harm.
pub async fn withdraw(
    staff: Staff<roles::Withdraw>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let reason = EndReason::BY_STAFF.into_iter().find(|reason| reason.code() == form.text("reason"));
    let Some(reason) = reason else {
        let frame = frame(&visit, &staff, &format!("publications/{id}"));
        let fault = Fault { field: "reason", key: "publications-reason-missing" };
        return visit.show_faults("desk/publication.html", frame, [fault], &data(&visit, &staff, id).await?);
    };
    ending::withdraw(&visit.app.db.desk, &staff, id, reason, visit.now).await?;
    visit.app.refresh_catalogue().await;
    archiving::close_ended_cases(&visit.app.db.desk, &staff, visit.now).await?;
    Ok(visit.redirect(&format!("publications/{id}?ended=1")))
}

/// The small public picture, from the desk's own address.
pub async fn thumb(
    Unattended(staff): Unattended<Staff<roles::Withdraw>>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    small_jpeg(&visit, staff.society, id_in(&path)?, Size::Small).await
}

/// The picture for posters as a file for a print shop. Opening it is a reveal, and logged.
pub async fn print(
    staff: Staff<roles::MakePosters>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let (number, bytes) = postable::print(visit.app.stores(), &staff, id_in(&path)?, visit.now).await?;
    let name = format!("attachment; filename=\"photo-{}-print.jpg\"", number.compact());
    let mut response = jpeg(bytes);
    let name = header::HeaderValue::from_str(&name).map_err(Error::internal)?;
    response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

async fn data(visit: &Visit, staff: &Staff<roles::Withdraw>, id: PublicationId) -> Result<Data, Error> {
    let db = &visit.app.db.desk;
    let row = queries::one(db, staff.society, id).await?;
    let terms = queries::consent_terms(db, staff.society, id).await?;
    let stage = row.stage;
    Ok(Data {
        id,
        stage,
        number: row.photo_number.clone(),
        thumb: (stage == Stage::Live).then(|| Thumb::of_publication(visit, id)),
        sentences: sentences(visit, &row),
        facts: facts(visit, &row, terms.as_ref()),
        reasons: EndReason::BY_STAFF
            .iter()
            .map(|one| choice(visit, one.code(), &one.key("publications-reason")))
            .collect(),
        open_responses: responses::queue::open_for(db, id).await?,
        has_posters: row.photo_number.is_some()
            && terms.is_some_and(|terms| terms.channels.contains(&Channel::Poster)),
        carried: of_posters::with_photo(db, staff.society, id)
            .await?
            .iter()
            .map(|poster| posters::listed(visit, poster))
            .collect(),
        has_print: stage == Stage::Live && row.print.is_some() && staff.has(roles::MakePosters::ROLES),
        is_new: false,
        is_renewed: false,
        is_just_ended: false,
        may_renew: stage == Stage::Live && staff.has(roles::Draft::ROLES),
        lacks_code: matches!(stage, Stage::InReview | Stage::Live)
            && staff.has(roles::Draft::ROLES)
            && !withdrawal_code::is_drawn(db, id).await?,
    })
}

/// Only the row's unsealed data: public facts, days and stages. Nothing private is opened here.
fn facts(visit: &Visit, row: &entity::Model, terms: Option<&Terms>) -> Vec<Fact> {
    let fact = |key: &str, value: String| Fact { name: visit.text(key), value };
    let stage = row.stage;
    let mut out = vec![fact("publications-stage", visit.text(&stage.key("publications-stage")))];
    let public = public_facts(visit, row);
    out.extend(public.into_iter().map(|value| fact("publications-shown", value)));
    if let Some(at) = row.published_at {
        out.push(fact("publications-since", Moment(at).date().to_string()));
    }
    if let Some(terms) = terms {
        out.push(fact("publications-consent-until", terms.ends_on.to_string()));
    }
    if let Some(at) = row.ended_at {
        out.push(fact("publications-ended-at", Moment(at).minute_text()));
        out.push(fact("publications-ended-why", ended_text(visit, row)));
    }
    out
}

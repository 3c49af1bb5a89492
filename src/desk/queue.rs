//! The queue: every response of the Society, most pressing first, the reasons in words. Invariant: it shows triage
//! alone, never a name, a contact or a word that a responder wrote.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use time::Duration;
use uuid::Uuid;

use crate::blobs::BlobKey;
use crate::clock::Moment;
use crate::i18n::FluentValue;
use crate::photos::Pictures;
use crate::publications;
use crate::responses::claims;
use crate::responses::lifecycle::{Outcome, Stage};
use crate::responses::queries::{self, Priority, QueueItem, Reason};
use crate::staff::{self, Staff, roles::Moderate};
use crate::web::{Error, Visit};

#[derive(Deserialize)]
pub struct Asked {
    stage: Option<String>,
}

#[derive(Deserialize)]
pub struct ThumbAsked {
    /// `large` for the response's page.
    size: Option<String>,
}

#[derive(Serialize)]
struct QueuePage {
    tabs: Vec<Tab>,
    is_closed: bool,
    is_mine: bool,
    oldest: Option<Oldest>,
    items: Vec<Row>,
}

#[derive(Serialize)]
struct Tab {
    href: String,
    label: String,
    count: u64,
    current: bool,
}

#[derive(Serialize)]
struct Oldest {
    href: String,
    text: String,
    is_overdue: bool,
}

#[derive(Serialize)]
pub(super) struct Flag {
    pub label: String,
    pub tone: &'static str,
}

/// One response in words; the response's own pages tell the same.
#[derive(Serialize)]
pub(super) struct Row {
    pub href: String,
    pub title: String,
    pub number: String,
    pub thumb: Option<String>,
    pub facts: Vec<String>,
    pub flags: Vec<Flag>,
    pub level: &'static str,
    pub level_label: String,
    pub reasons: Vec<String>,
    pub age: String,
    pub owner: Option<String>,
    pub overdue: bool,
    pub claim: Option<String>,
}

pub async fn show(
    staff: Staff<Moderate>,
    visit: Visit,
    asked: web::Query<Asked>,
) -> Result<HttpResponse, Error> {
    let stage = asked.stage.as_deref().unwrap_or_default();
    let (is_closed, is_mine) = (stage == "closed", stage == "mine");
    let db = &visit.app.db.desk;
    let overview = queries::overview(db, staff.society).await?;
    let held = claims::held(db, (staff.society, staff.id), visit.now).await?;
    let mut items = queries::queue(db, &staff, is_closed, visit.now).await?;
    items.retain(|item| !is_mine || item.holder == Some(staff.id));
    let names = names(&visit, &staff).await?;
    let tab = |stage: &str, key: &str, count, current| Tab {
        href: format!("/{}/queue{stage}", visit.lang),
        label: visit.text(key),
        count,
        current,
    };
    let page = QueuePage {
        tabs: vec![
            tab("", "queue-tab-open", overview.open, !is_closed && !is_mine),
            tab("?stage=mine", "queue-tab-mine", held, is_mine),
            tab("?stage=closed", "queue-tab-closed", overview.closed, is_closed),
        ],
        is_closed,
        is_mine,
        oldest: overview.oldest_unseen.map(|(id, at)| oldest(&visit, id, at)),
        items: items.iter().map(|item| row(&visit, item, &names)).collect(),
    };
    let path = match (is_closed, is_mine) {
        (true, _) => "queue?stage=closed",
        (_, true) => "queue?stage=mine",
        _ => "queue",
    };
    visit.show_form("desk/queue.html", super::frame(&visit, &staff, path), &page)
}

/// The public picture of a live publication, small or large; of any other there is none.
pub async fn thumb(
    staff: Staff<Moderate>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<ThumbAsked>,
) -> Result<HttpResponse, Error> {
    let id = Uuid::try_parse(&path.1).map_err(|_| Error::NotFound)?;
    let row = publications::queries::one(&visit.app.db.desk, staff.society, id).await?;
    let is_live = publications::lifecycle::Stage::parse(&row.stage) == publications::lifecycle::Stage::Live;
    let pictures = row.pictures.as_deref().and_then(Pictures::parse).filter(|_| is_live);
    let (pictures, number) = pictures.zip(row.photo_number).ok_or(Error::NotFound)?;
    let (width, _) = pictures.at_least(if asked.size.as_deref() == Some("large") { 320 } else { 160 });
    let key = BlobKey::public_photo(&number, &pictures.version, width, "jpg").map_err(Error::internal)?;
    let bytes = visit.app.blobs.get(&key).await?.ok_or(Error::NotFound)?;
    Ok(HttpResponse::Ok()
        .content_type("image/jpeg")
        .insert_header((header::CACHE_CONTROL, "private, max-age=300"))
        .body(bytes))
}

/// Sign-in names beside claims, notes and lines.
pub(super) async fn names(visit: &Visit, staff: &Staff<Moderate>) -> Result<HashMap<Uuid, String>, Error> {
    let people = staff::of_society(&visit.app.db.desk, staff.society).await?;
    Ok(people.into_iter().map(|person| (person.id, person.sign_in_name)).collect())
}

pub(super) fn row(visit: &Visit, item: &QueueItem, names: &HashMap<Uuid, String>) -> Row {
    let stage = Stage::parse(&item.row.stage);
    let href = format!("/{}/responses/{}", visit.lang, item.row.id);
    let level = match item.priority {
        Priority::High => "high",
        Priority::Normal => "normal",
        Priority::Low => "low",
    };
    let arrived_at = arrived_at(item);
    Row {
        title: title(visit, item),
        number: item.photo_number.clone().unwrap_or_default(),
        thumb: has_photo(item).then(|| thumb_address(visit, item.row.publication_id)),
        facts: facts(visit, item),
        flags: flags(visit, item, stage),
        level,
        level_label: visit.text(&format!("queue-level-{level}")),
        reasons: item.reasons.iter().map(|r| visit.text(&format!("reason-{}", r.code()))).collect(),
        age: age(visit, arrived_at),
        owner: item.holder.map(|id| name_of(names, id)),
        overdue: item.row.first_opened_at.is_none() && stage != Stage::Closed && is_overdue(visit, item),
        claim: (item.holder.is_none() && stage != Stage::Closed).then(|| format!("{href}/claim")),
        href,
    }
}

pub(super) fn name_of(names: &HashMap<Uuid, String>, id: Uuid) -> String {
    names.get(&id).cloned().unwrap_or_else(|| "–".to_owned())
}

pub(super) fn thumb_address(visit: &Visit, publication: Uuid) -> String {
    format!("/{}/queue/thumb/{publication}", visit.lang)
}

/// The public facts leave the row when the photo ends, and the picture's address with them.
pub(super) fn has_photo(item: &QueueItem) -> bool {
    item.pictures.is_some() && !item.sought.is_empty()
}

/// The door in words: what the responder says.
pub(super) fn title(visit: &Visit, item: &QueueItem) -> String {
    match &item.triage {
        Some(triage) => visit.text(&format!("queue-door-{}", triage.door.code())),
        None => visit.text("queue-door-sealed"),
    }
}

/// "3 hours": how long ago, never a date.
pub(super) fn age(visit: &Visit, at: Moment) -> String {
    let span = visit.now.since(at);
    match (span.whole_hours(), span.whole_days()) {
        (0, _) => visit.text("queue-age-minutes"),
        (hours, 0) => counted(visit, "queue-age-hours", hours),
        (_, days) => counted(visit, "queue-age-days", days),
    }
}

pub(super) fn counted(visit: &Visit, key: &str, count: i64) -> String {
    visit.app.pages.texts().get(visit.lang, key, &[("count", FluentValue::from(count))])
}

fn oldest(visit: &Visit, id: Uuid, at: Moment) -> Oldest {
    Oldest {
        href: format!("/{}/responses/{id}", visit.lang),
        text: age(visit, at),
        is_overdue: visit.now.since(at) > Duration::days(2),
    }
}

/// The exact time is inside the seal; the row has the hour.
fn arrived_at(item: &QueueItem) -> Moment {
    item.triage.as_ref().map_or(Moment(item.row.arrived_at), |triage| triage.arrived_at)
}

/// S9: a withdrawal within an hour, danger within four, others within two days.
fn is_overdue(visit: &Visit, item: &QueueItem) -> bool {
    let allowed = if item.reasons.contains(&Reason::RemovalAsked) {
        Duration::hours(1)
    } else if item.reasons.contains(&Reason::Danger) {
        Duration::hours(4)
    } else {
        Duration::days(2)
    };
    visit.now.since(arrived_at(item)) > allowed
}

fn facts(visit: &Visit, item: &QueueItem) -> Vec<String> {
    let Some(triage) = &item.triage else { return Vec::new() };
    let mut facts = Vec::new();
    if triage.relation.is_empty() {
        facts.push(visit.text("queue-relation-unsaid"));
    } else if let Ok(relation) = publications::facts::Relation::parse(&triage.relation) {
        facts.push(visit.text(&relation.label_key()));
        if !item.sought.is_empty() {
            let fits = item.reasons.contains(&Reason::RelationFits);
            facts.push(visit.text(if fits { "queue-fits" } else { "queue-fits-not" }));
        }
    }
    facts.push(visit.app.pages.texts().own_name(&triage.language));
    facts
}

fn flags(visit: &Visit, item: &QueueItem, stage: Stage) -> Vec<Flag> {
    let flag = |key: &str, tone| Flag { label: visit.text(key), tone };
    let tone = match stage {
        Stage::New => "info",
        Stage::InContact => "good",
        Stage::Claimed | Stage::Closed => "plain",
    };
    let mut flags = vec![flag(&format!("queue-stage-{}", stage.code()), tone)];
    if let Some(outcome) = item.row.outcome.as_deref().and_then(Outcome::parse) {
        flags.push(flag(&format!("close-outcome-{}", outcome.code()), "plain"));
    }
    let alarms = [
        (Reason::RemovalAsked, "queue-flag-removal", "danger"),
        (Reason::Danger, "queue-flag-danger", "danger"),
        (Reason::AnswerWaits, "queue-flag-answer", "warn"),
    ];
    let alarms = alarms.iter().filter(|(reason, ..)| item.reasons.contains(reason));
    flags.extend(alarms.map(|(_, key, tone)| flag(key, tone)));
    if item.triage.as_ref().is_some_and(|triage| !triage.has_contact) {
        flags.push(flag("queue-flag-code-only", "plain"));
    }
    if item.folded > 0 {
        let count = i64::try_from(item.folded).unwrap_or(i64::MAX);
        flags.push(Flag { label: counted(visit, "queue-folded", count), tone: "plain" });
    }
    flags
}

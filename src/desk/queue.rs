//! The queue: every response of the Society, most urgent first, with the reasons in words. Invariant: it shows triage facts only,
//! never a name, a contact or a responder's words.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::parts::{Names, Size, Tab, Thumb, small_jpeg};
use crate::clock::Moment;
use crate::ids::ResponseId;
use crate::promise::Urgency;
use crate::publications;
use crate::responses::archiving;
use crate::responses::claims;
use crate::responses::lifecycle::Stage;
use crate::responses::queue::{self, QueueItem, Screen, Shut};
use crate::responses::weighing::{Priority, Reason, has_written_again};
use crate::responses::{folds, rush};
use crate::staff::{Staff, roles::Moderate};
use crate::web::age::AgeTexts;
use crate::web::paging::{PER_DESK_PAGE, PageNumber, desk_pages_for};
use crate::web::record::id_in;
use crate::web::work::Unattended;
use crate::web::{Error, Visit};

const AGE: AgeTexts =
    AgeTexts { under_an_hour: "queue-age-minutes", hours: "queue-age-hours", days: "queue-age-days" };

#[derive(Deserialize)]
pub struct Params {
    stage: Option<String>,
    /// The response whose fold is shown.
    fold: Option<String>,
    #[serde(default)]
    page: String,
}

#[derive(Deserialize)]
pub struct ThumbAsked {
    /// `large` for the picture on the response's page.
    size: Option<String>,
}

#[derive(Serialize)]
struct QueuePage {
    tabs: Vec<Tab>,
    is_closed: bool,
    is_mine: bool,
    /// Shows what is folded under one response.
    is_fold: bool,
    /// Far more responses came than usual: since when.
    rush: Option<String>,
    oldest: Option<Oldest>,
    /// There is a closed response whose sender wrote again, unread by anyone.
    has_new_words: bool,
    items: Vec<Row>,
    /// Responses that were closed as spam or harm and written to again: grouped below the normal ones.
    after_harm: Option<AfterHarm>,
    low: Vec<Row>,
    page: usize,
    pages: u64,
    pager: String,
}

#[derive(Serialize)]
struct AfterHarm {
    label: String,
    items: Vec<Row>,
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
    /// Where it leads; empty if nowhere.
    pub href: String,
}

/// One response in words; its own pages show the same.
#[derive(Serialize)]
pub(super) struct Row {
    pub href: String,
    pub title: String,
    pub number: String,
    pub thumb: Option<Thumb>,
    pub facts: Vec<String>,
    pub flags: Vec<Flag>,
    pub level: Priority,
    pub level_label: String,
    pub reasons: Vec<String>,
    pub age: String,
    /// When it was closed, shown in place of how long it waits.
    pub closed: Option<String>,
    pub owner: Option<String>,
    pub overdue: bool,
    pub claim: Option<String>,
}

pub async fn show(
    staff: Staff<Moderate>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let fold = match &asked.fold {
        Some(id) => Some(id.parse::<ResponseId>().map_err(|_| Error::NotFound)?),
        None => None,
    };
    let stage = asked.stage.as_deref().filter(|_| fold.is_none()).unwrap_or_default();
    let (is_closed, is_mine) = (stage == "closed", stage == "mine");
    let db = &visit.app.db.desk;
    // Archives the cases that have ended meanwhile. An error must not keep anybody from the queue.
    if let Err(error) = archiving::close_ended_cases(db, &staff, visit.now).await {
        Error::from(error).log();
    }
    // Finds out what says the same. The same holds for its errors: what is not folded yet is shown.
    if let Err(error) = folds::sort(db, &staff, visit.now).await {
        Error::from(error).log();
    }
    let overview = queue::overview(db, staff.society).await?;
    let held = claims::held(db, (staff.society, staff.id), visit.now).await?;
    let number = PageNumber::parse(&asked.page).ok_or(Error::NotFound)?;
    let at = number.from_zero();
    let screen = match (fold, is_closed, is_mine) {
        (Some(head), ..) => queue::under(db, &staff, head, visit.now, at).await?,
        (_, true, _) => {
            let items = queue::closed(db, &staff, visit.now, at, PER_DESK_PAGE).await?;
            Screen { items, screens: desk_pages_for(overview.closed), after_harm: 0 }
        }
        (_, _, true) => {
            Screen { items: queue::held(db, &staff, visit.now).await?, screens: 1, after_harm: 0 }
        }
        _ => queue::open(db, &staff, visit.now, at).await?,
    };
    let Screen { items, screens: pages, after_harm: all_after_harm } = screen;
    if at >= pages {
        return Err(Error::NotFound);
    }
    let names = Names::of_society(&visit, staff.society).await?;
    let rows = |of: &dyn Fn(&QueueItem) -> bool| -> Vec<Row> {
        items.iter().filter(|item| of(item)).map(|item| row(&visit, item, &names)).collect()
    };
    let is_low = |item: &QueueItem| !is_closed && item.priority == Priority::Low;
    let after_harm = rows(&QueueItem::is_after_harm);
    let tab = |stage: &str, key: &str, count, current| Tab {
        href: format!("/{}/queue{stage}", visit.lang),
        label: visit.text(key),
        count,
        current,
    };
    let oldest = match overview.oldest_unseen {
        Some((id, _)) => Some(oldest(&visit, &queue::one(db, &staff, id, visit.now).await?)),
        None => None,
    };
    let path = match fold {
        Some(head) => format!("queue?fold={head}"),
        None if is_closed => "queue?stage=closed".to_owned(),
        None if is_mine => "queue?stage=mine".to_owned(),
        None => "queue".to_owned(),
    };
    let page = QueuePage {
        tabs: vec![
            tab("", "queue-tab-open", overview.open, !is_closed && !is_mine && fold.is_none()),
            tab("?stage=mine", "queue-tab-mine", held, is_mine),
            tab("?stage=closed", "queue-tab-closed", overview.closed, is_closed),
        ],
        is_closed,
        is_mine,
        is_fold: fold.is_some(),
        rush: rush::told(db, staff.society, visit.now).await?.map(|at| visit.age(&AGE, at)),
        oldest,
        has_new_words: items.iter().any(|item| has_written_again(&item.row)),
        items: rows(&|item| !item.is_after_harm() && !is_low(item)),
        after_harm: (!after_harm.is_empty()).then(|| AfterHarm {
            label: visit.counted("queue-after-harm", all_after_harm.max(after_harm.len() as u64)),
            items: after_harm,
        }),
        low: rows(&is_low),
        page: number.get(),
        pages,
        pager: format!("/{}/{path}{}page=", visit.lang, if path.contains('?') { '&' } else { '?' }),
    };
    visit.show_form("desk/queue.html", super::frame(&visit, &staff, &path), &page)
}

/// The public picture of a live publication, small or large; other publications have none.
pub async fn thumb(
    Unattended(staff): Unattended<Staff<Moderate>>,
    visit: Visit,
    path: web::Path<(String, String)>,
    asked: web::Query<ThumbAsked>,
) -> Result<HttpResponse, Error> {
    small_jpeg(&visit, staff.society, id_in(&path)?, Size::asked(asked.size.as_deref())).await
}

pub(super) fn row(visit: &Visit, item: &QueueItem, names: &Names) -> Row {
    let stage = item.row.stage;
    let href = format!("/{}/responses/{}", visit.lang, item.row.id);
    let waits_since = waits_since(item);
    Row {
        title: title(visit, item),
        number: item.photo_number.clone().unwrap_or_default(),
        thumb: has_photo(item).then(|| Thumb::beside_response(visit, item.row.publication_id, Size::Small)),
        facts: facts(visit, item),
        flags: flags(visit, item, stage),
        level: item.priority,
        level_label: visit.text(&item.priority.key("queue-level")),
        reasons: item.reasons.iter().map(|r| visit.text(&r.key("reason"))).collect(),
        age: visit.age(&AGE, waits_since),
        closed: closed_ago(visit, item),
        owner: item.holder.map(|id| names.name(id)),
        overdue: is_unseen(item) && stage != Stage::Closed && is_overdue(visit, item),
        claim: (item.holder.is_none() && stage != Stage::Closed && item.triage.is_ok())
            .then(|| format!("{href}/claim")),
        href,
    }
}

/// Whether the photo can be shown: when it ends, the public facts and the picture's address leave the row.
pub(super) fn has_photo(item: &QueueItem) -> bool {
    item.pictures.is_some() && item.sought.is_some()
}

/// The door in words: what the responder wants.
pub(super) fn title(visit: &Visit, item: &QueueItem) -> String {
    match &item.triage {
        Ok(triage) => visit.text(&triage.door.key("queue-door")),
        Err(Shut::Archived) => visit.text("queue-door-archived"),
        Err(Shut::NoKey) => visit.text("queue-door-sealed"),
    }
}

fn closed_ago(visit: &Visit, item: &QueueItem) -> Option<String> {
    let at = item.row.closed_at.filter(|_| item.row.stage == Stage::Closed)?;
    let age = visit.age(&AGE, Moment(at));
    Some(visit.app.pages.texts().get(visit.lang, "queue-closed-ago", &[("age", age.into())]))
}

fn oldest(visit: &Visit, item: &QueueItem) -> Oldest {
    Oldest {
        href: format!("/{}/responses/{}", visit.lang, item.row.id),
        text: visit.age(&AGE, waits_since(item)),
        is_overdue: is_overdue(visit, item),
    }
}

/// When the wait began. The exact time is sealed; the row has only the hour. If the sender wrote again, the wait begins then.
fn waits_since(item: &QueueItem) -> Moment {
    match &item.triage {
        Ok(triage) if !has_written_again(&item.row) => triage.arrived_at,
        _ => Moment(item.waits_since()),
    }
}

/// Nobody has opened it yet, or nobody since its sender wrote again.
fn is_unseen(item: &QueueItem) -> bool {
    item.row.first_opened_at.is_none() || has_written_again(&item.row)
}

/// Whether it waits longer than the site promises families.
fn is_overdue(visit: &Visit, item: &QueueItem) -> bool {
    let urgency = if item.reasons.contains(&Reason::RemovalAsked) {
        Urgency::Removal
    } else if [Reason::Danger, Reason::Urgent].iter().any(|reason| item.reasons.contains(reason)) {
        // While sealed, it may be a danger or a removal; the longer time holds for both.
        Urgency::Danger
    } else {
        Urgency::Other
    };
    visit.app.config.promise.is_over(urgency, waits_since(item), visit.now)
}

fn facts(visit: &Visit, item: &QueueItem) -> Vec<String> {
    let Ok(triage) = &item.triage else { return Vec::new() };
    let mut facts = Vec::new();
    if triage.relation.is_empty() {
        facts.push(visit.text("queue-relation-unsaid"));
    } else if let Some(relation) = publications::facts::Relation::parse(&triage.relation) {
        facts.push(visit.text(&relation.label_key()));
        if item.sought.is_some() {
            let fits = item.reasons.contains(&Reason::RelationFits);
            facts.push(visit.text(if fits { "queue-fits" } else { "queue-fits-not" }));
        }
    }
    facts.push(visit.app.pages.texts().own_name(&triage.language));
    facts
}

fn flags(visit: &Visit, item: &QueueItem, stage: Stage) -> Vec<Flag> {
    let plain = |label: String, tone| Flag { label, tone, href: String::new() };
    let flag = |key: &str, tone| plain(visit.text(key), tone);
    let tone = match stage {
        Stage::New => "info",
        Stage::InContact => "good",
        Stage::Claimed | Stage::Closed => "plain",
    };
    let mut flags = vec![flag(&stage.key("queue-stage"), tone)];
    if let Some(outcome) = item.row.outcome {
        flags.push(flag(&outcome.key("close-outcome"), "plain"));
    }
    if let Some(was) = item.row.reopened_from.filter(|_| stage != Stage::Closed) {
        let outcome = visit.text(&was.key("close-outcome"));
        let label =
            visit.app.pages.texts().get(visit.lang, "queue-flag-reopened", &[("outcome", outcome.into())]);
        flags.push(plain(label, "plain"));
    }
    let alarms = [
        (Reason::RemovalAsked, "queue-flag-removal", "danger"),
        (Reason::Danger, "queue-flag-danger", "danger"),
        (Reason::Urgent, "queue-flag-urgent", "danger"),
        (Reason::WroteAgain, "queue-flag-answer", "warn"),
        (Reason::AnswerWaits, "queue-flag-answer", "warn"),
    ];
    let alarms = alarms.iter().filter(|(reason, ..)| item.reasons.contains(reason));
    flags.extend(alarms.map(|(_, key, tone)| flag(key, tone)));
    if item.triage.as_ref().is_ok_and(|triage| !triage.has_contact) {
        flags.push(flag("queue-flag-code-only", "plain"));
    }
    if item.folded > 0 {
        let href = format!("/{}/queue?fold={}", visit.lang, item.row.id);
        flags.push(Flag { label: visit.counted("queue-folded", item.folded), tone: "plain", href });
    }
    flags
}

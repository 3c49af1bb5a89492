//! The queue: one Society's responses with their triage opened, in the order in which they should be looked at; and
//! what the jobs do to responses, which needs no key.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, QueryOrder,
    sea_query::Expr,
};
use std::collections::HashMap;
use uuid::Uuid;

use super::lifecycle::{Outcome, Stage};
use super::queue::{of_society, open_triage, standing};
use super::{ResponseError, Triage, case_if_held, entity, message_entity, note_entity};
use crate::audit::chain::Entry;
use crate::audit::{self, Verb, entry, entry_with};
use crate::cases::OpenCase;
use crate::clock::Moment;
use crate::config::Kept;
use crate::db;
use crate::staff::{Staff, roles::Moderate};

/// How soon an item should be looked at; the reasons are told in words beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    High,
    Normal,
    Low,
}

/// Why an item stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    RemovalAsked,
    Danger,
    AnswerWaits,
    SlowLane,
    AfterTheEnd,
    RelationFits,
}

impl Reason {
    pub fn code(self) -> &'static str {
        match self {
            Reason::RemovalAsked => "removal-asked",
            Reason::Danger => "danger",
            Reason::AnswerWaits => "answer-waits",
            Reason::SlowLane => "slow-lane",
            Reason::AfterTheEnd => "after-the-end",
            Reason::RelationFits => "relation-fits",
        }
    }
}

pub struct QueueItem {
    pub row: entity::Model,
    /// `None` when this member's key does not open it; it is shown all the same.
    pub triage: Option<Triage>,
    pub priority: Priority,
    pub reasons: Vec<Reason>,
    pub photo_number: Option<String>,
    /// Public while the publication is live.
    pub pictures: Option<String>,
    /// The relations that the photo seeks, as codes; empty once it has ended.
    pub sought: String,
    /// How many further responses of the slow lane have the same text.
    pub folded: usize,
    /// Who holds a claim now.
    pub holder: Option<Uuid>,
}

/// Everything that is not closed, or all that is: High first, then oldest first. Nothing is hidden by a threshold.
pub async fn queue(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    is_closed: bool,
    now: Moment,
) -> Result<Vec<QueueItem>, ResponseError> {
    let stage = entity::Column::Stage;
    let found = entity::Entity::find().filter(entity::Column::SocietyId.eq(by.society));
    let rows = if is_closed {
        found.filter(stage.eq(Stage::Closed.code())).order_by_desc(entity::Column::ClosedAt)
    } else {
        found.filter(stage.ne(Stage::Closed.code())).order_by_asc(entity::Column::ArrivedAt)
    }
    .all(db)
    .await?;
    let publications: HashMap<Uuid, crate::publications::entity::Model> = {
        let ids: Vec<Uuid> = rows.iter().map(|row| row.publication_id).collect();
        let column = crate::publications::entity::Column::Id;
        let found = crate::publications::entity::Entity::find().filter(column.is_in(ids)).all(db).await?;
        found.into_iter().map(|row| (row.id, row)).collect()
    };
    let waiting = answers_waiting(db, rows.iter().map(|row| row.id).collect()).await?;
    let mut opened: HashMap<Uuid, Option<OpenCase>> = HashMap::new();
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let case_id = row.case_id.unwrap_or_default();
        if let std::collections::hash_map::Entry::Vacant(place) = opened.entry(case_id) {
            place.insert(case_if_held(db, by, case_id, now).await?);
        }
        let case = opened.get(&case_id).and_then(Option::as_ref);
        let publication = publications.get(&row.publication_id);
        let has_answer = waiting.contains(&row.id);
        items.push(item(row, case, publication, has_answer, now));
    }
    if !is_closed {
        items = fold(items);
        items.sort_by_key(|item| (item.priority, item.row.arrived_at, item.row.id));
    }
    Ok(items)
}

/// One response as the queue shows it, whatever its stage.
pub async fn one(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: Uuid,
    now: Moment,
) -> Result<QueueItem, ResponseError> {
    let row = of_society(db, by.society, id).await?;
    let case_id = row.case_id.unwrap_or_default();
    let case = case_if_held(db, by, case_id, now).await?;
    let publication = crate::publications::entity::Entity::find_by_id(row.publication_id).one(db).await?;
    let has_answer = !answers_waiting(db, vec![id]).await?.is_empty();
    Ok(item(row, case.as_ref(), publication.as_ref(), has_answer, now))
}

/// What stands above the queue, whichever part of it is shown.
pub struct Overview {
    pub open: u64,
    pub closed: u64,
    /// The response that has waited longest without anyone opening it, and the hour it came.
    pub oldest_unseen: Option<(Uuid, Moment)>,
}

pub async fn overview(db: &impl ConnectionTrait, society: Uuid) -> Result<Overview, DbErr> {
    use sea_orm::PaginatorTrait;
    let stage = entity::Column::Stage;
    let found = || entity::Entity::find().filter(entity::Column::SocietyId.eq(society));
    let unseen = found()
        .filter(stage.ne(Stage::Closed.code()))
        .filter(entity::Column::FirstOpenedAt.is_null())
        .order_by_asc(entity::Column::ArrivedAt)
        .one(db)
        .await?;
    Ok(Overview {
        open: found().filter(stage.ne(Stage::Closed.code())).count(db).await?,
        closed: found().filter(stage.eq(Stage::Closed.code())).count(db).await?,
        oldest_unseen: unseen.map(|row| (row.id, Moment(row.arrived_at))),
    })
}

/// How many responses of all Societies no one has opened, and the hour when the oldest of them arrived: for whoever
/// watches over the service.
pub async fn unopened_anywhere(db: &impl ConnectionTrait) -> Result<(u64, Option<Moment>), DbErr> {
    unopened_among(db, entity::Entity::find()).await
}

/// How many responses of a Society no one has opened, and the hour when the oldest of them arrived.
pub async fn unopened(db: &impl ConnectionTrait, society: Uuid) -> Result<(u64, Option<Moment>), DbErr> {
    unopened_among(db, entity::Entity::find().filter(entity::Column::SocietyId.eq(society))).await
}

async fn unopened_among(
    db: &impl ConnectionTrait,
    responses: sea_orm::Select<entity::Entity>,
) -> Result<(u64, Option<Moment>), DbErr> {
    use sea_orm::{PaginatorTrait, QuerySelect};
    let waiting = responses
        .filter(entity::Column::FirstOpenedAt.is_null())
        .filter(entity::Column::Stage.ne(Stage::Closed.code()));
    let count = waiting.clone().count(db).await?;
    let oldest: Option<i64> = waiting
        .order_by_asc(entity::Column::ArrivedAt)
        .select_only()
        .column(entity::Column::ArrivedAt)
        .into_tuple()
        .one(db)
        .await?;
    Ok((count, oldest.map(Moment)))
}

/// How many responses to a publication are not closed: the closing page says so.
pub async fn open_for(db: &impl ConnectionTrait, publication: Uuid) -> Result<u64, DbErr> {
    use sea_orm::PaginatorTrait;
    entity::Entity::find()
        .filter(entity::Column::PublicationId.eq(publication))
        .filter(entity::Column::Stage.ne(Stage::Closed.code()))
        .count(db)
        .await
}

/// A response with what was said after it, sealed as it lies there.
pub struct Sealed {
    pub row: entity::Model,
    pub messages: Vec<message_entity::Model>,
    pub notes: Vec<note_entity::Model>,
}

pub async fn of_case(db: &impl ConnectionTrait, case: Uuid) -> Result<Vec<Sealed>, DbErr> {
    let rows = entity::Entity::find().filter(entity::Column::CaseId.eq(case)).all(db).await?;
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let messages = message_entity::Entity::find()
            .filter(message_entity::Column::ResponseId.eq(row.id))
            .all(db)
            .await?;
        let notes =
            note_entity::Entity::find().filter(note_entity::Column::ResponseId.eq(row.id)).all(db).await?;
        out.push(Sealed { row, messages, notes });
    }
    Ok(out)
}

/// Chains what responders did by themselves, of which the site writes no audit line: a desk job calls it.
pub async fn chain_arrivals(db: &DatabaseConnection, now: Moment) -> Result<usize, ResponseError> {
    let arrived = |row: &entity::Model| {
        let lane = if row.is_slow { "slow-lane" } else { "normal-lane" };
        entry_with(None, Verb::ResponseArrived, row.id, lane)
    };
    let taken_back = |row: &entity::Model| entry(None, Verb::TakenBack, row.id);
    let arrivals = chain(db, entity::Column::IsChained, arrived, now).await?;
    Ok(arrivals + chain(db, entity::Column::IsTakingBackChained, taken_back, now).await?)
}

/// Writes a line for each response whose mark says that the audit has none yet; of two jobs, one writes it.
async fn chain(
    db: &DatabaseConnection,
    mark: entity::Column,
    line: impl Fn(&entity::Model) -> Entry,
    now: Moment,
) -> Result<usize, ResponseError> {
    let waiting = entity::Entity::find().filter(mark.eq(false)).all(db).await?;
    for row in &waiting {
        let txn = db::write(db).await?;
        let marked = entity::Entity::update_many()
            .col_expr(mark, Expr::value(true))
            .filter(entity::Column::Id.eq(row.id))
            .filter(mark.eq(false))
            .exec(&txn)
            .await?;
        if let (Some(society), 1) = (row.society_id, marked.rows_affected) {
            audit::append(&txn, society, now, line(row)).await?;
        }
        txn.commit().await?;
    }
    Ok(waiting.len())
}

/// Erases closed responses past their time, with messages and notes. One that no one has opened is never erased by age,
/// unless nothing is left of it to open.
pub async fn erase_closed(db: &DatabaseConnection, now: Moment, kept: Kept) -> Result<usize, ResponseError> {
    let closed = entity::Entity::find()
        .filter(entity::Column::Stage.eq(Stage::Closed.code()))
        .filter(
            Condition::any()
                .add(entity::Column::FirstOpenedAt.is_not_null())
                .add(entity::Column::Outcome.eq(Outcome::TakenBack.code())),
        )
        .all(db)
        .await?;
    let mut erased = 0;
    for row in closed {
        let has_helped = row.outcome.as_deref().and_then(Outcome::parse).is_none_or(Outcome::has_helped);
        let kept_for = if has_helped { kept.helped_response } else { kept.closed_response };
        if row.closed_at.is_none_or(|closed_at| Moment(closed_at) + kept_for > now) {
            continue;
        }
        let txn = db::write(db).await?;
        message_entity::Entity::delete_many()
            .filter(message_entity::Column::ResponseId.eq(row.id))
            .exec(&txn)
            .await?;
        note_entity::Entity::delete_many()
            .filter(note_entity::Column::ResponseId.eq(row.id))
            .exec(&txn)
            .await?;
        entity::Entity::delete_by_id(row.id).exec(&txn).await?;
        if let Some(society) = row.society_id {
            audit::append(&txn, society, now, entry(None, Verb::Erased, row.id)).await?;
        }
        txn.commit().await?;
        erased += 1;
    }
    Ok(erased)
}

/// Those whose last message is the responder's.
async fn answers_waiting(db: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<Uuid>, DbErr> {
    let messages = message_entity::Entity::find()
        .filter(message_entity::Column::ResponseId.is_in(ids))
        .order_by_asc(message_entity::Column::Position)
        .all(db)
        .await?;
    let mut last: HashMap<Uuid, bool> = HashMap::new();
    for message in messages {
        last.insert(message.response_id, message.is_from_staff);
    }
    Ok(last.into_iter().filter(|(_, is_from_staff)| !is_from_staff).map(|(id, _)| id).collect())
}

fn item(
    row: entity::Model,
    case: Option<&OpenCase>,
    publication: Option<&crate::publications::entity::Model>,
    has_answer: bool,
    now: Moment,
) -> QueueItem {
    let triage = case.and_then(|case| open_triage(case, &row).ok());
    let sought = publication.and_then(|p| p.relations.clone()).unwrap_or_default();
    let (priority, reasons) = weigh(&row, triage.as_ref(), &sought, has_answer);
    QueueItem {
        holder: standing(&row).claim.filter(|claim| claim.until > now).map(|claim| claim.by),
        photo_number: publication.and_then(|p| p.photo_number.clone()),
        pictures: publication.and_then(|p| p.pictures.clone()),
        sought,
        row,
        triage,
        priority,
        reasons,
        folded: 0,
    }
}

fn weigh(
    row: &entity::Model,
    triage: Option<&Triage>,
    sought: &str,
    has_answer: bool,
) -> (Priority, Vec<Reason>) {
    let mut reasons = Vec::new();
    if row.is_urgent {
        reasons.push(Reason::RemovalAsked);
    }
    if triage.is_some_and(|t| t.is_danger) {
        reasons.push(Reason::Danger);
    }
    if has_answer {
        reasons.push(Reason::AnswerWaits);
    }
    if triage.is_some_and(|t| !t.relation.is_empty() && sought.split(',').any(|code| code == t.relation)) {
        reasons.push(Reason::RelationFits);
    }
    let is_high = row.is_urgent || triage.is_some_and(|t| t.is_danger);
    if row.is_slow {
        reasons.push(Reason::SlowLane);
    }
    if row.is_late {
        reasons.push(Reason::AfterTheEnd);
    }
    let priority = match (is_high, row.is_slow) {
        (true, _) => Priority::High,
        (false, true) => Priority::Low,
        (false, false) => Priority::Normal,
    };
    (priority, reasons)
}

/// The slow lane folds identical texts: the oldest stands for all, and says for how many.
fn fold(items: Vec<QueueItem>) -> Vec<QueueItem> {
    let mut out: Vec<QueueItem> = Vec::with_capacity(items.len());
    let mut first: HashMap<(Uuid, String), usize> = HashMap::new();
    for item in items {
        let digest = item.triage.as_ref().map(|t| t.digest.clone()).filter(|d| !d.is_empty());
        let is_foldable = item.row.is_slow && item.priority == Priority::Low && item.holder.is_none();
        match digest.filter(|_| is_foldable).map(|digest| (item.row.publication_id, digest)) {
            None => out.push(item),
            Some(key) => match first.get(&key) {
                Some(at) => out[*at].folded += 1,
                None => {
                    first.insert(key, out.len());
                    out.push(item);
                }
            },
        }
    }
    out
}

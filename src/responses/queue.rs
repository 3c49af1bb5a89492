//! The queue: one Society's responses with their triage opened, in the order in which they should be looked at.
//! Invariant: it contains each open response, whether or not the member's key opens it.

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, Select, sea_query::Expr,
};
use std::collections::HashMap;

use super::handling::{of_society, open_triage, standing};
use super::lanes::{self, SCREEN};
use super::lifecycle::Stage;
use super::weighing::{Priority, Reason, has_written_after_harm, weigh};
use super::{ResponseError, Triage, entity, message_entity, note_entity, screens};
use crate::cases::{self, CaseError, OpenCase};
use crate::clock::Moment;
use crate::ids::{CaseId, PublicationId, ResponseId, SocietyId, StaffId};
use crate::publications::facts::Relations;
use crate::societies::exchanged;
use crate::societies::keys::{KeyError, Part};
use crate::staff::{Staff, roles::Moderate};

/// Why this member's key does not open an item's triage. The item is shown all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// Its case is in the archive, which only administrators open.
    Archived,
    /// No key was sealed to the member yet, or the triage can't be read.
    NoKey,
}

pub struct QueueItem {
    pub row: entity::Model,
    pub triage: Result<Triage, Shut>,
    pub priority: Priority,
    pub reasons: Vec<Reason>,
    pub photo_number: Option<String>,
    /// Public while the publication is live.
    pub pictures: Option<String>,
    /// The relations that the enquirer looks for, and `None` once the photo has ended.
    pub sought: Option<Relations>,
    /// How many further responses say the same in the same words, and are shown under this one.
    pub folded: u64,
    /// The member who holds it now.
    pub holder: Option<StaffId>,
}

impl QueueItem {
    /// True if its sender wrote again after it was closed as spam or harm; such items stand together.
    pub fn is_after_harm(&self) -> bool {
        has_written_after_harm(&self.row)
    }

    /// The hour since which its sender waits: since they wrote again, or since the response came.
    pub fn waits_since(&self) -> i64 {
        self.row.wrote_again_at.unwrap_or(self.row.arrived_at)
    }
}

/// One screen of the open responses.
pub struct Screen {
    pub items: Vec<QueueItem>,
    pub screens: u64,
    /// How many responses wait that were written to after they were closed as spam or harm, on all screens.
    pub after_harm: u64,
}

/// The screen with this number, which counts from 0. Each screen has room for every part of the queue, so no crowd hides
/// another; nothing is left out.
pub async fn open(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    now: Moment,
    number: u64,
) -> Result<Screen, ResponseError> {
    let counts = screens::counts(db, by.society).await?;
    let ids = screens::ids(db, by.society, counts, number).await?;
    Ok(Screen {
        items: in_order(db, by, ids, now).await?,
        screens: counts.iter().sum::<u64>().div_ceil(SCREEN).max(1),
        after_harm: counts[lanes::Part::AfterHarm as usize],
    })
}

/// One page of what is folded under a response; `page` counts from 0.
pub async fn under(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    head: ResponseId,
    now: Moment,
    page: u64,
) -> Result<Screen, ResponseError> {
    of_society(db, by.society, head).await?;
    let folded = screens::folded(db, by.society, &[head]).await?.remove(&head).unwrap_or(0);
    let ids = screens::under(db, by.society, head, (page, SCREEN)).await?;
    let items = in_order(db, by, ids, now).await?;
    Ok(Screen { items, screens: folded.div_ceil(SCREEN).max(1), after_harm: 0 })
}

/// These responses in this order, each with how many are folded under it.
async fn in_order(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    ids: Vec<ResponseId>,
    now: Moment,
) -> Result<Vec<QueueItem>, ResponseError> {
    let rows = responses_of(by.society).filter(entity::Column::Id.is_in(ids.iter().copied())).all(db).await?;
    let mut items = items(db, by, rows, now).await?;
    let places: HashMap<ResponseId, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    items.sort_by_key(|item| places.get(&item.row.id).copied());
    let folded = screens::folded(db, by.society, &ids).await?;
    for item in &mut items {
        item.folded = folded.get(&item.row.id).copied().unwrap_or(0);
    }
    Ok(items)
}

/// One page of the closed responses, last closed first; `page` counts from 0.
pub async fn closed(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    now: Moment,
    page: u64,
    per_page: u64,
) -> Result<Vec<QueueItem>, ResponseError> {
    let rows = responses_of(by.society)
        .filter(entity::Column::Stage.eq(Stage::Closed))
        .order_by_desc(entity::Column::ClosedAt)
        .order_by_asc(entity::Column::Id)
        .paginate(db, per_page)
        .fetch_page(page)
        .await?;
    items(db, by, rows, now).await
}

/// The responses that this member holds: the open ones, most urgent first, then closed ones that are read again.
pub async fn held(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    now: Moment,
) -> Result<Vec<QueueItem>, ResponseError> {
    let rows = responses_of(by.society)
        .filter(entity::Column::ClaimedBy.eq(by.id))
        .filter(entity::Column::ClaimedUntil.gt(now.0))
        .order_by_desc(entity::Column::ClosedAt)
        .all(db)
        .await?;
    let is_closed = |item: &QueueItem| item.row.stage == Stage::Closed;
    let (closed, mut open): (Vec<_>, Vec<_>) =
        items(db, by, rows, now).await?.into_iter().partition(is_closed);
    open.sort_by_key(place);
    open.extend(closed);
    Ok(open)
}

fn responses_of(society: SocietyId) -> Select<entity::Entity> {
    entity::Entity::find().filter(entity::Column::SocietyId.eq(society))
}

/// Where an open item stands in the list.
fn place(item: &QueueItem) -> (Priority, bool, i64, ResponseId) {
    (item.priority, item.is_after_harm(), item.waits_since(), item.row.id)
}

/// Opens the triage of these rows, as far as the member's key does.
async fn items(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    rows: Vec<entity::Model>,
    now: Moment,
) -> Result<Vec<QueueItem>, ResponseError> {
    let publications: HashMap<PublicationId, crate::publications::entity::Model> = {
        let ids: Vec<PublicationId> = rows.iter().map(|row| row.publication_id).collect();
        let column = crate::publications::entity::Column::Id;
        let found = crate::publications::entity::Entity::find().filter(column.is_in(ids)).all(db).await?;
        found.into_iter().map(|row| (row.id, row)).collect()
    };
    let waiting = answers_waiting(db, rows.iter().map(|row| row.id).collect()).await?;
    let mut opened: HashMap<CaseId, Result<OpenCase, Shut>> = HashMap::new();
    let mut items = Vec::with_capacity(rows.len());
    for row in rows {
        let case_id = row.case_id.unwrap_or(CaseId::from_u128(0));
        if let std::collections::hash_map::Entry::Vacant(place) = opened.entry(case_id) {
            place.insert(case_if_held(db, by, case_id, now).await?);
        }
        let case = opened.get(&case_id).map_or(Err(Shut::NoKey), |case| case.as_ref().map_err(|shut| *shut));
        let publication = publications.get(&row.publication_id);
        let has_answer = waiting.contains(&row.id);
        items.push(item(row, case, publication, has_answer, now));
    }
    Ok(items)
}

/// One response as the queue shows it, whatever its stage.
pub async fn one(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    now: Moment,
) -> Result<QueueItem, ResponseError> {
    let row = of_society(db, by.society, id).await?;
    let case_id = row.case_id.unwrap_or(CaseId::from_u128(0));
    let case = case_if_held(db, by, case_id, now).await?;
    let publication = crate::publications::entity::Entity::find_by_id(row.publication_id).one(db).await?;
    let has_answer = !answers_waiting(db, vec![id]).await?.is_empty();
    let folded = screens::folded(db, by.society, &[id]).await?.remove(&id).unwrap_or(0);
    let item = item(row, case.as_ref().map_err(|shut| *shut), publication.as_ref(), has_answer, now);
    Ok(QueueItem { folded, ..item })
}

/// The figures above the queue, whichever part of it is shown.
pub struct Overview {
    pub open: u64,
    pub closed: u64,
    /// The response that has waited longest without anyone opening it, and the hour it came.
    pub oldest_unseen: Option<(ResponseId, Moment)>,
}

pub async fn overview(db: &impl ConnectionTrait, society: SocietyId) -> Result<Overview, DbErr> {
    let stage = entity::Column::Stage;
    let found = || responses_of(society);
    let unseen = found()
        .filter(stage.ne(Stage::Closed))
        .filter(entity::Column::FirstOpenedAt.is_null())
        .order_by_asc(entity::Column::ArrivedAt)
        .one(db)
        .await?;
    Ok(Overview {
        open: found().filter(stage.ne(Stage::Closed)).count(db).await?,
        closed: found().filter(stage.eq(Stage::Closed)).count(db).await?,
        oldest_unseen: unseen.map(|row| (row.id, Moment(row.arrived_at))),
    })
}

/// How many responses of all Societies wait for a first look, or for another since their senders wrote again, and
/// since when the oldest waits; for the operator's figures.
pub async fn unopened_anywhere(db: &impl ConnectionTrait) -> Result<(u64, Option<Moment>), DbErr> {
    unopened_among(db, entity::Entity::find()).await
}

/// The same for one Society.
pub async fn unopened(db: &impl ConnectionTrait, society: SocietyId) -> Result<(u64, Option<Moment>), DbErr> {
    unopened_among(db, responses_of(society)).await
}

async fn unopened_among(
    db: &impl ConnectionTrait,
    responses: sea_orm::Select<entity::Entity>,
) -> Result<(u64, Option<Moment>), DbErr> {
    use sea_orm::{Order, QuerySelect};
    let unseen = Condition::any()
        .add(entity::Column::FirstOpenedAt.is_null())
        .add(entity::Column::WroteAgainAt.is_not_null());
    let waiting = responses.filter(unseen).filter(entity::Column::Stage.ne(Stage::Closed));
    // One column alone: the jobs may not read what is sealed, not even to count rows.
    let count = waiting.clone().select_only().column(entity::Column::Id).count(db).await?;
    let since = || Expr::cust("coalesce(wrote_again_at, arrived_at)");
    let oldest: Option<i64> =
        waiting.order_by(since(), Order::Asc).select_only().expr(since()).into_tuple().one(db).await?;
    Ok((count, oldest.map(Moment)))
}

/// How many responses to a publication are not closed, for the closing page.
pub async fn open_for(db: &impl ConnectionTrait, publication: PublicationId) -> Result<u64, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::PublicationId.eq(publication))
        .filter(entity::Column::Stage.ne(Stage::Closed))
        .count(db)
        .await
}

/// A response with its messages and notes, sealed as they are stored.
pub struct Sealed {
    pub row: entity::Model,
    pub messages: Vec<message_entity::Model>,
    pub notes: Vec<note_entity::Model>,
}

pub async fn of_case(db: &impl ConnectionTrait, case: CaseId) -> Result<Vec<Sealed>, DbErr> {
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

/// The responses whose last message is the responder's.
async fn answers_waiting(db: &impl ConnectionTrait, ids: Vec<ResponseId>) -> Result<Vec<ResponseId>, DbErr> {
    let messages = message_entity::Entity::find()
        .filter(message_entity::Column::ResponseId.is_in(ids))
        .order_by_asc(message_entity::Column::Position)
        .all(db)
        .await?;
    let mut last: HashMap<ResponseId, bool> = HashMap::new();
    for message in messages {
        last.insert(message.response_id, message.is_from_staff);
    }
    Ok(last.into_iter().filter(|(_, is_from_staff)| !is_from_staff).map(|(id, _)| id).collect())
}

/// The case, if this member's key opens it. If a key was exchanged, it stays shut in the list too, and a line of the
/// audit log says so.
pub(super) async fn case_if_held(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    case: CaseId,
    now: Moment,
) -> Result<Result<OpenCase, Shut>, ResponseError> {
    Ok(match cases::open(db, by.society, case, by.key_holder()).await {
        Ok(case) => Ok(case),
        Err(CaseError::Key(KeyError::NotHeld(Part::Archive))) => Err(Shut::Archived),
        Err(CaseError::Key(KeyError::Exchanged(key))) => {
            exchanged::ring(db, &key, now).await?;
            Err(Shut::NoKey)
        }
        Err(_) => Err(Shut::NoKey),
    })
}

fn item(
    row: entity::Model,
    case: Result<&OpenCase, Shut>,
    publication: Option<&crate::publications::entity::Model>,
    has_answer: bool,
    now: Moment,
) -> QueueItem {
    let triage = case.and_then(|case| open_triage(case, &row).map_err(|_| Shut::NoKey));
    let sought = publication.and_then(|p| p.relations.clone());
    let (priority, reasons) = weigh(&row, triage.as_ref().ok(), sought.as_ref(), has_answer);
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

//! Messages of the slow lane or of a rush that say the same in the same words: lists show them as one, and they can be closed in
//! one act. Invariant: nothing is closed so that solved digits, wrote again, answered, is in other words, or that somebody holds.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait, ExprTrait,
    FromQueryResult, QueryFilter, Statement, sea_query::Expr,
};
use std::collections::BTreeMap;

use super::entity;
use super::handling::open_triage_of;
use super::lifecycle::{Outcome, Stage};
use super::likeness::Likenesses;
use super::queue::case_if_held;
use super::screens::{self, HAS_PLACE, MAY_FOLD};
use super::{ResponseError, Triage};
use crate::cases::OpenCase;
use crate::clock::Moment;
use crate::db;
use crate::ids::{CaseId, PublicationId, ResponseId, SocietyId};
use crate::staff::{Staff, roles::Moderate};

/// How many messages one look at the queue sorts: each is opened for it once and never again.
const AT_ONCE: u64 = 12_000;
/// With how many open ones a photo's new messages are compared.
const MOST_HEADS: u64 = 2_000;
/// True for an open message `r` that is the first of its likeness.
const FIRST: &str = "r.fold = r.id and r.stage <> 'closed' and r.is_slow";
/// Ids in one statement; SQLite takes 32,766.
const IDS_AT_ONCE: usize = 500;

#[derive(FromQueryResult)]
struct Unsorted {
    publication_id: PublicationId,
    case_id: Option<CaseId>,
    is_urgent: bool,
}

/// A sealed triage, and whose it is.
#[derive(FromQueryResult)]
struct Sealed {
    id: ResponseId,
    triage: Vec<u8>,
}

/// Gives each message that may be folded its place: under the first of its photo that says the same, or as the first. Only a
/// holder of the key can compare, so the next one who looks at the queue does it, as far as their key opens.
pub async fn sort(db: &DatabaseConnection, by: &Staff<Moderate>, now: Moment) -> Result<(), ResponseError> {
    let sql = format!(
        "select distinct r.publication_id, r.case_id, r.is_urgent from responses r \
         where r.society_id = $1 and {MAY_FOLD} and not {HAS_PLACE}"
    );
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [by.society.into()]);
    let mut left = AT_ONCE;
    for found in Unsorted::find_by_statement(asked).all(db).await? {
        let Some(case) = found.case_id else { continue };
        let Ok(case) = case_if_held(db, by, case, now).await? else { continue };
        let heads = triages(db, (by.society, &found), FIRST, MOST_HEADS).await?;
        let new = triages(db, (by.society, &found), &format!("{MAY_FOLD} and not {HAS_PLACE}"), left).await?;
        left -= new.len() as u64;
        let sorting = move || sorted(&case, heads, new, found.is_urgent);
        let places = tokio::task::spawn_blocking(sorting).await.map_err(|_| ResponseError::Unreadable)?;
        write(db, places).await?;
        if left == 0 {
            break;
        }
    }
    Ok(())
}

/// The messages to one photo for which this holds.
async fn triages(
    db: &impl ConnectionTrait,
    (society, of): (SocietyId, &Unsorted),
    holds: &str,
    most: u64,
) -> Result<Vec<Sealed>, DbErr> {
    let sql = format!(
        "select r.id, r.triage from responses r where r.society_id = $1 and r.publication_id = $2 \
         and r.is_urgent = $3 and {holds} order by r.arrived_at desc, r.id limit {most}"
    );
    let values = [society.into(), of.publication_id.into(), of.is_urgent.into()];
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    Sealed::find_by_statement(asked).all(db).await
}

/// Where each new message belongs.
fn sorted(
    case: &OpenCase,
    heads: Vec<Sealed>,
    new: Vec<Sealed>,
    is_urgent: bool,
) -> Vec<(ResponseId, ResponseId)> {
    let mut likenesses = Likenesses::new(is_urgent);
    let opened = |sealed: &Sealed| open_triage_of(case, sealed.id, &sealed.triage).ok();
    for head in heads {
        opened(&head).map(|triage: Triage| likenesses.head_of(head.id, &triage));
    }
    // What can't be read stands for itself.
    new.iter()
        .map(|one| (one.id, opened(one).map_or(one.id, |triage| likenesses.head_of(one.id, &triage))))
        .collect()
}

async fn write(db: &DatabaseConnection, places: Vec<(ResponseId, ResponseId)>) -> Result<(), DbErr> {
    let mut by_head: BTreeMap<ResponseId, Vec<ResponseId>> = BTreeMap::new();
    for (id, head) in places {
        by_head.entry(head).or_default().push(id);
    }
    let txn = db::write(db).await?;
    for (head, ids) in by_head {
        for ids in ids.chunks(IDS_AT_ONCE) {
            entity::Entity::update_many()
                .col_expr(entity::Column::Fold, Expr::value(head))
                .filter(entity::Column::Id.is_in(ids.iter().copied()))
                .filter(entity::Column::Stage.eq(Stage::New))
                .exec(&txn)
                .await?;
        }
    }
    txn.commit().await
}

/// Closes what is folded under a response that is being closed, and returns how many that were. A message that its sender adds at the
/// same moment opens its response again, or keeps it from being closed.
pub(super) async fn close_under(
    txn: &DatabaseTransaction,
    (society, head): (SocietyId, ResponseId),
    outcome: Outcome,
    now: Moment,
) -> Result<u64, DbErr> {
    let sql = format!(
        "update responses as r set stage = 'closed', outcome = $3, closed_at = $4, closed_with = $2, version = version + 1 \
         where r.society_id = $1 and r.fold = $2 and r.id <> $2 and {MAY_FOLD} and r.reopened_from is null \
         and not exists (select 1 from messages m where m.response_id = r.id)"
    );
    let values = [society.into(), head.into(), outcome.into(), now.hour().0.into()];
    let done = Statement::from_sql_and_values(txn.get_database_backend(), sql, values);
    Ok(txn.execute_raw(done).await?.rows_affected())
}

/// Opens again what was closed together with this response.
pub(super) async fn open_with(
    txn: &DatabaseTransaction,
    (society, head): (SocietyId, ResponseId),
) -> Result<(), DbErr> {
    entity::Entity::update_many()
        .col_expr(entity::Column::Stage, Expr::value(Stage::New))
        .col_expr(entity::Column::Outcome, Expr::value(Option::<Outcome>::None))
        .col_expr(entity::Column::ClosedAt, Expr::value(Option::<i64>::None))
        .col_expr(entity::Column::ClosedWith, Expr::value(Option::<ResponseId>::None))
        .col_expr(entity::Column::Version, Expr::col(entity::Column::Version).add(1))
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::ClosedWith.eq(head))
        .filter(entity::Column::Stage.eq(Stage::Closed))
        .exec(txn)
        .await
        .map(|_| ())
}

/// What is folded under a response that closes alone goes under the next one.
pub(super) async fn pass_on(
    txn: &DatabaseTransaction,
    (society, head): (SocietyId, ResponseId),
) -> Result<(), DbErr> {
    let Some(next) = screens::under(txn, society, head, (0, 1)).await?.pop() else { return Ok(()) };
    entity::Entity::update_many()
        .col_expr(entity::Column::Fold, Expr::value(next))
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Fold.eq(head))
        .filter(entity::Column::Id.ne(head))
        .exec(txn)
        .await
        .map(|_| ())
}

//! Where each open response stands, found in SQL and without a key: the parts of the queue, and what is folded. Invariant: each
//! open response is on one screen, or folded under one that is.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement, Value};
use std::collections::HashMap;

use super::lanes::{Counts, Part, screen};
use crate::ids::{ResponseId, SocietyId};

/// True for a response `r` that may be folded: its words alone tell it from others, and nobody has begun to work on it.
pub(super) const MAY_FOLD: &str = "r.stage = 'new' and r.wrote_again_at is null and r.news = 1 and r.claimed_by is null \
     and r.is_slow and (not r.is_urgent or coalesce(r.lane, '') = 'rush') and coalesce(r.trust, '') <> 'solved'";

/// True if the response `r` has its place under one that is open. When that one closes, `r` stands for itself again.
pub(super) const HAS_PLACE: &str = "exists (select 1 from responses h where h.id = r.fold and h.fold = h.id and h.stage <> 'closed' \
     and h.society_id = r.society_id)";

/// True for a response that no screen shows, since another one stands for it.
fn is_folded() -> String {
    format!("r.fold is not null and r.fold <> r.id and {MAY_FOLD} and {HAS_PLACE}")
}

/// Each open response that a screen shows, with its part: the numbers are the places in `Part::ALL`. In each part solved
/// digits come first, then who has waited for longest.
fn standing() -> String {
    format!(
        "select r.id, \
            case when r.wrote_again_at is not null and r.reopened_from in ('spam', 'harmful') then 4 \
                 when r.wrote_again_at is not null then 0 \
                 when r.is_urgent and coalesce(r.lane, '') = 'rush' then 2 \
                 when r.is_urgent and r.is_slow then 1 \
                 when r.is_urgent then 0 \
                 when r.is_slow then 5 \
                 else 3 end as part, \
            case when r.trust = 'solved' then 0 else 1 end as doubt, \
            coalesce(r.wrote_again_at, r.arrived_at) as since \
         from responses r where r.society_id = $1 and r.stage <> 'closed' and not ({})",
        is_folded()
    )
}

#[derive(FromQueryResult)]
struct Counted {
    part: i32,
    total: i64,
}

/// How many rows each part has.
pub(super) async fn counts(db: &impl ConnectionTrait, society: SocietyId) -> Result<Counts, DbErr> {
    let sql = format!("select part, count(*) as total from ({}) s group by part", standing());
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [society.into()]);
    let mut counts = Counts::default();
    for row in Counted::find_by_statement(asked).all(db).await? {
        let place = usize::try_from(row.part).ok().and_then(|part| counts.get_mut(part));
        if let Some(count) = place {
            *count = u64::try_from(row.total).unwrap_or(0);
        }
    }
    Ok(counts)
}

#[derive(FromQueryResult)]
struct Found {
    id: ResponseId,
}

/// The responses of one screen, in their order; `number` counts from 0.
pub(super) async fn ids(
    db: &impl ConnectionTrait,
    society: SocietyId,
    counts: Counts,
    number: u64,
) -> Result<Vec<ResponseId>, DbErr> {
    let slices = (0..Part::ALL.len()).zip(screen(counts, number));
    let wanted: Vec<String> = slices
        .filter(|(_, rows)| !rows.is_empty())
        .map(|(part, rows)| format!("(part = {part} and place > {} and place <= {})", rows.start, rows.end))
        .collect();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "select id from (select id, part, row_number() over (partition by part order by doubt, since, id) as place \
         from ({}) s) p where {} order by part, place",
        standing(),
        wanted.join(" or ")
    );
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [society.into()]);
    Ok(Found::find_by_statement(asked).all(db).await?.into_iter().map(|row| row.id).collect())
}

#[derive(FromQueryResult)]
struct Fold {
    fold: ResponseId,
    total: i64,
}

/// How many responses are folded under each of these.
pub(super) async fn folded(
    db: &impl ConnectionTrait,
    society: SocietyId,
    heads: &[ResponseId],
) -> Result<HashMap<ResponseId, u64>, DbErr> {
    if heads.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (0..heads.len()).map(|at| format!("${}", at + 2)).collect();
    let sql = format!(
        "select r.fold, count(*) as total from responses r where r.society_id = $1 and r.fold in ({}) and {} group by r.fold",
        places.join(", "),
        is_folded()
    );
    let values: Vec<Value> =
        std::iter::once(society.into()).chain(heads.iter().map(|head| (*head).into())).collect();
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let rows = Fold::find_by_statement(asked).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.fold, u64::try_from(row.total).unwrap_or(0))).collect())
}

/// One page of what is folded under a response; `page` counts from 0.
pub(super) async fn under(
    db: &impl ConnectionTrait,
    society: SocietyId,
    head: ResponseId,
    (page, per_page): (u64, u64),
) -> Result<Vec<ResponseId>, DbErr> {
    let sql = format!(
        "select r.id from responses r where r.society_id = $1 and r.fold = $2 and {} order by r.arrived_at, r.id \
         limit {per_page} offset {}",
        is_folded(),
        page.saturating_mul(per_page)
    );
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [society.into(), head.into()]);
    Ok(Found::find_by_statement(asked).all(db).await?.into_iter().map(|row| row.id).collect())
}

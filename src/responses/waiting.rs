//! What waits for staff, counted without a key: responses that nobody has opened, that their sender opened again, or
//! whose last message is the sender's. Invariant: nothing here tells what a response says, nor exactly when it came.

use sea_orm::{ConnectionTrait, DbErr, FromQueryResult, Statement};
use std::collections::BTreeMap;

use crate::clock::Moment;
use crate::ids::SocietyId;

/// What waits in one Society, of one urgency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub all: u64,
    /// Those that nobody was told of.
    pub news: u64,
    /// The hour since which the oldest waits.
    pub since: Option<Moment>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    pub urgent: Count,
    pub others: Count,
}

impl Waiting {
    pub fn all(&self) -> u64 {
        self.urgent.all + self.others.all
    }
}

#[derive(FromQueryResult)]
struct Row {
    society_id: SocietyId,
    is_urgent: bool,
    total: i64,
    news: i64,
    since: i64,
}

const WAITING: &str = "
    select r.id, r.society_id, r.is_urgent, r.news, r.told,
           coalesce(r.wrote_again_at, case when r.first_opened_at is null then r.arrived_at end, m.sent_at) as since
    from responses r
    left join messages m on m.response_id = r.id and not m.is_from_staff
        and m.position = (select max(n.position) from messages n where n.response_id = r.id)
    where r.stage <> 'closed' and r.society_id is not null
      and (r.first_opened_at is null or r.wrote_again_at is not null or m.id is not null)";

/// What waits in one Society.
pub async fn of(db: &impl ConnectionTrait, society: SocietyId) -> Result<Waiting, DbErr> {
    let mut found = counted(db, Some(society)).await?;
    Ok(found.remove(&society).unwrap_or_default())
}

/// What waits in each Society that has something waiting; for the jobs.
pub async fn everywhere(db: &impl ConnectionTrait) -> Result<BTreeMap<SocietyId, Waiting>, DbErr> {
    counted(db, None).await
}

async fn counted(
    db: &impl ConnectionTrait,
    society: Option<SocietyId>,
) -> Result<BTreeMap<SocietyId, Waiting>, DbErr> {
    let only = if society.is_some() { " and r.society_id = $1" } else { "" };
    let sql = format!(
        "select society_id, is_urgent, count(*) as total, \
         sum(case when told < news then 1 else 0 end) as news, min(since) as since \
         from ({WAITING}{only}) w group by society_id, is_urgent"
    );
    let values: Vec<sea_orm::Value> = society.into_iter().map(Into::into).collect();
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    let mut out: BTreeMap<SocietyId, Waiting> = BTreeMap::new();
    for row in Row::find_by_statement(asked).all(db).await? {
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        let found = Count { all: count(row.total), news: count(row.news), since: Some(Moment(row.since)) };
        let waiting = out.entry(row.society_id).or_default();
        *if row.is_urgent { &mut waiting.urgent } else { &mut waiting.others } = found;
    }
    Ok(out)
}

/// How many of the waiting responses were news.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct News {
    pub urgent: u64,
    pub others: u64,
}

/// Marks what waits in a Society as told, and returns how much of it staff were not told of before. What comes
/// meanwhile stays news.
pub async fn tell(db: &impl ConnectionTrait, society: SocietyId) -> Result<News, DbErr> {
    let sql = format!(
        "update responses set told = news where told < news \
         and id in (select id from ({WAITING} and r.society_id = $1) w) returning is_urgent"
    );
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, [society.into()]);
    let mut news = News::default();
    for row in db.query_all_raw(asked).await? {
        *if row.try_get("", "is_urgent")? { &mut news.urgent } else { &mut news.others } += 1;
    }
    Ok(news)
}

/// How many responses of all Societies wait without anybody having been told; for the operator's figures.
pub async fn untold(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    let found = everywhere(db).await?;
    Ok(found.values().map(|waiting| waiting.urgent.news + waiting.others.news).sum())
}

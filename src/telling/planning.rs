//! Decides who is told what. In the same transaction it marks what they are told, so that a crash loses neither.

use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
};
use std::collections::BTreeMap;
use time::Duration;

use super::Ways;
use super::entity::{ActiveModel, Column, Entity, Model};
use super::rota::{self, Way};
use super::rule::{Level, Waiting};
use crate::chance;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{RotaLineId, SocietyId};
use crate::promise::{Promise, Urgency};
use crate::responses::waiting::{self, Count};

/// Stored times of responses are rounded down to the hour. Deadlines count from the end of that hour, so that nothing
/// is called late before it is.
const ROUNDED_BY: Duration = Duration::hours(1);

/// Looks at what waits in each Society, and writes down which message is due to whom.
pub async fn plan(db: &DatabaseConnection, ways: &Ways, promise: &Promise, now: Moment) -> Result<(), DbErr> {
    if ways.mail.is_none() && ways.webhook.is_none() {
        return Ok(());
    }
    let somewhere = waiting::everywhere(db).await?;
    for society in somewhere.into_keys() {
        plan_for(db, ways, (society, promise), now).await?;
    }
    Ok(())
}

async fn plan_for(
    db: &DatabaseConnection,
    ways: &Ways,
    (society, promise): (SocietyId, &Promise),
    now: Moment,
) -> Result<(), DbErr> {
    let mut rota = rota::of_society(db, society).await?;
    let is_webhook = |row: &Model| row.way == Some(Way::Webhook);
    if ways.webhook.is_some() && !rota.iter().any(is_webhook) {
        list_webhook(db, society, now).await?;
        rota = rota::of_society(db, society).await?;
    }
    let reachable = |row: &Model| row.way.is_some_and(|way| ways.has(way));
    let rota: Vec<Model> = rota.into_iter().filter(reachable).collect();
    if rota.is_empty() {
        return Ok(());
    }
    let txn = db::write(db).await?;
    let news = waiting::tell(&txn, society).await?;
    let found = waiting::of(&txn, society).await?;
    let waiting = Waiting {
        all: found.all(),
        urgent: found.urgent.all,
        news: news.urgent + news.others,
        urgent_news: news.urgent,
        is_overdue: is_overdue(promise, &found, now),
    };
    let told: BTreeMap<RotaLineId, Level> = rota
        .iter()
        .filter_map(|row| {
            let level = row.hours().level(&waiting, &promise.calendar, row.last_told(), now)?;
            Some((row.id, level))
        })
        .collect();
    for row in &rota {
        // A message that waits for its retry may become more urgent, never less.
        if let Some(level) = told.get(&row.id).filter(|level| row.due < Some(**level)) {
            make_due(&txn, row.id, *level).await?;
        }
    }
    if told.is_empty() {
        // Nobody is on duty: it stays news for the first who comes.
        return txn.rollback().await;
    }
    txn.commit().await
}

/// True if a promise is certainly over: for urgent work, when the later of its possible deadlines has passed.
pub(super) fn is_overdue(promise: &Promise, found: &waiting::Waiting, now: Moment) -> bool {
    let is_over = |count: Count, urgencies: &[Urgency]| {
        count.since.is_some_and(|since| {
            urgencies.iter().all(|urgency| promise.is_over(*urgency, since + ROUNDED_BY, now))
        })
    };
    is_over(found.urgent, &[Urgency::Danger, Urgency::Removal]) || is_over(found.others, &[Urgency::Other])
}

/// Puts the operator's webhook on a Society's rota; its row keeps when it was told.
async fn list_webhook(db: &DatabaseConnection, society: SocietyId, now: Moment) -> Result<(), DbErr> {
    let row = ActiveModel {
        id: Set(chance::id()),
        society_id: Set(society),
        way: Set(Some(Way::Webhook)),
        added_at: Set(now.0),
        ..Default::default()
    };
    match Entity::insert(row).exec_without_returning(db).await {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Ok(()),
        Err(error) => Err(error),
    }
}

async fn make_due(db: &impl ConnectionTrait, id: RotaLineId, level: Level) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Due, Expr::value(level))
        .col_expr(Column::RetryAt, Expr::value(0i64))
        .filter(Column::Id.eq(id))
        .exec(db)
        .await
        .map(|_| ())
}

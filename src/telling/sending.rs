//! Sends the messages that are due, several at once. A message that is not true any more is not sent; one that could
//! not be sent waits for its retry.

use futures_util::{StreamExt, stream};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter};
use time::Duration;

use super::entity::{Column, Entity, Model};
use super::planning::is_overdue;
use super::rota::Way;
use super::rule::{COARSENESS, Level, at_least, retry_after};
use super::webhook::Notice;
use super::{TellError, Ways, words};
use crate::clock::Moment;
use crate::i18n::{Audience, Texts};
use crate::promise::Promise;
use crate::responses::waiting::{self, Waiting};
use crate::societies;

/// How many messages are sent at once: a server that hangs holds up no more than these.
const AT_ONCE: usize = 8;
/// After this many tries, in about three hours, a first message to an address is given up: the address may not exist.
const MOST_TRIES_OF_A_FIRST: i64 = 15;

/// The result of one round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    pub sent: u64,
    pub failed: u64,
}

/// Sends everything that is due by now, urgent messages first.
pub async fn send_due(
    db: &DatabaseConnection,
    ways: &Ways,
    (texts, promise): (&Texts, &Promise),
    now: Moment,
) -> Result<Sent, DbErr> {
    let due =
        Entity::find().filter(Column::Due.is_not_null()).filter(Column::RetryAt.lte(now.0)).all(db).await?;
    let mut due: Vec<(Level, Model)> = due
        .into_iter()
        .filter(|row| row.way.is_some_and(|way| ways.has(way)))
        .filter_map(|row| Some((row.due?, row)))
        .collect();
    if due.is_empty() {
        return Ok(Sent::default());
    }
    let waiting = waiting::everywhere(db).await?;
    let found = |row: &Model| waiting.get(&row.society_id).copied().unwrap_or_default();
    due.sort_by_key(|(level, row)| (std::cmp::Reverse(*level), row.id));
    let each = due.into_iter().map(|(due, row)| {
        let found = found(&row);
        send_one(db, ways, texts, (true_now(due, &found, promise, now), row, found.all()), now)
    });
    let done: Vec<Result<Sent, DbErr>> = stream::iter(each).buffer_unordered(AT_ONCE).collect().await;
    let mut all = Sent::default();
    for one in done {
        let one = one?;
        all = Sent { sent: all.sent + one.sent, failed: all.failed + one.failed };
    }
    Ok(all)
}

/// The level that was due, or a lower one if that is not true any more; `None` if nothing waits any more.
fn true_now(due: Level, found: &Waiting, promise: &Promise, now: Moment) -> Option<Level> {
    match due {
        Level::Welcome => Some(Level::Welcome),
        _ if found.all() == 0 => None,
        Level::Urgent if found.urgent.all == 0 => Some(Level::Waits),
        Level::Overdue if !is_overdue(promise, found, now) => Some(Level::Waits),
        other => Some(other),
    }
}

async fn send_one(
    db: &DatabaseConnection,
    ways: &Ways,
    texts: &Texts,
    (level, row, count): (Option<Level>, Model, u64),
    now: Moment,
) -> Result<Sent, DbErr> {
    let Some(level) = level else {
        settle(db, &row, row.told_at, 0).await?;
        return Ok(Sent::default());
    };
    match told(db, ways, texts, (&row, level, count), now).await? {
        Ok(()) => {
            let told_at = now.0 - now.0.rem_euclid(COARSENESS.whole_seconds());
            settle(db, &row, Some(told_at), 0).await?;
            Ok(Sent { sent: 1, failed: 0 })
        }
        Err(error) => {
            tracing::warn!(line = %row.id, way = row.way.map(Way::code), kind = error.kind(), tries = row.tries + 1, "staff could not be told");
            if level == Level::Welcome && row.tries + 1 >= MOST_TRIES_OF_A_FIRST {
                settle(db, &row, row.told_at, row.tries + 1).await?;
            } else {
                put_off(db, &row, now + retry_after(row.tries)).await?;
            }
            Ok(Sent { sent: 0, failed: 1 })
        }
    }
}

async fn told(
    db: &DatabaseConnection,
    ways: &Ways,
    texts: &Texts,
    (row, level, count): (&Model, Level, u64),
    now: Moment,
) -> Result<Result<(), TellError>, DbErr> {
    Ok(match (row.way, &ways.mail, &ways.webhook) {
        (Some(Way::Mail), Some(mail), _) => {
            let lang = texts.language(Audience::Staff, &row.language).unwrap_or(texts.english());
            mail.send(&row.address, &words::letter(texts, lang, level, count)).await
        }
        (Some(Way::Webhook), _, Some(webhook)) => {
            let society = societies::slug_of(db, row.society_id).await?;
            let notice = Notice::new(level, society, at_least(count));
            // The same id for each retry.
            let id = format!("{}-{}", row.id, row.told_at.unwrap_or_default());
            webhook.send(&id, &notice, now).await
        }
        _ => Err(TellError::Unreachable("this way is not set up".to_owned())),
    })
}

/// Clears what was due: it was told, or there is nothing to tell any more. What became due meanwhile stays.
async fn settle(db: &DatabaseConnection, row: &Model, told_at: Option<i64>, tries: i64) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::Due, Expr::value(Option::<Level>::None))
        .col_expr(Column::RetryAt, Expr::value(0i64))
        .col_expr(Column::Tries, Expr::value(tries))
        .col_expr(Column::ToldAt, Expr::value(told_at))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Due.eq(row.due))
        .exec(db)
        .await
        .map(|_| ())
}

async fn put_off(db: &DatabaseConnection, row: &Model, until: Moment) -> Result<(), DbErr> {
    // Rounds up to the minute, so that it is never sooner than `until`.
    let minute = Duration::MINUTE.whole_seconds();
    let until = Moment(until.0 + minute - 1);
    Entity::update_many()
        .col_expr(Column::RetryAt, Expr::value(until.0 - until.0.rem_euclid(minute)))
        .col_expr(Column::Tries, Expr::value(row.tries + 1))
        .filter(Column::Id.eq(row.id))
        .exec(db)
        .await
        .map(|_| ())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::config::Config;
    use crate::responses::waiting::Count;

    #[test]
    fn what_has_become_untrue_is_not_told() {
        use Level::{Overdue, Urgent, Waits, Welcome};
        let promise = Config::from_values(BTreeMap::new()).unwrap().promise;
        // A Wednesday at noon. Anything from a week before is late by now.
        let now = Moment(1_795_003_200);
        let old = Count { all: 1, news: 0, since: Some(now - Duration::days(7)) };
        let fresh = Count { all: 1, news: 1, since: Some(now.hour()) };
        let (nothing, none) = (Waiting::default(), Count::default());
        let [urgent, late, other] =
            [(fresh, none), (none, old), (none, fresh)].map(|(urgent, others)| Waiting { urgent, others });
        for (due, found, expected) in [
            (Welcome, nothing, Some(Welcome)),
            (Urgent, nothing, None),
            (Waits, nothing, None),
            (Urgent, urgent, Some(Urgent)),
            (Urgent, other, Some(Waits)),
            (Overdue, late, Some(Overdue)),
            (Overdue, other, Some(Waits)),
            (Waits, other, Some(Waits)),
        ] {
            assert_eq!(true_now(due, &found, &promise, now), expected, "{due:?} {found:?}");
        }
    }
}

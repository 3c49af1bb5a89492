//! The alarm for a rush: far more responses come to a Society than in the week before. Invariant: it tells that it rings and
//! since when, and nothing of what came, from where, or to which photo.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, FromQueryResult, Statement};
use time::Duration;

use crate::audit::{self, AuditError, Verb, entry};
use crate::clock::Moment;
use crate::db;
use crate::ids::SocietyId;

const WEEK: Duration = Duration::days(7);
/// An hour is a rush from three times the week's rate on.
const TIMES: u64 = 3;
/// Fewer in an hour are no rush, whatever the week was: two people can read them.
const FEWEST: u64 = 30;
/// While it goes on, it rings once in this time.
const ONE_LINE_FOR: Duration = Duration::hours(1);
/// How long pages and figures tell it.
const TOLD_FOR: Duration = Duration::hours(24);

/// Whether the count of one hour is a rush, by the count of the week before.
fn is_rush(in_the_hour: u64, in_the_week: u64) -> bool {
    let hours = WEEK.whole_hours().unsigned_abs();
    in_the_hour >= FEWEST && in_the_hour.saturating_mul(hours) >= in_the_week.saturating_mul(TIMES)
}

#[derive(FromQueryResult)]
struct Arrived {
    society_id: SocietyId,
    lately: i64,
    earlier: i64,
}

/// Rings for each Society to which a rush comes; for the jobs, when something has come.
pub async fn look(db: &DatabaseConnection, now: Moment) -> Result<(), AuditError> {
    // Times are rounded down to the hour.
    let hour = now.hour();
    let sql = "select society_id, cast(sum(case when arrived_at >= $1 then 1 else 0 end) as bigint) as lately, \
                   cast(sum(case when arrived_at < $1 then 1 else 0 end) as bigint) as earlier \
               from responses where arrived_at >= $2 and society_id is not null group by society_id";
    let values = [hour.0.into(), (hour - WEEK).0.into()];
    let asked = Statement::from_sql_and_values(db.get_database_backend(), sql, values);
    for row in Arrived::find_by_statement(asked).all(db).await? {
        let count = |number: i64| u64::try_from(number).unwrap_or(0);
        if is_rush(count(row.lately), count(row.earlier)) {
            ring(db, row.society_id, now).await?;
        }
    }
    Ok(())
}

async fn ring(db: &DatabaseConnection, society: SocietyId, now: Moment) -> Result<(), AuditError> {
    let txn = db::write(db).await?;
    audit::take_turn(&txn, society).await?;
    if !audit::of_verb(&txn, society, Verb::RushNoticed, now - ONE_LINE_FOR).await?.is_empty() {
        return Ok(());
    }
    tracing::warn!(%society, "responses come at three times the week's rate or faster");
    audit::append(&txn, society, now, entry(None, Verb::RushNoticed, society)).await?;
    txn.commit().await?;
    Ok(())
}

/// When it last rang for this Society, within a day.
pub async fn told(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<Option<Moment>, AuditError> {
    let lines = audit::of_verb(db, society, Verb::RushNoticed, now - TOLD_FOR).await?;
    Ok(lines.last().map(|line| line.at))
}

/// How often it rang within a day for all Societies, for the metrics.
pub async fn count(db: &impl ConnectionTrait, now: Moment) -> Result<u64, DbErr> {
    audit::count_of_verb(db, Verb::RushNoticed, now - TOLD_FOR).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rush_is_three_times_the_weeks_rate_and_more_than_two_people_read() {
        // A week of 168 is one an hour.
        for (in_the_hour, in_the_week, expected) in [
            (0, 0, false),
            (29, 0, false),
            (30, 0, true),
            (30, 1_680, true),
            (30, 1_681, false),
            (299, 168 * 100, false),
            (300, 168 * 100, true),
            (10_000, 168 * 100, true),
            (u64::MAX, u64::MAX, true),
        ] {
            assert_eq!(is_rush(in_the_hour, in_the_week), expected, "{in_the_hour} after {in_the_week}");
        }
    }
}

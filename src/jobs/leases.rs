//! Leases: one replica at a time runs a job. A process that is killed can't release its lease, so a lease is short and is
//! renewed while its job runs.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use time::Duration;

use super::lease_entity::{ActiveModel, Column, Entity};
use super::{Job, JobError};
use crate::app::App;
use crate::clock::Moment;
use crate::db::is_unique_violation;
use crate::ids::ProcessId;

/// How long a killed process can block a job. It must be short: files of an ended photo must be erased within five minutes.
const LEASE: Duration = Duration::minutes(1);
const RENEWED_EVERY: std::time::Duration = std::time::Duration::from_secs(15);

/// Takes the job's lease, if the job is due and no other replica holds the lease.
pub(super) async fn take(
    db: &DatabaseConnection,
    job: Job,
    holder: ProcessId,
    now: Moment,
) -> Result<bool, DbErr> {
    let fresh = ActiveModel {
        name: Set(job.code().to_owned()),
        holder: Set(holder),
        held_until: Set((now + LEASE).0),
        ran_at: Set(now.0),
    };
    let Some(row) = Entity::find_by_id(job.code().to_owned()).one(db).await? else {
        return match Entity::insert(fresh).exec_without_returning(db).await {
            Ok(_) => Ok(true),
            Err(error) if is_unique_violation(&error) => Ok(false),
            Err(error) => Err(error),
        };
    };
    let is_due = Moment(row.ran_at) + job.every() <= now;
    let is_free = row.holder == holder || row.held_until <= now.0;
    if !(is_due && is_free) {
        return Ok(false);
    }
    let taken = Entity::update_many()
        .col_expr(Column::Holder, Expr::value(holder))
        .col_expr(Column::HeldUntil, Expr::value((now + LEASE).0))
        .col_expr(Column::RanAt, Expr::value(now.0))
        .filter(Column::Name.eq(job.code()))
        .filter(Column::RanAt.eq(row.ran_at))
        .filter(Column::HeldUntil.eq(row.held_until))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Runs the job and renews its lease meanwhile.
pub(super) async fn run(app: &App, job: Job, holder: ProcessId, now: Moment) -> Result<(), JobError> {
    let mut work = std::pin::pin!(job.run(app, now));
    loop {
        tokio::select! {
            done = &mut work => return done,
            () = tokio::time::sleep(RENEWED_EVERY) => {
                let until = app.clock.now() + LEASE;
                if let Err(error) = hold(&app.db.jobs, job, holder, until).await {
                    tracing::warn!(job = job.code(), %error, "a job's lease could not be renewed");
                }
            }
        }
    }
}

/// Releases the lease. If this process ends, another can run the job when it is due, without waiting for the lease to expire.
pub(super) async fn release(
    db: &DatabaseConnection,
    job: Job,
    holder: ProcessId,
    now: Moment,
) -> Result<(), DbErr> {
    hold(db, job, holder, now).await
}

async fn hold(db: &DatabaseConnection, job: Job, holder: ProcessId, until: Moment) -> Result<(), DbErr> {
    Entity::update_many()
        .col_expr(Column::HeldUntil, Expr::value(until.0))
        .filter(Column::Name.eq(job.code()))
        .filter(Column::Holder.eq(holder))
        .exec(db)
        .await?;
    Ok(())
}

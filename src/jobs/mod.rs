//! What happens by the clock. One replica runs a job at a time, by a lease in the database; jobs hold no key and act
//! on plain dates, stages and names of files.

pub mod lease_entity;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter, sea_query::Expr,
};
use std::sync::Arc;
use time::Duration;
use uuid::Uuid;

use crate::app::App;
use crate::audit::checkpoints::{Checkpoint, CheckpointFile};
use crate::clock::Moment;
use crate::db::is_unique_violation;
use crate::posters;
use crate::publications::ending;
use crate::responses::queries;
use crate::staff::session;
use crate::{audit, captcha, chance, photos};

/// A job's name and how often it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Ends what has no consent any more, erases its files, chains what came in on the site.
    Publish,
    /// Erases what is past its time.
    Erase,
    /// Writes the audit chain's heads outside the database.
    Checkpoint,
}

impl Job {
    pub const ALL: [Job; 3] = [Job::Publish, Job::Erase, Job::Checkpoint];

    fn name(self) -> &'static str {
        match self {
            Job::Publish => "publish",
            Job::Erase => "erase",
            Job::Checkpoint => "checkpoint",
        }
    }

    fn every(self) -> Duration {
        match self {
            Job::Publish => Duration::seconds(20),
            Job::Erase => Duration::minutes(15),
            // design.md, "Audit": every 5 minutes; 100 lines take longer than that at the reading budget.
            Job::Checkpoint => Duration::minutes(5),
        }
    }

    pub async fn run(self, app: &App, now: Moment) -> Result<(), JobError> {
        match self {
            Job::Publish => publish(app, now).await,
            Job::Erase => erase(app, now).await,
            Job::Checkpoint => checkpoint(app, now).await,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error(transparent)]
    Publication(#[from] crate::publications::PublicationError),
    #[error(transparent)]
    Response(#[from] crate::responses::ResponseError),
    #[error(transparent)]
    Poster(#[from] posters::PosterError),
    #[error(transparent)]
    Photo(#[from] photos::PhotoError),
    #[error(transparent)]
    Audit(#[from] audit::AuditError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error("the checkpoint file could not be written: {0}")]
    Checkpoint(#[from] std::io::Error),
}

async fn publish(app: &App, now: Moment) -> Result<(), JobError> {
    let db = &app.db.jobs;
    ending::end_with_consent(db, now).await?;
    ending::unpublish(db, &app.blobs, now).await?;
    posters::ending::end_over(db, now).await?;
    photos::sweep(db, &app.blobs, now).await?;
    ending::chain_withdrawals(db, now).await?;
    queries::chain_arrivals(db, now).await?;
    app.refresh_catalogue().await;
    Ok(())
}

async fn erase(app: &App, now: Moment) -> Result<(), JobError> {
    let (db, kept) = (&app.db.jobs, app.config.kept);
    ending::end_untouched_drafts(db, now, kept.draft).await?;
    ending::erase_private_parts(db, now, kept.private_part).await?;
    queries::erase_closed(db, now, kept).await?;
    let file = CheckpointFile::at(&app.config.checkpoint_file);
    if file.path().exists() {
        audit::erase_older(db, &file.read_all()?.checkpoints, now, kept.audit).await?;
    }
    captcha::erase_old_uses(db, now).await?;
    session::erase_ended(db, now, app.config.desk_session_for).await?;
    photos::sweep(db, &app.blobs, now).await?;
    app.db.scrub().await?;
    Ok(())
}

async fn checkpoint(app: &App, now: Moment) -> Result<(), JobError> {
    let heads = audit::heads(&app.db.jobs).await?;
    let checkpoints: Vec<Checkpoint> = heads.into_iter().map(|head| Checkpoint::of(head, now)).collect();
    for checkpoint in &checkpoints {
        // In the log too, which leaves the machine where logs do.
        tracing::info!(%checkpoint, "audit checkpoint");
    }
    let file = CheckpointFile::at(&app.config.checkpoint_file);
    tokio::task::spawn_blocking(move || file.append(&checkpoints)).await.map_err(std::io::Error::other)??;
    Ok(())
}

/// Looks at the timetable for as long as the process lives.
pub async fn timetable(app: Arc<App>) {
    let holder = chance::id();
    let every =
        std::time::Duration::try_from(app.config.jobs_every).unwrap_or(std::time::Duration::from_secs(20));
    loop {
        for job in Job::ALL {
            let now = app.clock.now();
            match may_run(&app.db.jobs, job, holder, now).await {
                Ok(false) => {}
                Ok(true) => {
                    if let Err(error) = job.run(&app, now).await {
                        app.metrics.job_failed(job.name());
                        tracing::error!(job = job.name(), %error, "a job failed; it is tried again");
                    } else {
                        app.metrics.job_done(job.name(), app.clock.now());
                    }
                    if let Err(error) = release(&app.db.jobs, job, holder, app.clock.now()).await {
                        tracing::warn!(job = job.name(), %error, "a job's lease could not be given back");
                    }
                }
                Err(error) => tracing::warn!(job = job.name(), %error, "the timetable could not be read"),
            }
        }
        tokio::time::sleep(every).await;
    }
}

/// Forgets counts that have run out, in each process for itself.
pub async fn sweep_limits(app: Arc<App>) {
    loop {
        tokio::time::sleep(std::time::Duration::from_secs(15 * 60)).await;
        app.limits.rates.sweep();
    }
}

/// Holds on to the limits that all replicas share.
pub async fn watch_limits(app: Arc<App>) {
    app.limits.rates.watch().await;
}

/// Every second, asks for the catalogue's version, so that a change on one replica reaches all.
pub async fn watch_catalogue(app: Arc<App>) {
    loop {
        app.refresh_catalogue().await;
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    }
}

/// Keeps the stock of receipt codes full, one Argon2 at a time.
pub async fn fill_code_stock(app: Arc<App>) {
    loop {
        let codes = app.limits.codes.clone();
        let filled = tokio::task::spawn_blocking(move || codes.fill_one()).await;
        if !matches!(filled, Ok(Ok(true))) {
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
    }
}

/// Gives the lease back: if this process ends, another goes on when the job is due, not when the lease is over.
async fn release(db: &DatabaseConnection, job: Job, holder: Uuid, now: Moment) -> Result<(), DbErr> {
    lease_entity::Entity::update_many()
        .col_expr(lease_entity::Column::HeldUntil, Expr::value(now.0))
        .filter(lease_entity::Column::Name.eq(job.name()))
        .filter(lease_entity::Column::Holder.eq(holder))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes the job's lease if it is due and no other replica holds it.
async fn may_run(db: &DatabaseConnection, job: Job, holder: Uuid, now: Moment) -> Result<bool, DbErr> {
    let lease = Duration::minutes(10);
    let fresh = lease_entity::ActiveModel {
        name: Set(job.name().to_owned()),
        holder: Set(holder),
        held_until: Set((now + lease).0),
        ran_at: Set(now.0),
    };
    let Some(row) = lease_entity::Entity::find_by_id(job.name().to_owned()).one(db).await? else {
        return match lease_entity::Entity::insert(fresh).exec_without_returning(db).await {
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
    let taken = lease_entity::Entity::update_many()
        .col_expr(lease_entity::Column::Holder, Expr::value(holder))
        .col_expr(lease_entity::Column::HeldUntil, Expr::value((now + lease).0))
        .col_expr(lease_entity::Column::RanAt, Expr::value(now.0))
        .filter(lease_entity::Column::Name.eq(job.name()))
        .filter(lease_entity::Column::RanAt.eq(row.ran_at))
        .exec(db)
        .await?;
    Ok(taken.rows_affected == 1)
}

//! The scheduled jobs. A lease in the database lets one replica run a job at a time. Jobs hold no key and act on plain dates,
//! stages and file names.

mod checkpoint;
mod erase;
pub mod lease_entity;
mod leases;
mod publish;
mod strays;
mod tell;

use sea_orm::DbErr;
use std::sync::Arc;
use time::Duration;

use crate::app::App;
use crate::clock::Moment;
use crate::web::draining::Draining;
use crate::{audit, backup, chance, holdings, photos, posters, publications, responses};

words! {
    /// A job's name and how often it runs.
    pub enum Job {
        /// Ends what has no consent any more and erases its files, writes audit lines about what came in on the site, moves
        /// tombstones to their file, and deletes saved form steps that have expired.
        Publish = "publish",
        /// Erases records that are past their time.
        Erase = "erase",
        /// Writes the heads of the audit chains outside the database.
        Checkpoint = "checkpoint",
        /// The same for a chain that grew fast, so that a checkpoint soon covers the lines of somebody who reads much.
        CheckpointSoon = "checkpoint-soon",
        /// Looks for files that no row knows, and reports them.
        Strays = "strays",
        /// Tells staff that work waits.
        Tell = "tell",
    }
}

impl Job {
    fn every(self) -> Duration {
        match self {
            Job::Publish => publish::EVERY,
            Job::Erase => erase::EVERY,
            Job::Checkpoint => checkpoint::EVERY,
            Job::CheckpointSoon => checkpoint::SOON_EVERY,
            Job::Strays => strays::EVERY,
            Job::Tell => tell::EVERY,
        }
    }

    pub async fn run(self, app: &App, now: Moment) -> Result<(), JobError> {
        match self {
            Job::Publish => publish::run(app, now).await,
            Job::Erase => erase::run(app, now).await,
            Job::Checkpoint => checkpoint::write(app, now).await,
            Job::CheckpointSoon => checkpoint::write_where_much_was_read(app, now).await,
            Job::Strays => strays::run(app, now).await,
            Job::Tell => tell::run(app, now).await,
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum JobError {
    #[error(transparent)]
    Publication(#[from] publications::PublicationError),
    #[error(transparent)]
    Response(#[from] responses::ResponseError),
    #[error(transparent)]
    Poster(#[from] posters::PosterError),
    #[error(transparent)]
    Photo(#[from] photos::PhotoError),
    #[error(transparent)]
    Audit(#[from] audit::AuditError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Tombstones(#[from] backup::tombstones::KeepError),
    #[error(transparent)]
    Strays(#[from] holdings::strays::StrayError),
    #[error("the checkpoint file could not be written: {0}")]
    Checkpoint(#[from] std::io::Error),
}

/// Runs the timetable until the process is told to end; a running job is finished first.
pub async fn timetable(app: Arc<App>, draining: Draining) {
    // Apart, because listing the whole store is slow, and erasures must not wait for it.
    let prompt = &[Job::Publish, Job::Erase, Job::Checkpoint, Job::CheckpointSoon];
    let leisurely = &[Job::Strays];
    // Apart, because mail servers may hang.
    let telling = &[Job::Tell];
    tokio::join!(
        round(&app, &draining, prompt),
        round(&app, &draining, leisurely),
        round(&app, &draining, telling)
    );
}

async fn round(app: &App, draining: &Draining, jobs: &[Job]) {
    let holder = chance::id();
    for job in jobs {
        app.metrics.job_begins(job.code());
    }
    let every =
        std::time::Duration::try_from(app.config.jobs_every).unwrap_or(std::time::Duration::from_secs(20));
    loop {
        for job in jobs.iter().copied() {
            if draining.has_begun() {
                return;
            }
            let now = app.clock.now();
            match leases::take(&app.db.jobs, job, holder, now).await {
                Ok(false) => {}
                Ok(true) => {
                    if let Err(error) = leases::run(app, job, holder, now).await {
                        app.metrics.job_failed(job.code());
                        tracing::error!(job = job.code(), %error, "a job failed; it is tried again");
                    } else {
                        app.metrics.job_done(job.code(), app.clock.now());
                    }
                    if let Err(error) = leases::release(&app.db.jobs, job, holder, app.clock.now()).await {
                        tracing::warn!(job = job.code(), %error, "a job's lease could not be released");
                    }
                }
                Err(error) => tracing::warn!(job = job.code(), %error, "a job's lease could not be taken"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(every) => {}
            () = draining.begun() => return,
        }
    }
}

//! The scheduled jobs. A lease in the database lets one replica run a job at a time. Jobs hold no key and act on plain dates,
//! stages and file names.

mod checkpoints;
pub mod lease_entity;
mod leases;

use sea_orm::DbErr;
use std::sync::Arc;
use time::Duration;

use crate::app::App;
use crate::audit::checkpoints::CheckpointFile;
use crate::backup::tombstones;
use crate::clock::Moment;
use crate::holdings::strays::{self, StrayError};
use crate::posters;
use crate::publications::ending;
use crate::responses::retention;
use crate::staff::session;
use crate::telling;
use crate::web::draining::Draining;
use crate::{audit, captcha, chance, form_steps, photos};

/// A job's name and how often it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Job {
    /// Ends what has no consent any more and erases its files, writes audit lines about what came in on the site, moves
    /// tombstones to their file, and deletes saved form steps that have expired.
    Publish,
    /// Erases records that are past their time.
    Erase,
    /// Writes the heads of the audit chains outside the database.
    Checkpoint,
    /// The same for a chain that grew fast, so that a checkpoint soon covers the lines of somebody who reads much.
    CheckpointSoon,
    /// Looks for files that no row knows, and reports them.
    Strays,
    /// Tells staff that work waits.
    Tell,
}

impl Job {
    pub const ALL: [Job; 6] =
        [Job::Publish, Job::Erase, Job::Checkpoint, Job::CheckpointSoon, Job::Strays, Job::Tell];

    fn name(self) -> &'static str {
        match self {
            Job::Publish => "publish",
            Job::Erase => "erase",
            Job::Checkpoint => "checkpoint",
            Job::CheckpointSoon => "checkpoint-soon",
            Job::Strays => "strays",
            Job::Tell => "tell",
        }
    }

    fn every(self) -> Duration {
        match self {
            Job::Publish => Duration::seconds(20),
            Job::Erase => Duration::minutes(15),
            // Or sooner, by the next job: docs/decisions/0007-log-every-reading.md.
            Job::Checkpoint => Duration::minutes(5),
            Job::CheckpointSoon => Duration::seconds(20),
            // Daily, because it lists the whole store.
            Job::Strays => Duration::days(1),
            // Staff must be told of a danger within a minute.
            Job::Tell => Duration::seconds(20),
        }
    }

    pub async fn run(self, app: &App, now: Moment) -> Result<(), JobError> {
        match self {
            Job::Publish => publish(app, now).await,
            Job::Erase => erase(app, now).await,
            Job::Checkpoint => checkpoints::write(app, now).await,
            Job::CheckpointSoon => checkpoints::write_where_much_was_read(app, now).await,
            Job::Strays => look_for_strays(app, now).await,
            Job::Tell => tell(app, now).await,
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
    #[error(transparent)]
    Tombstones(#[from] tombstones::KeepError),
    #[error(transparent)]
    Strays(#[from] StrayError),
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
    retention::chain_arrivals(db, now).await?;
    app.refresh_catalogue().await;
    form_steps::erase_due(db, now).await?;
    // Last, so that a log that can't be written keeps no photo on the site.
    tombstones::keep(&app.db.jobs, &app.config.tombstone_file, now).await?;
    Ok(())
}

async fn erase(app: &App, now: Moment) -> Result<(), JobError> {
    let (db, kept) = (&app.db.jobs, app.config.kept);
    ending::end_untouched_drafts(db, now, kept.draft).await?;
    ending::erase_private_parts(db, now, kept.private_part).await?;
    retention::erase_closed(db, now, kept).await?;
    let file = CheckpointFile::at(&app.config.checkpoint_file);
    if file.path().exists() {
        let seen = file.read_all()?.checkpoints;
        if audit::erase_older(db, &seen, now, kept.audit).await? > 0 {
            // The line about the erasure counts only after a checkpoint has seen it, so write one now.
            checkpoints::write(app, now).await?;
        }
    }
    captcha::erase_old_uses(db, now).await?;
    session::erase_ended(db, now, app.config.desk_session_for).await?;
    photos::sweep(db, &app.blobs, now).await?;
    app.db.scrub().await?;
    Ok(())
}

async fn look_for_strays(app: &App, now: Moment) -> Result<(), JobError> {
    match strays::look(&app.db.jobs, &app.blobs, now).await {
        Ok(0) => {}
        Ok(count) => tracing::error!(
            count,
            "the store holds files that no row of the database knows: is it the right database, and the right store? \
             kinlight strays tells more"
        ),
        Err(StrayError::Waits) => {
            tracing::info!("files that no row knows are not looked for while photos wait for tombstones")
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

async fn tell(app: &App, now: Moment) -> Result<(), JobError> {
    let db = &app.db.jobs;
    telling::plan(db, &app.ways, &app.config.promise, now).await?;
    let sent = telling::send_due(db, &app.ways, (app.pages.texts(), &app.config.promise), now).await?;
    app.metrics.staff_not_told(sent.failed);
    Ok(())
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
        app.metrics.job_begins(job.name());
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
                        app.metrics.job_failed(job.name());
                        tracing::error!(job = job.name(), %error, "a job failed; it is tried again");
                    } else {
                        app.metrics.job_done(job.name(), app.clock.now());
                    }
                    if let Err(error) = leases::release(&app.db.jobs, job, holder, app.clock.now()).await {
                        tracing::warn!(job = job.name(), %error, "a job's lease could not be released");
                    }
                }
                Err(error) => tracing::warn!(job = job.name(), %error, "a job's lease could not be taken"),
            }
        }
        tokio::select! {
            () = tokio::time::sleep(every) => {}
            () = draining.begun() => return,
        }
    }
}

//! Erases records that are past their time: docs/retention.md has a row for each line.

use time::Duration;

use super::{JobError, checkpoint};
use crate::app::App;
use crate::audit::checkpoints::CheckpointFile;
use crate::clock::Moment;
use crate::publications::ending;
use crate::responses::retention;
use crate::staff::session;
use crate::{audit, captcha, photos};

pub(super) const EVERY: Duration = Duration::minutes(15);

pub(super) async fn run(app: &App, now: Moment) -> Result<(), JobError> {
    let (db, kept) = (&app.db.jobs, app.config.kept);
    ending::end_untouched_drafts(db, now, kept.draft).await?;
    ending::erase_private_parts(db, now, kept.private_part).await?;
    retention::erase_closed(db, now, kept).await?;
    erase_audit_lines(app, now).await?;
    captcha::erase_old_uses(db, now).await?;
    session::erase_ended(db, now, app.config.desk_session.lasts_for).await?;
    photos::sweep(db, &app.blobs, now).await?;
    app.db.scrub().await?;
    Ok(())
}

/// Audit lines are erased only after a checkpoint has seen them.
async fn erase_audit_lines(app: &App, now: Moment) -> Result<(), JobError> {
    let file = CheckpointFile::at(&app.config.checkpoint_file);
    if !file.path().exists() {
        return Ok(());
    }
    let seen = file.read_all()?.checkpoints;
    if audit::erase_older(&app.db.jobs, &seen, now, app.config.kept.audit).await? > 0 {
        // The line about the erasure counts only after a checkpoint has seen it, so write one now.
        checkpoint::write(app, now).await?;
    }
    Ok(())
}

//! Ends what has no consent any more and erases its files; writes the audit lines of what came in on the site; moves tombstones
//! to their file; deletes expired steps of forms.

use time::Duration;

use super::JobError;
use crate::app::App;
use crate::backup::tombstones;
use crate::clock::Moment;
use crate::publications::ending;
use crate::responses::retention;
use crate::{form_steps, photos, posters};

/// The files of an ended photo must leave the store within a minute.
pub(super) const EVERY: Duration = Duration::seconds(20);

pub(super) async fn run(app: &App, now: Moment) -> Result<(), JobError> {
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
    tombstones::keep(db, &app.config.tombstone_file, now).await?;
    Ok(())
}

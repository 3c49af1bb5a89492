//! Tells staff that work waits.

use time::Duration;

use super::JobError;
use crate::app::App;
use crate::clock::Moment;
use crate::telling;

/// Staff must be told of a danger within a minute.
pub(super) const EVERY: Duration = Duration::seconds(20);

pub(super) async fn run(app: &App, now: Moment) -> Result<(), JobError> {
    let (db, promise) = (&app.db.jobs, &app.config.promise);
    telling::plan(db, &app.ways, promise, now).await?;
    let sent = telling::send_due(db, &app.ways, (app.pages.texts(), promise), now).await?;
    app.metrics.staff_not_told(sent.failed);
    Ok(())
}

//! Looks for files that no row knows, and reports them. It erases none: a wrong database would make every file a stray.

use time::Duration;

use super::JobError;
use crate::app::App;
use crate::clock::Moment;
use crate::holdings::strays::{self, StrayError};

/// Daily, because it lists the whole store.
pub(super) const EVERY: Duration = Duration::days(1);

pub(super) async fn run(app: &App, now: Moment) -> Result<(), JobError> {
    match strays::look(&app.db.jobs, &app.blobs, now).await {
        Ok(0) => {}
        Ok(count) => tracing::error!(
            count,
            "the store holds files that no row of the database knows: is it the right database, and the right store? \
             kinlight strays tells more"
        ),
        Err(StrayError::Waits) => {
            tracing::info!("files that no row knows are not looked for while photos wait for tombstones");
        }
        Err(error) => return Err(error.into()),
    }
    Ok(())
}

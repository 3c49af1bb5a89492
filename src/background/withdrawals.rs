//! Withdrawals that were made while the database was away: they wait in a folder of this machine.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use crate::app::App;
use crate::clock::Moment;
use crate::db::DbErr;
use crate::publications::{ending, spool};

/// How often the folder is looked at.
const EVERY: Duration = Duration::from_secs(1);

/// Writes waiting withdrawals to the database as soon as it answers.
pub(super) async fn send(app: Arc<App>) {
    let (folder, mut is_told) = (app.spool(), false);
    loop {
        tokio::time::sleep(EVERY).await;
        let waiting = match spool::waiting(&folder) {
            Ok(waiting) => waiting,
            Err(error) => {
                tracing::error!(%error, "withdrawals that wait for the database could not be read");
                continue;
            }
        };
        if waiting.is_empty() {
            continue;
        }
        match send_each(&app, &folder, &waiting).await {
            Ok(()) => {
                is_told = false;
                tracing::info!(count = waiting.len(), "the database has the withdrawals that waited for it");
                app.refresh_catalogue().await;
            }
            Err(error) if !is_told => {
                is_told = true;
                tracing::warn!(count = waiting.len(), %error, "withdrawals wait for the database");
            }
            Err(_) => {}
        }
    }
}

/// Fails at the first one that the database does not take; that one and the rest still wait.
async fn send_each(app: &App, folder: &Path, waiting: &[([u8; 32], Moment)]) -> Result<(), DbErr> {
    for (tag, asked_at) in waiting {
        // If the database does not know the code any more, its photo ended long ago.
        ending::withdraw_by_code(&app.db.site, tag, *asked_at).await?;
        spool::forget(folder, tag);
    }
    Ok(())
}

//! Withdrawals that were made while the database was away: they wait in a folder of this machine.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;
use crate::publications::spool;

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
        match spool::send(&app.db.site, &folder, &waiting).await {
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

//! The catalogue follows the database: a change on any replica shows here within a second or two.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;
use crate::db::listening::Listener;

/// The poll interval of the catalogue's version while a listener is connected, and without one.
const POLL_WITH_LISTENER: Duration = Duration::from_secs(2);
const POLL_WITHOUT_LISTENER: Duration = Duration::from_secs(1);

/// Reloads the catalogue after a change on any replica: at once on a notification from the database, else at the next poll.
pub(super) async fn watch(app: Arc<App>) {
    let mut listener = None;
    loop {
        if listener.is_none() {
            listener = Listener::beside(&app.db.site).await.unwrap_or_default();
        }
        // After the listener is connected, so that no earlier change is missed.
        app.refresh_catalogue().await;
        let Some(ear) = &mut listener else {
            tokio::time::sleep(POLL_WITHOUT_LISTENER).await;
            continue;
        };
        if let Ok(Err(error)) = tokio::time::timeout(POLL_WITH_LISTENER, ear.hears()).await {
            tracing::warn!(%error, "the listener for changes failed; the catalogue is polled");
            listener = None;
        }
    }
}

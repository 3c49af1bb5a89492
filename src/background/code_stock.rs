//! The stock of receipt codes: each costs one Argon2, so they are made before somebody waits for one.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;

/// How long to wait after a code could not be made.
const RETRIES_AFTER: Duration = Duration::from_millis(500);

/// Keeps the stock full, one Argon2 at a time.
pub(super) async fn fill(app: Arc<App>) {
    loop {
        let codes = app.limits.codes.clone();
        let filled = tokio::task::spawn_blocking(move || codes.fill_one()).await;
        match filled {
            Ok(Ok(true)) => {}
            Ok(Ok(false)) => app.limits.codes.one_was_taken().await,
            _ => tokio::time::sleep(RETRIES_AFTER).await,
        }
    }
}

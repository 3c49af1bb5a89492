//! Rate limits: this process's counts in memory, and its connection to those that all replicas share.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;

/// How often expired counts are forgotten.
const EVERY: Duration = Duration::from_mins(15);

/// Forgets expired counts, so that memory does not grow with each visitor.
pub(super) async fn forget_expired(app: Arc<App>) {
    loop {
        tokio::time::sleep(EVERY).await;
        app.limits.rates.sweep();
    }
}

/// Keeps the connection to the limits that all replicas share.
pub(super) async fn watch(app: Arc<App>) {
    app.limits.rates.watch().await;
}

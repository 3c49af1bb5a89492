//! PostgreSQL sends a notification when the catalogue has changed, on a connection of its own. A notification may be lost with
//! the connection, so the receiver also polls now and then. SQLite has no notifications.

use sea_orm::sqlx::postgres::{PgListener, PgPoolOptions};
use sea_orm::{DatabaseConnection, DbErr, RuntimeErr};
use std::time::Duration;

use super::is_sqlite;

/// The schema's trigger `catalogue_announced` notifies here.
const CHANNEL: &str = "kinlight_catalogue";

/// The timeout for connecting: a longer wait would delay the caller's own poll.
const WAITS_FOR: Duration = Duration::from_secs(2);

pub struct Listener(PgListener);

impl Listener {
    /// Uses the address, role and settings of `site`; returns `None` on an engine without notifications.
    pub async fn beside(site: &DatabaseConnection) -> Result<Option<Listener>, DbErr> {
        if is_sqlite(site) {
            return Ok(None);
        }
        let options = site.get_postgres_connection_pool().connect_options();
        // Not from the pool: a listener would keep one of its connections for ever.
        let alone = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
        let alone = alone.acquire_timeout(WAITS_FOR).connect_with((*options).clone()).await.map_err(away)?;
        let mut listener = PgListener::connect_with(&alone).await.map_err(away)?;
        // After a lost connection, the caller must poll first and then listen again, because notifications were lost.
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await.map_err(away)?;
        Ok(Some(Listener(listener)))
    }

    /// Waits until something has changed.
    pub async fn hears(&mut self) -> Result<(), DbErr> {
        match self.0.try_recv().await.map_err(away)? {
            Some(_) => {
                // One poll covers all notifications that are buffered.
                while self.0.next_buffered().is_some() {}
                Ok(())
            }
            None => Err(DbErr::Conn(RuntimeErr::Internal("the connection was lost".to_owned()))),
        }
    }
}

fn away(error: sea_orm::sqlx::Error) -> DbErr {
    DbErr::Conn(RuntimeErr::Internal(error.to_string()))
}

//! PostgreSQL tells when the catalogue has changed, on a connection of its own that does nothing else. A word may be
//! lost with the connection, so whoever listens asks now and then all the same. SQLite tells nothing.

use sea_orm::sqlx::postgres::{PgListener, PgPoolOptions};
use sea_orm::{DatabaseConnection, DbErr, RuntimeErr};
use std::time::Duration;

use super::is_sqlite;

/// The trigger `catalogue_announced` of the schema says it.
const CHANNEL: &str = "kinlight_catalogue";

/// Longer, and whoever waits here would be late with its own question.
const WAITS_FOR: Duration = Duration::from_secs(2);

pub struct Listener(PgListener);

impl Listener {
    /// With the same address, role and settings as `site`; nothing on an engine that can't tell.
    pub async fn beside(site: &DatabaseConnection) -> Result<Option<Listener>, DbErr> {
        if is_sqlite(site) {
            return Ok(None);
        }
        let options = site.get_postgres_connection_pool().connect_options();
        // Not out of the pool: a listener would keep its connection from everybody else.
        let alone = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None);
        let alone = alone.acquire_timeout(WAITS_FOR).connect_with((*options).clone()).await.map_err(away)?;
        let mut listener = PgListener::connect_with(&alone).await.map_err(away)?;
        // Whoever lost the connection must ask, and then listen anew: words were lost with it.
        listener.eager_reconnect(false);
        listener.listen(CHANNEL).await.map_err(away)?;
        Ok(Some(Listener(listener)))
    }

    /// Waits until something has changed.
    pub async fn hears(&mut self) -> Result<(), DbErr> {
        match self.0.try_recv().await.map_err(away)? {
            Some(_) => {
                // One look answers all that was said meanwhile.
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

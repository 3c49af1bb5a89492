//! The desk looks at every live photo: whether a reviewer certified what its row says.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;
use crate::publications::PublicationError;
use crate::publications::certifying::older;
use crate::publications::certifying::watching::{Desk, Watched};

/// How often the rows are read, changed or not: somebody who writes to the database announces nothing. A row that did not change
/// costs no more than its reading.
const EVERY: Duration = Duration::from_mins(1);
/// How often it is asked whether the catalogue has changed.
const ASKED_EVERY: Duration = Duration::from_secs(2);

pub(super) async fn watch(app: Arc<App>) {
    let mut watched = Watched::default();
    let mut last = None;
    loop {
        let loaded = app.catalogue.version();
        let is_due = last.is_none_or(|(version, at): (i64, tokio::time::Instant)| {
            version != loaded || at.elapsed() >= EVERY
        });
        if is_due {
            last = Some((loaded, tokio::time::Instant::now()));
            if let Err(error) = once(&app, &mut watched).await {
                tracing::warn!(%error, "the certificates of live photos could not be looked at; they are tried again");
            }
        }
        tokio::time::sleep(ASKED_EVERY).await;
    }
}

async fn once(app: &App, watched: &mut Watched) -> Result<(), PublicationError> {
    let (db, proofs, now) = (&app.db.desk, &app.secrets.proofs, app.clock.now());
    older::meet_beside(db, (proofs, &app.catalogue), now).await?;
    let desk = Desk { db, proofs, pins: &app.secrets.pins, catalogue: &app.catalogue };
    let mut flawed = 0;
    for society in older::every_society(db).await? {
        match watched.look(desk, society.id, now).await {
            Ok(found) => flawed += found,
            // Another Society's keys may be in order.
            Err(error) => {
                tracing::warn!(society = %society.id, %error, "a Society's certificates could not be looked at");
            }
        }
    }
    if flawed > 0 {
        tracing::error!(
            flawed,
            "live photos are not what a reviewer certified; the auditor's page says which"
        );
    }
    Ok(())
}

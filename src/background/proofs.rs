//! This host's memory of the audit chains: it follows each chain, also what other replicas write, and keeps its file.

use std::sync::Arc;
use std::time::Duration;

use crate::app::App;
use crate::db::isolation;
use crate::older_rows;
use crate::proofs::{ProofError, ring};
use crate::societies;
use crate::staff::INSTALLATION;

/// How much a crash of this host may forget.
const EVERY: Duration = Duration::from_secs(3);

pub(super) async fn follow(app: Arc<App>) {
    loop {
        if let Err(error) = once(&app).await {
            tracing::warn!(%error, "the audit chains could not be followed; they are tried again");
        }
        let proofs = app.secrets.proofs.clone();
        match tokio::task::spawn_blocking(move || proofs.save()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!(%error, "what this host has seen of the audit chains is not kept");
            }
            Err(error) => tracing::error!(%error, "what this host has seen of the audit chains is not kept"),
        }
        tokio::time::sleep(EVERY).await;
    }
}

async fn once(app: &App) -> Result<(), ProofError> {
    let (db, proofs, now) = (&app.db.desk, &app.secrets.proofs, app.clock.now());
    older_rows::meet(db, proofs, now).await?;
    let mut chains = vec![INSTALLATION];
    // Outside of a request the desk's role sees no Society; it sees all of them as an operator does.
    let all = isolation::within(INSTALLATION, societies::all(db)).await?;
    chains.extend(all.into_iter().map(|society| society.id));
    for society in chains {
        match proofs.follow(db, society).await {
            Err(ProofError::Refused(refused)) => {
                ring((db, proofs), &refused, now).await?;
            }
            other => other?,
        }
    }
    Ok(())
}

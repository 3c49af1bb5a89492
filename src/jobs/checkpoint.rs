//! Writes the heads of the audit chains to a file outside the database: every five minutes, and sooner after much reading.

use time::Duration;

use super::JobError;
use crate::app::App;
use crate::audit;
use crate::audit::chain::Head;
use crate::audit::checkpoints::{Checkpoint, CheckpointFile};
use crate::clock::Moment;

/// Or sooner, by the next job: docs/decisions/0007-log-every-reading.md.
pub(super) const EVERY: Duration = Duration::minutes(5);
pub(super) const SOON_EVERY: Duration = Duration::seconds(20);

/// Since the last checkpoint, this many openings of people's files, or this many lines of any kind, make a chain due at once.
const REVEALS: u64 = 20;
const LINES: u64 = 100;

/// Writes every chain's head.
pub(super) async fn write(app: &App, now: Moment) -> Result<(), JobError> {
    append(app, audit::heads(&app.db.jobs).await?, now).await
}

/// Writes the heads of chains that grew fast since their last checkpoint in this machine's file.
pub(super) async fn write_where_much_was_read(app: &App, now: Moment) -> Result<(), JobError> {
    let file = CheckpointFile::at(&app.config.checkpoint_file);
    let last = tokio::task::spawn_blocking(move || file.last()).await.map_err(std::io::Error::other)??;
    let mut due = Vec::new();
    for head in audit::heads(&app.db.jobs).await? {
        let seen = last.get(&head.society).map_or(0, |checkpoint| checkpoint.seq);
        let lines = head.seq.saturating_sub(seen);
        let is_due = lines >= LINES
            || lines >= REVEALS
                && audit::reveals::reveals_after(&app.db.jobs, head.society, seen).await? >= REVEALS;
        if is_due {
            due.push(head);
        }
    }
    if due.is_empty() { Ok(()) } else { append(app, due, now).await }
}

async fn append(app: &App, heads: Vec<Head>, now: Moment) -> Result<(), JobError> {
    let checkpoints: Vec<Checkpoint> = heads.into_iter().map(|head| Checkpoint::of(head, now)).collect();
    for checkpoint in &checkpoints {
        // In the log too, in case logs are sent to another machine.
        tracing::info!(%checkpoint, "audit checkpoint");
    }
    let file = CheckpointFile::at(&app.config.checkpoint_file);
    tokio::task::spawn_blocking(move || file.append(&checkpoints)).await.map_err(std::io::Error::other)??;
    Ok(())
}

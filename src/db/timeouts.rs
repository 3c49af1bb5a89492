//! How long PostgreSQL works or waits for one of us before it gives up: a statement that hangs must not hold a
//! connection for ever, nor a process that has gone the rows that others wait for.

use sea_orm::{ConnAcquireErr, DbErr};
use std::future::Future;
use std::time::Duration;

pub type Timeouts = [(&'static str, &'static str); 3];

/// A stranger waits no longer than this, and is told; what they typed is kept.
pub const SITE: Timeouts = [
    ("statement_timeout", "10s"),
    ("lock_timeout", "5s"),
    // What a process leaves open that lost its connection half-way.
    ("idle_in_transaction_session_timeout", "30s"),
];

/// The jobs walk whole tables, and an approval writes files to the store in the midst of its transaction.
pub const DESK: Timeouts =
    [("statement_timeout", "30s"), ("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "60s")];

/// For a transaction that takes as long as it takes: a new schema, a copy of everything.
pub const LIFTED: &str = "set local statement_timeout = 0; set local lock_timeout = 0; \
     set local idle_in_transaction_session_timeout = 0";

/// A question that somebody can't wait long for. Whether the database acted on one that was late, nobody knows.
pub async fn within<T>(
    limit: Duration,
    question: impl Future<Output = Result<T, DbErr>>,
) -> Result<T, DbErr> {
    let late = |_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
    tokio::time::timeout(limit, question).await.map_err(late)?
}

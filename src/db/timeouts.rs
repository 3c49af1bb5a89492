//! PostgreSQL's timeouts for our statements and transactions. A statement that hangs must not block a connection for ever, and
//! a process that died must not keep rows locked.

use sea_orm::{ConnAcquireErr, DbErr};
use std::future::Future;
use std::time::Duration;

pub type Timeouts = [(&'static str, &'static str); 3];

/// A stranger waits no longer than this, and is then told; the form keeps what they typed.
pub const SITE: Timeouts = [
    ("statement_timeout", "10s"),
    ("lock_timeout", "5s"),
    // For the transaction of a process that lost its connection half-way.
    ("idle_in_transaction_session_timeout", "30s"),
];

/// The jobs walk whole tables, and an approval writes files to the store during its transaction.
pub const DESK: Timeouts =
    [("statement_timeout", "30s"), ("lock_timeout", "10s"), ("idle_in_transaction_session_timeout", "60s")];

/// For transactions that may take any time: a new schema, a copy of everything.
pub const LIFTED: &str = "set local statement_timeout = 0; set local lock_timeout = 0; \
     set local idle_in_transaction_session_timeout = 0";

/// A query with a short timeout. If it was late, nobody knows whether the database executed it.
pub async fn within<T>(
    limit: Duration,
    question: impl Future<Output = Result<T, DbErr>>,
) -> Result<T, DbErr> {
    let late = |_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout);
    tokio::time::timeout(limit, question).await.map_err(late)?
}

//! A fault in one transaction never affects the next one on the same connection.

use sea_orm::{ConnectionTrait, Statement};

use crate::harness::app::TestApp;
use crate::harness::engines::Engines;

/// A pool of one, so that every request gets the same connection.
const ONE_CONNECTION: [(&str, &str); 1] = [("database_connections", "1")];

#[tokio::test]
async fn a_transaction_that_nobody_knows_of_takes_nothing_with_it() {
    if !Engines::PostgresS3.are_chosen() {
        return;
    }
    let at = TestApp::with(&ONE_CONNECTION).await;
    let db = &at.db.desk;
    db.execute_unprepared("create table filler (bytes int)").await.unwrap();
    // The state of a connection whose request was cancelled in the middle of its `begin`.
    db.execute_unprepared("begin").await.unwrap();
    db.execute_unprepared("insert into filler values (1)").await.unwrap();
    // A connection of another process sees only what is committed.
    let other = at.replica().await;
    assert_eq!(other.count("select count(*) from filler").await, 1);
}

#[tokio::test]
async fn a_connection_without_a_fault_is_used_again() {
    let at = TestApp::with(&ONE_CONNECTION).await;
    let db = &at.app.db.desk;
    // A temporary table is visible only on its own connection.
    db.execute_unprepared("create temporary table seen (times int)").await.unwrap();
    for _ in 0..3 {
        let written = at.app.db.write().await.unwrap();
        written.execute_unprepared("insert into seen values (1)").await.unwrap();
        written.commit().await.unwrap();
        let given_up = at.app.db.write().await.unwrap();
        given_up.execute_unprepared("insert into seen values (1)").await.unwrap();
        drop(given_up);
    }
    let count = Statement::from_string(db.get_database_backend(), "select count(*) as times from seen");
    let row = db.query_one_raw(count).await.unwrap().unwrap();
    assert_eq!(row.try_get::<i64>("", "times").unwrap(), 3);
}

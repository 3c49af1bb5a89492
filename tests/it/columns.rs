//! Nothing is stored without a decision: every column of the schema is declared in `db::columns`, and every stored file lies
//! under a declared prefix.

use std::collections::BTreeSet;

use kinlight::blobs::PREFIXES;
use kinlight::db::columns::{COLUMNS, Declared};
use kinlight::db::is_sqlite;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};

/// The migration library's own ledger: names of migrations and when they ran.
const LEDGER: &str = "seaql_migrations";

#[tokio::test]
async fn every_column_is_declared_and_every_declaration_has_its_column() {
    let at = TestApp::start().await;
    let declared: BTreeSet<(String, String)> =
        COLUMNS.iter().map(|(table, column, _)| ((*table).to_owned(), (*column).to_owned())).collect();
    assert_eq!(declared.len(), COLUMNS.len(), "a column is declared twice");
    let there = columns(&at.db.desk).await;
    let undeclared: Vec<_> = there.difference(&declared).collect();
    let gone: Vec<_> = declared.difference(&there).collect();
    assert!(undeclared.is_empty(), "columns without a line in db/columns.rs: {undeclared:?}");
    assert!(gone.is_empty(), "lines of db/columns.rs without a column: {gone:?}");
}

#[tokio::test]
async fn an_undeclared_column_is_found() {
    let at = TestApp::start().await;
    at.db.desk.execute_unprepared("alter table responses add column phone text").await.unwrap();
    let there = columns(&at.db.desk).await;
    assert!(there.contains(&("responses".to_owned(), "phone".to_owned())), "the search above is blind");
}

#[test]
fn what_stays_visible_gives_its_reason() {
    for (table, column, declared) in COLUMNS {
        if let Declared::Operational(reason) = declared {
            assert!(reason.split(' ').count() >= 2, "{table}.{column}: {reason:?} is no reason");
        }
    }
}

#[tokio::test]
async fn every_stored_file_lies_under_a_declared_prefix() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let stored = at.blobs();
    assert!(!stored.is_empty());
    for (name, _) in stored {
        assert!(PREFIXES.iter().any(|(prefix, ..)| name.starts_with(prefix)), "{name} is not declared");
    }
}

/// Table and column of everything in the database except the migration ledger. Views show columns of tables, so they are left
/// out.
async fn columns(db: &DatabaseConnection) -> BTreeSet<(String, String)> {
    let question = if is_sqlite(db) {
        "select m.name as t, p.name as c from sqlite_master m join pragma_table_info(m.name) p \
         where m.type = 'table' and m.name not like 'sqlite_%'"
    } else {
        "select c.table_name::text as t, c.column_name::text as c from information_schema.columns c \
         join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name \
         where c.table_schema = 'public' and t.table_type = 'BASE TABLE'"
    };
    let rows = db.query_all_raw(Statement::from_string(db.get_database_backend(), question)).await.unwrap();
    rows.iter()
        .map(|row| (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap()))
        .filter(|(table, _): &(String, String)| table != LEDGER)
        .collect()
}

//! Somebody with write access to the database changes rows that authorise, or puts old ones back. Nobody gets in by it, nothing
//! more is shown than before, it rings, and the site goes on.

mod columns;
mod put_back;
mod restored;
mod sign_out;

use sea_orm::{ConnectionTrait, Statement};

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::looks::to_look_at;
use crate::harness::people::{Person, Society};
use kinlight::db::columns::COLUMNS;
use kinlight::proofs::RowKind;

/// A copy of a table, as it was an hour ago.
async fn keeps(at: &TestApp, table: &str) {
    at.tampers(&format!("create table kept_{table} as select * from {table}")).await;
}

/// The table as it was: rows that were changed, and rows that were deleted since.
async fn puts_back(at: &TestApp, table: &str, key: &str) {
    let columns = columns_of(table);
    let same = key.split(',').map(|one| format!("k.{one} = {table}.{one}")).collect::<Vec<_>>().join(" and ");
    let set = columns
        .iter()
        .map(|column| format!("{column} = (select k.{column} from kept_{table} k where {same})"))
        .collect::<Vec<_>>()
        .join(", ");
    at.tampers_past_triggers(
        table,
        &format!("update {table} set {set} where exists (select 1 from kept_{table} k where {same})"),
    )
    .await;
    at.tampers(&format!(
        "insert into {table} select * from kept_{table} k where not exists (select 1 from {table} where {same})"
    ))
    .await;
}

/// Except an account's id, which other rows refer to.
fn columns_of(table: &str) -> Vec<&'static str> {
    let own = COLUMNS.iter().filter(|(one, ..)| *one == table).map(|(_, column, _)| *column);
    own.filter(|column| (table, *column) != ("staff", "id")).collect()
}

/// The page must be the plain error, not what was asked for.
pub fn is_refused(at: &TestApp, page: &Page) {
    assert_eq!(page.status, 500, "not refused: {page:?}");
    page.says(&at.text("en", "error-row-refused-title"));
    to_look_at("row-refused", &page.html());
}

fn is_of_another_chain(at: &TestApp, page: &Page) {
    assert_eq!(page.status, 500, "not refused: {page:?}");
    page.says(&at.text("en", "error-chain-refused-title"));
    to_look_at("chain-refused", &page.html());
}

/// It rings: a line in the chain, and a box above the auditor's log.
async fn it_is_told(at: &TestApp, society: &Society, row: RowKind) {
    let lines =
        format!("select count(*) from audit_lines where verb = 'row-refused' and detail = '{}'", row.code());
    assert!(at.count(&lines).await > 0, "{row:?}: no line");
    let auditor = society.auditor.signs_in(at).await;
    for lang in ["en", "ar"] {
        let page = auditor.get(&format!("/{lang}/audit")).await.expect(200);
        page.says(&at.text(lang, "audit-refused-title"));
        page.says(&at.text(lang, &format!("audit-refused-{}", row.code())));
        to_look_at(&format!("refused-{}-{lang}", row.code()), &page.html());
    }
}

/// What a member with the right password and a right code gets.
pub async fn tries_to_sign_in(at: &TestApp, person: &Person) -> Page {
    let browser = at.at_the_desk();
    let asked = browser.get("/en/sign-in").await.main_form().set("name", &person.name);
    let asked = asked.set("password", &person.password).submit(&browser).await;
    if asked.status != 200 || !asked.main_form().has("code") {
        return asked;
    }
    let code = person.fresh_code(at);
    asked.main_form().set("code", &code).submit(&browser).await
}

fn is_signed_in(page: &Page) -> bool {
    page.status == 200 && page.html().contains("/sign-out")
}

async fn text(at: &TestApp, question: &str) -> String {
    let asked = Statement::from_string(at.db.desk.get_database_backend(), question);
    at.db.desk.query_one_raw(asked).await.unwrap().expect("a row").try_get_by_index(0).unwrap()
}

/// An administrator invites somebody and gets the link's path.
async fn invites(administrator: &Browser, name: &str, role: &str) -> String {
    let accounts = administrator.get("/en/accounts").await.expect(200);
    let form = accounts.form("/en/accounts").set("name", name).tick("roles", role);
    let link = form.submit(administrator).await.expect(200).text_of(".long-code");
    crate::harness::desk_pages::path_of(&link).to_owned()
}

//! What was typed into a form of the site and is not sent yet. Each step is one insert, sealed with the browser's cookie and the
//! site's secret together; a later step replaces the earlier. Steps are erased when the form ends, at the quick exit, and two
//! hours after the last step. They are in no backup, no export and no count of people.

mod entity;
mod holder;

pub use holder::{FormId, Holder, Weight};

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, QueryFilter,
    QueryResult, Statement, Value,
};
use time::Duration;
use zeroize::Zeroizing;

use crate::clock::Moment;
use crate::db::{is_sqlite, is_unique_violation};
use crate::secrets::Secrets;

const PURPOSE: &str = "form-step";
const KEPT_FOR: Duration = Duration::hours(2);
/// Seconds. The erasure time is rounded, so that it does not tell the exact time of a step.
const ROUNDED_TO: i64 = 5 * 60;
/// The most forms that are stored at once; the pages of further forms carry their steps.
const MOST_FORMS: i64 = 10_000;
/// Sizes in bytes, so that a length tells little about what was typed. Longer content stays in its page.
const PADDED_SIZES: [usize; 4] = [1024, 4 * 1024, 16 * 1024, 64 * 1024];

#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    #[error("too many forms are open")]
    Full,
    #[error("more was typed than a step may hold")]
    TooLong,
    /// Another tab of the same browser has already stored this place.
    #[error("the form has gone on elsewhere")]
    Taken,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// A step to be stored.
pub struct Step {
    /// Counts up with each step.
    pub place: i64,
    pub weight: Weight,
    /// JSON.
    pub content: Zeroizing<Vec<u8>>,
}

/// A form's last stored step.
pub struct LastStep {
    pub place: i64,
    /// The JSON, padded with spaces.
    pub content: Zeroizing<Vec<u8>>,
}

/// Stores a step, which replaces those before it. `content` is JSON.
pub async fn keep(
    site: &DatabaseConnection,
    holder: &Holder,
    form: &FormId,
    step: Step,
    now: Moment,
) -> Result<(), KeepError> {
    let body = holder.key_of(form).seal_bytes(PURPOSE, &padded(step.content).ok_or(KeepError::TooLong)?);
    if !has_room(site).await? {
        return Err(KeepError::Full);
    }
    insert(site, (holder.tag_of(form), holder.tag(step.weight)), (step.place, body), now).await
}

/// The form's last step; `None` without the cookie that began it, after its end and after its time.
pub async fn last(
    site: &DatabaseConnection,
    holder: &Holder,
    form: &FormId,
) -> Result<Option<LastStep>, DbErr> {
    let Some(row) = ask(site, "form_step", FIND, holder.tag_of(form).into()).await? else { return Ok(None) };
    let body: Vec<u8> = row.try_get("", "body")?;
    let opened = holder.key_of(form).open_bytes(PURPOSE, &body);
    let place = row.try_get("", "place")?;
    Ok(opened.map(|content| LastStep { place, content }))
}

/// Erases a form's steps, and stores for two hours how it ended, for a visitor who comes back to its address.
pub async fn end(
    site: &DatabaseConnection,
    (secrets, holder): (&Secrets, &Holder),
    form: &FormId,
    how: &str,
    now: Moment,
) -> Result<(), KeepError> {
    erase(site, "form_erase", "form", holder.tag_of(form)).await?;
    let tag = holder::tag_of_end(secrets, form);
    let noted = insert(site, (tag.clone(), tag), (0, how.as_bytes().to_vec()), now).await;
    // The form has already ended.
    if matches!(noted, Err(KeepError::Taken)) { Ok(()) } else { noted }
}

/// How a form has ended; `None` if it has not.
pub async fn ended(
    site: &DatabaseConnection,
    secrets: &Secrets,
    form: &FormId,
) -> Result<Option<String>, DbErr> {
    let tag = holder::tag_of_end(secrets, form);
    let row = ask(site, "form_step", FIND, tag.into()).await?;
    let how: Option<Vec<u8>> = row.map(|row| row.try_get("", "body")).transpose()?;
    Ok(how.map(|how| String::from_utf8_lossy(&how).into_owned()))
}

/// Whether this browser has an open form with [`Weight::Words`]: then its cookie must stay.
pub async fn has_open_forms(site: &DatabaseConnection, holder: &Holder) -> Result<bool, DbErr> {
    let sql = "select exists (select 1 from form_steps where browser = $1) as answer";
    let row = ask(site, "form_steps_of_browser", sql, holder.tag(Weight::Words).into()).await?;
    row.map_or(Ok(false), |row| truth(&row))
}

/// Erases all steps of one weight of this browser. The quick exit does so for both weights.
pub async fn forget(site: &DatabaseConnection, holder: &Holder, weight: Weight) -> Result<(), DbErr> {
    erase(site, "form_erase_all", "browser", holder.tag(weight)).await
}

/// Erases forms without a step for two hours, and returns how many rows. A job calls it.
pub async fn erase_due(db: &DatabaseConnection, now: Moment) -> Result<u64, DbErr> {
    let due = entity::Entity::delete_many().filter(entity::Column::DueAt.lte(now.0));
    Ok(due.exec(db).await?.rows_affected)
}

async fn insert(
    site: &DatabaseConnection,
    (form, browser): (Vec<u8>, Vec<u8>),
    (place, body): (i64, Vec<u8>),
    now: Moment,
) -> Result<(), KeepError> {
    let due_at = ((now + KEPT_FOR).0 / ROUNDED_TO + 1) * ROUNDED_TO;
    let row = entity::ActiveModel {
        form: Set(form),
        place: Set(place),
        browser: Set(browser),
        body: Set(body),
        due_at: Set(due_at),
    };
    match entity::Entity::insert(row).exec_without_returning(site).await {
        Ok(_) => Ok(()),
        Err(error) if is_unique_violation(&error) => Err(KeepError::Taken),
        Err(error) => Err(error.into()),
    }
}

const FIND: &str = "select place, body from form_steps where form = $1 order by place desc limit 1";

async fn has_room(site: &DatabaseConnection) -> Result<bool, DbErr> {
    let sql = "select count(*) < $1 as answer from (select 1 from form_steps limit $1)";
    let row = ask(site, "form_steps_have_room", sql, MOST_FORMS.into()).await?;
    row.map_or(Ok(false), |row| truth(&row))
}

/// Calls a function of the database: on PostgreSQL the site's role has no right to read the table itself.
async fn ask(
    site: &DatabaseConnection,
    function: &str,
    on_sqlite: &str,
    value: Value,
) -> Result<Option<QueryResult>, DbErr> {
    let on_postgres = match function {
        "form_step" => format!("select * from {function}($1)"),
        _ => format!("select {function}($1) as answer"),
    };
    let sql = if is_sqlite(site) { on_sqlite } else { &on_postgres };
    site.query_one_raw(Statement::from_sql_and_values(site.get_database_backend(), sql, [value])).await
}

async fn erase(site: &DatabaseConnection, function: &str, column: &str, tag: Vec<u8>) -> Result<(), DbErr> {
    let sql = match is_sqlite(site) {
        true => format!("delete from form_steps where {column} = $1"),
        false => format!("select {function}($1)"),
    };
    let statement = Statement::from_sql_and_values(site.get_database_backend(), sql, [tag.into()]);
    site.execute_raw(statement).await.map(|_| ())
}

/// SQLite returns a boolean as a number.
fn truth(row: &QueryResult) -> Result<bool, DbErr> {
    row.try_get::<bool>("", "answer").or_else(|_| row.try_get::<i64>("", "answer").map(|n| n != 0))
}

fn padded(mut content: Zeroizing<Vec<u8>>) -> Option<Zeroizing<Vec<u8>>> {
    let size = PADDED_SIZES.into_iter().find(|size| *size >= content.len())?;
    content.resize(size, b' ');
    Some(content)
}

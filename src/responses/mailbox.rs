//! The responder's way back: find the mailbox by its tag, read staff's questions, answer, take back an answer or the
//! whole response. The responder's own words are sealed to the case alone and never shown again, so a guessed code
//! opens no answer. On PostgreSQL the site's role reaches these tables only through functions that take the tag.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult, Statement, Value};
use serde::{Deserialize, Serialize};

use super::lifecycle::Stage;
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::db::{self, is_sqlite};
use crate::ids::{CaseId, MessageId, ResponseId};
use crate::sealing::{Binding, Kind, PublicKey, SealError};

#[derive(Debug, thiserror::Error)]
pub enum MailboxError {
    /// No mailbox has this tag: the code is wrong, or the response has been erased.
    #[error("no response has this code")]
    Unknown,
    #[error("the message is no longer there")]
    Gone,
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error("a message can't be read")]
    Unreadable,
    #[error(transparent)]
    Database(#[from] DbErr),
}

words! {
    /// What the responder is told: never a word about a match.
    pub enum State {
        Received = "received",
        BeingRead = "being-read",
        Question = "question",
        Closed = "closed",
    }
}

pub struct Mailbox {
    /// The case that it belongs to. Answers are sealed to `case_key`, as the database has it now.
    pub case: CaseId,
    pub case_key: PublicKey,
    pub state: State,
    /// Oldest first.
    pub messages: Vec<Shown>,
}

/// One message as the responder sees it.
pub enum Shown {
    FromStaff {
        text: String,
        sent_at: Moment,
    },
    /// The responder's own message: when it was sent, not what it says.
    Own {
        id: MessageId,
        sent_at: Moment,
    },
}

/// A message before it is sealed. It contains the exact time; the row has only the hour.
#[derive(Serialize, Deserialize)]
pub struct Message {
    pub text: String,
    pub sent_at: Moment,
}

const FIND: &str = "select r.id, r.case_id, c.public_key as case_key, r.stage, r.first_opened_at is not null and r.wrote_again_at is null as is_opened \
     from responses r join cases c on c.id = r.case_id where r.mailbox_tag = $1";
const LIST: &str = "select m.id, m.is_from_staff, case when m.is_from_staff then m.body else x'' end as body, m.position as place, m.sent_at, m.is_read \
     from messages m join responses r on r.id = m.response_id where r.mailbox_tag = $1";

pub async fn open(site: &DatabaseConnection, code: &CodeKeys) -> Result<Mailbox, MailboxError> {
    let tag = || vec![Value::from(code.tag.to_vec())];
    let find = if is_sqlite(site) { FIND } else { "select * from mailbox($1)" };
    let row = ask(site, find, tag()).await?.into_iter().next().ok_or(MailboxError::Unknown)?;
    let response: ResponseId = row.try_get("", "id")?;
    let list = if is_sqlite(site) { LIST } else { "select * from mailbox_messages($1)" };
    let mut placed: Vec<(i64, Shown)> = Vec::new();
    for message in read(site, list, tag()).await? {
        placed.push((message.try_get("", "place")?, shown(&message, response, code)?));
    }
    placed.sort_by_key(|(place, _)| *place);
    let messages: Vec<Shown> = placed.into_iter().map(|(_, message)| message).collect();
    let is_opened = truth(&row, "is_opened")?;
    let state = match row.try_get::<Stage>("", "stage")? {
        Stage::Closed => State::Closed,
        _ if matches!(messages.last(), Some(Shown::FromStaff { .. })) => State::Question,
        // Nobody has opened it, or nobody since its sender wrote again.
        Stage::New | Stage::InContact if !is_opened => State::Received,
        _ => State::BeingRead,
    };
    Ok(Mailbox {
        case: row.try_get("", "case_id")?,
        case_key: PublicKey::parse(&row.try_get::<String>("", "case_key")?)?,
        state,
        messages,
    })
}

/// Reads the thread, and marks staff's messages as read. On PostgreSQL the function marks them itself.
async fn read(
    site: &DatabaseConnection,
    list: &str,
    tag: Vec<Value>,
) -> Result<Vec<QueryResult>, MailboxError> {
    let rows = ask(site, list, tag.clone()).await?;
    let mut is_new = false;
    for row in rows.iter().filter(|_| is_sqlite(site)) {
        is_new |= truth(row, "is_from_staff")? && !truth(row, "is_read")?;
    }
    if !is_new {
        return Ok(rows);
    }
    // Marks them before reading them: what is shown can't be taken back any more, and what was taken back isn't shown.
    let txn = db::write(site).await?;
    let statement = |sql, values| Statement::from_sql_and_values(txn.get_database_backend(), sql, values);
    let mark = "update messages set is_read = true where is_from_staff and not is_read \
         and response_id in (select id from responses where mailbox_tag = $1)";
    txn.execute_raw(statement(mark, tag.clone())).await?;
    let rows = txn.query_all_raw(statement(list, tag)).await?;
    txn.commit().await?;
    Ok(rows)
}

/// Saves the responder's answer, sealed to the case: to the key that the case had when the form was begun, if that is
/// known. The id is drawn with the form, so sending twice saves once. If the response was closed, a trigger of the
/// schema opens it again in the same statement.
pub async fn answer(
    site: &DatabaseConnection,
    code: &CodeKeys,
    (id, text): (MessageId, &str),
    begun_with: Option<&PublicKey>,
    now: Moment,
) -> Result<(), MailboxError> {
    let mailbox = open(site, code).await?;
    let message = Message { text: text.to_owned(), sent_at: now };
    let plain = serde_json::to_vec(&message).map_err(|_| MailboxError::Unreadable)?;
    let binding = Binding { kind: Kind::MessageToCase, record: id.into(), owner: mailbox.case.into() };
    let sealed = begun_with.unwrap_or(&mailbox.case_key).seal(binding, &plain)?;
    let values: Vec<Value> = vec![code.tag.to_vec().into(), id.into(), sealed.into(), now.hour().0.into()];
    if is_sqlite(site) {
        let sql = "insert into messages (id, response_id, is_from_staff, body, position, sent_at) \
             select $2, r.id, false, $3, \
                    (select coalesce(max(m.position), 0) + 1 from messages m where m.response_id = r.id), $4 \
             from responses r where r.mailbox_tag = $1 on conflict (id) do nothing";
        let statement = Statement::from_sql_and_values(site.get_database_backend(), sql, values);
        if site.execute_raw(statement).await?.rows_affected() > 0 {
            return Ok(());
        }
        // Either it was sent before, or the response was erased since the page was opened.
        let sent = "select 1 from messages m join responses r on r.id = m.response_id where r.mailbox_tag = $1 and m.id = $2";
        let found = ask(site, sent, vec![code.tag.to_vec().into(), id.into()]).await?;
        return if found.is_empty() { Err(MailboxError::Unknown) } else { Ok(()) };
    }
    let rows = ask(site, "select mailbox_answer($1, $2, $3, $4) as done", values).await?;
    match rows.first().map(|row| row.try_get::<bool>("", "done")).transpose()? {
        Some(true) => Ok(()),
        _ => Err(MailboxError::Unknown),
    }
}

/// Erases one of the responder's own messages for good.
pub async fn take_back(
    site: &DatabaseConnection,
    code: &CodeKeys,
    message: MessageId,
) -> Result<(), MailboxError> {
    let values: Vec<Value> = vec![code.tag.to_vec().into(), message.into()];
    let is_gone = if is_sqlite(site) {
        let sql = "delete from messages where id = $2 and not is_from_staff \
             and response_id in (select id from responses where mailbox_tag = $1)";
        let statement = Statement::from_sql_and_values(site.get_database_backend(), sql, values);
        site.execute_raw(statement).await?.rows_affected() > 0
    } else {
        let rows = ask(site, "select mailbox_take_back($1, $2) as done", values).await?;
        rows.first().map(|row| row.try_get::<bool>("", "done")).transpose()?.unwrap_or(false)
    };
    if is_gone { Ok(()) } else { Err(MailboxError::Gone) }
}

/// Erases the whole response for good: its words, its thread, and the mailbox with its code. What stays is a row that says
/// that there was one, so that staff don't look for it, and staff's own notes. Both are erased with the closed response.
pub async fn erase(site: &DatabaseConnection, code: &CodeKeys, now: Moment) -> Result<(), MailboxError> {
    let values: Vec<Value> = vec![code.tag.to_vec().into(), now.hour().0.into()];
    let is_gone = if is_sqlite(site) {
        let txn = db::write(site).await?;
        let statement = |sql, values| Statement::from_sql_and_values(txn.get_database_backend(), sql, values);
        let thread =
            "delete from messages where response_id in (select id from responses where mailbox_tag = $1)";
        txn.execute_raw(statement(thread, vec![code.tag.to_vec().into()])).await?;
        let words = "update responses set stage = 'closed', outcome = 'taken-back', closed_at = $2, version = version + 1, \
             claimed_by = null, claimed_until = null, is_taking_back_chained = false, \
             triage = x'', content = x'', mailbox_tag = id, mailbox_key = '' where mailbox_tag = $1";
        let is_gone = txn.execute_raw(statement(words, values)).await?.rows_affected() > 0;
        txn.commit().await?;
        is_gone
    } else {
        let rows = ask(site, "select mailbox_erase($1, $2) as done", values).await?;
        rows.first().map(|row| row.try_get::<bool>("", "done")).transpose()?.unwrap_or(false)
    };
    if is_gone { Ok(()) } else { Err(MailboxError::Gone) }
}

/// The binding of staff's messages: to the response.
pub(super) fn to_responder(message: MessageId, response: ResponseId) -> Binding {
    Binding { kind: Kind::MessageToResponder, record: message.into(), owner: response.into() }
}

fn shown(row: &QueryResult, response: ResponseId, code: &CodeKeys) -> Result<Shown, MailboxError> {
    let id: MessageId = row.try_get("", "id")?;
    if !truth(row, "is_from_staff")? {
        return Ok(Shown::Own { id, sent_at: Moment(row.try_get("", "sent_at")?) });
    }
    let sealed: Vec<u8> = row.try_get("", "body")?;
    let plain = code.key.open(to_responder(id, response), &sealed)?;
    let message: Message = serde_json::from_slice(&plain).map_err(|_| MailboxError::Unreadable)?;
    Ok(Shown::FromStaff { text: message.text, sent_at: message.sent_at })
}

/// SQLite returns the truth of an expression as a number.
fn truth(row: &QueryResult, column: &str) -> Result<bool, DbErr> {
    row.try_get::<bool>("", column).or_else(|_| row.try_get::<i64>("", column).map(|n| n != 0))
}

async fn ask(site: &DatabaseConnection, sql: &str, values: Vec<Value>) -> Result<Vec<QueryResult>, DbErr> {
    site.query_all_raw(Statement::from_sql_and_values(site.get_database_backend(), sql, values)).await
}

//! The audit log: who did what to which record, in a chain that can't be changed without a trace. Never content.

pub mod chain;
pub mod checkpoints;
pub mod entity;
mod erasing;
pub mod eyes;
pub mod reveals;
pub mod verbs;

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, sea_query::Expr,
};

use crate::clock::Moment;
use crate::db;
use crate::ids::{RecordId, SocietyId, StaffId};
use chain::{Entry, Hash, Head, Line, Stored, Word};
pub use erasing::erase_older;
pub use reveals::{Logged, Opening, Reader, RevealError, reveal, reveal_with};
pub use verbs::Verb;

#[derive(Debug, thiserror::Error)]
pub enum AuditError {
    /// Two writers kept taking the same number; nothing was written.
    #[error("the audit chain is busy")]
    Contended,
    /// A line, stored or to be stored, is not one that this program can read.
    #[error("an audit line can't be read")]
    Unreadable,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Locks the chain for one writer until the transaction ends: what was counted before a line is written stays true.
pub async fn take_turn(txn: &impl ConnectionTrait, society: SocietyId) -> Result<(), DbErr> {
    db::isolation::enter(txn, society).await?;
    if !db::is_sqlite(txn) {
        // SQLite needs no lock: it has one writer at a time.
        let key = i64::from_be_bytes(society.as_bytes()[..8].try_into().unwrap_or_default());
        txn.execute_unprepared(&format!("select pg_advisory_xact_lock({key})")).await?;
    }
    Ok(())
}

/// Appends a line inside the caller's transaction, so that the act and its line are committed together. Returns its number.
pub async fn append(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    at: Moment,
    entry: Entry,
) -> Result<u64, AuditError> {
    append_head(txn, society, at, entry).await.map(|head| head.seq)
}

/// The same, and returns the chain's new end, which a proof names (`proofs/`).
pub async fn append_head(
    txn: &impl ConnectionTrait,
    society: SocietyId,
    at: Moment,
    entry: Entry,
) -> Result<Head, AuditError> {
    // A line that could not be read again would break the chain for ever.
    if let Some(word) = &entry.detail {
        Word::parse(word.as_str()).map_err(|_| AuditError::Unreadable)?;
    }
    take_turn(txn, society).await?;
    let line = head(txn, society).await?.next(entry, at);
    let row = entity::ActiveModel {
        society_id: Set(society),
        seq: Set(i64::try_from(line.seq).map_err(|_| AuditError::Unreadable)?),
        at: Set(at.0),
        actor: Set(line.actor),
        verb: Set(Some(line.verb)),
        subject: Set(line.subject),
        detail: Set(line.detail.as_ref().map(|word| word.as_str().to_owned())),
        previous: Set(line.previous.to_vec()),
        hash: Set(line.hash().to_vec()),
    };
    entity::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(line.head())
}

/// Appends a line in a transaction of its own, which is durable when this returns.
pub async fn record(
    db: &DatabaseConnection,
    society: SocietyId,
    at: Moment,
    actor: Option<StaffId>,
    verb: Verb,
    subject: impl Into<RecordId>,
) -> Result<(), AuditError> {
    let txn = db::write(db).await?;
    append(&txn, society, at, entry(actor, verb, subject)).await?;
    txn.commit().await?;
    Ok(())
}

/// A line without a detail.
pub fn entry(actor: Option<StaffId>, verb: Verb, subject: impl Into<RecordId>) -> Entry {
    Entry { actor, verb, subject: subject.into(), detail: None }
}

/// A line with a fixed word, such as an outcome.
pub fn entry_with(
    actor: Option<StaffId>,
    verb: Verb,
    subject: impl Into<RecordId>,
    detail: &'static str,
) -> Entry {
    Entry { actor, verb, subject: subject.into(), detail: Some(detail.into()) }
}

/// Where the chain ends now.
pub async fn head(db: &impl ConnectionTrait, society: SocietyId) -> Result<Head, AuditError> {
    let last = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .order_by_desc(entity::Column::Seq)
        .one(db)
        .await?;
    match last {
        None => Ok(Head::start(society)),
        Some(row) => Ok(Head {
            society,
            seq: u64::try_from(row.seq).map_err(|_| AuditError::Unreadable)?,
            hash: hash(&row.hash)?,
        }),
    }
}

/// The head of every chain that has lines.
pub async fn heads(db: &impl ConnectionTrait) -> Result<Vec<Head>, AuditError> {
    let mut out: Vec<Head> = Vec::new();
    // Jumps from one Society to the next in the index: there are too many lines to read them all.
    loop {
        let mut found = entity::Entity::find().select_only().column(entity::Column::SocietyId);
        if let Some(last) = out.last() {
            found = found.filter(entity::Column::SocietyId.gt(last.society));
        }
        let next: Option<SocietyId> =
            found.order_by_asc(entity::Column::SocietyId).limit(1).into_tuple().one(db).await?;
        match next {
            Some(society) => out.push(head(db, society).await?),
            None => return Ok(out),
        }
    }
}

/// The lines from `from` on, in order, at most `most`: for those who follow the chain.
pub async fn stored_from(
    db: &impl ConnectionTrait,
    society: SocietyId,
    from: u64,
    most: u64,
) -> Result<Vec<Stored>, AuditError> {
    let which = entity::Column::Seq.gte(in_database(from)?);
    stored(db, society, which, most).await
}

/// The lines with these numbers, in order.
pub async fn stored_at(
    db: &impl ConnectionTrait,
    society: SocietyId,
    numbers: &[u64],
) -> Result<Vec<Stored>, AuditError> {
    let asked: Result<Vec<i64>, AuditError> = numbers.iter().map(|seq| in_database(*seq)).collect();
    stored(db, society, entity::Column::Seq.is_in(asked?), numbers.len() as u64).await
}

async fn stored(
    db: &impl ConnectionTrait,
    society: SocietyId,
    which: Expr,
    most: u64,
) -> Result<Vec<Stored>, AuditError> {
    use entity::Column as C;
    type Row = (i64, i64, Option<StaffId>, String, RecordId, Option<String>, Vec<u8>);
    let rows: Vec<Row> = entity::Entity::find()
        .select_only()
        .columns([C::Seq, C::At, C::Actor, C::Verb, C::Subject, C::Detail, C::Previous])
        .filter(C::SocietyId.eq(society))
        .filter(which)
        .order_by_asc(C::Seq)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let stored = rows.into_iter().map(|(seq, at, actor, verb, subject, detail, previous)| {
        let seq = u64::try_from(seq).map_err(|_| AuditError::Unreadable)?;
        let previous = hash(&previous)?;
        Ok(Stored { society, seq, at: Moment(at), actor, verb, subject, detail, previous })
    });
    stored.collect()
}

fn in_database(seq: u64) -> Result<i64, AuditError> {
    i64::try_from(seq).map_err(|_| AuditError::Unreadable)
}

/// All lines of one chain with their stored hashes, in order: for `audit verify`.
pub async fn lines(db: &impl ConnectionTrait, society: SocietyId) -> Result<Vec<(Line, Hash)>, AuditError> {
    let rows = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .order_by_asc(entity::Column::Seq)
        .all(db)
        .await?;
    rows.into_iter().map(line).collect()
}

/// The newest lines, for the auditor's page, and the number of pages; `page` counts from 0.
pub async fn newest(
    db: &impl ConnectionTrait,
    society: SocietyId,
    page: u64,
    per_page: u64,
) -> Result<(Vec<Line>, u64), AuditError> {
    let pages = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .order_by_desc(entity::Column::Seq)
        .paginate(db, per_page);
    let count = pages.num_pages().await?;
    let rows = pages.fetch_page(page).await?;
    let lines: Result<Vec<Line>, AuditError> = rows.into_iter().map(|row| Ok(line(row)?.0)).collect();
    Ok((lines?, count))
}

/// How often a member did something since a time.
pub async fn count(
    db: &impl ConnectionTrait,
    (society, actor): (SocietyId, StaffId),
    verb: Verb,
    since: Moment,
) -> Result<u64, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Actor.eq(actor))
        .filter(entity::Column::Verb.eq(verb))
        .filter(entity::Column::At.gte(since.0))
        .count(db)
        .await
}

/// The records to which something was done since a time.
pub async fn subjects_since(
    db: &impl ConnectionTrait,
    society: SocietyId,
    verb: Verb,
    since: Moment,
) -> Result<Vec<RecordId>, DbErr> {
    entity::Entity::find()
        .select_only()
        .column(entity::Column::Subject)
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Verb.eq(verb))
        .filter(entity::Column::At.gte(since.0))
        .into_tuple()
        .all(db)
        .await
}

/// Every line about one record, oldest first: a timeline.
pub async fn about(
    db: &impl ConnectionTrait,
    society: SocietyId,
    subject: impl Into<RecordId>,
) -> Result<Vec<Line>, AuditError> {
    let rows = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Subject.eq(subject.into()))
        .order_by_asc(entity::Column::Seq)
        .all(db)
        .await?;
    rows.into_iter().map(|row| Ok(line(row)?.0)).collect()
}

/// The lines of one verb since a time, oldest first.
pub async fn of_verb(
    db: &impl ConnectionTrait,
    society: SocietyId,
    verb: Verb,
    since: Moment,
) -> Result<Vec<Line>, AuditError> {
    let rows = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Verb.eq(verb))
        .filter(entity::Column::At.gte(since.0))
        .order_by_asc(entity::Column::Seq)
        .all(db)
        .await?;
    rows.into_iter().map(|row| Ok(line(row)?.0)).collect()
}

/// How many lines of one verb all chains have since a time, for the metrics.
pub async fn count_of_verb(db: &impl ConnectionTrait, verb: Verb, since: Moment) -> Result<u64, DbErr> {
    entity::Entity::find()
        .filter(entity::Column::Verb.eq(verb))
        .filter(entity::Column::At.gte(since.0))
        .count(db)
        .await
}

fn line(row: entity::Model) -> Result<(Line, Hash), AuditError> {
    let detail = row.detail.as_deref().map(Word::parse).transpose().map_err(|_| AuditError::Unreadable)?;
    let stored = hash(&row.hash)?;
    let line = Line {
        society: row.society_id,
        seq: u64::try_from(row.seq).map_err(|_| AuditError::Unreadable)?,
        at: Moment(row.at),
        actor: row.actor,
        verb: row.verb.ok_or(AuditError::Unreadable)?,
        subject: row.subject,
        detail,
        previous: hash(&row.previous)?,
    };
    Ok((line, stored))
}

fn hash(bytes: &[u8]) -> Result<Hash, AuditError> {
    bytes.try_into().map_err(|_| AuditError::Unreadable)
}

//! The only way to read what is known about a person: it costs a line in the chain, counted against the reader's budget in the
//! same transaction. Invariant: a `Logged` stands for a committed line; only that line, or a ticket made from it, gives one.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QuerySelect,
};
use time::Duration;

use super::chain::Entry;
use super::{AuditError, Verb, append, entity, entry, record, take_turn};
use crate::clock::Moment;
use crate::config::ReadingBudget;
use crate::db;
use crate::ids::{RecordId, SocietyId, StaffId};
use crate::sealing::TokenKey;

/// How long a page's pictures may be fetched under the page's line.
const TICKET_FOR: Duration = Duration::minutes(10);
const OF_A_PAGE: &str = "pictures of a page";
const OF_A_LIST: &str = "small pictures of a list";

/// The member who reads, with their reading budget.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub staff: StaffId,
    pub society: SocietyId,
    /// When the second factor was last shown: the budget starts again at that time.
    pub fresh_at: Moment,
    pub budget: ReadingBudget,
}

/// The line about one view of one record, as a page or a file.
#[derive(Debug)]
pub struct Logged {
    staff: StaffId,
    record: RecordId,
    line: u64,
}

/// Says who sees the content that a case's key opens.
#[derive(Clone, Copy, Debug)]
pub enum Eyes<'l> {
    /// A member, with the line about it.
    Reader(&'l Logged),
    /// The readers of a list, which shows nothing that belongs to one person alone.
    List,
    /// Nobody: the program checks it, changes it or makes a public picture from it. `tidy` lists each file that says so.
    Nobody,
}

#[derive(Debug, thiserror::Error)]
pub enum RevealError {
    /// The budget is spent: a fresh second factor is needed.
    #[error("the reading budget is spent")]
    BudgetSpent,
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<DbErr> for RevealError {
    fn from(error: DbErr) -> Self {
        RevealError::Audit(error.into())
    }
}

/// Writes the line for one opening, or fails if the budget is spent. The line is durable when this returns.
pub async fn reveal(
    db: &DatabaseConnection,
    by: Reader,
    verb: Verb,
    record: impl Into<RecordId>,
    now: Moment,
) -> Result<Logged, RevealError> {
    let txn = db::write(db).await?;
    reveal_with((db, txn), by, entry(None, verb, record), now).await
}

/// The same, committed together with what the caller wrote in this transaction. If the budget is spent, only a line that says
/// so is written. Rows are locked before the chain, as in every verb, so that no two transactions deadlock.
pub async fn reveal_with(
    (db, txn): (&DatabaseConnection, DatabaseTransaction),
    by: Reader,
    what: Entry,
    now: Moment,
) -> Result<Logged, RevealError> {
    let record_opened = what.subject;
    // From here on nobody else writes to this chain: the count stays true until the line is written.
    take_turn(&txn, by.society).await?;
    if !has_room(&txn, &by, record_opened, now).await? {
        txn.rollback().await?;
        record(db, by.society, now, Some(by.staff), Verb::ReadingBudgetReached, by.staff).await?;
        return Err(RevealError::BudgetSpent);
    }
    let line = append(&txn, by.society, now, Entry { actor: Some(by.staff), ..what }).await?;
    txn.commit().await?;
    Ok(Logged { staff: by.staff, record: record_opened, line })
}

/// For a list that shows small pictures of people who are not public: writes a line, but counts as no opening.
pub async fn list(db: &DatabaseConnection, by: Reader, now: Moment) -> Result<Logged, AuditError> {
    let txn = db::write(db).await?;
    let line = append(&txn, by.society, now, entry(Some(by.staff), Verb::DraftsListed, by.staff)).await?;
    txn.commit().await?;
    Ok(Logged { staff: by.staff, record: by.staff.into(), line })
}

/// Whether the budget has room for this file. Opening the same file again costs nothing more.
async fn has_room(
    txn: &impl ConnectionTrait,
    by: &Reader,
    record: RecordId,
    now: Moment,
) -> Result<bool, DbErr> {
    let spans = [(Duration::hours(1), by.budget.an_hour), (Duration::days(1), by.budget.a_day)];
    for (span, most) in spans {
        let since = (now - span).max(by.fresh_at);
        if others_opened(txn, by, record, since).await? >= u64::from(most) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// How many other files the reader opened since then, counted from the chain itself.
async fn others_opened(
    txn: &impl ConnectionTrait,
    by: &Reader,
    record: RecordId,
    since: Moment,
) -> Result<u64, DbErr> {
    let verbs = Verb::ALL.into_iter().filter(|verb| verb.is_reveal());
    entity::Entity::find()
        .select_only()
        .column(entity::Column::Subject)
        .distinct()
        .filter(entity::Column::SocietyId.eq(by.society))
        .filter(entity::Column::Actor.eq(by.staff))
        .filter(entity::Column::Verb.is_in(verbs))
        .filter(entity::Column::At.gte(since.0))
        .filter(entity::Column::Subject.ne(record))
        .count(txn)
        .await
}

/// How many openings the chain's lines after `seq` record.
pub async fn reveals_after(
    db: &impl ConnectionTrait,
    society: SocietyId,
    seq: u64,
) -> Result<u64, AuditError> {
    let verbs = Verb::ALL.into_iter().filter(|verb| verb.is_reveal());
    let seq = i64::try_from(seq).map_err(|_| AuditError::Unreadable)?;
    Ok(entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Seq.gt(seq))
        .filter(entity::Column::Verb.is_in(verbs))
        .count(db)
        .await?)
}

impl Logged {
    pub fn is_about(&self, record: impl Into<RecordId>) -> bool {
        self.record == record.into()
    }

    /// For the addresses of this page's pictures.
    pub fn ticket(&self, key: &TokenKey, now: Moment) -> String {
        self.sealed(key, OF_A_PAGE, self.record, now)
    }

    /// For the address of one record's small picture in a list.
    pub fn small_picture(&self, key: &TokenKey, record: impl Into<RecordId>, now: Moment) -> String {
        self.sealed(key, OF_A_LIST, record.into(), now)
    }

    /// The line behind a page's ticket, if the member and the record are the same and the ticket is at most ten minutes old.
    pub fn by_ticket(
        key: &TokenKey,
        ticket: &str,
        (staff, record): (StaffId, RecordId),
        now: Moment,
    ) -> Option<Logged> {
        Logged::opened(key, OF_A_PAGE, ticket, (staff, record), now)
    }

    /// The same for a list's ticket.
    pub fn by_small_picture(
        key: &TokenKey,
        ticket: &str,
        (staff, record): (StaffId, RecordId),
        now: Moment,
    ) -> Option<Logged> {
        Logged::opened(key, OF_A_LIST, ticket, (staff, record), now)
    }

    fn sealed(&self, key: &TokenKey, purpose: &str, record: RecordId, now: Moment) -> String {
        let until = (now + TICKET_FOR).0;
        let parts: [&[u8]; 4] =
            [self.staff.as_bytes(), record.as_bytes(), &self.line.to_be_bytes(), &until.to_be_bytes()];
        key.seal(purpose, &parts.concat())
    }

    fn opened(
        key: &TokenKey,
        purpose: &str,
        ticket: &str,
        (staff, record): (StaffId, RecordId),
        now: Moment,
    ) -> Option<Logged> {
        let plain = key.open(purpose, ticket)?;
        let (named, rest) = plain.split_at_checked(32)?;
        let (line, until) = rest.split_at_checked(8)?;
        let line = u64::from_be_bytes(line.try_into().ok()?);
        let until = Moment(i64::from_be_bytes(until.try_into().ok()?));
        let is_theirs = named == [staff.as_bytes().as_slice(), record.as_bytes().as_slice()].concat();
        (is_theirs && now <= until).then_some(Logged { staff, record, line })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANA: StaffId = StaffId::from_u128(1);
    const DRAFT: RecordId = RecordId::from_u128(7);

    #[test]
    fn a_ticket_serves_its_member_and_its_record_for_ten_minutes() {
        let (key, other) = (TokenKey::derived(&[1; 32], "a"), TokenKey::derived(&[2; 32], "a"));
        let now = Moment(1_000_000);
        let line = Logged { staff: ANA, record: DRAFT, line: 12 };
        let ticket = line.ticket(&key, now);
        let opens = |key: &TokenKey, who, after| {
            Logged::by_ticket(key, &ticket, who, now + Duration::minutes(after)).map(|logged| logged.line)
        };
        assert_eq!(opens(&key, (ANA, DRAFT), 10), Some(12));
        assert_eq!(opens(&key, (ANA, DRAFT), 11), None);
        assert_eq!(opens(&key, (StaffId::from_u128(7), DRAFT), 0), None, "another member");
        assert_eq!(opens(&key, (ANA, ANA.into()), 0), None, "another record");
        assert_eq!(opens(&other, (ANA, DRAFT), 0), None, "another installation");
        let small = line.small_picture(&key, DRAFT, now);
        assert!(Logged::by_ticket(&key, &small, (ANA, DRAFT), now).is_none(), "a ticket of a list");
        assert!(Logged::by_small_picture(&key, &ticket, (ANA, DRAFT), now).is_none());
        assert!(Logged::by_small_picture(&key, &small, (ANA, DRAFT), now).is_some());
    }
}

//! The only way to read what is known about a person: it costs a line in the chain, counted in the same transaction against the
//! reader's budget and against the ceiling of their Society. Invariant: a `Logged` stands for a committed line about one act on
//! one record; only that line, or a ticket made from it, gives one.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    PaginatorTrait, QueryFilter, QuerySelect,
};
use std::marker::PhantomData;
use time::Duration;

use super::eyes::{Act, HasPictures, ListShown, PictureOpened};
use super::{AuditError, Verb, append, count, entity, entry, record, take_turn};
use crate::audit::chain::Entry;
use crate::clock::Moment;
use crate::config::ReadingBudget;
use crate::db;
use crate::ids::{CaseId, RecordId, SocietyId, StaffId};
use crate::sealing::TokenKey;

/// How long a page's pictures may be fetched under the page's line.
const TICKET_FOR: Duration = Duration::minutes(10);
const OF_A_PAGE: &str = "pictures of a page";
const OF_A_LIST: &str = "small pictures of a list";

/// Over which time a Society's files are counted against its ceiling. A colleague's word lasts as long, and so does a request
/// for it.
pub const CEILING_OVER: Duration = Duration::hours(1);

/// The member who reads, with their reading budget.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    pub staff: StaffId,
    pub society: SocietyId,
    /// When the second factor was last shown: the budget starts again at that time.
    pub fresh_at: Moment,
    pub budget: ReadingBudget,
    /// How many files all members of the Society may open in an hour together; `None` while a colleague lets this one go on.
    pub ceiling: Option<u64>,
}

/// What is to be opened: a record, and the case whose key opens it.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    record: RecordId,
    case: CaseId,
    detail: Option<&'static str>,
    is_danger: bool,
}

/// The line about one view of one record, as a page or a file. `A` is the act that it is about.
#[derive(Debug)]
pub struct Logged<A> {
    staff: StaffId,
    record: RecordId,
    /// `None` for a list.
    case: Option<CaseId>,
    line: u64,
    act: PhantomData<A>,
}

#[derive(Debug, thiserror::Error)]
pub enum RevealError {
    /// The budget is spent: a fresh second factor is needed.
    #[error("the reading budget is spent")]
    BudgetSpent,
    /// The members of the Society have opened as many files as they may in an hour: a colleague's word is needed.
    #[error("the Society's reading ceiling is reached")]
    CeilingReached,
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<DbErr> for RevealError {
    fn from(error: DbErr) -> Self {
        RevealError::Audit(error.into())
    }
}

impl Opening {
    pub fn of(record: impl Into<RecordId>, case: CaseId) -> Opening {
        Opening { record: record.into(), case, detail: None, is_danger: false }
    }

    /// The same, with a fixed word for the line.
    pub fn with(self, detail: &'static str) -> Opening {
        Opening { detail: Some(detail), ..self }
    }

    /// A message about a danger is never kept back by the Society's ceiling (docs/decisions/0029-a-ceiling-for-a-society.md).
    pub fn of_danger(self, is_danger: bool) -> Opening {
        Opening { is_danger, ..self }
    }
}

/// Writes the line for one opening, or fails if the budget is spent or the ceiling is reached. The line is durable when this
/// returns.
pub async fn reveal<A: Act>(
    db: &DatabaseConnection,
    by: Reader,
    what: Opening,
    now: Moment,
) -> Result<Logged<A>, RevealError> {
    let txn = db::write(db).await?;
    reveal_with((db, txn), by, what, now).await
}

/// The same, committed together with what the caller wrote in this transaction. If it fails, only a line that says so is written.
/// Rows are locked before the chain, as in every verb, so that no two transactions deadlock.
pub async fn reveal_with<A: Act>(
    (db, txn): (&DatabaseConnection, DatabaseTransaction),
    by: Reader,
    what: Opening,
    now: Moment,
) -> Result<Logged<A>, RevealError> {
    // From here on nobody else writes to this chain: the counts stay true until the line is written.
    take_turn(&txn, by.society).await?;
    if !has_room(&txn, &by, what.record, now).await? {
        txn.rollback().await?;
        record(db, by.society, now, Some(by.staff), Verb::ReadingBudgetReached, by.staff).await?;
        return Err(RevealError::BudgetSpent);
    }
    if !what.is_danger && is_over_ceiling(&txn, &by, what.record, now).await? {
        txn.rollback().await?;
        ask_to_go_on(db, &by, now).await?;
        return Err(RevealError::CeilingReached);
    }
    let (actor, subject, detail) = (Some(by.staff), what.record, what.detail.map(Into::into));
    let line = append(&txn, by.society, now, Entry { actor, verb: A::VERB, subject, detail }).await?;
    txn.commit().await?;
    Ok(Logged { staff: by.staff, record: what.record, case: Some(what.case), line, act: PhantomData })
}

/// For a list that shows small pictures of people who are not public: writes a line, but counts as no opening.
pub async fn list(
    db: &DatabaseConnection,
    (staff, society): (StaffId, SocietyId),
    now: Moment,
) -> Result<Logged<ListShown>, AuditError> {
    let txn = db::write(db).await?;
    let line = append(&txn, society, now, entry(Some(staff), ListShown::VERB, staff)).await?;
    txn.commit().await?;
    Ok(Logged { staff, record: staff.into(), case: None, line, act: PhantomData })
}

/// Whether all members together have opened as many files as they may in an hour, and this is one more. A file that a member
/// opened within the hour costs nothing more.
async fn is_over_ceiling(
    txn: &impl ConnectionTrait,
    by: &Reader,
    record: RecordId,
    now: Moment,
) -> Result<bool, DbErr> {
    let Some(ceiling) = by.ceiling else { return Ok(false) };
    let opened = || opened_since(by.society, now - CEILING_OVER);
    let is_open = opened().filter(entity::Column::Subject.eq(record)).count(txn).await? > 0;
    Ok(!is_open && opened().count(txn).await? >= ceiling)
}

/// The files that the members of a Society have opened since then, one row each.
fn opened_since(society: SocietyId, since: Moment) -> sea_orm::Select<entity::Entity> {
    let verbs = Verb::ALL.into_iter().filter(|verb| verb.is_reveal());
    entity::Entity::find()
        .select_only()
        .column(entity::Column::Subject)
        .distinct()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Verb.is_in(verbs))
        .filter(entity::Column::At.gte(since.0))
}

/// How many files a member has opened since then, or all members together.
pub async fn opened(
    db: &impl ConnectionTrait,
    (society, by): (SocietyId, Option<StaffId>),
    since: Moment,
) -> Result<u64, DbErr> {
    let opened = opened_since(society, since);
    match by {
        Some(staff) => opened.filter(entity::Column::Actor.eq(staff)).count(db).await,
        None => opened.count(db).await,
    }
}

/// Asks colleagues for their word: one line an hour, however often the member tries.
async fn ask_to_go_on(db: &DatabaseConnection, by: &Reader, now: Moment) -> Result<(), AuditError> {
    let txn = db::write(db).await?;
    take_turn(&txn, by.society).await?;
    let asked = count(&txn, (by.society, by.staff), Verb::ReadingCeilingReached, now - CEILING_OVER).await?;
    if asked == 0 {
        let line = entry(Some(by.staff), Verb::ReadingCeilingReached, by.staff);
        append(&txn, by.society, now, line).await?;
    }
    txn.commit().await?;
    Ok(())
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
    opened_since(by.society, since)
        .filter(entity::Column::Actor.eq(by.staff))
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

impl<A> Logged<A> {
    pub fn is_about(&self, record: impl Into<RecordId>) -> bool {
        self.record == record.into()
    }

    /// Whether it is about a record of this case.
    pub(super) fn is_of(&self, case: CaseId) -> bool {
        self.case == Some(case)
    }
}

impl<A: HasPictures> Logged<A> {
    /// For the addresses of this page's pictures.
    pub fn ticket(&self, key: &TokenKey, now: Moment) -> String {
        let case = self.case.unwrap_or(CaseId::from_u128(0));
        sealed(key, OF_A_PAGE, (self.staff, self.record, case, self.line), now)
    }
}

impl Logged<ListShown> {
    /// For the address of one record's small picture in a list.
    pub fn small_picture(
        &self,
        key: &TokenKey,
        (record, case): (impl Into<RecordId>, CaseId),
        now: Moment,
    ) -> String {
        sealed(key, OF_A_LIST, (self.staff, record.into(), case, self.line), now)
    }
}

impl Logged<PictureOpened> {
    /// The line behind a page's ticket, if the member and the record are the same and the ticket is at most ten minutes old. It
    /// opens the picture alone, whatever its page shows.
    pub fn by_ticket(key: &TokenKey, ticket: &str, who: (StaffId, RecordId), now: Moment) -> Option<Self> {
        Self::unsealed(key, OF_A_PAGE, ticket, who, now)
    }

    /// The same for a list's ticket.
    pub fn by_small_picture(
        key: &TokenKey,
        ticket: &str,
        who: (StaffId, RecordId),
        now: Moment,
    ) -> Option<Self> {
        Self::unsealed(key, OF_A_LIST, ticket, who, now)
    }

    fn unsealed(
        key: &TokenKey,
        purpose: &str,
        ticket: &str,
        (staff, record): (StaffId, RecordId),
        now: Moment,
    ) -> Option<Self> {
        let plain = key.open(purpose, ticket)?;
        let (named, rest) = plain.split_at_checked(32)?;
        let (case, rest) = rest.split_at_checked(16)?;
        let (line, until) = rest.split_at_checked(8)?;
        let line = u64::from_be_bytes(line.try_into().ok()?);
        let until = Moment(i64::from_be_bytes(until.try_into().ok()?));
        let case = Some(CaseId::from_slice(case).ok()?);
        let is_theirs = named == [staff.as_bytes().as_slice(), record.as_bytes().as_slice()].concat();
        (is_theirs && now <= until).then_some(Logged { staff, record, case, line, act: PhantomData })
    }
}

fn sealed(
    key: &TokenKey,
    purpose: &str,
    (staff, record, case, line): (StaffId, RecordId, CaseId, u64),
    now: Moment,
) -> String {
    let until = (now + TICKET_FOR).0;
    let parts: [&[u8]; 5] =
        [staff.as_bytes(), record.as_bytes(), case.as_bytes(), &line.to_be_bytes(), &until.to_be_bytes()];
    key.seal(purpose, &parts.concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audit::eyes::{DraftOpened, Eyes};

    const ANA: StaffId = StaffId::from_u128(1);
    const DRAFT: RecordId = RecordId::from_u128(7);
    const HER_CASE: CaseId = CaseId::from_u128(9);

    fn page() -> Logged<DraftOpened> {
        Logged { staff: ANA, record: DRAFT, case: Some(HER_CASE), line: 12, act: PhantomData }
    }

    #[test]
    fn a_ticket_serves_its_member_and_its_record_for_ten_minutes() {
        let (key, other) = (TokenKey::derived(&[1; 32], "a"), TokenKey::derived(&[2; 32], "a"));
        let now = Moment(1_000_000);
        let line = page();
        let ticket = line.ticket(&key, now);
        let opens = |key: &TokenKey, who, after| {
            Logged::by_ticket(key, &ticket, who, now + Duration::minutes(after)).map(|logged| logged.line)
        };
        assert_eq!(opens(&key, (ANA, DRAFT), 10), Some(12));
        assert_eq!(opens(&key, (ANA, DRAFT), 11), None);
        assert_eq!(opens(&key, (StaffId::from_u128(7), DRAFT), 0), None, "another member");
        assert_eq!(opens(&key, (ANA, ANA.into()), 0), None, "another record");
        assert_eq!(opens(&other, (ANA, DRAFT), 0), None, "another installation");
        let list = Logged { staff: ANA, record: ANA.into(), case: None, line: 13, act: PhantomData };
        let small = list.small_picture(&key, (DRAFT, HER_CASE), now);
        assert!(Logged::by_ticket(&key, &small, (ANA, DRAFT), now).is_none(), "a ticket of a list");
        assert!(Logged::by_small_picture(&key, &ticket, (ANA, DRAFT), now).is_none());
        assert!(Logged::by_small_picture(&key, &small, (ANA, DRAFT), now).is_some());
    }

    #[test]
    fn a_line_and_its_ticket_open_their_own_case_alone() {
        let (key, now) = (TokenKey::derived(&[1; 32], "a"), Moment(1_000_000));
        let ticket = page().ticket(&key, now);
        let picture = Logged::by_ticket(&key, &ticket, (ANA, DRAFT), now).unwrap();
        for case in [CaseId::from_u128(8), CaseId::from_u128(0)] {
            assert!(!page().may_see(case) && !picture.may_see(case), "{case}");
        }
        assert!(page().may_see(HER_CASE) && picture.may_see(HER_CASE));
    }
}

//! The moderators' verbs: claim, release, open, note. Messages to the responder are in `asking`, the end is in
//! `closed`. Each verb names the version it saw, so that two people on one response never overwrite each other; a
//! reveal's line is committed before its plaintext leaves this module.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder,
    TryInsertResult, sea_query::Expr,
};

use super::lifecycle::{Claim, Refused, Standing};
use super::mailbox::Message;
use super::{Content, ResponseError, SealedTriage, Triage, claims, entity, message_entity, note_entity};
use crate::audit::eyes::{List, ResponseOpened, Sees};
use crate::audit::{self, Logged, Opening, Verb, entry};
use crate::cases::{self, CaseError, OpenCase, PrivatePart, Reading};
use crate::clock::Moment;
use crate::db;
use crate::ids::{MessageId, NoteId, RecordId, ResponseId, SocietyId, StaffId};
use crate::sealing::contents::{self, Content as Sealed};
use crate::sealing::{Kind, PublicKey};
use crate::societies::exchanged::{Exchanged, KeyOf};
use crate::societies::keys::KeyError;
use crate::staff::{Staff, roles::Moderate};

/// A response of this Society, else `NotFound`.
pub(super) async fn of_society(
    db: &impl ConnectionTrait,
    society: SocietyId,
    id: ResponseId,
) -> Result<entity::Model, ResponseError> {
    entity::Entity::find_by_id(id)
        .filter(entity::Column::SocietyId.eq(society))
        .one(db)
        .await?
        .ok_or(ResponseError::NotFound)
}

pub fn standing(row: &entity::Model) -> Standing {
    let claim = row.claimed_by.zip(row.claimed_until).map(|(by, until)| Claim { by, until: Moment(until) });
    Standing { stage: row.stage, claim }
}

pub async fn claim(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    now: Moment,
) -> Result<(), ResponseError> {
    // A member who can't open it must not keep it from those who can.
    let row = of_society(db, by.society, id).await?;
    open_case(db, by, &row).await?;
    hand(db, by, id, (Verb::Claimed, now), |standing| standing.claim(by.id, now)).await
}

pub async fn release(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    now: Moment,
) -> Result<(), ResponseError> {
    hand(db, by, id, (Verb::Released, now), |standing| standing.release(by.id, now)).await
}

/// Claims or releases a response.
async fn hand(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    (verb, now): (Verb, Moment),
    next: impl FnOnce(Standing) -> Result<Standing, Refused>,
) -> Result<(), ResponseError> {
    let txn = db::write(db).await?;
    let row = of_society(&txn, by.society, id).await?;
    write_standing(&txn, &row, next(standing(&row))?).await?;
    if verb == Verb::Claimed {
        claims::has_room(&txn, by, now).await?;
    }
    audit::append(&txn, by.society, now, entry(Some(by.id), verb, id)).await?;
    txn.commit().await?;
    Ok(())
}

/// A response with everything that a moderator compares.
pub struct Opened {
    pub row: entity::Model,
    pub triage: Triage,
    pub content: Content,
    /// `None` once it has been erased.
    pub private: Option<PrivatePart>,
    /// Oldest first.
    pub thread: Vec<ThreadItem>,
    pub notes: Vec<NoteItem>,
}

pub struct ThreadItem {
    pub id: MessageId,
    pub is_from_staff: bool,
    pub author: Option<StaffId>,
    pub text: String,
    pub sent_at: Moment,
    /// For staff's messages: the mailbox was opened after it was sent.
    pub is_read: bool,
}

pub struct NoteItem {
    pub author: StaffId,
    pub text: String,
    pub written_at: Moment,
}

/// Opens a claimed response. The line is committed, within the reading budget, before the seal is opened. The triage is no
/// person's and says first whether it is about a danger, which no ceiling keeps back.
pub async fn reveal(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    now: Moment,
) -> Result<Opened, ResponseError> {
    let row = of_society(db, by.society, id).await?;
    standing(&row).holds(by.id, now)?;
    let case = open_case(db, by, &row).await?;
    let triage = open_triage(&case, &row)?;
    let reader = by.reader(db, now).await?;
    let txn = db::write(db).await?;
    entity::Entity::update_many()
        .col_expr(entity::Column::FirstOpenedAt, Expr::value(now.hour().0))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::FirstOpenedAt.is_null())
        .exec(&txn)
        .await?;
    let what = Opening::of(id, case.id).of_danger(triage.is_danger);
    let logged: Logged<ResponseOpened> = audit::reveal_with((db, txn), reader, what, now).await?;
    let reading = case.read_by(&logged);
    let (thread, notes) = (thread(db, reading, id).await?, notes(db, reading, id).await?);
    Ok(Opened {
        triage,
        content: open_content(reading, &row)?,
        private: case.private_part(&logged).ok(),
        thread,
        notes,
        row,
    })
}

/// Adds one note, under an id that was drawn with its form: sent twice, it is written once. It renews the lease.
pub async fn add_note(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    (id, note): (ResponseId, NoteId),
    text: &str,
    now: Moment,
) -> Result<(), ResponseError> {
    let row = of_society(db, by.society, id).await?;
    let claim = standing(&row).note(by.id, now)?;
    let case = open_case(db, by, &row).await?;
    let sealed = case.seal(Kind::Note, note, text.as_bytes())?;
    let txn = db::write(db).await?;
    let row = note_entity::ActiveModel {
        id: Set(note),
        response_id: Set(id),
        author: Set(by.id),
        body: Set(sealed),
        written_at: Set(now.0),
    };
    let inserted =
        note_entity::Entity::insert(row).on_conflict_do_nothing().exec_without_returning(&txn).await?;
    if !matches!(inserted, TryInsertResult::Inserted(1..)) {
        let there = note_entity::Entity::find_by_id(note).one(&txn).await?;
        let is_same = there.is_some_and(|there| there.response_id == id && there.author == by.id);
        return if is_same { Ok(()) } else { Err(ResponseError::Conflict) };
    }
    claims::prolong(&txn, id, claim, now).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::Noted, id)).await?;
    txn.commit().await?;
    Ok(())
}

/// Writes the new standing, if the version still is what the caller saw. A claim clears the sign that its sender wrote again.
pub(super) async fn write_standing(
    txn: &impl ConnectionTrait,
    row: &entity::Model,
    next: Standing,
) -> Result<(), ResponseError> {
    let wrote_again_at = row.wrote_again_at.filter(|_| next.claim.is_none());
    let written = entity::Entity::update_many()
        .col_expr(entity::Column::WroteAgainAt, Expr::value(wrote_again_at))
        .col_expr(entity::Column::Stage, Expr::value(next.stage))
        .col_expr(entity::Column::ClaimedBy, Expr::value(next.claim.map(|claim| claim.by)))
        .col_expr(entity::Column::ClaimedUntil, Expr::value(next.claim.map(|claim| claim.until.0)))
        .col_expr(entity::Column::Version, Expr::value(row.version + 1))
        .filter(entity::Column::Id.eq(row.id))
        .filter(entity::Column::Version.eq(row.version))
        .exec(txn)
        .await?;
    if written.rows_affected == 1 { Ok(()) } else { Err(ResponseError::Conflict) }
}

pub(super) async fn open_case(
    db: &impl ConnectionTrait,
    by: &Staff<Moderate>,
    row: &entity::Model,
) -> Result<OpenCase, ResponseError> {
    let case = row.case_id.ok_or(ResponseError::Unreadable)?;
    Ok(cases::open(db, by.society, case, by.key_holder()).await?)
}

pub(super) fn open_triage(case: &OpenCase, row: &entity::Model) -> Result<Triage, ResponseError> {
    open_triage_of(case, row.id, &row.triage)
}

pub(super) fn open_triage_of(
    case: &OpenCase,
    id: ResponseId,
    sealed: &[u8],
) -> Result<Triage, ResponseError> {
    open_json(case.read_by(&List), contents::ResponseTriage, id, sealed)
}

/// The key to seal a message to the responder to. Fails if the row's key is not the one that was sealed with the response.
pub(super) fn mailbox_key(case: &OpenCase, row: &entity::Model) -> Result<PublicKey, ResponseError> {
    let sealed: SealedTriage<Triage> =
        open_json(case.read_by(&List), contents::ResponseTriage, row.id, &row.triage)?;
    if sealed.mailbox_key.is_some_and(|key| key != row.mailbox_key) {
        let fault = Exchanged { society: case.society, key: KeyOf::Mailbox, record: row.id.into() };
        return Err(CaseError::from(KeyError::Exchanged(fault)).into());
    }
    Ok(PublicKey::parse(&row.mailbox_key)?)
}

pub(super) fn open_content(
    reading: Reading<'_, impl Sees<contents::ResponseContent>>,
    row: &entity::Model,
) -> Result<Content, ResponseError> {
    open_json(reading, contents::ResponseContent, row.id, &row.content)
}

async fn thread(
    db: &impl ConnectionTrait,
    reading: Reading<'_, impl Sees<contents::MessageToCase>>,
    response: ResponseId,
) -> Result<Vec<ThreadItem>, ResponseError> {
    let rows = message_entity::Entity::find()
        .filter(message_entity::Column::ResponseId.eq(response))
        .order_by_asc(message_entity::Column::Position)
        .all(db)
        .await?;
    let mut out = Vec::with_capacity(rows.len());
    for row in rows {
        let sealed = row.case_copy.as_ref().unwrap_or(&row.body);
        let message: Message = open_json(reading, contents::MessageToCase, row.id, sealed)?;
        out.push(ThreadItem {
            id: row.id,
            is_read: row.is_read,
            is_from_staff: row.is_from_staff,
            author: row.author,
            text: message.text,
            sent_at: message.sent_at,
        });
    }
    Ok(out)
}

async fn notes(
    db: &impl ConnectionTrait,
    Reading { case, eyes }: Reading<'_, impl Sees<contents::Note>>,
    response: ResponseId,
) -> Result<Vec<NoteItem>, ResponseError> {
    let rows = note_entity::Entity::find()
        .filter(note_entity::Column::ResponseId.eq(response))
        .order_by_asc(note_entity::Column::WrittenAt)
        .all(db)
        .await?;
    rows.into_iter()
        .map(|row| {
            let plain = case.open(eyes, contents::Note, row.id, &row.body)?;
            let text = String::from_utf8_lossy(&plain).into_owned();
            Ok(NoteItem { author: row.author, text, written_at: Moment(row.written_at) })
        })
        .collect()
}

fn open_json<T: serde::de::DeserializeOwned, K: Sealed>(
    Reading { case, eyes }: Reading<'_, impl Sees<K>>,
    kind: K,
    record: impl Into<RecordId>,
    sealed: &[u8],
) -> Result<T, ResponseError> {
    serde_json::from_slice(&case.open(eyes, kind, record, sealed)?).map_err(|_| ResponseError::Unreadable)
}

impl From<Refused> for ResponseError {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::ClaimedBy(by) => ResponseError::Claimed { by },
            Refused::NotClaimed => ResponseError::NotClaimed,
            Refused::Closed => ResponseError::IsClosed,
            Refused::Open => ResponseError::IsOpen,
        }
    }
}

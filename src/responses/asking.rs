//! A moderator's messages to the responder: checked before they go, sent once however often the button is pressed, and taken
//! back while nobody has opened the mailbox. Invariant: messages go no other way, and the words of a finding are stored nowhere.

use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder,
};

use super::handling::{mailbox_key, of_society, open_case, open_content, standing, write_standing};
use super::mailbox::{Message, to_responder};
use super::outgoing::{Check, Finding, Known};
use super::{Contact, ResponseError, entity, message_entity};
use crate::audit::eyes::Nobody;
use crate::audit::{self, Verb, entry, entry_with};
use crate::cases::OpenCase;
use crate::chance;
use crate::clock::Moment;
use crate::db::{self, is_unique_violation};
use crate::ids::{MessageId, ResponseId, Seen};
use crate::publications;
use crate::sealing::Kind;
use crate::societies;
use crate::staff::{Staff, roles::Moderate};

words! {
    /// Why a message is sent although something in it was marked. The audit log records its code.
    pub enum Reason {
        /// The word has another meaning here.
        Ordinary = "ordinary-words",
        /// It is on the Society's public page anyway.
        Public = "public-anyway",
        /// The sender wrote it, in this response.
        FromSender = "from-the-sender",
        /// The person it is about has agreed that it is told.
        Agreed = "agreed",
    }
}

pub struct NewMessage<'a> {
    /// Drawn with the form, so that the same form sends once.
    pub id: MessageId,
    pub text: &'a str,
    /// Chosen after the findings of exactly this text were shown.
    pub reason: Option<Reason>,
    /// The site's own sentences, which may always be said.
    pub house: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    Sent,
    /// The same form was sent before; there is one message.
    Already,
    /// Nothing was sent, because of these findings.
    Stopped(Vec<Finding>),
}

/// Sends a message to the responder's mailbox: sealed once to the mailbox, once to the case for colleagues.
pub async fn ask(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    seen: Seen<ResponseId>,
    new: NewMessage<'_>,
    now: Moment,
) -> Result<Asked, ResponseError> {
    let row = of_society(db, by.society, seen.id).await?;
    if is_there(db, seen.id, new.id).await? {
        return Ok(Asked::Already);
    }
    standing(&row).held(by.id, now)?;
    let case = open_case(db, by, &row).await?;
    let findings = Check::of(&known(db, &case, &row, new.house.clone()).await?).findings(new.text);
    if !findings.is_empty() && new.reason.is_none() {
        return Ok(Asked::Stopped(findings));
    }
    let overruled = new.reason.filter(|_| !findings.is_empty());
    match send(db, by, (&row, &case, seen), (&new, overruled), now).await {
        Ok(()) => Ok(Asked::Sent),
        // If the button was pressed twice at once, the later press meets what the first has written.
        Err(error) if is_there(db, seen.id, new.id).await? => match error {
            ResponseError::Conflict | ResponseError::Database(_) => Ok(Asked::Already),
            other => Err(other),
        },
        Err(error) => Err(error),
    }
}

async fn send(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    (row, case, seen): (&entity::Model, &OpenCase, Seen<ResponseId>),
    (new, overruled): (&NewMessage<'_>, Option<Reason>),
    now: Moment,
) -> Result<(), ResponseError> {
    let next = standing(row).ask(by.id, now)?;
    let body = Message { text: new.text.to_owned(), sent_at: now };
    let plain = serde_json::to_vec(&body).map_err(|_| ResponseError::Unreadable)?;
    let mailbox = mailbox_key(case, row)?;
    let txn = db::write(db).await?;
    if row.version != seen.version {
        return Err(ResponseError::Conflict);
    }
    write_standing(&txn, row, next).await?;
    let inserted = message_entity::Entity::insert(message_entity::ActiveModel {
        id: Set(new.id),
        response_id: Set(row.id),
        is_from_staff: Set(true),
        author: Set(Some(by.id)),
        body: Set(mailbox.seal(to_responder(new.id, row.id), &plain)?),
        case_copy: Set(Some(case.seal(Kind::MessageToCase, new.id, &plain)?)),
        position: Set(last_position(&txn, row.id).await? + 1),
        sent_at: Set(now.hour().0),
        is_read: Set(false),
    })
    .exec_without_returning(&txn)
    .await;
    match inserted {
        // The id belongs to another thread; no form of ours contains such an id.
        Err(error) if is_unique_violation(&error) => return Err(ResponseError::Conflict),
        other => other?,
    };
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::Asked, row.id)).await?;
    if let Some(reason) = overruled {
        let line = entry_with(Some(by.id), Verb::StoppedWordsSent, row.id, reason.code());
        audit::append(&txn, by.society, now, line).await?;
    }
    txn.commit().await?;
    Ok(())
}

/// What happened to a message that staff want back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    Gone,
    /// The mailbox was opened after it was sent.
    Read,
}

/// Erases a message that nobody has read. The responder never learns that there was one.
pub async fn take_back(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    id: ResponseId,
    message: MessageId,
    now: Moment,
) -> Result<TakenBack, ResponseError> {
    let row = of_society(db, by.society, id).await?;
    standing(&row).held(by.id, now)?;
    let txn = db::write(db).await?;
    let gone = message_entity::Entity::delete_many()
        .filter(message_entity::Column::Id.eq(message))
        .filter(message_entity::Column::ResponseId.eq(id))
        .filter(message_entity::Column::IsFromStaff.eq(true))
        .filter(message_entity::Column::IsRead.eq(false))
        .exec(&txn)
        .await?;
    if gone.rows_affected == 0 {
        // If it was pressed twice, the message was gone the first time.
        return if is_there(&txn, id, message).await? { Ok(TakenBack::Read) } else { Ok(TakenBack::Gone) };
    }
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::MessageTakenBack, id)).await?;
    txn.commit().await?;
    Ok(TakenBack::Gone)
}

/// All that must not go out unseen with this response. What the sender wrote about others is secret too: confirming a
/// guess tells it.
async fn known(
    db: &impl ConnectionTrait,
    case: &OpenCase,
    row: &entity::Model,
    house: Vec<String>,
) -> Result<Known, ResponseError> {
    let private = case.private_part(&Nobody).unwrap_or_default();
    let content = open_content(case.read_by(&Nobody), row)?;
    let witnesses = publications::drafting::witnesses(db, case, row.publication_id).await?;
    let society = societies::by_id(db, case.society).await?;
    let photo = publications::entity::Entity::find_by_id(row.publication_id).one(db).await?;
    // The sender may know their own number, but everyone with the code reads a number in the mailbox.
    let own_contact = match content.contact {
        Contact::Phone { number, .. } => Some(number),
        Contact::Email { address } => Some(address),
        Contact::CodeOnly => None,
    };
    Ok(Known {
        // The first is the enquirer's.
        names: vec![private.enquirer_name, private.sought_names],
        witnesses,
        told: vec![private.story, private.facts_to_compare],
        contacts: std::iter::once(private.enquirer_contact).chain(own_contact).collect(),
        places: society.as_ref().map(|society| society.entry().contact).unwrap_or_default(),
        societies: society.map(|society| society.name).into_iter().collect(),
        own_name: content.name,
        photo_number: photo.and_then(|photo| photo.photo_number).unwrap_or_default(),
        house,
    })
}

async fn is_there(
    db: &impl ConnectionTrait,
    response: ResponseId,
    message: MessageId,
) -> Result<bool, ResponseError> {
    let found = message_entity::Entity::find_by_id(message)
        .filter(message_entity::Column::ResponseId.eq(response))
        .filter(message_entity::Column::IsFromStaff.eq(true))
        .one(db)
        .await?;
    Ok(found.is_some())
}

/// The position of the thread's last message, or 0 if there is none.
async fn last_position(txn: &impl ConnectionTrait, response: ResponseId) -> Result<i64, ResponseError> {
    let last = message_entity::Entity::find()
        .filter(message_entity::Column::ResponseId.eq(response))
        .order_by_desc(message_entity::Column::Position)
        .one(txn)
        .await?;
    Ok(last.map_or(0, |row| row.position))
}

impl<'a> NewMessage<'a> {
    /// For callers without a form: the demo and the tests.
    pub fn of(text: &'a str) -> NewMessage<'a> {
        NewMessage { id: chance::id(), text, reason: None, house: Vec::new() }
    }
}

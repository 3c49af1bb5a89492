//! The sealed answers to photos. Invariant: once a responder has seen a receipt, the response is on disk, sealed to
//! the case; sending the same form again gives the same receipt and one response.

pub mod after_restore;
pub mod archiving;
pub mod asking;
pub mod claims;
pub mod closed;
pub mod entity;
pub mod folds;
pub mod handling;
pub mod lanes;
pub mod lifecycle;
pub mod likeness;
pub mod mailbox;
pub mod message_entity;
pub mod note_entity;
pub mod outgoing;
pub mod queue;
pub mod receipt;
pub mod receipt_code;
pub mod retention;
pub mod rush;
pub mod screens;
pub mod waiting;
pub mod weighing;

use sea_orm::{ActiveValue::Set, DatabaseConnection, DbErr, EntityTrait};
use serde::{Deserialize, Serialize};
use time::Duration;

use crate::audit::{AuditError, RevealError};
use crate::cases::CaseError;
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::config::Retention;
use crate::db::is_unique_violation;
use crate::ids::{CaseId, PublicationId, ResponseId, StaffId};
use crate::publications::PublicationError;
use crate::sealing::{Binding, Kind, PublicKey, SealError};
use lanes::Came;
use lifecycle::{Door, Outcome};

/// The longest text of a response: with its first line it fits the padded size of 16 KiB
/// (docs/decisions/0018-a-captcha-only-slows.md).
pub const MOST_TEXT_BYTES: usize = 14 * 1024;

/// The part that lists show: no name, no contact, no free text.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Triage {
    pub door: Door,
    /// The responder's relation to the enquirer, as a code; empty if it was not said.
    pub relation: String,
    /// The language the form was answered in.
    pub language: String,
    pub has_contact: bool,
    /// Somebody says that it is about a child or someone in danger.
    pub is_danger: bool,
    /// Equal for texts that differ only in spaces and capitals; empty for an empty text.
    pub digest: String,
    /// What `likeness` compares. Older programs sealed none.
    #[serde(default)]
    pub sketch: String,
    pub arrived_at: Moment,
}

/// The part that is opened one response at a time, logged and counted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Content {
    pub name: String,
    pub relation_in_words: String,
    pub message: String,
    pub contact: Contact,
    /// Staff say it first when they call.
    pub caller_check: String,
}

/// The triage as it is sealed, with the mailbox's public key beside it: so an exchanged key in the row is noticed.
#[derive(Serialize, Deserialize)]
struct SealedTriage<T> {
    #[serde(flatten)]
    triage: T,
    /// `None` in older responses.
    #[serde(default)]
    mailbox_key: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "kebab-case")]
pub enum Contact {
    /// As typed, with what makes a call safe.
    Phone {
        number: String,
        is_only_mine: YesNo,
        may_leave_message: YesNo,
        good_times: String,
    },
    Email {
        address: String,
    },
    /// Staff leave questions in the mailbox; the code is the only way back.
    CodeOnly,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum YesNo {
    Yes,
    No,
    DoNotKnow,
}

/// The photo that an answer goes to. It is sealed in the form's state, so it holds even if the photo ends meanwhile.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Addressee {
    pub publication: PublicationId,
    pub case: CaseId,
    pub case_key: String,
}

pub struct NewResponse<'a> {
    /// Drawn on the check page: the same form gives the same id.
    pub id: ResponseId,
    pub to: &'a Addressee,
    pub triage: &'a Triage,
    pub content: &'a Content,
    pub code: &'a CodeKeys,
    /// What the limits and the CAPTCHA say.
    pub came: Came,
    /// The photo had ended when it was sent.
    pub is_late: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    Saved,
    /// The same form was sent before; there is one response.
    Already,
}

/// Why a response was not saved. The page says so plainly and keeps what was typed.
#[derive(Debug, thiserror::Error)]
pub enum AcceptError {
    #[error(transparent)]
    Seal(#[from] SealError),
    #[error("the response could not be written as text")]
    Unwritable,
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// Saves a response on the site's side. When this returns `Ok`, the commit is durable.
pub async fn accept(
    site: &DatabaseConnection,
    new: NewResponse<'_>,
    now: Moment,
) -> Result<Accepted, AcceptError> {
    match entity::Entity::insert(sealed(&new, now)?).exec_without_returning(site).await {
        Ok(_) => Ok(Accepted::Saved),
        Err(error) if is_unique_violation(&error) => Ok(Accepted::Already),
        Err(error) => Err(error.into()),
    }
}

/// The row of a response, with everything that its sender said sealed to the case.
pub fn sealed(new: &NewResponse<'_>, now: Moment) -> Result<entity::ActiveModel, AcceptError> {
    let key = PublicKey::parse(&new.to.case_key)?;
    let place = (new.id, new.to.case);
    let mailbox_key = new.code.key.public().as_str().to_owned();
    Ok(entity::ActiveModel {
        id: Set(new.id),
        publication_id: Set(new.to.publication),
        is_slow: Set(new.came.is_slow()),
        lane: Set(Some(new.came.lane)),
        trust: Set(Some(new.came.trust)),
        is_late: Set(new.is_late),
        is_urgent: Set(new.triage.door.urgency(new.triage.is_danger).comes_first()),
        mailbox_tag: Set(new.code.tag.to_vec()),
        triage: Set(sealed_triage(&key, place, new.triage, &mailbox_key)?),
        mailbox_key: Set(mailbox_key),
        content: Set(seal(&key, place, Kind::ResponseContent, new.content)?),
        arrived_at: Set(now.hour().0),
        ..Default::default()
    })
}

pub fn sealed_triage(
    key: &PublicKey,
    place: (ResponseId, CaseId),
    triage: &Triage,
    mailbox_key: &str,
) -> Result<Vec<u8>, AcceptError> {
    let triage = SealedTriage { triage, mailbox_key: Some(mailbox_key.to_owned()) };
    seal(key, place, Kind::ResponseTriage, &triage)
}

fn seal(
    key: &PublicKey,
    (id, case): (ResponseId, CaseId),
    kind: Kind,
    what: &impl Serialize,
) -> Result<Vec<u8>, AcceptError> {
    let plain = serde_json::to_vec(what).map_err(|_| AcceptError::Unwritable)?;
    Ok(key.seal(Binding { kind, record: id.into(), owner: case.into() }, &plain)?)
}

/// Why a verb of the desk on a response did not happen.
#[derive(Debug, thiserror::Error)]
pub enum ResponseError {
    #[error("no such response in this Society")]
    NotFound,
    #[error("a colleague has claimed it")]
    Claimed { by: StaffId },
    #[error("it was changed by someone else meanwhile")]
    Conflict,
    #[error("it is closed")]
    IsClosed,
    #[error("it is open")]
    IsOpen,
    /// The closing is too long ago to be undone, or it was somebody else's.
    #[error("the closing can't be undone any more")]
    TooLate,
    #[error("claim it first")]
    NotClaimed,
    /// Too many personal files were opened in a short time; a fresh second factor is needed.
    #[error("the reading budget is spent")]
    BudgetSpent,
    /// The members of the Society opened as many files as they may in an hour; a colleague's word is needed.
    #[error("the Society's reading ceiling is reached")]
    CeilingReached,
    /// The member must first release or close some.
    #[error("this member holds as many responses as one may")]
    HoldsTooMany,
    #[error("a sealed response can't be read")]
    Unreadable,
    #[error(transparent)]
    Case(#[from] CaseError),
    #[error(transparent)]
    Publication(#[from] PublicationError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

impl From<RevealError> for ResponseError {
    fn from(error: RevealError) -> Self {
        match error {
            RevealError::BudgetSpent => ResponseError::BudgetSpent,
            RevealError::CeilingReached => ResponseError::CeilingReached,
            RevealError::Audit(error) => error.into(),
        }
    }
}

impl From<SealError> for ResponseError {
    fn from(error: SealError) -> Self {
        ResponseError::Case(error.into())
    }
}

impl Outcome {
    /// How long a response with this outcome is kept after its closing. A harmful one is kept as long as one that helped
    /// (docs/decisions/0008-keep-little-and-erase-by-the-clock.md).
    pub fn kept_for(self, kept: &Retention) -> Duration {
        match self {
            Outcome::NoMatch | Outcome::Duplicate | Outcome::Spam | Outcome::TakenBack => {
                kept.closed_response
            }
            Outcome::Reunited | Outcome::ContactRestored | Outcome::Harmful => kept.helped_response,
        }
    }
}

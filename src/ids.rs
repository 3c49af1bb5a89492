//! The ids of rows, one type per kind: the compiler refuses a message's id where a response's is wanted. All are random UUIDs,
//! in the database, in addresses and in JSON alike.

use std::fmt;
use std::str::FromStr;

use sea_orm::{DbErr, DeriveValueType, TryFromU64};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an id: a UUID was expected")]
pub struct NotAnId;

macro_rules! id {
    ($(#[doc = $about:literal])* $name:ident) => {
        $(#[doc = $about])*
        #[derive(
            Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, DeriveValueType,
        )]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// For ids that are fixed, such as a test's.
            pub const fn from_u128(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }

            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// Fails if these are not 16 bytes.
            pub fn from_slice(bytes: &[u8]) -> Result<Self, NotAnId> {
                Uuid::from_slice(bytes).map(Self).map_err(|_| NotAnId)
            }

            pub const fn as_bytes(&self) -> &[u8; 16] {
                self.0.as_bytes()
            }
        }

        impl From<Uuid> for $name {
            fn from(drawn: Uuid) -> Self {
                Self(drawn)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }

        /// Hyphenated and in lower case.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        /// sea-orm asks it of every primary key, for databases that count their rows; ours draw ids.
        impl TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, DbErr> {
                Err(DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    };
}

macro_rules! ids {
    ($($(#[doc = $about:literal])* $name:ident,)*) => {
        $(
            id!($(#[doc = $about])* $name);

            impl From<$name> for RecordId {
                fn from(id: $name) -> Self {
                    Self(id.0)
                }
            }

            impl $name {
                /// The id of a record whose kind is known from elsewhere, such as a tombstone's table.
                pub const fn of_record(record: RecordId) -> Self {
                    Self(record.0)
                }
            }
        )*
    };
}

id!(
    /// Any record: what a line of the audit log is about, and what a seal is bound to. Every other id turns into one; the way
    /// back is `of_record`, which says the kind.
    RecordId
);

ids! {
    /// A Society, or the installation itself, whose chain has the nil id.
    SocietyId,
    StaffId,
    /// One wrapped key in `key_grants`.
    GrantId,
    CaseId,
    PublicationId,
    ConsentId,
    /// One use of a withdrawal code.
    WithdrawalId,
    /// A draft's working copy, in the file store.
    PictureId,
    /// A published photo at its full size, in the file store.
    PrintId,
    /// The scan of a signed consent, in the file store.
    PaperId,
    PosterId,
    ResponseId,
    MessageId,
    NoteId,
    /// One line of a Society's rota.
    RotaLineId,
    /// One use of a CAPTCHA: the id of a challenge, a pass or a wait ticket.
    CaptchaId,
    /// A browser that its cookie makes known at the sign-in.
    DeviceId,
    /// A process that holds a job's lease.
    ProcessId,
    /// An object that is written and erased again, to see that the file store works.
    ProbeId,
}

/// A record as a page showed it. A change to a newer version is refused, so that nobody overwrites what they did not see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen<Id> {
    pub id: Id,
    pub version: i64,
}

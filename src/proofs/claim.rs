//! What a row claims: the part of it that authorises, in one encoding. A column is in it, or stands in `NOT_COVERED` with the
//! reason; `tests/it/rows_that_authorise/` changes each one in the database.

use sea_orm::Value;

use super::known::Act;
use crate::ids::{RecordId, StaffId};

words! {
    /// The tables whose rows authorise, and the chain itself. The word stands in the chain's line about a refusal.
    pub enum RowKind {
        Staff = "staff",
        Session = "session",
        Invitation = "invitation",
        Grant = "grant",
        Editor = "editor",
        Consent = "consent",
        Chain = "chain",
    }
}

/// Columns of these tables that no proof covers, and why.
pub const NOT_COVERED: &[(&str, &str, &str)] = &[
    (
        "staff",
        "totp_last_step",
        "changes at each sign-in; a code that was used is refused by whichever desk took it",
    ),
    (
        "staff",
        "signing_key",
        "follows from the member's own key, and their sign-in puts it right; others believe the signed list, and who \
         first gives them keys checks key_mac",
    ),
    ("staff", "key_mac", "a MAC of its own under the desk's secret, over the account's public keys"),
    ("staff", "list_seen", "sealed with the member's own key, and changes at sign-ins"),
    ("sessions", "seen_at", "only says whether the session is idle; the session ends by started_at"),
    ("staff", "proof", "the proof itself"),
    ("sessions", "proof", "the proof itself"),
    ("invitations", "proof", "the proof itself"),
    ("key_grants", "proof", "the proof itself"),
    ("publication_editors", "proof", "the proof itself"),
    ("consents", "proof", "the proof itself"),
    ("consents", "ended_at", "ending needs no proof: jobs and withdrawals end it"),
    ("consents", "end_reason", "says why it ended, and lets nobody do anything"),
];

impl RowKind {
    pub const fn table(self) -> &'static str {
        match self {
            RowKind::Staff => "staff",
            RowKind::Session => "sessions",
            RowKind::Invitation => "invitations",
            RowKind::Grant => "key_grants",
            RowKind::Editor => "publication_editors",
            RowKind::Consent => "consents",
            RowKind::Chain => "audit_lines",
        }
    }

    /// The acts about a person after which this row no longer counts, unless the same act wrote it.
    pub(super) const fn replaced_by(self) -> &'static [Act] {
        use Act::{
            Agreed, Asked, BeganAgain, Ended, Invited, Joined, LeftEverywhere, NewPassphrase, NewPassword,
            NewSecondKey, TookKeys,
        };
        match self {
            RowKind::Staff => {
                &[Invited, Joined, TookKeys, BeganAgain, NewPassword, NewSecondKey, NewPassphrase, Ended]
            }
            RowKind::Session => &[Joined, BeganAgain, NewPassword, LeftEverywhere, Ended],
            RowKind::Invitation => &[Invited, Asked, Agreed, Joined, TookKeys, BeganAgain, Ended],
            // Nobody who waits for keys has a grant of before, and who gets one again keeps the others.
            RowKind::Grant => &[Joined, BeganAgain, Ended],
            RowKind::Editor | RowKind::Consent | RowKind::Chain => &[],
        }
    }
}

/// A row of one of these tables.
pub trait Authorises {
    fn claim(&self) -> Claim<'_>;

    /// False for a row that lets nobody do anything whatever it says, such as an ended account.
    fn lets_anybody(&self) -> bool {
        true
    }

    /// The columns of its primary key.
    fn key(&self) -> Vec<(&'static str, Value)>;
}

/// What a row claims, and what it claims it with.
pub struct Claim<'r> {
    pub row: RowKind,
    /// The record that the chain's lines name: the person, or the publication of an editor.
    pub about: RecordId,
    /// The person whose acts replace this row; none for the recovery key's grants.
    pub person: Option<StaffId>,
    /// Further persons with whose access this row ends.
    pub hangs_on: Vec<StaffId>,
    /// Whether it is a grant that belongs under the person's second key: another second key replaces it.
    pub is_under_second: bool,
    pub(super) said: Vec<u8>,
    pub(super) proof: Option<&'r [u8]>,
}

impl<'r> Claim<'r> {
    pub fn new(
        row: RowKind,
        about: impl Into<RecordId>,
        person: Option<StaffId>,
        proof: Option<&'r [u8]>,
    ) -> Claim<'r> {
        let (about, hangs_on, said) = (about.into(), Vec::new(), Vec::new());
        Claim { row, about, person, hangs_on, is_under_second: false, said, proof }
    }

    pub fn has_proof(&self) -> bool {
        self.proof.is_some()
    }

    /// Adds a column: its name, whether it has a value, and the value, each with its length. No two rows encode alike.
    fn column(mut self, name: &str, value: Option<&[u8]>) -> Self {
        for part in [Some(name.as_bytes()), value] {
            match part {
                None => self.said.push(0),
                Some(bytes) => {
                    self.said.push(1);
                    self.said.extend((bytes.len() as u64).to_be_bytes());
                    self.said.extend(bytes);
                }
            }
        }
        self
    }

    pub fn bytes(self, name: &str, value: Option<&[u8]>) -> Self {
        self.column(name, value)
    }

    pub fn text(self, name: &str, value: Option<&str>) -> Self {
        self.column(name, value.map(str::as_bytes))
    }

    pub fn number(self, name: &str, value: Option<i64>) -> Self {
        self.column(name, value.map(i64::to_be_bytes).as_ref().map(<[u8; 8]>::as_slice))
    }

    pub fn id(self, name: &str, value: Option<RecordId>) -> Self {
        self.column(name, value.as_ref().map(|id| id.as_bytes().as_slice()))
    }
}

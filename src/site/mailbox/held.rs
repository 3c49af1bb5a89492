//! What is stored of an opened mailbox between its steps, for half an hour: the stretched code, so that it is stretched once, and
//! a draft of an answer.

use serde::{Deserialize, Serialize};
use time::Duration;

use crate::chance;
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::ids::MessageId;
use crate::sealing::{PublicKey, base64url, from_base64url};
use crate::site::code_gate::Again;
use crate::web::carried::Carried;
use crate::web::{Error, Form, Visit};

const HELD: Carried<Held> = Carried::new("mailbox", Duration::minutes(30), |held| held.issued_at);

#[derive(Serialize, Deserialize)]
pub enum Step {
    /// The code is asked for again.
    Asked(Again),
    Open(Opened),
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Opened {
    pub held: Held,
    /// An answer that was not sent yet.
    pub typed: String,
    pub told: Told,
}

#[derive(Clone, Serialize, Deserialize)]
pub struct Held {
    stretched: String,
    /// The case's key when the mailbox was opened. An answer that was begun then is sealed to it.
    #[serde(default)]
    case_key: Option<String>,
    /// The id of the next answer, so that an answer that is sent twice is saved once.
    pub answer: MessageId,
    issued_at: Moment,
}

/// What the page says about the last button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    Nothing,
    Sent,
    Deleted,
    Missing,
    Long,
    Often,
    NotSaved,
    NoCookie,
}

impl Told {
    pub fn fault(self) -> Option<&'static str> {
        match self {
            Told::Missing => Some("return-answer-missing"),
            Told::Long => Some("return-answer-long"),
            Told::Often => Some("return-answer-often"),
            Told::Nothing | Told::Sent | Told::Deleted | Told::NotSaved | Told::NoCookie => None,
        }
    }

    /// The notice's name for the template; empty if nothing was done.
    pub fn notice(self) -> &'static str {
        match self {
            Told::Sent => "sent",
            Told::Deleted => "deleted",
            _ => "",
        }
    }
}

impl Held {
    pub fn of(stretched: &[u8; 32], case_key: &PublicKey, now: Moment) -> Held {
        let case_key = Some(case_key.as_str().to_owned());
        Held { stretched: base64url(stretched), case_key, answer: chance::id(), issued_at: now }
    }

    pub fn begun_with(&self) -> Option<PublicKey> {
        self.case_key.as_deref().and_then(|key| PublicKey::parse(key).ok())
    }

    /// After an answer was saved, the next one gets a new id.
    pub fn next(&self, now: Moment) -> Held {
        Held { answer: chance::id(), issued_at: now, ..self.clone() }
    }

    /// The mailbox in the page's hidden field. `None` after half an hour, or if we did not seal it.
    pub fn on(visit: &Visit, form: &Form) -> Option<Held> {
        HELD.take(&visit.app.secrets.site_tokens, form.text("mailbox"), visit.now).good()
    }

    pub fn is_good(&self, now: Moment) -> bool {
        HELD.is_good(self, now)
    }

    pub fn keys(&self) -> Result<CodeKeys, Error> {
        let stretched = from_base64url(&self.stretched).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        CodeKeys::from_stretched(&stretched.ok_or(Error::BadForm)?).map_err(Error::internal)
    }

    /// The value of the page's hidden field.
    pub fn seal(&self, visit: &Visit) -> Result<String, Error> {
        HELD.put(&visit.app.secrets.site_tokens, self)
    }
}

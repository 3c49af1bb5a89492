//! The only mapping from an error to a status and a page in the visitor's language. An error is logged once, here, with an
//! incident number that the page shows too; never with an address, a name or a form's value.

use actix_web::body::BoxBody;
use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};

use crate::app::App;
use crate::cases::CaseError;
use crate::chance;
use crate::clock::Moment;
use crate::form_room::{self, NoRoom};
use crate::posters::PosterError;
use crate::proofs::{self, Refused, RowKind};
use crate::publications::PublicationError;
use crate::responses::{AcceptError, ResponseError as DeskResponseError};
use crate::societies::exchanged::{self, Exchanged};
use crate::societies::keys::KeyError;
use crate::staff::SignInError;
use crate::staff::joining::JoiningError;
use crate::staff::new_password::NewPasswordError;
use crate::staff::password::UnlockError;
use crate::staff::second_key::SecondKeyError;
use crate::telling::rota::RotaError;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("no such page")]
    NotFound,
    /// An ended photo: it was here once.
    #[error("gone")]
    Gone,
    #[error("not allowed")]
    Forbidden,
    /// The form has no token, or one from another session.
    #[error("the form has lost its token")]
    NoToken,
    /// A desk form from before another sign-in. Its page shows again what was typed.
    #[error("the form is from before another signing in")]
    OldForm,
    #[error("the form could not be read")]
    BadForm,
    /// The query is not one that the page understands.
    #[error("the address could not be read")]
    BadAddress,
    #[error("the form or file is too large")]
    TooLarge,
    #[error("too many requests")]
    TooMany { retry_after: std::time::Duration },
    /// Somebody else saved first.
    #[error("changed by someone else meanwhile")]
    Conflict,
    /// Nobody is signed in, or the session is locked: the desk redirects to its sign-in page.
    #[error("sign in first")]
    SignIn { is_locked: bool, next: String },
    /// A fresh second factor is needed: the reading budget is spent, or the action requires one.
    #[error("a fresh second factor is needed")]
    FreshFactor { next: String },
    /// The Society's reading ceiling is reached: a colleague must let this member go on.
    #[error("a colleague's word is needed")]
    SecondPerson,
    /// The member has no Society key yet.
    #[error("no Society key is held")]
    NoKey,
    /// A public key in the database was replaced. Nothing was sealed to it, and the audit chain records it.
    #[error(transparent)]
    KeyExchanged(Exchanged),
    /// A row that lets somebody do something was changed or put back in the database. It counts for nothing, and the audit chain
    /// records it.
    #[error(transparent)]
    RowRefused(Refused),
    /// A store or a pool is unreachable or full. Nothing was changed.
    #[error("try again later")]
    Unavailable(String),
    #[error("something broke")]
    Internal(String),
}

impl Error {
    /// The part WORD of the page's texts `error-WORD-title` and `error-WORD-text`.
    pub fn word(&self) -> &'static str {
        match self {
            Error::NotFound | Error::BadAddress => "not-found",
            Error::Gone => "gone",
            Error::Forbidden => "forbidden",
            Error::NoToken | Error::OldForm => "no-token",
            Error::BadForm => "bad-form",
            Error::TooLarge => "too-large",
            Error::TooMany { .. } => "too-many",
            Error::Conflict => "conflict",
            Error::SignIn { .. } => "sign-in",
            Error::FreshFactor { .. } => "fresh-factor",
            Error::SecondPerson => "second-person",
            Error::NoKey => "no-key",
            Error::KeyExchanged(_) => "key-exchanged",
            Error::RowRefused(refused) if refused.row == RowKind::Chain => "chain-refused",
            Error::RowRefused(_) => "row-refused",
            Error::Unavailable(_) => "unavailable",
            Error::Internal(_) => "internal",
        }
    }

    pub fn internal(error: impl std::fmt::Display) -> Error {
        Error::Internal(error.to_string())
    }

    /// Writes an exchanged key or a refused row to the audit chain, once. Does nothing for other errors.
    pub async fn ring(&self, app: &App, now: Moment) {
        let told = match self {
            Error::KeyExchanged(key) => exchanged::ring(&app.db.desk, key, now).await,
            Error::RowRefused(refused) => {
                proofs::ring((&app.db.desk, &app.secrets.proofs), refused, now).await
            }
            _ => return,
        };
        if let Err(error) = told {
            tracing::error!(%error, met = %self, "it could not be told to the audit log");
        }
    }

    /// Logs what an operator needs, once. Returns the incident's number for the page.
    pub fn log(&self) -> Option<String> {
        let reason = match self {
            Error::Internal(reason) | Error::Unavailable(reason) => reason.clone(),
            Error::KeyExchanged(_) | Error::RowRefused(_) => self.to_string(),
            _ => return None,
        };
        let incident = chance::digits(8);
        if self.status_code().is_server_error() {
            tracing::error!(%incident, word = self.word(), %reason, "a request failed");
        }
        Some(incident)
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Error::NotFound => StatusCode::NOT_FOUND,
            Error::Gone => StatusCode::GONE,
            Error::Forbidden | Error::NoToken | Error::OldForm | Error::NoKey => StatusCode::FORBIDDEN,
            Error::BadForm | Error::BadAddress => StatusCode::BAD_REQUEST,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Error::Conflict => StatusCode::CONFLICT,
            Error::SignIn { .. } | Error::FreshFactor { .. } | Error::SecondPerson => StatusCode::SEE_OTHER,
            Error::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Error::Internal(_) | Error::KeyExchanged(_) | Error::RowRefused(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    /// An answer without a page; the faces' error layer replaces it with a page in the visitor's language.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut response = HttpResponse::build(self.status_code());
        if let Error::TooMany { retry_after } = self {
            response.insert_header((header::RETRY_AFTER, retry_after.as_secs().max(1).to_string()));
        }
        response.finish()
    }
}

impl From<NoRoom> for Error {
    fn from(_: NoRoom) -> Self {
        Error::TooMany { retry_after: form_room::TRIES_AGAIN_AFTER }
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        match error {
            sea_orm::DbErr::ConnectionAcquire(_) | sea_orm::DbErr::Conn(_) => {
                Error::Unavailable(error.to_string())
            }
            full if crate::db::is_out_of_room(&full) => Error::Unavailable(full.to_string()),
            other => Error::internal(other),
        }
    }
}

impl From<crate::blobs::BlobError> for Error {
    fn from(error: crate::blobs::BlobError) -> Self {
        Error::Unavailable(error.to_string())
    }
}

impl From<crate::audit::AuditError> for Error {
    fn from(error: crate::audit::AuditError) -> Self {
        match error {
            crate::audit::AuditError::Database(error) => error.into(),
            crate::audit::AuditError::Contended => Error::Unavailable(error.to_string()),
            crate::audit::AuditError::Unreadable => Error::internal(error),
        }
    }
}

impl From<KeyError> for Error {
    fn from(error: KeyError) -> Self {
        match error {
            KeyError::NotHeld(_) | KeyError::NoSecondKey | KeyError::NoKeys => Error::NoKey,
            KeyError::Exchanged(key) => Error::KeyExchanged(key),
            KeyError::Refused(refused) => Error::RowRefused(refused),
            KeyError::Audit(error) => error.into(),
            KeyError::HasKeys => Error::Conflict,
            KeyError::RootWanted => Error::NoKey,
            KeyError::Pins(error) => Error::internal(error),
            KeyError::Database(error) => error.into(),
            KeyError::Seal(error) => Error::internal(error),
        }
    }
}

impl From<SignInError> for Error {
    fn from(error: SignInError) -> Self {
        match error {
            // The sign-in page shows these at the field.
            SignInError::Wrong | SignInError::WrongCode | SignInError::TooLate => Error::Forbidden,
            SignInError::SessionOver => Error::SignIn { is_locked: false, next: String::new() },
            SignInError::Refused(refused) => Error::RowRefused(refused),
            SignInError::Busy(error) => Error::Unavailable(error.to_string()),
            SignInError::Database(error) => error.into(),
            SignInError::Audit(error) => error.into(),
        }
    }
}

impl From<JoiningError> for Error {
    fn from(error: JoiningError) -> Self {
        match error {
            JoiningError::Unusable | JoiningError::NoSuchPerson => Error::NotFound,
            JoiningError::Elsewhere(_) => Error::Conflict,
            JoiningError::NeedsSecondColleague
            | JoiningError::SamePerson
            | JoiningError::HasAdministrators => Error::Forbidden,
            // Their pages show these at the field.
            JoiningError::NameTaken
            | JoiningError::BadName
            | JoiningError::NoRole
            | JoiningError::NoSecondAdministrator
            | JoiningError::NotBound
            | JoiningError::WrongFingerprint
            | JoiningError::WrongCode => Error::BadForm,
            JoiningError::Refused(refused) => Error::RowRefused(refused),
            JoiningError::Busy(error) => Error::Unavailable(error.to_string()),
            JoiningError::Key(error) => error.into(),
            JoiningError::Seal(error) => Error::internal(error),
            JoiningError::Database(error) => error.into(),
            JoiningError::Audit(error) => error.into(),
        }
    }
}

impl From<NewPasswordError> for Error {
    fn from(error: NewPasswordError) -> Self {
        match error {
            // The page shows these at the field.
            NewPasswordError::WrongOld | NewPasswordError::Same | NewPasswordError::IsSecond => {
                Error::BadForm
            }
            NewPasswordError::Refused(refused) => Error::RowRefused(refused),
            NewPasswordError::Unlock(UnlockError::Busy(error)) => Error::Unavailable(error.to_string()),
            NewPasswordError::Unlock(UnlockError::Seal(error)) => Error::internal(error),
            NewPasswordError::Database(error) => error.into(),
            NewPasswordError::Audit(error) => error.into(),
        }
    }
}

impl From<SecondKeyError> for Error {
    fn from(error: SecondKeyError) -> Self {
        match error {
            // The page shows these at the field.
            SecondKeyError::WrongPassword | SecondKeyError::Wrong => Error::BadForm,
            SecondKeyError::NotChosen | SecondKeyError::Elsewhere => Error::Conflict,
            SecondKeyError::Unlock(UnlockError::Busy(error)) => Error::Unavailable(error.to_string()),
            SecondKeyError::Unlock(UnlockError::Seal(error)) => Error::internal(error),
            SecondKeyError::Refused(refused) => Error::RowRefused(refused),
            SecondKeyError::Key(error) => error.into(),
            SecondKeyError::Database(error) => error.into(),
            SecondKeyError::Audit(error) => error.into(),
        }
    }
}

impl From<CaseError> for Error {
    fn from(error: CaseError) -> Self {
        match error {
            CaseError::NotFound => Error::NotFound,
            CaseError::Erased => Error::Gone,
            CaseError::Key(error) => error.into(),
            CaseError::Database(error) => error.into(),
            CaseError::Seal(_) | CaseError::Unreadable => Error::internal(error),
        }
    }
}

impl From<crate::photos::PhotoError> for Error {
    fn from(error: crate::photos::PhotoError) -> Self {
        match error {
            crate::photos::PhotoError::Blob(error) => error.into(),
            crate::photos::PhotoError::Database(error) => error.into(),
            crate::photos::PhotoError::Gone => Error::Gone,
            // There is no field to show it at: the photo is unchanged, and another try may work.
            crate::photos::PhotoError::Worker(error) => Error::Unavailable(error.to_string()),
            crate::photos::PhotoError::Seal(error) => Error::internal(error),
        }
    }
}

impl From<RotaError> for Error {
    fn from(error: RotaError) -> Error {
        match error {
            RotaError::NotFound => Error::NotFound,
            RotaError::Database(error) => error.into(),
            RotaError::Audit(error) => error.into(),
            // The form shows these.
            RotaError::NotAnAddress | RotaError::Never | RotaError::Known | RotaError::Full => {
                Error::internal(error)
            }
        }
    }
}

impl From<PosterError> for Error {
    fn from(error: PosterError) -> Self {
        match error {
            PosterError::NotFound => Error::NotFound,
            // The page shows these at the field. To get here, a request must contain what the page never offered.
            PosterError::NoPhotos | PosterError::TooMany | PosterError::NotPostable | PosterError::BadDay => {
                Error::BadForm
            }
            PosterError::Drawing(_) | PosterError::BrokeOff => Error::internal(error),
            PosterError::Publication(error) => error.into(),
            PosterError::Photo(error) => error.into(),
            PosterError::Blob(error) => error.into(),
            PosterError::Database(error) => error.into(),
            PosterError::Audit(error) => error.into(),
        }
    }
}

impl From<PublicationError> for Error {
    fn from(error: PublicationError) -> Self {
        match error {
            PublicationError::NotFound => Error::NotFound,
            PublicationError::Conflict | PublicationError::WrongStage => Error::Conflict,
            PublicationError::Case(error) => error.into(),
            PublicationError::Photo(error) => error.into(),
            PublicationError::Database(error) => error.into(),
            PublicationError::Audit(error) => error.into(),
            PublicationError::Busy(error) => Error::Unavailable(error.to_string()),
            // Their pages show these at the field. To get here, a request must contain what the page never offered.
            PublicationError::Lacks(_) | PublicationError::Approve(_) => Error::BadForm,
            PublicationError::Refused(refused) => Error::RowRefused(refused),
            PublicationError::BudgetSpent => Error::FreshFactor { next: String::new() },
            PublicationError::CeilingReached => Error::SecondPerson,
            PublicationError::Unreadable => Error::internal(error),
        }
    }
}

impl From<DeskResponseError> for Error {
    fn from(error: DeskResponseError) -> Self {
        match error {
            DeskResponseError::NotFound => Error::NotFound,
            DeskResponseError::Claimed { .. }
            | DeskResponseError::Conflict
            | DeskResponseError::IsClosed
            | DeskResponseError::IsOpen
            | DeskResponseError::TooLate
            | DeskResponseError::NotClaimed
            | DeskResponseError::HoldsTooMany => Error::Conflict,
            DeskResponseError::BudgetSpent => Error::FreshFactor { next: String::new() },
            DeskResponseError::CeilingReached => Error::SecondPerson,
            DeskResponseError::Case(error) => error.into(),
            DeskResponseError::Publication(error) => error.into(),
            DeskResponseError::Database(error) => error.into(),
            DeskResponseError::Audit(error) => error.into(),
            DeskResponseError::Unreadable => Error::internal(error),
        }
    }
}

impl From<AcceptError> for Error {
    fn from(error: AcceptError) -> Self {
        match error {
            AcceptError::Database(error) => Error::Unavailable(error.to_string()),
            other => Error::internal(other),
        }
    }
}

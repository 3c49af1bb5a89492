//! How much work waits for a member: counts in the menu, and in the title of each page of the desk.

use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload};
use std::future::Future;
use std::pin::Pin;

use super::error::Error;
use super::guard;
use crate::app::App;
use crate::db::DbErr;
use crate::publications;
use crate::responses::waiting;
use crate::staff::roles::{Approve, Moderate, Permission};
use crate::staff::{Member, Staff};

/// The waiting work, as far as the member's permissions allow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Responses that nobody has opened, or whose sender wrote last.
    pub responses: Option<u64>,
    /// Drafts by others that wait for a review.
    pub reviews: Option<u64>,
}

impl Work {
    pub fn all(self) -> u64 {
        self.responses.unwrap_or(0) + self.reviews.unwrap_or(0)
    }

    /// The counts on this request's page.
    pub fn of_request(request: &HttpRequest) -> Work {
        request.extensions().get::<Work>().copied().unwrap_or_default()
    }

    pub async fn of(app: &App, member: &Member) -> Result<Work, DbErr> {
        let db = &app.db.desk;
        let responses = match member.has(Moderate::ROLES) {
            true => Some(waiting::of(db, member.society).await?.all()),
            false => None,
        };
        let reviews = match member.has(Approve::ROLES) {
            true => Some(publications::queries::count_to_review(db, member.society, member.id).await?),
            false => None,
        };
        Ok(Work { responses, reviews })
    }
}

/// Counts the work for this request's page. If counting fails, the page is shown without a count.
pub(super) async fn look_up(request: &HttpRequest, app: &App, member: &Member) {
    match Work::of(app, member).await {
        Ok(work) => {
            request.extensions_mut().insert(work);
        }
        Err(error) => {
            Error::from(error).log();
        }
    }
}

/// A member whose page sends an automatic request, such as for a picture or a count. It does not keep the session alive, and no
/// page follows.
pub struct Unattended<S>(pub S);

impl<P: Permission> FromRequest for Unattended<Staff<P>> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let member = guard::unattended(&request).await?;
            Staff::permit(member).map(Unattended).ok_or(Error::Forbidden)
        })
    }
}

//! Access control for weighty actions: a second factor from the last five minutes. This extractor also takes the form. If a
//! factor is needed first, `desk/keeping.rs` then shows the form again as it was filled in, to be sent again.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use std::future::Future;
use std::pin::Pin;
use time::Duration;

use super::error::Error;
use super::form::Form;
use super::visit::Visit;
use crate::app::App;
use crate::clock::Moment;
use crate::staff::roles::Permission;
use crate::staff::{Member, Staff};

/// How long a second factor counts as fresh.
const FRESH_FOR: Duration = Duration::minutes(5);

/// A member whose second factor is fresh, and the form they sent. `Fresh<Staff<P>>` in a handler's signature is the access
/// control.
pub struct Fresh<S> {
    pub by: S,
    pub form: Form,
}

fn is_fresh(member: &Member, now: Moment) -> bool {
    now.since(member.session.fresh_at) <= FRESH_FOR
}

/// For a page whose form is a `Fresh` one and asks for what nobody should type twice, such as a password: asks for the code before
/// the page is shown. This is a courtesy; the form's own type is the lock.
pub fn before_typing(member: &Member, visit: &Visit, page: &str) -> Result<(), Error> {
    match is_fresh(member, visit.now) {
        true => Ok(()),
        false => Err(Error::FreshFactor { next: format!("/{}/{page}", visit.lang) }),
    }
}

impl<P: Permission> FromRequest for Fresh<Staff<P>> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, mut payload) = (request.clone(), payload.take());
        Box::pin(async move {
            let by = Staff::<P>::from_request(&request, &mut Payload::None).await?;
            let form = Form::from_request(&request, &mut payload).await?;
            let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
            match is_fresh(&by, app.clock.now()) {
                true => Ok(Fresh { by, form }),
                false => Err(Error::FreshFactor { next: String::new() }),
            }
        })
    }
}

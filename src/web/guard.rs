//! The desk's lock: a handler with `Staff<P>` in its signature runs only for a signed-in member who may do `P`.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use std::future::Future;
use std::pin::Pin;

use super::error::Error;
use super::form::session_cookie_name;
use super::fresh::Fresh;
use super::work::{self, Unattended};
use crate::app::App;
use crate::config::SessionSpan;
use crate::staff::roles::Permission;
use crate::staff::session::{self, SessionError};
use crate::staff::{Member, Staff};

impl<P: Permission> FromRequest for Staff<P> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Staff<P>, Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
            let staff = Staff::permit(member(&request).await?).ok_or(Error::Forbidden)?;
            work::look_up(&request, app, &staff).await;
            Ok(staff)
        })
    }
}

/// The signed-in member. This is no lock by itself: only `Staff<P>` is.
pub async fn member(request: &HttpRequest) -> Result<Member, Error> {
    let Shown { app, cookie, span } = shown(request)?;
    let found = session::find(app.sessions(), &cookie, app.clock.now(), span).await;
    known(request, app, found)
}

/// The same for a page's automatic request, which does not keep the session alive.
pub(super) async fn unattended(request: &HttpRequest) -> Result<Member, Error> {
    let Shown { app, cookie, span } = shown(request)?;
    let found = session::find_unattended(app.sessions(), &cookie, app.clock.now(), span).await;
    known(request, app, found)
}

/// The browser's session cookie, and how long its session is good.
struct Shown<'r> {
    app: &'r App,
    cookie: String,
    span: SessionSpan,
}

fn shown(request: &HttpRequest) -> Result<Shown<'_>, Error> {
    let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
    let cookie = request.cookie(&session_cookie_name(app));
    let cookie = cookie.ok_or_else(|| Error::SignIn { is_locked: false, next: request.path().to_owned() })?;
    Ok(Shown { app, cookie: cookie.value().to_owned(), span: app.config.desk_session })
}

fn known(request: &HttpRequest, app: &App, found: Result<Member, SessionError>) -> Result<Member, Error> {
    let next = request.path().to_owned();
    match found {
        Ok(member) => Ok(member.with_budget(app.config.budget)),
        Err(SessionError::None) => Err(Error::SignIn { is_locked: false, next }),
        Err(SessionError::Locked) => Err(Error::SignIn { is_locked: true, next }),
        Err(SessionError::Exchanged(key)) => Err(Error::KeyExchanged(key)),
        Err(SessionError::Refused(refused)) => Err(Error::RowRefused(refused)),
        Err(SessionError::Audit(error)) => Err(error.into()),
        Err(SessionError::Database(error)) => Err(error.into()),
    }
}

/// The first argument of a desk handler, which names its permission. A handler without one can't be registered as a desk route:
/// it does not compile.
pub trait Guarded: FromRequest {
    const PERMISSION: &'static str;
    /// Whether it also requires a second factor from the last minutes.
    const IS_FRESH: bool;
}

macro_rules! guarded {
    ($($argument:ident)*) => {
        impl<P: Permission, $($argument: FromRequest + 'static),*> Guarded for (Staff<P>, $($argument,)*) {
            const PERMISSION: &'static str = P::NAME;
            const IS_FRESH: bool = false;
        }
        impl<P: Permission, $($argument: FromRequest + 'static),*> Guarded for (Unattended<Staff<P>>, $($argument,)*) {
            const PERMISSION: &'static str = P::NAME;
            const IS_FRESH: bool = false;
        }
        impl<P: Permission, $($argument: FromRequest + 'static),*> Guarded for (Fresh<Staff<P>>, $($argument,)*) {
            const PERMISSION: &'static str = P::NAME;
            const IS_FRESH: bool = true;
        }
    };
}

guarded!();
guarded!(A);
guarded!(A B);
guarded!(A B C);
guarded!(A B C D);

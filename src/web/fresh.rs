//! The lock of what weighs: a second factor of the last five minutes. The form comes through it too, so that what was typed
//! is not lost where the factor is asked for: it travels sealed through that page and is sent by pressing once more.

use actix_web::{FromRequest, HttpRequest, dev::Payload, web};
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::pin::Pin;
use time::Duration;

use super::error::Error;
use super::form::Form;
use crate::app::App;
use crate::clock::Moment;
use crate::staff::roles::Permission;
use crate::staff::{Member, Staff};

/// As long as a code counts as fresh.
const FRESH_FOR: Duration = Duration::minutes(5);
/// As long as a form waits for its code.
const WAITS_FOR: Duration = Duration::hours(1);
const PURPOSE: &str = "typed-before-a-fresh-factor";

/// Somebody whose second factor is fresh, and what they sent. `Fresh<Staff<P>>` in a handler's signature is the access control.
pub struct Fresh<S> {
    pub by: S,
    pub form: Form,
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
            let now = app.clock.now();
            if now.since(by.session.fresh_at) <= FRESH_FOR {
                return Ok(Fresh { by, form });
            }
            let typed = Typed::of(&by, &request, &form, now).seal(app)?;
            Err(Error::FreshFactor { next: page_of(request.path()), typed: Some(typed) })
        })
    }
}

/// The page that a form stood on: `/en/accounts/ID` for `/en/accounts/ID/end`, `/en/accounts` for itself.
fn page_of(path: &str) -> String {
    match path.rsplit_once('/') {
        Some((page, _)) if page.matches('/').count() > 1 => page.to_owned(),
        _ => path.to_owned(),
    }
}

/// A form that waits for its code: this session's, for a while, and for one address.
#[derive(Serialize, Deserialize)]
pub struct Typed {
    session: Vec<u8>,
    at: Moment,
    pub path: String,
    pub fields: Vec<(String, String)>,
}

impl Typed {
    fn of(by: &Member, request: &HttpRequest, form: &Form, at: Moment) -> Typed {
        let typed = form.answers().filter(|(name, _)| *name != "csrf");
        Typed {
            session: by.session.id_hash.clone(),
            at,
            path: request.path().to_owned(),
            fields: typed.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        }
    }

    fn seal(&self, app: &App) -> Result<String, Error> {
        let plain = serde_json::to_vec(self).map_err(Error::internal)?;
        Ok(app.secrets.desk_tokens.seal(PURPOSE, &plain))
    }

    /// `None`: nothing was typed, it is another session's, or an hour is over.
    pub fn open(app: &App, sealed: &str, by: &Member, now: Moment) -> Option<Typed> {
        let plain = app.secrets.desk_tokens.open(PURPOSE, sealed)?;
        let typed: Typed = serde_json::from_slice(&plain).ok()?;
        (typed.session == by.session.id_hash && now.since(typed.at) <= WAITS_FOR).then_some(typed)
    }
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn a_form_leads_back_to_the_page_on_which_it_stood() {
        for (sent_to, page) in [
            ("/en/accounts", "/en/accounts"),
            ("/en/accounts/1f/end", "/en/accounts/1f"),
            ("/ar/keys/recover", "/ar/keys"),
            ("/en/operator/northland/invite", "/en/operator/northland"),
        ] {
            assert_eq!(page_of(sent_to), page);
        }
    }
}

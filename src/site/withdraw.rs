//! The enquirer takes the photo off the site, with the code of their paper: no question, no wait, one button.

use actix_web::HttpResponse;
use actix_web::http::header::{HeaderName, HeaderValue};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::code_gate::{self, Asked, Refused};
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::publications::ending;
use crate::publications::withdrawal_code::Withdrawal;
use crate::sealing::{base64url, from_base64url};
use crate::web::{Error, Fault, Form, Visit};

const PURPOSE: &str = "withdraw";
const GOOD_FOR: Duration = Duration::minutes(30);
const CODE_PAGE: &str = "site/withdraw.html";

/// A code that was found, until the button is pressed.
#[derive(Serialize, Deserialize)]
struct Held {
    tag: String,
    issued_at: Moment,
}

#[derive(Serialize)]
struct Confirm {
    withdrawal: String,
}

pub async fn ask(visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form(CODE_PAGE, visit.frame("withdraw"), &Asked::default())
}

pub async fn check(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let again = |refused| code_gate::refuse(&visit, (CODE_PAGE, visit.frame("withdraw")), &form, refused);
    let stretched = match code_gate::stretched::<Withdrawal>(&visit, &form).await {
        Ok(stretched) => stretched,
        Err(refused) => return again(refused),
    };
    let keys = CodeKeys::from_stretched(&stretched).map_err(Error::internal)?;
    if !ending::is_withdrawal_code(&visit.app.db.site, &keys.tag).await? {
        code_gate::count_miss(&visit).await;
        return again(Refused::Code("withdraw-code-unknown"));
    }
    let held = Held { tag: base64url(&keys.tag), issued_at: visit.now };
    let plain = serde_json::to_vec(&held).map_err(Error::internal)?;
    let data = Confirm { withdrawal: visit.app.secrets.site_tokens.seal(PURPOSE, &plain) };
    visit.show_form("site/withdraw_confirm.html", visit.frame("withdraw"), &data)
}

/// "Remove the photo now".
pub async fn remove(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let plain = visit.app.secrets.site_tokens.open(PURPOSE, form.text("withdrawal"));
    let held = plain.and_then(|plain| serde_json::from_slice::<Held>(&plain).ok());
    let held = held.filter(|held| visit.now.since(held.issued_at) <= GOOD_FOR);
    let tag = held.and_then(|held| <[u8; 32]>::try_from(from_base64url(&held.tag)?).ok());
    let Some(tag) = tag else {
        let fault = Fault { field: "code", key: "return-over" };
        return visit.show_faults(CODE_PAGE, visit.frame("withdraw"), [fault], &Asked::default());
    };
    // A code that has gone meanwhile belongs to a photo that has gone too.
    ending::withdraw_by_code(&visit.app.db.site, &tag, visit.now).await?;
    visit.app.refresh_catalogue().await;
    let mut response = visit.show("site/withdraw_done.html", visit.frame("withdraw"), &())?;
    visit.drop_cookie(&mut response)?;
    // This browser may have kept the photo's page for some minutes; who took it down would see it once more.
    let cache = (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    response.headers_mut().insert(cache.0, cache.1);
    Ok(response)
}

//! The enquirer takes the photo off the site, with the code of their paper: no question, no wait, one button. While the
//! database is away the photo is hidden on this replica, kept in the spool, and the page says so.

use actix_web::HttpResponse;
use actix_web::http::header::{HeaderName, HeaderValue};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::code_gate::{self, Asked, Refused};
use super::portrait::{self, PictureSize, Portrait};
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::db::DbErr;
use crate::db::timeouts::within;
use crate::publications::withdrawal_code::Withdrawal;
use crate::publications::{ending, spool};
use crate::sealing::{base64url, from_base64url};
use crate::web::{Error, Fault, Form, Visit};

const PURPOSE: &str = "withdraw";
const GOOD_FOR: Duration = Duration::minutes(30);
/// Whoever wants a photo gone doesn't wait for a database that is away.
const ANSWERS_WITHIN: std::time::Duration = std::time::Duration::from_secs(5);
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
    /// A family may hold several papers: which photo this one is for, while it is shown.
    photo: Option<Portrait>,
}

pub async fn ask(visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form(CODE_PAGE, visit.frame("withdraw"), &Asked::default())
}

pub async fn check(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let again = |refused| code_gate::refuse(&visit, (CODE_PAGE, visit.frame("withdraw")), &form, refused);
    let pool = &visit.app.limits.withdrawals;
    let stretched = match code_gate::stretched::<Withdrawal>(&visit, &form, pool).await {
        Ok(stretched) => stretched,
        Err(refused) => return again(refused),
    };
    let keys = CodeKeys::from_stretched(&stretched).map_err(Error::internal)?;
    match within(ANSWERS_WITHIN, ending::is_withdrawal_code(&visit.app.db.site, &keys.tag)).await {
        Ok(true) => {}
        Ok(false) => {
            code_gate::count_miss(&visit).await;
            return again(Refused::Code("withdraw-code-unknown"));
        }
        // Of the photos that it shows, the replica knows the codes again.
        Err(_) if visit.app.catalogue.knows_withdrawal(&spool::hash_of(&keys.tag)) => {}
        Err(error) => {
            Error::Unavailable(error.to_string()).log();
            return again(Refused::Away);
        }
    }
    let held = Held { tag: base64url(&keys.tag), issued_at: visit.now };
    let plain = serde_json::to_vec(&held).map_err(Error::internal)?;
    let asked = within(ANSWERS_WITHIN, ending::publication_with(&visit.app.db.site, &keys.tag)).await;
    // The picture only helps; without it the photo goes all the same.
    let shown = visit.app.catalogue.shown_with(asked.unwrap_or_default(), &spool::hash_of(&keys.tag));
    let data = Confirm {
        withdrawal: visit.app.secrets.site_tokens.seal(PURPOSE, &plain),
        photo: shown.map(|photo| portrait::card(&visit, &photo, PictureSize::Small)),
    };
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
    let written = within(ANSWERS_WITHIN, ending::withdraw_by_code(&visit.app.db.site, &tag, visit.now)).await;
    let page = match written {
        Ok(_) => {
            visit.app.refresh_catalogue().await;
            "site/withdraw_done.html"
        }
        Err(error) => {
            hide_here(&visit, tag, error).await?;
            "site/withdraw_kept.html"
        }
    };
    let mut response = visit.show(page, visit.frame("withdraw"), &())?;
    visit.drop_cookie(&mut response)?;
    // This browser may have kept the photo's page for some minutes; who took it down would see it once more.
    let cache = (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    response.headers_mut().insert(cache.0, cache.1);
    Ok(response)
}

/// First the file, then the photo: what isn't kept is not said to be done.
async fn hide_here(visit: &Visit, tag: [u8; 32], error: DbErr) -> Result<(), Error> {
    let app = &visit.app;
    let hash = spool::hash_of(&tag);
    if !app.catalogue.knows_withdrawal(&hash) {
        return Err(Error::Unavailable(error.to_string()));
    }
    let (folder, now) = (app.spool(), visit.now);
    let kept = tokio::task::spawn_blocking(move || spool::keep(&folder, &tag, now)).await;
    kept.map_err(Error::internal)?.map_err(|why| Error::Unavailable(format!("{error}; the spool: {why}")))?;
    app.catalogue.take_down(hash, now);
    tracing::warn!(%error, "the database is away: a photo is hidden on this replica alone until it is back");
    Ok(())
}

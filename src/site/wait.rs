//! The way past the CAPTCHA for a visitor who can neither see nor hear the digits: a wait of twenty seconds, then ten searches.
//! The page reloads itself without any script; a button does the same.

use actix_web::http::header;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::{captcha_page, onward};
use crate::captcha::{WaitError, WaitTicket};
use crate::web::{Error, Visit};

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    ticket: String,
    #[serde(default)]
    state: String,
}

#[derive(Serialize)]
struct WaitPage {
    ticket: String,
    state: String,
    seconds: i64,
}

pub async fn show(visit: Visit, asked: web::Query<Params>) -> Result<HttpResponse, Error> {
    let Params { ticket, state } = asked.into_inner();
    let to = onward::opened(&visit, &state);
    match WaitTicket::redeem(captcha_page::redeemer(&visit), &ticket, visit.now).await {
        Ok(pass) => {
            let mut response = visit.redirect(&to);
            visit.give_pass(&mut response, &pass)?;
            Ok(response)
        }
        Err(WaitError::TooEarly { left }) => {
            let seconds = left.whole_seconds().max(1);
            let again =
                format!("{seconds}; url=/{}/{}", visit.lang.code(), onward::wait_address(&ticket, &state));
            let data = WaitPage { ticket, state, seconds };
            let mut response = visit.show("site/wait.html", visit.frame(&visit.here), &data)?;
            let again = header::HeaderValue::from_str(&again).map_err(Error::internal)?;
            response.headers_mut().insert(header::REFRESH, again);
            Ok(response)
        }
        // The button was pressed twice: the first request gave the pass.
        Err(WaitError::Spent) if visit.pass().is_some() => Ok(visit.redirect(&to)),
        // Somebody who changed their network waits again, here.
        Err(WaitError::Another) => {
            Ok(visit.redirect(&onward::wait_address(&captcha_page::ticket(&visit).await, &state)))
        }
        Err(WaitError::Spent | WaitError::Expired | WaitError::Unreadable) => {
            captcha_page::ask(&visit, &to, None).await
        }
        Err(WaitError::Database(error)) => Err(error.into()),
    }
}

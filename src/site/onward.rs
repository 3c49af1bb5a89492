//! Where a visitor was going when the CAPTCHA came between. The CAPTCHA's page and the wait's pass it on, sealed, so that nobody can
//! make us redirect elsewhere.

use serde::{Deserialize, Serialize};
use time::Duration;

use crate::clock::Moment;
use crate::web::{Error, Visit};

const PURPOSE: &str = "captcha-onward";
const STATE_LIVES_FOR: Duration = Duration::hours(2);

/// Where to go afterwards: a path after the language.
#[derive(Serialize, Deserialize)]
struct Onward {
    to: String,
    issued_at: i64,
}

/// Seals the path for an address or a hidden field.
pub fn sealed(visit: &Visit, to: &str) -> Result<String, Error> {
    let onward = Onward { to: to.to_owned(), issued_at: visit.now.0 };
    let json = serde_json::to_vec(&onward).map_err(Error::internal)?;
    Ok(visit.app.secrets.site_tokens.seal(PURPOSE, &json))
}

/// The path in a sealed state; the gallery, if the state is too old or not ours.
pub fn opened(visit: &Visit, state: &str) -> String {
    let opened = visit.app.secrets.site_tokens.open(PURPOSE, state);
    let onward = opened.and_then(|json| serde_json::from_slice::<Onward>(&json).ok());
    onward
        .filter(|onward| visit.now.since(Moment(onward.issued_at)) < STATE_LIVES_FOR)
        .map_or_else(String::new, |onward| onward.to)
}

/// The page of the wait; `state` is what [`sealed`] returned.
pub fn wait_address(ticket: &str, state: &str) -> String {
    format!("wait?ticket={ticket}&state={state}")
}

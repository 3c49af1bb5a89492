//! Where a visitor was going when the CAPTCHA came between. The CAPTCHA's page and the wait's pass it on, sealed, so that nobody can
//! make us redirect elsewhere.

use serde::{Deserialize, Serialize};
use time::Duration;

use crate::clock::Moment;
use crate::web::carried::Carried;
use crate::web::{Error, Visit};

const ONWARD: Carried<Onward> = Carried::new("captcha-onward", Duration::hours(2), |onward| onward.issued_at);

/// Where to go afterwards: a path after the language.
#[derive(Serialize, Deserialize)]
struct Onward {
    to: String,
    issued_at: Moment,
}

/// Seals the path for an address or a hidden field.
pub fn sealed(visit: &Visit, to: &str) -> Result<String, Error> {
    let onward = Onward { to: to.to_owned(), issued_at: visit.now };
    ONWARD.put(&visit.app.secrets.site_tokens, &onward)
}

/// The path in a sealed state; the gallery, if the state is too old or not ours.
pub fn opened(visit: &Visit, state: &str) -> String {
    let taken = ONWARD.take(&visit.app.secrets.site_tokens, state, visit.now);
    taken.good().map_or_else(String::new, |onward| onward.to)
}

/// The page of the wait; `state` is what [`sealed`] returned.
pub fn wait_address(ticket: &str, state: &str) -> String {
    format!("wait?ticket={ticket}&state={state}")
}

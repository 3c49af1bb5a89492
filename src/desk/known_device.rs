//! A browser that signed in before is recognised by a cookie, which names nobody. Guesses at a member's password from elsewhere,
//! or from the same office, then don't use up this browser's allowance. The cookie opens nothing by itself.

use actix_web::HttpResponse;
use actix_web::cookie::time::Duration as CookieDuration;
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use time::Duration;

use crate::chance;
use crate::clock::Moment;
use crate::ids::DeviceId;
use crate::sealing::derive;
use crate::web::carried::Carried;
use crate::web::visit::{cookie, cookie_prefix};
use crate::web::{Error, Visit};

/// Counted from the last sign-in. Browsers keep no cookie for longer.
const KNOWN_FOR: Duration = Duration::days(400);
const DEVICE: Carried<KnownDevice> = Carried::new("known-device", KNOWN_FOR, |device| device.signed_in_at);
/// The most names that one browser remembers; the latest are kept.
const MOST_PEOPLE: usize = 8;

/// What the sealed cookie holds.
#[derive(Serialize, Deserialize)]
pub struct KnownDevice {
    pub id: DeviceId,
    /// One mark per name that signed in here: derived from the desk's secret, this cookie's id and the name.
    marks: Vec<[u8; 16]>,
    signed_in_at: Moment,
}

impl KnownDevice {
    /// This visit's browser, if it signed in under this name before.
    pub fn of(visit: &Visit, name: &str) -> Option<KnownDevice> {
        KnownDevice::read(visit).filter(|device| device.knows(visit, name))
    }

    /// Marks the browser as known under this name, after a complete sign-in.
    pub fn remember(visit: &Visit, name: &str, response: &mut HttpResponse) -> Result<(), Error> {
        let before = KnownDevice::read(visit);
        let (id, mut marks) = before.map_or_else(|| (chance::id(), Vec::new()), |one| (one.id, one.marks));
        let new = mark(visit, id, name);
        marks.retain(|mark| *mark != new);
        marks.insert(0, new);
        marks.truncate(MOST_PEOPLE);
        let device = KnownDevice { id, marks, signed_in_at: visit.now };
        let sealed = DEVICE.put(&visit.app.secrets.desk_tokens, &device)?;
        let mut kept = cookie(&visit.app, cookie_name(visit), sealed);
        kept.set_max_age(CookieDuration::seconds(KNOWN_FOR.whole_seconds()));
        response.add_cookie(&kept).map_err(Error::internal)
    }

    fn read(visit: &Visit) -> Option<KnownDevice> {
        let sealed = visit.request().cookie(&cookie_name(visit))?;
        DEVICE.take(&visit.app.secrets.desk_tokens, sealed.value(), visit.now).good()
    }

    fn knows(&self, visit: &Visit, name: &str) -> bool {
        let asked = mark(visit, self.id, name);
        self.marks.iter().fold(false, |is_known, mark| is_known | bool::from(mark.ct_eq(&asked)))
    }
}

fn cookie_name(visit: &Visit) -> String {
    format!("{}kinlight-device", cookie_prefix(&visit.app))
}

fn mark(visit: &Visit, id: DeviceId, name: &str) -> [u8; 16] {
    let secret = [&visit.app.secrets.desk[..], id.as_bytes(), name.trim().to_lowercase().as_bytes()].concat();
    let derived = derive(&secret, "kinlight/known-device");
    let mut mark = [0; 16];
    mark.iter_mut().zip(derived.iter()).for_each(|(to, from)| *to = *from);
    mark
}

//! Forms: read with bounded memory, as UTF-8, and only behind a token that a handler can't skip. What was typed is kept
//! unchanged; parsing it into types is the page's work.

mod marked;

use actix_multipart::Multipart;
use actix_web::cookie::Cookie;
use actix_web::error::PayloadError;
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev::Payload, web};
use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};
use std::collections::BTreeMap;
use std::future::Future;
use std::net::Ipv4Addr;
use std::pin::Pin;
use std::time::Duration;
use subtle::ConstantTimeEq;
use time::{Date, Month};

use super::error::Error;
use super::page::Side;
use super::typed::{self, Typed};
use super::visit::{self, cookie_prefix};
use super::{client, guard, plain_form};
use crate::app::App;
use crate::chance;
use crate::clock::Moment;
use crate::digits::plain_digits;
use crate::form_room::Place;
use crate::ids::StaffId;
use crate::rate_limits::Subject;
use crate::sealing::{base64url, derive};
use crate::upload_room::{MIB, Mebibyte, UploadRoom};

/// The most bytes of a text form. More than an honest form has: 10,000 characters in a name must reach the page that says so.
pub(super) const MOST_FORM_BYTES: usize = 256 * 1024;
/// The most bytes of a file that are kept. It is more than any field allows (a photo 25 MB, a paper 10 MB), so that the field can
/// say so.
const MOST_FILE_BYTES: usize = 26_000_000;
/// The longest time for a whole text form; the longest honest one needs five seconds at 400 kbit/s. If `slow_for` is shorter,
/// that is the limit.
const A_FORM_TAKES: Duration = Duration::from_secs(20);
/// An upload may take this many times `slow_for`: an hour on the slowest line.
const PAUSES_AN_UPLOAD: u32 = 120;
/// The most bytes of a form with files. Bytes beyond a file's own limit are read and dropped: otherwise no answer would reach the
/// browser.
const MOST_UPLOAD_BYTES: usize = 300_000_000;

/// The purpose of the sealed waiver that admits a form of the site without a cookie.
const WAIVER: &str = "no-cookie";
const WAIVER_GOOD_FOR: time::Duration = time::Duration::hours(24);

pub fn cookie_name(app: &App, face: Side) -> String {
    let name = match face {
        Side::Site => "kinlight",
        Side::Desk => "kinlight-form",
    };
    format!("{}{name}", cookie_prefix(app))
}

/// The name of the desk's session cookie. It differs from the site's, which may be on the same host.
pub fn session_cookie_name(app: &App) -> String {
    format!("{}kinlight-desk", cookie_prefix(app))
}

/// What a form's token is derived from: the desk's session, or a random cookie. The site's cookie also carries the pass, so that
/// there is only one.
pub struct Basis {
    face: Side,
    random: String,
    pass: Option<String>,
    session: Option<String>,
    is_new: bool,
}

impl Basis {
    pub fn of(request: &HttpRequest, app: &App, face: Side) -> Basis {
        let read = |name: String| request.cookie(&name).map(|cookie| cookie.value().to_owned());
        let session = if face == Side::Desk { read(session_cookie_name(app)) } else { None };
        let stored = read(cookie_name(app, face)).unwrap_or_default();
        let (random, pass) = match stored.split_once('.') {
            Some((random, pass)) => (random.to_owned(), Some(pass.to_owned())),
            None => (stored, None),
        };
        let is_new = random.len() != 22;
        let random = if is_new { base64url(&chance::bytes::<16>()) } else { random };
        Basis { face, random, pass: pass.filter(|_| !is_new), session, is_new }
    }

    pub fn pass(&self) -> Option<&str> {
        self.pass.as_deref()
    }

    /// Derived from the side's own secret: all its replicas share it, and the other side need not have it.
    pub fn token(&self, app: &App) -> String {
        let own = match self.face {
            Side::Site => &app.secrets.code_salt,
            Side::Desk => &app.secrets.desk,
        };
        let basis = self.session.as_deref().unwrap_or(&self.random);
        let secret = [own.as_slice(), basis.as_bytes()].concat();
        base64url(&derive(&secret, "kinlight/form-token")[..])
    }

    /// The token of a page. If the page answers a POST that came without a cookie, the token contains a waiver: the visitor has
    /// read there about cookies, and may go on without one.
    pub fn page_token(&self, app: &App, answers_a_post: bool) -> String {
        let token = self.token(app);
        if self.face == Side::Desk || !self.is_new || !answers_a_post {
            return token;
        }
        let waiver = app.secrets.site_tokens.seal(WAIVER, &app.clock.now().0.to_be_bytes());
        format!("{token}~{waiver}")
    }

    /// The cookie's secret part, if the browser sent one.
    pub fn secret(&self) -> Option<&str> {
        (!self.is_new).then_some(self.random.as_str())
    }

    /// A desk form's token, with a mark that says who the form belongs to.
    pub fn token_of(&self, app: &App, person: StaffId) -> String {
        format!("{}.{}", self.token(app), typed::mark(app, person))
    }

    pub fn new_cookie(&self, app: &App, face: Side) -> Option<Cookie<'static>> {
        let needed = self.is_new && self.session.is_none();
        needed.then(|| visit::cookie(app, cookie_name(app, face), self.random.clone()))
    }

    pub fn cookie_with_pass(&self, app: &App, pass: &str) -> Cookie<'static> {
        let value = format!("{}.{pass}", self.random);
        visit::cookie(app, cookie_name(app, Side::Site), value)
    }

    fn admits(&self, app: &App, typed: &str) -> bool {
        let (token, waiver) = typed.split_once('~').unwrap_or((typed, ""));
        let token = token.split('.').next().unwrap_or_default();
        if !self.is_new_without_session() {
            return self.token(app).as_bytes().ct_eq(token.as_bytes()).into();
        }
        let issued_at = app.secrets.site_tokens.open(WAIVER, waiver);
        let issued_at = issued_at.and_then(|bytes| <[u8; 8]>::try_from(&bytes[..]).ok());
        let is_good = |at: [u8; 8]| app.clock.now().since(Moment(i64::from_be_bytes(at))) <= WAIVER_GOOD_FOR;
        self.face == Side::Site && issued_at.is_some_and(is_good)
    }

    fn is_new_without_session(&self) -> bool {
        self.is_new && self.session.is_none()
    }
}

/// Every value of each field.
pub(super) type Fields = BTreeMap<String, Vec<String>>;

/// A form's fields, after its token was checked.
#[derive(Debug, Default)]
pub struct Form {
    fields: Fields,
    files: BTreeMap<String, Vec<u8>>,
    /// A file was uploaded and not kept.
    has_lost_file: bool,
    /// The upload memory, released with the form, as its place is.
    taken: Vec<Mebibyte>,
    _place: Option<Place>,
}

impl Form {
    /// The first value of a field, trimmed; empty if there is none.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|values| values.first()).map_or("", |value| value.trim())
    }

    /// A day typed in three fields, in digits of any script: day, month, year.
    pub fn day(&self, fields: [&str; 3]) -> Option<Date> {
        let [day, month, year] = fields.map(|field| plain_digits(self.text(field)));
        let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
        let year = year.parse::<i32>().ok().filter(|year| (1900..=2200).contains(year))?;
        Date::from_calendar_date(year, month, day.parse().ok()?).ok()
    }

    /// Every value of a field, for checkboxes.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.get(name).map_or_else(Vec::new, |values| values.iter().map(String::as_str).collect())
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Everything that was typed, for showing it again.
    pub fn answers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().flat_map(|(name, values)| values.iter().map(move |v| (name.as_str(), v.as_str())))
    }

    /// An uploaded file's bytes; `None` if none was chosen. A file longer than any field allows has lost its end.
    pub fn file(&mut self, name: &str) -> Option<Vec<u8>> {
        self.files.remove(name).filter(|bytes| !bytes.is_empty())
    }

    pub fn has_files(&self) -> bool {
        self.has_lost_file || self.files.values().any(|bytes| !bytes.is_empty())
    }

    /// Replaces CR LF, as browsers send it, with LF: a limit counts a line break as one letter.
    fn break_lines_once(&mut self) {
        for value in self.fields.values_mut().flatten().filter(|value| value.contains('\r')) {
            *value = value.replace("\r\n", "\n");
        }
    }

    async fn read(request: HttpRequest, payload: Payload) -> Result<Form, Error> {
        let received = Received::read(request, payload).await?;
        if received.is_admitted { Ok(received.form) } else { Err(Error::NoToken) }
    }
}

/// A form of the site, with or without a matching token. Without one, its page is shown again with what was typed, and nothing is
/// done. A form sent from another website is refused.
pub struct Received {
    pub form: Form,
    pub is_admitted: bool,
}

impl Received {
    async fn read(request: HttpRequest, payload: Payload) -> Result<Received, Error> {
        let app = request.app_data::<web::Data<App>>().cloned().ok_or_else(|| Error::internal("no app"))?;
        let face = request.app_data::<Side>().copied().ok_or_else(|| Error::internal("no face"))?;
        let (slow_for, basis) = (app.config.slow_for, Basis::of(&request, &app, face));
        // Modern browsers send this header; without it, the token alone decides.
        let from = request.headers().get("sec-fetch-site").and_then(|from| from.to_str().ok());
        if from.is_some_and(|from| !["same-origin", "none"].contains(&from)) {
            return Err(Error::NoToken);
        }
        let is_somebodys = |token: &str| face == Side::Desk && typed::typist(&app, token).is_some();
        let mut form = if is_multipart(&request) && face == Side::Desk {
            // Only signed-in members may upload files, so that nobody else can fill the memory.
            guard::member(&request).await?;
            let parts = Multipart::new(request.headers(), patient(payload, slow_for));
            in_time(slow_for * PAUSES_AN_UPLOAD, read_multipart(parts, &app.limits.uploads)).await?
        } else {
            let admits = |token: &str| basis.admits(&app, token) || is_somebodys(token);
            Form::plain(&request, payload, admits).await?
        };
        let is_admitted = basis.admits(&app, form.text("csrf"));
        if !is_admitted && is_somebodys(form.text("csrf")) {
            return Err(Error::OldForm);
        }
        if face == Side::Desk && is_admitted {
            form.break_lines_once();
            request.extensions_mut().insert(Typed::of(&form));
        }
        Ok(Received { form, is_admitted })
    }
}

impl FromRequest for Received {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Received, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        Box::pin(Received::read(request.clone(), payload.take()))
    }
}

impl Form {
    /// Reads a text form, which takes a place in the shared room.
    async fn plain(
        request: &HttpRequest,
        payload: Payload,
        admits: impl Fn(&str) -> bool,
    ) -> Result<Form, Error> {
        let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
        let slow_for = app.config.slow_for;
        let mut place = app.limits.forms.place(network(request, app), plain_form::length(request)?)?;
        let body = plain_form::read(patient(payload, slow_for), &place, admits);
        let body = in_time(A_FORM_TAKES.min(slow_for), body).await?;
        place.turn().await?;
        Ok(Form { fields: plain_form::fields(&body)?, _place: Some(place), ..Form::default() })
    }
}

impl FromRequest for Form {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Form, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        Box::pin(Form::read(request.clone(), payload.take()))
    }
}

fn is_multipart(request: &HttpRequest) -> bool {
    let kind = request.headers().get("content-type").and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

fn network(request: &HttpRequest, app: &App) -> Subject {
    let address = client::address(request, &app.config.trusted_proxies);
    Subject::network(address.unwrap_or(Ipv4Addr::UNSPECIFIED.into()))
}

/// Ends the body with an error if the sender pauses for longer than `pause`.
fn patient(payload: Payload, pause: Duration) -> impl Stream<Item = Result<Bytes, PayloadError>> + Unpin {
    let chunks = stream::unfold(Some(payload), move |payload| async move {
        let mut payload = payload?;
        match tokio::time::timeout(pause, payload.next()).await {
            Ok(next) => Some((next?, Some(payload))),
            Err(_) => Some((Err(PayloadError::Incomplete(None)), None)),
        }
    });
    Box::pin(chunks.fuse())
}

async fn in_time<T>(whole: Duration, read: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
    tokio::time::timeout(whole, read).await.unwrap_or(Err(Error::BadForm))
}

/// Reads into memory, never into a temporary file.
async fn read_multipart(mut parts: Multipart, room: &UploadRoom) -> Result<Form, Error> {
    let mut form = Form::default();
    let (mut total, mut text_total, mut file_total) = (0, 0, 0);
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(|_| Error::BadForm)?;
        let disposition = part.content_disposition();
        let name = disposition.and_then(|d| d.get_name()).unwrap_or_default().to_owned();
        let is_file = disposition.is_some_and(|d| d.get_filename().is_some());
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| Error::BadForm)?;
            total += chunk.len();
            if total > MOST_UPLOAD_BYTES {
                return Err(Error::TooLarge);
            }
            let (kept, most) =
                if is_file { (&mut file_total, MOST_FILE_BYTES) } else { (&mut text_total, MOST_FORM_BYTES) };
            let fits = chunk.len().min(most - *kept);
            if fits < chunk.len() && !is_file {
                return Err(Error::TooLarge);
            }
            *kept += fits;
            if is_file && file_total > form.taken.len() * MIB {
                form.taken.push(room.one_mib().ok_or_else(no_room)?);
            }
            bytes.extend_from_slice(&chunk[..fits]);
        }
        if is_file {
            form.files.insert(name, bytes);
        } else {
            let value = String::from_utf8(bytes).map_err(|_| Error::BadForm)?;
            form.fields.entry(name).or_default().push(value);
        }
    }
    Ok(form)
}

fn no_room() -> Error {
    Error::Unavailable("too many uploads at once".to_owned())
}

//! One request: its language, its time, its (opaque) network, its cookie. Also the answers it can get: every page is sent from
//! here.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::http::{Method, StatusCode, header};
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse, dev::Payload, web};
use bytes::Bytes;
use serde::Serialize;
use std::future::{Ready, ready};
use std::sync::Arc;

use super::error::Error;
use super::fault::ToMend;
use super::page::{Frame, Side};
use super::typed::{GivenBack, Typed};
use super::{client, form, headers};
use crate::app::App;
use crate::captcha::Pass;
use crate::clock::Moment;
use crate::i18n::{FluentValue, Lang};
use crate::rate_limits::Subject;

/// In a POST's query: show the page with what was typed in its fields.
pub const TYPED: &str = "typed";

/// The argument of every page's handler. Its language is the path's first part; an unknown one is a 404.
#[derive(Clone)]
pub struct Visit {
    pub app: Arc<App>,
    pub lang: Lang,
    pub now: Moment,
    /// The subject for limits, which store nothing that leads back to an address.
    pub network: Subject,
    pub face: Side,
    /// The path and query after the language, for the language switch and for coming back.
    pub here: String,
    request: HttpRequest,
}

impl Visit {
    /// A visit in an address's language; a language that this face doesn't have is a 404.
    pub fn spoken(request: &HttpRequest, code: &str) -> Result<Visit, Error> {
        let visit = Visit::in_english(request)?;
        let lang = visit.app.pages.texts().language(visit.face.audience(), code).ok_or(Error::NotFound)?;
        Ok(Visit { lang, ..visit })
    }

    /// A visit for what has no language, such as a picture.
    pub fn in_english(request: &HttpRequest) -> Result<Visit, Error> {
        let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
        Visit::from_parts(request, app.pages.texts().english())
    }

    fn from_parts(request: &HttpRequest, lang: Lang) -> Result<Visit, Error> {
        let app = request.app_data::<web::Data<App>>().ok_or_else(|| Error::internal("no app"))?;
        let face = request.app_data::<Side>().copied().ok_or_else(|| Error::internal("no face"))?;
        let now = app.clock.now();
        let address = client::address(request, &app.config.trusted_proxies)
            .unwrap_or(std::net::IpAddr::V4(std::net::Ipv4Addr::UNSPECIFIED));
        let path = request.uri().path_and_query().map_or("", |whole| whole.as_str());
        let here = path.trim_start_matches('/').split_once('/').map_or("", |(_, rest)| rest).to_owned();
        Ok(Visit {
            network: Subject::network(address),
            app: app.clone().into_inner(),
            lang,
            now,
            face,
            here,
            request: request.clone(),
        })
    }

    /// A text of the catalogue in the visitor's language.
    pub fn text(&self, key: &str) -> String {
        self.app.pages.texts().plain(self.lang, key, &[])
    }

    /// A text whose only variable is `count`.
    pub fn counted(&self, key: &str, count: impl Into<FluentValue<'static>>) -> String {
        self.app.pages.texts().get(self.lang, key, &[("count", count.into())])
    }

    /// This page's frame. `path` is the path after the language, for the switch.
    pub fn frame(&self, path: &str) -> Frame {
        match self.face {
            Side::Site => Frame::site(self.lang, path),
            Side::Desk => {
                let path = path.to_owned();
                Frame::desk(self.lang).switching(move |lang| format!("/{}/{path}", lang.code()))
            }
        }
    }

    /// A page without a form. Not cached (`no-store`) unless the handler says otherwise.
    pub fn show(&self, template: &str, frame: Frame, data: &impl Serialize) -> Result<HttpResponse, Error> {
        self.show_as(StatusCode::OK, template, frame, data)
    }

    pub fn show_as(
        &self,
        status: StatusCode,
        template: &str,
        frame: Frame,
        data: &impl Serialize,
    ) -> Result<HttpResponse, Error> {
        Ok(as_page(status, self.render(template, frame, data)?))
    }

    pub fn render(&self, template: &str, frame: Frame, data: &impl Serialize) -> Result<String, Error> {
        frame.render(&self.app.pages, template, data).map_err(Error::internal)
    }

    /// A page with a form: includes its token, and sets the one cookie that the token depends on.
    pub fn show_form(
        &self,
        template: &str,
        frame: Frame,
        data: &impl Serialize,
    ) -> Result<HttpResponse, Error> {
        self.show_form_as(StatusCode::OK, template, frame, data)
    }

    pub fn show_form_as(
        &self,
        status: StatusCode,
        template: &str,
        frame: Frame,
        data: &impl Serialize,
    ) -> Result<HttpResponse, Error> {
        let basis = form::Basis::of(&self.request, &self.app, self.face);
        let token = basis.page_token(&self.app, self.request.method() == Method::POST);
        let frame = if frame.has_csrf() { frame } else { frame.csrf(token) };
        let mut response = self.show_as(status, template, frame, data)?;
        if let Some(cookie) = basis.new_cookie(&self.app, self.face) {
            response.add_cookie(&cookie).map_err(Error::internal)?;
        }
        Ok(response)
    }

    /// Shows the page again with its faults (422); what was typed is kept.
    pub fn show_faults(
        &self,
        template: &str,
        frame: Frame,
        faults: impl IntoIterator<Item = impl Into<ToMend>>,
        data: &impl Serialize,
    ) -> Result<HttpResponse, Error> {
        self.show_form_as(StatusCode::UNPROCESSABLE_ENTITY, template, frame.faults(faults), data)
    }

    /// Redirects to a path after the language, by GET.
    pub fn redirect(&self, path: &str) -> HttpResponse {
        HttpResponse::SeeOther()
            .insert_header((header::LOCATION, format!("/{}/{path}", self.lang.code())))
            .finish()
    }

    /// Shows a page again with what was typed, by repeating the POST there (307). The page itself knows which parts are saved
    /// already.
    pub fn with_typed(path: &str, query: &str) -> HttpResponse {
        let address = format!("{path}?{TYPED}=1{query}");
        HttpResponse::TemporaryRedirect().insert_header((header::LOCATION, address)).finish()
    }

    /// What was typed in this request's form, or brought back by it.
    pub fn typed(&self) -> Option<Typed> {
        self.request.extensions().get::<Typed>().cloned()
    }

    /// True if this request only shows a page again with what was typed.
    pub fn is_given_back(&self) -> bool {
        self.request.extensions().get::<GivenBack>().is_some()
    }

    /// The pass of a solved CAPTCHA or of a wait, while it is valid.
    pub fn pass(&self) -> Option<Pass> {
        let basis = form::Basis::of(&self.request, &self.app, self.face);
        Pass::from_cookie(&self.app.secrets.site_tokens, basis.pass()?, self.now)
    }

    /// Stores a pass in the site's one cookie.
    pub fn give_pass(&self, response: &mut HttpResponse, pass: &Pass) -> Result<(), Error> {
        let basis = form::Basis::of(&self.request, &self.app, self.face);
        let cookie = basis.cookie_with_pass(&self.app, &pass.to_cookie(&self.app.secrets.site_tokens));
        response.add_cookie(&cookie).map_err(Error::internal)
    }

    /// The secret of the site's cookie, if the browser sent one.
    pub fn cookie_secret(&self) -> Option<String> {
        form::Basis::of(&self.request, &self.app, self.face).secret().map(str::to_owned)
    }

    /// Drops the site's one cookie: at the end of a form, and at the quick exit.
    pub fn drop_cookie(&self, response: &mut HttpResponse) -> Result<(), Error> {
        let mut cookie = cookie(&self.app, form::cookie_name(&self.app, self.face), String::new());
        cookie.make_removal();
        response.add_cookie(&cookie).map_err(Error::internal)
    }

    pub fn request(&self) -> &HttpRequest {
        &self.request
    }
}

/// A strict cookie, unreadable to scripts and bound to the host. Over plain http, which is for test machines, it is not Secure.
/// It lives much longer than any form: an expired form must still reach the page that keeps its answers.
pub fn cookie(app: &App, name: String, value: String) -> Cookie<'static> {
    Cookie::build(name, value)
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(app.config.is_https())
        .max_age(Duration::hours(24))
        .finish()
}

/// `__Host-` binds a cookie to this exact host; browsers accept it only over https.
pub fn cookie_prefix(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-" } else { "" }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Ready<Result<Visit, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Visit::spoken(request, request.match_info().get("lang").unwrap_or_default()))
    }
}

pub fn as_page(status: StatusCode, html: impl Into<Bytes>) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html.into())
}

/// For the explaining pages: search engines may list them, but no picture on them.
pub fn findable(mut response: HttpResponse) -> HttpResponse {
    response.headers_mut().insert(headers::ROBOTS, header::HeaderValue::from_static("noimageindex"));
    response
}

/// Allows browsers and caches to keep a public answer for `seconds`.
pub fn cached_for(mut response: HttpResponse, seconds: u32) -> HttpResponse {
    let value = header::HeaderValue::from_str(&format!("public, max-age={seconds}"));
    if let Ok(value) = value {
        response.headers_mut().insert(header::CACHE_CONTROL, value);
    }
    response
}

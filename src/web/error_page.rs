//! Replaces a handler's error with a page in the visitor's language. The desk's two detours, signing in and the fresh second
//! factor, lead back to where the member was going.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpResponse, ResponseError, web};
use serde::Serialize;

use super::error::Error;
use super::form::Basis;
use super::page::Side;
use super::typed::StoodOn;
use super::visit::Visit;
use crate::app::App;

#[derive(Serialize)]
struct ErrorPage {
    heading: String,
    text: String,
    incident: Option<String>,
    is_desk: bool,
    /// The page of a form whose text could not be saved.
    back_to: Option<String>,
}

pub async fn show<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let path = request.path().to_owned();
    let result = next.call(request).await;
    let response = match result {
        Ok(response) => response.map_into_boxed_body(),
        Err(error) => return Err(error),
    };
    let Some(error) = response.response().error() else { return Ok(response) };
    let word_of_ours = error.as_error::<Error>();
    if let (Some(ours), Some(app)) = (word_of_ours, response.request().app_data::<web::Data<App>>()) {
        ours.ring(app, app.clock.now()).await;
    }
    let code = path.trim_start_matches('/').split('/').next().unwrap_or_default();
    let page = word_of_ours.map(|ours| page(response.request(), ours, code));
    match page {
        Some(Ok(page)) => Ok(response.into_response(page)),
        _ => Ok(response),
    }
}

/// The requested page, or the page of a form: a form's action is one step below its page.
fn page_of(request: &actix_web::HttpRequest) -> &str {
    let path = request.path();
    match request.method().is_safe() {
        true => path,
        false => path.rsplit_once('/').map_or(path, |(page, _)| page),
    }
}

fn page(request: &actix_web::HttpRequest, error: &Error, code: &str) -> Result<HttpResponse, Error> {
    let spoken = Visit::spoken(request, code);
    // An ended photo is gone in every language, so the switch stays on its address. An unknown address leads to the first page.
    let stays = spoken.is_ok() && matches!(error, Error::Gone) && request.method() == Method::GET;
    let visit = spoken.or_else(|_| Visit::in_english(request))?;
    let here = if stays { visit.here.clone() } else { String::new() };
    let lang = visit.lang;
    let to = |path: &str| HttpResponse::SeeOther().insert_header((header::LOCATION, path)).finish();
    match error {
        Error::SignIn { is_locked, next } => {
            let locked = if *is_locked { "&locked=1" } else { "" };
            return Ok(to(&format!("/{}/sign-in?next={next}{locked}", lang.code())));
        }
        Error::FreshFactor { next } => {
            let next = if next.is_empty() { page_of(request) } else { next };
            return Ok(to(&format!("/{}/fresh-factor?next={next}", lang.code())));
        }
        Error::SecondPerson => {
            return Ok(to(&format!("/{}/go-on?next={}", lang.code(), page_of(request))));
        }
        _ => {}
    }
    let incident = error.log();
    if incident.is_some() {
        visit.app.metrics.failure(error.word());
    }
    let stood_on = request.extensions().get::<StoodOn>().cloned();
    let kept = stood_on.zip(visit.typed()).filter(|(_, typed)| !typed.is_empty());
    let data = ErrorPage {
        heading: visit.text(&format!("error-{}-title", error.word())),
        text: visit.text(&format!("error-{}-text", error.word())),
        incident,
        is_desk: visit.face == Side::Desk,
        back_to: kept.as_ref().filter(|_| !visit.is_given_back()).map(|(stood_on, _)| stood_on.page.clone()),
    };
    let template = if data.is_desk { "errors/desk.html" } else { "errors/site.html" };
    let mut frame = visit.frame(&here);
    if let Some((stood_on, typed)) = kept {
        let token = Basis::of(request, &visit.app, visit.face).token_of(&visit.app, stood_on.person);
        frame = frame.csrf(token).typed(typed, false);
    }
    let mut answer = visit.show_as(error.status_code(), template, frame, &data)?;
    if let Some(wait) = error.error_response().headers().get(header::RETRY_AFTER) {
        answer.headers_mut().insert(header::RETRY_AFTER, wait.clone());
    }
    Ok(answer)
}

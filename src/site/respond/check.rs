//! The last screen: every answer again, a CAPTCHA if there is no pass, and the button that sends.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::screen::{self, Line};
use super::state::{Drawn, State, Told};
use super::steps::{self, Step};
use super::{admission, receipt_drawn, sending, settle};
use crate::responses::lifecycle::Door;
use crate::site::captcha_page::{self, CaptchaBox};
use crate::site::clocks;
use crate::site::portrait::Portrait;
use crate::web::{Error, Fault, Form, Visit};

#[derive(Serialize)]
struct CheckPage {
    state: String,
    number: String,
    lines: Vec<Line>,
    captcha: Option<CaptchaBox>,
    is_old: bool,
    is_without_cookie: bool,
    part: usize,
    goes_slowly: bool,
    is_by_phone: bool,
    is_danger: bool,
    /// Staff read it before others, even from the slow lane.
    comes_first: bool,
    /// When a person will read it, if it is sent now.
    clock: Vec<String>,
    /// What is asked, if that has a name of its own, with the photo that it is about.
    asked: Option<String>,
    photo: Option<Portrait>,
}

/// Handles a button of the check page.
pub async fn act(visit: &Visit, form: &Form, mut state: State) -> Result<HttpResponse, Error> {
    let by_phone = state.answers.is_by_phone();
    if form.has("change") {
        let step = Step::parse(form.text("change")).filter(|step| *step != Step::Check);
        let step = step.filter(|step| steps::way(state.door, by_phone).contains(step));
        state.step = step.unwrap_or(steps::first(state.door));
        state.is_change = true;
        return settle(visit, state).await;
    }
    if form.has("back") {
        state.step = steps::back(state.door, by_phone, Step::Check).unwrap_or(steps::first(state.door));
        state.is_change = false;
        return settle(visit, state).await;
    }
    // "I can't do this", and back to the digits after all.
    if form.has("cannot") || form.has("solve") {
        state.goes_slowly = form.has("cannot");
        return settle(visit, state).await;
    }
    let is_shown_again = ["another", "switch", "keep"].iter().any(|name| form.has(name));
    if state.told == Some(Told::Old) || is_shown_again || state.drawn.is_none() {
        return settle(visit, state).await;
    }
    sending::send(visit, form, state).await
}

/// Draws the receipt's code if there is none yet, so that the same form always gets the same one.
pub async fn prepared(visit: &Visit, mut state: State) -> State {
    let is_whole = state.answers.first_lack(state.door).is_none() && fits(&state);
    if is_whole {
        state.is_change = false;
    }
    if is_whole && state.drawn.is_none() {
        match receipt_drawn::draw(visit).await {
            Ok(receipt) => state.drawn = Some(Drawn::of(&receipt)),
            Err(busy) => {
                tracing::warn!(%busy, "no receipt code could be drawn");
                state.told = Some(Told::NotSaved);
            }
        }
    }
    state
}

pub async fn show(visit: &Visit, state: State) -> Result<HttpResponse, Error> {
    if let Some(lacks) = state.answers.first_lack(state.door) {
        return screen::show_lack(visit, &state, lacks);
    }
    if !fits(&state) {
        let fault = Fault { field: "message", key: "respond-message-long" };
        return screen::show_lack(visit, &state, (Step::Story, vec![fault.into()]));
    }
    let state = prepared(visit, state).await;
    match state.told {
        Some(Told::NotSaved) => sending::not_saved(visit, &state),
        Some(Told::Digits(fault)) => page(visit, &state, Some(fault.fault())).await,
        Some(Told::DigitsNeeded) => {
            page(visit, &state, Some(Fault { field: "digits", key: "respond-digits-needed" })).await
        }
        _ => page(visit, &state, None).await,
    }
}

/// Whether all fields together fit into a response. Each field alone does.
pub fn fits(state: &State) -> bool {
    state.answers.content("0000").is_some()
}

/// If there is an error at the digits, shows a CAPTCHA even to a visitor who chose "I can't do this".
async fn page(visit: &Visit, state: &State, fault: Option<Fault>) -> Result<HttpResponse, Error> {
    let goes_slowly = state.goes_slowly && fault.is_none();
    let needs_captcha = fault.is_some() || (!goes_slowly && admission::good_pass(visit).await.is_none());
    let is_without_cookie = matches!(state.told, Some(Told::NoCookie(_)));
    let urgency = state.door.urgency(state.answers.is_danger);
    let is_removal = state.door == Door::RemoveMyPhoto;
    let data = CheckPage {
        state: state.seal(&visit.app.secrets.site_tokens, visit.now)?,
        number: state.number.compact(),
        lines: screen::lines(visit, state),
        captcha: needs_captcha.then(|| captcha_page::fresh(visit)),
        is_old: state.told == Some(Told::Old),
        is_without_cookie,
        part: screen::part(state),
        goes_slowly,
        is_by_phone: state.answers.is_by_phone(),
        is_danger: state.answers.is_danger,
        comes_first: urgency.comes_first(),
        clock: clocks::told(visit, urgency, visit.now),
        asked: is_removal.then(|| clocks::naming(visit, "respond-check-remove", state.number)),
        photo: if is_removal { screen::portrait(visit, state) } else { None },
    };
    let status = match fault.is_some() || is_without_cookie {
        true => StatusCode::UNPROCESSABLE_ENTITY,
        false => StatusCode::OK,
    };
    visit.show_form_as(status, "site/respond_check.html", screen::frame(visit, state).faults(fault), &data)
}

//! The last screen: every answer once more, a CAPTCHA if there is no pass, and the button that sends.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::screen::{self, Line};
use super::state::{Drawn, State};
use super::steps::{self, Step};
use super::{answers, receipt_drawn, sending};
use crate::captcha::{Pass, PassKind};
use crate::rate_limits::{Action, Subject};
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
    goes_slowly: bool,
    is_by_phone: bool,
    is_danger: bool,
    /// It is read before others, also from the slow lane.
    comes_first: bool,
    /// When a person reads it, if it is sent now.
    clock: Vec<String>,
    /// What is asked, where that has a name of its own, with the photo that it is about.
    asked: Option<String>,
    photo: Option<Portrait>,
}

/// A button of the check page.
pub async fn act(visit: &Visit, form: &Form, mut state: State, is_old: bool) -> Result<HttpResponse, Error> {
    let by_phone = state.answers.is_by_phone();
    if form.has("change") {
        let step = Step::parse(form.text("change")).filter(|step| *step != Step::Check);
        let step = step.filter(|step| steps::way(state.door, by_phone).contains(step));
        state.go_to(step.unwrap_or(steps::first(state.door)));
        state.is_change = true;
        return screen::show(visit, &state, is_old);
    }
    if form.has("back") {
        let step = steps::back(state.door, by_phone, Step::Check).unwrap_or(steps::first(state.door));
        state.go_to(step);
        state.is_change = false;
        return screen::show(visit, &state, is_old);
    }
    if form.has("cannot") {
        state.goes_slowly = true;
        return show(visit, state, is_old).await;
    }
    if is_old || form.has("another") || form.has("switch") || state.drawn.is_none() {
        return show(visit, state, is_old).await;
    }
    sending::send(visit, form, state).await
}

/// Draws the receipt's code the first time it is shown.
pub async fn show(visit: &Visit, mut state: State, is_old: bool) -> Result<HttpResponse, Error> {
    if let Some((step, faults)) = state.answers.first_lack(state.door) {
        state.go_to(step);
        let typed = state.answers.clone();
        return screen::show_faults(visit, &state, &typed, faults);
    }
    if state.answers.content("0000").is_none() {
        return too_long(visit, state);
    }
    state.is_change = false;
    if state.drawn.is_none() {
        match receipt_drawn::draw(visit).await {
            Ok(receipt) => state.drawn = Some(Drawn::of(&receipt)),
            Err(busy) => {
                tracing::warn!(%busy, "no receipt code could be drawn");
                return sending::not_saved(visit, &state);
            }
        }
    }
    page(visit, &state, StatusCode::OK, is_old, None).await
}

/// All fields together don't fit, though each does.
pub fn too_long(visit: &Visit, mut state: State) -> Result<HttpResponse, Error> {
    state.go_to(Step::Story);
    let typed: answers::Answers = state.answers.clone();
    let fault = Fault { field: "message", key: "respond-message-long" };
    screen::show_faults(visit, &state, &typed, vec![fault])
}

/// Again, with something told at the digits; a CAPTCHA is shown even to whoever can't do it.
pub async fn ask_digits(visit: &Visit, state: &State, key: &'static str) -> Result<HttpResponse, Error> {
    let mut asked = state.clone();
    asked.goes_slowly = false;
    let fault = Fault { field: "digits", key };
    page(visit, &asked, StatusCode::UNPROCESSABLE_ENTITY, false, Some(fault)).await
}

async fn page(
    visit: &Visit,
    state: &State,
    status: StatusCode,
    is_old: bool,
    fault: Option<Fault>,
) -> Result<HttpResponse, Error> {
    let needs_captcha = fault.is_some() || (!state.goes_slowly && good_pass(visit).await.is_none());
    let urgency = clocks::urgency(state.door, state.answers.is_danger);
    let is_removal = state.door == Door::RemoveMyPhoto;
    let data = CheckPage {
        state: state.seal(&visit.app.secrets.site_tokens)?,
        number: state.number.compact(),
        lines: screen::lines(visit, state),
        captcha: needs_captcha.then(|| captcha_page::fresh(visit)),
        is_old,
        goes_slowly: state.goes_slowly,
        is_by_phone: state.answers.is_by_phone(),
        is_danger: state.answers.is_danger,
        comes_first: urgency.comes_first(),
        clock: clocks::told(visit, urgency, visit.now),
        asked: is_removal.then(|| clocks::naming(visit, "respond-check-remove", state.number)),
        photo: if is_removal { screen::portrait(visit, state) } else { None },
    };
    visit.show_form_as(status, "site/respond_check.html", screen::frame(visit, state).faults(fault), &data)
}

/// A pass that a CAPTCHA was solved for and that has a response left. Counts nothing.
pub async fn good_pass(visit: &Visit) -> Option<Pass> {
    let pass = visit.pass().filter(|pass| pass.kind == PassKind::Solved)?;
    let is_over = visit.app.limits.rates.is_over(Action::RespondPerPass, &Subject::pass(pass.id)).await;
    (!is_over).then_some(pass)
}

//! The form behind a photo's four doors: short screens, a check page, a receipt. Everything between two screens is in
//! the form's sealed state; nothing is kept on the server, nothing personal stands in an address.

mod answers;
mod check;
mod receipt_drawn;
mod screen;
mod sending;
mod state;
mod steps;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::publications::catalogue::{Found, Shown};
use crate::publications::photo_number::PhotoNumber;
use crate::responses::Addressee;
use crate::responses::lifecycle::Door;
use crate::web::{Error, Form, Visit};
use state::{Opened, State};
use steps::Step;

/// One of the doors of a photo that is live now.
pub async fn start(visit: Visit, path: web::Path<(String, String, String)>) -> Result<HttpResponse, Error> {
    let (_, number, door) = path.into_inner();
    let number = PhotoNumber::parse(&number).map_err(|_| Error::NotFound)?;
    let door = Door::parse(&door).ok_or(Error::NotFound)?;
    let snapshot = match visit.app.catalogue.at(visit.now) {
        Shown::Photos(snapshot) => snapshot,
        Shown::Hidden => return Err(Error::Unavailable("the catalogue is not trusted".into())),
    };
    let photo = match snapshot.find(number) {
        Found::Live(photo) => photo,
        Found::Ended => return Err(Error::Gone),
        Found::Unknown => return Err(Error::NotFound),
    };
    let to =
        Addressee { publication: photo.id, case: photo.case, case_key: photo.case_key.as_str().to_owned() };
    let state = State::begin(to, number, door, steps::first(door), visit.now);
    screen::show(&visit, &state, false)
}

/// Every button of every screen comes here, those of the language switch too.
pub async fn go(visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let (mut state, is_old) = match State::open(&visit.app.secrets.site_tokens, form.text("state"), visit.now)
    {
        Opened::Good(state) => (*state, false),
        Opened::Old(state) => (*state, true),
        Opened::Lost => return lost(&visit, &form),
    };
    if state.step == Step::Check {
        return check::act(&visit, &form, state, is_old).await;
    }
    let typed = state.answers.clone().read(state.step, &form);
    let (is_back, is_switch) = (form.has("back"), form.has("switch"));
    let faults =
        if is_back || is_switch { typed.too_long(state.step) } else { typed.faults(state.door, state.step) };
    if !faults.is_empty() {
        return screen::show_faults(&visit, &state, &typed, faults);
    }
    state.answers = typed;
    let is_by_phone = state.answers.is_by_phone();
    let step = if is_switch {
        state.step
    } else if is_back {
        steps::back(state.door, is_by_phone, state.step).unwrap_or(state.step)
    } else if state.is_change {
        steps::next_after_change(is_by_phone, state.step)
    } else {
        steps::next(state.door, is_by_phone, state.step)
    };
    state.go_to(step);
    show(&visit, state, is_old).await
}

/// The screen that the state stands at.
async fn show(visit: &Visit, state: State, is_old: bool) -> Result<HttpResponse, Error> {
    if state.step == Step::Check {
        check::show(visit, state, is_old).await
    } else {
        screen::show(visit, &state, is_old)
    }
}

#[derive(Serialize)]
struct Lost {
    /// What the last screen brought, to be copied by hand.
    typed: Vec<String>,
}

/// The state can't be opened: of another installation, cut off, or days old.
fn lost(visit: &Visit, form: &Form) -> Result<HttpResponse, Error> {
    let typed = ["name", "relation_in_words", "message", "phone", "email", "good_times"];
    let typed = typed.map(|name| form.text(name).to_owned()).into_iter().filter(|text| !text.is_empty());
    let data = Lost { typed: typed.collect() };
    visit.show_as(StatusCode::BAD_REQUEST, "site/respond_lost.html", visit.frame(""), &data)
}

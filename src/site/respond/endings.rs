//! What a form says when it can't go on: it is finished, expired, can't be opened, or its cookie is missing. Invariant: a sent
//! message is never called unsent.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::state::{State, Told};
use super::{door_address, page};
use crate::photo_number::PhotoNumber;
use crate::responses::lifecycle::Door;
use crate::web::{Error, Form, Visit};

#[derive(Serialize)]
struct Lost {
    /// What was typed on the last screen, to be copied by hand.
    typed: Vec<String>,
    /// The address where the form can be begun again, if that is known.
    door: String,
}

/// Somebody comes back to the address of a form that has ended.
pub fn ended(visit: &Visit) -> Result<HttpResponse, Error> {
    visit.show("site/respond_sent.html", visit.frame(&visit.here), &())
}

/// The form has expired, or belongs to another browser.
pub fn over(visit: &Visit, number: PhotoNumber, door: Door) -> Result<HttpResponse, Error> {
    let data = Lost { typed: Vec::new(), door: door_address(number, door) };
    visit.show_as(StatusCode::OK, "site/respond_lost.html", visit.frame(&visit.here), &data)
}

/// The state can't be opened: it is from another installation, cut off, or more than a day old.
pub fn lost(visit: &Visit, form: &Form) -> Result<HttpResponse, Error> {
    let typed = ["name", "relation_in_words", "message", "phone", "email", "good_times"];
    let typed = typed.map(|name| form.text(name).to_owned()).into_iter().filter(|text| !text.is_empty());
    let data = Lost { typed: typed.collect(), door: String::new() };
    visit.show_as(StatusCode::BAD_REQUEST, "site/respond_lost.html", visit.frame(""), &data)
}

/// Shows the same page with everything in its fields, a new cookie and a new token. Nothing was done yet.
pub async fn without_token(visit: &Visit, mut state: State, form: &Form) -> Result<HttpResponse, Error> {
    let typed = state.answers.clone().read(state.step, form);
    state.told = Some(Told::NoCookie(typed));
    page(visit, state).await
}

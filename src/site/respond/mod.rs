//! The form behind a photo's four doors: short screens, a check page, a receipt. Each is a page of its own behind a 303, stored
//! sealed for the browser's cookie until the form is sent. An address contains nothing personal and opens nothing.

mod admission;
mod answers;
mod check;
mod endings;
mod receipt_drawn;
mod screen;
mod sending;
mod state;
mod steps;
mod tabs;

use actix_web::{HttpResponse, web};
use std::sync::Arc;

use super::kept::{self, Outcome};
use super::photo::{self, Sought};
use super::{captcha_page, receipt};
use crate::form_steps::{FormId, Weight};
use crate::photo_number::PhotoNumber;
use crate::publications::catalogue::Published;
use crate::responses::Addressee;
use crate::responses::lifecycle::Door;
use crate::web::carried::Taken;
use crate::web::{Error, Form, Received, Visit};
pub use answers::message_over;
pub use state::Sent;
use state::{STATE, State, Told};
use steps::Step;

/// The step after the last: what was sent, and its code.
const RECEIPT: &str = "receipt";

/// Begins a new form at one of a live photo's doors. Each visit begins another one.
pub async fn start(visit: Visit, path: web::Path<(String, String, String)>) -> Result<HttpResponse, Error> {
    let (_, number, door) = path.into_inner();
    let door = Door::parse(&door).ok_or(Error::NotFound)?;
    match live(&visit, &number).await? {
        Some(photo) => Ok(visit.redirect(&address(&begun(&visit, &photo, door)))),
        None => captcha_page::ask(&visit, &visit.here, None).await,
    }
}

/// Shows a form's step when it is first opened, opened again or reloaded.
pub async fn step(
    visit: Visit,
    path: web::Path<(String, String, String, String, String)>,
) -> Result<HttpResponse, Error> {
    let (_, number, door, form, wanted) = path.into_inner();
    let number_of = PhotoNumber::parse(&number).map_err(|_| Error::NotFound)?;
    let door = Door::parse(&door).ok_or(Error::NotFound)?;
    let form = FormId::parse(&form).ok_or(Error::NotFound)?;
    let step = Step::parse(&wanted).or((wanted == RECEIPT).then_some(Step::Check)).ok_or(Error::NotFound)?;
    let is_first = step == steps::first(door) && wanted != RECEIPT;
    let kept = match kept::last::<State>(&visit, &form).await {
        // Somebody begins a form while the database is unreachable.
        Err(error) if is_first => {
            error.log();
            None
        }
        kept => kept?,
    };
    if let Some((place, mut state)) = kept {
        if (state.number, state.door) != (number_of, door) {
            return Err(Error::NotFound);
        }
        state.place = place;
        return match (&state.sent, wanted == RECEIPT) {
            (Some(sent), true) => receipt::show(&visit, &form, sent).await,
            (Some(_), false) | (None, true) => Ok(visit.redirect(&address(&state))),
            (None, false) => {
                // A message for another screen is not shown on this one.
                state.told = state.told.filter(|_| state.step == step);
                state.step = step;
                page(&visit, state).await
            }
        };
    }
    match kept::ended(&visit, &form).await {
        Ok(Some(_)) => return endings::ended(&visit),
        Err(error) if !is_first => return Err(error),
        Ok(None) if !is_first => return endings::over(&visit, number_of, door),
        _ => {}
    }
    match live(&visit, &number).await? {
        Some(photo) => page(&visit, State { form, ..begun(&visit, &photo, door) }).await,
        None => captcha_page::ask(&visit, &visit.here, None).await,
    }
}

/// Handles every button of every screen, including the language switch.
pub async fn go(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let (state, is_old) = match STATE.take(&visit.app.secrets.site_tokens, form.text("state"), visit.now) {
        Taken::Good(state) => (state, false),
        Taken::Old(state) => (state, true),
        Taken::Lost => return endings::lost(&visit, form),
    };
    if !received.is_admitted {
        if kept::ended(&visit, &state.form).await.is_ok_and(|end| end.is_some()) {
            return Ok(visit.redirect(&address(&state)));
        }
        return endings::without_token(&visit, state, form).await;
    }
    let (typed, shown_at) = (state.answers.clone().read(state.step, form), state.place);
    let mut state = match kept::last::<State>(&visit, &state.form).await {
        Ok(Some((_, last))) if last.sent.is_some() => return Ok(visit.redirect(&address(&last))),
        // A draft that was saved while somebody typed, but arrives after they went on, is outdated.
        Ok(Some((place, last)))
            if form.has("keep") && place != shown_at && last.draft_of != Some(shown_at) =>
        {
            return Ok(HttpResponse::NoContent().finish());
        }
        Ok(Some((place, last))) => tabs::joined(state, &typed, State { place, ..last }),
        Ok(None) if kept::ended(&visit, &state.form).await.is_ok_and(|end| end.is_some()) => {
            return Ok(visit.redirect(&address(&state)));
        }
        // Nothing was stored, or the database is unreachable: the page's own state is used.
        Ok(None) | Err(_) => state,
    };
    (state.told, state.draft_of) = (is_old.then_some(Told::Old), None);
    if state.step == Step::Check {
        return check::act(&visit, form, state).await;
    }
    moved(&visit, form, state, shown_at).await
}

/// Does what a screen's button asks for, with what was typed there.
async fn moved(visit: &Visit, form: &Form, mut state: State, shown_at: i64) -> Result<HttpResponse, Error> {
    let typed = state.answers.clone().read(state.step, form);
    let (is_back, is_switch, is_kept) = (form.has("back"), form.has("switch"), form.has("keep"));
    let stays = is_switch || is_kept;
    let faults =
        if is_back || stays { typed.too_long(state.step) } else { typed.faults(state.door, state.step) };
    if !faults.is_empty() {
        state.told = Some(Told::Typed(typed));
        return settle(visit, state).await;
    }
    state.answer(typed);
    let is_by_phone = state.answers.is_by_phone();
    if is_back {
        state.step = steps::back(state.door, is_by_phone, state.step).unwrap_or(state.step);
    } else if !stays {
        state.step = match state.is_change {
            true => steps::next_after_change(is_by_phone, state.step),
            false => steps::next(state.door, is_by_phone, state.step),
        };
    }
    if is_kept {
        state.draft_of = Some(shown_at);
        settle(visit, state).await?;
        return Ok(HttpResponse::NoContent().finish());
    }
    settle(visit, state).await
}

/// Stores the step and redirects to its page. If it can't be stored, answers with the page itself.
async fn settle(visit: &Visit, mut state: State) -> Result<HttpResponse, Error> {
    if state.step == Step::Check && state.sent.is_none() {
        state = check::prepared(visit, state).await;
    }
    state.place += 1;
    let mut outcome = kept::keep(visit, &state.form, (state.place, Weight::Words), &state).await?;
    if outcome == Outcome::Taken && state.sent.is_none() {
        state = tabs::apart(state);
        outcome = kept::keep(visit, &state.form, (state.place, Weight::Words), &state).await?;
    }
    match outcome {
        Outcome::Kept => Ok(visit.redirect(&address(&state))),
        Outcome::Taken | Outcome::Not => page(visit, state).await,
    }
}

/// The page of the state's step.
async fn page(visit: &Visit, state: State) -> Result<HttpResponse, Error> {
    match &state.sent {
        Some(sent) => receipt::show(visit, &state.form, sent).await,
        None if state.step == Step::Check => check::show(visit, state).await,
        None => screen::show(visit, &state),
    }
}

/// The form's path after the language.
fn address(state: &State) -> String {
    let step = if state.sent.is_some() { RECEIPT } else { state.step.code() };
    format!("{}/{}/{step}", door_address(state.number, state.door), state.form.as_str())
}

fn door_address(number: PhotoNumber, door: Door) -> String {
    format!("photo/{}/respond/{}", number.compact(), door.code())
}

fn begun(visit: &Visit, photo: &Published, door: Door) -> State {
    let to =
        Addressee { publication: photo.id, case: photo.case, case_key: photo.case_key.as_str().to_owned() };
    State::begin(to, photo.number, door, steps::first(door), visit.now)
}

/// `None` if a CAPTCHA comes first.
async fn live(visit: &Visit, number: &str) -> Result<Option<Arc<Published>>, Error> {
    match photo::sought(visit, number).await? {
        Sought::Live(photo) => Ok(Some(photo)),
        Sought::Hidden => Err(Error::Unavailable("the catalogue is not trusted".into())),
        Sought::TooOften => Ok(None),
    }
}

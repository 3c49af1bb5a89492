//! Sends the checked answers. Over a limit or without a solved CAPTCHA, a response goes to the slow lane, or joins a rush; only a
//! nearly full disk makes the CAPTCHA necessary. If a response can't be saved, the page says so and keeps what was typed.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::admission::Admission;
use super::screen::{self, Line};
use super::state::{Drawn, State, Told};
use super::{admission, receipt_drawn, settle};
use crate::captcha::{Pass, PassKind};
use crate::publications::catalogue::{Found, Shown};
use crate::rate_limits::{Action, Subject, Verdict};
use crate::responses::lanes::{Came, Lane, Trust};
use crate::responses::{self, AcceptError, Accepted, NewResponse};
use crate::site::captcha_page::CaptchaFault;
use crate::site::clocks::{About, Slow};
use crate::web::{Error, Form, Visit};

pub async fn send(visit: &Visit, form: &Form, mut state: State) -> Result<HttpResponse, Error> {
    let Some(drawn) = state.drawn.clone() else { return settle(visit, state).await };
    let admission = match admission::of(visit, form).await {
        Ok(admission) => admission,
        // A network that changes at each request would never get digits of its own: the second time, what was written is saved
        // as it would be without digits.
        Err(CaptchaFault::Moved) if state.has_moved => Admission { pass: None, is_new: false },
        // A reloaded page sends its digits a second time: if the response was saved, the page is its receipt.
        Err(fault) => {
            match receipt_drawn::saved_before(visit, &drawn).await {
                Ok(Some(saved)) => {
                    let about = about(visit, &state, None);
                    state.send(&saved, about);
                }
                _ => {
                    state.has_moved |= fault == CaptchaFault::Moved;
                    state.told = Some(Told::Digits(fault));
                }
            }
            return settle(visit, state).await;
        }
    };
    let drawn = match &admission.pass {
        Some(pass) if pass.kind == PassKind::Solved => receipt_drawn::for_solved(visit, &drawn).await?,
        _ => drawn,
    };
    let mut response = save(visit, state, &drawn, admission.pass.as_ref()).await?;
    if let Some(pass) = admission.pass.filter(|_| admission.is_new) {
        visit.give_pass(&mut response, &pass)?;
    }
    Ok(response)
}

async fn save(
    visit: &Visit,
    mut state: State,
    drawn: &Drawn,
    pass: Option<&Pass>,
) -> Result<HttpResponse, Error> {
    let (app, config, keys) = (&visit.app, &visit.app.config, drawn.keys()?);
    match app.blobs.free_percent() {
        Some(free) if free < config.refuse_below_percent => {
            state.told = Some(Told::NotSaved);
            return settle(visit, state).await;
        }
        Some(free) if free < config.careful_below_percent && pass.is_none() => {
            state.told = Some(Told::DigitsNeeded);
            return settle(visit, state).await;
        }
        _ => {}
    }
    let Some(content) = state.answers.content(&keys.caller_check) else {
        return settle(visit, state).await;
    };
    let (came, slow) = came(visit, &state, pass).await;
    let new = NewResponse {
        id: drawn.id,
        to: &state.to,
        triage: &state.answers.triage(state.door, visit.lang.code(), visit.now),
        content: &content,
        code: &keys,
        came,
        is_late: is_late(visit, &state),
    };
    let about = about(visit, &state, slow);
    match responses::accept(&app.db.site, new, visit.now).await {
        Ok(Accepted::Saved) => state.send(drawn, about),
        // It may have been saved under its other code.
        Ok(Accepted::Already) => {
            let saved = receipt_drawn::saved_under(visit, state.drawn.as_ref().unwrap_or(drawn)).await?;
            state.send(&saved, about);
        }
        Err(error @ AcceptError::Database(_)) => {
            Error::from(error).log();
            state.told = Some(Told::NotSaved);
        }
        Err(error) => return Err(error.into()),
    }
    settle(visit, state).await
}

fn about(visit: &Visit, state: &State, slow: Option<Slow>) -> About {
    let (number, door, is_danger) = (state.number, state.door, state.answers.is_danger);
    About { number, door, is_danger, slow, sent_at: visit.now }
}

/// How the response comes, and why it is slow, if it is. Only solved ones count under the network's limit, so that a robot without
/// digits uses up nobody's.
async fn came(visit: &Visit, state: &State, pass: Option<&Pass>) -> (Came, Option<Slow>) {
    let rates = &visit.app.limits.rates;
    let (trust, slow) = match pass {
        Some(pass) => {
            let network = rates.check(Action::RespondPerNetwork, &visit.network);
            let (network, own) = tokio::join!(network, pass.respond(rates));
            let trust = if own == Verdict::Allowed { Trust::Solved } else { Trust::Unsolved };
            let is_allowed = (network, own) == (Verdict::Allowed, Verdict::Allowed);
            (trust, (!is_allowed).then_some(Slow::Many))
        }
        None => (Trust::Unsolved, Some(Slow::NoDigits)),
    };
    let is_flagged = state.door.urgency(state.answers.is_danger).comes_first();
    let lane = match slow {
        None => Lane::Ordinary,
        Some(_) if is_flagged && joins_rush(visit, state).await => Lane::Rush,
        Some(_) => Lane::Slow,
    };
    (Came { lane, trust }, slow)
}

/// Counts a flagged response, and says whether very many such ones came before it: from this network, to this photo, or both. No
/// page tells it, since it would tell what others sent.
async fn joins_rush(visit: &Visit, state: &State) -> bool {
    let (rates, network, photo) = (&visit.app.limits.rates, &visit.network, state.to.publication);
    let (from_here, of_both, to_it) = (*network, Subject::photo_from(photo, network), Subject::photo(photo));
    let counted = tokio::join!(
        rates.check(Action::FlagPerPhotoAndNetwork, &of_both),
        rates.check(Action::FlagPerNetwork, &from_here),
        rates.check(Action::FlagPerPhoto, &to_it)
    );
    counted != (Verdict::Allowed, Verdict::Allowed, Verdict::Allowed)
}

/// Whether the photo has ended since the form was begun.
fn is_late(visit: &Visit, state: &State) -> bool {
    match visit.app.catalogue.at(visit.now) {
        Shown::Photos(snapshot) => matches!(snapshot.find(state.number), Found::Ended),
        Shown::Hidden => false,
    }
}

#[derive(Serialize)]
struct NotSaved {
    state: String,
    number: String,
    lines: Vec<Line>,
}

/// A page that says the response was not saved, shows what was typed, and has a button to try again.
pub fn not_saved(visit: &Visit, state: &State) -> Result<HttpResponse, Error> {
    let data = NotSaved {
        state: state.seal(&visit.app.secrets.site_tokens, visit.now)?,
        number: state.number.compact(),
        lines: screen::lines(visit, state),
    };
    let frame = screen::frame(visit, state);
    visit.show_form_as(StatusCode::SERVICE_UNAVAILABLE, "site/respond_not_saved.html", frame, &data)
}

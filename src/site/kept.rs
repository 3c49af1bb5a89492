//! A step of a form as a page of its own: stored for the browser's cookie and shown behind a 303, so that Back, a reload and a
//! second tab find it again. If it can't be stored, the POST is answered with its page, which carries the form in a hidden field.

use actix_web::HttpResponse;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::time::Duration;

use crate::db::DbErr;
use crate::db::timeouts::within;
use crate::form_steps::{self, FormId, Holder, KeepError, Step, Weight};
use crate::rate_limits::{Action, Verdict};
use crate::web::{Error, Form, Visit};

/// How long a form waits for the database before it goes on in its own page instead.
const ANSWERS_WITHIN: Duration = Duration::from_secs(3);
const BETWEEN_TRIES: Duration = Duration::from_millis(50);

words! {
    /// How a form ended, for a visitor who comes back to its address.
    pub enum End {
        /// The response was sent, and the visitor has saved its code.
        Sent = "sent",
        /// The visitor left the mailbox.
        Left = "left",
        /// The whole response was deleted.
        Erased = "erased",
        /// The photo was taken down.
        Removed = "removed",
    }
}

/// Whether a step was stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Kept,
    /// Another tab stored this place first.
    Taken,
    /// The step could not be stored, so its page carries it.
    Not,
}

/// The form's id in the page's field, or a new one.
pub fn form_of(form: &Form) -> FormId {
    FormId::parse(form.text("form")).unwrap_or_else(FormId::draw)
}

pub async fn keep(
    visit: &Visit,
    form: &FormId,
    (place, weight): (i64, Weight),
    content: &impl Serialize,
) -> Result<Outcome, Error> {
    let Some(holder) = holder(visit) else { return Ok(Outcome::Not) };
    if visit.app.limits.rates.check(Action::FormStep, &visit.network).await != Verdict::Allowed {
        return Ok(Outcome::Not);
    }
    let content = serde_json::to_vec(content).map_err(Error::internal)?.into();
    let step = Step { place, weight, content };
    let kept = form_steps::keep(&visit.app.db.site, &holder, form, step, visit.now);
    Ok(match tokio::time::timeout(ANSWERS_WITHIN, kept).await {
        Ok(Ok(())) => Outcome::Kept,
        Ok(Err(KeepError::Taken)) => Outcome::Taken,
        Ok(Err(error)) => {
            tracing::warn!(%error, "a form's step could not be stored: its page carries it");
            Outcome::Not
        }
        Err(_) => Outcome::Not,
    })
}

/// Stores a step after the form's last one. If two tabs race, the later one wins. False if it could not be stored.
pub async fn keep_next(
    visit: &Visit,
    form: &FormId,
    weight: Weight,
    content: &impl Serialize,
) -> Result<bool, Error> {
    for _ in 0..2 {
        let Ok(last) = last::<serde::de::IgnoredAny>(visit, form).await else { return Ok(false) };
        let place = last.map_or(1, |(place, _)| place + 1);
        match keep(visit, form, (place, weight), content).await? {
            Outcome::Kept => return Ok(true),
            Outcome::Not => return Ok(false),
            Outcome::Taken => {}
        }
    }
    Ok(false)
}

/// The form's last step and its place. `None` without the cookie that began it, after its end and after its time.
pub async fn last<T: DeserializeOwned>(visit: &Visit, form: &FormId) -> Result<Option<(i64, T)>, Error> {
    let Some(holder) = holder(visit) else { return Ok(None) };
    let kept =
        patiently(visit, || form_steps::last(&visit.app.db.site, &holder, form)).await.map_err(away)?;
    // Another version of the program may have written what this one can't read: then the form counts as over.
    Ok(kept.and_then(|kept| Some((kept.place, serde_json::from_slice(&kept.content).ok()?))))
}

pub async fn ended(visit: &Visit, form: &FormId) -> Result<Option<End>, Error> {
    let app = &visit.app;
    let how = patiently(visit, || form_steps::ended(&app.db.site, &app.secrets, form)).await.map_err(away)?;
    Ok(how.and_then(|how| End::parse(&how)))
}

/// Erases what the form stored. Drops the cookie, unless another form of this browser is still open; leaving a mailbox or erasing
/// its response ends all of them. Returns whether the form's address now tells how it ended.
pub async fn finish(
    visit: &Visit,
    response: &mut HttpResponse,
    form: Option<&FormId>,
    how: End,
) -> Result<bool, Error> {
    let erased = match holder(visit) {
        Some(holder) => tokio::time::timeout(ANSWERS_WITHIN, erase(visit, &holder, form, how)).await.ok(),
        None => None,
    };
    let erased = match erased {
        Some(Ok(erased)) => erased,
        Some(Err(error)) => {
            tracing::warn!(%error, "a finished form was not erased: it expires two hours after its last step");
            Erased::default()
        }
        None => Erased::default(),
    };
    if !erased.has_others {
        visit.drop_cookie(response)?;
    }
    Ok(erased.is_noted)
}

#[derive(Default)]
struct Erased {
    is_noted: bool,
    /// The cookie is still needed.
    has_others: bool,
}

async fn erase(visit: &Visit, holder: &Holder, form: Option<&FormId>, how: End) -> Result<Erased, KeepError> {
    let (site, secrets) = (&visit.app.db.site, &visit.app.secrets);
    let mut is_noted = false;
    if let Some(form) = form {
        // A form that was never stored needs no note: otherwise strangers could write any number of them.
        if form_steps::last(site, holder, form).await?.is_some() {
            form_steps::end(site, (secrets, holder), form, how.code(), visit.now).await?;
            is_noted = true;
        }
    }
    form_steps::forget(site, holder, Weight::Little).await?;
    // "I am finished" on a shared phone must leave nothing that opens again. What another tab has typed still stands in its page.
    if matches!(how, End::Left | End::Erased) {
        form_steps::forget(site, holder, Weight::Words).await?;
    }
    Ok(Erased { is_noted, has_others: form_steps::has_open_forms(site, holder).await? })
}

/// Erases every form of this browser, for the quick exit; waits one second at most.
pub async fn forget_all(visit: &Visit) {
    let Some(holder) = holder(visit) else { return };
    let site = &visit.app.db.site;
    let both = async {
        form_steps::forget(site, &holder, Weight::Words).await?;
        form_steps::forget(site, &holder, Weight::Little).await
    };
    if let Err(error) = within(Duration::from_secs(1), both).await {
        tracing::warn!(%error, "the quick exit erased nothing: forms expire two hours after their last step");
    }
}

/// Retries a broken connection for a GET, which has nothing else to show. A POST is not retried: its answer can carry the form
/// itself.
async fn patiently<T, Asked>(visit: &Visit, ask: impl Fn() -> Asked) -> Result<T, DbErr>
where
    Asked: Future<Output = Result<T, DbErr>>,
{
    let began = tokio::time::Instant::now();
    loop {
        let answer = within(ANSWERS_WITHIN, ask()).await;
        let may_wait = visit.request().method().is_safe() && began.elapsed() < ANSWERS_WITHIN;
        if answer.is_ok() || !may_wait {
            return answer;
        }
        tokio::time::sleep(BETWEEN_TRIES).await;
    }
}

fn holder(visit: &Visit) -> Option<Holder> {
    visit.cookie_secret().map(|cookie| Holder::of(&visit.app.secrets, &cookie))
}

fn away(error: DbErr) -> Error {
    Error::Unavailable(error.to_string())
}

//! The enquirer takes the photo off the site with the code on their paper: no question, no wait, one button. If the database is
//! unreachable, the photo is hidden on this replica and the withdrawal goes to the spool; the page says so.

use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Duration;

use super::code_gate::{self, Again, Params, Refused, Slip};
use super::kept::{self, End};
use super::portrait::{self, PictureSize, Portrait};
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::db::DbErr;
use crate::db::timeouts::within;
use crate::form_steps::{FormId, Weight};
use crate::publications::withdrawal_code::Withdrawal;
use crate::publications::{ending, spool};
use crate::sealing::{base64url, from_base64url};
use crate::web::carried::Carried;
use crate::web::{Error, Form, Received, Visit};

const HELD: Carried<Held> = Carried::new("withdraw", Duration::minutes(30), |held| held.issued_at);
/// How long a withdrawal waits for the database before the photo is hidden on this replica.
const ANSWERS_WITHIN: std::time::Duration = std::time::Duration::from_secs(5);
const CODE_PAGE: &str = "site/withdraw.html";

/// A code that was found, kept until the button is pressed.
#[derive(Serialize, Deserialize)]
struct Held {
    tag: String,
    issued_at: Moment,
}

impl Held {
    fn tag(&self) -> Option<[u8; 32]> {
        from_base64url(&self.tag).and_then(|tag| <[u8; 32]>::try_from(tag).ok())
    }
}

/// What is stored between the two steps.
#[derive(Serialize, Deserialize)]
enum Step {
    Asked(Again),
    Found(Held),
}

#[derive(Serialize)]
struct Confirm {
    withdrawal: String,
    form: String,
    is_without_cookie: bool,
    /// The photo that this code ends, while it is shown: a family may have several papers.
    photo: Option<Portrait>,
}

pub async fn ask(visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form(CODE_PAGE, visit.frame("withdraw"), &Params::default())
}

/// Shows a step that somebody comes back to, or reloads.
pub async fn step(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let form = FormId::parse(&path.1).ok_or(Error::NotFound)?;
    if let Some((_, kept)) = kept::last::<Step>(&visit, &form).await? {
        return show(&visit, &form, kept).await;
    }
    match kept::ended(&visit, &form).await? {
        Some(_) => removed(&visit),
        None => show(&visit, &form, Step::Asked(Again::over(""))).await,
    }
}

pub async fn check(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let again = |refused| settle(&visit, form, Step::Asked(Again::with(form, refused)));
    let pool = &visit.app.limits.withdrawals;
    let stretched = match code_gate::stretched::<Withdrawal>(&visit, &received, pool).await {
        Ok(stretched) => stretched,
        Err(refused) => return again(refused).await,
    };
    let keys = CodeKeys::from_stretched(&stretched).map_err(Error::internal)?;
    match within(ANSWERS_WITHIN, ending::is_withdrawal_code(&visit.app.db.site, &keys.tag)).await {
        Ok(true) => {}
        Ok(false) => {
            code_gate::count_miss(&visit).await;
            return again(Refused::Code(Slip::NoPhoto)).await;
        }
        // The replica knows the withdrawal codes of the photos that it shows.
        Err(_) if visit.app.catalogue.knows_withdrawal(&spool::hash_of(&keys.tag)) => {}
        Err(error) => {
            Error::Unavailable(error.to_string()).log();
            return again(Refused::Away).await;
        }
    }
    let held = Held { tag: base64url(&keys.tag), issued_at: visit.now };
    settle(&visit, form, Step::Found(held)).await
}

/// "Remove the photo now".
pub async fn remove(visit: Visit, received: Received) -> Result<HttpResponse, Error> {
    let form = &received.form;
    let held = HELD.take(&visit.app.secrets.site_tokens, form.text("withdrawal"), visit.now);
    let Some(held) = held.good() else {
        return settle(&visit, form, Step::Asked(Again::over(""))).await;
    };
    if !received.is_admitted {
        return confirm(&visit, &kept::form_of(form), &held, true).await;
    }
    let tag = held.tag().ok_or(Error::BadForm)?;
    // If the code has gone meanwhile, its photo has gone too.
    let written = within(ANSWERS_WITHIN, ending::withdraw_by_code(&visit.app.db.site, &tag, visit.now)).await;
    let is_hidden_here = match written {
        Ok(_) => {
            visit.app.refresh_catalogue().await;
            false
        }
        Err(error) => {
            hide_here(&visit, tag, error).await?;
            true
        }
    };
    let form = kept::form_of(form);
    let mut led = forgotten(visit.redirect(&format!("withdraw/{}", form.as_str())));
    // While the database is unreachable the end can't be stored, so this answer says it at once.
    if kept::finish(&visit, &mut led, Some(&form), End::Removed).await? && !is_hidden_here {
        return Ok(led);
    }
    let mut page = match is_hidden_here {
        true => forgotten(visit.show("site/withdraw_kept.html", visit.frame("withdraw"), &())?),
        false => removed(&visit)?,
    };
    visit.drop_cookie(&mut page)?;
    Ok(page)
}

async fn settle(visit: &Visit, form: &Form, kept: Step) -> Result<HttpResponse, Error> {
    let form = kept::form_of(form);
    let weight = if matches!(kept, Step::Found(_)) { Weight::Words } else { Weight::Little };
    match kept::keep_next(visit, &form, weight, &kept).await? {
        true => Ok(visit.redirect(&format!("withdraw/{}", form.as_str()))),
        false => show(visit, &form, kept).await,
    }
}

async fn show(visit: &Visit, form: &FormId, kept: Step) -> Result<HttpResponse, Error> {
    let again = match kept {
        Step::Asked(again) => again,
        Step::Found(held) if HELD.is_good(&held, visit.now) => {
            return confirm(visit, form, &held, false).await;
        }
        Step::Found(_) => Again::over(""),
    };
    let frame = visit.frame(&format!("withdraw/{}", form.as_str()));
    code_gate::refuse(visit, (CODE_PAGE, frame), form, again)
}

async fn confirm(
    visit: &Visit,
    form: &FormId,
    held: &Held,
    is_without_cookie: bool,
) -> Result<HttpResponse, Error> {
    let withdrawal = HELD.put(&visit.app.secrets.site_tokens, held)?;
    // The picture is only a help: without it, the photo can still be removed.
    let photo = match held.tag() {
        Some(tag) => {
            let asked = within(ANSWERS_WITHIN, ending::publication_with(&visit.app.db.site, &tag)).await;
            visit.app.catalogue.shown_with(asked.unwrap_or_default(), &spool::hash_of(&tag))
        }
        None => None,
    };
    let photo = photo.map(|photo| portrait::card(visit, &photo, PictureSize::Small));
    let data = Confirm { withdrawal, form: form.as_str().to_owned(), is_without_cookie, photo };
    let frame = visit.frame(&format!("withdraw/{}", form.as_str()));
    visit.show_form("site/withdraw_confirm.html", frame, &data)
}

fn removed(visit: &Visit) -> Result<HttpResponse, Error> {
    Ok(forgotten(visit.show("site/withdraw_done.html", visit.frame(&visit.here), &())?))
}

/// Clears the browser's cache, which may hold the photo's page for some minutes: the enquirer would see the photo once more.
fn forgotten(mut response: HttpResponse) -> HttpResponse {
    let cache = (HeaderName::from_static("clear-site-data"), HeaderValue::from_static("\"cache\""));
    response.headers_mut().insert(cache.0, cache.1);
    response
}

/// Writes the spool file first and hides the photo second: the page never confirms a withdrawal that isn't stored.
async fn hide_here(visit: &Visit, tag: [u8; 32], error: DbErr) -> Result<(), Error> {
    let app = &visit.app;
    let hash = spool::hash_of(&tag);
    if !app.catalogue.knows_withdrawal(&hash) {
        return Err(Error::Unavailable(error.to_string()));
    }
    let (folder, now) = (app.spool(), visit.now);
    let kept = tokio::task::spawn_blocking(move || spool::keep(&folder, &tag, now)).await;
    kept.map_err(Error::internal)?.map_err(|why| Error::Unavailable(format!("{error}; the spool: {why}")))?;
    app.catalogue.take_down(hash, now);
    tracing::warn!(%error, "the database is away: a photo is hidden on this replica alone until it is back");
    Ok(())
}

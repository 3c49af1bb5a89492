//! Reading on above the Society's ceiling: the page tells who met it whom they can ask, and lets a colleague with a fresh second
//! factor say that they may go on for an hour. Nobody says so for themselves.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::way_back::WayBack;
use crate::ids::StaffId;
use crate::staff::going_on::{self, GoingOnError};
use crate::staff::roles::{SignedIn, Vouch};
use crate::staff::{Member, Staff};
use crate::web::{Error, Fault, Form, Fresh, Typed, Visit};

const TEMPLATE: &str = "desk/going_on.html";

#[derive(Deserialize)]
pub struct Params {
    /// The page that was kept back.
    #[serde(default)]
    next: String,
    agreed: Option<String>,
}

#[derive(Serialize)]
struct Asking {
    id: StaffId,
    name: String,
    opened: String,
}

#[derive(Serialize)]
struct GoingOnPage {
    /// How many files were opened, and how many may be, in a sentence; none while there is room.
    reached: Option<String>,
    /// Until when a colleague lets this member go on.
    until: Option<String>,
    colleagues: Vec<String>,
    /// Where the member wanted to go; empty if they came by themselves.
    next: String,
    kept: String,
    asking: Vec<Asking>,
    has_agreed: bool,
    trouble: Option<String>,
}

pub async fn show(by: Staff<Vouch>, visit: Visit, asked: web::Query<Params>) -> Result<HttpResponse, Error> {
    let way = match asked.next.is_empty() {
        true => WayBack::with_kept(String::new(), String::new()),
        false => WayBack::parse(&asked.next, visit.app.pages.texts(), visit.lang),
    };
    let page = GoingOnPage { has_agreed: asked.agreed.is_some(), ..page(&visit, &by, &way).await? };
    visit.show_form(TEMPLATE, super::frame(&visit, &by, &visit.here), &page)
}

/// Answers a form that met the ceiling. What was typed is sealed in the page, and comes back with the way back.
pub async fn ask(
    request: &HttpRequest,
    by: &Member,
    (next, typed): (String, Typed),
) -> Result<HttpResponse, Error> {
    let visit = Visit::spoken(request, next.split('/').nth(1).unwrap_or_default())?;
    if typed.is_empty() {
        return Ok(visit.redirect(&format!("go-on?next={next}")));
    }
    let way = WayBack::with_kept(next, typed.sealed(&visit.app, by.id).unwrap_or_default());
    let page = page(&visit, by, &way).await?;
    visit.show_form(TEMPLATE, super::frame(&visit, by, "go-on"), &page)
}

/// A colleague lets another one go on for an hour.
pub async fn agree(Fresh { by, form }: Fresh<Staff<Vouch>>, visit: Visit) -> Result<HttpResponse, Error> {
    let whom = form.text("staff").parse().map_err(|_| Error::BadForm)?;
    let key = match going_on::agree(&visit.app.db.desk, &by, whom, visit.now).await {
        Ok(()) => return Ok(visit.redirect("go-on?agreed=1")),
        Err(GoingOnError::SamePerson) => "go-on-same-person",
        Err(GoingOnError::NotAsked) => "go-on-over",
        Err(GoingOnError::Key(error)) => return Err(error.into()),
        Err(GoingOnError::Audit(error)) => return Err(error.into()),
    };
    let nowhere = WayBack::with_kept(String::new(), String::new());
    let page = GoingOnPage { trouble: Some(visit.text(key)), ..page(&visit, &by, &nowhere).await? };
    visit.show_faults(TEMPLATE, super::frame(&visit, &by, "go-on"), None::<Fault>, &page)
}

/// Tries again what was kept back, with what was typed there.
pub async fn back(_: Staff<SignedIn>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    Ok(WayBack::of(&form, &visit).redirect())
}

async fn page(visit: &Visit, by: &Member, way: &WayBack) -> Result<GoingOnPage, Error> {
    let db = &visit.app.db.desk;
    let standing = going_on::standing(db, by, visit.now).await?;
    let is_reached = standing.until.is_none() && standing.opened >= standing.ceiling;
    let reached = || {
        let args = [("opened", standing.opened.into()), ("ceiling", standing.ceiling.into())];
        visit.app.pages.texts().get(visit.lang, "go-on-reached", &args)
    };
    let asking = going_on::asking(db, by, visit.now).await?;
    Ok(GoingOnPage {
        reached: is_reached.then(reached),
        until: standing.until.map(|until| until.minute_text()),
        colleagues: if is_reached { going_on::colleagues(db, by).await? } else { Vec::new() },
        next: way.path().to_owned(),
        kept: way.kept().to_owned(),
        asking: asking
            .into_iter()
            .map(|one| Asking {
                id: one.staff,
                name: one.name,
                opened: visit.counted("go-on-opened", i64::try_from(one.opened).unwrap_or(i64::MAX)),
            })
            .collect(),
        has_agreed: false,
        trouble: None,
    })
}

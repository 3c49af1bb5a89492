//! The rota's page: a Society's administrators list the addresses that get a mail when work waits. Invariant: a mail contains
//! nothing about any person.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::parts::{Choice, choice};
use crate::clock::Moment;
use crate::i18n::Audience;
use crate::promise::DAYS;
use crate::staff::Staff;
use crate::staff::roles::Administer;
use crate::telling::entity;
use crate::telling::rota::{self, NewAddress, RotaError, Way};
use crate::telling::rule::Hours;
use crate::web::record::id_in;
use crate::web::{Error, Fault, Fresh, Visit};

const TEMPLATE: &str = "desk/rota.html";
const HERE: &str = "rota";

#[derive(Default, Deserialize)]
pub struct Params {
    #[serde(default)]
    done: String,
}

/// One address, in words.
#[derive(Serialize)]
struct Line {
    href: String,
    address: String,
    days: String,
    is_always_on_call: bool,
    language: String,
    /// The delivery state, as far as it is known: whether mails arrive.
    state: &'static str,
    tone: &'static str,
    told: Option<String>,
}

#[derive(Serialize)]
struct RotaPage {
    lines: Vec<Line>,
    days: Vec<Choice>,
    languages: Vec<Choice>,
    usual_days: Vec<&'static str>,
    /// The key of the text about the last action.
    done: Option<&'static str>,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let done = match asked.done.as_str() {
        "added" => Some("rota-done-added"),
        "tested" => Some("rota-done-tested"),
        "removed" => Some("rota-done-removed"),
        _ => None,
    };
    let page = RotaPage { done, ..page(&by, &visit).await? };
    // An empty form is filled with the usual choices.
    let mut frame = super::frame(&visit, &by, HERE).answer("language", visit.lang.code());
    for day in &page.usual_days {
        frame = frame.answer("days", *day);
    }
    visit.show_form(TEMPLATE, frame, &page)
}

pub async fn add(Fresh { by, form }: Fresh<Staff<Administer>>, visit: Visit) -> Result<HttpResponse, Error> {
    let chosen = form.all("days");
    let new = NewAddress {
        address: form.text("address"),
        language: visit
            .app
            .pages
            .texts()
            .language(Audience::Staff, form.text("language"))
            .unwrap_or(visit.lang)
            .code(),
        hours: Hours {
            days: DAYS.map(|day| chosen.contains(&day)),
            is_always_on_call: form.has("is_always_on_call"),
        },
    };
    let fault = match rota::add(&visit.app.db.desk, (by.society, by.id), new, visit.now).await {
        Ok(()) => return Ok(visit.redirect(&format!("{HERE}?done=added"))),
        Err(RotaError::NotAnAddress) => Fault { field: "address", key: "rota-address-wrong" },
        Err(RotaError::Known) => Fault { field: "address", key: "rota-address-known" },
        Err(RotaError::Full) => Fault { field: "address", key: "rota-full" },
        Err(RotaError::Never) => Fault { field: "days", key: "rota-days-missing" },
        Err(other) => return Err(other.into()),
    };
    let typed = form.answers().filter(|(name, _)| *name != "csrf");
    let frame = super::frame(&visit, &by, HERE);
    let frame = typed.fold(frame, |frame, (name, value)| frame.answer(name, value));
    visit.show_faults(TEMPLATE, frame, [fault], &page(&by, &visit).await?)
}

/// Sends the first message to one address again.
pub async fn test(
    Fresh { by, .. }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    rota::test(&visit.app.db.desk, by.society, id_in(&path)?).await?;
    Ok(visit.redirect(&format!("{HERE}?done=tested")))
}

pub async fn remove(
    Fresh { by, .. }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    rota::remove(&visit.app.db.desk, (by.society, by.id), id_in(&path)?, visit.now).await?;
    Ok(visit.redirect(&format!("{HERE}?done=removed")))
}

async fn page(by: &Staff<Administer>, visit: &Visit) -> Result<RotaPage, Error> {
    let rows = rota::of_society(&visit.app.db.desk, by.society).await?;
    let languages = visit.app.pages.texts().languages(Audience::Staff).iter();
    let works_on = visit.app.config.promise.calendar.works_on;
    Ok(RotaPage {
        lines: rows.iter().map(|row| line(visit, row)).collect(),
        days: DAYS.map(|day| choice(visit, day, &format!("rota-day-{day}"))).into(),
        languages: languages.map(|lang| Choice::named(lang.code(), lang.own_name())).collect(),
        usual_days: DAYS.into_iter().zip(works_on).filter_map(|(day, is_on)| is_on.then_some(day)).collect(),
        done: None,
    })
}

fn line(visit: &Visit, row: &entity::Model) -> Line {
    let hours = row.hours();
    let is_webhook = row.way == Some(Way::Webhook);
    let days = DAYS.into_iter().zip(hours.days).filter_map(|(day, is_on)| is_on.then_some(day));
    let days: Vec<String> = days.map(|day| visit.text(&format!("rota-day-{day}"))).collect();
    let (state, tone) = match (row.tries, row.told_at) {
        (1.., _) => ("rota-state-failing", "danger"),
        (_, Some(_)) => ("rota-state-works", "good"),
        _ => ("rota-state-untold", "warn"),
    };
    Line {
        href: if is_webhook { String::new() } else { format!("/{}/{HERE}/{}", visit.lang, row.id) },
        address: if is_webhook { visit.text("rota-webhook") } else { row.address.clone() },
        days: if hours == Hours::ALWAYS { visit.text("rota-every-day") } else { days.join(" · ") },
        is_always_on_call: hours.is_always_on_call,
        language: visit.app.pages.texts().own_name(&row.language),
        state,
        tone,
        told: row.told_at.map(|at| Moment(at).minute_text()),
    }
}

//! The pages that explain: safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for
//! children. The same for everyone, so they are cached and set no cookie.

use actix_web::HttpResponse;

use crate::web::visit::cached_for;
use crate::web::{Error, Visit};

const CACHED_FOR: u32 = 3600;

pub async fn safety(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/safety.html", "safety")
}

pub async fn scams(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/scams.html", "scams")
}

pub async fn clear(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/clear.html", "clear")
}

pub async fn questions(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/questions.html", "questions")
}

pub async fn privacy(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/privacy.html", "privacy")
}

pub async fn help(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/help.html", "help")
}

pub async fn about(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/about.html", "about")
}

pub async fn children(visit: Visit) -> Result<HttpResponse, Error> {
    show(&visit, "site/children.html", "children")
}

fn show(visit: &Visit, template: &str, path: &str) -> Result<HttpResponse, Error> {
    Ok(cached_for(visit.show(template, visit.frame(path), &())?, CACHED_FOR))
}

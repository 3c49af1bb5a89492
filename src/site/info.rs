//! The explaining pages: safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for children.
//! They are the same for everyone, so they are cached and set no cookie.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::config::Config;
use crate::web::visit::{cached_for, findable};
use crate::web::{Error, Visit};

/// The page's paths, as a route's pattern; each path names its template.
pub const PAGES: &str = "safety|scams|clear|privacy|help|questions|about|children";
const CACHED_FOR: u32 = 3600;

pub async fn show(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let page = &path.1;
    let response =
        visit.show(&format!("site/{page}.html"), visit.frame(page), &Times::of(&visit.app.config))?;
    Ok(findable(cached_for(response, CACHED_FOR)))
}

/// The retention times, so that the privacy page tells the true ones.
#[derive(Serialize)]
struct Times {
    closed_response_days: i64,
    helped_response_days: i64,
    private_part_days: i64,
    consent_months: u8,
}

impl Times {
    fn of(config: &Config) -> Times {
        Times {
            closed_response_days: config.kept.closed_response.whole_days(),
            helped_response_days: config.kept.helped_response.whole_days(),
            private_part_days: config.kept.private_part.whole_days(),
            consent_months: config.kept.consent_months,
        }
    }
}

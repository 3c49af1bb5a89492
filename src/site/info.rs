//! The pages that explain: safety, false helpers, clearing a phone, privacy, help, questions, about, and the note for
//! children. The same for everyone, so they are cached and set no cookie.

use actix_web::{HttpResponse, web};

use crate::web::visit::cached_for;
use crate::web::{Error, Visit};

/// A path each, as a route's pattern has them; each names its template.
pub const PAGES: &str = "safety|scams|clear|privacy|help|questions|about|children";
const CACHED_FOR: u32 = 3600;

pub async fn show(visit: Visit, path: web::Path<(String, String)>) -> Result<HttpResponse, Error> {
    let page = &path.1;
    let response = visit.show(&format!("site/{page}.html"), visit.frame(page), &())?;
    Ok(cached_for(response, CACHED_FOR))
}

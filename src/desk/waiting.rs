//! What waits for whoever has a page of the desk open: the page asks every half minute, and its title tells. Invariant: asking is no
//! sign of life.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::staff::Staff;
use crate::staff::roles::SignedIn;
use crate::web::work::{Unattended, Work};
use crate::web::{Error, Visit};

/// A place of the menu without a count is not there.
#[derive(Serialize)]
struct Counts {
    all: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    queue: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reviews: Option<u64>,
}

pub async fn counts(
    Unattended(by): Unattended<Staff<SignedIn>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let work = Work::of(&visit.app, &by).await?;
    let counts = Counts { all: work.all(), queue: work.responses, reviews: work.reviews };
    Ok(HttpResponse::Ok().json(counts))
}

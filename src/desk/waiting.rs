//! The count of waiting work, for an open page of the desk: the page polls every half minute and shows it in its title.
//! Invariant: polling does not keep a session alive.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::staff::Staff;
use crate::staff::roles::SignedIn;
use crate::web::work::{Unattended, Work};
use crate::web::{Error, Visit};

/// A menu entry without a count is left out.
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

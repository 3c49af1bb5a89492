//! One log line per request: method, route pattern, status, time. Invariant: never an address, a query, a form's value, a photo
//! number or a code; the pattern replaces the path.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web;
use std::time::Instant;

use super::page::Side;
use crate::app::App;

pub async fn each_request<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let began = Instant::now();
    let method = request.method().clone();
    let response = next.call(request).await?;
    let pattern = response.request().match_pattern().unwrap_or_else(|| "(none)".to_owned());
    let (took, status) = (began.elapsed(), response.status().as_u16());
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route = %pattern, status, milliseconds, "request");
    if let Some(app) = response.request().app_data::<web::Data<App>>() {
        let is_desk = response.request().app_data::<Side>() == Some(&Side::Desk);
        app.metrics.request(if is_desk { "desk" } else { "site" }, pattern, status, took);
    }
    Ok(response)
}

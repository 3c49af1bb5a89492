//! One line for each request: method, route pattern, status, time. Never an address, a query, a form's value, a photo
//! number or a code: the pattern stands for the path.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use std::time::Instant;

pub async fn each_request<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let began = Instant::now();
    let method = request.method().clone();
    let response = next.call(request).await?;
    let pattern = response.request().match_pattern().unwrap_or_else(|| "(none)".to_owned());
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(%method, route = %pattern, status = response.status().as_u16(), milliseconds, "request");
    Ok(response)
}

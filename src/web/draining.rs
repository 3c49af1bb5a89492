//! A process that was told to end: it says so at `/readyz`, so that the proxy sends new visitors to the others, and goes on
//! serving meanwhile. Each answer closes its connection, so that none is open when the doors close.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::ConnectionType;
use actix_web::middleware::Next;
use actix_web::{Error, web};
use std::sync::Arc;
use tokio::sync::watch;

#[derive(Clone)]
pub struct Draining(Arc<watch::Sender<bool>>);

impl Default for Draining {
    fn default() -> Self {
        Draining(Arc::new(watch::Sender::new(false)))
    }
}

impl Draining {
    pub fn begin(&self) {
        self.0.send_replace(true);
    }

    pub fn has_begun(&self) -> bool {
        *self.0.borrow()
    }

    /// Waits until it begins.
    pub async fn begun(&self) {
        // It fails only when nobody can begin it any more, and `self` could.
        let _ = self.0.subscribe().wait_for(|has_begun| *has_begun).await;
    }
}

pub async fn close<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let is_last = request.app_data::<web::Data<Draining>>().is_some_and(|draining| draining.has_begun());
    let mut response = next.call(request).await?;
    if is_last {
        response.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(response)
}

//! Draining: a process that was told to stop. `/readyz` fails, so that the proxy sends new visitors to other replicas, while this
//! process goes on serving. Each answer closes its connection, so that none is open when the listeners close.

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

    /// Waits until draining begins.
    pub async fn begun(&self) {
        // It fails only if the sender is dropped, and `self` has one.
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

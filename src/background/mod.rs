//! The loops beside the requests: each process keeps its own memory and files up to date. They hold no lease, because every
//! process must run them; what only one may do is a job (`jobs/`).

mod catalogue;
mod certificates;
mod code_stock;
mod limits;
mod proofs;
mod withdrawals;

use std::sync::Arc;
use tokio::task::JoinHandle;

use crate::app::App;
use crate::config::Zone;

/// Starts the loops that this process needs in its zone. They run until they are aborted.
pub fn start(app: &Arc<App>) -> Vec<JoinHandle<()>> {
    let zone = app.config.zone;
    let mut loops = vec![tokio::spawn(limits::forget_expired(app.clone()))];
    if zone != Zone::Jobs {
        loops.push(tokio::spawn(catalogue::watch(app.clone())));
        loops.push(tokio::spawn(limits::watch(app.clone())));
    }
    if zone.has_desk() {
        loops.push(tokio::spawn(proofs::follow(app.clone())));
        loops.push(tokio::spawn(certificates::watch(app.clone())));
    }
    if zone.has_site() {
        loops.push(tokio::spawn(withdrawals::send(app.clone())));
        loops.push(tokio::spawn(code_stock::fill(app.clone())));
    }
    loops
}

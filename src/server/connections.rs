//! Limits how many connections to a face one network may hold if it connects directly. Above the limit, the connection that has
//! been silent longest is closed, so that the newest is served. Connections from a trusted proxy are not counted: there, the
//! proxy sets the limit.

use actix_web::dev::{Extensions, ServiceRequest};
use actix_web::rt::net::TcpStream;
use ipnet::IpNet;
use rustix::net::{Shutdown, shutdown};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::rate_limits::Subject;
use crate::web::client;

/// Enough for the connections of both sides, a second handle for each direct one, files and the database.
const OPEN_FILES: u64 = 16 * 1024;

#[derive(Debug)]
pub struct Connections {
    trusted_proxies: Vec<IpNet>,
    most: usize,
    open: Mutex<HashMap<Subject, Network>>,
    shut: Arc<AtomicU64>,
}

/// Its connections, ordered by their last sign of life.
#[derive(Debug, Default)]
struct Network {
    next: u64,
    open: BTreeMap<u64, OwnedFd>,
}

/// Counts one connection while it exists.
struct Counted {
    of: Arc<Connections>,
    network: Subject,
    place: Mutex<u64>,
}

impl Connections {
    pub fn new(trusted_proxies: Vec<IpNet>, most: usize, shut: Arc<AtomicU64>) -> Arc<Connections> {
        Arc::new(Connections { trusted_proxies, most, open: Mutex::default(), shut })
    }

    /// Called for each new connection, before anything is read from it.
    pub fn begins(self: &Arc<Self>, connection: &dyn Any, data: &mut Extensions) {
        let Some(stream) = connection.downcast_ref::<TcpStream>() else { return };
        let Ok(peer) = stream.peer_addr() else { return };
        if client::is_trusted(peer.ip(), &self.trusted_proxies) {
            return;
        }
        let Ok(handle) = rustix::io::dup(stream) else { return };
        let network = Subject::network(peer.ip());
        let mut networks = self.networks();
        let here = networks.entry(network).or_default();
        if here.open.len() >= self.most
            && let Some((_, silent)) = here.open.pop_first()
        {
            let _ = shutdown(&silent, Shutdown::Both);
            self.shut.fetch_add(1, Ordering::Relaxed);
        }
        let place = here.takes_place(handle);
        drop(networks);
        data.insert(Counted { of: self.clone(), network, place: Mutex::new(place) });
    }

    fn networks(&self) -> MutexGuard<'_, HashMap<Subject, Network>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Network {
    fn takes_place(&mut self, handle: OwnedFd) -> u64 {
        let place = self.next;
        self.next += 1;
        self.open.insert(place, handle);
        place
    }
}

/// Called for each request: it is a sign of life.
pub fn asked(request: &ServiceRequest) {
    let Some(counted) = request.request().conn_data::<Counted>() else { return };
    let mut networks = counted.of.networks();
    let mut place = counted.place.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(here) = networks.get_mut(&counted.network)
        && let Some(handle) = here.open.remove(&place)
    {
        *place = here.takes_place(handle);
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut networks = self.of.networks();
        let place = *self.place.get_mut().unwrap_or_else(PoisonError::into_inner);
        if let Some(here) = networks.get_mut(&self.network) {
            here.open.remove(&place);
            if here.open.is_empty() {
                networks.remove(&self.network);
            }
        }
    }
}

/// Raises the limit of open files, up to what the connections may need. The usual default, 1,024, is less than one side's
/// connections.
pub fn ask_for_open_files() {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit.maximum.map_or(OPEN_FILES, |most| most.min(OPEN_FILES));
    if limit.current.is_some_and(|now| now < wanted) {
        let raised = setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), maximum: limit.maximum });
        if let Err(error) = raised {
            tracing::warn!(%error, ?limit.current, "no more open files: fewer connections are served at once");
        }
    }
}

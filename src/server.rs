//! The two sides as actix servers, together or each in a process of its own: the order of the middleware, the background tasks,
//! and the start and stop of everything.

mod connections;
mod figures;

use actix_web::body::MessageBody;
use actix_web::dev::{ServerHandle, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Condition, Next, from_fn};
use actix_web::{App as Actix, HttpRequest, HttpResponse, HttpServer, web};
use futures_util::future::select_all;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::signal::unix::{Signal, SignalKind, signal};

use connections::Connections;

use crate::app::{App, StartError};
use crate::config::Zone;
use crate::photos::worker::Lacking;
use crate::proofs::Proofs;
use crate::publications::certifying::older;
use crate::publications::spool;
use crate::secrets::desk_keys::{self, DeskKey};
use crate::stretching::LEAST_MEMORY_KIB;
use crate::web::draining::{self, Draining};
use crate::web::{
    Error, Side, addresses, clearing, error_page, gate, headers, packing, seen, static_files, well_known,
};
use crate::{background, db, desk, jobs, older_rows, site, societies};

/// The limit of connections per face, over all its workers. A connection that sends its headers slowly may use 128 KiB.
const MOST_CONNECTIONS: usize = 2560;
/// How many of these one network may hold if it connects directly, without a proxy.
const MOST_OF_A_NETWORK: usize = MOST_CONNECTIONS / 4;
/// The keep-alive of an idle connection. A proxy's must be shorter, or its next request meets a closed connection.
const KEPT_OPEN_FOR: Duration = Duration::from_secs(15);
/// The blocking threads of each worker, for work such as reading files: a crowd must not start any number of them.
const MOST_BESIDE: usize = 32;
/// The seconds that a stop waits for running requests.
const STOP_FOR: u64 = 30;

/// What `serve` checks before it listens.
pub async fn check(app: &App) -> Result<(), StartError> {
    if app.db.has_pending_migrations().await? {
        return Err(StartError::PendingMigrations);
    }
    if app.config.code_memory_kib < LEAST_MEMORY_KIB {
        return Err(StartError::CheapCodes(app.config.code_memory_kib));
    }
    let (zone, is_one_zone_fine) = (app.config.zone, app.config.is_single_zone_accepted);
    let has_several = zone.has_desk() && !is_one_zone_fine && societies::count(&app.db.desk).await? > 1;
    if zone == Zone::Both && has_several {
        return Err(StartError::SingleZone);
    }
    if zone.has_desk() && !db::is_sqlite(&app.db.desk) {
        match db::isolation::has_walls(&app.db.desk).await? {
            true if app.config.jobs_database_url == app.config.database_url => {
                return Err(StartError::JobsBehindWalls);
            }
            false if has_several => return Err(StartError::NoWalls),
            _ => {}
        }
    }
    let has_desk_rights = app.config.site_database_url == app.config.database_url;
    if zone == Zone::Site && !app.catalogue.knows_a_desk() {
        return Err(StartError::NoDeskKey);
    }
    if zone == Zone::Site && has_desk_rights && !db::is_sqlite(&app.db.site) {
        return Err(StartError::SiteWithDeskRights);
    }
    if !zone.is_trusted() {
        return Ok(app.blobs.check_reading().await?);
    }
    app.blobs.check().await?;
    if !zone.has_desk() {
        return Ok(());
    }
    let lacking = app.limits.photos.check().await?;
    if lacking != Lacking::default() {
        tracing::warn!("this kernel lacks {lacking}: photos are read in a sandbox with fewer walls");
    }
    Ok(())
}

/// The running servers of this process. Dropping it does not stop them; [`Running::stop`] does.
pub struct Running {
    addresses: Vec<(Side, SocketAddr)>,
    figures: Option<SocketAddr>,
    handles: Vec<ServerHandle>,
    draining: Draining,
    drains_for: Duration,
    beside: Vec<tokio::task::JoinHandle<()>>,
    timetable: Option<tokio::task::JoinHandle<()>>,
    proofs: Proofs,
    ended: Vec<tokio::task::JoinHandle<std::io::Result<()>>>,
}

impl Running {
    /// The address of a face, if this process serves it.
    pub fn address(&self, face: Side) -> Option<SocketAddr> {
        self.addresses.iter().find(|(one, _)| *one == face).map(|(_, address)| *address)
    }

    /// The address of the metrics, if they are served.
    pub fn figures(&self) -> Option<SocketAddr> {
        self.figures
    }

    /// Lets running requests and jobs finish, then ends.
    pub async fn stop(self) {
        self.close(true).await;
    }

    async fn close(self, is_graceful: bool) {
        self.draining.begin();
        for handle in &self.handles {
            handle.stop(is_graceful).await;
        }
        for server in self.ended {
            let _ = server.await;
        }
        if let (Some(timetable), true) = (self.timetable, is_graceful) {
            let _ = tokio::time::timeout(Duration::from_secs(STOP_FOR), timetable).await;
        }
        for task in &self.beside {
            task.abort();
        }
        if let Err(error) = self.proofs.save() {
            tracing::error!(%error, "what this host has seen of the audit chains is not kept");
        }
    }

    /// Runs until this process is told to end. SIGTERM comes from a supervisor that starts another process: first the proxy gets
    /// time to notice that this one is leaving. SIGHUP does the same, since settings are only read at the start. Ctrl-C comes
    /// from somebody who is waiting, so it stops at once.
    pub async fn until(mut self, mut signals: Signals) -> std::io::Result<()> {
        let served = select_all(self.ended.drain(..).chain([tokio::spawn(std::future::pending())]));
        tokio::select! {
            () = Signals::told_to_leave(&mut signals.terminate, &mut signals.hang_up) => {
                tracing::info!(drains_for = ?self.drains_for, "told to end: /readyz fails now, open requests are finished");
                self.draining.begin();
                if !self.handles.is_empty() {
                    tokio::time::sleep(self.drains_for).await;
                }
                self.close(true).await;
                Ok(())
            }
            _ = signals.interrupt.recv() => {
                self.close(false).await;
                Ok(())
            }
            (ended, ..) = served => ended.map_err(std::io::Error::other)?,
        }
    }
}

/// The signals that end a process. It listens for them before it reports that it is ready.
pub struct Signals {
    terminate: Signal,
    hang_up: Signal,
    interrupt: Signal,
}

impl Signals {
    pub fn listen() -> std::io::Result<Signals> {
        Ok(Signals {
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
            interrupt: signal(SignalKind::interrupt())?,
        })
    }

    async fn told_to_leave(terminate: &mut Signal, hang_up: &mut Signal) {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = hang_up.recv() => {}
        }
    }
}

/// Serves the faces on listeners that are already bound, and starts this process's background tasks.
pub async fn start(app: Arc<App>, listeners: Vec<(Side, TcpListener)>) -> Result<Running, StartError> {
    let zone = app.config.zone;
    connections::ask_for_open_files();
    if zone.has_site() {
        // Before the faces are served: a photo that was confirmed as hidden must not show again here.
        for (tag, _) in spool::waiting(&app.spool())? {
            app.catalogue.take_down(spool::hash_of(&tag), app.clock.now());
        }
    }
    let is_new_here = app.catalogue.is_new_here();
    if zone != Zone::Jobs {
        app.catalogue.refresh(&app.db.site, app.clock.now()).await?;
        app.directory.listed(&app.db.site).await?;
        app.limits.rates.meet().await;
    }
    if zone.has_desk() {
        older_rows::meet(&app.db.desk, &app.secrets.proofs, app.clock.now()).await?;
        app.secrets.proofs.save()?;
        // A process of the site on this host knows the desk by this file.
        let own = DeskKey(app.secrets.proofs.countersigner().public());
        desk_keys::add(&app.config.desk_key_file, &own).map_err(StartError::DeskKeys)?;
        let with = (&app.secrets.proofs, &app.catalogue);
        if older::meet(&app.db.desk, with, is_new_here, app.clock.now()).await? > 0 {
            app.catalogue.refresh(&app.db.site, app.clock.now()).await?;
        }
    }
    let (draining, drains_for) = (Draining::default(), app.config.drains_for);
    let (mut addresses, mut servers) = (Vec::new(), Vec::new());
    for (one, listener) in listeners {
        addresses.push((one, listener.local_addr()?));
        servers.push(face(app.clone(), one, listener, draining.clone())?);
    }
    let (mut figures, mut beside) = (None, Vec::new());
    if let Some(address) = app.config.metrics_listen {
        let listener = TcpListener::bind(address)
            .map_err(|error| StartError::Listen(address, error, "metrics_listen"))?;
        figures = Some(listener.local_addr()?);
        servers.push(figures::server(app.clone(), listener)?);
        beside.push(tokio::spawn(figures::watch(app.clone(), draining.clone())));
    }
    beside.extend(background::start(&app));
    let handles = servers.iter().map(actix_web::dev::Server::handle).collect();
    let proofs = app.secrets.proofs.clone();
    let timetable = zone.is_trusted().then(|| tokio::spawn(jobs::timetable(app, draining.clone())));
    let ended = servers.into_iter().map(tokio::spawn).collect();
    Ok(Running { addresses, figures, handles, draining, drains_for, beside, timetable, proofs, ended })
}

fn face(
    app: Arc<App>,
    face: Side,
    listener: TcpListener,
    draining: Draining,
) -> Result<actix_web::dev::Server, StartError> {
    let (is_https, slow_for) = (app.config.is_https(), app.config.slow_for);
    // Connections inherit this timeout: the system closes one whose client stops receiving.
    let milliseconds = u32::try_from(slow_for.as_millis()).unwrap_or(u32::MAX);
    rustix::net::sockopt::set_tcp_user_timeout(&listener, milliseconds).map_err(std::io::Error::from)?;
    let workers = std::thread::available_parallelism().map_or(2, usize::from).min(8);
    let shut = app.metrics.connections_shut();
    let connections = Connections::new(app.config.trusted_proxies.clone(), MOST_OF_A_NETWORK, shut);
    let (data, draining) = (web::Data::from(app), web::Data::new(draining));
    let server = HttpServer::new(move || {
        Actix::new()
            .app_data(data.clone())
            .app_data(draining.clone())
            .app_data(face)
            .wrap(Condition::new(face == Side::Desk, from_fn(desk::keeping::keep)))
            .wrap(from_fn(at_the_door))
            .app_data(web::QueryConfig::default().error_handler(|_, _| Error::BadAddress.into()))
            .wrap(from_fn(error_page::show))
            .wrap(from_fn(addresses::lead))
            .wrap(Condition::new(face == Side::Site, from_fn(packing::pack)))
            .wrap(Condition::new(face == Side::Desk, from_fn(packing::pad)))
            .wrap(from_fn(gate::check))
            .wrap(from_fn(move |request, next| headers::add(is_https, request, next)))
            .wrap(from_fn(crate::web::log::each_request))
            .wrap(from_fn(draining::close))
            .route("/healthz", seen().to(healthy))
            .route("/readyz", seen().to(ready))
            .route(static_files::ROUTE, seen().to(static_files::file))
            .route(clearing::PICTURE, seen().to(clearing::picture))
            .configure(well_known::routes)
            .configure(|config| match face {
                Side::Site => site::routes(config),
                Side::Desk => desk::routes(config),
            })
            .default_service(web::to(no_such_page))
    });
    Ok(server
        .on_connect(move |connection, data| connections.begins(connection, data))
        .client_request_timeout(slow_for)
        .max_connections(MOST_CONNECTIONS / workers)
        .worker_max_blocking_threads(MOST_BESIDE)
        .keep_alive(KEPT_OPEN_FOR)
        // Headers and body are written separately. Without this, the second write waits for the first one's acknowledgement, 40
        // ms or more.
        .tcp_nodelay(true)
        .disable_signals()
        .shutdown_timeout(STOP_FOR)
        .workers(workers)
        .listen(listener)?
        .run())
}

/// Runs each request without a Society until its session is found (`db/isolation.rs`).
async fn at_the_door(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    connections::asked(&request);
    db::isolation::at_the_door(next.call(request)).await
}

async fn healthy() -> &'static str {
    "ok"
}

/// The site is ready while its catalogue is trusted, with or without a database: if it were not, no replica would get requests,
/// and photos and directory would be unreachable. The desk needs its database.
async fn ready(app: web::Data<App>, draining: web::Data<Draining>, request: HttpRequest) -> HttpResponse {
    let is_site = request.app_data::<Side>() == Some(&Side::Site);
    if is_ready(&app, &draining, is_site || app.db.answers().await) {
        HttpResponse::Ok().body("ready")
    } else {
        HttpResponse::ServiceUnavailable().body("not ready")
    }
}

fn is_ready(app: &App, draining: &Draining, has_its_database: bool) -> bool {
    !draining.has_begun() && has_its_database && app.catalogue.is_confirmed(app.clock.now())
}

async fn no_such_page(_: HttpRequest) -> Result<HttpResponse, Error> {
    Err(Error::NotFound)
}

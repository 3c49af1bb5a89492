//! Serves metrics to monitoring, at an address of its own. They are collected in the background every few seconds, so that a
//! scrape costs nothing. The site's process has no metrics about the queue.

use actix_web::dev::Server;
use actix_web::http::header;
use actix_web::{App as Actix, HttpResponse, HttpServer, web};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::is_ready;
use crate::app::App;
use crate::holdings::strays;
use crate::metrics::{CONTENT_TYPE, Figure, in_steps};
use crate::proofs;
use crate::rate_limits::Sharing;
use crate::responses::waiting;
use crate::societies::exchanged;
use crate::staff::going_on;
use crate::web::draining::Draining;
use crate::{publications, responses, telling};

const LOOKED_UP_EVERY: Duration = Duration::from_secs(5);
/// What doesn't answer within this time counts as unreachable.
const ANSWERS_WITHIN: Duration = Duration::from_secs(3);
/// One or two monitoring systems connect, so few connections are enough.
const MOST_CONNECTIONS: usize = 16;

pub fn server(app: Arc<App>, listener: TcpListener) -> std::io::Result<Server> {
    let data = web::Data::from(app);
    let server =
        HttpServer::new(move || Actix::new().app_data(data.clone()).route("/metrics", web::get().to(tell)));
    Ok(server.workers(1).max_connections(MOST_CONNECTIONS).disable_signals().listen(listener)?.run())
}

async fn tell(app: web::Data<App>) -> HttpResponse {
    match app.metrics.text() {
        Ok(text) => HttpResponse::Ok()
            .insert_header((header::CONTENT_TYPE, CONTENT_TYPE))
            .insert_header((header::CACHE_CONTROL, "no-store"))
            .body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

/// Collects the metrics for as long as the process lives.
pub async fn watch(app: Arc<App>, draining: Draining) {
    loop {
        let mut figures = of_the_process(&app).await;
        figures.extend(of_the_database(&app, &draining).await);
        app.metrics.look_up(figures);
        tokio::time::sleep(LOOKED_UP_EVERY).await;
    }
}

async fn of_the_process(app: &App) -> Vec<Figure> {
    let (limits, now) = (&app.limits, app.clock.now());
    let mut out = vec![
        Figure::so_far("photo_worker_losses", "Processes for photos that were lost", limits.photos.lost()),
        Figure::so_far(
            "forms_refused",
            "Forms that were refused or dropped because the memory for forms was full",
            limits.forms.refused(),
        ),
        Figure::so_far(
            "connections_shut",
            "Silent connections that were shut because their network had too many",
            app.metrics.connections_shut().load(Ordering::Relaxed),
        ),
        Figure::so_far("store_errors", "Requests to the bucket that failed", app.blobs.errors()),
    ];
    if app.config.zone.has_site() {
        out.push(Figure::now(
            "codes_ready",
            "Short receipt codes that lie ready",
            limits.codes.ready() as f64,
        ));
        out.push(Figure::so_far(
            "codes_long",
            "Long receipt codes that were given, in steps of five",
            in_steps(limits.codes.long_given()),
        ));
    }
    for (pool, waits, refusals) in [
        (&limits.sign_in, "sign_in_waits", "sign_in_pool_refusals"),
        (&limits.sign_in_again, "sign_in_again_waits", "sign_in_again_pool_refusals"),
        (&limits.look_ups, "code_waits", "code_pool_refusals"),
        (&limits.withdrawals, "withdrawal_waits", "withdrawal_pool_refusals"),
    ] {
        let (waited, refused) = (pool.waited.load(Ordering::Relaxed), pool.refused.load(Ordering::Relaxed));
        out.push(Figure::so_far(waits, "Passwords or codes that waited for their turn", waited));
        out.push(Figure::so_far(refusals, "Passwords or codes that waited in vain", refused));
    }
    if let Some(confirmed_at) = app.catalogue.confirmed_at() {
        let age = now.since(confirmed_at).as_seconds_f64();
        out.push(Figure::now(
            "catalogue_age_seconds",
            "Seconds since the database last confirmed the catalogue",
            age,
        ));
    }
    out.push(Figure::of_people(
        "case_keys_exchanged",
        "Cases whose public key was replaced while this process ran, in steps of five",
        app.catalogue.exchanged_keys(),
    ));
    out.push(Figure::now(
        "photos_withheld",
        "Live rows that are not shown, since no certificate covers them",
        app.catalogue.withheld() as f64,
    ));
    out.push(Figure::now(
        "photos_altered",
        "Live rows that say something else than their certificate, which is shown",
        app.catalogue.altered() as f64,
    ));
    if app.config.zone.has_desk() {
        let refused = app.secrets.proofs.chains_refused() as f64;
        out.push(Figure::now(
            "chains_refused",
            "Audit chains that end before what this host has seen, or differ from it",
            refused,
        ));
    }
    if let Some(photos) = app.catalogue.count(now) {
        out.push(Figure::of_people("photos_live", "Photos that the site shows, in steps of five", photos));
    }
    out.push(Figure::now(
        "pages_ready",
        "Pages of the gallery that lie ready",
        app.page_cache.count() as f64,
    ));
    if let Some(percent) = app.blobs.free_percent() {
        out.push(Figure::now("disk_free_percent", "Free room for pictures", percent.into()));
    }
    let is_shared = match limits.rates.sharing().await {
        Sharing::NotWanted => None,
        Sharing::Shared => Some(1.0),
        Sharing::AloneSince(_) => Some(0.0),
    };
    out.extend(is_shared.map(|one| Figure::now("limits_are_shared", "1 while Redis answers", one)));
    for (name, help, line) in [
        ("memory_bytes", "Memory that this process holds", "VmRSS:"),
        ("memory_peak_bytes", "The most that it ever held", "VmHWM:"),
    ] {
        out.extend(memory_kib(line).map(|kib| Figure::now(name, help, kib * 1024.0)));
    }
    out
}

async fn of_the_database(app: &App, draining: &Draining) -> Vec<Figure> {
    let answers = tokio::time::timeout(ANSWERS_WITHIN, app.db.answers()).await.unwrap_or(false);
    let ready = is_ready(app, draining, !app.config.zone.has_desk() || answers);
    let as_number = |is: bool| if is { 1.0 } else { 0.0 };
    let mut out = vec![
        Figure::now("database_answers", "1 while the database answers", as_number(answers)),
        Figure::now("ready", "1 while /readyz says so", as_number(ready)),
    ];
    if answers && app.config.zone.is_trusted() {
        let queue = tokio::time::timeout(ANSWERS_WITHIN, of_the_queue(app));
        match queue.await {
            Ok(Ok(figures)) => out.extend(figures),
            Ok(Err(error)) => tracing::warn!(%error, "figures of the queue could not be read"),
            Err(_) => tracing::warn!("figures of the queue took too long"),
        }
    }
    out
}

async fn of_the_queue(app: &App) -> Result<Vec<Figure>, crate::db::DbErr> {
    // For all Societies, with the role that may count them. No request uses its connections.
    let db = &app.db.jobs;
    let (waiting, oldest) = responses::queue::unopened_anywhere(db).await?;
    let hours = oldest.map_or(0, |moment| app.clock.now().since(moment).whole_hours().max(0));
    let exchanged = exchanged::count(db, app.clock.now()).await?;
    let refused = proofs::count(db, app.clock.now()).await?;
    let uncertified = publications::certifying::ringing::count(db, app.clock.now()).await?;
    let ceilings = going_on::count(db, app.clock.now()).await?;
    let withdrawn = publications::ending::withdrawn_by_code(db).await?;
    let rushes = responses::rush::count(db, app.clock.now()).await?;
    let (untold, failing) = (waiting::untold(db).await?, telling::failing(db).await?);
    Ok(vec![
        Figure::of_people("responses_waiting", "Responses that nobody has opened, in steps of five", waiting),
        Figure::of_people(
            "responses_untold",
            "Unopened responses and unread answers that no staff member was told of, in steps of five",
            untold,
        ),
        Figure::now(
            "tellings_failing",
            "Rota addresses to which a message that is due could not be sent",
            failing as f64,
        ),
        Figure::now(
            "rushes",
            "Alarms within a day that responses come at three times the week's rate or faster",
            rushes as f64,
        ),
        Figure::now(
            "oldest_response_hours",
            "Whole hours that the oldest unopened response has waited",
            hours as f64,
        ),
        Figure::of_people(
            "strays_left",
            "Stored files that no database row refers to, in steps of five",
            strays::left(db).await?,
        ),
        Figure::of_people(
            "keys_exchanged",
            "Times in the last month that the desk found a public key that somebody had replaced, in steps of five",
            exchanged,
        ),
        Figure::of_people(
            "rows_refused",
            "Times in the last month that the desk refused a row that was changed or put back, in steps of five",
            refused,
        ),
        Figure::of_people(
            "certificates_refused",
            "Times in the last month that a live photo was not what a reviewer certified, in steps of five",
            uncertified,
        ),
        Figure::now(
            "reading_ceilings",
            "Times within a day that a member met the reading ceiling of their Society",
            ceilings as f64,
        ),
        Figure::of_people("withdrawals", "Photos taken back with their code, in steps of five", withdrawn),
    ])
}

/// A value from `/proc/self/status`; `None` on systems without it.
fn memory_kib(line: &str) -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|one| one.strip_prefix(line))?;
    line.split_whitespace().next()?.parse().ok()
}

//! `kinlight serve`: runs both sides, or one of them, until a signal stops it.

use std::net::{SocketAddr, TcpListener};
use std::process::ExitCode;

use super::{Settings, in_runtime, read_settings, start_logging};
use crate::app::{App, StartError};
use crate::clock::Clock;
use crate::config::Zone;
use crate::server::{self, Signals};
use crate::web::Side;

/// Serve the site and the desk, together or apart
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Serves the site and the desk until it gets SIGTERM, SIGHUP or Ctrl-C. After SIGTERM or SIGHUP it says at /readyz \
                        that it is leaving, serves on for drain_seconds, then lets answers under way finish. Refuses to start while migrations are pending (kinlight migrate), with codes that \
                        are too cheap to guess, or with several Societies in one zone that nobody accepted. \
                        With --face site the process reads neither the desk's secret nor its database address."
)]
pub struct ServeArgs {
    #[command(flatten)]
    settings: Settings,
    /// What this process serves: site, desk (with the timetable), jobs (the timetable alone), or both [default: the setting zone]
    #[arg(long, value_name = "FACE")]
    face: Option<Zone>,
}

pub fn run(args: ServeArgs) -> ExitCode {
    let mut config = match read_settings(&args.settings) {
        Ok(config) => config,
        Err(code) => return code,
    };
    config.zone = args.face.unwrap_or(config.zone);
    start_logging(&config.log, config.is_log_json);
    in_runtime(async move {
        let app = App::new(config, Clock::System).await?;
        server::check(&app).await?;
        let zone = app.config.zone;
        let mut listeners = Vec::new();
        if zone.has_site() {
            listeners.push((Side::Site, listen(app.config.listen, "listen")?));
        }
        if zone.has_desk() {
            listeners.push((Side::Desk, listen(app.config.desk_listen, "desk_listen")?));
        }
        let running = server::start(app, listeners).await?;
        let (site, desk) = (running.address(Side::Site), running.address(Side::Desk));
        tracing::info!(?site, ?desk, "serving");
        let signals = Signals::listen()?;
        println!("ready");
        running.until(signals).await?;
        Ok(())
    })
}

fn listen(address: SocketAddr, setting: &'static str) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).map_err(|error| StartError::Listen(address, error, setting))
}

//! `kinlight serve`: both faces, until it is told to stop.

use std::net::TcpListener;
use std::process::ExitCode;

use super::{Settings, on_installation, read_settings, start_logging};
use crate::server;

/// Serve the site and the desk
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Serves the site and the desk until it gets SIGTERM or Ctrl-C, then lets answers under way \
                        finish. Refuses to start while migrations are pending (kinlight migrate), with codes that \
                        are too cheap to guess, or with several Societies in one zone that nobody accepted."
)]
pub struct ServeArgs {
    #[command(flatten)]
    settings: Settings,
}

pub fn run(args: ServeArgs) -> ExitCode {
    match read_settings(&args.settings) {
        Ok(config) => start_logging(&config.log, config.is_log_json),
        Err(code) => return code,
    }
    on_installation(&args.settings, |app| async move {
        server::check(&app).await?;
        let site = TcpListener::bind(app.config.listen)?;
        let desk = TcpListener::bind(app.config.desk_listen)?;
        let running = server::start(app, site, desk).await?;
        tracing::info!(site = %running.site, desk = %running.desk, "serving");
        println!("ready");
        running.ended().await?;
        Ok(())
    })
}

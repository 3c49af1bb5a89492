//! `kinlight migrate`: brings the schema up to date, and gives the site's role its rights.

use std::process::ExitCode;

use super::{Settings, on_installation};

/// Bring the database's schema up to date
#[derive(Debug, clap::Args)]
pub struct MigrateArgs {
    #[command(flatten)]
    settings: Settings,
    /// On PostgreSQL: give this role, which exists already, exactly the rights of the site
    #[arg(long, value_name = "ROLE")]
    site_role: Option<String>,
}

pub fn run(args: MigrateArgs) -> ExitCode {
    on_installation(&args.settings, |app| async move {
        app.db.migrate().await?;
        if let Some(role) = args.site_role {
            app.db.grant_site_role(&role).await?;
        }
        println!("the schema is up to date");
        Ok(())
    })
}

//! `kinlight db`: manages the roles of a PostgreSQL database.

use std::process::ExitCode;

use super::{Settings, on_installation};
use crate::db::Roles;

/// Look after the database's roles (PostgreSQL)
#[derive(Debug, clap::Args)]
pub struct DbArgs {
    #[command(subcommand)]
    command: DbCommand,
}

#[derive(Debug, clap::Subcommand)]
enum DbCommand {
    Grants(GrantsArgs),
}

/// Give each role exactly its rights, and create missing roles
#[derive(Debug, clap::Args)]
#[command(
    long_about = "Gives the roles of site, desk and jobs exactly the rights that they need, and takes all others; \
                        makes a role that is missing, which can't sign in until you give it a password. Run it as \
                        the schema's owner, after each kinlight migrate."
)]
struct GrantsArgs {
    #[command(flatten)]
    settings: Settings,
    /// The role in site_database_url
    #[arg(long, value_name = "ROLE", default_value = "kinlight_site")]
    site_role: String,
    /// The role in the desk's database_url
    #[arg(long, value_name = "ROLE", default_value = "kinlight_desk")]
    desk_role: String,
    /// The role in jobs_database_url
    #[arg(long, value_name = "ROLE", default_value = "kinlight_jobs")]
    jobs_role: String,
}

pub fn run(args: DbArgs) -> ExitCode {
    let DbCommand::Grants(args) = args.command;
    let roles = Roles { site: args.site_role, desk: args.desk_role, jobs: args.jobs_role };
    on_installation(&args.settings, |app| async move {
        if crate::db::is_sqlite(&app.db.desk) {
            return Err("SQLite has no roles: nothing was changed".into());
        }
        for role in app.db.grant(&roles).await? {
            println!("made the role {role}: give it a password before it signs in");
        }
        println!("{}, {} and {} have exactly their rights", roles.site, roles.desk, roles.jobs);
        Ok(())
    })
}

//! `kinlight staff invite`: a Society's first administrator, or an operator. The invitation carries no key.

use clap::Subcommand;
use std::process::ExitCode;
use time::Duration;

use super::{Settings, on_installation};
use crate::societies;
use crate::staff::joining::{self, NewMember};
use crate::staff::roles::Role;

/// Invite staff from the command line
#[derive(Debug, clap::Args)]
pub struct StaffArgs {
    #[command(subcommand)]
    command: StaffCommand,
}

#[derive(Debug, Subcommand)]
enum StaffCommand {
    /// Print an invitation: good once, for 48 hours, and without any key
    Invite {
        #[command(flatten)]
        settings: Settings,
        /// The Society's short name; leave it out for an operator
        #[arg(long)]
        society: Option<String>,
        /// The name to sign in with
        #[arg(long)]
        name: String,
        /// administrator (with --society) or operator
        #[arg(long, default_value = "administrator")]
        role: String,
        /// The grant ends after so many days
        #[arg(long, default_value_t = 365)]
        days: u16,
    },
}

pub fn run(args: StaffArgs) -> ExitCode {
    let StaffCommand::Invite { settings, society, name, role, days } = args.command;
    let role = match (Role::parse(&role), &society) {
        (Some(role @ Role::Administrator), Some(_)) | (Some(role @ Role::Operator), None) => role,
        _ => {
            eprintln!("kinlight: give --role administrator with --society, or --role operator without");
            return ExitCode::from(2);
        }
    };
    on_installation(&settings, |app| async move {
        let now = app.clock.now();
        let society = match society {
            None => None,
            Some(slug) => {
                let found = societies::by_slug(&app.db.desk, &slug).await?;
                Some(found.ok_or_else(|| format!("there is no Society {slug}"))?.id)
            }
        };
        let grant_ends_on = (now + Duration::days(i64::from(days))).date();
        let new = NewMember { name: &name, roles: &[role], grant_ends_on };
        let token = joining::invite_into(&app.db.desk, society, None, new, now).await?;
        println!("http://{}/en/join?token={}", app.config.desk_listen, *token);
        Ok(())
    })
}

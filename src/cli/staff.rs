//! `kinlight staff`: invites one of a Society's first two administrators, or an operator, and ends an account. An invitation
//! contains no key.

use clap::Subcommand;
use std::process::ExitCode;
use time::Duration;

use super::{Settings, on_installation};
use crate::older_rows;
use crate::societies;
use crate::staff::ending;
use crate::staff::inviting::{self, NewMember};
use crate::staff::roles::Role;

/// Invite staff, and end accounts, from the command line
#[derive(Debug, clap::Args)]
pub struct StaffArgs {
    #[command(subcommand)]
    command: StaffCommand,
}

#[derive(Debug, Subcommand)]
enum StaffCommand {
    /// Print an invitation: it works once, for 48 hours, and contains no key
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
        /// The number of days until the grant ends
        #[arg(long, default_value_t = 365)]
        days: u16,
    },
    /// End an account at once: sign the person out and take every key away
    End {
        #[command(flatten)]
        settings: Settings,
        /// The name to sign in with
        #[arg(long)]
        name: String,
    },
}

pub fn run(args: StaffArgs) -> ExitCode {
    match args.command {
        StaffCommand::Invite { settings, society, name, role, days } => {
            invite(&settings, society, &name, (&role, days))
        }
        StaffCommand::End { settings, name } => on_installation(&settings, |app| async move {
            ending::end_grant_as_operator(&app.db.desk, &name, app.clock.now()).await?;
            println!("ended {name}");
            Ok(())
        }),
    }
}

fn invite(settings: &Settings, society: Option<String>, name: &str, (role, days): (&str, u16)) -> ExitCode {
    let fits = |role: &Role| match role {
        Role::Administrator => society.is_some(),
        Role::Operator => society.is_none(),
        _ => false,
    };
    let Some(role) = Role::parse(role).filter(fits) else {
        eprintln!("kinlight: give --role administrator with --society, or --role operator without");
        return ExitCode::from(2);
    };
    on_installation(settings, |app| async move {
        let now = app.clock.now();
        let society = match society {
            None => None,
            Some(slug) => {
                let found = societies::by_slug(&app.db.desk, &slug).await?;
                Some(found.ok_or_else(|| format!("there is no Society {slug}"))?.id)
            }
        };
        // Before the first row with a proof: rows of before are proved once.
        older_rows::meet(&app.db.desk, &app.secrets.proofs, now).await?;
        app.secrets.proofs.save()?;
        let grant_ends_on = (now + Duration::days(i64::from(days))).date();
        let new = NewMember { name, roles: &[role], grant_ends_on };
        let token =
            inviting::invite_as_operator((&app.db.desk, &app.secrets.proofs), None, society, new, now)
                .await?;
        let join = format!("/en/join?token={}", *token);
        match (&app.config.desk_url, app.config.is_https()) {
            (Some(desk), _) => println!("{desk}{join}"),
            (None, false) => println!("http://{}{join}", app.config.desk_listen),
            // The address of this machine is of no use to anybody else.
            (None, true) => {
                println!("Behind the desk's address, which the setting desk_url would tell: {join}");
            }
        }
        Ok(())
    })
}

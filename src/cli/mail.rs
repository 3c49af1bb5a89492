//! `kinlight mail test` and `kinlight webhook test`: send one test message, and print whether the mail server or webhook
//! accepted it.

use clap::Subcommand;
use std::process::ExitCode;

use super::{Settings, in_runtime, read_settings};
use crate::clock::Clock;
use crate::i18n::Texts;
use crate::telling::Ways;
use crate::telling::rule::Level;
use crate::telling::webhook::Notice;
use crate::telling::words;

/// Try the mail server that tells staff that work waits
#[derive(Debug, clap::Args)]
pub struct MailArgs {
    #[command(subcommand)]
    command: MailCommand,
}

#[derive(Debug, Subcommand)]
enum MailCommand {
    /// Send the first message of a rota to this address
    Test {
        #[command(flatten)]
        settings: Settings,
        address: String,
    },
}

/// Try the webhook that tells staff that work waits
#[derive(Debug, clap::Args)]
pub struct WebhookArgs {
    #[command(subcommand)]
    command: WebhookCommand,
}

#[derive(Debug, Subcommand)]
enum WebhookCommand {
    /// Send the webhook a notice of the level "welcome"
    Test {
        #[command(flatten)]
        settings: Settings,
    },
}

pub fn run(args: MailArgs) -> ExitCode {
    let MailCommand::Test { settings, address } = args.command;
    with_ways(&settings, |ways| async move {
        let mail = ways.mail.ok_or("mail_host is not set: there is no mail to send")?;
        let texts = Texts::load().map_err(|faults| format!("the texts have faults: {faults:?}"))?;
        mail.send(&address, &words::letter(&texts, texts.english(), Level::Welcome, 0)).await?;
        println!("the mail server has taken a message to {address}; look whether it arrives");
        Ok(())
    })
}

pub fn run_webhook(args: WebhookArgs) -> ExitCode {
    let WebhookCommand::Test { settings } = args.command;
    with_ways(&settings, |ways| async move {
        let webhook = ways.webhook.ok_or("webhook_url is not set: there is nothing to tell")?;
        let now = Clock::System.now();
        webhook.send(&format!("test-{}", now.0), &Notice::new(Level::Welcome, None, None), now).await?;
        println!("the webhook has taken a notice");
        Ok(())
    })
}

/// Opens no database, so that a mail server can be tried before there is one.
fn with_ways<F>(settings: &Settings, command: impl FnOnce(Ways) -> F) -> ExitCode
where
    F: Future<Output = Result<(), Box<dyn std::error::Error>>>,
{
    let config = match read_settings(settings) {
        Ok(config) => config,
        Err(code) => return code,
    };
    in_runtime(async move { command(Ways::open(&config.telling)?).await })
}

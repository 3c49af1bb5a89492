//! Sends mail over SMTP; no other file does. Invariant: the connection is encrypted or stays on this machine; a
//! server that hangs costs no more than the timeout.

use lettre::address::Address;
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use rustls::pki_types::CertificateDer;
use std::error::Error;
use std::time::Duration;

use super::{TellError, told_whole};
use crate::config::{MailSecurity, MailSettings};

pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    answers_within: Duration,
}

#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    #[error("mail_from: an address such as Kinlight <kinlight@example.org> was expected, not {0:?}")]
    From(String),
    #[error("mail_host: no encrypted connection can be made to it ({0})")]
    Tls(String),
}

/// Asks for no automatic answers, such as those about holidays.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn Error + Send + Sync>> {
        Ok(AutoSubmitted)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// A mail in plain text.
#[derive(Clone, Debug)]
pub struct Letter {
    pub subject: String,
    pub body: String,
}

/// True if the text is one address and nothing else.
pub fn is_address(text: &str) -> bool {
    text.parse::<Address>().is_ok()
}

impl Mailer {
    pub fn new(
        settings: &MailSettings,
        own_certificates: &[CertificateDer<'static>],
        answers_within: Duration,
    ) -> Result<Mailer, MailerError> {
        let from = settings.from.parse().map_err(|_| MailerError::From(settings.from.clone()))?;
        let tls_fault = |error: SmtpError| MailerError::Tls(told_whole(&error));
        let encrypted = || {
            let mut parameters = TlsParameters::builder(settings.host.clone());
            for certificate in own_certificates {
                let certificate = Certificate::from_der(certificate.to_vec()).map_err(tls_fault)?;
                parameters = parameters.add_root_certificate(certificate);
            }
            parameters.build_rustls().map_err(tls_fault)
        };
        let tls = match settings.security {
            MailSecurity::StartTls => Tls::Required(encrypted()?),
            MailSecurity::Tls => Tls::Wrapper(encrypted()?),
            MailSecurity::None => Tls::None,
        };
        let transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.host.clone());
        let transport = transport.port(settings.port).tls(tls).timeout(Some(answers_within));
        let transport = match &settings.login {
            Some((user, password)) => {
                transport.credentials(Credentials::new(user.clone(), password.0.clone()))
            }
            None => transport,
        };
        Ok(Mailer { transport: transport.build(), from, answers_within })
    }

    /// When this returns `Ok`, the server has accepted it.
    pub async fn send(&self, to: &str, letter: &Letter) -> Result<(), TellError> {
        let to: Address = to.parse().map_err(|_| TellError::NotAnAddress)?;
        let message = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .subject(letter.subject.clone())
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone())
            .map_err(|error| TellError::Unwritable(error.to_string()))?;
        match tokio::time::timeout(self.answers_within, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(fault_of(&error)),
            Err(_) => Err(TellError::TooSlow),
        }
    }
}

fn fault_of(error: &SmtpError) -> TellError {
    if error.is_timeout() {
        return TellError::TooSlow;
    }
    match error.status() {
        Some(code) => TellError::Refused(code.to_string(), told_whole(error)),
        None => TellError::Unreachable(told_whole(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_address_and_nothing_else() {
        for fine in ["a@example.org", "tracing.team@society.example.org", "a+b@[192.0.2.1]"] {
            assert!(is_address(fine), "{fine}");
        }
        for wrong in [
            "",
            "a",
            "a@",
            "@example.org",
            "a@example.org, b@example.org",
            "Anna <a@example.org>",
            "a@example.org\r\nBcc: b@example.org",
            "a b@example.org",
            "+43 1 234 5678",
        ] {
            assert!(!is_address(wrong), "{wrong:?}");
        }
    }
}

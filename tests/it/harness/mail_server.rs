//! A mail server for the tests. It speaks SMTP with STARTTLS under a certificate of its own, and can fail as real servers do.

use std::path::Path;
use std::sync::atomic::{AtomicU8, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mailparse::{MailHeaderMap, ParsedMail};
use rustls::ServerConfig;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

/// How it behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Mood {
    Good,
    /// It never offers encryption.
    InTheOpen,
    /// It accepts no recipient.
    Refuses,
    /// It accepts the connection, and says nothing.
    Hangs,
}

const MOODS: [Mood; 4] = [Mood::Good, Mood::InTheOpen, Mood::Refuses, Mood::Hangs];

/// One accepted mail.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    /// As it was received.
    pub raw: String,
}

impl Mail {
    pub fn header(&self, name: &str) -> String {
        self.parsed().headers.get_first_value(name).unwrap_or_default()
    }

    pub fn body(&self) -> String {
        self.parsed().get_body().expect("a text")
    }

    fn parsed(&self) -> ParsedMail<'_> {
        mailparse::parse_mail(self.raw.as_bytes()).expect("a mail")
    }
}

struct Inside {
    mood: AtomicU8,
    /// The one address that it refuses; empty if none.
    unknown: Mutex<String>,
    mails: Mutex<Vec<Mail>>,
    connections: AtomicUsize,
    /// The commands that came before encryption, except EHLO, STARTTLS and QUIT.
    said_in_the_open: Mutex<Vec<String>>,
    acceptor: TlsAcceptor,
}

pub struct MailServer {
    pub port: u16,
    pub certificate: String,
    inside: Arc<Inside>,
    task: JoinHandle<()>,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl MailServer {
    /// Starts it, and writes its certificate into the folder.
    pub async fn start(folder: &Path) -> MailServer {
        let made = rcgen::generate_simple_self_signed(vec!["127.0.0.1".to_owned()]).unwrap();
        let certificate = folder.join("mail-server.pem");
        std::fs::write(&certificate, made.cert.pem()).unwrap();
        let chain = vec![CertificateDer::from(made.cert.der().to_vec())];
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
        let config = config.unwrap().with_no_client_auth().with_single_cert(chain, key).unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let inside = Arc::new(Inside {
            mood: AtomicU8::new(Mood::Good as u8),
            unknown: Mutex::default(),
            mails: Mutex::default(),
            connections: AtomicUsize::new(0),
            said_in_the_open: Mutex::default(),
            acceptor: TlsAcceptor::from(Arc::new(config)),
        });
        let task = tokio::spawn(serve(listener, inside.clone()));
        MailServer { port, certificate: certificate.display().to_string(), inside, task }
    }

    /// The settings of an installation that sends through it.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        vec![
            ("mail_host", "127.0.0.1".to_owned()),
            ("mail_port", self.port.to_string()),
            ("mail_user", "kinlight".to_owned()),
            ("mail_password", "word-of-the-mail-server".to_owned()),
            ("mail_from", "Kinlight <kinlight@example.org>".to_owned()),
            ("telling_certificates", self.certificate.clone()),
            ("telling_seconds", "2".to_owned()),
        ]
    }

    /// Refuses this address, and accepts every other.
    pub fn refuses_only(&self, address: &str) {
        *self.inside.unknown.lock().unwrap() = address.to_owned();
    }

    pub fn is(&self, mood: Mood) {
        self.refuses_only("");
        self.inside.mood.store(mood as u8, Ordering::SeqCst);
    }

    /// Mails accepted since the last call.
    pub fn take(&self) -> Vec<Mail> {
        std::mem::take(&mut *self.inside.mails.lock().unwrap())
    }

    pub fn connections(&self) -> usize {
        self.inside.connections.load(Ordering::SeqCst)
    }

    /// The commands that came before encryption, except EHLO, STARTTLS and QUIT.
    pub fn said_in_the_open(&self) -> Vec<String> {
        self.inside.said_in_the_open.lock().unwrap().clone()
    }
}

impl Inside {
    fn does_not_know(&self, said: &str) -> bool {
        let unknown = self.unknown.lock().unwrap();
        !unknown.is_empty() && said.contains(&**unknown)
    }

    fn mood(&self) -> Mood {
        MOODS[usize::from(self.mood.load(Ordering::SeqCst))]
    }
}

async fn serve(listener: TcpListener, inside: Arc<Inside>) {
    while let Ok((stream, _)) = listener.accept().await {
        inside.connections.fetch_add(1, Ordering::SeqCst);
        let inside = inside.clone();
        tokio::spawn(async move {
            let _ = greet(stream, inside).await;
        });
    }
}

/// The part before encryption: it offers nothing but STARTTLS.
async fn greet(stream: TcpStream, inside: Arc<Inside>) -> std::io::Result<()> {
    if inside.mood() == Mood::Hangs {
        tokio::time::sleep(Duration::from_mins(1)).await;
        return Ok(());
    }
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 mail.example.org ESMTP\r\n").await?;
    let mut line = String::new();
    while stream.read_line(&mut line).await? > 0 {
        let said = line.trim().to_owned();
        line.clear();
        match said.split(' ').next().unwrap_or_default().to_uppercase().as_str() {
            "EHLO" if inside.mood() == Mood::InTheOpen => {
                stream.write_all(b"250-mail.example.org\r\n250 AUTH PLAIN\r\n").await?;
            }
            "EHLO" => stream.write_all(b"250-mail.example.org\r\n250 STARTTLS\r\n").await?,
            "STARTTLS" => {
                stream.write_all(b"220 go on\r\n").await?;
                let stream = inside.acceptor.accept(stream.into_inner()).await?;
                return converse(BufReader::new(stream), inside).await;
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n").await,
            _ => {
                inside.said_in_the_open.lock().unwrap().push(said);
                stream.write_all(b"250 ok\r\n").await?;
            }
        }
    }
    Ok(())
}

async fn converse<S>(mut stream: BufReader<S>, inside: Arc<Inside>) -> std::io::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let (mut line, mut to) = (String::new(), String::new());
    while stream.read_line(&mut line).await? > 0 {
        let said = line.trim().to_owned();
        line.clear();
        let answer: &[u8] = match said.split([' ', ':']).next().unwrap_or_default().to_uppercase().as_str() {
            "EHLO" => b"250-mail.example.org\r\n250-AUTH PLAIN\r\n250 8BITMIME\r\n",
            "AUTH" => b"235 welcome\r\n",
            "RCPT" if inside.mood() == Mood::Refuses || inside.does_not_know(&said) => {
                b"550 no such address here\r\n"
            }
            "RCPT" => {
                to = said.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                b"250 ok\r\n"
            }
            "DATA" => {
                stream.write_all(b"354 write\r\n").await?;
                let mut raw = String::new();
                while stream.read_line(&mut line).await? > 0 && line != ".\r\n" {
                    raw.push_str(line.strip_prefix('.').unwrap_or(&line));
                    line.clear();
                }
                line.clear();
                inside.mails.lock().unwrap().push(Mail { to: to.clone(), raw });
                b"250 taken\r\n"
            }
            "QUIT" => return stream.write_all(b"221 bye\r\n").await,
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer).await?;
    }
    Ok(())
}

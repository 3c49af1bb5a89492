//! Sealing in the `age` format (X25519), so that a Society can open its own data with the standard tool. Every sealed plaintext
//! begins with a line that binds it to its record: a seal that was moved elsewhere does not open.

use age::secrecy::ExposeSecret;
use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead, KeyInit, Payload},
};
use hkdf::Hkdf;
use sha2::Sha256;
use std::io::{self, BufRead, Read, Write};
use zeroize::{ZeroizeOnDrop, Zeroizing};

use crate::chance;
use crate::ids::RecordId;

pub mod contents;
mod noted;
mod pair;
mod trust;
pub use pair::{KeyPair, NotAPair};
pub use trust::{NotSigned, Pinned, Root, SigningKey, Verified, VerifyKey};

/// What a seal is bound to. Opening checks all three, so nobody can swap two seals without being noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    pub kind: Kind,
    /// The record that contains it.
    pub record: RecordId,
    /// The Society's id for a key, the case's id for what is sealed to a case. (The site seals responses and never learns the Society; the
    /// case's wrapped key binds the case to its Society.)
    pub owner: RecordId,
}

words! {
    /// What a seal contains. Its word is written into the plaintext.
    pub enum Kind {
        StaffKey = "staff-key",
        SecondKey = "second-key",
        SocietyKey = "society-key",
        CaseKey = "case-key",
        TotpSecret = "totp-secret",
        CasePrivate = "case-private",
        Draft = "draft",
        Look = "look",
        Picture = "picture",
        PrintPicture = "print-picture",
        PictureIndex = "picture-index",
        ConsentPaper = "consent-paper",
        ConsentDetails = "consent-details",
        ResponseTriage = "response-triage",
        ResponseContent = "response-content",
        Note = "note",
        MessageToCase = "message-to-case",
        MessageToResponder = "message-to-responder",
    }
}

impl Kind {
    /// Whether it is about a person. If so, opening it leaves a line in the audit log, unless only the program sees it. The
    /// match is exhaustive, so that a new kind must be decided here.
    pub const fn is_a_person(self) -> bool {
        match self {
            Kind::CasePrivate
            | Kind::Draft
            | Kind::Look
            | Kind::Picture
            | Kind::PrintPicture
            | Kind::ConsentPaper
            | Kind::ConsentDetails
            | Kind::ResponseContent
            | Kind::Note
            | Kind::MessageToCase
            | Kind::MessageToResponder => true,
            Kind::StaffKey
            | Kind::SecondKey
            | Kind::SocietyKey
            | Kind::CaseKey
            | Kind::TotpSecret
            | Kind::PictureIndex
            | Kind::ResponseTriage => false,
        }
    }

    /// Pictures and papers keep their own length: padding would hide little and cost much.
    fn is_padded(self) -> bool {
        !matches!(self, Kind::Picture | Kind::PrintPicture | Kind::ConsentPaper)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    #[error("this key does not open this seal, or the sealed bytes are damaged")]
    WontOpen,
    #[error("the seal belongs to another record")]
    WrongPlace,
    #[error("not a public key")]
    NotAKey,
    #[error("the line in the audit log is about another case")]
    NotItsLine,
}

/// The version written into every seal; a reader refuses an unknown version. It is a comment line, so that the `age` tool
/// accepts an opened key as an identity file.
const FORMAT: &str = "# kinlight/1";
const KIB: usize = 1024;
/// The sizes of a padded seal, so that its length says little about the story.
const PADDED_SIZES: [usize; 4] = [KIB, 4 * KIB, 16 * KIB, 64 * KIB];

/// An X25519 public key, in `age`'s notation (`age1…`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublicKey(String);

/// A secret key. Never printed; wiped when dropped.
#[derive(Clone)]
pub struct SecretKey(age::x25519::Identity);

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(…)")
    }
}

impl PublicKey {
    pub fn parse(text: &str) -> Result<Self, SealError> {
        text.parse::<age::x25519::Recipient>().map_err(|_| SealError::NotAKey)?;
        Ok(Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Seals `plaintext` so that only the secret key's holder can open it.
    pub fn seal(&self, binding: Binding, plaintext: &[u8]) -> Result<Vec<u8>, SealError> {
        self.encrypt(&bound(binding, plaintext, ""))
    }
}

impl SecretKey {
    pub fn generate() -> Self {
        Self(age::x25519::Identity::generate())
    }

    /// The key made from 32 bytes that were stretched or derived from a password, a code or a cookie.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SealError> {
        let hrp = bech32::Hrp::parse("age-secret-key-").map_err(|_| SealError::NotAKey)?;
        let text = Zeroizing::new(
            bech32::encode_upper::<bech32::Bech32>(hrp, bytes).map_err(|_| SealError::NotAKey)?,
        );
        Self::parse(&text)
    }

    /// Parses `age`'s notation (`AGE-SECRET-KEY-1…`).
    pub fn parse(text: &str) -> Result<Self, SealError> {
        text.trim().parse().map(Self).map_err(|_| SealError::NotAKey)
    }

    /// In `age`'s notation, for wrapping, for an export and for the recovery sheet.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.to_public().to_string())
    }

    pub fn open(&self, binding: Binding, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        unbound(binding, &self.decrypt(sealed)?)
    }

    fn decrypt(&self, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
        age::decrypt(&self.0, sealed).map(Zeroizing::new).map_err(|_| SealError::WontOpen)
    }

    /// Opens a secret key that was wrapped to this one.
    pub fn unwrap_key(&self, binding: Binding, sealed: &[u8]) -> Result<SecretKey, SealError> {
        self.unwrap_key_and_note(binding, sealed).map(|(key, _)| key)
    }
}

impl Verified<PublicKey> {
    /// Wraps a secret key to this key's holder.
    pub fn wrap_key(&self, binding: Binding, key: &SecretKey) -> Result<Vec<u8>, SealError> {
        self.seal(binding, key.to_text().as_bytes())
    }
}

impl PublicKey {
    fn encrypt(&self, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let recipient = self.0.parse::<age::x25519::Recipient>().map_err(|_| SealError::NotAKey)?;
        age::encrypt(&recipient, plain).map_err(|_| SealError::WontOpen)
    }
}

/// `# kinlight/1 KIND RECORD OWNER LENGTH\n`, the plaintext, a note if there is one, then newlines up to a padded size.
fn bound(binding: Binding, plaintext: &[u8], note: &str) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::with_capacity(plaintext.len() + 160));
    let line = format!("{}{}\n", heading(binding), plaintext.len());
    out.extend_from_slice(line.as_bytes());
    out.extend_from_slice(plaintext);
    out.extend_from_slice(note.as_bytes());
    if binding.kind.is_padded() {
        let size = PADDED_SIZES
            .into_iter()
            .find(|size| *size >= out.len())
            .unwrap_or_else(|| out.len().next_multiple_of(64 * KIB));
        out.resize(size, b'\n');
    }
    out
}

fn heading(binding: Binding) -> String {
    format!("{FORMAT} {} {} {} ", binding.kind.code(), binding.record, binding.owner)
}

fn unbound(binding: Binding, plain: &[u8]) -> Result<Zeroizing<Vec<u8>>, SealError> {
    split(binding, plain).map(|(body, _)| Zeroizing::new(body.to_vec()))
}

/// The sealed plaintext, and what follows it.
fn split(binding: Binding, plain: &[u8]) -> Result<(&[u8], &[u8]), SealError> {
    let heading = heading(binding);
    let rest = plain.strip_prefix(heading.as_bytes()).ok_or(SealError::WrongPlace)?;
    let end = rest.iter().position(|b| *b == b'\n').ok_or(SealError::WontOpen)?;
    let length: usize = std::str::from_utf8(&rest[..end])
        .ok()
        .and_then(|digits| digits.parse().ok())
        .ok_or(SealError::WontOpen)?;
    rest[end + 1..].split_at_checked(length).ok_or(SealError::WontOpen)
}

/// A file of any size that is sealed while it is written, such as a backup. The `age` tool opens it.
pub struct SealedFile<W: Write>(age::stream::StreamWriter<W>);

impl<W: Write> SealedFile<W> {
    /// The holder of any one of these keys' secret halves can open the file; `to` must not be empty.
    pub fn begin(to: &[PublicKey], out: W) -> io::Result<Self> {
        let keys: Result<Vec<age::x25519::Recipient>, _> = to.iter().map(|key| key.0.parse()).collect();
        let keys = keys.map_err(|_| io::Error::other(SealError::NotAKey))?;
        let recipients = keys.iter().map(|key| key as &dyn age::Recipient);
        let sealing = age::Encryptor::with_recipients(recipients).map_err(io::Error::other)?;
        sealing.wrap_output(out).map(Self)
    }

    /// Must be called: without it, the file counts as truncated and does not open.
    pub fn finish(self) -> io::Result<W> {
        self.0.finish()
    }
}

impl<W: Write> Write for SealedFile<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// Opens such a file while it is read. Damage and truncation are errors of `read`; everything read before them was intact.
pub fn open_file<R: BufRead>(keys: &[SecretKey], sealed: R) -> Result<impl Read, SealError> {
    let opening = age::Decryptor::new_buffered(sealed).map_err(|_| SealError::WontOpen)?;
    opening.decrypt(keys.iter().map(|key| &key.0 as &dyn age::Identity)).map_err(|_| SealError::WontOpen)
}

/// Derives 32 bytes from a strong secret; a different label gives different bytes.
pub fn derive(secret: &[u8], label: &str) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0u8; 32]);
    Hkdf::<Sha256>::new(None, secret)
        .expand(label.as_bytes(), out.as_mut_slice())
        .unwrap_or_else(|_| unreachable!("32 bytes is always a valid HKDF length"));
    out
}

/// Seals what only this installation's processes read back: form state, CAPTCHA challenges, passes. XChaCha20-Poly1305 with a
/// random nonce; the purpose is authenticated, so a token can't be used for another purpose.
#[derive(Clone, ZeroizeOnDrop)]
pub struct TokenKey([u8; 32]);

impl TokenKey {
    pub fn derived(secret: &[u8], label: &str) -> Self {
        Self(*derive(secret, label))
    }

    /// Returns URL-safe text, 54 characters longer than 4/3 of the plaintext.
    pub fn seal(&self, purpose: &str, plaintext: &[u8]) -> String {
        base64url(&self.seal_bytes(purpose, plaintext))
    }

    /// Returns bytes for a database row, 40 longer than the plaintext.
    pub fn seal_bytes(&self, purpose: &str, plaintext: &[u8]) -> Vec<u8> {
        let nonce = chance::bytes::<24>();
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        let sealed = cipher
            .encrypt(&XNonce::from(nonce), Payload { msg: plaintext, aad: purpose.as_bytes() })
            .unwrap_or_else(|_| unreachable!("encrypting to memory does not fail"));
        [nonce.as_slice(), &sealed].concat()
    }

    /// `None` if the text was not made by [`TokenKey::seal`] with this key and purpose.
    pub fn open(&self, purpose: &str, text: &str) -> Option<Zeroizing<Vec<u8>>> {
        self.open_bytes(purpose, &from_base64url(text)?)
    }

    pub fn open_bytes(&self, purpose: &str, bytes: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = bytes.split_at_checked(24)?;
        let nonce: [u8; 24] = nonce.try_into().ok()?;
        let cipher = XChaCha20Poly1305::new(&self.0.into());
        cipher
            .decrypt(&XNonce::from(nonce), Payload { msg: sealed, aad: purpose.as_bytes() })
            .ok()
            .map(Zeroizing::new)
    }
}

pub fn base64url(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes)
}

pub fn from_base64url(text: &str) -> Option<Vec<u8>> {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests;

//! A photo's certificate: everything that speaks for its Society, in lines that a reviewer signs and the desk's hosts countersign.
//! Pure. Invariant: it names neither the Society nor the reviewer, so the site learns from it only what it shows; a certificate is
//! read only if writing it again gives the same bytes.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};
use time::Date;

use super::consent::{Channel, channels_text};
use super::facts::{AgeBand, Origin, PublicFacts, Relations, Sex};
use crate::clock::Moment;
use crate::ids::{CaseId, PublicationId, SocietyId, StaffId};
use crate::photo_number::PhotoNumber;
use crate::photos::Pictures;
pub use crate::photos::manifest::Hash;
use crate::sealing::PublicKey;

/// The first line of what is countersigned: the purpose, and the version of the format.
const PURPOSE: &str = "kinlight-certificate 1";
/// The first line of what a reviewer signs.
const REVIEW: &str = "kinlight-review 1";
const NONE: &str = "-";

/// What is certified of one photo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    pub publication: PublicationId,
    pub case: CaseId,
    pub case_key: PublicKey,
    /// A second key of the case, for the day on which the first one must not be used any more.
    pub standby: Option<PublicKey>,
    pub number: PhotoNumber,
    pub facts: PublicFacts,
    pub pictures: Pictures,
    /// The hash of the files' names, lengths and hashes; `None` for a photo of before, whose files nobody has read again.
    pub files: Option<Hash>,
    pub published_at: Moment,
    pub channels: Vec<Channel>,
    pub ends_on: Date,
    /// Counts a photo's certificates from 1. After a newer one was seen, an older one counts no more.
    pub generation: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no certificate")]
pub struct NotACertificate;

impl Certificate {
    pub fn parse(text: &str) -> Result<Certificate, NotACertificate> {
        let read = read(text).ok_or(NotACertificate)?;
        // One certificate has one text: nothing can be added that this program overlooks.
        if read.to_string() == text { Ok(read) } else { Err(NotACertificate) }
    }

    /// The hash of the text, which the reviewer signs.
    pub fn hash(&self) -> Hash {
        Sha256::digest(self.to_string()).into()
    }

    pub fn covers(&self, channel: Channel) -> bool {
        self.channels.contains(&channel)
    }

    /// Whether these terms are no wider than the certified ones.
    pub fn is_as_wide_as(&self, channels: &[Channel], ends_on: Date) -> bool {
        ends_on <= self.ends_on && channels.iter().all(|channel| self.covers(*channel))
    }
}

/// To the byte what is signed.
impl fmt::Display for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{PURPOSE}")?;
        writeln!(f, "publication {}", self.publication)?;
        writeln!(f, "case {} {}", self.case, self.case_key.as_str())?;
        writeln!(f, "standby {}", self.standby.as_ref().map_or(NONE, PublicKey::as_str))?;
        writeln!(f, "number {}", self.number.compact())?;
        writeln!(f, "relations {}", self.facts.relations.code())?;
        writeln!(f, "sex {}", self.facts.sex.code())?;
        writeln!(f, "age {}", self.facts.age_band.code())?;
        writeln!(f, "origin {}", self.facts.origin.code())?;
        writeln!(f, "pictures {}", self.pictures.text())?;
        writeln!(f, "files {}", self.files.map_or_else(|| NONE.to_owned(), |hash| hex(&hash)))?;
        writeln!(f, "published {}", self.published_at.0)?;
        writeln!(f, "channels {}", channels_text(&self.channels))?;
        writeln!(f, "ends {}", self.ends_on)?;
        writeln!(f, "generation {}", self.generation)?;
        f.write_char('\n')
    }
}

fn read(text: &str) -> Option<Certificate> {
    let mut lines = text.strip_suffix("\n\n")?.lines();
    if lines.next()? != PURPOSE {
        return None;
    }
    let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
    let publication = value("publication")?.parse().ok()?;
    let (case, case_key) = value("case")?.split_once(' ')?;
    let (case, case_key) = (case.parse().ok()?, PublicKey::parse(case_key).ok()?);
    let standby = match value("standby")? {
        NONE => None,
        key => Some(PublicKey::parse(key).ok()?),
    };
    let number = PhotoNumber::parse(value("number")?).ok()?;
    let facts = PublicFacts {
        relations: Relations::parse(value("relations")?)?,
        sex: Sex::parse(value("sex")?)?,
        age_band: AgeBand::parse(value("age")?)?,
        origin: Origin::parse(value("origin")?)?,
    };
    let pictures = Pictures::parse(value("pictures")?)?;
    let files = match value("files")? {
        NONE => None,
        hash => Some(from_hex(hash)?),
    };
    let published_at = Moment(value("published")?.parse().ok()?);
    let channels: Option<Vec<Channel>> = value("channels")?.split(',').map(Channel::parse).collect();
    let (channels, ends_on) = (channels?, date(value("ends")?)?);
    let generation = value("generation")?.parse().ok()?;
    Some(Certificate {
        publication,
        case,
        case_key,
        standby,
        number,
        facts,
        pictures,
        files,
        published_at,
        channels,
        ends_on,
        generation,
    })
}

/// What a reviewer signs: that this certificate is their Society's, by an act in its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review {
    pub society: SocietyId,
    pub by: StaffId,
    /// The number of the act's line in the audit chain.
    pub line: u64,
    pub certificate: Hash,
}

impl Review {
    pub fn parse(text: &str) -> Result<Review, NotACertificate> {
        let read = read_review(text).ok_or(NotACertificate)?;
        if read.to_string() == text { Ok(read) } else { Err(NotACertificate) }
    }
}

impl fmt::Display for Review {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{REVIEW}\nsociety {}\nreviewer {}\nline {}", self.society, self.by, self.line)?;
        writeln!(f, "certificate {}\n", hex(&self.certificate))
    }
}

fn read_review(text: &str) -> Option<Review> {
    let mut lines = text.strip_suffix("\n\n")?.lines();
    if lines.next()? != REVIEW {
        return None;
    }
    let mut value = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
    Some(Review {
        society: value("society")?.parse().ok()?,
        by: value("reviewer")?.parse().ok()?,
        line: value("line")?.parse().ok()?,
        certificate: from_hex(value("certificate")?)?,
    })
}

fn date(text: &str) -> Option<Date> {
    Date::parse(text, time::macros::format_description!("[year]-[month]-[day]")).ok()
}

fn hex(hash: &Hash) -> String {
    crate::secrets::hex(hash)
}

fn from_hex(text: &str) -> Option<Hash> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut hash = [0; 32];
    for (at, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * at..2 * at + 2], 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
pub(super) mod tests;

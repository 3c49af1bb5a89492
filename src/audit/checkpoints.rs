//! Checkpoints: the heads of the chains, written to a file outside the database, where somebody who rewrites the database can't
//! reach them. Each is one line of text; the file only ever grows.

use std::{
    collections::HashMap,
    fmt, fs,
    io::{self, Read, Seek},
    path::{Path, PathBuf},
};

use super::chain::{Hash, Head};
use crate::clock::Moment;
use crate::ids::SocietyId;
use crate::line_file;

/// The head of a Society's chain at one time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    pub society: SocietyId,
    pub seq: u64,
    pub hash: Hash,
    pub at: Moment,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a line of the form: kinlight-checkpoint 1 SOCIETY SEQ HASH TIME")]
pub struct NotACheckpoint;

impl Checkpoint {
    pub fn of(head: Head, at: Moment) -> Self {
        Self { society: head.society, seq: head.seq, hash: head.hash, at }
    }

    pub fn parse(line: &str) -> Result<Self, NotACheckpoint> {
        let words: Vec<&str> = line.split_ascii_whitespace().collect();
        let ["kinlight-checkpoint", "1", society, seq, hash, at] = words[..] else {
            return Err(NotACheckpoint);
        };
        Ok(Self {
            society: society.parse().map_err(|_| NotACheckpoint)?,
            seq: seq.parse().map_err(|_| NotACheckpoint)?,
            hash: from_hex(hash).ok_or(NotACheckpoint)?,
            at: Moment::parse(at).ok_or(NotACheckpoint)?,
        })
    }
}

/// `kinlight-checkpoint 1 SOCIETY SEQ HASH TIME`, without a newline.
impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "kinlight-checkpoint 1 {} {} ", self.society, self.seq)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
        write!(f, " {}", self.at.second_text())
    }
}

fn from_hex(text: &str) -> Option<Hash> {
    let digits = text.as_bytes();
    if digits.len() != 64 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut hash = [0; 32];
    for (byte, pair) in hash.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(hash)
}

/// What was read from a file of checkpoints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    pub checkpoints: Vec<Checkpoint>,
    /// The numbers, from 1, of lines that are no checkpoint: an interrupted write, or damage. They must be reported.
    pub damaged_lines: Vec<usize>,
}

/// Far more than a few minutes of all Societies' checkpoints.
const TAIL_BYTES: u64 = 256 * 1024;

#[derive(Clone, Debug)]
pub struct CheckpointFile {
    path: PathBuf,
}

impl CheckpointFile {
    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Appends the checkpoints; when this returns, they are on the disk.
    pub fn append(&self, checkpoints: &[Checkpoint]) -> io::Result<()> {
        line_file::append(&self.path, checkpoints)
    }

    /// The last checkpoint of each chain, as far as it is in the last `TAIL_BYTES`. Empty if there is no file.
    pub fn last(&self) -> io::Result<HashMap<SocietyId, Checkpoint>> {
        let mut file = match fs::File::open(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(HashMap::new()),
            opened => opened?,
        };
        let length = file.metadata()?.len();
        file.seek(io::SeekFrom::Start(length.saturating_sub(TAIL_BYTES)))?;
        let mut tail = Vec::new();
        file.read_to_end(&mut tail)?;
        // The tail may begin in the middle of a line; such a line does not parse.
        let lines = String::from_utf8_lossy(&tail);
        let whole = lines.lines().filter_map(|line| Checkpoint::parse(line).ok());
        Ok(whole.map(|checkpoint| (checkpoint.society, checkpoint)).collect())
    }

    /// All checkpoints, oldest first. A last line without a newline is an interrupted write and counts as damaged.
    pub fn read_all(&self) -> io::Result<Contents> {
        let text = fs::read_to_string(&self.path)?;
        let mut contents = Contents::default();
        for (at, line) in text.split_inclusive('\n').enumerate() {
            match line.strip_suffix('\n').ok_or(NotACheckpoint).and_then(Checkpoint::parse) {
                Ok(checkpoint) => contents.checkpoints.push(checkpoint),
                Err(NotACheckpoint) => contents.damaged_lines.push(at + 1),
            }
        }
        Ok(contents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checkpoint(seq: u64) -> Checkpoint {
        Checkpoint { society: SocietyId::from_u128(7), seq, hash: [0xA5; 32], at: Moment(1_795_297_200) }
    }

    #[test]
    fn a_checkpoint_is_one_readable_line() {
        let line = checkpoint(12).to_string();
        let hash = "a5".repeat(32);
        let society = "00000000-0000-0000-0000-000000000007";
        assert_eq!(line, format!("kinlight-checkpoint 1 {society} 12 {hash} 2026-11-21T21:40:00Z"));
        assert_eq!(Checkpoint::parse(&line), Ok(checkpoint(12)));
        let not_ones = [
            String::new(),
            line.replace("checkpoint 1", "checkpoint 2"),
            line.replace("a5a5", "a5"),
            line.replace("a5a5", "+5a5"),
            line.replace(" 12 ", " twelve "),
            format!("{line} more"),
            line[..line.len() - 4].to_owned(),
        ];
        for text in not_ones {
            assert_eq!(Checkpoint::parse(&text), Err(NotACheckpoint), "{text}");
        }
    }

    #[test]
    fn the_file_grows_and_says_which_lines_are_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let file = CheckpointFile::at(folder.path().join("checkpoints"));
        assert_eq!(file.read_all().unwrap_err().kind(), io::ErrorKind::NotFound);
        file.append(&[checkpoint(1), checkpoint(2)]).unwrap();
        file.append(&[checkpoint(3)]).unwrap();
        let whole = file.read_all().unwrap();
        assert_eq!(whole.checkpoints, [checkpoint(1), checkpoint(2), checkpoint(3)]);
        assert!(whole.damaged_lines.is_empty());

        let text = fs::read_to_string(file.path()).unwrap();
        fs::write(file.path(), &text[..text.len() - 1]).unwrap();
        let cut = file.read_all().unwrap();
        assert_eq!((cut.checkpoints.len(), cut.damaged_lines), (2, vec![3]));
        fs::write(file.path(), &text[..text.len() - 30]).unwrap();
        file.append(&[checkpoint(4)]).unwrap();
        let after = file.read_all().unwrap();
        assert_eq!(after.checkpoints, [checkpoint(1), checkpoint(2), checkpoint(4)]);
        assert_eq!(after.damaged_lines, [3]);
        assert_eq!(file.last().unwrap(), [(checkpoint(4).society, checkpoint(4))].into());
    }

    #[test]
    fn a_long_files_end_tells_the_last_of_each_chain() {
        let folder = tempfile::tempdir().unwrap();
        let file = CheckpointFile::at(folder.path().join("checkpoints"));
        assert!(file.last().unwrap().is_empty());
        let other = Checkpoint { society: SocietyId::from_u128(8), ..checkpoint(9) };
        let many: Vec<Checkpoint> = (1..=3000).map(checkpoint).chain([other]).collect();
        file.append(&many).unwrap();
        assert!(fs::metadata(file.path()).unwrap().len() > TAIL_BYTES);
        let last = file.last().unwrap();
        assert_eq!((last.len(), last[&checkpoint(1).society].seq, last[&other.society]), (2, 3000, other));
    }
}

//! One Society's records as files that the standard `age` tool opens, if all else fails. Invariant: nothing is unsealed on the
//! way; without a key, an export tells no more than the database.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::audit::{self, AuditError, Verb};
use crate::blobs::{BlobError, BlobKey, Blobs};
use crate::clock::Moment;
use crate::db::{Db, DbErr};
use crate::publications::{self, consent_entity};
use crate::responses::queue::Sealed;
use crate::societies::grants::recovery_grants;
use crate::{cases, responses, societies};

const README: &str = include_str!("export_readme.txt");

#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// An export must not mix with older files.
    #[error("{} is not empty; give the export a folder of its own", .0.display())]
    NotEmpty(PathBuf),
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, io::Error),
    #[error("this Society has no keys yet, so there is nothing sealed to export")]
    NoKeys,
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

/// The counts of what the folder now contains.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    pub cases: usize,
    pub publications: usize,
    pub responses: usize,
    /// Pictures and papers that the database names and the store no longer has.
    pub missing: usize,
}

/// Writes everything of one Society below `out`, which must be new or empty. The audit line is written first, so that an aborted
/// export is logged too.
pub async fn write(
    db: &Db,
    blobs: &Blobs,
    society: &societies::entity::Model,
    out: &Path,
    now: Moment,
) -> Result<Exported, ExportError> {
    let folder = Folder::new(out)?;
    let grants = recovery_grants(&db.desk, society.id).await?;
    if grants.is_empty() {
        return Err(ExportError::NoKeys);
    }
    audit::record(&db.desk, society.id, now, None, Verb::Exported, society.id).await?;
    for (part, wrapped) in grants {
        folder.put(&format!("society-{}.age", part.code()), &wrapped)?;
    }
    let photos = publications::duplicate_index::sealed(&db.desk, society.id).await?;
    folder.put_some("picture-index.age", photos.as_deref())?;
    let mut done = Exported::default();
    let mut index = String::from("photo number,stage,publication,case,opens with,responses\n");
    for case in cases::of_society(&db.desk, society.id).await? {
        let within = folder.inside(&format!("cases/{}", case.id))?;
        within.put("case-key.age", &case.wrapped_key)?;
        within.put_some("private.age", case.private_part.as_deref())?;
        let responses = responses::queue::of_case(&db.desk, case.id).await?;
        for (row, consent) in publications::queries::of_case(&db.desk, case.id).await? {
            let own = responses.iter().filter(|response| response.row.publication_id == row.id).count();
            index.push_str(&format!(
                "{},{},{},{},society-{}.age,{own}\n",
                row.photo_number.as_deref().unwrap_or_default(),
                row.stage.code(),
                row.id,
                case.id,
                case.key_part.code(),
            ));
            done.missing += publication(blobs, &within, &row, consent.as_ref()).await?;
            done.publications += 1;
        }
        for response in &responses {
            put_response(&within, response)?;
        }
        done.cases += 1;
        done.responses += responses.len();
    }
    folder.put("index.csv", index.as_bytes())?;
    let readme = README.replace("{society}", &society.name).replace("{when}", &now.minute_text());
    folder.put("README.txt", readme.as_bytes())?;
    Ok(done)
}

/// Returns the number of files that the store no longer has.
async fn publication(
    blobs: &Blobs,
    within: &Folder,
    row: &publications::entity::Model,
    consent: Option<&consent_entity::Model>,
) -> Result<usize, ExportError> {
    let own = within.inside(&format!("publications/{}", row.id))?;
    own.put_some("draft.age", row.draft.as_deref())?;
    own.put_some("consent.age", consent.map(|consent| consent.details.as_slice()))?;
    let named = [
        ("picture.age", row.picture.map(BlobKey::sealed_picture)),
        ("print-picture.age", row.print.map(BlobKey::print_picture)),
        ("consent-paper.age", consent.and_then(|consent| consent.paper).map(BlobKey::consent_paper)),
    ];
    let mut missing = 0;
    for (name, key) in named {
        let Some(key) = key else { continue };
        match blobs.get(&key).await? {
            Some(sealed) => own.put(name, &sealed)?,
            None => missing += 1,
        }
    }
    Ok(missing)
}

fn put_response(within: &Folder, response: &Sealed) -> Result<(), ExportError> {
    let own = within.inside(&format!("responses/{}", response.row.id))?;
    // Empty if its sender deleted the response.
    for (name, sealed) in [("triage.age", &response.row.triage), ("content.age", &response.row.content)] {
        if !sealed.is_empty() {
            own.put(name, sealed)?;
        }
    }
    for message in &response.messages {
        // A message from staff is sealed to the sender's mailbox; the case has a copy.
        let sealed = message.case_copy.as_ref().unwrap_or(&message.body);
        let from = if message.is_from_staff { "from-staff" } else { "from-sender" };
        own.put(&format!("messages/{from}-{}.age", message.id), sealed)?;
    }
    for note in &response.notes {
        own.put(&format!("notes/{}.age", note.id), &note.body)?;
    }
    Ok(())
}

struct Folder(PathBuf);

impl Folder {
    /// Creates a folder, which must be new or empty.
    fn new(path: &Path) -> Result<Folder, ExportError> {
        let failed = |error| ExportError::Io(path.to_owned(), error);
        fs::create_dir_all(path).map_err(failed)?;
        match fs::read_dir(path).map_err(failed)?.next() {
            Some(_) => Err(ExportError::NotEmpty(path.to_owned())),
            None => Ok(Folder(path.to_owned())),
        }
    }

    fn inside(&self, name: &str) -> Result<Folder, ExportError> {
        let path = self.0.join(name);
        fs::create_dir_all(&path).map_err(|error| ExportError::Io(path.clone(), error))?;
        Ok(Folder(path))
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<(), ExportError> {
        let path = self.0.join(name);
        let failed = |error| ExportError::Io(path.clone(), error);
        if let Some(above) = path.parent() {
            fs::create_dir_all(above).map_err(failed)?;
        }
        fs::write(&path, bytes).map_err(failed)
    }

    fn put_some(&self, name: &str, bytes: Option<&[u8]>) -> Result<(), ExportError> {
        bytes.map_or(Ok(()), |bytes| self.put(name, bytes))
    }
}

//! The one place that says which files the rows name, for the backup and for the sweep. Invariant: a backup leaves out what
//! no row needs, such as the files of an ended photo that a job is about to erase; a file that any row names is no stray.

use futures_util::StreamExt;
use serde_json::Value;
use std::collections::BTreeSet;

use crate::blobs::BlobKey;
use crate::db::DbErr;
use crate::db::rows::{Row, Snapshot};
use crate::ids::{PaperId, PictureId, PosterId, PrintId, RecordId};
use crate::photo_number::PhotoNumber;
use crate::photos::{self, Format, Pictures};
use crate::publications::lifecycle::Stage;
use crate::sealing::from_base64url;

/// The tables whose rows name files, and the columns that tell which.
pub const NAMING: [(&str, &[&str]); 4] = [
    ("publications", &["stage", "picture", "print", "photo_number", "pictures"]),
    ("consents", &["paper"]),
    ("posters", &["id", "ended_at"]),
    ("blob_erasures", &["key"]),
];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// Files that must not be lost.
    pub needed: BTreeSet<BlobKey>,
    /// Files that an ended publication still names or that are on the erasure list: a job erases them in time.
    pub going: BTreeSet<BlobKey>,
    /// How many rows don't tell whether they need a file, or which.
    pub unreadable: usize,
}

impl Named {
    /// Collects what all rows of the snapshot name.
    pub async fn by(snapshot: &Snapshot) -> Result<Named, DbErr> {
        let mut named = Named::default();
        for (table, columns) in NAMING {
            let mut rows = std::pin::pin!(snapshot.columns(table, columns).await?);
            while let Some(row) = rows.next().await {
                named.add(table, &row?);
            }
        }
        Ok(named)
    }

    /// Adds the files that this row names; rows of other tables name none. From an unreadable row it adds what it can read.
    pub fn add(&mut self, table: &str, row: &Row) {
        let mut named = Vec::new();
        let read = match table {
            "publications" => publication(row, &mut named),
            "consents" => id(row, "paper", PaperId::of_record)
                .map(|paper| named.extend(paper.map(BlobKey::consent_paper))),
            "posters" if row.get("ended_at").is_some_and(|at| !at.is_null()) => Ok(()),
            "posters" => id(row, "id", PosterId::of_record).map(|id| named.extend(id.map(BlobKey::poster))),
            "blob_erasures" => {
                // A key that doesn't parse is not ours, and is never erased either.
                self.going.extend(text(row, "key").and_then(|key| BlobKey::parse(key).ok()));
                Ok(())
            }
            _ => Ok(()),
        };
        self.unreadable += usize::from(read.is_err());
        // Ended, or in a later program's stage, which counts as ended: not needed, and not to be swept.
        let is_going = table == "publications" && stage(row) == Stage::Ended;
        if is_going { self.going.extend(named) } else { self.needed.extend(named) }
    }

    pub fn names(&self, key: &BlobKey) -> bool {
        self.needed.contains(key) || self.going.contains(key)
    }
}

struct Unreadable;

fn publication(row: &Row, named: &mut Vec<BlobKey>) -> Result<(), Unreadable> {
    let (picture, print) = (id(row, "picture", PictureId::of_record), id(row, "print", PrintId::of_record));
    named.extend(picture.iter().flatten().copied().map(BlobKey::sealed_picture));
    named.extend(print.iter().flatten().copied().map(BlobKey::print_picture));
    public_files(row, named).and(picture).and(print).map(|_| ())
}

fn public_files(row: &Row, named: &mut Vec<BlobKey>) -> Result<(), Unreadable> {
    let (number, pictures) = match (text(row, "photo_number"), text(row, "pictures")) {
        (Some(number), Some(pictures)) => (number, pictures),
        // A draft has no public files yet, and an ended photo none any more, though its number stays.
        (None, None) if stage(row) != Stage::Live => return Ok(()),
        _ if stage(row) == Stage::Ended => return Ok(()),
        _ => return Err(Unreadable),
    };
    let number = PhotoNumber::parse(number).map_err(|_| Unreadable)?;
    let pictures = Pictures::parse(pictures).ok_or(Unreadable)?;
    for (width, _) in &pictures.sizes {
        for format in Format::ALL {
            let key = photos::public_key(number, &pictures.version, *width, format);
            named.push(key.map_err(|_| Unreadable)?);
        }
    }
    Ok(())
}

fn stage(row: &Row) -> Stage {
    text(row, "stage").and_then(Stage::parse).unwrap_or(Stage::UNKNOWN)
}

fn text<'a>(row: &'a Row, column: &str) -> Option<&'a str> {
    row.get(column).and_then(Value::as_str)
}

/// The id in a column; `kind` says which of the types of id it is.
fn id<Id>(row: &Row, column: &str, kind: fn(RecordId) -> Id) -> Result<Option<Id>, Unreadable> {
    let Some(text) = text(row, column) else { return Ok(None) };
    let bytes = from_base64url(text).ok_or(Unreadable)?;
    RecordId::from_slice(&bytes).map(|id| Some(kind(id))).map_err(|_| Unreadable)
}

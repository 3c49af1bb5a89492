//! Which files of the store the rows of a backup need. Invariant: what no row needs is in no backup, such as a file of an ended
//! photo that a job is about to erase.

use serde_json::Value;
use std::collections::BTreeSet;
use uuid::Uuid;

use crate::blobs::BlobKey;
use crate::db::rows::Row;
use crate::photos::{self, Format, Pictures};
use crate::publications::lifecycle::Stage;
use crate::publications::photo_number::PhotoNumber;
use crate::sealing::from_base64url;

/// The tables whose rows name files.
pub const NAMING: [&str; 3] = ["publications", "consents", "posters"];

/// Adds what this row needs.
pub fn add(needed: &mut BTreeSet<BlobKey>, table: &str, row: &Row) {
    match table {
        "publications" => publication(needed, row),
        "consents" => needed.extend(id(row, "paper").map(BlobKey::consent_paper)),
        "posters" if row.get("ended_at").is_none_or(Value::is_null) => {
            needed.extend(id(row, "id").map(BlobKey::poster));
        }
        _ => {}
    }
}

/// An ended one names its files until they are erased, and needs none.
fn publication(needed: &mut BTreeSet<BlobKey>, row: &Row) {
    let text = |column: &str| row.get(column).and_then(Value::as_str);
    let stage = Stage::parse(text("stage").unwrap_or_default());
    if stage == Stage::Ended {
        return;
    }
    needed.extend(id(row, "picture").map(BlobKey::sealed_picture));
    needed.extend(id(row, "print").map(BlobKey::print_picture));
    let number = text("photo_number").and_then(|number| PhotoNumber::parse(number).ok());
    let (Some(number), Some(pictures)) = (number, text("pictures").and_then(Pictures::parse)) else { return };
    for (width, _) in &pictures.sizes {
        let keys = Format::ALL.map(|format| photos::public_key(number, &pictures.version, *width, format));
        needed.extend(keys.into_iter().filter_map(Result::ok));
    }
}

fn id(row: &Row, column: &str) -> Option<Uuid> {
    let bytes = from_base64url(row.get(column)?.as_str()?)?;
    Uuid::from_slice(&bytes).ok()
}

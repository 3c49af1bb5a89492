//! The manifest of a photo's public files: a line a file with its name, length and SHA-256, sorted. A certificate has its hash.

use sha2::{Digest, Sha256};

use super::{Format, PhotoError, Pictures, public_key};
use crate::blobs::Blobs;
use crate::photo_number::PhotoNumber;
use crate::secrets::hex;

/// A SHA-256.
pub type Hash = [u8; 32];

/// A public file's line.
pub(super) fn line((width, format): (u32, Format), bytes: &[u8]) -> String {
    format!("{width}.{} {} {}\n", format.extension(), bytes.len(), hex(&Sha256::digest(bytes)))
}

pub(super) fn hash(mut lines: Vec<String>) -> Hash {
    lines.sort();
    Sha256::digest(lines.concat()).into()
}

/// The hash of what lies in the store now.
pub async fn read(blobs: &Blobs, number: PhotoNumber, pictures: &Pictures) -> Result<Hash, PhotoError> {
    let mut lines = Vec::new();
    for (width, _) in &pictures.sizes {
        for format in Format::ALL {
            let key = public_key(number, &pictures.version, *width, format)?;
            let bytes = blobs.get(&key).await?.ok_or(PhotoError::Gone)?;
            lines.push(line((*width, format), &bytes));
        }
    }
    Ok(hash(lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_tells_names_lengths_and_contents_in_any_order() {
        let [one, two] = [(160, Format::Jpeg), (320, Format::WebP)];
        let whole = hash(vec![line(one, b"a"), line(two, b"b")]);
        assert_eq!(whole, hash(vec![line(two, b"b"), line(one, b"a")]));
        for other in [
            vec![line(one, b"b"), line(two, b"a")],
            vec![line(one, b"a")],
            vec![line(one, b"a"), line(two, b"b"), line((640, Format::Jpeg), b"c")],
            vec![line((160, Format::WebP), b"a"), line(two, b"b")],
        ] {
            assert_ne!(whole, hash(other));
        }
    }
}

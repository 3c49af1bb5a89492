//! Real photos that lie beside the checkout, for tests that need them.

use std::fs;
use std::path::PathBuf;

use super::cannot_run::cannot_run;

/// A folder of the shared photos, or nothing where there are none.
pub fn shared(folder: &str) -> Vec<(String, Vec<u8>)> {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
    let photos = std::env::var_os("KINLIGHT_PHOTOS")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/photos"), PathBuf::from);
    let Ok(entries) = fs::read_dir(photos.join(folder)) else {
        cannot_run(&format!("no shared photos at {}", photos.display()));
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .into_iter()
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect()
}

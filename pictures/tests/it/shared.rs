//! Photos of real devices and files that other programs' users reported: they lie beside the checkout, not in it.

use crate::cannot_run::cannot_run;

/// The folder of shared photos, or `None` if this machine has none.
pub fn shared_photos() -> Option<std::path::PathBuf> {
    #[expect(clippy::disallowed_methods, reason = "the tests' own switch, not a setting of Kinlight")]
    let folder = std::env::var_os("KINLIGHT_PHOTOS").map_or_else(
        || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/photos"),
        std::path::PathBuf::from,
    );
    if !folder.is_dir() {
        cannot_run(&format!("no shared photos at {}", folder.display()));
        return None;
    }
    Some(folder)
}

pub fn shared_folder(name: &str) -> Vec<(String, Vec<u8>)> {
    let Some(folder) = shared_photos() else { return Vec::new() };
    let mut files: Vec<_> = std::fs::read_dir(folder.join(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

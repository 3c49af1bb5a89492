//! Writes pages to look at in a browser, without a server: `target/tmp/looks/`, with the styles from `static/`.

use std::fs;
use std::path::Path;

use kinlight::assets;

use super::people::portrait;

/// Writes `NAME.html`, and drawn faces beside it under the names that the samplers use.
pub fn to_look_at(name: &str, html: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("looks");
    fs::create_dir_all(&folder).expect("a folder for looks");
    let files = Path::new(env!("CARGO_MANIFEST_DIR")).join("static");
    let mut html = html.to_owned();
    for file in fs::read_dir(&files).expect("static/") {
        let file = file.expect("a file").file_name().into_string().expect("a plain name");
        if let Some(address) = assets::address(&file) {
            html = html.replace(&address, &format!("file://{}/{file}", files.display()));
        }
    }
    for seed in 1..=4 {
        let face = folder.join(format!("photo-{seed}.jpg"));
        if html.contains(&format!("photo-{seed}.jpg")) && !face.exists() {
            fs::write(face, portrait(seed)).expect("a face");
        }
    }
    fs::write(folder.join(format!("{name}.html")), html).expect("written to look at");
}

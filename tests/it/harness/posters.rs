//! Makes posters by calling `posters::making` directly, without the web pages, and reads their text.

use kinlight::ids::PosterId;
use kinlight::posters::making::{self, Printing, Site};
use kinlight::posters::{Paper, PerPage};
use kinlight::staff::roles;
use std::io::Write;
use std::process::{Command, Stdio};

use super::app::TestApp;
use super::cannot_run::cannot_run;
use super::people::{Photo, Society};

/// A poster of one photo, by the verb.
pub async fn made_of(at: &TestApp, society: &Society, photo: &Photo) -> PosterId {
    let by = society.case_worker.may::<roles::MakePosters>(at).await;
    let texts = at.app.pages.texts();
    let printing = Printing {
        paper: Paper::A4,
        per_page: PerPage::One,
        languages: (texts.english(), None),
        ends_on: None,
    };
    let (db, site) = (&at.db.desk, Site { public_url: &at.app.config.public_url, texts });
    let photos = making::chosen(db, &by, &[photo.id], at.now()).await.expect("it may hang");
    let made = making::make(at.stores(), &by, photos, (printing, site), at.now()).await;
    at.app.refresh_catalogue().await;
    made.expect("a poster")
}

/// The text of a PDF as a reader copies it, without direction marks; `None` if poppler-utils is missing.
pub fn read(pdf: &[u8]) -> Option<String> {
    let mut tool = Command::new("pdftotext");
    let started = tool.args(["-enc", "UTF-8", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut process) = started else {
        cannot_run("pdftotext is missing");
        return None;
    };
    process.stdin.take().unwrap().write_all(pdf).unwrap();
    let text = String::from_utf8(process.wait_with_output().unwrap().stdout).unwrap();
    let directs =
        |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    // Each ligature becomes its two letters (NFKC), as in a search of the document.
    let ligatures =
        [('\u{fc43}', "لى"), ('\u{fef5}', "لآ"), ('\u{fef7}', "لأ"), ('\u{fef9}', "لإ"), ('\u{fefb}', "لا")];
    let text = ligatures.iter().fold(text, |text, (one, two)| text.replace(*one, two));
    Some(text.replace(directs, "").split_whitespace().collect::<Vec<_>>().join(" "))
}

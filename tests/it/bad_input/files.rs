//! Refused files: no photo, too many bytes or pixels, or a format that only the phone can read.

use crate::harness::app::TestApp;
use crate::harness::browser::Browser;
use crate::harness::people::{Enquirer, Society, portrait};

const LANGS: [&str; 2] = ["en", "ar"];

/// Makes a draft that waits for its picture; also returns the case worker's browser and the draft's address.
async fn a_draft() -> (TestApp, Browser, String) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let draft = society.drafts(&at, &Enquirer::looking_for_her_brother()).await;
    let browser = society.case_worker.signs_in(&at).await;
    (at, browser, draft.id.to_string())
}

#[tokio::test]
async fn each_file_that_is_refused_is_told_why_at_its_field() {
    let (at, browser, draft) = a_draft().await;
    let whole = portrait(7);
    let before = at.blobs();
    let cases: [(&str, &str, Vec<u8>, &str); 11] = [
        ("a text", "notes.jpg", b"Dear all, the meeting is on Monday.".to_vec(), "not-a-photo"),
        ("a script named .jpg", "run.jpg", b"#!/bin/sh\nrm -rf /\n".to_vec(), "not-a-photo"),
        ("a page named .jpg", "x.jpg", b"<html><script>alert(1)</script></html>".to_vec(), "not-a-photo"),
        ("60,000 x 60,000 in a few bytes", "big.png", bomb(60_000, 60_000), "too-wide"),
        ("12,000 x 12,000 in a few bytes", "big.png", bomb(12_000, 12_000), "too-many-pixels"),
        ("an animation", "wave.gif", animation(), "animated"),
        ("a truncated file", "cut.jpg", whole[..whole.len() / 2].to_vec(), "broken"),
        ("26 MB", "large.jpg", vec![0xff; 26_000_000], "too-many-bytes"),
        ("60 MB", "huge.jpg", vec![0xff; 60_000_000], "too-many-bytes"),
        ("an AVIF", "IMG_0001.avif", avif(), "heic"),
        ("a HEIC with nothing in it", "IMG_0001.HEIC", heic(), "broken"),
    ];
    for lang in LANGS {
        for (what, name, bytes, reason) in &cases {
            let page = browser.get(&format!("/{lang}/drafts/{draft}")).await.expect(200);
            let page = page.form("/picture").file("photo", name, bytes).submit(&browser).await;
            assert_eq!(page.status, 422, "{what}: {page:?}");
            let told =
                page.fault_at("photo").unwrap_or_else(|| panic!("{what}: nothing at the field: {page:?}"));
            let expected = at.text(lang, &format!("photo-refused-{reason}"));
            assert!(told.contains(&expected), "{what} in {lang}: {told} instead of {expected}");
        }
    }
    assert_eq!(at.blobs(), before, "a refused file left something behind, or took the older picture");
}

#[tokio::test]
async fn a_file_beyond_all_measure_ends_the_request() {
    let (at, browser, draft) = a_draft().await;
    let before = at.blobs();
    for lang in LANGS {
        let page = browser.get(&format!("/{lang}/drafts/{draft}")).await.expect(200);
        let upload = page.form("/picture").file("photo", "huge.jpg", &vec![0; 301_000_000]);
        let page = upload.submit(&browser).await.expect(413);
        page.says(&at.text(lang, "error-too-large-title"));
    }
    assert_eq!(at.blobs(), before);
}

#[tokio::test]
async fn a_file_the_draft_can_take_still_gets_in() {
    let (_at, browser, draft) = a_draft().await;
    let page = browser.get(&format!("/en/drafts/{draft}")).await.expect(200);
    let page =
        page.form("/picture").file("photo", "IMG_2.jpg", &portrait(8)).submit(&browser).await.expect(200);
    assert_eq!(page.fault_at("photo"), None);
}

/// A PNG that declares this many pixels and contains none.
pub fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    for (name, data) in
        [(b"IHDR", header), (b"IDAT", vec![0x78, 0x9c, 0x03, 0, 0, 0, 0, 1]), (b"IEND", vec![])]
    {
        let named = [&name[..], &data].concat();
        png.extend((data.len() as u32).to_be_bytes());
        png.extend(&named);
        png.extend(crc32(&named).to_be_bytes());
    }
    png
}

pub fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0u32, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// Two pictures of one pixel, one after the other.
pub fn animation() -> Vec<u8> {
    let mut gif = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff".to_vec();
    for _ in 0..2 {
        gif.extend(b"\x21\xf9\x04\x00\x0a\x00\x00\x00");
        gif.extend(b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00");
    }
    gif.push(0x3b);
    gif
}

fn avif() -> Vec<u8> {
    [b"\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif".as_slice(), &[0; 4000]].concat()
}

/// The first bytes of a HEIC file, as iPhones write it.
pub fn heic() -> Vec<u8> {
    let mut file = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic".to_vec();
    file.extend([0; 4000]);
    file
}

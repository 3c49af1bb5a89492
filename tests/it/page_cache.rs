//! The gallery's first pages are cached for everybody. A cached page must be the one that would be made now: one for each
//! language, each kind of picture and each compression, and without photos that have ended.

use std::collections::BTreeSet;
use std::io::Read;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Photo, Society};

const PACKINGS: [&str; 3] = ["br", "gzip", "identity"];

/// The page, decompressed, as a browser with these headers reads it.
async fn read(at: &TestApp, address: &str, packing: &str, accept: &str) -> String {
    let asked = reqwest::Client::new().get(format!("{}{address}", at.site));
    let answer = asked.header("accept-encoding", packing).header("accept", accept).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{address}");
    let headers = answer.headers().clone();
    let header = |name: &str| headers.get(name).map_or("", |value| value.to_str().unwrap());
    assert_eq!(header("content-encoding"), if packing == "identity" { "" } else { packing }, "{address}");
    let varies: Vec<&str> = headers.get_all("vary").iter().map(|value| value.to_str().unwrap()).collect();
    assert_eq!(varies, ["accept", "accept-encoding"], "{address}");
    let body = answer.bytes().await.unwrap();
    assert_eq!(header("content-length"), body.len().to_string(), "{address}");
    let mut text = String::new();
    match packing {
        "br" => brotli::Decompressor::new(&body[..], 4096).read_to_string(&mut text),
        "gzip" => flate2::read::GzDecoder::new(&body[..]).read_to_string(&mut text),
        _ => (&body[..]).read_to_string(&mut text),
    }
    .unwrap();
    text
}

async fn read_by_everybody(at: &TestApp) -> Vec<String> {
    let mut pages = Vec::new();
    for address in ["/en/", "/ar/", "/en/?pictures=small"] {
        for accept in ["image/webp,*/*", "*/*"] {
            let mut same = BTreeSet::new();
            for packing in PACKINGS {
                same.insert(read(at, address, packing, accept).await);
            }
            assert_eq!(same.len(), 1, "{address} depends on its compression");
            pages.extend(same);
        }
    }
    assert_eq!(BTreeSet::from_iter(&pages).len(), pages.len(), "two kinds of visitors got the same page");
    pages
}

fn shows(page: &str, photo: &Photo) -> bool {
    page.contains(&format!("/photo/{}\"", photo.number.compact()))
        || page.contains(&format!("/photo/{}?", photo.number.compact()))
}

#[tokio::test]
async fn what_lies_ready_shows_each_new_photo_and_none_that_is_gone() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let brief = Enquirer { consent_for: Duration::days(40), ..Enquirer::looking_for_her_brother() };
    let (brief, other) = (
        society.publishes(&at, &brief).await,
        society.publishes(&at, &Enquirer::looking_for_her_brother()).await,
    );
    let first = read_by_everybody(&at).await;
    assert!(first.iter().all(|page| shows(page, &brief) && shows(page, &other)));
    let ready = at.app.page_cache.count();
    assert_eq!(ready, first.len() * PACKINGS.len());
    assert_eq!(read_by_everybody(&at).await, first);
    assert_eq!(at.app.page_cache.count(), ready, "the second time, all lay ready");

    let third = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    at.app.refresh_catalogue().await;
    assert!(read_by_everybody(&at).await.iter().all(|page| shows(page, &third)), "a new photo is not shown");

    let enquirer = at.visitor();
    let asked = enquirer.get("/ar/withdraw").await.expect(200).main_form();
    let sure = asked.set("code", &other.withdrawal_code.grouped()).submit(&enquirer).await.expect(200);
    sure.form("/withdraw/now").submit(&enquirer).await.expect(200);
    let left = read_by_everybody(&at).await;
    assert!(
        left.iter().all(|page| !shows(page, &other) && shows(page, &brief)),
        "a withdrawn photo lies ready"
    );

    at.later(Duration::days(41)).await;
    let after = read_by_everybody(&at).await;
    assert!(
        after.iter().all(|page| !shows(page, &brief) && shows(page, &third)),
        "a photo is shown after its consent"
    );
}

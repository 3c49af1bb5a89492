//! A visitor who recognises a face can download its picture in a size that suits the phone. The file's name says a number and no
//! more.

use kinlight::publications::queries;
use kinlight_pictures::{Format, bare_size};

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};

#[tokio::test]
async fn each_size_is_told_in_words_and_weight_and_is_a_clean_file_with_a_neutral_name() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let enquirer = Enquirer::looking_for_her_brother();
    let number = society.publishes(&at, &enquirer).await.number.compact();
    let stranger = at.visitor();
    let page = stranger.get(&format!("/en/photo/{number}")).await.expect(200);
    let (links, words) = (page.all("a[download]", "href"), page.texts("a[download]"));
    assert!(links.len() >= 2 && links.len() == words.len(), "{page:?}");
    let sizes = [("160", "Very small"), ("320", "Small"), ("640", "Medium"), ("1280", "Large")];
    for ((link, words), (width, size)) in links.iter().zip(&words).zip(sizes) {
        assert_eq!(link, &format!("/en/photo/{number}/download/{width}"));
        let file = stranger.get(link).await.expect(200);
        assert_eq!(file.header("content-type"), "image/jpeg");
        let name = format!("attachment; filename=\"photo-{number}-{width}.jpg\"");
        assert_eq!(file.header("content-disposition"), name);
        assert!(file.header("cache-control").contains("max-age=300"), "{}", file.header("cache-control"));
        let response = reqwest::get(format!("{}{link}", at.site)).await.unwrap();
        let bytes = response.bytes().await.unwrap();
        let (across, down) = bare_size(&bytes, Format::Jpeg).expect("a JPEG with nothing but pixels");
        assert_eq!(across.to_string(), width);
        let kilobytes = bytes.len().div_ceil(1_000);
        let said = words.replace(['\u{2068}', '\u{2069}'], "").replace(',', "");
        assert_eq!(said, format!("{size} picture {width} by {down} points {kilobytes} kB"));
        // A HEAD request, as download managers send it, gets the same headers and no body.
        let head = reqwest::Client::new().head(format!("{}{link}", at.site)).send().await.unwrap();
        assert_eq!(
            (head.status().as_u16(), head.headers()["content-disposition"].to_str().unwrap()),
            (200, &*name)
        );
        assert_eq!(head.headers()["content-length"].to_str().unwrap(), bytes.len().to_string());
        assert!(head.bytes().await.unwrap().is_empty());
    }
    for odd in ["161", "0160", "+160", "160.jpg", "all"] {
        let answer = stranger.get(&format!("/en/photo/{number}/download/{odd}")).await;
        assert_eq!(answer.status, 404, "{odd}");
    }
}

#[tokio::test]
async fn a_photo_from_before_weights_were_kept_is_still_offered() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let row = queries::one(&at.db.desk, society.id, photo.id).await.unwrap();
    let text = row.pictures.unwrap();
    let (version, sizes) = text.split_once(':').unwrap();
    let old: Vec<&str> = sizes.split(',').map(|size| size.rsplit_once('x').unwrap().0).collect();
    at.tampers(&format!("update publications set pictures = '{version}:{}'", old.join(","))).await;
    at.tampers("update publications set certificate = null").await;
    let (db, proofs) = (&at.db.desk, &at.app.secrets.proofs);
    kinlight::publications::certifying::older::take_over(db, proofs, at.now()).await.unwrap();
    let replica = at.replica().await;
    let page = replica.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    let words = page.texts("a[download]");
    assert!(words.len() == old.len() && words.iter().all(|words| !words.contains("kB")), "{words:?}");
}

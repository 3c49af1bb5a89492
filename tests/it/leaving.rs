//! Leaving takes along what the browser keeps of us, and nobody waits for that.

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, fills, sends};

const FIREFOX: &str = "Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0";
const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0 Mobile/15E148 Safari/604.1";
const CHROME: &str = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/139.0.0.0 Mobile Safari/537.36";

/// What the browser is asked to forget.
fn forgets(page: &Page) -> &str {
    page.header("clear-site-data")
}

#[tokio::test]
async fn the_quick_exit_empties_the_cache_where_nobody_waits_for_it() {
    let at = TestApp::start().await;
    for (browser, expected) in
        [(FIREFOX, "\"cache\""), (IPHONE, "\"cache\""), (CHROME, ""), ("", "\"cache\"")]
    {
        let page = at.visitor().get_as(browser, "/en/leave").await.expect(303);
        assert_eq!(forgets(&page), expected, "{browser}");
        assert!(page.redirect().unwrap().starts_with("https://worldweather.wmo.int/"), "{browser}");
    }
    // The others ask for this picture, by the script or from the page that follows. A page's own header would keep it waiting.
    for base in [at.visitor(), at.at_the_desk()] {
        let picture = base.get("/left.gif").await.expect(200);
        assert_eq!((forgets(&picture), picture.header("content-type")), ("\"cache\"", "image/gif"));
        assert_eq!(picture.header("cache-control"), "no-store", "the second time nothing would be forgotten");
    }
}

#[tokio::test]
async fn who_has_finished_leaves_nothing_in_the_cache() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying("I know her brother")).await;
    let receipt = sends(&at, &visitor, &check).await.expect(200);
    let done = receipt.form("/receipt/saved").submit(&visitor).await.expect(200);
    assert_eq!(done.all("img[src='/left.gif']", "alt"), [""], "{done:?}");
    assert_eq!(forgets(&done), "", "Chromium would show this page seconds later");
}

#[tokio::test]
async fn signing_out_leaves_nothing_of_the_desk_in_the_cache() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let desk = society.moderator.signs_in(&at).await;
    let known = desk.cookies().contains("kinlight-device");
    let out = desk.get("/en/").await.expect(200).form("/sign-out").submit(&desk).await.expect(200);
    assert_eq!(out.all("img[src='/left.gif']", "alt"), [""], "{out:?}");
    assert_eq!(
        desk.cookies().contains("kinlight-device"),
        known,
        "the device is a stranger now, and may be locked out"
    );
    let asked = desk.get("/en/sign-in").await.expect(200);
    assert!(asked.all("img[src='/left.gif']", "alt").is_empty(), "who only signs in loses the styles");
}

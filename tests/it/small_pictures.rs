//! Visitors with expensive data choose smaller pictures. The choice is part of the address: nothing is stored on the phone.

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::people::{Enquirer, Society};

/// The widest picture that a page offers.
fn widest(page: &Page) -> u32 {
    let files = [page.all("main img", "src"), page.all("main img", "srcset")].concat().join(" ");
    let width = |part: &str| part.split_once('.').and_then(|(width, _)| width.parse().ok());
    files.split('/').filter_map(width).max().expect("a picture")
}

#[tokio::test]
async fn smaller_pictures_go_along_from_page_to_page() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let enquirer = Enquirer::looking_for_her_brother();
    for _ in 0..13 {
        society.publishes(&at, &enquirer).await;
    }
    let visitor = at.visitor();
    let usual = visitor.get("/en/").await.expect(200);
    assert_eq!(widest(&usual), 320);
    let small = visitor.get(&usual.link("Show smaller pictures, to save data")).await.expect(200);
    assert_eq!((small.path.as_str(), widest(&small)), ("/en/?pictures=small", 160));
    let second = visitor.get("/en/?pictures=small&page=2").await.expect(200);
    assert!(small.has_link_to("/en/?pictures=small&page=2").is_some() && widest(&second) == 160);
    let photo = visitor.get(&small.has_link_to("/en/photo/").expect("a photo")).await.expect(200);
    assert_eq!(widest(&photo), 320, "{}", photo.path);
    assert_eq!(photo.link("All photos"), "/en/?pictures=small");
    // Beside a form the picture is always small: the page may weigh 20,000 bytes, and a real face at 320 pixels is half of that.
    let form = at.visitor().get(&photo.link("This person is looking for me")).await.expect(200);
    assert_eq!(widest(&form), 160);
    let arabic = photo.has_link_to("/ar/photo/").expect("the switch");
    assert!(arabic.ends_with("?pictures=small"), "{arabic}");
    assert_eq!(small.form("/en/").value("pictures"), Some("small"), "the search loses the choice");
    let back = visitor.get(&second.link("Show bigger pictures")).await.expect(200);
    assert_eq!((back.path.as_str(), widest(&back)), ("/en/?page=2", 320));
    assert_eq!(visitor.cookies(), "", "a cookie while browsing");
}

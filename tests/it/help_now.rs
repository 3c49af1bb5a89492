//! Who can help now, by the country where somebody is in danger: what Societies checked, shown alike on the way to every photo.

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};

const PAGE: &str = "/en/help-now";

#[tokio::test]
async fn who_is_afraid_finds_who_can_help_from_every_place_where_they_stand() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let page = format!("/en/photo/{}", photo.number.compact());
    let doors = ["looking-for-me", "i-know", "remove-my-photo", "something-wrong"];
    let doors = doors.map(|door| format!("{page}/respond/{door}"));
    for path in ["/en/safety".to_owned(), "/en/children".to_owned(), page].into_iter().chain(doors) {
        let page = visitor.get(&path).await.expect(200);
        assert!(page.has_link_to(PAGE).is_some(), "{path} leads to nobody: {page:?}");
    }
    visitor.get(PAGE).await.expect(200);
}

//! The people of the other stories come to be, and a photo of theirs gets into the gallery.

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society};
use kinlight::publications::catalogue::Shown;

#[tokio::test]
async fn a_society_with_its_staff_publishes_a_photo() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let Shown::Photos(snapshot) = at.app.catalogue.at(at.now()) else { panic!("the catalogue is away") };
    assert_eq!(snapshot.count(), 1);
    let public = at.blobs().iter().filter(|(name, _)| name.starts_with("public/photos/")).count();
    assert!(public >= 6, "{public} public files");
}

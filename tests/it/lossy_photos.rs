//! A photo that is small, or of which a part is lost, is accepted. The staff who may publish it are told.

use kinlight_pictures::read;

use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Society, portrait};

/// The first two thirds of a JPEG and an end marker, as a broken memory card leaves it.
fn damaged() -> Vec<u8> {
    let whole = portrait(3);
    [&whole[..whole.len() * 2 / 3], &[0xff, 0xd9]].concat()
}

#[tokio::test]
async fn of_a_damaged_photo_both_who_drafts_and_who_approves_are_told() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let enquirer = Enquirer { photo: damaged(), ..Enquirer::looking_for_her_brother() };
    let draft = society.drafts(&at, &enquirer).await;
    let case_worker = society.case_worker.signs_in(&at).await;
    let page = case_worker.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    let told = at.text("en", "drafting-advice-damaged");
    page.says(&told);

    // The copy after a cover is an undamaged file, but the lost part is still lost, so the advice stays.
    let corner = [("cover_left", "0"), ("cover_top", "0"), ("cover_width", "5"), ("cover_height", "5")];
    let form = corner.into_iter().fold(page.form("/faces"), |form, (field, value)| form.set(field, value));
    let page = form.submit(&case_worker).await.expect(200);
    page.says(&told);
    page.form("/send").submit(&case_worker).await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200);
    review.says(&at.text("en", "review-photo-damaged"));
}

#[tokio::test]
async fn an_old_phones_photo_is_taken_and_told_as_small() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let small = kinlight_pictures::Studio::new()
        .fitted(&read(&portrait(4), &kinlight_pictures::Limits::any_size()).unwrap(), 300)
        .unwrap();
    assert!(small.width().min(small.height()) < 320);
    let photo = small.working_copy().unwrap();
    let enquirer = Enquirer { photo, ..Enquirer::looking_for_her_brother() };
    let draft = society.drafts(&at, &enquirer).await;
    let case_worker = society.case_worker.signs_in(&at).await;
    let page = case_worker.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    page.says(&at.text("en", "drafting-advice-small-photo"));
    let text = page.text_of("main");
    assert!(!text.contains(&at.text("en", "drafting-advice-damaged")), "{page:?}");
}

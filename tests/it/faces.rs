//! Other people in the picture: no bystander is published by mistake. What was covered or cropped away can't be restored by
//! anybody, not even with the Society's own keys.

use kinlight::audit::eyes::Nobody;
use kinlight::cases;
use kinlight::ids::{PublicationId, RecordId};
use kinlight::publications::queries;
use kinlight::sealing::contents;
use kinlight_pictures::{Crop, FaceFinder, Limits, Picture, difference_hash, hash_distance, read};

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Society};
use crate::harness::photos::shared;

/// A real photograph of two people side by side.
fn two_people() -> Option<Vec<u8>> {
    shared("faces").into_iter().find(|(name, _)| name == "two-people.jpg").map(|(_, bytes)| bytes)
}

/// A draft that lacks nothing but a decision about the faces, and its page.
async fn drafted(at: &TestApp, society: &Society, photo: Vec<u8>) -> (PublicationId, Browser, Page) {
    let enquirer = Enquirer { photo, ..Enquirer::looking_for_her_brother() };
    let draft = society.drafts(at, &enquirer).await;
    let case_worker = society.case_worker.signs_in(at).await;
    let page = case_worker.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    (draft.id, case_worker, page)
}

/// Every sealed picture that the Society's keys open, and every public one.
async fn all_pictures(at: &TestApp, society: &Society, publication: PublicationId) -> Vec<Picture> {
    let row = queries::one(&at.db.desk, society.id, publication).await.unwrap();
    let member = society.case_worker.member(at).await;
    let case = cases::open(&at.db.desk, society.id, row.case_id, member.key_holder()).await.unwrap();
    let opened = |(name, bytes): (String, Vec<u8>)| match name.strip_prefix("sealed/pictures/") {
        None => Some(bytes),
        Some(id) => Some(
            case.open(&Nobody, contents::Picture, id.parse::<RecordId>().unwrap(), &bytes)
                .expect("its key")
                .to_vec(),
        ),
    };
    let files = at.blobs().into_iter().filter_map(opened);
    files.filter_map(|bytes| read(&bytes, &Limits::any_size()).ok()).collect()
}

/// Whether any picture looks like `wanted`, either in this part of it or as a whole.
fn shows(pictures: &[Picture], area: Crop, wanted: u64) -> bool {
    let parts = pictures.iter().flat_map(|picture| [picture.crop(area), picture.clone()]);
    parts.into_iter().any(|part| hash_distance(difference_hash(&part), wanted) <= 8)
}

#[tokio::test]
async fn of_two_faces_one_is_covered_and_nothing_brings_it_back() {
    let Some(photo) = two_people() else { return };
    let original = read(&photo, &Limits::default()).unwrap();
    let found = FaceFinder::new().unwrap().find(&original).unwrap();
    let [_, bystander] = found.faces[..] else { panic!("{:?}", found.faces) };
    let wanted = difference_hash(&original.crop(bystander.area));

    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (id, case_worker, page) = drafted(&at, &society, photo).await;
    page.says(&at.text("en", "drafting-lacks-faces")).says("Face 2");
    // The control: the bystander can be seen until somebody decides.
    assert!(shows(&all_pictures(&at, &society, id).await, bystander.area, wanted), "the comparison is blind");
    for lang in ["en", "ar"] {
        let page = case_worker.get(&format!("/{lang}/drafts/{id}")).await.expect(200);
        let refused = page.form("/send").submit(&case_worker).await.expect(422);
        refused.says(&at.text(lang, "drafting-lacks-faces"));
    }
    assert_eq!(at.count("select count(*) from publications where stage = 'draft'").await, 1);

    let page = page.form("/faces").set("face_2", "cover").submit(&case_worker).await.expect(200);
    let text = page.text_of("main");
    assert!(!text.contains(&at.text("en", "drafting-lacks-faces")), "{page:?}");
    assert!(text.contains("1 part is covered") && !text.contains("Face 2"), "it is still seen: {page:?}");
    at.run_jobs().await;
    assert!(
        !shows(&all_pictures(&at, &society, id).await, bystander.area, wanted),
        "the face is still there"
    );

    page.form("/send").submit(&case_worker).await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{id}")).await.expect(200);
    review
        .says(&at.text("en", "review-faces"))
        .says("The program sees one face.")
        .says("One part was covered.");
    let live = review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    assert!(live.path.contains("/publications/"), "{live:?}");
    at.run_jobs().await;
    assert!(!shows(&all_pictures(&at, &society, id).await, bystander.area, wanted), "the face is published");
    assert_eq!(at.count("select count(*) from audit_lines where verb = 'faces-covered'").await, 1);
}

#[tokio::test]
async fn the_face_named_as_the_person_is_shown_and_the_other_is_cropped_away() {
    let Some(photo) = two_people() else { return };
    let original = read(&photo, &Limits::default()).unwrap();
    let found = FaceFinder::new().unwrap().find(&original).unwrap();
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (id, case_worker, page) = drafted(&at, &society, photo).await;
    let page = page.form("/faces").set("face_2", "person").submit(&case_worker).await.expect(200);
    // If the other face reaches into the crop, it needs a decision; if not, it is cropped away and needs none.
    let page = match page.text_of("main").contains(&at.text("en", "drafting-lacks-faces")) {
        false => page,
        true => page.form("/faces").set("face_1", "agreed-too").submit(&case_worker).await.expect(200),
    };
    page.form("/send").submit(&case_worker).await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{id}")).await.expect(200);
    review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    at.run_jobs().await;
    let widest = all_pictures(&at, &society, id).await.into_iter().max_by_key(Picture::width).unwrap();
    let shown = FaceFinder::new().unwrap().find(&widest).unwrap();
    let middle =
        |face: &kinlight_pictures::Face| u32::from(face.area.left()) + u32::from(face.area.width()) / 2;
    let nearest = shown.faces.iter().min_by_key(|face| middle(face).abs_diff(5_000)).expect("a face");
    assert!(
        middle(nearest).abs_diff(5_000) < 1_000,
        "the person is not in the middle: {nearest:?} of {found:?}"
    );
}

#[tokio::test]
async fn a_part_is_covered_by_typing_its_numbers_and_only_one_face_can_be_the_person() {
    let Some(photo) = two_people() else { return };
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (_, case_worker, page) = drafted(&at, &society, photo).await;
    let both = page.form("/faces").set("face_1", "person").set("face_2", "person");
    let page = both.submit(&case_worker).await.expect(422);
    page.says(&at.text("en", "drafting-face-two-persons"));
    let form = page.form("/faces").set("face_2", "agreed-too");
    let half = form.set("cover_left", "10").submit(&case_worker).await.expect(422);
    let beyond = ["cover_left", "cover_top", "cover_width", "cover_height"]
        .iter()
        .fold(half.form("/faces"), |form, field| form.set(field, "60"));
    let page = beyond.submit(&case_worker).await.expect(422);
    page.says(&at.text("en", "drafting-cover-outside"));
    let whole = [("cover_left", "0"), ("cover_top", "0"), ("cover_width", "100"), ("cover_height", "١٠٠")];
    let form = whole.into_iter().fold(page.form("/faces"), |form, (field, value)| form.set(field, value));
    let page = form.submit(&case_worker).await.expect(200);
    page.says(&at.text("en", "drafting-advice-no-face"));
}

#[tokio::test]
async fn a_photo_that_lies_on_its_side_is_turned_by_one_button() {
    let Some(photo) = two_people() else { return };
    let lying = kinlight_pictures::Turn::Quarter.apply(read(&photo, &Limits::default()).unwrap());
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let (_, case_worker, page) = drafted(&at, &society, lying.working_copy().unwrap()).await;
    page.says(&at.text("en", "drafting-advice-not-upright"));
    let page = page.form("/faces").press(&case_worker, "turn").await.expect(200);
    let text = page.text_of("main");
    assert!(!text.contains(&at.text("en", "drafting-advice-not-upright")), "{page:?}");
    page.says("Face 2");
}

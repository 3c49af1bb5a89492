//! The same photo twice: staff are told if a colleague's draft or a photo on the site looks the same. A photo whose enquirer
//! asked to have it taken down does not come back by mistake. Only within one Society, and by the look of the whole picture,
//! never by faces.

use kinlight::ids::{PublicationId, Seen};
use kinlight::photos::UNFINISHED_FOR;
use kinlight::publications::duplicates::{Likeness, Nearness};
use kinlight::publications::{drafting, ending, lifecycle::EndReason};
use kinlight::staff::roles;
use kinlight_pictures::{Limits, Studio, difference_hash, read};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages;
use crate::harness::people::{Enquirer, Photo, Society, portrait};
use crate::harness::photos::shared;

const TITLE: &str = "drafting-alike-title";
const TAKEN_DOWN: &str = "drafting-taken-down-title";

fn with_photo(photo: Vec<u8>) -> Enquirer {
    Enquirer { photo, ..Enquirer::looking_for_her_brother() }
}

/// The same photo as a messenger forwards it: smaller, and encoded again.
fn passed_on(photo: &[u8]) -> Vec<u8> {
    let picture = read(photo, &Limits::any_size()).unwrap();
    let smaller = Studio::new().fitted(&picture, picture.width().max(picture.height()) * 3 / 5).unwrap();
    smaller.working_copy().unwrap()
}

fn whole(photo: &[u8]) -> Likeness {
    Likeness { whole: Some(difference_hash(&read(photo, &Limits::any_size()).unwrap())), shown: None }
}

/// A complete draft of this photo, and its page.
async fn drafted(at: &TestApp, society: &Society, photo: Vec<u8>) -> (PublicationId, Browser, Page) {
    let draft = society.drafts(at, &with_photo(photo)).await;
    let case_worker = society.case_worker.signs_in(at).await;
    let page = case_worker.get(&format!("/en/drafts/{}", draft.id)).await.expect(200);
    (draft.id, case_worker, page)
}

#[track_caller]
fn says_nothing(at: &TestApp, page: &Page) {
    for key in [TITLE, TAKEN_DOWN] {
        assert!(!page.contains(&at.text("en", key)), "{key} on {page:?}");
    }
}

async fn withdraws(at: &TestApp, photo: &Photo) {
    let enquirer = at.visitor();
    let asked = enquirer.get("/en/withdraw").await.expect(200);
    let form = asked.main_form().set("code", &photo.withdrawal_code.grouped());
    let sure = form.submit(&enquirer).await.expect(200);
    sure.form("/withdraw/now").submit(&enquirer).await.expect(200);
    at.run_jobs().await;
}

#[tokio::test]
async fn whoever_uploads_a_photo_twice_is_shown_the_other_one_and_may_go_on() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let live = society.publishes(&at, &with_photo(portrait(7))).await;
    let (first, case_worker, page) = drafted(&at, &society, portrait(7)).await;
    page.says(&at.text("en", TITLE)).says(&at.text("en", "drafting-alike-likely"));
    page.says(&live.number.grouped());
    let thumb = format!("/en/publications/{}/thumb", live.id);
    assert!(page.all(".alike img", "src").contains(&thumb), "{page:?}");
    case_worker.get(&thumb).await.expect(200);
    assert_eq!(page.has_link_to(&format!("/en/publications/{}", live.id)), Some(thumb.replace("/thumb", "")));

    // The second copy is smaller, and was encoded again by a messenger.
    let (second, case_worker, page) = drafted(&at, &society, passed_on(&portrait(7))).await;
    page.says(&at.text("en", "drafting-alike-likely"))
        .says("A draft that case-worker-northland started on 2026-11-18");
    assert!(page.has_link_to(&format!("/en/drafts/{first}")).is_some(), "{page:?}");
    assert!(!page.contains(&at.text("en", TAKEN_DOWN)));
    page.form("/send").submit(&case_worker).await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{second}")).await.expect(200);
    review.says(&at.text("en", TITLE)).says(&live.number.grouped());
    assert_eq!(review.has_link_to(&format!("/en/drafts/{first}")), None, "a reviewer opens no draft");
    review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
}

#[tokio::test]
async fn a_picture_downloaded_from_the_site_is_known_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let case_worker = society.case_worker.signs_in(&at).await;
    // The public page shows only a part of the photo.
    let draft = desk_pages::drafts(&case_worker, &at, &with_photo(portrait(7))).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{}", draft.id)).await.expect(200);
    review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
    let visitor = at.visitor();
    let photo = visitor.get("/en/").await.expect(200).has_link_to("/en/photo/").expect("it is live");
    let sets = visitor.get(&photo).await.expect(200).all("main img, main source", "srcset").join(",");
    let widest = sets.split(',').filter_map(|entry| entry.split_whitespace().next()).next_back();
    let downloaded = visitor.get(widest.expect("an address")).await.expect(200).bytes;
    assert_eq!(
        whole(&portrait(7)).nearness(&whole(&downloaded)),
        None,
        "the part is like the whole: no story"
    );
    let (_, _, page) = drafted(&at, &society, downloaded).await;
    page.says(&at.text("en", TITLE)).says(&at.text("en", "drafting-alike-likely"));
}

#[tokio::test]
async fn who_asked_to_be_taken_down_does_not_come_back_by_oversight() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &with_photo(portrait(7))).await;
    withdraws(&at, &photo).await;
    let pictures = |at: &TestApp| -> Vec<String> {
        let is_picture = |name: &str| name.starts_with("public/") || name.starts_with("sealed/pictures/");
        at.blobs().into_iter().map(|(name, _)| name).filter(|name| is_picture(name)).collect()
    };
    assert_eq!(pictures(&at), Vec::<String>::new(), "the warning must not keep the photo");

    // Everything else of the photo was erased long before.
    at.later(Duration::days(100)).await;
    at.run_jobs().await;
    let (id, case_worker, page) = drafted(&at, &society, passed_on(&portrait(7))).await;
    page.says("asked for it to be taken down on 2026-11-18. Don’t publish it again unless they ask.");
    for lang in ["en", "ar"] {
        let page = case_worker.get(&format!("/{lang}/drafts/{id}")).await.expect(200);
        let refused = page.form("/send").submit(&case_worker).await.expect(422);
        refused.says(&at.text(lang, "drafting-lacks-taken-down"));
    }
    let unsaid = page.form("/alike").submit(&case_worker).await.expect(422);
    assert!(unsaid.fault_at("taken_down").is_some(), "{unsaid:?}");
    // An unsaved choice is kept when another box is saved.
    let chosen = unsaid.form("Save the private part").set("taken_down", "asked-again");
    let chosen = chosen.set("story", "She lost him at the ferry.").submit(&case_worker).await.expect(200);
    assert_eq!(chosen.form("/alike").value("taken_down"), Some("asked-again"), "{chosen:?}");
    let page = chosen.form("/alike").submit(&case_worker).await.expect(200);
    assert!(!page.contains(&at.text("en", "drafting-lacks-taken-down")), "{page:?}");
    page.says(&at.text("en", "drafting-taken-down-answered"));
    let overruled =
        "select count(*) from audit_lines where verb = 'warning-overruled' and detail = 'asked-again'";
    assert_eq!(at.count(overruled).await, 1);

    page.form("/send").submit(&case_worker).await.expect(200);
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{id}")).await.expect(200);
    review.says(&at.text("en", TAKEN_DOWN)).says(&at.text("en", "drafting-taken-down-asked-again"));
    review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(200);
}

#[tokio::test]
async fn an_answer_is_about_one_photo_and_another_upload_asks_anew() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &with_photo(portrait(7))).await;
    withdraws(&at, &photo).await;
    let (id, case_worker, page) = drafted(&at, &society, portrait(7)).await;
    let page = page.form("/alike").set("taken_down", "another-photo").submit(&case_worker).await.expect(200);
    let lacks = at.text("en", "drafting-lacks-taken-down");
    assert!(!page.contains(&lacks), "{page:?}");
    let page =
        page.form("/picture").file("photo", "a.jpg", &portrait(4242)).submit(&case_worker).await.expect(200);
    says_nothing(&at, &page);
    let page =
        page.form("/picture").file("photo", "b.jpg", &portrait(7)).submit(&case_worker).await.expect(200);
    page.says(&lacks);
    let late = case_worker.get(&format!("/en/drafts/{id}")).await.expect(200).form("/alike");
    page.form("/alike").set("taken_down", "asked-again").submit(&case_worker).await.expect(200);
    late.set("taken_down", "another-photo").submit(&case_worker).await.expect(409);
}

#[tokio::test]
async fn what_is_taken_down_while_a_copy_waits_for_review_keeps_the_copy_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &with_photo(portrait(7))).await;
    let copy = society.sends_to_review(&at, &with_photo(portrait(7))).await;
    withdraws(&at, &photo).await;
    let reviewer = society.reviewer.signs_in(&at).await;
    let review = reviewer.get(&format!("/en/reviews/{}", copy.id)).await.expect(200);
    review.says(&at.text("en", TAKEN_DOWN)).says(&at.text("en", "review-taken-down-open"));
    let refused = review.form("/approve").tick_all("checked").submit(&reviewer).await.expect(422);
    refused.says(&at.text("en", "review-lacks-title"));
    assert_eq!(at.count("select count(*) from publications where stage = 'live'").await, 0);
}

#[tokio::test]
async fn another_society_is_told_nothing() {
    let at = TestApp::start().await;
    let (ours, theirs) = (Society::founded(&at, "northland").await, Society::founded(&at, "southland").await);
    let photo = ours.publishes(&at, &with_photo(portrait(7))).await;
    ours.drafts(&at, &with_photo(portrait(7))).await;
    let (_, _, page) = drafted(&at, &theirs, portrait(7)).await;
    says_nothing(&at, &page);
    withdraws(&at, &photo).await;
    let (_, _, page) = drafted(&at, &theirs, passed_on(&portrait(7))).await;
    assert!(!page.contains(&at.text("en", TAKEN_DOWN)), "{page:?}");
    assert_eq!(at.count("select count(*) from picture_indexes").await, 2);
}

#[tokio::test]
async fn of_two_uploads_at_once_none_is_forgotten() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let by = society.case_worker.may::<roles::Draft>(&at).await;
    let (db, now) = (&at.db.desk, at.now());
    let mut begun = Vec::new();
    for seed in [7, 4242] {
        let id = drafting::start(db, &by, &Enquirer::looking_for_her_brother().private, now).await.unwrap();
        begun.push((id, portrait(seed)));
    }
    let uploads = begun.iter().map(|(id, photo)| {
        drafting::set_picture(at.stores(), &by, Seen { id: *id, version: 1 }, photo.clone(), now)
    });
    for done in futures_util::future::join_all(uploads).await {
        done.unwrap();
    }
    for (id, photo) in begun {
        let (_, _, page) = drafted(&at, &society, photo).await;
        assert!(page.has_link_to(&format!("/en/drafts/{id}")).is_some(), "one upload is forgotten: {page:?}");
    }
}

#[tokio::test]
async fn of_two_photos_for_one_draft_at_once_the_one_that_was_refused_is_not_kept() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let by = society.case_worker.may::<roles::Draft>(&at).await;
    let (db, now) = (&at.db.desk, at.now());
    let id = drafting::start(db, &by, &Enquirer::looking_for_her_brother().private, now).await.unwrap();
    let uploads = [7, 4242]
        .map(|seed| drafting::set_picture(at.stores(), &by, Seen { id, version: 1 }, portrait(seed), now));
    let kept = futures_util::future::join_all(uploads).await.into_iter().flatten().count();
    assert_eq!(kept, 1);
    at.later(UNFINISHED_FOR + Duration::seconds(1)).await;
    at.run_jobs().await;
    let sealed = at.blobs().into_iter().filter(|(name, _)| name.starts_with("sealed/pictures/")).count();
    assert_eq!(sealed, 1, "a picture that nothing names is kept");
}

#[tokio::test]
async fn a_photo_that_ended_by_its_date_does_not_warn_and_is_forgotten_in_time() {
    // The index forgets it when the private part goes, whatever the setting says.
    let at = TestApp::with(&[("private_part_days", "30")]).await;
    let society = Society::founded(&at, "northland").await;
    let ending = Enquirer { consent_for: Duration::days(40), ..with_photo(portrait(7)) };
    society.publishes(&at, &ending).await;
    at.later(Duration::days(41)).await;
    at.run_jobs().await;
    let (id, case_worker, page) = drafted(&at, &society, portrait(7)).await;
    page.says("A photo that ended on 2026-12-29");
    assert!(!page.contains(&at.text("en", TAKEN_DOWN)), "{page:?}");
    page.form("/send").submit(&case_worker).await.expect(200);
    // This draft is taken back before anybody reviewed it.
    let by = society.reviewer.may::<roles::Withdraw>(&at).await;
    ending::withdraw(&at.db.desk, &by, id, EndReason::WithdrawnByStaff, at.now()).await.unwrap();
    let (id, _, page) = drafted(&at, &society, portrait(7)).await;
    assert_eq!(page.texts(".alike li").len(), 1, "a dropped draft is listed: {page:?}");
    ending::withdraw(&at.db.desk, &by, id, EndReason::Reunited, at.now()).await.unwrap();
    at.later(Duration::days(35)).await;
    let (_, _, page) = drafted(&at, &society, portrait(7)).await;
    says_nothing(&at, &page);
}

#[tokio::test]
async fn what_staff_took_back_asks_why() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &with_photo(portrait(7))).await;
    let by = society.moderator.may::<roles::Withdraw>(&at).await;
    ending::withdraw(&at.db.desk, &by, photo.id, EndReason::WithdrawnByStaff, at.now()).await.unwrap();
    let (_, case_worker, page) = drafted(&at, &society, portrait(7)).await;
    page.says("was taken back by staff on 2026-11-18. Find out why before you publish it again.");
    page.form("/send").submit(&case_worker).await.expect(422);
}

/// The portraits are drawn in one style on similar backgrounds, so they are harder to tell apart than real photos.
#[test]
fn other_faces_in_the_same_manner_are_never_taken_for_the_same_photo() {
    let drawn: Vec<Likeness> = (1..25).map(|seed| whole(&portrait(seed))).collect();
    for (at, one) in drawn.iter().enumerate() {
        for (other_at, other) in drawn.iter().enumerate().skip(at + 1) {
            let bits = (one.whole.unwrap() ^ other.whole.unwrap()).count_ones();
            println!("{} and {}: {bits}", at + 1, other_at + 1);
            assert_ne!(one.nearness(other), Some(Nearness::Likely), "{} and {}", at + 1, other_at + 1);
        }
    }
}

#[test]
fn each_real_photo_is_found_again_and_no_other() {
    let photos: Vec<(String, Vec<u8>)> = ["portraits", "phones"].into_iter().flat_map(shared).collect();
    let known: Vec<(&str, Likeness)> =
        photos.iter().map(|(name, bytes)| (name.as_str(), whole(bytes))).collect();
    for (name, bytes) in &photos {
        let copy = whole(&passed_on(bytes));
        for (other, likeness) in &known {
            let expected = (name == other).then_some(Nearness::Likely);
            assert_eq!(likeness.nearness(&copy), expected, "{name} passed on, and {other}");
        }
    }
}

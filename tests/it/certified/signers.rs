//! Only a reviewer's signature counts, by the Society's signed list and by the chain; that of one who left counts up to their line.

use super::{certifies, it_is_told, keeps, literal, no_alarm, page_of, puts_back, text, whose};
use crate::harness::app::TestApp;
use crate::harness::people::{Enquirer, Person, Photo, Society};
use kinlight::ids::StaffId;
use kinlight::publications::certificate::Review;
use kinlight::publications::certifying::judging::Flaw;
use kinlight::sealing::SigningKey;
use kinlight::staff::roles::Role;

/// Writes a review that says it is `by` somebody, signed with this key.
async fn signs(at: &TestApp, photo: &Photo, (by, key): (StaffId, &SigningKey), line: Option<u64>) {
    let row = whose(at, photo.id);
    let review =
        Review::parse(&text(at, &format!("select certified_by from publications where {row}")).await);
    let review = review.expect("the true review");
    let other = Review { by, line: line.unwrap_or(review.line), ..review }.to_string();
    let signature = literal(at, &key.sign(other.as_bytes()));
    at.tampers(&format!(
        "update publications set certified_by = '{other}', certified_signature = {signature} where {row}"
    ))
    .await;
}

async fn key_of(at: &TestApp, person: &Person) -> SigningKey {
    person.member(at).await.key_holder().signing()
}

#[tokio::test]
async fn the_signature_of_somebody_else_rings() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let other = Society::founded(&at, "southland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    keeps(&at, "publications").await;
    no_alarm(&at, &society).await;
    let reviewer = &society.reviewer;
    let own = key_of(&at, reviewer).await;
    let stranger = SigningKey::derived(&[7; 32], "stranger");
    let worker = key_of(&at, &society.case_worker).await;
    let foreign = key_of(&at, &other.reviewer).await;
    for (what, by, key, line) in [
        ("nobody's key", reviewer.id, &stranger, None),
        ("a key of nobody in the list", StaffId::from_u128(7), &stranger, None),
        ("a case worker's", society.case_worker.id, &worker, None),
        ("another Society's reviewer's", other.reviewer.id, &foreign, None),
        ("the reviewer's, about another act", reviewer.id, &own, Some(1)),
        ("the reviewer's, about no act", reviewer.id, &own, Some(99_999)),
    ] {
        println!("{what}");
        signs(&at, &photo, (by, key), line).await;
        it_is_told(&at, &society, Flaw::Reviewer).await;
        // The site knows no reviewers: the desk's hosts have countersigned this certificate.
        at.visitor().get(&page_of(&photo)).await.expect(200);
        puts_back(&at, "publications", &["certified_by", "certified_signature"]).await;
        assert_eq!(super::looks(&at, &society).await, 0, "{what}: it does not end");
    }
}

#[tokio::test]
async fn a_reviewer_who_left_counts_up_to_their_line_and_no_further() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let second = society.takes_on(&at, "second", &[Role::Reviewer]).await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let key = key_of(&at, &society.reviewer).await;
    let administrator = society.administrator.signs_in(&at).await;
    let page = administrator.get(&format!("/en/accounts/{}", society.reviewer.id)).await.expect(200);
    let ended = page.form("/end").submit(&administrator).await;
    assert!(ended.status == 200, "{ended:?}");
    at.app.refresh_catalogue().await;
    // Nothing vanishes, and nothing rings.
    at.visitor().get(&page_of(&photo)).await.expect(200);
    no_alarm(&at, &society).await;
    // A line after their end is not theirs, even with their key and a line in the chain.
    let after = at.count("select max(seq) from audit_lines").await;
    signs(&at, &photo, (society.reviewer.id, &key), Some(u64::try_from(after).unwrap())).await;
    it_is_told(&at, &society, Flaw::Reviewer).await;
    // A colleague certifies it again.
    let reviewer = second.signs_in(&at).await;
    reviewer.get("/en/certify").await.expect(200).says(&at.text("en", "certify-due-signer"));
    certifies(&at, &reviewer).await;
    assert_eq!(super::looks(&at, &society).await, 0);
    at.visitor().get(&page_of(&photo)).await.expect(200);
}

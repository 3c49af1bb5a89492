//! The other forms that answer a button with a page: the mailbox, the withdrawal, and the digits before a search.

use super::{NAME, WORDS, again, letter, open_steps, with_a_photo};
use crate::harness::browser::Page;
use crate::harness::site_pages::{reads, responds, solved};

#[tokio::test]
async fn each_step_of_the_way_back_can_be_asked_for_again() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let receipt = responds(&at, &at.visitor(), photo.number, letter()).await;
    let wrong = visitor.get("/en/return").await.expect(200).main_form();
    let wrong = wrong.set("code", "1234").submit(&visitor).await.expect(422);
    let wrong = again(&visitor, &wrong).await;
    assert_eq!(wrong.main_form().value("code"), Some("1234"));
    let french = wrong.main_form().set("code", "5678").press(&visitor, "Français").await.expect(200);
    assert_eq!(again(&visitor, &french).await.main_form().value("code"), Some("5678"));
    let mailbox = wrong.main_form().set("code", &receipt.code).submit(&visitor).await.expect(200);
    let mailbox = again(&visitor, &mailbox).await;
    mailbox.says(&receipt.caller_check);

    // An unsent answer is kept by every button, and in another language.
    let asked = mailbox.form("/return/erase").set("answer", WORDS).submit(&visitor).await.expect(200);
    let asked = again(&visitor, &asked).await;
    let kept = asked.main_form().press(&visitor, "no").await.expect(200);
    assert_eq!(again(&visitor, &kept).await.form("/return/answer").value("answer"), Some(WORDS));
    let arabic = kept.form("/return/answer").press(&visitor, "العربية").await.expect(200);
    assert_eq!(again(&visitor, &arabic).await.form("/return/answer").value("answer"), Some(WORDS));
    let sent = visitor.get(&kept.path).await.expect(200).main_form().submit(&visitor).await.expect(200);
    let sent = again(&visitor, &sent).await;
    sent.says(&at.text("en", "return-sent-title"));
    assert!(!sent.contains(WORDS), "an answer is shown back");
    let missing = sent.main_form().submit(&visitor).await.expect(422);
    again(&visitor, &missing).await.says(&at.text("en", "return-answer-missing"));
    assert_eq!(at.count("select count(*) from messages").await, 1);
    let deleted = visitor.get(&kept.path).await.form("/return/delete").submit(&visitor).await.expect(200);
    again(&visitor, &deleted).await.says(&at.text("en", "return-deleted-title"));

    let asked = deleted.form("/return/erase").submit(&visitor).await.expect(200);
    let erased = asked.main_form().press(&visitor, "yes").await.expect(200);
    erased.says(&at.text("en", "return-erased-heading"));
    assert_eq!(visitor.cookies(), "");
    for page in [&erased, &mailbox, &asked] {
        visitor.get(&page.path).await.expect(200).says(&at.text("en", "return-erased-heading"));
    }
}

#[tokio::test]
async fn a_mailbox_that_was_left_or_lost_its_cookie_says_what_is_true() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let receipt = responds(&at, &visitor, photo.number, letter()).await;
    let mailbox = reads(&visitor, &receipt.code).await;
    let elsewhere = at.visitor();
    let told = mailbox.form("/return/answer").set("answer", WORDS).submit(&elsewhere).await.expect(422);
    told.says(&at.text("en", "respond-cookie-title"));
    assert_eq!(told.form("/return/answer").value("answer"), Some(WORDS));
    assert_eq!(at.count("select count(*) from messages").await, 0);
    told.form("/return/answer")
        .submit(&elsewhere)
        .await
        .expect(200)
        .says(&at.text("en", "return-sent-title"));

    // On a shared phone, the mailbox is opened twice while the receipt is still open.
    let twice = reads(&visitor, &receipt.code).await;
    mailbox.form("/return/finish").submit(&visitor).await.expect(200);
    assert_eq!(visitor.cookies(), "", "a cookie is left after the mailbox is finished");
    assert!(
        !visitor.get(&twice.path).await.contains(&receipt.caller_check),
        "the finished mailbox opens again"
    );
    let left = visitor.get(&mailbox.path).await.expect(200);
    left.says(&at.text("en", "receipt-done-heading"));
    assert!(!left.contains(&receipt.caller_check));
    // After half an hour the page asks for the code again, and keeps what was typed.
    let mailbox = reads(&visitor, &receipt.code).await;
    at.advance(time::Duration::minutes(31));
    let over = mailbox.form("/return/answer").set("answer", NAME).submit(&visitor).await.expect(422);
    let over = again(&visitor, &over).await;
    let open = over.main_form().set("code", &receipt.code).submit(&visitor).await.expect(200);
    assert_eq!(open.form("/return/answer").value("answer"), Some(NAME));
}

#[tokio::test]
async fn each_step_of_a_withdrawal_can_be_asked_for_again() {
    let (at, _, photo) = with_a_photo().await;
    let visitor = at.visitor();
    let code = photo.withdrawal_code.grouped();
    let asked = visitor.get("/en/withdraw").await.expect(200).main_form();
    let told = asked.set("code", &code).submit(&at.visitor()).await.expect(422);
    told.says(&at.text("en", "respond-cookie-title"));
    assert_eq!(told.main_form().value("code"), Some(code.as_str()));
    let wrong =
        visitor.get("/en/withdraw").await.main_form().set("code", "12").submit(&visitor).await.expect(422);
    let sure =
        again(&visitor, &wrong).await.main_form().set("code", &code).submit(&visitor).await.expect(200);
    let sure = again(&visitor, &sure).await;
    let done = sure.form("/withdraw/now").submit(&visitor).await.expect(200);
    let all: Vec<Page> = vec![again(&visitor, &done).await, again(&visitor, &sure).await];
    for page in all {
        page.says(&at.text("en", "withdraw-done-heading"));
        assert_eq!(page.header("clear-site-data"), "\"cache\"");
    }
    assert_eq!(visitor.cookies(), "");
    visitor.get(&format!("/en/photo/{}", photo.number.compact())).await.expect(410);
    // An invented address never says that a photo was removed.
    let unknown = at.visitor().get("/en/withdraw/AAAAAAAAAAAAAAAAAAAAAA").await.expect(422);
    assert!(!unknown.contains(&at.text("en", "withdraw-done-heading")), "{unknown:?}");
}

#[tokio::test]
async fn wrong_digits_and_another_picture_are_pages_of_their_own() {
    let (at, ..) = with_a_photo().await;
    let visitor = at.visitor();
    let asked = visitor.get("/en/?seeking=brother").await.expect(200);
    let wrong = asked.main_form().set("digits", "1").submit(&visitor).await.expect(422);
    let wrong = again(&visitor, &wrong).await;
    let another = wrong.main_form().press(&visitor, "another").await.expect(200);
    let another = again(&visitor, &another).await;
    let found = solved(&at, another.main_form()).submit(&visitor).await.expect(200);
    assert!(found.path.contains("seeking=brother"), "{}", found.path);
    // A pass needs a cookie. Without one the page says so, and the digits are not spent.
    let asked = at.visitor().get("/en/?seeking=brother").await.expect(200);
    let told = solved(&at, asked.main_form()).submit(&at.visitor()).await.expect(200);
    told.says(&at.text("en", "captcha-cookie-title"));
    let told = solved(&at, told.main_form()).submit(&at.visitor()).await.expect(200);
    told.says(&at.text("en", "captcha-cookie-title"));
    assert!(told.has_link_to("/en/").is_some());
    assert_eq!(open_steps(&at).await, 0);
}

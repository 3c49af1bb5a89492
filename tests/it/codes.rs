//! The receipt code opens the mailbox however it is typed, a slip is reported at once, and guessing is slowed down.

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, fills, reads, responds, sends, solved};
use kinlight::responses::receipt_code::ReceiptCode;

const WORDS: &str = "We lost each other at the bridge with the blue lamps.";

async fn answered() -> (TestApp, Receipt) {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying(WORDS)).await;
    (at, receipt)
}

async fn types(browser: &Browser, code: &str) -> Page {
    browser.get("/en/return").await.expect(200).main_form().set("code", code).submit(browser).await
}

/// Writes the code in another script's digits, given that script's zero.
fn in_script(code: &str, zero: char) -> String {
    let digit =
        |c: char| c.to_digit(10).and_then(|value| char::from_u32(u32::from(zero) + value)).unwrap_or(c);
    code.chars().map(digit).collect()
}

#[tokio::test]
async fn a_code_is_read_in_any_digits_with_spaces_dashes_and_what_a_copy_brings_along() {
    let (at, receipt) = answered().await;
    let (code, compact) = (receipt.code.as_str(), receipt.code.replace(' ', ""));
    let ways = [
        compact.clone(),
        code.replace(' ', "-"),
        code.replace(' ', " – "),
        format!("  {code}\u{200f}"),
        format!("\u{2068}{code}\u{2069}"),
        in_script(code, '٠'),
        in_script(&compact, '۰'),
        in_script(code, '०'),
        in_script(code, '০'),
        in_script(code, '０'),
        // Burmese, Khmer, Thai, N’Ko and mathematical letters: any decimal digit counts.
        in_script(code, '၀'),
        in_script(code, '០'),
        in_script(code, '๐'),
        in_script(&compact, '߀'),
        in_script(code, '𝟘'),
        // Other characters around and between the digits.
        code.replace(' ', "."),
        format!("{code}."),
        code.replace(' ', "/"),
        format!("\u{201c}{code}\u{201d}"),
        format!("({})", code.replace(' ', ")(")),
        format!("[{compact}]"),
        format!("« {} »", code.replace(' ', " · ")),
        format!("1\u{fe0f}\u{20e3}{}", &compact[1..]).replacen('1', &compact[..1], 1),
        code.replace(' ', "_"),
        code.replace(' ', "،"),
    ];
    for typed in ways {
        let page = types(&at.visitor(), &typed).await;
        assert!(page.status == 200 && page.contains("We have your message"), "{typed:?}: {page:?}");
    }
}

#[tokio::test]
async fn a_slip_is_told_at_once_by_what_it_is() {
    let (at, receipt) = answered().await;
    let digits = receipt.code.replace(' ', "");
    let other = if digits.starts_with('7') { "8" } else { "7" };
    for (typed, told) in [
        (String::new(), "Write your code."),
        (format!("{other}{}", &digits[1..]), "A digit is wrong, or two are swapped"),
        (digits[1..].to_owned(), "Some digits are missing, or there are too many"),
        (format!("{digits}0"), "Some digits are missing, or there are too many"),
        (format!("{}o", &digits[1..]), "The code has only digits"),
    ] {
        let page = types(&at.visitor(), &typed).await.expect(422);
        let fault = page.fault_at("code").unwrap_or_default();
        assert!(fault.contains(told), "{typed:?}: {fault}");
        assert!(page.title().starts_with("Error:"), "{}", page.title());
        assert_eq!(page.main_form().value("code"), Some(&*typed), "what was typed is gone");
    }
}

#[tokio::test]
async fn after_five_wrong_codes_digits_are_asked_for_and_the_right_one_still_opens() {
    let (at, receipt) = answered().await;
    let visitor = at.visitor();
    for _ in 0..5 {
        let page = types(&visitor, ReceiptCode::draw().compact()).await.expect(422);
        assert!(page.fault_at("code").is_some_and(|told| told.contains("We found nothing")), "{page:?}");
    }
    let asked = types(&visitor, &receipt.code).await.expect(422);
    let form = asked.main_form();
    assert!(form.has("challenge") && !asked.contains("We have your message"), "{asked:?}");
    assert_eq!(form.value("code").map(|code| code.replace(' ', "")), Some(receipt.code.replace(' ', "")));
    solved(&at, form).submit(&visitor).await.expect(200).says("We have your message");
    // A visitor who has done nothing wrong has to solve nothing.
    let neighbour = Browser::from_address(&at.site, "198.51.100.7");
    reads(&neighbour, &receipt.code).await.says("We have your message");
}

#[tokio::test]
async fn the_receipt_can_be_copied_printed_and_kept_under_a_name_that_says_nothing() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying(WORDS)).await;
    let page = sends(&at, &visitor, &check).await;
    let receipt = Receipt::on(&page);
    let file = page.form("receipt.txt").submit(&visitor).await.expect(200);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"note.txt\"");
    assert!(file.header("cache-control").contains("no-store"), "{:?}", file.headers);
    let text = file.html();
    assert!(text.contains(&receipt.code) && text.contains(&receipt.caller_check), "{text}");
    for word in ["Kinlight", "photo", "brother", "Jawad", &photo.number.compact(), &photo.number.grouped()] {
        assert!(!text.contains(word), "the file tells {word:?}: {text}");
    }
    // The code is shown until the visitor says that it is saved. Then no page shows it any more, and the cookie is deleted.
    let done = page.form("receipt/saved").submit(&visitor).await.expect(200);
    assert!(!done.html().contains(&receipt.code), "{done:?}");
    assert_eq!(visitor.cookies(), "");
}

#[tokio::test]
async fn the_receipts_file_is_given_without_its_cookie_with_another_token_and_the_next_day() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying(WORDS)).await;
    let page = sends(&at, &visitor, &check).await;
    let receipt = Receipt::on(&page);
    let form = page.form("receipt.txt");
    let stale = form.clone().forge("csrf", "of-yesterday");
    for (form, browser) in [(form.clone(), at.visitor()), (stale, visitor.clone())] {
        let file = form.submit(&browser).await.expect(200);
        assert_eq!(file.header("content-disposition"), "attachment; filename=\"note.txt\"");
        assert!(file.html().contains(&receipt.code) && file.html().contains(&receipt.caller_check));
    }
    at.advance(time::Duration::hours(20));
    assert!(form.clone().submit(&visitor).await.expect(200).html().contains(&receipt.code));
    // A receipt that was not sealed here is refused.
    let forged = form.forge("receipt", "AAAA").submit(&visitor).await.expect(400);
    assert!(!forged.html().contains(&receipt.code));
}

fn digits_of(receipt: &Receipt) -> String {
    receipt.code.replace(' ', "")
}

#[tokio::test]
async fn who_draws_a_code_when_none_is_ready_gets_a_longer_one_that_opens_the_same_door() {
    let at = TestApp::with(&[("code_stock", "0")]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying(WORDS)).await;
    let without = check.main_form().press(&visitor, "cannot").await.expect(200);
    let page = without.main_form().submit(&visitor).await;
    let receipt = Receipt::on(&page);
    assert_eq!(receipt.code.split(' ').map(str::len).collect::<Vec<_>>(), [4; 6], "{}", receipt.code);
    let file = page.form("receipt.txt").submit(&visitor).await.expect(200);
    assert!(file.html().contains(&receipt.code), "{}", file.html());

    let digits = digits_of(&receipt);
    for typed in [receipt.code.clone(), receipt.code.replace(' ', "."), in_script(&digits, '۰')] {
        types(&at.visitor(), &typed).await.expect(200).says("We have your message");
    }
    let other = if digits.starts_with('7') { "8" } else { "7" };
    for (typed, told) in [
        (format!("{other}{}", &digits[1..]), "A digit is wrong, or two are swapped"),
        (digits[1..].to_owned(), "Some digits are missing, or there are too many"),
        (digits[..20].to_owned(), "Some digits are missing, or there are too many"),
    ] {
        let page = types(&at.visitor(), &typed).await.expect(422);
        assert!(page.fault_at("code").unwrap_or_default().contains(told), "{typed}: {page:?}");
    }
    // The mailbox that this code opens shows its caller-check number.
    let mailbox = reads(&at.visitor(), &receipt.code).await;
    assert!(mailbox.contains(&receipt.caller_check), "{mailbox:?}");
}

#[tokio::test]
async fn who_solves_the_digits_has_the_short_one_and_one_form_has_one_receipt() {
    let at = TestApp::with(&[("code_stock", "0")]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    let check = fills(&visitor, "en", photo.number, Letter::saying(WORDS)).await;
    let sent = solved(&at, check.main_form()).sealed();
    let receipt = Receipt::on(&visitor.tries(&at.site, &sent).await.expect("an answer"));
    assert_eq!(digits_of(&receipt).len(), 16);
    reads(&at.visitor(), &receipt.code).await.says("We have your message");
    // The same form is sent again to both replicas, and with the button for people who can't solve the digits.
    let replica = at.replica().await;
    for base in [&at.site, &replica.site] {
        assert_eq!(Receipt::on(&visitor.tries(base, &sent).await.expect("an answer")), receipt);
    }
    let slowly = check.main_form().press(&visitor, "cannot").await.expect(200);
    // After a form was sent, every button leads to its receipt.
    assert_eq!(Receipt::on(&slowly), receipt);
    assert_eq!(at.count("select count(*) from responses").await, 1);

    // The other way round: first sent without the digits, the response keeps the long code that was shown.
    let patient = at.visitor();
    let check = fills(&patient, "en", photo.number, Letter::saying("Another of his sisters.")).await;
    let slowly = check.main_form().press(&patient, "cannot").await.expect(200);
    let long = Receipt::on(&slowly.main_form().submit(&patient).await);
    assert_eq!(digits_of(&long).len(), 24);
    let sent = solved(&at, check.main_form()).sealed();
    for _ in 0..2 {
        assert_eq!(Receipt::on(&patient.tries(&at.site, &sent).await.expect("an answer")), long);
    }
    assert_eq!(at.count("select count(*) from responses").await, 2);
}

#[tokio::test]
async fn a_network_that_draws_many_leaves_the_short_ones_to_others() {
    let at = TestApp::with(&[("code_stock", "40")]).await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let camp = Browser::from_address(&at.site, "203.0.113.9");
    let slowly = async |browser: &Browser, message: &str| {
        let check = fills(browser, "en", photo.number, Letter::saying(message)).await;
        let without = check.main_form().press(browser, "cannot").await.expect(200);
        digits_of(&Receipt::on(&without.main_form().submit(browser).await)).len()
    };
    let mut lengths = Vec::new();
    for n in 0..24 {
        lengths.push(slowly(&camp, &format!("I am number {n} of the camp.")).await);
    }
    assert_eq!(lengths[..20], [16; 20]);
    assert_eq!(lengths[20..], [24; 4]);
    let neighbour = Browser::from_address(&at.site, "203.0.113.10");
    assert_eq!(slowly(&neighbour, "I am alone.").await, 16);
}

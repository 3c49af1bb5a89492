//! The code on the receipt opens the way back however it is typed, a slip is told at once, and guessing gets slow.

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

/// The digits of another script, from its zero on.
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
        (digits[1..].to_owned(), "The code has 16 digits"),
        (format!("{digits}0"), "The code has 16 digits"),
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
    // Who has done nothing wrong is asked for nothing.
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
    // It stays until somebody says that it is saved; then it is on no page any more, and the cookie goes.
    let done = page.form("receipt/saved").submit(&visitor).await.expect(200);
    assert!(!done.html().contains(&receipt.code), "{done:?}");
    assert_eq!(visitor.cookies(), "");
}

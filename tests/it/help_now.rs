//! Help now, listed by the country where somebody is in danger: numbers that Societies checked, shown in the same way for
//! every photo.

use kinlight::countries::Country;
use kinlight::i18n::Audience;
use kinlight::societies::directory::{Entry, Offer};
use kinlight::societies::help_now::{HelpNow, Helper, Typed};
use kinlight::societies::{self, NewSociety};

use crate::clocks_told::checks;
use crate::harness::app::{START, TestApp};
use crate::harness::browser::{Browser, Page};
use crate::harness::form::Form;
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Receipt, solved};

const PAGE: &str = "/en/help-now";
const NUMBERS: [(&str, &str); 3] = [("society", "+999 555 0199"), ("child", "116 111"), ("police", "133")];

/// Fills in the desk's form: a country, numbers, and a tick at each number.
fn filled(page: &Page, country: &str, numbers: &[(&str, &str)]) -> Form {
    let form = page.form("/directory-entry").set("country", country);
    numbers.iter().fold(form, |form, (helper, number)| {
        form.set(&format!("help_{helper}"), number).tick(&format!("is_checked_{helper}"), "yes")
    })
}

async fn keeps(browser: &Browser, country: &str, numbers: &[(&str, &str)]) {
    let page = browser.get("/en/directory-entry").await.expect(200);
    filled(&page, country, numbers).submit(browser).await.expect(200);
}

/// The text of one country, found by its name.
fn country(page: &Page, name: &str) -> String {
    let all = page.texts("details");
    all.into_iter().find(|text| text.starts_with(name)).unwrap_or_else(|| panic!("no {name}: {page:?}"))
}

#[tokio::test]
async fn who_is_afraid_finds_who_can_help_from_every_place_where_they_stand() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    keeps(&society.administrator.signs_in(&at).await, "AT", &NUMBERS).await;
    for lang in at.app.pages.texts().languages(Audience::Public).to_vec() {
        let (lang, visitor) = (lang.code(), at.visitor());
        let help = format!("/{lang}/help-now");
        let page = format!("/{lang}/photo/{}", photo.number.compact());
        let doors = ["looking-for-me", "i-know", "remove-my-photo", "something-wrong"];
        let doors = doors.map(|door| format!("{page}/respond/{door}"));
        let paths = [format!("/{lang}/safety"), format!("/{lang}/children"), page];
        for path in paths.into_iter().chain(doors) {
            let page = visitor.get(&path).await.expect(200);
            assert!(page.has_link_to(&help).is_some(), "{path} leads to nobody: {page:?}");
        }
        // The page after the tick has the link; the receipt has the number itself, so that nobody must leave it.
        let check = checks(&visitor, lang, &photo, "i-know", true).await;
        check.says(&at.text(lang, "help-now-danger-title"));
        assert!(check.has_link_to(&help).is_some(), "{lang}: {check:?}");
        let sent = solved(&at, check.main_form()).submit(&visitor).await;
        Receipt::on(&sent);
        assert!(sent.has_link_to("tel:+9995550199").is_some(), "{lang}: {sent:?}");

        let page = visitor.get(&help).await.expect(200);
        assert!(page.has_link_to(&format!("/{lang}/leave")).is_some(), "{lang}: no way out");
        let read = country(&page, &at.text(lang, "country-AT"));
        for (helper, number) in NUMBERS {
            assert!(read.contains(&at.text(lang, &format!("help-now-{helper}"))), "{lang}: {read}");
            assert!(page.texts("details a bdi[dir=ltr]").contains(&number.to_owned()), "{lang}: {page:?}");
        }
        // The numbers were checked on the test's first day.
        assert!(read.contains("2026"), "{lang}: the day of the check is missing: {read}");
    }
}

#[tokio::test]
async fn the_page_is_the_same_for_every_photo_and_tells_nobody_what_was_chosen() {
    let at = TestApp::start().await;
    let north = Society::founded(&at, "northland").await;
    let south = Society::founded(&at, "southland").await;
    keeps(&north.administrator.signs_in(&at).await, "AT", &NUMBERS).await;
    keeps(&south.administrator.signs_in(&at).await, "TK", &[]).await;
    let mut seen = Vec::new();
    for society in [&north, &south] {
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let visitor = at.visitor();
        let door = format!("/en/photo/{}/respond/i-know", photo.number.compact());
        let link = visitor.get(&door).await.expect(200).has_link_to(PAGE).expect("the way there");
        assert_eq!(link, PAGE, "its address names the photo");
        let page = visitor.get(&link).await.expect(200);
        assert!(!page.html().contains("<form") && !page.html().contains("?country"), "{page:?}");
        seen.push(page.html());
    }
    assert_eq!(seen[0], seen[1], "what is shown depends on who holds the photo");

    let page = at.visitor().get(PAGE).await.expect(200);
    assert_eq!(page.header("cache-control"), "public, max-age=300");
    assert_eq!(page.header("set-cookie"), "");
    // A country without a number says so, and links to other help; so does a country without a Society.
    assert!(country(&page, "Tokelau").contains(&at.text("en", "help-now-none")), "{page:?}");
    assert!(page.has_link_to("/en/directory#southland").is_some(), "{page:?}");
    let elsewhere = country(&page, &at.text("en", "help-now-elsewhere"));
    assert!(elsewhere.contains("Red Cross or Red Crescent"), "{elsewhere}");
}

#[tokio::test]
async fn a_number_is_shown_only_after_somebody_checked_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.administrator.signs_in(&at).await;
    let at_field = |page: &Page, field: &str, key: &str| {
        let told = page.fault_at(field).unwrap_or_else(|| panic!("no fault at {field}: {page:?}"));
        assert!(told.contains(&at.text("en", key)), "{field}: {told}");
    };
    let page = browser.get("/en/directory-entry").await.expect(200);
    let unchecked = page.form("/directory-entry").set("country", "AT").set("help_police", "133");
    let told = unchecked.submit(&browser).await.expect(422);
    at_field(&told, "is_checked_police", "directory-entry-number-unchecked");
    assert_eq!(told.form("/directory-entry").value("help_police"), Some("133"), "what was typed is lost");
    let words = filled(&page, "AT", &[("child", "call us")]).submit(&browser).await.expect(422);
    at_field(&words, "help_child", "directory-entry-number-wrong");
    let homeless = filled(&page, "", &[("child", "116 111")]).submit(&browser).await.expect(422);
    at_field(&homeless, "country", "directory-entry-country-missing");
    let empty = at.visitor().get(PAGE).await.expect(200);
    assert!(!empty.contains("133") && !empty.contains("116 111"), "{empty:?}");

    keeps(&browser, "AT", &NUMBERS).await;
    let day = "18 November 2026";
    let before = country(&at.visitor().get(PAGE).await, "Austria");
    assert_eq!(before.matches(day).count(), 3, "{before}");

    // Half a year later one number is checked again; the others keep their day.
    at.later(time::Duration::days(180)).await;
    let browser = society.administrator.signs_in(&at).await;
    let page = browser.get("/en/directory-entry").await.expect(200);
    page.says("Checked last on 18 November 2026.");
    let again = page.form("/directory-entry").tick("is_checked_child", "yes").set("help_police", "");
    again.submit(&browser).await.expect(200);
    let after = country(&at.visitor().get(PAGE).await, "Austria");
    assert_eq!(after.matches(day).count(), 1, "{after}");
    assert!(after.contains("17 May 2027"), "{after}");
    assert!(!after.contains(&at.text("en", "help-now-police")), "{after}");
}

#[tokio::test]
async fn numbers_of_the_whole_world_stay_under_twenty_kilobytes() {
    let at = TestApp::start().await;
    for (n, country) in Country::all().enumerate() {
        let numbers = [
            format!("+{} 555 {:04}", 900 + n % 99, n * 37 % 9999),
            format!("{}", 116_000 + n * 7),
            format!("{}", 110 + n),
        ];
        let typed =
            [0, 1, 2].map(|k| Typed { helper: Helper::ALL[k], number: &numbers[k], is_checked: true });
        let help = HelpNow::default().revised(country.code(), &typed, START.date()).unwrap();
        let entry = Entry::parse("+999 555 0100", "en", &[Offer::Search.code()]).unwrap();
        let (slug, name) = (format!("land-{n}"), format!("Red Cross or Red Crescent Society of Land {n}"));
        let new = NewSociety { slug: &slug, name: &name, entry: &Entry { help, ..entry } };
        societies::create(&at.db.desk, None, new, at.now()).await.unwrap();
    }
    for lang in ["en", "ar", "ti"] {
        let asked = reqwest::Client::new().get(format!("{}/{lang}/help-now", at.site));
        let answer = asked.header("accept-encoding", "gzip").send().await.unwrap();
        assert_eq!(answer.headers()["content-encoding"], "gzip");
        let page = answer.bytes().await.unwrap();
        println!("{lang}: {} bytes on the wire", page.len());
        assert!(page.len() <= 20_000, "{} bytes in {lang}", page.len());
    }
}

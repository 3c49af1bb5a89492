//! Each page has one address, and what people type leads to it. A file that has not changed is not sent again. Search engines
//! find the pages that explain, and never a face.

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Enquirer, Society};

async fn asks(at: &TestApp, path: &str, headers: &[(&str, &str)]) -> reqwest::Response {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let request = client.get(format!("{}{path}", at.site));
    headers.iter().fold(request, |request, (name, value)| request.header(*name, *value)).send().await.unwrap()
}

#[tokio::test]
async fn what_people_type_leads_to_the_one_address() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let number = photo.number.compact();
    let (first, last) = number.split_at(4);
    let eastern: String =
        number.chars().map(|c| char::from_u32('٠' as u32 + c.to_digit(10).unwrap()).unwrap()).collect();
    let page = format!("/en/photo/{number}");
    let visitor = at.visitor();
    for (typed, leads_to) in [
        ("/EN/".to_owned(), "/en/".to_owned()),
        ("/fa-af/".to_owned(), "/fa-AF/".to_owned()),
        ("/FA_af/help".to_owned(), "/fa-AF/help".to_owned()),
        ("/en/posters/".to_owned(), "/en/posters".to_owned()),
        ("/En/Help/".to_owned(), "/en/help".to_owned()),
        ("/en//help".to_owned(), "/en/help".to_owned()),
        (format!("/en/photo/{first}%20{last}"), page.clone()),
        (format!("/en/photo/{first}-{last}/"), page.clone()),
        (format!("/EN/photo/{eastern}"), page.clone()),
        (format!("/en/photo/{first}%20{last}?pictures=small"), format!("{page}?pictures=small")),
    ] {
        let found = visitor.get(&typed).await;
        assert_eq!((found.status, found.path.as_str()), (200, leads_to.as_str()), "{typed}");
    }
    for nowhere in ["/xx/", "/en/photo/1234", "/en/photo/abcd%20efgh", "//evil.example/"] {
        let found = visitor.get_only(nowhere).await;
        assert_eq!(found.status, 404, "{nowhere}: {:?}", found.redirect());
    }
    visitor.get("/en/nothing/").await.expect(404);
}

#[tokio::test]
async fn a_question_that_nobody_asks_gets_our_page() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let page = format!("/ar/photo/{}", photo.number.compact());
    for query in ["?pictures=small&pictures=small", "?pictures[]=x", "?pictures=%FF", "?%FF=%FF"] {
        let found = at.visitor().get(&format!("{page}{query}")).await;
        assert!(found.status == 200 || found.status == 400, "{query}: {}", found.status);
        assert_eq!(found.all("html", "lang"), ["ar"], "{query}: {found:?}");
    }
}

#[tokio::test]
async fn the_page_of_an_ended_photo_keeps_its_place_in_another_language() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let number = photo.number.compact();
    at.tampers("update publications set stage = 'ended', ended_reason = 'withdrawn-by-staff', ended_at = 1")
        .await;
    at.tampers("update installation set value = cast(value as integer) + 1 where name = 'catalogue_version'")
        .await;
    at.app.refresh_catalogue().await;
    let page = at.visitor().get(&format!("/en/photo/{number}")).await.expect(410);
    let other = page.has_link_to("/ar/photo/").unwrap_or_else(|| panic!("{page:?}"));
    assert_eq!(other, format!("/ar/photo/{number}"));
    at.visitor().get(&other).await.expect(410);
}

#[tokio::test]
async fn a_picture_that_did_not_change_is_not_sent_again() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let page = at.visitor().get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
    let files = [page.all("img[src^='/pictures/']", "src"), page.all("a[download]", "href")].concat();
    assert!(files.len() >= 2, "{files:?}");
    for file in &files {
        let whole = asks(&at, file, &[]).await;
        let tag = whole
            .headers()
            .get("etag")
            .unwrap_or_else(|| panic!("{file} has no tag"))
            .to_str()
            .unwrap()
            .to_owned();
        for asked in [tag.clone(), format!("\"other\", {tag}"), format!("W/{tag}"), "*".to_owned()] {
            let again = asks(&at, file, &[("if-none-match", &asked)]).await;
            assert_eq!(again.status(), 304, "{file} {asked}");
            assert_eq!(again.headers()["etag"].to_str().unwrap(), tag);
            assert!(again.headers()["cache-control"].to_str().unwrap().contains("max-age"));
            assert!(again.bytes().await.unwrap().is_empty());
        }
        assert_eq!(asks(&at, file, &[("if-none-match", "\"other\"")]).await.status(), 200);
    }
    // A browser that keeps a copy still learns that the photo has ended.
    at.tampers("update publications set stage = 'ended', ended_reason = 'withdrawn-by-staff', ended_at = 1")
        .await;
    at.tampers("update installation set value = cast(value as integer) + 1 where name = 'catalogue_version'")
        .await;
    at.app.refresh_catalogue().await;
    for file in &files {
        assert_eq!(asks(&at, file, &[("if-none-match", "*")]).await.status(), 410, "{file}");
    }
}

fn is_findable(page: &Page) -> bool {
    let meta = page.all("meta[name='robots']", "content").join(",");
    !format!("{meta},{}", page.header("x-robots-tag")).contains("noindex")
}

#[tokio::test]
async fn search_engines_find_what_explains_and_never_a_face() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
    let visitor = at.visitor();
    for page in [
        "/",
        "/en/help",
        "/ar/safety",
        "/uk/scams",
        "/ti/about",
        "/fr/privacy",
        "/so/directory",
        "/es/questions",
    ] {
        let found = visitor.get(page).await.expect(200);
        assert!(is_findable(&found), "{page} can't be found by search engines");
        assert!(found.header("x-robots-tag").contains("noimageindex"), "{page}");
    }
    let number = photo.number.compact();
    let face = visitor.get(&format!("/en/photo/{number}")).await.expect(200);
    let picture = face.all("img[src^='/pictures/']", "src")[0].clone();
    for page in ["/en/", "/en/posters", "/en/return", "/en/withdraw", "/en/number", "/healthz", "/en/nothing"]
    {
        assert!(!is_findable(&visitor.get(page).await), "{page}");
    }
    for page in [format!("/en/photo/{number}"), format!("/en/photo/{number}/respond/i-know"), picture] {
        assert!(!is_findable(&visitor.get(&page).await.expect(200)), "{page}");
    }
    let robots = visitor.get("/robots.txt").await.expect(200);
    assert!(robots.text().contains("Disallow: /pictures/"), "{robots:?}");
    let desk = at.at_the_desk();
    assert!(desk.get("/robots.txt").await.expect(200).text().ends_with("Disallow: /"));
    assert!(!is_findable(&desk.get("/en/sign-in").await.expect(200)));
}

#[tokio::test]
async fn the_well_known_addresses_are_known() {
    let at = TestApp::with(&[("security_contact", "mailto:security@kinlight.example")]).await;
    for face in [at.visitor(), at.at_the_desk()] {
        let icon = face.get("/favicon.ico").await.expect(200);
        assert_eq!(icon.header("content-type"), "image/x-icon");
        let security = face.get("/.well-known/security.txt").await.expect(200);
        assert_eq!(security.header("content-type"), "text/plain; charset=utf-8");
        security.says("Contact: mailto:security@kinlight.example").says("Expires: 2027-0");
    }
    let silent = TestApp::start().await;
    silent.visitor().get("/.well-known/security.txt").await.expect(404);
}

#[tokio::test]
async fn the_privacy_page_tells_the_times_in_force() {
    let settings = [
        ("closed_response_days", "21"),
        ("helped_response_days", "200"),
        ("private_part_days", "1"),
        ("consent_months", "6"),
    ];
    let at = TestApp::with(&settings).await;
    let visitor = at.visitor();
    let told = |page: &Page| page.text().replace(['\u{2068}', '\u{2069}'], "");
    let page = told(&visitor.get("/en/privacy").await.expect(200));
    for words in
        ["deleted 21 days after", "deleted 200 days after", "erased one day later", "after 6 months at most"]
    {
        assert!(page.contains(words), "{words:?} in {page}");
    }
    let page = told(&visitor.get("/uk/privacy").await.expect(200));
    for words in ["через 21 день", "через 200 днів", "через 1 день", "6 місяців"]
    {
        assert!(page.contains(words), "{words:?} in {page}");
    }
    let usual = TestApp::start().await;
    usual.visitor().get("/en/privacy").await.expect(200).says("after two years at most");
}

async fn sound(at: &TestApp, browser: &Browser) -> String {
    let page = browser.get("/en/?sex=woman").await.expect(200);
    let link = page.all("a.listen", "href")[0].clone();
    assert!(asks(at, &link, &[]).await.status().is_success());
    link
}

/// iPhones first ask for two bytes, and play nothing if the server can't send parts.
#[tokio::test]
async fn the_sound_of_the_digits_comes_in_parts_of_one_whole() {
    let at = TestApp::start().await;
    let link = sound(&at, &at.visitor()).await;
    let whole = asks(&at, &link, &[]).await;
    assert_eq!(whole.headers()["accept-ranges"], "bytes");
    let whole = whole.bytes().await.unwrap();
    assert_eq!(
        asks(&at, &link, &[]).await.bytes().await.unwrap(),
        whole,
        "the second request gave another sound"
    );
    let length = whole.len();
    for (asked, from, to) in [
        ("bytes=0-1", 0, 1),
        ("bytes=0-", 0, length - 1),
        ("bytes=100-199", 100, 199),
        ("bytes=-50", length - 50, length - 1),
        ("bytes=44-99999999", 44, length - 1),
    ] {
        let part = asks(&at, &link, &[("range", asked)]).await;
        assert_eq!(part.status(), 206, "{asked}");
        let told = part.headers()["content-range"].to_str().unwrap();
        assert_eq!(told, format!("bytes {from}-{to}/{length}"));
        assert_eq!(part.headers()["content-type"], "audio/wav");
        assert_eq!(part.bytes().await.unwrap(), whole[from..=to]);
    }
    let beyond = asks(&at, &link, &[("range", "bytes=99999999-")]).await;
    assert_eq!(beyond.status(), 416);
    assert_eq!(beyond.headers()["content-range"].to_str().unwrap(), format!("bytes */{length}"));
    for odd in ["bytes=x", "letters=0-1", "bytes=0-1,5-6"] {
        assert_eq!(asks(&at, &link, &[("range", odd)]).await.status(), 200, "{odd}");
    }
}

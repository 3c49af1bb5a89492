//! "Find your Red Cross or Red Crescent": what a Society's administrator writes at the desk, a family reads on any phone.

use kinlight::societies::directory::{Entry, Offer};
use kinlight::societies::{self, NewSociety};

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::people::{Society, operator};

const CONTACT: &str =
    "+999 555 0140\nfamily@northland.example\n12 Lantern Street, Old Harbour\nMonday to Friday, 09:00-16:00";

/// Writes the entry that one browser sees at the desk.
async fn writes(browser: &Browser, lang: &str, contact: &str) -> Page {
    let page = browser.get(&format!("/{lang}/directory-entry")).await.expect(200);
    let form = page.form("/directory-entry").set("contact", contact).tick("languages", "so");
    form.tick("offers", "search").tick("offers", "detention").submit(browser).await
}

/// The text of a Society's section on the public page.
fn section(page: &Page, slug: &str) -> String {
    page.text_of(&format!("section#{slug}"))
}

#[tokio::test]
async fn an_administrator_says_how_to_be_reached_and_families_read_it() {
    for lang in ["en", "ar"] {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        Society::founded(&at, "southland").await;
        let before = at.visitor().get(&format!("/{lang}/directory")).await.expect(200);

        let browser = society.administrator.signs_in(&at).await;
        let home = browser.get(&format!("/{lang}/")).await.expect(200);
        assert!(home.has_link_to(&format!("/{lang}/directory-entry")).is_some(), "{home:?}");
        let page = browser.get(&format!("/{lang}/directory-entry")).await.expect(200);
        assert!(page.contains("Red Shield of northland"), "{page:?}");
        assert!(!page.form("/directory-entry").has("name"), "the name is the operator's");
        let form = page
            .form("/directory-entry")
            .set("contact", CONTACT)
            .set("other_languages", "Türkçe، کوردی, العربية");
        let form =
            form.tick_all("offers").without("languages").tick("languages", "en").tick("languages", "so");
        let saved = form.submit(&browser).await.expect(200);
        saved.says(&at.text(lang, "directory-entry-saved-title"));
        assert!(
            saved.has_link_to(&format!("{}/{lang}/directory#northland", at.app.config.public_url)).is_some()
        );

        let public = at.visitor().get(&format!("/{lang}/directory")).await.expect(200);
        assert_eq!(public.header("cache-control"), "public, max-age=300");
        let read = section(&public, "northland");
        for line in CONTACT.lines() {
            assert!(read.contains(line), "{line} is missing: {read}");
        }
        assert!(public.has_link_to("tel:+9995550140").is_some(), "{public:?}");
        assert!(public.has_link_to("mailto:family@northland.example").is_some(), "{public:?}");
        // Each language keeps its own direction.
        let names = public.texts("section#northland p:last-of-type bdi");
        assert_eq!(names, ["English", "Soomaali", "Türkçe", "کوردی", "العربية"]);
        for offer in Offer::ALL {
            assert!(read.contains(&at.text(lang, &offer.text_key())), "{read}");
        }
        assert_eq!(
            section(&public, "southland"),
            section(&before, "southland"),
            "another Society's entry changed"
        );

        // The form shows what is saved now, and the audit log has its line.
        let again = browser.get(&format!("/{lang}/directory-entry")).await.expect(200);
        let form = again.form("/directory-entry");
        assert_eq!(form.value("contact"), Some(CONTACT));
        assert_eq!(form.value("other_languages"), Some("Türkçe, کوردی"));
        let lines =
            "select count(*) from audit_lines where verb = 'society-changed' and detail = 'directory'";
        assert_eq!(at.count(lines).await, 1);
    }
}

#[tokio::test]
async fn what_is_missing_is_told_at_its_field_and_nothing_typed_is_lost() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let browser = society.administrator.signs_in(&at).await;
    for lang in ["en", "ar"] {
        let page = browser.get(&format!("/{lang}/directory-entry")).await.expect(200);
        let empty = page.form("/directory-entry").set("contact", " \n").without("languages");
        let told = empty.set("other_languages", "").submit(&browser).await.expect(422);
        assert_eq!(
            told.fault_at("contact"),
            Some(at.text(lang, "directory-entry-contact-missing")).map(spoken(&at, lang))
        );
        assert_eq!(
            told.fault_at("languages"),
            Some(at.text(lang, "directory-entry-languages-missing")).map(spoken(&at, lang))
        );

        let form = page.form("/directory-entry").set("contact", &"+999 555 0140\n".repeat(9));
        let told = form.set("other_languages", "call 140").submit(&browser).await.expect(422);
        assert_eq!(
            told.fault_at("contact"),
            Some(at.text(lang, "directory-entry-contact-long")).map(spoken(&at, lang))
        );
        assert!(told.fault_at("other_languages").is_some(), "{told:?}");
        assert_eq!(told.form("/directory-entry").value("other_languages"), Some("call 140"));
    }
    let public = at.visitor().get("/en/directory").await.expect(200);
    assert!(section(&public, "northland").contains("+000 5550 northland"), "{public:?}");
}

/// The text of a fault as a screen reader reads it, with the word for "Error" before it.
fn spoken(at: &TestApp, lang: &str) -> impl Fn(String) -> String {
    let word = at.text(lang, "form-error-spoken");
    move |fault| format!("{word} {fault}")
}

#[tokio::test]
async fn of_two_administrators_the_second_is_told_and_decides() {
    for lang in ["en", "ar"] {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let (first, second) =
            (society.administrator.signs_in(&at).await, society.administrator.signs_in(&at).await);
        let stale = second.get(&format!("/{lang}/directory-entry")).await.expect(200);
        writes(&first, lang, "+999 555 0001").await.expect(200);

        let form = stale.form("/directory-entry").set("contact", "+999 555 0002");
        let told = form.submit(&second).await.expect(409);
        told.says(&at.text(lang, "directory-entry-meanwhile-title")).says("+999 555 0001");
        let public = at.visitor().get("/en/directory").await.expect(200);
        assert!(section(&public, "northland").contains("+999 555 0001"), "overwritten unseen: {public:?}");

        // A fault in between must not make the outdated form count as a new one.
        let form = stale.form("/directory-entry").set("contact", " ");
        let mended = form.submit(&second).await.expect(422).form("/directory-entry");
        mended.set("contact", "+999 555 0002").submit(&second).await.expect(409);

        // After seeing both entries, the second one may save.
        let form = told.form("/directory-entry");
        assert_eq!(form.value("contact"), Some("+999 555 0002"), "what was typed is lost");
        form.submit(&second).await.expect(200);
        let public = at.visitor().get("/en/directory").await.expect(200);
        assert!(section(&public, "northland").contains("+999 555 0002"), "{public:?}");
    }
}

#[tokio::test]
async fn nobody_else_writes_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    for person in [&society.moderator, &society.case_worker, &society.reviewer, &society.auditor] {
        let browser = person.signs_in(&at).await;
        browser.get("/en/directory-entry").await.expect(403);
        browser.post_only("/en/directory-entry", &[("contact", "+999 666")]).await.expect(403);
        assert!(browser.get("/en/").await.has_link_to("/en/directory-entry").is_none());
    }
    let browser = operator(&at).await.signs_in(&at).await;
    browser.get("/en/directory-entry").await.expect(403);
    // An operator creates a Society with the first lines of its entry, and is told which are missing.
    let page = browser.get("/en/operator").await.expect(200);
    let form = page.form("/en/operator").set("name", "Red Shield of Westland").set("slug", "westland");
    let told = form.submit(&browser).await.expect(422);
    assert!(told.fault_at("contact").is_some() && told.fault_at("languages").is_some(), "{told:?}");
    let form = told.form("/en/operator").set("contact", "+999 555 0150").set("languages", "fr, ar");
    form.submit(&browser).await.expect(200).says("Français · العربية");
}

#[tokio::test]
async fn thirty_societies_are_a_small_page() {
    let at = TestApp::start().await;
    for n in 0..30 {
        let contact = format!(
            "+999 {n:02}5 0{n:02}7\nfamily-links-{n}@society-{n}.example\nRoom {n}, {} Lantern Street, City {n}, Land {n}\n\
             Monday to Friday, 0{}:00-1{}:30",
            n * 7,
            n % 3 + 7,
            n % 5 + 3
        );
        let entry =
            Entry::parse(&contact, "en,fr,ar,so,Kiswahili,Türkçe", &Offer::ALL.map(Offer::code)).unwrap();
        let (slug, name) = (format!("land-{n}"), format!("Red Cross or Red Crescent Society of Land {n}"));
        let new = NewSociety { slug: &slug, name: &name, entry: &entry };
        societies::create(&at.db.desk, None, new, at.now()).await.unwrap();
    }
    for lang in ["en", "ar", "ti"] {
        let asked = reqwest::Client::new().get(format!("{}/{lang}/directory", at.site));
        let answer = asked.header("accept-encoding", "gzip").send().await.unwrap();
        assert_eq!(answer.headers()["content-encoding"], "gzip");
        let page = answer.bytes().await.unwrap();
        println!("{lang}: {} bytes on the wire", page.len());
        assert!(page.len() <= 20_000, "{} bytes in {lang}", page.len());
    }
    let page = at.visitor().get("/en/directory").await.expect(200);
    assert_eq!(page.texts("section").len(), 30);
    assert!(page.all("section img, section script", "src").is_empty());
}

#[tokio::test]
async fn the_command_line_fills_the_entry_too() {
    let at = TestApp::start().await;
    let create = |arguments: &[&str]| {
        let fixed = ["society", "create", "--slug", "eastland", "--name", "Red Shield of Eastland"];
        let output = at.program().args(fixed).args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    let (code, said) = create(&["--contact", "+999 555 0160", "--offers", "miracles"]);
    assert!(code == Some(1) && said.contains("detention"), "{said}");
    let right = [
        "--contact",
        "+999 555 0160",
        "--contact",
        "1 Quay",
        "--languages",
        "fr,ti",
        "--offers",
        "calls,search",
    ];
    assert_eq!(create(&right).0, Some(0));
    let public = at.visitor().get("/en/directory").await.expect(200);
    let read = section(&public, "eastland");
    for part in ["+999 555 0160", "1 Quay", "Français · ትግርኛ", &at.text("en", "directory-offers-calls")]
    {
        assert!(read.contains(part), "{part}: {read}");
    }
    assert!(!read.contains(&at.text("en", "directory-offers-children")), "{read}");
}

//! Posters: a case worker makes one, anyone finds and prints it, and it is gone when one of its people withdraws. An enquirer who
//! did not agree to posters is never on one.

use kinlight::i18n::Audience;
use kinlight_pictures::{Format, bare_size};
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::form::Form;
use crate::harness::people::{Enquirer, Photo, Society, portrait};
use crate::harness::posters;

fn posters_in_store(at: &TestApp) -> usize {
    at.blobs().iter().filter(|(name, _)| name.starts_with("public/posters/")).count()
}

fn prints_in_store(at: &TestApp) -> usize {
    at.blobs().iter().filter(|(name, _)| name.starts_with("sealed/prints/")).count()
}

/// The form for a new poster, in two languages, of these photos.
async fn filled(desk: &Browser, photos: &[&Photo]) -> Form {
    let form = desk.get("/en/posters/new").await.expect(200).form("/posters/new");
    let form = photos.iter().fold(form, |form, photo| form.tick("photo", &photo.id.to_string()));
    form.set("paper", "A4").set("per_page", "4").set("language", "ar").set("second", "en")
}

/// The first poster on the site's list.
async fn first_poster(visitor: &Browser) -> Option<String> {
    visitor.get("/en/posters").await.expect(200).has_link_to("/en/posters/")
}

async fn two_photos(at: &TestApp, society: &Society) -> [Photo; 2] {
    let other = Enquirer { photo: portrait(11), ..Enquirer::who_agreed_to_posters() };
    [society.publishes(at, &Enquirer::who_agreed_to_posters()).await, society.publishes(at, &other).await]
}

async fn withdraw(at: &TestApp, society: &Society, photo: &Photo) -> Page {
    let moderator = society.moderator.signs_in(at).await;
    let page = moderator.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    page.form("/en/publications/").set("reason", "withdrawn-by-staff").submit(&moderator).await.expect(200)
}

#[tokio::test]
async fn a_case_worker_makes_a_poster_and_anyone_finds_and_prints_it() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photos = two_photos(&at, &society).await;
    let visitor = at.visitor();
    visitor.get("/en/posters").await.expect(200).says(&at.text("en", "posters-none"));
    let desk = society.case_worker.signs_in(&at).await;
    let [one, other] = &photos;
    let made = filled(&desk, &[one, other]).await.submit(&desk).await.expect(200);
    made.says(&at.text("en", "desk-posters-made-title")).says("A4 paper, 2 photos");

    let list = visitor.get("/en/posters").await.expect(200);
    list.says("2 photos").says("العربية · English").says("18 February 2027");
    let address = list.has_link_to("/en/posters/").expect("the poster");
    let file = visitor.get(&address).await.expect(200);
    assert_eq!(file.header("content-type"), "application/pdf");
    assert_eq!(file.header("cache-control"), "public, max-age=60, must-revalidate");
    assert!(file.header("x-robots-tag").contains("noindex"));
    assert!(file.bytes.starts_with(b"%PDF-"));
    assert_eq!(visitor.cookies(), "", "a cookie is set by printing");
    let links = desk.get("/en/posters").await.expect(200).all("a[href$='/file']", "href");
    let own = desk.get(&links[0]).await.expect(200);
    assert!(own.bytes == file.bytes, "what the desk hands to a printer is another file");

    let Some(said) = posters::read(&file.bytes) else { return };
    for photo in &photos {
        assert!(said.contains(&photo.number.grouped()), "{} in {said}", photo.number.grouped());
    }
    // Where two directions share a page, it depends on the PDF reader on which side a full stop is copied.
    let arabic = at.text("ar", "seeks-brother").replace('.', "");
    for line in
        [arabic.as_str(), &at.text("en", "seeks-brother"), "Take this poster down after 18 February 2027."]
    {
        assert!(said.contains(line), "{line:?} in {said}");
    }
    assert!(said.contains("127.0.0.1:8080") && said.contains("Red Shield of northland"), "{said}");
}

#[tokio::test]
async fn a_poster_says_everything_in_every_language() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let (desk, visitor) = (society.reviewer.signs_in(&at).await, at.visitor());
    for lang in at.app.pages.texts().languages(Audience::Public) {
        let form = filled(&desk, &[&photo]).await.set("language", lang.code()).set("second", "none");
        form.submit(&desk).await.expect(200);
        // Posters in the visitor's own language come first in the list.
        let list = visitor.get(&format!("/{lang}/posters")).await.expect(200);
        let address = list.has_link_to(&format!("/{lang}/posters/")).expect("a poster");
        let file = visitor.get(&address).await.expect(200);
        let Some(said) = posters::read(&file.bytes) else { return };
        // Only letters and digits are compared, since poppler moves marks; their order must be the one in which the text is read
        // aloud.
        let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        for key in ["seeks-brother", "poster-heading", "poster-tell", "poster-scan", "free-line"] {
            let text = at.text(lang.code(), key);
            // pdftotext moves vowel marks and joiners, so words with one are left out.
            let is_steady =
                |word: &&str| !word.chars().any(|c| matches!(c, '\u{64b}'..='\u{65f}' | '\u{200c}'));
            let mut words = text.split_whitespace().filter(is_steady);
            let is_there = words.all(|word| plain(&said).contains(&plain(word)));
            assert!(is_there, "{lang} {key}: {text:?} in {said}");
        }
    }
}

#[tokio::test]
async fn who_did_not_agree_to_posters_is_never_on_one() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let agreed = society.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let other = Enquirer { photo: portrait(11), ..Enquirer::looking_for_her_brother() };
    let not_agreed = society.publishes(&at, &other).await;
    assert_eq!(prints_in_store(&at), 1, "and no picture for print is kept");
    let desk = society.case_worker.signs_in(&at).await;
    let form = filled(&desk, &[&agreed]).await;
    assert!(!form.offers("photo").contains(&not_agreed.id.to_string().as_str()), "it is offered");
    let forged = form.forge("photo", &not_agreed.id.to_string()).submit(&desk).await.expect(422);
    assert!(forged.fault_at("photo").is_some(), "{forged:?}");
    assert_eq!((posters_in_store(&at), at.count("select count(*) from posters").await), (0, 0));
    // "All new photos" takes only photos whose consent covers posters.
    let form = desk.get("/en/posters/new").await.expect(200).form("/posters/new");
    form.set("which", "new").submit(&desk).await.expect(200).says("1 photo");
    assert!(first_poster(&at.visitor()).await.is_some());
}

#[tokio::test]
async fn another_societys_photo_is_not_printed() {
    let at = TestApp::start().await;
    let (ours, theirs) = (Society::founded(&at, "northland").await, Society::founded(&at, "southland").await);
    let foreign = theirs.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let own =
        ours.publishes(&at, &Enquirer { photo: portrait(11), ..Enquirer::who_agreed_to_posters() }).await;
    let desk = ours.case_worker.signs_in(&at).await;
    let form = filled(&desk, &[&own]).await;
    form.forge("photo", &foreign.id.to_string()).submit(&desk).await.expect(422);
    desk.get(&format!("/en/publications/{}/print", foreign.id)).await.expect(404);
    // The other Society may neither see our poster nor take it back.
    let poster = posters::made_of(&at, &ours, &own).await;
    let them = theirs.case_worker.signs_in(&at).await;
    them.get(&format!("/en/posters/{poster}/file")).await.expect(404);
    assert_eq!(at.count("select count(*) from posters where ended_at is null").await, 1);
}

#[tokio::test]
async fn when_one_of_them_is_withdrawn_the_poster_is_gone_at_once_in_every_language() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photos = two_photos(&at, &society).await;
    let desk = society.case_worker.signs_in(&at).await;
    filled(&desk, &[&photos[0], &photos[1]]).await.submit(&desk).await.expect(200);
    let visitor = at.visitor();
    let address = first_poster(&visitor).await.expect("a poster");
    visitor.get(&address).await.expect(200);

    let flagged = withdraw(&at, &society, &photos[0]).await;
    flagged.says("This photo is on one poster").says("A4 paper, 2 photos");
    for lang in at.app.pages.texts().languages(Audience::Public) {
        let gone = visitor.get(&address.replacen("/en/", &format!("/{lang}/"), 1)).await.expect(410);
        gone.says(&at.text(lang.code(), "posters-gone-title"));
        let list = visitor.get(&format!("/{lang}/posters")).await.expect(200);
        assert_eq!(list.has_link_to(&format!("/{lang}/posters/")), None);
    }
    assert_eq!(posters_in_store(&at), 1);
    at.run_jobs().await;
    assert_eq!((posters_in_store(&at), prints_in_store(&at)), (0, 1), "the other's picture for print stays");
    visitor.get(&address).await.expect(410);
    let list = desk.get("/en/posters").await.expect(200);
    list.says(&at.text("en", "desk-posters-ended-photo-gone"));
    // The photo that is still live can be printed again.
    filled(&desk, &[&photos[1]]).await.submit(&desk).await.expect(200);
    assert!(first_poster(&visitor).await.is_some_and(|new| new != address));
}

#[tokio::test]
async fn a_poster_hangs_no_longer_than_its_day_which_no_consent_outlives() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let brief = Enquirer { consent_for: Duration::days(20), ..Enquirer::who_agreed_to_posters() };
    let photo = society.publishes(&at, &brief).await;
    let desk = society.case_worker.signs_in(&at).await;
    let day = |form: Form, days: i64| {
        let day = at.now().date() + Duration::days(days);
        form.set("ends_on_day", &day.day().to_string())
            .set("ends_on_month", &u8::from(day.month()).to_string())
            .set("ends_on_year", &day.year().to_string())
    };
    for days in [21, -1] {
        let late = day(filled(&desk, &[&photo]).await, days).submit(&desk).await.expect(422);
        assert!(late.fault_at("ends_on").is_some(), "{days} days");
    }
    day(filled(&desk, &[&photo]).await, 10).submit(&desk).await.expect(200);
    let visitor = at.visitor();
    let address = first_poster(&visitor).await.expect("a poster");
    at.later(Duration::days(10)).await;
    visitor.get(&address).await.expect(200);
    // Without a job and without the database: the replica's own clock is enough.
    at.advance(Duration::days(1));
    at.app.refresh_catalogue().await;
    visitor.get(&address).await.expect(410);
    at.run_jobs().await;
    assert_eq!(posters_in_store(&at), 0);
    visitor.get(&address).await.expect(410);
    visitor.get(&format!("/en/photo/{}", photo.number.compact())).await.expect(200);
}

#[tokio::test]
async fn staff_take_a_poster_back() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let poster = posters::made_of(&at, &society, &photo).await;
    let (desk, visitor) = (society.reviewer.signs_in(&at).await, at.visitor());
    let address = format!("/en/posters/{poster}.pdf");
    visitor.get(&address).await.expect(200);
    let page = desk.get("/en/posters").await.expect(200);
    page.form(&format!("/posters/{poster}/end")).submit(&desk).await.expect(200);
    visitor.get(&address).await.expect(410);
    at.run_jobs().await;
    assert_eq!(posters_in_store(&at), 0);
}

#[tokio::test]
async fn the_picture_for_print_is_had_at_the_desk_alone_and_goes_with_the_consent_for_posters() {
    let at = TestApp::start().await;
    let society = Society::founded(&at, "northland").await;
    let photo = society.publishes(&at, &Enquirer::who_agreed_to_posters()).await;
    let number = photo.number.compact();
    let desk = society.case_worker.signs_in(&at).await;
    let page = desk.get(&format!("/en/publications/{}", photo.id)).await.expect(200);
    let link = page.link(&at.text("en", "publications-print"));
    let file = desk.get(&link).await.expect(200);
    assert_eq!(file.header("content-type"), "image/jpeg");
    assert_eq!(
        file.header("content-disposition"),
        format!("attachment; filename=\"photo-{number}-print.jpg\"")
    );
    assert_eq!(file.header("cache-control"), "no-store");
    let (wide, high) = bare_size(&file.bytes, Format::Jpeg).expect("a JPEG with nothing but pixels");
    assert!(wide <= 2048 && high <= 2560 && (wide * 5).abs_diff(high * 4) <= 10, "{wide}x{high}");
    let log = society.auditor.signs_in(&at).await.get("/en/audit").await.expect(200);
    log.says(&at.text("en", "verb-print-opened"));
    society.moderator.signs_in(&at).await.get(&link).await.expect(403);
    let visitor = at.visitor();
    visitor.get(&link).await.expect(404);

    // After a new consent without posters the photo stays on the web; its poster and its picture for print are removed.
    let poster = posters::made_of(&at, &society, &photo).await;
    let form = desk.get(&format!("/en/publications/{}/consent", photo.id)).await.expect(200).form("/consent");
    let days = [("agreed_on", at.now().date()), ("ends_on", at.now().date() + Duration::days(200))];
    let form = days.into_iter().fold(form.set("channels", "web"), |form, (name, day)| {
        form.set(&format!("{name}_day"), &day.day().to_string())
            .set(&format!("{name}_month"), &u8::from(day.month()).to_string())
            .set(&format!("{name}_year"), &day.year().to_string())
    });
    let form = form.set("language", "fa").set("before_whom", "Mira of the field office");
    form.file("paper", "paper.pdf", b"%PDF-1.4 the second paper").submit(&desk).await.expect(200);
    visitor.get(&format!("/en/posters/{poster}.pdf")).await.expect(410);
    at.run_jobs().await;
    assert_eq!((prints_in_store(&at), posters_in_store(&at)), (0, 0));
    desk.get(&link).await.expect(404);
    visitor.get(&format!("/en/photo/{number}")).await.expect(200);
}

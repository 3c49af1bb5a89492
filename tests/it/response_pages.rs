//! A moderator at work: the queue, a claim, the open response, a colleague who comes too late, the closing.

use kinlight::i18n::{Audience, Texts};
use kinlight::responses::lifecycle::Door;
use kinlight::server;
use kinlight::web::Face;
use reqwest::header::{COOKIE, LOCATION};
use reqwest::{Client, Response, redirect};
use scraper::{Html, Selector};
use std::net::TcpListener;
use time::Duration;
use uuid::Uuid;

use crate::harness::looks::to_look_at;
use crate::house::{self, House, Person};

struct Desk {
    house: House,
    running: server::Running,
    browser: Client,
}

struct Page {
    status: u16,
    location: Option<String>,
    html: String,
}

impl Page {
    async fn of(response: Response) -> Page {
        let location = response.headers().get(LOCATION).map(|v| v.to_str().unwrap().to_owned());
        Page { status: response.status().as_u16(), location, html: response.text().await.unwrap() }
    }

    /// The text that a person reads, without the invisible isolates.
    fn reads(&self) -> String {
        let page = Html::parse_document(&self.html);
        let main = page.select(&Selector::parse("main").unwrap()).next().unwrap();
        let words: Vec<&str> = main.text().flat_map(str::split_whitespace).collect();
        words.join(" ").replace(['\u{2068}', '\u{2069}'], "")
    }

    fn value_of(&self, name: &str) -> String {
        let page = Html::parse_document(&self.html);
        let field = Selector::parse(&format!("input[name={name}]")).unwrap();
        page.select(&field)
            .next()
            .and_then(|input| input.value().attr("value"))
            .unwrap_or_default()
            .to_owned()
    }
}

impl Desk {
    async fn opens() -> Desk {
        let house = House::open().await;
        let listen = || TcpListener::bind("127.0.0.1:0").unwrap();
        let running = server::start(house.app.clone(), vec![(Face::Desk, listen())]).await.unwrap();
        let browser = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        Desk { house, running, browser }
    }

    fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.running.address(Face::Desk).unwrap())
    }

    async fn shows(&self, who: &Person, path: &str) -> Page {
        let cookie = format!("kinlight-desk={}", who.cookie);
        Page::of(self.browser.get(self.address(path)).header(COOKIE, cookie).send().await.unwrap()).await
    }

    async fn gets(&self, who: &Person, page: &Page, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut body = format!("csrf={}", page.value_of("csrf"));
        for (name, value) in fields {
            let value = percent_encoding::utf8_percent_encode(value, percent_encoding::NON_ALPHANUMERIC);
            body.push_str(&format!("&{name}={value}"));
        }
        let request = self
            .browser
            .post(self.address(path))
            .header(COOKIE, format!("kinlight-desk={}", who.cookie))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        Page::of(request.send().await.unwrap()).await
    }
}

fn of(response: Uuid, act: &str) -> String {
    format!("/en/responses/{response}{act}")
}

#[actix_web::test]
async fn a_moderator_claims_reads_asks_notes_and_closes() {
    let desk = Desk::opens().await;
    let (house, amina, hodan) = (&desk.house, &desk.house.amina, &desk.house.hodan);
    let id = house.response;

    let queue = desk.shows(amina, "/en/queue").await;
    assert_eq!(queue.status, 200, "{}", queue.html);
    let read = queue.reads();
    for expected in
        ["“This person is looking for me”", "The relation fits the photo.", "العربية", "Nobody yet"]
    {
        assert!(read.contains(expected), "{expected} in {read}");
    }
    assert!(!queue.html.contains("Canary"), "no name, no contact, no text in the list");
    let thumb = format!("/en/queue/thumb/{}", house.photo);
    assert!(queue.html.contains(&thumb));
    assert_eq!(desk.shows(amina, &thumb).await.status, 200);
    let hidden = desk.shows(amina, &format!("/en/queue/thumb/{}", house.draft)).await;
    assert_eq!(hidden.status, 404, "a draft has no public picture");

    let free = desk.shows(amina, &of(id, "")).await;
    assert_eq!(free.status, 200);
    assert!(free.reads().contains("Claim this response") && !free.html.contains("Canary"));
    let hodans = desk.shows(hodan, &of(id, "")).await;
    let claimed = desk.gets(amina, &free, &of(id, "/claim"), &[]).await;
    assert_eq!((claimed.status, claimed.location), (303, Some(of(id, ""))));

    let open = desk.shows(amina, &of(id, "")).await;
    assert_eq!(open.status, 200, "{}", open.html);
    let read = open.reads();
    for expected in [house::STORY, house::ANSWER, house::SENDER, house::PHONE, "4821", "evenings", "Agrees"] {
        assert!(read.contains(expected), "{expected} in {read}");
    }

    let held = desk.shows(hodan, &of(id, "")).await;
    assert_eq!(held.status, 409);
    assert!(held.reads().contains("amina holds it.") && !held.html.contains("Canary"));
    let late = desk.gets(hodan, &hodans, &of(id, "/claim"), &[]).await;
    assert_eq!(late.status, 409);

    let empty = desk.gets(amina, &open, &of(id, "/note"), &[("note", " ")]).await;
    assert_eq!(empty.status, 422);
    assert!(empty.reads().contains("Write the note before you save it"));
    let noted = desk.gets(amina, &open, &of(id, "/note"), &[("note", house::NOTE)]).await;
    assert_eq!(noted.status, 303, "{}", noted.html);
    let seen = open.value_of("version");
    let asked = [("question", house::QUESTION), ("version", &seen)];
    assert_eq!(desk.gets(amina, &open, &of(id, "/question"), &asked).await.status, 303);
    let stale = desk.gets(amina, &open, &of(id, "/question"), &asked).await;
    assert_eq!(stale.status, 409, "the page was older than the response");
    assert!(stale.reads().contains("Nothing was overwritten.") && stale.reads().contains(house::QUESTION));

    let open = desk.shows(amina, &of(id, "")).await;
    assert!(open.reads().contains(house::NOTE) && open.reads().contains(house::QUESTION));
    let version = open.value_of("version");
    let half =
        desk.gets(amina, &open, &of(id, "/close"), &[("outcome", "reunited"), ("version", &version)]).await;
    assert_eq!(half.status, 422);
    assert!(half.reads().contains("Say whether the photo ends too"));
    let both = [("outcome", "reunited"), ("end_publication", "yes"), ("version", version.as_str())];
    assert_eq!(desk.gets(amina, &open, &of(id, "/close"), &both).await.status, 303);

    let closed = desk.shows(amina, &of(id, "")).await;
    assert_eq!(closed.status, 200, "{}", closed.html);
    let read = closed.reads();
    assert!(read.contains("The family is together again") && read.contains("The photo is no longer public."));
    assert!(!closed.html.contains("Canary"));
    assert_eq!(desk.shows(amina, &thumb).await.status, 404, "the photo is gone with it");
    let done = desk.shows(amina, "/en/queue?stage=closed").await;
    assert!(done.html.contains(&of(id, "")), "{}", done.reads());
    desk.running.stop().await;
}

#[actix_web::test]
async fn reading_on_needs_a_fresh_second_factor_and_the_oldest_unseen_stays_in_view() {
    let desk = Desk::opens().await;
    let (house, amina) = (&desk.house, &desk.house.amina);
    house.app.clock.advance(Duration::minutes(5));
    let second = house.gets_answer(Door::IKnow, "").await;
    let third = house.gets_answer(Door::RemoveMyPhoto, "").await;
    for id in [house.response, second, third] {
        let free = desk.shows(amina, &of(id, "")).await;
        assert_eq!(desk.gets(amina, &free, &of(id, "/claim"), &[]).await.status, 303);
    }
    // The budget here is two files an hour. Opening one of them again does not count as a third.
    for id in [house.response, second, second, house.response] {
        assert_eq!(desk.shows(amina, &of(id, "")).await.status, 200);
    }
    let stopped = desk.shows(amina, &of(third, "")).await;
    let next = format!("/en/fresh-factor?next={}", of(third, ""));
    assert_eq!((stopped.status, stopped.location), (303, Some(next)));
    let queue = desk.shows(amina, "/en/queue").await;
    assert!(queue.html.contains("class=\"row high"), "{}", queue.html);
    assert!(queue.reads().contains("The oldest response that no one has opened came less than an hour ago."));
    assert!(queue.reads().contains("The sender asks us to remove the photo."));
    desk.running.stop().await;
}

#[actix_web::test]
async fn the_pages_speak_every_language() {
    let desk = Desk::opens().await;
    let (house, amina) = (&desk.house, &desk.house.amina);
    let free = desk.shows(amina, &of(house.response, "")).await;
    desk.gets(amina, &free, &of(house.response, "/claim"), &[]).await;
    for lang in Texts::load().unwrap().languages(Audience::Staff) {
        let response = format!("responses/{}", house.response);
        for (name, path) in [("queue", "queue"), ("closed", "queue?stage=closed"), ("response", &response)] {
            let page = desk.shows(amina, &format!("/{lang}/{path}")).await;
            assert_eq!(page.status, 200, "{lang} {path}: {}", page.html);
            to_look_at(&format!("{name}-{lang}"), &page.html);
        }
    }
    desk.running.stop().await;
}

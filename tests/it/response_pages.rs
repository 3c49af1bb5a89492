//! A moderator at work: the queue, a claim, the open response, a colleague who comes too late, the closing.

use kinlight::i18n::{Audience, Texts};
use kinlight::staff::roles::Role;
use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::Page;
use crate::harness::desk_pages::claims;
use crate::harness::looks::to_look_at;
use crate::harness::people::{Enquirer, Person, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, responds};
use crate::harness::strangers::{self, Answer};

const STORY: &str = "They lost each other at the crossing of the two rivers.";
const NOTE: &str = "Compare the blue radio.";
const QUESTION: &str = "What did he carry?";
const LETTER: Letter<'static> = Letter {
    door: "looking-for-me",
    relation: "brother",
    name: "Idris Testname",
    message: "He carried the blue radio.",
    phone: Some("+000 5550 900900"),
};

/// A Society whose administrator moderates too, and a photo of it.
struct Desk {
    at: TestApp,
    society: Society,
    amina: Person,
    photo: Photo,
}

impl Desk {
    async fn opens(settings: &[(&str, &str)]) -> Desk {
        let at = TestApp::with(settings).await;
        let society = Society::founded(&at, "northland").await;
        let amina = society.takes_on(&at, "amina", &[Role::CaseWorker, Role::Moderator]).await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        Desk { at, society, amina, photo }
    }

    async fn gets_answer(&self, letter: Letter<'_>) -> Receipt {
        responds(&self.at, &self.at.visitor(), self.photo.number, letter).await
    }

    fn tells_nothing(&self, page: &Page) {
        for sealed in [STORY, LETTER.message, LETTER.name, LETTER.phone.unwrap(), "Qaderi-Testname"] {
            assert!(!page.html().contains(sealed), "{sealed} in {page:?}");
        }
    }
}

fn of(answer: &Answer) -> String {
    format!("/en/responses/{}", answer.id)
}

#[tokio::test]
async fn a_moderator_claims_reads_asks_notes_and_closes() {
    let desk = Desk::opens(&[]).await;
    let draft = desk.society.drafts(&desk.at, &Enquirer::looking_for_her_brother()).await;
    let caller_check = desk.gets_answer(LETTER).await.caller_check;
    let amina = desk.amina.signs_in(&desk.at).await;
    let colleague = desk.society.moderator.signs_in(&desk.at).await;

    let queue = amina.get("/en/queue").await.expect(200);
    for expected in
        ["“This person is looking for me”", "The relation fits the photo.", "English", "Nobody yet"]
    {
        queue.says(expected);
    }
    desk.tells_nothing(&queue);
    let response = queue.has_link_to("/en/responses/").expect("the answer");
    let thumb = format!("/en/queue/thumb/{}", desk.photo.id);
    assert!(queue.html().contains(&thumb));
    amina.get(&thumb).await.expect(200);
    // A draft has no public picture.
    amina.get(&format!("/en/queue/thumb/{}", draft.id)).await.expect(404);

    let free = amina.get(&response).await.expect(200);
    free.says("Claim this response");
    desk.tells_nothing(&free);
    let hers = colleague.get(&response).await.expect(200);
    let open = free.form("/claim").submit(&amina).await.expect(200);
    assert_eq!(open.path, response);
    for expected in [STORY, LETTER.message, LETTER.name, LETTER.phone.unwrap(), &caller_check, "Agrees"] {
        open.says(expected);
    }

    let held = colleague.get(&response).await.expect(409);
    held.says("amina holds it.");
    desk.tells_nothing(&held);
    hers.form("/claim").submit(&colleague).await.expect(409);

    let empty = open.form("/note").set("note", " ").submit(&amina).await.expect(422);
    empty.says("Write the note before you save it");
    open.form("/note").set("note", NOTE).submit(&amina).await.expect(200);
    let other_tab = amina.get(&response).await.expect(200);
    open.form("/question").set("question", QUESTION).submit(&amina).await.expect(200);
    // The other page is older than the response now.
    let stale = other_tab.form("/question").set("question", QUESTION).submit(&amina).await.expect(409);
    stale.says("Nothing was overwritten.").says(QUESTION);

    let open = amina.get(&response).await.expect(200);
    open.says(NOTE).says(QUESTION);
    let half = open.form("/close").set("outcome", "reunited").submit(&amina).await.expect(422);
    half.says("Say whether the photo ends too");
    let both = open.form("/close").set("outcome", "reunited").set("end_publication", "yes");
    both.submit(&amina).await.expect(200);

    let closed = amina.get(&response).await.expect(200);
    closed.says("The family is together again").says("The photo is no longer public.");
    desk.tells_nothing(&closed);
    // The photo is gone with it.
    amina.get(&thumb).await.expect(404);
    let done = amina.get("/en/queue?stage=closed").await.expect(200);
    assert!(done.html().contains(&response), "{done:?}");
}

#[tokio::test]
async fn reading_on_needs_a_fresh_second_factor_and_the_oldest_unseen_stays_in_view() {
    let desk = Desk::opens(&[("reveals_an_hour", "2")]).await;
    let first = strangers::answers(&desk.at, desk.photo.number, "He carried the blue radio.").await;
    desk.at.advance(Duration::minutes(5));
    let second = strangers::answers(&desk.at, desk.photo.number, "I saw her at the bridge.").await;
    desk.gets_answer(Letter { door: "remove-my-photo", message: "Take it down.", ..LETTER }).await;
    let amina = desk.amina.signs_in(&desk.at).await;
    let queue = amina.get("/en/queue").await.expect(200);
    let known = [of(&first), of(&second)];
    let pages = queue.all("a[href*='/responses/']", "href");
    let third = pages.into_iter().find(|page| !known.contains(page)).expect("the third");
    for response in [&known[0], &known[1], &third] {
        let free = amina.get(response).await.expect(200);
        free.form("/claim").submit(&amina).await;
    }
    // The budget here is two personal files an hour; looking again at one of them is not a third.
    for response in [&known[0], &known[1], &known[1], &known[0]] {
        amina.get_only(response).await.expect(200);
    }
    let stopped = amina.get_only(&third).await.expect(303);
    assert_eq!(stopped.redirect(), Some(format!("/en/fresh-factor?next={third}")));
    let queue = amina.get("/en/queue").await.expect(200);
    assert!(queue.html().contains("class=\"row high"), "{queue:?}");
    queue.says("The oldest response that no one has opened came less than an hour ago.");
    queue.says("The sender asks us to remove the photo.");
}

#[tokio::test]
async fn the_pages_speak_every_language() {
    let desk = Desk::opens(&[]).await;
    let answer = strangers::answers(&desk.at, desk.photo.number, "He carried the blue radio.").await;
    let amina = desk.amina.signs_in(&desk.at).await;
    claims(&amina, &of(&answer)).await;
    for lang in Texts::load().unwrap().languages(Audience::Staff) {
        let response = format!("responses/{}", answer.id);
        for (name, path) in [("queue", "queue"), ("closed", "queue?stage=closed"), ("response", &response)] {
            let page = amina.get(&format!("/{lang}/{path}")).await.expect(200);
            to_look_at(&format!("{name}-{lang}"), &page.html());
        }
    }
}

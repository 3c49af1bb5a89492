//! Messages from staff to a stranger: a message with marked words is stopped once, and sent if a reason is given. An unread
//! message can be taken back. A second press sends nothing.

mod boxes;
mod shares;

use time::Duration;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Society};
use crate::harness::site_pages::{Letter, Receipt, reads, responds};

const HARM: &str = "Your sister is Parwana, 12 Lantern Street.\r\nSend 50 dollars to +999 555 0300.";
const CARE: &str = "What colour was the kite that you carried?";

struct Case {
    at: TestApp,
    society: Society,
    receipt: Receipt,
    moderator: Browser,
    response: String,
}

impl Case {
    /// Opens a case: a brother has answered, and a moderator has his response open.
    async fn open() -> (Case, Page) {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying("He is me.")).await;
        let moderator = society.moderator.signs_in(&at).await;
        let response = first_in_queue(&moderator).await.expect("it is in the queue");
        let page = claims(&moderator, &response).await;
        (Case { at, society, receipt, moderator, response }, page)
    }

    async fn opens_the_mailbox(&self) -> Page {
        reads(&self.at.visitor(), &self.receipt.code).await
    }

    async fn messages(&self) -> i64 {
        self.at.count("select count(*) from messages").await
    }

    async fn log(&self) -> Page {
        self.society.auditor.signs_in(&self.at).await.get("/en/audit").await.expect(200)
    }
}

#[tokio::test]
async fn a_name_a_place_a_number_and_money_stop_once_and_go_with_a_reason() {
    let (case, page) = Case::open().await;
    let stopped = page.form("/question").set("question", HARM).submit(&case.moderator).await.expect(422);
    assert_eq!(case.messages().await, 0, "it went out");
    let marked = stopped.texts("mark");
    assert_eq!(marked, ["Parwana", "50 dollars", "999 555 0300"], "{stopped:?}");
    stopped.says("It seems to name a person of this case.").says("It speaks of money.");
    assert_eq!(stopped.all(".notice p[dir]", "dir"), ["auto", "auto"], "each line has its direction");

    // Without a reason it is stopped again, and a reason for one text is not valid for another.
    let again = stopped.form("/question").submit(&case.moderator).await.expect(422);
    assert!(again.fault_at("reason").is_some(), "{again:?}");
    let other = again.form("/question").set("question", "Her name is Parwana.").set("reason", "agreed");
    let other = other.submit(&case.moderator).await.expect(422);
    assert_eq!(other.texts("mark"), ["Parwana"]);
    assert_eq!(case.messages().await, 0);
    let sends = other.form("/question").set("reason", "agreed");
    sends.submit(&case.moderator).await.expect(200).says("Your message was sent, once.");
    case.opens_the_mailbox().await.says("Her name is Parwana.");
    let log = case.log().await;
    log.says("Sent a message although words in it were marked").says("agreed");
    assert!(!log.contains("Parwana"), "the log holds a name");

    // After the marked words are corrected, no reason is needed. A message without such words is sent at once.
    let page = case.moderator.get(&case.response).await.expect(200);
    let stopped = page.form("/question").set("question", HARM).submit(&case.moderator).await.expect(422);
    stopped.form("/question").set("question", CARE).submit(&case.moderator).await.expect(200);
    assert_eq!(case.messages().await, 2);
}

#[tokio::test]
async fn a_message_that_nobody_has_read_is_taken_back() {
    let (case, page) = Case::open().await;
    let page = page.form("/question").set("question", CARE).submit(&case.moderator).await.expect(200);
    page.says("The sender has not opened the mailbox since.");
    let back = page.form("/take-back");
    back.clone().submit(&case.moderator).await.expect(200).says("The message is taken back.");
    // A second press also says that it is gone, and the sender never learns of the message.
    let page = back.submit(&case.moderator).await.expect(200);
    assert!(!page.contains(CARE), "{page:?}");
    let mailbox = case.opens_the_mailbox().await;
    assert!(!mailbox.contains(CARE), "{mailbox:?}");
    assert_eq!(mailbox.all("[data-state]", "data-state"), ["being-read"]);
    case.log().await.says("Took back a message that nobody had read");

    // A message that the sender may have read stays, even if the page with the button is older.
    let page = page.form("/question").set("question", CARE).submit(&case.moderator).await.expect(200);
    case.opens_the_mailbox().await.says(CARE);
    page.form("/take-back").submit(&case.moderator).await.expect(200).says("The message stays.");
    case.opens_the_mailbox().await.says(CARE);
    let page = case.moderator.get(&case.response).await.expect(200);
    assert!(!page.contains("Take this message back"), "{page:?}");

    // The next message is unread, but a colleague without the claim can't take it back.
    let page =
        page.form("/question").set("question", "And its tail?").submit(&case.moderator).await.expect(200);
    let unread = page.all("button[name=unread]", "value");
    let colleague = case.society.second_moderator.signs_in(&case.at).await;
    let token =
        colleague.get(&case.response).await.form("/sign-out").value("csrf").unwrap_or_default().to_owned();
    let fields = [("csrf", &*token), ("unread", &*unread[0])];
    colleague.post_only(&format!("{}/take-back", case.response), &fields).await.expect(409);
    assert_eq!(case.messages().await, 2);
}

#[tokio::test]
async fn pressed_twice_it_is_sent_once_and_says_so() {
    let (case, page) = Case::open().await;
    let form = page.form("/question").set("question", CARE);
    form.clone().submit(&case.moderator).await.expect(200).says("Your message was sent, once.");
    form.clone().submit(&case.moderator).await.expect(200).says("Your message was sent, once.");
    case.at.advance(Duration::seconds(70));
    form.clone().submit(&case.moderator).await.expect(200).says("Your message was sent, once.");
    assert_eq!(case.messages().await, 1);
    // Two presses at the same instant.
    let page = case.moderator.get(&case.response).await.expect(200);
    let form = page.form("/question").set("question", "And its tail?");
    let (one, other) = tokio::join!(form.clone().submit(&case.moderator), form.submit(&case.moderator));
    for page in [one, other] {
        page.expect(200).says("Your message was sent, once.");
    }
    assert_eq!(case.messages().await, 2);
    // Another text from a page without its message id is a conflict, and the text is kept.
    let late = page.form("/question").set("question", "Old page.").forge("message", "");
    let late = late.submit(&case.moderator).await;
    assert!(late.status == 409 && late.contains("Old page."), "{late:?}");
}

//! A closed response is not lost: staff read what the family writes later, can read and reopen it, and can undo a wrong click.

mod crossing;
mod read_again;
mod undone;
mod wrote_again;

use crate::harness::app::TestApp;
use crate::harness::browser::{Browser, Page};
use crate::harness::desk_pages::{claims, first_in_queue};
use crate::harness::people::{Enquirer, Photo, Society};
use crate::harness::site_pages::{Letter, Receipt, reads, responds};

pub const WORDS: &str = "I carried the blue kite.";
pub const MORE: &str = "I really am her sister.";

/// A response that a moderator has claimed, and the people around it.
pub struct Answered {
    pub at: TestApp,
    pub society: Society,
    pub photo: Photo,
    pub receipt: Receipt,
    pub moderator: Browser,
    /// The response's page at the desk.
    pub response: String,
}

impl Answered {
    pub async fn and_claimed() -> Answered {
        let at = TestApp::start().await;
        let society = Society::founded(&at, "northland").await;
        let photo = society.publishes(&at, &Enquirer::looking_for_her_brother()).await;
        let receipt = responds(&at, &at.visitor(), photo.number, Letter::saying(WORDS)).await;
        let moderator = society.moderator.signs_in(&at).await;
        let response = first_in_queue(&moderator).await.expect("it is in the queue");
        claims(&moderator, &response).await.says(WORDS);
        Answered { at, society, photo, receipt, moderator, response }
    }

    /// Claimed, and closed with this outcome; the photo stays.
    pub async fn and_closed(outcome: &str) -> Answered {
        let answered = Answered::and_claimed().await;
        answered.closes(outcome, "no").await.expect(200);
        answered
    }

    pub async fn closes(&self, outcome: &str, end_publication: &str) -> Page {
        let page = self.moderator.get(&self.response).await.expect(200);
        let form = page.form("/close").set("outcome", outcome);
        // If the photo has ended, the form does not ask about it.
        let is_asked = !form.offers("end_publication").is_empty();
        let form = if is_asked { form.set("end_publication", end_publication) } else { form };
        form.submit(&self.moderator).await
    }

    /// The sender comes back with the code and writes; returns the page that they see.
    pub async fn writes(&self, text: &str) -> Page {
        let visitor = self.at.visitor();
        let mailbox = reads(&visitor, &self.receipt.code).await;
        mailbox.form("/return/answer").set("answer", text).submit(&visitor).await.expect(200)
    }
}

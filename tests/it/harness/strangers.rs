//! What strangers do, without pages, for tests that need a response in the queue before they begin.

use kinlight::chance;
use kinlight::ids::ResponseId;
use kinlight::photo_number::PhotoNumber;
use kinlight::publications::catalogue::{Found, Shown};
use kinlight::responses::lifecycle::Door;
use kinlight::responses::{self, Addressee, Contact, Content, NewResponse, Triage};

use super::app::TestApp;

/// A response in the queue.
pub struct Answer {
    pub id: ResponseId,
}

/// Answers a photo by the site's own verb, under the site's own role.
pub async fn answers(at: &TestApp, photo: PhotoNumber, message: &str) -> Answer {
    says(at, photo, false, message).await
}

/// Sends the same about a child or somebody in danger.
pub async fn warns(at: &TestApp, photo: PhotoNumber, message: &str) -> Answer {
    says(at, photo, true, message).await
}

async fn says(at: &TestApp, photo: PhotoNumber, is_danger: bool, message: &str) -> Answer {
    let Shown::Photos(shown) = at.app.catalogue.at(at.now()) else { panic!("the catalogue is away") };
    let Found::Live(published) = shown.find(photo) else { panic!("the photo is not live") };
    let to = Addressee {
        publication: published.id,
        case: published.case,
        case_key: published.case_key.as_str().to_owned(),
    };
    let triage = Triage {
        door: Door::LookingForMe,
        relation: "brother".to_owned(),
        language: "en".to_owned(),
        has_contact: false,
        is_danger,
        digest: String::new(),
        arrived_at: at.now(),
    };
    let content = Content {
        name: "Jawad Testname".to_owned(),
        relation_in_words: String::new(),
        message: message.to_owned(),
        contact: Contact::CodeOnly,
        caller_check: "4711".to_owned(),
    };
    let receipt = at.app.limits.codes.take().await.expect("a receipt code");
    let id = chance::id();
    let new = NewResponse {
        id,
        to: &to,
        triage: &triage,
        content: &content,
        code: &receipt.keys,
        is_slow: false,
        is_late: false,
    };
    responses::accept(&at.app.db.site, new, at.now()).await.expect("accepted");
    Answer { id }
}

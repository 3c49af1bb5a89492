//! What strangers do, without pages, for tests that need a response in the queue before they begin.

use kinlight::chance;
use kinlight::codes::CodeKeys;
use kinlight::ids::ResponseId;
use kinlight::photo_number::PhotoNumber;
use kinlight::publications::catalogue::{Found, Shown};
use kinlight::responses::lanes::Came;
use kinlight::responses::lifecycle::Door;
use kinlight::responses::{self, Addressee, Contact, Content, NewResponse, Triage};
use kinlight::responses::{entity, likeness};
use kinlight::sealing::PublicKey;

use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait;

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

/// Saves many messages at once, as the site does that was told how they came: a robot's.
pub async fn floods(
    at: &TestApp,
    photo: PhotoNumber,
    how: (Came, bool),
    messages: impl IntoIterator<Item = String>,
) -> Vec<ResponseId> {
    let to = addressee(at, photo);
    let messages = messages.into_iter();
    save(at, messages.map(|message| robots(at, &to, how, &message)).collect()).await
}

/// Saves very many in a few seconds. Their triages are their own; the content is one for all, which no page can open.
pub async fn floods_fast(
    at: &TestApp,
    photo: PhotoNumber,
    how: (Came, bool),
    messages: impl IntoIterator<Item = String>,
) -> Vec<ResponseId> {
    let to = addressee(at, photo);
    let key = PublicKey::parse(&to.case_key).unwrap();
    let first = robots(at, &to, how, "");
    let mailbox = first.mailbox_key.clone().unwrap();
    let row = |message: String| {
        let id = chance::id();
        let sealed = responses::sealed_triage(&key, (id, to.case), &triage(at, how.1, &message), &mailbox);
        entity::ActiveModel {
            id: Set(id),
            mailbox_tag: Set(chance::bytes::<32>().to_vec()),
            triage: Set(sealed.expect("sealed")),
            ..first.clone()
        }
    };
    save(at, messages.into_iter().map(row).collect()).await
}

fn robots(at: &TestApp, to: &Addressee, how: (Came, bool), message: &str) -> entity::ActiveModel {
    let (came, is_danger) = how;
    let code = CodeKeys::from_stretched(&chance::bytes::<32>()).unwrap();
    let (id, triage, content) = (chance::id(), triage(at, is_danger, message), content(message));
    let new = NewResponse { id, to, triage: &triage, content: &content, code: &code, came, is_late: false };
    responses::sealed(&new, at.now()).expect("sealed")
}

async fn save(at: &TestApp, mut rows: Vec<entity::ActiveModel>) -> Vec<ResponseId> {
    let ids = rows.iter().map(|row| row.id.clone().unwrap()).collect();
    let txn = kinlight::db::write(&at.app.db.site).await.unwrap();
    while !rows.is_empty() {
        let some = rows.split_off(rows.len().saturating_sub(1_000));
        entity::Entity::insert_many(some).exec_without_returning(&txn).await.expect("saved");
    }
    txn.commit().await.unwrap();
    ids
}

fn addressee(at: &TestApp, photo: PhotoNumber) -> Addressee {
    let Shown::Photos(shown) = at.app.catalogue.at(at.now()) else { panic!("the catalogue is away") };
    let Found::Live(published) = shown.find(photo) else { panic!("the photo is not live") };
    Addressee {
        publication: published.id,
        case: published.case,
        case_key: published.case_key.as_str().to_owned(),
    }
}

fn triage(at: &TestApp, is_danger: bool, message: &str) -> Triage {
    Triage {
        door: Door::LookingForMe,
        relation: "brother".to_owned(),
        language: "en".to_owned(),
        has_contact: false,
        is_danger,
        digest: message.to_lowercase(),
        sketch: likeness::sketch(message),
        arrived_at: at.now(),
    }
}

fn content(message: &str) -> Content {
    Content {
        name: "Jawad Testname".to_owned(),
        relation_in_words: String::new(),
        message: message.to_owned(),
        contact: Contact::CodeOnly,
        caller_check: "4711".to_owned(),
    }
}

async fn says(at: &TestApp, photo: PhotoNumber, is_danger: bool, message: &str) -> Answer {
    let to = addressee(at, photo);
    let (triage, content) = (triage(at, is_danger, message), content(message));
    let receipt = at.app.limits.codes.take().await.expect("a receipt code");
    let id = chance::id();
    let new = NewResponse {
        id,
        to: &to,
        triage: &triage,
        content: &content,
        code: &receipt.keys,
        came: Came::AS_USUAL,
        is_late: false,
    };
    responses::accept(&at.app.db.site, new, at.now()).await.expect("accepted");
    Answer { id }
}

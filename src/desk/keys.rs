//! A member's way to the Society's keys: reading eight digits to a colleague, the offline recovery key, or, for the
//! first administrator, making them. The recovery key is shown in one answer and stored nowhere.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::sealing::SealError;
use crate::societies::keys::{self, KeyError};
use crate::staff::joining::{self, JoiningError};
use crate::staff::recovery;
use crate::staff::roles::{Administer, Permission, SignedIn};
use crate::staff::{self, Member, Staff, Stage};
use crate::web::{Error, Fault, Form, Fresh, Visit};

#[derive(Serialize)]
struct KeysPage {
    fingerprint: String,
    is_waiting: bool,
    has_society_keys: bool,
    may_make: bool,
    /// Auditors and operators hold no key at all.
    needs_none: bool,
}

#[derive(Serialize)]
struct MadePage<'a> {
    recovery_key: &'a str,
}

pub async fn show(by: Staff<SignedIn>, visit: Visit) -> Result<HttpResponse, Error> {
    let page = page(&by, &visit).await?;
    visit.show_form("desk/keys.html", super::frame(&visit, &by, "keys"), &page)
}

pub async fn make(by: Staff<Administer>, visit: Visit, _form: Form) -> Result<HttpResponse, Error> {
    let recovery_key = joining::make_society_keys(&visit.app.db.desk, &by, visit.now).await?;
    let page = MadePage { recovery_key: &recovery_key };
    visit.show("desk/keys_made.html", super::frame(&visit, &by, "keys"), &page)
}

pub async fn recover(
    Fresh { by, form }: Fresh<Staff<SignedIn>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let typed: String = form.text("recovery_key").split_whitespace().collect();
    let key = match recovery::recover_with_key(&visit.app.db.desk, &by, &typed, visit.now).await {
        Ok(()) => return Ok(visit.redirect("")),
        Err(JoiningError::Seal(SealError::NotAKey)) => "keys-recovery-unreadable",
        Err(JoiningError::Seal(_) | JoiningError::Key(KeyError::Seal(_))) => "keys-recovery-wrong",
        Err(JoiningError::Key(KeyError::NoKeys)) => "keys-recovery-none",
        Err(other) => return Err(other.into()),
    };
    let (page, frame) = (page(&by, &visit).await?, super::frame(&visit, &by, "keys"));
    visit.show_faults("desk/keys.html", frame, [Fault { field: "recovery_key", key }], &page)
}

async fn page(member: &Member, visit: &Visit) -> Result<KeysPage, Error> {
    let db = &visit.app.db.desk;
    let has_society_keys = keys::are_made(db, member.society).await?;
    Ok(KeysPage {
        fingerprint: keys::fingerprint(&member.key.public()),
        is_waiting: staff::stage_of(db, member.id).await? == Stage::AwaitingKeys,
        has_society_keys,
        may_make: !has_society_keys && member.has(Administer::ROLES),
        needs_none: !member.roles.iter().any(|role| role.holds_open_key()),
    })
}

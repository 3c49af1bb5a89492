//! How a member gets the Society's keys: by reading eight digits to a colleague, by the offline recovery key, or, for the first
//! administrator, by making them. The recovery key is stored nowhere. An address carries it for half an hour, sealed with this
//! session's key, so that a reload shows it again until somebody has typed its end from the paper.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Duration;
use zeroize::Zeroizing;

use super::second_passphrase;
use crate::clock::Moment;
use crate::sealing::{SealError, TokenKey};
use crate::societies::keys::{self, KeyError};
use crate::staff::joining::{self, JoiningError};
use crate::staff::recovery;
use crate::staff::roles::{Administer, Permission, SignedIn};
use crate::staff::{self, Member, Staff, Stage, passphrase, second_key};
use crate::web::{Error, Fault, Form, Fresh, Visit};

#[derive(Serialize)]
struct KeysPage {
    fingerprint: String,
    is_waiting: bool,
    has_society_keys: bool,
    may_make: bool,
    /// Making the keys also chooses the second passphrase, unless there is one.
    chooses_second: bool,
    /// Six words to take for it.
    offered: String,
    is_administrator: bool,
    /// Auditors and operators have no key at all.
    needs_none: bool,
}

#[derive(Serialize)]
struct MadePage<'a> {
    recovery_key: &'a str,
    made: &'a str,
}

#[derive(Deserialize)]
pub struct Params {
    /// The recovery key, sealed.
    #[serde(default)]
    made: String,
}

const MADE_TEMPLATE: &str = "desk/keys_made.html";
const MADE: &str = "recovery-key";
/// Enough time to find a printer.
const SHOWN_FOR: Duration = Duration::minutes(30);
/// The number of letters at the key's end that must be typed back: too many to guess without the paper.
const TYPED_BACK: usize = 6;

pub async fn show(by: Staff<SignedIn>, visit: Visit) -> Result<HttpResponse, Error> {
    let page = page(&by, &visit).await?;
    // The digits cover the second key too, so it comes first.
    if page.chooses_second && page.has_society_keys {
        return Ok(visit.redirect("second-passphrase"));
    }
    visit.show_form("desk/keys.html", super::frame(&visit, &by, "keys"), &page)
}

pub async fn make(by: Staff<Administer>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let page = page(&by, &visit).await?;
    if page.chooses_second
        && page.may_make
        && let Err(fault) = second_passphrase::choose(&visit, &by, &form).await?
    {
        return visit.show_faults("desk/keys.html", super::frame(&visit, &by, "keys"), [fault], &page);
    }
    let recovery_key = joining::make_society_keys(&visit.app.db.desk, &by, visit.now).await?;
    let plain = serde_json::to_vec(&(visit.now, recovery_key.as_str())).map_err(Error::internal)?;
    Ok(visit.redirect(&format!("keys/made?made={}", token_key(&by).seal(MADE, &plain))))
}

pub async fn made(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let Some(key) = opened(&by, &asked.made, visit.now) else { return Ok(visit.redirect("keys")) };
    let page = MadePage { recovery_key: &key, made: &asked.made };
    visit.show_form(MADE_TEMPLATE, super::frame(&visit, &by, &visit.here), &page)
}

/// "I have printed it", proved by typing the end of the printed key.
pub async fn printed(by: Staff<Administer>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let made = form.text("made");
    let Some(key) = opened(&by, made, visit.now) else { return Ok(visit.redirect("keys")) };
    let typed: String = form.text("recovery_end").split_whitespace().collect();
    if typed.chars().count() >= TYPED_BACK && key.ends_with(&typed.to_uppercase()) {
        return Ok(visit.redirect(""));
    }
    let page = MadePage { recovery_key: &key, made };
    let fault = Fault { field: "recovery_end", key: "keys-made-end-wrong" };
    let frame = super::frame(&visit, &by, &format!("keys/made?made={made}"));
    visit.show_faults(MADE_TEMPLATE, frame, [fault], &page)
}

fn opened(by: &Member, sealed: &str, now: Moment) -> Option<Zeroizing<String>> {
    let plain = token_key(by).open(MADE, sealed)?;
    let (at, key): (Moment, String) = serde_json::from_slice(&plain).ok()?;
    let key = Zeroizing::new(key);
    (now.since(at) < SHOWN_FOR).then_some(key)
}

/// This session's own key, so that no other session opens what it sealed.
fn token_key(by: &Member) -> TokenKey {
    TokenKey::derived(&by.session.form_key[..], "kinlight/recovery-key")
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
    let halves = second_key::own_halves(db, member).await?;
    Ok(KeysPage {
        fingerprint: keys::fingerprint(&halves),
        is_waiting: staff::stage_of(db, member.id).await? == Stage::AwaitingKeys
            || !second_key::is_whole(db, member).await?,
        chooses_second: second_key::lacks_second(&second_key::own_row(db, member).await?),
        offered: passphrase::draw().to_string(),
        is_administrator: member.has(Administer::ROLES),
        has_society_keys,
        may_make: !has_society_keys && member.has(Administer::ROLES),
        needs_none: !member.roles.iter().any(|role| role.holds_open_key()),
    })
}

//! How a member gets the Society's keys: by reading twelve digits to a colleague, by the offline recovery sheet, or, for the
//! first administrator, by making them. What the sheet has is stored nowhere. An address carries it for half an hour, sealed with
//! this session's key, so that a reload shows it again until somebody has typed its end from the paper.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Duration;
use zeroize::{Zeroize, Zeroizing};

use super::second_passphrase::{self, Standing};
use crate::clock::Moment;
use crate::sealing::{SealError, TokenKey};
use crate::societies::keys::{self, KeyError, Part};
use crate::societies::making::Sheet;
use crate::staff::giving_keys;
use crate::staff::joining::JoiningError;
use crate::staff::listing::{self, Place};
use crate::staff::recovery::{self, TypedSheet};
use crate::staff::roles::{Administer, Permission, SignedIn};
use crate::staff::{self, Member, Staff, Stage, passphrase, second_key, voice};
use crate::web::{Error, Fault, Form, Fresh, Visit};

#[derive(Serialize)]
struct KeysPage {
    digits: String,
    is_waiting: bool,
    has_society_keys: bool,
    may_make: bool,
    /// Making the keys also chooses the second passphrase, unless there is one.
    chooses_second: bool,
    /// Six words to take for it.
    offered: String,
    is_administrator: bool,
    /// For an administrator of a Society from before there were roots.
    may_make_root: bool,
    /// How they stand with the second passphrase, which making the root asks for.
    root_second: Option<Standing>,
    /// The recovery key alone did not lead to the root.
    wants_root: bool,
    /// Auditors and operators have no key at all.
    needs_none: bool,
}

#[derive(Serialize)]
struct MadePage<'a> {
    /// `None` if the Society's older sheet has it.
    recovery_key: Option<&'a str>,
    root_key: &'a str,
    /// The root's public half, which is no secret.
    pin: String,
    made: &'a str,
}

/// What the recovery sheet has, on its way through the address.
#[derive(Serialize, Deserialize)]
struct Printed {
    at: Moment,
    recovery_key: Option<String>,
    root_key: String,
}

impl Drop for Printed {
    fn drop(&mut self) {
        self.recovery_key.zeroize();
        self.root_key.zeroize();
    }
}

#[derive(Deserialize)]
pub struct Params {
    /// What the recovery sheet has, sealed.
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
    if !page.may_make {
        return Err(Error::Conflict);
    }
    let second = match page.chooses_second {
        true => second_passphrase::choose(&visit, &by, &form).await?,
        false => second_passphrase::ask(&visit, &by, &form).await?,
    };
    match second {
        Err(fault) => visit.show_faults("desk/keys.html", super::frame(&visit, &by, "keys"), [fault], &page),
        Ok(second) => {
            let with = (&by, &second);
            let sheet = giving_keys::make_society_keys(&visit.app.db.desk, with, visit.now).await?;
            to_the_sheet(&by, &visit, sheet)
        }
    }
}

/// For a Society that has keys from before there were roots.
pub async fn make_root(
    Fresh { by, form }: Fresh<Staff<Administer>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let second = match second_passphrase::ask(&visit, &by, &form).await? {
        Ok(second) => second,
        Err(fault) => {
            let page = page(&by, &visit).await?;
            return visit.show_faults("desk/keys.html", super::frame(&visit, &by, "keys"), [fault], &page);
        }
    };
    let (app, with) = (&visit.app, (&by, &second));
    let sheet = listing::make_root(&app.db.desk, &app.secrets, with, visit.now).await?;
    to_the_sheet(&by, &visit, sheet)
}

fn to_the_sheet(by: &Member, visit: &Visit, sheet: Sheet) -> Result<HttpResponse, Error> {
    let recovery_key = sheet.recovery.map(|key| key.to_string());
    let printed = Printed { at: visit.now, recovery_key, root_key: sheet.root.to_string() };
    let plain = Zeroizing::new(serde_json::to_vec(&printed).map_err(Error::internal)?);
    Ok(visit.redirect(&format!("keys/made?made={}", token_key(by).seal(MADE, &plain))))
}

pub async fn made(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let Some(printed) = opened(&by, &asked.made, visit.now) else { return Ok(visit.redirect("keys")) };
    let page = made_page(&by, &visit, &printed, &asked.made)?;
    visit.show_form(MADE_TEMPLATE, super::frame(&visit, &by, &visit.here), &page)
}

/// "I have printed it", proved by typing the end of the printed key.
pub async fn printed(by: Staff<Administer>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let made = form.text("made");
    let Some(printed) = opened(&by, made, visit.now) else { return Ok(visit.redirect("keys")) };
    let typed: String = form.text("recovery_end").split_whitespace().collect();
    let is_end = |key: &String| key.ends_with(&typed.to_uppercase());
    let is_an_end = printed.recovery_key.as_ref().is_some_and(is_end) || is_end(&printed.root_key);
    if typed.chars().count() >= TYPED_BACK && is_an_end {
        return Ok(visit.redirect(""));
    }
    let page = made_page(&by, &visit, &printed, made)?;
    let fault = Fault { field: "recovery_end", key: "keys-made-end-wrong" };
    let frame = super::frame(&visit, &by, &format!("keys/made?made={made}"));
    visit.show_faults(MADE_TEMPLATE, frame, [fault], &page)
}

fn made_page<'a>(
    by: &Member,
    visit: &Visit,
    printed: &'a Printed,
    made: &'a str,
) -> Result<MadePage<'a>, Error> {
    let pins = visit.app.secrets.pins.all().map_err(Error::internal)?;
    let pin = pins.into_iter().find(|pin| pin.0.society == by.society);
    Ok(MadePage {
        recovery_key: printed.recovery_key.as_deref(),
        root_key: &printed.root_key,
        pin: pin.map(|pin| pin.to_string()).unwrap_or_default(),
        made,
    })
}

fn opened(by: &Member, sealed: &str, now: Moment) -> Option<Printed> {
    let plain = token_key(by).open(MADE, sealed)?;
    let printed: Printed = serde_json::from_slice(&plain).ok()?;
    (now.since(printed.at) < SHOWN_FOR).then_some(printed)
}

/// This session's own key, so that no other session opens what it sealed.
fn token_key(by: &Member) -> TokenKey {
    TokenKey::derived(&by.session.form_key[..], "kinlight/recovery-key")
}

pub async fn recover(
    Fresh { by, form }: Fresh<Staff<SignedIn>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let [key, root] = ["recovery_key", "root_key"]
        .map(|field| Zeroizing::new(form.text(field).split_whitespace().collect::<String>()));
    let typed = TypedSheet { recovery: &key, root: (!root.is_empty()).then_some(root.as_str()) };
    let mut wants_root = !root.is_empty();
    let key = match recovery::recover_with_key(&visit.app.db.desk, &by, typed, visit.now).await {
        Ok(()) => return Ok(visit.redirect("")),
        Err(JoiningError::Key(KeyError::RootWanted)) => {
            wants_root = true;
            "keys-root-wanted"
        }
        Err(JoiningError::Seal(SealError::NotAKey)) => "keys-recovery-unreadable",
        Err(JoiningError::Seal(_) | JoiningError::Key(KeyError::Seal(_))) => "keys-recovery-wrong",
        Err(JoiningError::Key(KeyError::NoKeys)) => "keys-recovery-none",
        Err(other) => return Err(other.into()),
    };
    let field = if key == "keys-root-wanted" { "root_key" } else { "recovery_key" };
    let page = KeysPage { wants_root, ..page(&by, &visit).await? };
    visit.show_faults("desk/keys.html", super::frame(&visit, &by, "keys"), [Fault { field, key }], &page)
}

async fn page(member: &Member, visit: &Visit) -> Result<KeysPage, Error> {
    let db = &visit.app.db.desk;
    let has_society_keys = keys::are_made(db, member.society).await?;
    let needs_none = !member.roles.iter().any(|role| role.holds_open_key());
    let halves = second_key::own_halves(db, member).await?;
    let own = voice::Keys::own(member.id, &member.key, halves.second.as_deref());
    let place = match has_society_keys && !needs_none {
        true => Some(listing::place(db, member, (member.id, Some(&own.sealed_to))).await?),
        false => None,
    };
    let is_active = staff::stage_of(db, member.id).await? == Stage::Active;
    let may_make_root = is_active && place == Some(Place::NoRoot) && member.has(Administer::ROLES);
    let chooses_second = second_key::lacks_second(&second_key::own_row(db, member).await?);
    let root_second = match may_make_root && !chooses_second {
        true => Some(second_passphrase::standing(visit, member, Part::Archive, "keys").await?),
        false => None,
    };
    Ok(KeysPage {
        digits: if needs_none {
            String::new()
        } else {
            own.digits(&visit.app.limits.sign_in).await.map_err(JoiningError::from)?
        },
        is_waiting: !is_active
            || place == Some(Place::NotListed)
            || !second_key::lacked_by(db, member).await?.is_empty(),
        chooses_second,
        offered: passphrase::draw().to_string(),
        is_administrator: member.has(Administer::ROLES),
        has_society_keys,
        may_make: !has_society_keys && member.has(Administer::ROLES),
        may_make_root,
        root_second,
        wants_root: false,
        needs_none,
    })
}

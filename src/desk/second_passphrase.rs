//! An administrator's second passphrase: choosing it, changing it, and a new one in the place of one that is forgotten. Other pages
//! ask for it here. Invariant: it is asked for where it is needed, each time, and no page keeps it.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::guessing;
use crate::secrets::KeyDerivation;
use crate::societies::keys::Part;
use crate::staff::password::PasswordError;
use crate::staff::roles::Administer;
use crate::staff::second_key::{self, SecondKey, SecondKeyError};
use crate::staff::second_passphrase::{NewPassphrase, PassphraseError};
use crate::staff::{Member, Staff, passphrase};
use crate::web::{Error, Fault, Form, Fresh, Visit, fresh};

const TEMPLATE: &str = "desk/second_passphrase.html";

#[derive(Deserialize)]
pub struct Params {
    changed: Option<String>,
}

#[derive(Serialize)]
struct PassphrasePage {
    is_changed: bool,
    /// There is one already: the page changes it.
    has_one: bool,
    /// Six words to take.
    offered: String,
}

/// What a page needs to know before it asks for the second passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It can be asked for.
    Chosen,
    /// From before there were second keys, or new: it has to be chosen first.
    NotChosen,
    /// It was forgotten and replaced, and nobody has given the archive key again.
    WithoutArchive,
    /// The Society's root was made without this administrator, and nobody has given it to them yet.
    WithoutRoot,
}

/// The second factor is asked for first, so that no passphrase has to be typed twice.
pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let is_changed = asked.changed.is_some();
    if !is_changed {
        fresh::before_typing(&by, &visit, "second-passphrase")?;
    }
    let page = PassphrasePage { is_changed, ..page(&by, &visit).await? };
    visit.show_form(TEMPLATE, super::frame(&visit, &by, "second-passphrase"), &page)
}

pub async fn send(Fresh { by, form }: Fresh<Staff<Administer>>, visit: Visit) -> Result<HttpResponse, Error> {
    let Err(fault) = set(&visit, &by, &form).await? else {
        let is_whole = second_key::lacked_by(&visit.app.db.desk, &by).await?.is_empty();
        return Ok(visit.redirect(if is_whole { "second-passphrase?changed=1" } else { "keys" }));
    };
    let frame = super::frame(&visit, &by, "second-passphrase");
    visit.show_faults(TEMPLATE, frame, [fault], &page(&by, &visit).await?)
}

/// Chooses the first one, from a form that asks for the password and the new passphrase twice.
pub async fn choose(
    visit: &Visit,
    by: &Staff<Administer>,
    form: &Form,
) -> Result<Result<SecondKey, Fault>, Error> {
    let (password, new) = match typed(by, form) {
        Ok(typed) => typed,
        Err(fault) => return Ok(Err(fault)),
    };
    let derivation = guess(visit, by).await?;
    told(visit, second_key::choose(&visit.app.db.desk, derivation, by, (password, &new), visit.now).await)
}

/// Opens the second key with what was typed into this form.
pub async fn ask(visit: &Visit, by: &Member, form: &Form) -> Result<Result<SecondKey, Fault>, Error> {
    match form.text("second_passphrase") {
        "" => Ok(Err(Fault { field: "second_passphrase", key: "second-missing" })),
        typed => open(visit, by, typed).await,
    }
}

/// The same for an act that waits for no passphrase: without the right one, it goes on without the key.
pub async fn ask_in_passing(visit: &Visit, by: &Member, typed: &str) -> Option<SecondKey> {
    if typed.is_empty() {
        return None;
    }
    match open(visit, by, typed).await {
        Ok(opened) => opened.ok(),
        Err(error) => {
            error.ring(&visit.app, visit.now).await;
            error.log();
            None
        }
    }
}

async fn open(visit: &Visit, by: &Member, typed: &str) -> Result<Result<SecondKey, Fault>, Error> {
    let derivation = guess(visit, by).await?;
    told(visit, second_key::open(&visit.app.db.desk, derivation, by, typed, visit.now).await)
}

/// How this administrator stands, for something that needs this part. A page that is about to ask for the passphrase wants a fresh
/// factor before it is typed.
pub async fn standing(visit: &Visit, by: &Member, part: Part, page: &str) -> Result<Standing, Error> {
    let standing = stands(visit, by, part).await?;
    if standing == Standing::Chosen {
        fresh::before_typing(by, visit, page)?;
    }
    Ok(standing)
}

/// The same where the passphrase may be left out.
pub async fn stands(visit: &Visit, by: &Member, part: Part) -> Result<Standing, Error> {
    let db = &visit.app.db.desk;
    if second_key::lacks_second(&second_key::own_row(db, by).await?) {
        return Ok(Standing::NotChosen);
    }
    let lacked = second_key::lacked_by(db, by).await?;
    Ok(match part {
        _ if lacked.contains(&Part::Archive) => Standing::WithoutArchive,
        part if lacked.contains(&part) => Standing::WithoutRoot,
        _ => Standing::Chosen,
    })
}

async fn set(visit: &Visit, by: &Staff<Administer>, form: &Form) -> Result<Result<(), Fault>, Error> {
    let db = &visit.app.db.desk;
    if second_key::lacks_second(&second_key::own_row(db, by).await?) {
        return Ok(choose(visit, by, form).await?.map(|_| ()));
    }
    let (password, new) = match typed(by, form) {
        Ok(typed) => typed,
        Err(fault) => return Ok(Err(fault)),
    };
    let (old, is_forgotten) = (form.text("second_passphrase"), form.text("is_forgotten") == "yes");
    if old.is_empty() && !is_forgotten {
        return Ok(Err(Fault { field: "second_passphrase", key: "second-missing" }));
    }
    let derivation = guess(visit, by).await?;
    let done = match is_forgotten {
        true => second_key::replace_forgotten(db, derivation, by, (password, &new), visit.now).await,
        false => second_key::change(db, derivation, by, old, (password, &new), visit.now).await,
    };
    told(visit, done)
}

fn typed<'f>(by: &Member, form: &'f Form) -> Result<(&'f str, NewPassphrase), Fault> {
    let (password, new) = (form.text("password"), form.text("second_new"));
    if password.is_empty() {
        return Err(Fault { field: "password", key: "sign-in-password-missing" });
    }
    if new != form.text("second_new_again") {
        return Err(Fault { field: "second_new_again", key: "second-differs" });
    }
    let new = NewPassphrase::parse(new, &by.name, password).map_err(|error| Fault {
        field: "second_new",
        key: match error {
            PassphraseError::Weak(PasswordError::TooShort) => "join-password-short",
            PassphraseError::Weak(PasswordError::TooLong) => "join-password-long",
            PassphraseError::Weak(PasswordError::TooWeak) => "join-password-weak",
            PassphraseError::LikePassword => "second-like-password",
        },
    })?;
    Ok((password, new))
}

/// Counts a try, as at the sign-in.
async fn guess<'v>(visit: &'v Visit, by: &Member) -> Result<KeyDerivation<'v>, Error> {
    let pool = guessing::password(visit, &by.name).await;
    let pool = pool.map_err(|retry_after| Error::TooMany { retry_after })?;
    Ok(visit.app.secrets.deriving_in(pool))
}

/// What the form can tell at its fields.
fn told<T>(visit: &Visit, done: Result<T, SecondKeyError>) -> Result<Result<T, Fault>, Error> {
    let fault = match done {
        Ok(done) => return Ok(Ok(done)),
        Err(SecondKeyError::WrongPassword) => Fault { field: "password", key: "second-password-wrong" },
        Err(SecondKeyError::Wrong) => Fault { field: "second_passphrase", key: "second-wrong" },
        Err(other) => return Err(other.into()),
    };
    visit.app.metrics.sign_in_failed();
    Ok(Err(fault))
}

async fn page(by: &Member, visit: &Visit) -> Result<PassphrasePage, Error> {
    let row = second_key::own_row(&visit.app.db.desk, by).await?;
    Ok(PassphrasePage {
        is_changed: false,
        has_one: !second_key::lacks_second(&row),
        offered: passphrase::draw().to_string(),
    })
}

//! One colleague's account: sealing the Society's keys to them, agreeing to a further administrator, a new start, the end of
//! their grant.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::accounts::{Person, person};
use super::invitation::{self, For};
use super::second_passphrase::{self, Standing};
use crate::ids::StaffId;
use crate::societies::keys::Part;
use crate::societies::listed;
use crate::staff::inviting;
use crate::staff::joining::JoiningError;
use crate::staff::listing::{self, Place};
use crate::staff::parts;
use crate::staff::recovery;
use crate::staff::roles::{Administer, Role, parse_roles};
use crate::staff::second_key::{self, SecondKey};
use crate::staff::{self, Member, Staff, Stage, ending, entity, giving_keys, session};
use crate::web::{Error, Fault, Form, Fresh, Visit};

const TEMPLATE: &str = "desk/colleague.html";

#[derive(Deserialize)]
pub struct Params {
    sealed: Option<String>,
    agreed: Option<String>,
    signed_out: Option<String>,
}

#[derive(Serialize)]
struct ColleaguePage {
    person: Person,
    is_sealed_now: bool,
    awaits_keys: bool,
    /// They are an administrator who has not chosen a second passphrase yet.
    lacks_second: bool,
    /// How the one who gives stands with their own second passphrase, if giving needs it.
    second: Option<Standing>,
    /// The signed list names this colleague, and the one who ends their access can sign it with the second passphrase.
    asks_at_end: bool,
    /// A further administrator whom somebody else invited: this administrator may agree.
    awaits_word: bool,
    has_agreed: bool,
    is_signed_out_now: bool,
    /// Administrators can't end or restart their own account.
    is_self: bool,
    is_ended: bool,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let row = find(&by, &visit, path.1).await?;
    let page = ColleaguePage {
        is_sealed_now: asked.sealed.is_some(),
        has_agreed: asked.agreed.is_some(),
        is_signed_out_now: asked.signed_out.is_some(),
        ..page(&by, &visit, &row).await?
    };
    visit.show_form(TEMPLATE, super::frame(&visit, &by, &format!("accounts/{}", row.id)), &page)
}

pub async fn seal_keys(
    Fresh { by, form }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
) -> Result<HttpResponse, Error> {
    let row = find(&by, &visit, path.1).await?;
    let heard = form.text("fingerprint");
    let fault = match second(&by, &visit, (&row, &form)).await? {
        Err(fault) => fault,
        Ok(second) => {
            let by = (&by, second.as_ref());
            let derivation = visit.app.secrets.deriving_in(&visit.app.limits.sign_in);
            match giving_keys::seal_keys(&visit.app.db.desk, derivation, by, (row.id, heard), visit.now).await
            {
                Ok(()) => return Ok(visit.redirect(&format!("accounts/{}?sealed=1", row.id))),
                Err(JoiningError::WrongFingerprint) => {
                    Fault { field: "fingerprint", key: "colleague-fingerprint-wrong" }
                }
                Err(JoiningError::NotBound) => Fault { field: "fingerprint", key: "colleague-not-bound" },
                // After the page was loaded, they started again or the grant ended.
                Err(JoiningError::Unusable) => return Err(Error::Conflict),
                Err(other) => return Err(other.into()),
            }
        }
    };
    let frame = super::frame(&visit, &by, &format!("accounts/{}", row.id));
    let page = page(&by, &visit, &row).await?;
    visit.show_faults(TEMPLATE, frame.answer("fingerprint", heard), [fault], &page)
}

/// The second key of the one who gives, if giving needs it.
async fn second(
    by: &Staff<Administer>,
    visit: &Visit,
    (row, form): (&entity::Model, &Form),
) -> Result<Result<Option<SecondKey>, Fault>, Error> {
    let lacking = second_key::lacking(&visit.app.db.desk, row).await?;
    if needed_to_give(by, visit, &lacking).await?.is_none() {
        return Ok(Ok(None));
    }
    Ok(second_passphrase::ask(visit, by, form).await?.map(Some))
}

/// The part under the second key that somebody who gives these parts needs: the root, which signs the list, in every Society that
/// has one.
async fn needed_to_give(by: &Member, visit: &Visit, lacking: &[Part]) -> Result<Option<Part>, Error> {
    if listed::has_a_list(&visit.app.db.desk, by.society).await? {
        return Ok(Some(Part::Root));
    }
    Ok(lacking.iter().copied().find(|part| part.needs_second_key()))
}

/// The second administrator agrees to a further one.
pub async fn agree(
    Fresh { by, .. }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
) -> Result<HttpResponse, Error> {
    let row = find(&by, &visit, path.1).await?;
    inviting::agree(&visit.app.db.desk, &by, row.id, visit.now).await?;
    Ok(visit.redirect(&format!("accounts/{}?agreed=1", row.id)))
}

pub async fn ask_recovery(
    Fresh { by, .. }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
) -> Result<HttpResponse, Error> {
    let row = find(&by, &visit, path.1).await?;
    let token = recovery::ask_recovery(&visit.app.db.desk, &by, row.id, visit.now).await?;
    let back = format!("accounts/{}", row.id);
    let is_newcomer = row.stage == Stage::Invited && parse_roles(&row.roles).contains(&Role::Administrator);
    let kind = if is_newcomer { For::Administrator } else { For::NewStart };
    invitation::show_once(&visit, &by, (&row.sign_in_name, &token, kind), &back)
}

/// Ends all sessions of a colleague, who signs in again with password and second factor.
pub async fn sign_out(
    Fresh { by, .. }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
) -> Result<HttpResponse, Error> {
    let row = find(&by, &visit, path.1).await?;
    session::leave_everywhere(&visit.app.db.desk, &by, row.id, visit.now).await?;
    Ok(visit.redirect(&format!("accounts/{}?signed_out=1", row.id)))
}

/// Ends access at once, with or without a second passphrase.
pub async fn end_grant(
    Fresh { by, form }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
) -> Result<HttpResponse, Error> {
    let second = second_passphrase::ask_in_passing(&visit, &by, form.text("end_passphrase")).await;
    let with = (&by, second.as_ref());
    let said = ending::end_grant(&visit.app.db.desk, with, path.1, visit.now).await?;
    Ok(visit.redirect(&format!("accounts?ended={}", said.code())))
}

async fn find(by: &Staff<Administer>, visit: &Visit, id: StaffId) -> Result<entity::Model, Error> {
    let rows = staff::of_society(&visit.app.db.desk, by.society).await?;
    rows.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)
}

async fn page(by: &Staff<Administer>, visit: &Visit, row: &entity::Model) -> Result<ColleaguePage, Error> {
    let stage = row.stage;
    let db = &visit.app.db.desk;
    let invitation = inviting::waiting(db, row.id, visit.now).await?;
    let lacking = match stage {
        Stage::AwaitingKeys | Stage::Active => second_key::lacking(db, row).await?,
        Stage::Invited | Stage::Ended => Vec::new(),
    };
    let (is_self, lacks_second) = (row.id == by.id, second_key::lacks_second(row));
    let is_unlisted = stage == Stage::Active
        && parts::needs_keys(row)
        && matches!(
            listing::place(db, by, (row.id, row.public_key.as_deref())).await,
            // A fault rings where a key is used. Here, access can still be ended.
            Ok(Place::NotListed)
        );
    let awaits_keys = stage == Stage::AwaitingKeys || ((is_unlisted || !lacking.is_empty()) && !is_self);
    let needed = match awaits_keys && !lacks_second {
        true => needed_to_give(by, visit, &lacking).await?,
        false => None,
    };
    let second = match needed {
        Some(part) => {
            Some(second_passphrase::standing(visit, by, part, &format!("accounts/{}", row.id)).await?)
        }
        None => None,
    };
    Ok(ColleaguePage {
        person: person(visit, row),
        asks_at_end: !is_self
            && listing::names(db, by, row.id).await
            && second_passphrase::stands(visit, by, Part::Root).await? == Standing::Chosen,
        is_sealed_now: false,
        has_agreed: false,
        is_signed_out_now: false,
        awaits_word: invitation.is_some_and(|invitation| invitation.made_by != Some(by.id)),
        awaits_keys,
        lacks_second,
        second,
        is_self,
        is_ended: stage == Stage::Ended,
    })
}

//! One colleague's account: sealing the Society's keys to them, agreeing to a further administrator, a new start, the end of
//! their grant.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::accounts::{Person, person};
use super::invitation::{self, For};
use crate::ids::StaffId;
use crate::staff::inviting;
use crate::staff::joining::{self, JoiningError};
use crate::staff::recovery;
use crate::staff::roles::{Administer, Role, parse_roles};
use crate::staff::{self, Staff, Stage, entity};
use crate::web::{Error, Fault, Fresh, Visit};

const TEMPLATE: &str = "desk/colleague.html";

#[derive(Deserialize)]
pub struct Params {
    sealed: Option<String>,
    agreed: Option<String>,
}

#[derive(Serialize)]
struct ColleaguePage {
    person: Person,
    is_sealed_now: bool,
    awaits_keys: bool,
    /// A further administrator whom somebody else invited: this administrator may agree.
    awaits_word: bool,
    has_agreed: bool,
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
    match joining::seal_keys(&visit.app.db.desk, &by, row.id, heard, visit.now).await {
        Ok(()) => Ok(visit.redirect(&format!("accounts/{}?sealed=1", row.id))),
        Err(JoiningError::WrongFingerprint) => {
            let frame = super::frame(&visit, &by, &format!("accounts/{}", row.id));
            let fault = Fault { field: "fingerprint", key: "colleague-fingerprint-wrong" };
            visit.show_faults(
                TEMPLATE,
                frame.answer("fingerprint", heard),
                [fault],
                &page(&by, &visit, &row).await?,
            )
        }
        // After the page was loaded, they started again or the grant ended.
        Err(JoiningError::Unusable) => Err(Error::Conflict),
        Err(other) => Err(other.into()),
    }
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

pub async fn end_grant(
    Fresh { by, .. }: Fresh<Staff<Administer>>,
    visit: Visit,
    path: web::Path<(String, StaffId)>,
) -> Result<HttpResponse, Error> {
    joining::end_grant(&visit.app.db.desk, &by, path.1, visit.now).await?;
    Ok(visit.redirect("accounts"))
}

async fn find(by: &Staff<Administer>, visit: &Visit, id: StaffId) -> Result<entity::Model, Error> {
    let rows = staff::of_society(&visit.app.db.desk, by.society).await?;
    rows.into_iter().find(|row| row.id == id).ok_or(Error::NotFound)
}

async fn page(by: &Staff<Administer>, visit: &Visit, row: &entity::Model) -> Result<ColleaguePage, Error> {
    let stage = row.stage;
    let invitation = inviting::waiting(&visit.app.db.desk, row.id, visit.now).await?;
    Ok(ColleaguePage {
        person: person(visit, row),
        is_sealed_now: false,
        has_agreed: false,
        awaits_word: invitation.is_some_and(|invitation| invitation.made_by != Some(by.id)),
        awaits_keys: stage == Stage::AwaitingKeys,
        is_self: row.id == by.id,
        is_ended: stage == Stage::Ended,
    })
}

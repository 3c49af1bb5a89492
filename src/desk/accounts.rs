//! The Society's staff, and inviting a new member. Every grant has an end date; no invitation carries a key.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::grant_end;
use super::invitation::{self, For};
use super::parts::{Choice, choice};
use crate::staff::ending::InTheList;
use crate::staff::inviting::{self, NewMember};
use crate::staff::joining::JoiningError;
use crate::staff::roles::{Administer, Role, parse_roles};
use crate::staff::{self, Staff, Stage, entity};
use crate::web::{Error, Fault, Form, Frame, Fresh, Visit};

const TEMPLATE: &str = "desk/accounts.html";

#[derive(Serialize)]
pub struct Person {
    pub href: String,
    pub name: String,
    pub roles: Vec<String>,
    pub stage: String,
    pub tone: &'static str,
    pub ends_on: String,
}

#[derive(Serialize)]
struct AccountsPage {
    people: Vec<Person>,
    roles: Vec<Choice>,
    usual_end: String,
    /// Somebody's access was just ended.
    ended: Option<InTheList>,
}

#[derive(Deserialize)]
pub struct Params {
    ended: Option<InTheList>,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let page = AccountsPage { ended: asked.ended, ..page(&by, &visit).await? };
    visit.show_form(TEMPLATE, super::frame(&visit, &by, "accounts"), &page)
}

pub async fn invite(
    Fresh { by, form }: Fresh<Staff<Administer>>,
    visit: Visit,
) -> Result<HttpResponse, Error> {
    let roles: Vec<Role> = form.all("roles").into_iter().filter_map(Role::parse).collect();
    let name = form.text("name").to_lowercase();
    let fault = match grant_end::parse(form.text("ends_on"), visit.now) {
        Err(error) => Fault { field: "ends_on", key: error.key() },
        Ok(grant_ends_on) => {
            let new = NewMember { name: &name, roles: &roles, grant_ends_on };
            let kind = if roles.contains(&Role::Administrator) { For::Administrator } else { For::Newcomer };
            match inviting::invite(&visit.app.db.desk, &by, new, visit.now).await {
                Ok(token) => return invitation::show_once(&visit, &by, (&name, &token, kind), "accounts"),
                Err(error) => name_or_roles(error)?,
            }
        }
    };
    let frame = answered(super::frame(&visit, &by, "accounts"), &form);
    visit.show_faults(TEMPLATE, frame, [fault], &page(&by, &visit).await?)
}

/// The error as a fault of the form. An error that no field can correct is returned.
pub fn name_or_roles(error: JoiningError) -> Result<Fault, Error> {
    match error {
        JoiningError::BadName => Ok(Fault { field: "name", key: "accounts-name-wrong" }),
        JoiningError::NameTaken => Ok(Fault { field: "name", key: "accounts-name-taken" }),
        JoiningError::NoSecondAdministrator => {
            Ok(Fault { field: "roles", key: "accounts-administrator-lone" })
        }
        JoiningError::NoRole => Ok(Fault { field: "roles", key: "accounts-roles-missing" }),
        other => Err(other.into()),
    }
}

fn answered(frame: Frame, form: &Form) -> Frame {
    let typed = form.answers().filter(|(name, _)| ["name", "roles", "ends_on"].contains(name));
    typed.fold(frame, |frame, (name, value)| frame.answer(name, value))
}

/// A person, as the list and their own page show them.
pub fn person(visit: &Visit, row: &entity::Model) -> Person {
    let is_expired = row.stage != Stage::Ended && row.grant_ends_on < visit.now.date();
    let stage =
        if is_expired { "accounts-stage-expired".to_owned() } else { row.stage.key("accounts-stage") };
    let tone = match row.stage {
        _ if is_expired => "plain",
        Stage::Ended => "plain",
        Stage::Invited => "info",
        Stage::AwaitingKeys => "warn",
        Stage::Active => "good",
    };
    let role = |role: Role| visit.text(&role.key("accounts-role"));
    Person {
        href: format!("/{}/accounts/{}", visit.lang, row.id),
        name: row.sign_in_name.clone(),
        roles: parse_roles(&row.roles).into_iter().map(role).collect(),
        stage: visit.text(&stage),
        tone,
        ends_on: row.grant_ends_on.to_string(),
    }
}

async fn page(by: &Staff<Administer>, visit: &Visit) -> Result<AccountsPage, Error> {
    let rows = staff::of_society(&visit.app.db.desk, by.society).await?;
    let offered = |role: Role| {
        let key = role.key("accounts-role");
        choice(visit, role.code(), &key).hint(visit.text(&format!("{key}-hint")))
    };
    // An operator belongs to no Society.
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Operator);
    Ok(AccountsPage {
        people: rows.iter().map(|row| person(visit, row)).collect(),
        roles: roles.map(offered).collect(),
        usual_end: grant_end::usual(visit.now),
        ended: None,
    })
}

//! The network operator's page: Societies, counts, how long the oldest unopened response has waited, and whether limits are
//! shared. It shows no person's data. A Society's first two administrators are invited here; later ones by the Society itself.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::accounts::name_or_roles;
use super::directory_entry;
use super::grant_end;
use super::invitation::{self, For};
use crate::db::isolation::within;
use crate::publications::lifecycle::Stage;
use crate::publications::queries;
use crate::rate_limits::Sharing;
use crate::responses;
use crate::societies::directory::{Entry, EntryError};
use crate::societies::listed;
use crate::societies::{self, CreateError, NewSociety, entity};
use crate::staff::Staff;
use crate::staff::inviting::{self, NewMember};
use crate::staff::joining::JoiningError;
use crate::staff::roles::{Operate, Role};
use crate::web::age::AgeTexts;
use crate::web::fault::fault_of_length;
use crate::web::{Error, Fault, Fresh, ToMend, Visit};

const LIST: &str = "desk/operator.html";
const ONE: &str = "desk/operator_society.html";
const MOST_NAME: usize = 200;
const WAITED: AgeTexts = AgeTexts {
    under_an_hour: "operator-waited-hours",
    hours: "operator-waited-hours",
    days: "operator-waited-days",
};

#[derive(Serialize)]
struct Row {
    href: String,
    name: String,
    slug: String,
    has_keys: bool,
    /// False for keys from before there were roots: a writer of the database could exchange them all at once.
    has_root: bool,
    live: u64,
    unopened: u64,
    /// How long the oldest unopened response has waited, in words.
    oldest: Option<String>,
}

#[derive(Serialize)]
struct OperatorPage {
    societies: Vec<Row>,
    /// Whether limits count for all replicas or only for this one, in words.
    limits: String,
    is_alone: bool,
}

#[derive(Serialize)]
struct SocietyPage {
    slug: String,
    name: String,
    contact: Vec<String>,
    languages: Vec<String>,
    may_invite: bool,
    usual_end: String,
}

pub async fn show(by: Staff<Operate>, visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form(LIST, super::frame(&visit, &by, "operator"), &list(&visit).await?)
}

pub async fn create(Fresh { by, form }: Fresh<Staff<Operate>>, visit: Visit) -> Result<HttpResponse, Error> {
    let name = form.text("name");
    let slug = form.text("slug").to_lowercase();
    let keys = ["operator-name-missing", "operator-name-long"];
    let mut faults: Vec<ToMend> = fault_of_length(("name", name), MOST_NAME, keys).into_iter().collect();
    match Entry::parse(form.text("contact"), form.text("languages"), &[]) {
        Err(errors) => faults.extend(errors.into_iter().map(fault_of).map(ToMend::from)),
        Ok(entry) if faults.is_empty() => {
            let new = NewSociety { slug: &slug, name, entry: &entry };
            match societies::create(&visit.app.db.desk, Some(by.id), new, visit.now).await {
                Ok(_) => return Ok(visit.redirect(&format!("operator/{slug}"))),
                Err(CreateError::BadSlug) => {
                    faults.push(Fault { field: "slug", key: "operator-slug-wrong" }.into());
                }
                Err(CreateError::Exists) => {
                    faults.push(Fault { field: "slug", key: "operator-slug-taken" }.into());
                }
                Err(CreateError::Database(error)) => return Err(error.into()),
                Err(CreateError::Audit(error)) => return Err(error.into()),
            }
        }
        Ok(_) => {}
    }
    let frame = super::frame(&visit, &by, "operator");
    let typed = form.answers().filter(|(name, _)| *name != "csrf");
    let frame = typed.fold(frame, |frame, (name, value)| frame.answer(name, value));
    visit.show_faults(LIST, frame, faults, &list(&visit).await?)
}

/// A fault at the operator's short form: the Society's own administrators fill in the rest of the entry later.
fn fault_of(error: EntryError) -> Fault {
    let is_contact = matches!(error, EntryError::NoContact | EntryError::LongContact);
    Fault { field: if is_contact { "contact" } else { "languages" }, key: directory_entry::key(error) }
}

pub async fn society(
    by: Staff<Operate>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let row = find(&visit, &path.1).await?;
    let frame = super::frame(&visit, &by, &format!("operator/{}", row.slug));
    visit.show_form(ONE, frame, &one(&visit, row).await?)
}

/// Invites a Society's first administrators. Once there are two, the Society itself invites the others.
pub async fn invite(
    Fresh { by, form }: Fresh<Staff<Operate>>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let row = find(&visit, &path.1).await?;
    let here = format!("operator/{}", row.slug);
    let name = form.text("name").to_lowercase();
    let fault = match grant_end::parse(form.text("ends_on"), visit.now) {
        Err(error) => Fault { field: "ends_on", key: error.key() },
        Ok(grant_ends_on) => {
            let new = NewMember { name: &name, roles: &[Role::Administrator], grant_ends_on };
            let db = &visit.app.db.desk;
            let invited =
                inviting::invite_as_operator((db, &by.proofs), Some(by.id), Some(row.id), new, visit.now);
            match within(row.id, invited).await {
                Ok(token) => {
                    return invitation::show_once(&visit, &by, (&name, &token, For::Newcomer), &here);
                }
                Err(JoiningError::HasAdministrators) => return Err(Error::Forbidden),
                Err(error) => name_or_roles(error)?,
            }
        }
    };
    let frame = super::frame(&visit, &by, &here).answer("name", name);
    let frame = frame.answer("ends_on", form.text("ends_on"));
    visit.show_faults(ONE, frame, [fault], &one(&visit, row).await?)
}

async fn list(visit: &Visit) -> Result<OperatorPage, Error> {
    let db = &visit.app.db.desk;
    let mut rows = Vec::new();
    for society in societies::all(db).await? {
        let unopened = responses::queue::unopened(db, society.id);
        let (unopened, oldest) = within(society.id, unopened).await?;
        rows.push(Row {
            href: format!("/{}/operator/{}", visit.lang, society.slug),
            has_keys: society.open_key.is_some(),
            has_root: within(society.id, listed::has_a_list(db, society.id)).await?,
            live: within(society.id, queries::count_in_stage(db, society.id, Stage::Live)).await?,
            unopened,
            oldest: oldest.map(|at| visit.age(&WAITED, at)),
            name: society.name,
            slug: society.slug,
        });
    }
    let sharing = visit.app.limits.rates.sharing().await;
    let is_alone = matches!(sharing, Sharing::AloneSince(_));
    Ok(OperatorPage { societies: rows, limits: limits(visit, sharing), is_alone })
}

fn limits(visit: &Visit, sharing: Sharing) -> String {
    let texts = visit.app.pages.texts();
    match sharing {
        Sharing::NotWanted => texts.get(visit.lang, "operator-limits-own", &[]),
        Sharing::Shared => texts.get(visit.lang, "operator-limits-shared", &[]),
        Sharing::AloneSince(since) => {
            let args = [("time", since.minute_text().into())];
            texts.get(visit.lang, "operator-limits-alone", &args)
        }
    }
}

async fn find(visit: &Visit, slug: &str) -> Result<entity::Model, Error> {
    societies::by_slug(&visit.app.db.desk, slug).await?.ok_or(Error::NotFound)
}

async fn one(visit: &Visit, row: entity::Model) -> Result<SocietyPage, Error> {
    let texts = visit.app.pages.texts();
    Ok(SocietyPage {
        may_invite: within(
            row.id,
            inviting::lacks_administrators(
                (&visit.app.db.desk, &visit.app.secrets.proofs),
                row.id,
                visit.now,
            ),
        )
        .await?,
        usual_end: grant_end::usual(visit.now),
        contact: row.contact.lines().map(str::to_owned).collect(),
        languages: row.entry().languages.iter().map(|code| texts.own_name(code)).collect(),
        slug: row.slug,
        name: row.name,
    })
}

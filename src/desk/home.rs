//! The first page after signing in: what waits for this member, by role, and the way to the Society's keys for a member without
//! them.

use actix_web::HttpResponse;
use actix_web::http::header;
use serde::Serialize;

use super::menu;
use crate::i18n::ENGLISH;
use crate::responses::archiving;
use crate::societies::keys::{self, Part};
use crate::staff::listing::{self, Place};
use crate::staff::roles::{Administer, Permission, SignedIn, Vouch};
use crate::staff::{Staff, Stage, going_on, second_key};
use crate::telling::rota;
use crate::web::{Error, Visit};

#[derive(Serialize)]
struct Task {
    href: String,
    label: String,
    text: String,
}

/// What a member without the Society's keys should do.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
enum Wanted {
    /// Call a colleague, who seals the keys to them.
    Call,
    /// Make the keys: there are none yet, and this member may.
    Make,
    /// Choose a second passphrase: new as an administrator, or one from before there were any.
    Choose,
    /// Get the archive key again, after a forgotten second passphrase.
    Archive,
    /// Get the root, which another administrator made.
    Root,
}

#[derive(Serialize)]
struct HomePage {
    wanted: Option<Wanted>,
    /// True for an administrator whose Society has keys from before there were roots.
    wants_root: bool,
    tasks: Vec<Task>,
    /// Whether a colleague asks for this member's word, to read on.
    is_asked_to_go_on: bool,
    /// True for an administrator whose Society has an empty rota.
    tells_nobody: bool,
    /// The number of responses to closed cases, which only an administrator can open again.
    late: u64,
}

/// The desk has no language chooser: staff choose once, and can switch on every page.
pub async fn root() -> HttpResponse {
    HttpResponse::SeeOther().insert_header((header::LOCATION, format!("/{ENGLISH}/"))).finish()
}

pub async fn show(by: Staff<SignedIn>, visit: Visit) -> Result<HttpResponse, Error> {
    let task = |place: &menu::Place| {
        let link = place.link(&visit, "");
        Task { href: link.href, label: link.label, text: visit.text(place.task) }
    };
    let tasks = menu::places(&by).map(task).collect();
    let (wanted, place) = (wanted(&by, &visit).await?, place(&by, &visit).await);
    let page = HomePage {
        wants_root: wanted.is_none() && place == Some(Place::NoRoot) && by.has(Administer::ROLES),
        wanted: wanted.or((place == Some(Place::NotListed)).then_some(Wanted::Call)),
        tasks,
        is_asked_to_go_on: by.has(Vouch::ROLES) && is_asked(&by, &visit).await?,
        tells_nobody: by.has(Administer::ROLES) && rota::is_empty(&visit.app.db.desk, by.society).await?,
        late: late(&by, &visit).await?,
    };
    visit.show("desk/home.html", super::frame(&visit, &by, ""), &page)
}

async fn is_asked(by: &Staff<SignedIn>, visit: &Visit) -> Result<bool, Error> {
    Ok(!going_on::asking(&visit.app.db.desk, by, visit.now).await?.is_empty())
}

async fn late(by: &Staff<SignedIn>, visit: &Visit) -> Result<u64, Error> {
    let Some(administrator) = Staff::<Administer>::permit((**by).clone()) else { return Ok(0) };
    let waiting = archiving::waiting(&visit.app.db.desk, &administrator).await?;
    Ok(waiting.iter().map(|case| case.responses).sum())
}

/// The place of a member who holds keys. A key that was exchanged rings here, and does not take the menu away.
async fn place(by: &Staff<SignedIn>, visit: &Visit) -> Option<Place> {
    let db = &visit.app.db.desk;
    if !by.roles.iter().any(|role| role.holds_open_key()) || !keys::are_made(db, by.society).await.ok()? {
        return None;
    }
    match listing::place(db, by, (by.id, Some(by.key.public().as_str()))).await.map_err(Error::from) {
        Ok(place) => Some(place),
        Err(error) => {
            error.ring(&visit.app, visit.now).await;
            error.log();
            None
        }
    }
}

async fn wanted(by: &Staff<SignedIn>, visit: &Visit) -> Result<Option<Wanted>, Error> {
    let db = &visit.app.db.desk;
    let row = second_key::own_row(db, by).await?;
    if by.has(Administer::ROLES) && !keys::are_made(db, by.society).await? {
        return Ok(Some(Wanted::Make));
    }
    let lacked = second_key::lacking(db, &row).await?;
    Ok(match row.stage {
        _ if second_key::lacks_second(&row) => Some(Wanted::Choose),
        Stage::AwaitingKeys => Some(Wanted::Call),
        _ if lacked == [Part::Root] => Some(Wanted::Root),
        _ if !lacked.is_empty() => Some(Wanted::Archive),
        _ => None,
    })
}

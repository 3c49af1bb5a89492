//! Agreeing to a colleague's new start. A second person must do it, not the one who asked for it, and must know that it is really
//! them.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::ids::StaffId;
use crate::staff::joining::JoiningError;
use crate::staff::recovery;
use crate::staff::roles::Vouch;
use crate::staff::{self, Staff};
use crate::web::{Error, Fault, Fresh, Visit};

#[derive(Deserialize)]
pub struct Params {
    agreed: Option<String>,
}

#[derive(Serialize)]
struct Waiting {
    id: StaffId,
    name: String,
}

#[derive(Serialize)]
struct VouchPage {
    waiting: Vec<Waiting>,
    has_agreed: bool,
    trouble: Option<String>,
}

pub async fn show(by: Staff<Vouch>, visit: Visit, asked: web::Query<Params>) -> Result<HttpResponse, Error> {
    let page =
        VouchPage { waiting: waiting(&by, &visit).await?, has_agreed: asked.agreed.is_some(), trouble: None };
    visit.show_form("desk/vouch.html", super::frame(&visit, &by, "vouch"), &page)
}

pub async fn agree(Fresh { by, form }: Fresh<Staff<Vouch>>, visit: Visit) -> Result<HttpResponse, Error> {
    let id = form.text("staff").parse().map_err(|_| Error::BadForm)?;
    let key = match recovery::agree_recovery(&visit.app.db.desk, &by, id, visit.now).await {
        Ok(()) => return Ok(visit.redirect("vouch?agreed=1")),
        Err(JoiningError::SamePerson) => "vouch-same-person",
        Err(JoiningError::Unusable | JoiningError::Elsewhere(_)) => "vouch-over",
        Err(other) => return Err(other.into()),
    };
    let waiting = waiting(&by, &visit).await?;
    let page = VouchPage { waiting, has_agreed: false, trouble: Some(visit.text(key)) };
    visit.show_faults("desk/vouch.html", super::frame(&visit, &by, "vouch"), None::<Fault>, &page)
}

/// Colleagues of the same Society whose new start waits. Nobody vouches for themselves.
async fn waiting(by: &Staff<Vouch>, visit: &Visit) -> Result<Vec<Waiting>, Error> {
    let ids = recovery::waiting_for_agreement(&visit.app.db.desk, visit.now).await?;
    let people = staff::of_society(&visit.app.db.desk, by.society).await?;
    let waits = |row: &staff::entity::Model| row.id != by.id && ids.contains(&row.id);
    Ok(people.into_iter().filter(waits).map(|row| Waiting { id: row.id, name: row.sign_in_name }).collect())
}

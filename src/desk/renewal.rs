//! A new consent for a live photo, before the old one expires. Everything is asked again; only the channels are filled in, to be
//! agreed to again.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use super::drafting::{consent, page};
use super::frame;
use super::parts::Choice;
use crate::ids::PublicationId;
use crate::photo_number::PhotoNumber;
use crate::publications::lifecycle::Stage;
use crate::publications::{PublicationError, consenting, queries};
use crate::staff::{Staff, roles};
use crate::web::record::{id_in, seen_in};
use crate::web::{Error, Form, ToMend, Visit};

const TEMPLATE: &str = "desk/renewal.html";

#[derive(Serialize)]
struct Data {
    id: PublicationId,
    version: String,
    number: String,
    ends_on: String,
    channels: Vec<Choice>,
    consent_months: u8,
}

pub async fn show(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let id = id_in(&path)?;
    let data = data(&visit, &staff, id).await?;
    let terms = queries::consent_terms(&visit.app.db.desk, staff.society, id).await?;
    let frame = frame(&visit, &staff, &format!("publications/{id}/consent"));
    let channels = terms.into_iter().flat_map(|terms| terms.channels);
    let frame = channels.fold(frame, |frame, channel| frame.answer("channels", channel.code()));
    visit.show_form(TEMPLATE, frame, &data)
}

pub async fn renew(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    mut form: Form,
) -> Result<HttpResponse, Error> {
    let seen = seen_in(&path, &form)?;
    let faults = match consent::signed(&mut form, &visit) {
        Err(faults) => faults,
        Ok(consent::Signed { consent, paper }) => {
            match consenting::renew(visit.app.stores(), &staff, seen, &consent, paper, visit.now).await {
                Ok(()) => {
                    visit.app.refresh_catalogue().await;
                    return Ok(visit.redirect(&format!("publications/{}?renewed=1", seen.id)));
                }
                Err(PublicationError::Lacks(lacks)) => {
                    lacks.into_iter().map(page::fault_of).map(ToMend::from).collect()
                }
                Err(other) => return Err(other.into()),
            }
        }
    };
    again(&visit, &staff, &form, seen.id, faults).await
}

async fn again(
    visit: &Visit,
    staff: &Staff<roles::Draft>,
    form: &Form,
    id: PublicationId,
    faults: Vec<ToMend>,
) -> Result<HttpResponse, Error> {
    let frame = frame(visit, staff, &format!("publications/{id}/consent"));
    let typed = form.answers().filter(|(field, _)| consent::PART.fields.contains(field));
    let frame = typed.fold(frame, |frame, (field, value)| frame.answer(field, value));
    visit.show_faults(TEMPLATE, frame, faults, &data(visit, staff, id).await?)
}

/// Only a live publication has a consent to renew.
async fn data(visit: &Visit, staff: &Staff<roles::Draft>, id: PublicationId) -> Result<Data, Error> {
    let db = &visit.app.db.desk;
    let row = queries::one(db, staff.society, id).await?;
    let terms = queries::consent_terms(db, staff.society, id).await?;
    let number = row.photo_number.as_deref().and_then(|text| PhotoNumber::parse(text).ok());
    let (Some(number), Some(terms), Stage::Live) = (number, terms, row.stage) else {
        return Err(Error::NotFound);
    };
    Ok(Data {
        id,
        version: row.version.to_string(),
        number: number.compact(),
        ends_on: terms.ends_on.to_string(),
        channels: consent::channels(visit),
        consent_months: visit.app.config.kept.consent_months,
    })
}

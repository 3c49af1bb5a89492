//! Photos that a reviewer should certify: from before there were certificates, with a renewed consent, or with a signature that counts
//! no more. One press certifies the ticked ones; a press that was interrupted is pressed again.

use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use super::frame;
use super::parts::Thumb;
use crate::ids::PublicationId;
use crate::publications::certifying::due::{self, Candidate};
use crate::publications::certifying::judging::Due;
use crate::publications::certifying::{AT_ONCE, certify};
use crate::staff::{Staff, roles};
use crate::web::{Error, Fault, Form, Visit};

const TEMPLATE: &str = "desk/certify.html";

#[derive(Deserialize)]
pub struct Params {
    #[serde(default)]
    done: Option<u64>,
}

#[derive(Serialize)]
struct Data {
    photos: Vec<Offered>,
    /// Renewals that this member recorded: a colleague certifies them.
    own: usize,
    done: Option<u64>,
    /// There may be more than one press certifies.
    is_full: bool,
}

#[derive(Serialize)]
struct Offered {
    /// The publication, and the mark of what would be signed.
    id: String,
    number: String,
    thumb: Thumb,
    why: String,
    sentences: Vec<String>,
    facts: Vec<String>,
    until: String,
}

pub async fn show(
    staff: Staff<roles::Approve>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let candidates = due::of(&visit.app.db.desk, &staff, &visit.app.catalogue).await?;
    let frame = frame(&visit, &staff, "certify");
    // Ticked at first: what is signed already, apart from the reviewer or the terms. All else wants a look.
    let ticked = candidates.iter().filter(|one| !one.is_own && one.due != Due::Uncertified);
    let frame = ticked.fold(frame, |frame, one| frame.answer("photo", value(one)));
    let data = Data { done: asked.done, ..data(&visit, &candidates) };
    visit.show_form(TEMPLATE, frame, &data)
}

pub async fn send(staff: Staff<roles::Approve>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let chosen: Option<Vec<(PublicationId, String)>> = form.all("photo").into_iter().map(parse).collect();
    let chosen = chosen.ok_or(Error::BadForm)?;
    if chosen.is_empty() {
        let candidates = due::of(&visit.app.db.desk, &staff, &visit.app.catalogue).await?;
        let fault = Fault { field: "photo", key: "certify-none-ticked" };
        return visit.show_faults(
            TEMPLATE,
            frame(&visit, &staff, "certify"),
            [fault],
            &data(&visit, &candidates),
        );
    }
    let with = &visit.app.catalogue;
    let done = certify(visit.app.stores(), &staff, with, &chosen, visit.now).await?;
    visit.app.refresh_catalogue().await;
    Ok(visit.redirect(&format!("certify?done={done}")))
}

fn value(candidate: &Candidate) -> String {
    format!("{}.{}", candidate.row.id, candidate.mark())
}

fn parse(value: &str) -> Option<(PublicationId, String)> {
    let (id, mark) = value.split_once('.')?;
    Some((id.parse().ok()?, mark.to_owned()))
}

fn data(visit: &Visit, candidates: &[Candidate]) -> Data {
    let others = candidates.iter().filter(|one| !one.is_own);
    Data {
        own: candidates.iter().filter(|one| one.is_own).count(),
        photos: others.map(|one| offered(visit, one)).collect(),
        done: None,
        is_full: candidates.len() == AT_ONCE,
    }
}

fn offered(visit: &Visit, candidate: &Candidate) -> Offered {
    let certificate = &candidate.proposed;
    let facts = &certificate.facts;
    let channels = certificate.channels.iter().map(|one| visit.text(&one.key("drafting-channel")));
    let labels = [facts.age_band.label_key(), facts.origin.label_key()];
    Offered {
        id: value(candidate),
        number: certificate.number.compact(),
        thumb: Thumb::of_publication(visit, candidate.row.id),
        why: visit.text(&candidate.due.key("certify-due")),
        sentences: facts.relations.iter().map(|one| visit.text(&one.sentence_key())).collect(),
        facts: labels.iter().map(|key| visit.text(key)).chain(channels).collect(),
        until: certificate.ends_on.to_string(),
    }
}

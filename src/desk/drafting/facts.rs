//! The public facts: all that a visitor will ever read about a person. They are parsed into types here.

use actix_web::{HttpResponse, web};
use time::Date;

use super::boxes::Part;
use super::page;
use super::private::birth_year_fault;
use crate::publications::drafting::{self, DraftFile};
use crate::publications::facts::{AgeBand, Origin, Relation, Relations, RelationsError, Sex, may_be_minor};
use crate::publications::lifecycle::{Age, DraftFacts};
use crate::staff::{Staff, roles};
use crate::web::record::seen_in;
use crate::web::{Error, Fault, Form, Visit};

pub const PART: Part =
    Part { anchor: "facts", fields: &["relations", "sex", "age_known", "age_band", "origin"] };

pub async fn save(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (db, seen) = (&visit.app.db.desk, seen_in(&path, &form)?);
    let unseen = drafting::unseen(db, &staff, seen.id).await?;
    let facts = match parse(&form, unseen.file(), visit.now.date()) {
        Ok(facts) => facts,
        Err(faults) => {
            let view = unseen.shown(db, &staff, visit.now).await?;
            return page::again(&visit, &staff, &view, Some(PART), faults);
        }
    };
    let private = &unseen.file().private;
    let saved = drafting::save(db, &staff, seen, Some(&facts), private, visit.now).await;
    page::after(&visit, &staff, seen.id, PART, saved).await
}

pub fn saved(view: &DraftFile) -> Vec<(&'static str, String)> {
    let year_is_known = if view.private.birth_year.is_some() { "yes" } else { "" };
    let Some(facts) = &view.draft.facts else {
        let origin = Origin::NotSaid.code().to_owned();
        return vec![("age_known", year_is_known.to_owned()), ("origin", origin)];
    };
    let mut out: Vec<(&'static str, String)> =
        facts.relations.iter().map(|one| ("relations", one.code().to_owned())).collect();
    out.push(("sex", facts.sex.code().to_owned()));
    out.push(("origin", facts.origin.code().to_owned()));
    match facts.age {
        Age::Known { .. } => out.push(("age_known", "yes".to_owned())),
        Age::Unknown { band } => {
            out.push(("age_known", "no".to_owned()));
            out.push(("age_band", band.code().to_owned()));
        }
    }
    out
}

fn parse(form: &Form, saved: &DraftFile, today: Date) -> Result<DraftFacts, Vec<Fault>> {
    let (relations, sex) = (relations(form), sex(form));
    let (age, origin) = (age(form, saved.private.birth_year, today), origin(form));
    match (relations, sex, age, origin) {
        (Ok(relations), Ok(sex), Ok(age), Ok(origin)) => {
            let crop = saved.draft.facts.as_ref().and_then(|facts| facts.crop);
            Ok(DraftFacts { relations, sex, origin, age, crop })
        }
        (relations, sex, age, origin) => {
            Err([relations.err(), sex.err(), age.err(), origin.err()].into_iter().flatten().collect())
        }
    }
}

fn relations(form: &Form) -> Result<Relations, Fault> {
    // A word that no form of ours sends counts as no choice.
    let chosen: Option<Vec<Relation>> = form.all("relations").into_iter().map(Relation::parse).collect();
    Relations::new(&chosen.unwrap_or_default()).map_err(|error| Fault {
        field: "relations",
        key: match error {
            RelationsError::TooMany => "drafting-relations-too-many",
            RelationsError::None | RelationsError::Twice => "drafting-relations-missing",
        },
    })
}

fn sex(form: &Form) -> Result<Sex, Fault> {
    Sex::parse(form.text("sex")).ok_or(Fault { field: "sex", key: "drafting-sex-missing" })
}

fn origin(form: &Form) -> Result<Origin, Fault> {
    Origin::parse(form.text("origin")).ok_or(Fault { field: "origin", key: "drafting-origin-missing" })
}

/// A known birth year decides: "not known" beside it would hide a child.
fn age(form: &Form, birth_year: Option<i32>, today: Date) -> Result<Age, Fault> {
    let fault = |key| Fault { field: "age_known", key };
    match (form.text("age_known"), birth_year) {
        ("yes", None) => Err(fault("drafting-age-no-year")),
        ("yes", Some(year)) => {
            let told = |error| birth_year_fault(error, "age_known");
            let band = AgeBand::from_birth_year(year, today).map_err(told)?;
            Ok(Age::Known { band, is_minor: may_be_minor(year, today).map_err(told)? })
        }
        ("no", Some(_)) => Err(fault("drafting-age-has-year")),
        ("no", None) => AgeBand::parse(form.text("age_band"))
            .map(|band| Age::Unknown { band })
            .ok_or(Fault { field: "age_band", key: "drafting-age-band-missing" }),
        _ => Err(fault("drafting-age-missing")),
    }
}

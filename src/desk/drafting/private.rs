//! The private part: who the enquirer is and whom they seek. Only the Society can open it. A new draft begins with it.

use actix_web::{HttpResponse, web};

use super::boxes::Part;
use super::page;
use crate::cases::PrivatePart;
use crate::desk::frame;
use crate::digits::plain_digits;
use crate::publications::drafting::{self, DraftFile};
use crate::publications::facts::{AgeBand, BirthYearError, may_be_minor};
use crate::publications::lifecycle::{Age, DraftFacts};
use crate::staff::{Staff, roles};
use crate::web::fault::letters_over;
use crate::web::record::seen_in;
use crate::web::{Error, Fault, Form, ToMend, Visit};

pub const PART: Part = Part {
    anchor: "private",
    fields: &["enquirer_name", "enquirer_contact", "birth_year", "sought_names", "story", "facts_to_compare"],
};

/// The most characters per field; all fields together fit into one sealed file.
const MOST_SHORT: usize = 1_000;
const MOST_LONG: usize = 5_000;

pub async fn ask(staff: Staff<roles::Draft>, visit: Visit) -> Result<HttpResponse, Error> {
    visit.show_form("desk/draft_new.html", frame(&visit, &staff, "drafts/new"), &())
}

pub async fn start(staff: Staff<roles::Draft>, visit: Visit, form: Form) -> Result<HttpResponse, Error> {
    let private = match parse(&form, &visit) {
        Ok(private) => private,
        Err(faults) => {
            let frame = frame(&visit, &staff, "drafts/new");
            let frame = form.answers().fold(frame, |frame, (field, value)| frame.answer(field, value));
            return visit.show_faults("desk/draft_new.html", frame, faults, &());
        }
    };
    let id = drafting::start(&visit.app.db.desk, &staff, &private, visit.now).await?;
    Ok(visit.redirect(&format!("drafts/{id}")))
}

pub async fn save(
    staff: Staff<roles::Draft>,
    visit: Visit,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let (db, seen) = (&visit.app.db.desk, seen_in(&path, &form)?);
    let unseen = drafting::unseen(db, &staff, seen.id).await?;
    let private = match parse(&form, &visit) {
        Ok(private) => private,
        Err(faults) => {
            let view = unseen.shown(db, &staff, visit.now).await?;
            return page::again(&visit, &staff, &view, Some(PART), faults);
        }
    };
    let saved = unseen.file();
    let private = PrivatePart { age_reason: saved.private.age_reason.clone(), ..private };
    let facts = with_age_of(saved, &private, &visit);
    let saved = drafting::save(db, &staff, seen, facts.as_ref(), &private, visit.now).await;
    page::after(&visit, &staff, seen.id, PART, saved).await
}

pub fn saved(view: &DraftFile) -> Vec<(&'static str, String)> {
    let private = &view.private;
    vec![
        ("enquirer_name", private.enquirer_name.clone()),
        ("enquirer_contact", private.enquirer_contact.clone()),
        ("birth_year", private.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        ("sought_names", private.sought_names.clone()),
        ("story", private.story.clone()),
        ("facts_to_compare", private.facts_to_compare.clone()),
    ]
}

/// Why a birth year is refused, as a fault at a field. Nobody under 15 can be published.
pub fn birth_year_fault(error: BirthYearError, field: &'static str) -> Fault {
    let key = match error {
        BirthYearError::UnderFifteen => "drafting-year-under-fifteen",
        BirthYearError::Ahead => "drafting-year-ahead",
        BirthYearError::TooLongAgo => "drafting-year-too-long-ago",
    };
    Fault { field, key }
}

fn parse(form: &Form, visit: &Visit) -> Result<PrivatePart, Vec<ToMend>> {
    let mut faults = Vec::new();
    if form.text("enquirer_name").is_empty() {
        faults.push(Fault { field: "enquirer_name", key: "drafting-name-missing" }.into());
    }
    let birth_year = birth_year(form, visit).unwrap_or_else(|fault| {
        faults.push(fault.into());
        None
    });
    for field in PART.fields {
        let most = if matches!(*field, "story" | "facts_to_compare") { MOST_LONG } else { MOST_SHORT };
        let fault = Fault { field, key: "drafting-too-long" };
        faults.extend(ToMend::too_long(fault, letters_over(form.text(field), most)));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let text = |field: &str| form.text(field).to_owned();
    Ok(PrivatePart {
        enquirer_name: text("enquirer_name"),
        enquirer_contact: text("enquirer_contact"),
        birth_year,
        sought_names: text("sought_names"),
        story: text("story"),
        facts_to_compare: text("facts_to_compare"),
        ..PrivatePart::default()
    })
}

fn birth_year(form: &Form, visit: &Visit) -> Result<Option<i32>, Fault> {
    let typed = plain_digits(form.text("birth_year"));
    if typed.is_empty() {
        return Ok(None);
    }
    let year = typed.parse::<i32>().ok().filter(|_| typed.len() == 4);
    let year = year.ok_or(Fault { field: "birth_year", key: "drafting-year-no-year" })?;
    AgeBand::from_birth_year(year, visit.now.date())
        .map_err(|error| birth_year_fault(error, "birth_year"))?;
    Ok(Some(year))
}

/// The facts with an age band that follows the birth year. Without a year it is unknown, and a reviewer has to say why not under
/// 15.
fn with_age_of(saved: &DraftFile, private: &PrivatePart, visit: &Visit) -> Option<DraftFacts> {
    let facts = saved.draft.facts.clone()?;
    let age = match private.birth_year {
        None => Age::Unknown { band: facts.age.band() },
        Some(year) => {
            let today = visit.now.date();
            let band = AgeBand::from_birth_year(year, today).ok()?;
            Age::Known { band, is_minor: may_be_minor(year, today).ok()? }
        }
    };
    Some(DraftFacts { age, ..facts })
}

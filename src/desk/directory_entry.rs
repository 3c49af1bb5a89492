//! What the public directory says about the administrators' own Society. They write it, except the name, which the operator sets.
//! If two save at once, the second gets a conflict and sees both versions.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use time::Date;

use super::parts::{Choice, choice};
use crate::countries::Country;
use crate::i18n::{Audience, Texts};
use crate::posters::day_in_words;
use crate::societies::directory::{self, Entry, EntryError, Offer, ReviseError};
use crate::societies::help_now::{HelpError, HelpNow, Helper, Typed};
use crate::societies::{self, entity};
use crate::staff::Staff;
use crate::staff::roles::Administer;
use crate::web::record::version_in;
use crate::web::{Error, Fault, Form, Frame, Fresh, Visit};

const TEMPLATE: &str = "desk/directory_entry.html";
const HERE: &str = "directory-entry";
const FIELDS: [&str; 11] = [
    "contact",
    "languages",
    "other_languages",
    "offers",
    "country",
    "help_society",
    "help_child",
    "help_police",
    "is_checked_society",
    "is_checked_child",
    "is_checked_police",
];

#[derive(Default, Deserialize)]
pub struct Params {
    #[serde(default)]
    saved: String,
}

#[derive(Serialize)]
struct EntryPage {
    name: String,
    version: i64,
    languages: Vec<Choice>,
    offers: Vec<Choice>,
    countries: Vec<Choice>,
    help_lines: Vec<HelpField>,
    /// The address of this entry on the site.
    public: String,
    is_saved: bool,
    /// A colleague saved first: the entry as it is now.
    meanwhile: Option<Meanwhile>,
}

#[derive(Serialize)]
struct Meanwhile {
    contact: Vec<String>,
    languages: Vec<String>,
    offers: Vec<String>,
    help: Vec<String>,
}

/// The number of one helper for people in danger, and the checkbox that it was verified.
#[derive(Serialize)]
struct HelpField {
    field: &'static str,
    label: String,
    hint: String,
    #[serde(rename = "box")]
    checkbox: &'static str,
    check: String,
    /// When it was last verified.
    checked: String,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Params>,
) -> Result<HttpResponse, Error> {
    let row = own(&by, &visit).await?;
    let entry = row.entry();
    let texts = visit.app.pages.texts();
    let (spoken, others): (Vec<_>, Vec<_>) =
        entry.languages.iter().partition(|code| texts.language(Audience::Public, code).is_some());
    let mut frame = super::frame(&visit, &by, HERE)
        .answer("contact", entry.contact.join("\n"))
        .answer("other_languages", others.into_iter().cloned().collect::<Vec<_>>().join(", "));
    for code in spoken {
        frame = frame.answer("languages", code);
    }
    for offer in &entry.offers {
        frame = frame.answer("offers", offer.code());
    }
    frame = frame.answer("country", entry.help.country.map_or("", Country::code));
    for line in &entry.help.lines {
        frame = frame.answer(number_field(line.helper), &line.number);
    }
    visit.show_form(TEMPLATE, frame, &EntryPage { is_saved: !asked.saved.is_empty(), ..page(&visit, &row) })
}

pub async fn save(Fresh { by, form }: Fresh<Staff<Administer>>, visit: Visit) -> Result<HttpResponse, Error> {
    let row = own(&by, &visit).await?;
    let entry = match parse(&form, visit.app.pages.texts(), (&row.entry().help, visit.now.date())) {
        Ok(entry) => entry,
        Err(faults) => {
            let frame = answered(super::frame(&visit, &by, HERE), &form);
            // Keep the version that this member saw: correcting a field must not skip a colleague's change.
            let page = EntryPage { version: version_in(&form), ..page(&visit, &row) };
            return visit.show_faults(TEMPLATE, frame, faults, &page);
        }
    };
    let who = (by.society, by.id);
    match directory::revise(&visit.app.db.desk, who, version_in(&form), &entry, visit.now).await {
        Ok(()) => Ok(visit.redirect(&format!("{HERE}?saved=1"))),
        Err(ReviseError::Conflict) => {
            let row = own(&by, &visit).await?;
            let frame = answered(super::frame(&visit, &by, HERE), &form);
            let page = EntryPage { meanwhile: Some(meanwhile(&visit, &row)), ..page(&visit, &row) };
            visit.show_form_as(StatusCode::CONFLICT, TEMPLATE, frame, &page)
        }
        Err(ReviseError::Database(error)) => Err(error.into()),
        Err(ReviseError::Audit(error)) => Err(error.into()),
    }
}

/// The text for an entry's error; the operator's page shows the same.
pub fn key(error: EntryError) -> &'static str {
    match error {
        EntryError::NoContact => "directory-entry-contact-missing",
        EntryError::LongContact => "directory-entry-contact-long",
        EntryError::NoLanguage => "directory-entry-languages-missing",
        EntryError::BadLanguages => "directory-entry-languages-wrong",
        EntryError::UnknownOffer => "directory-entry-offers-unknown",
    }
}

/// `before`: the help numbers until now, and today's date.
fn parse(form: &Form, texts: &Texts, before: (&HelpNow, Date)) -> Result<Entry, Vec<Fault>> {
    let mut languages: Vec<String> = form.all("languages").into_iter().map(str::to_owned).collect();
    // A typed "العربية" means the checkbox with that name.
    let others = form.text("other_languages").split([',', '،', '、']).map(str::trim);
    languages.extend(others.map(|name| {
        let all = texts.languages(Audience::Public).iter();
        all.copied().find(|lang| lang.own_name() == name).map_or(name, |lang| lang.code()).to_owned()
    }));
    let field = |error| match error {
        EntryError::NoContact | EntryError::LongContact => "contact",
        EntryError::NoLanguage => "languages",
        EntryError::BadLanguages => "other_languages",
        EntryError::UnknownOffer => "offers",
    };
    let entry = Entry::parse(form.text("contact"), &languages.join(","), &form.all("offers"));
    let entry = entry.map_err(|faults| {
        faults.into_iter().map(|error| Fault { field: field(error), key: key(error) }).collect::<Vec<_>>()
    });
    match (entry, help(form, before)) {
        (Ok(entry), Ok(help)) => Ok(Entry { help, ..entry }),
        (entry, help) => Err([entry.err(), help.err()].into_iter().flatten().flatten().collect()),
    }
}

fn help(form: &Form, (before, today): (&HelpNow, Date)) -> Result<HelpNow, Vec<Fault>> {
    let typed = Helper::ALL.map(|helper| Typed {
        helper,
        number: form.text(number_field(helper)),
        is_checked: form.has(check_field(helper)),
    });
    before.revised(form.text("country"), &typed, today).map_err(|faults| {
        let fault = |error| match error {
            HelpError::UnknownCountry => Fault { field: "country", key: "directory-entry-country-unknown" },
            HelpError::NoCountry => Fault { field: "country", key: "directory-entry-country-missing" },
            HelpError::NotANumber(helper) => {
                Fault { field: number_field(helper), key: "directory-entry-number-wrong" }
            }
            HelpError::Unchecked(helper) => {
                Fault { field: check_field(helper), key: "directory-entry-number-unchecked" }
            }
        };
        faults.into_iter().map(fault).collect()
    })
}

fn number_field(helper: Helper) -> &'static str {
    match helper {
        Helper::Society => "help_society",
        Helper::Child => "help_child",
        Helper::Police => "help_police",
    }
}

fn check_field(helper: Helper) -> &'static str {
    match helper {
        Helper::Society => "is_checked_society",
        Helper::Child => "is_checked_child",
        Helper::Police => "is_checked_police",
    }
}

/// The field's texts: its label, its hint, and what the checkbox confirms.
fn help_field(visit: &Visit, helper: Helper, now: &HelpNow) -> HelpField {
    let texts = visit.app.pages.texts();
    let (label, hint, check) = match helper {
        Helper::Society => {
            ("directory-entry-society", "directory-entry-society-hint", "directory-entry-checked")
        }
        Helper::Child => ("directory-entry-child", "directory-entry-child-hint", "directory-entry-checked"),
        Helper::Police => {
            ("directory-entry-police", "directory-entry-police-hint", "directory-entry-police-safe")
        }
    };
    let checked = now.number(helper).map(|line| {
        let day = day_in_words(texts, visit.lang, line.checked_on);
        texts.plain(visit.lang, "directory-entry-checked-on", &[("date", day.into())])
    });
    HelpField {
        field: number_field(helper),
        label: visit.text(label),
        hint: visit.text(hint),
        checkbox: check_field(helper),
        check: visit.text(check),
        checked: checked.unwrap_or_default(),
    }
}

fn countries(visit: &Visit) -> Vec<Choice> {
    let named = |country: Country| choice(visit, country.code(), &country.label_key());
    let mut countries: Vec<Choice> = Country::all().map(named).collect();
    countries.sort_by(|a, b| a.label.cmp(&b.label));
    countries
}

fn answered(frame: Frame, form: &Form) -> Frame {
    let typed = form.answers().filter(|(name, _)| FIELDS.contains(name));
    typed.fold(frame, |frame, (name, value)| frame.answer(name, value))
}

async fn own(by: &Staff<Administer>, visit: &Visit) -> Result<entity::Model, Error> {
    societies::by_id(&visit.app.db.desk, by.society).await?.ok_or(Error::NotFound)
}

fn page(visit: &Visit, row: &entity::Model) -> EntryPage {
    let languages = visit.app.pages.texts().languages(Audience::Public).iter();
    let offer = |offer: Offer| choice(visit, offer.code(), &offer.text_key());
    EntryPage {
        name: row.name.clone(),
        version: row.version,
        languages: languages.map(|lang| Choice::named(lang.code(), lang.own_name())).collect(),
        offers: Offer::ALL.into_iter().map(offer).collect(),
        countries: countries(visit),
        help_lines: Helper::ALL.map(|helper| help_field(visit, helper, &row.entry().help)).into(),
        public: format!("{}/{}/directory#{}", visit.app.config.public_url, visit.lang, row.slug),
        is_saved: false,
        meanwhile: None,
    }
}

fn meanwhile(visit: &Visit, row: &entity::Model) -> Meanwhile {
    let (entry, texts) = (row.entry(), visit.app.pages.texts());
    let country = entry.help.country.map(|country| visit.text(&country.label_key()));
    Meanwhile {
        contact: entry.contact,
        languages: entry.languages.iter().map(|code| texts.own_name(code)).collect(),
        offers: entry.offers.iter().map(|offer| visit.text(&offer.text_key())).collect(),
        help: country.into_iter().chain(entry.help.lines.into_iter().map(|line| line.number)).collect(),
    }
}

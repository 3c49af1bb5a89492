//! What the public directory says of one's own Society, written by its administrators. The name is the operator's. Of two
//! who write at once, the second is told, and sees both.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

use crate::i18n::{Audience, Texts};
use crate::societies::directory::{self, Entry, EntryError, Offer, ReviseError};
use crate::societies::{self, entity};
use crate::staff::Staff;
use crate::staff::roles::Administer;
use crate::web::{Error, Fault, Form, Frame, Fresh, Visit};

const TEMPLATE: &str = "desk/directory_entry.html";
const HERE: &str = "directory-entry";
const FIELDS: [&str; 4] = ["contact", "languages", "other_languages", "offers"];

#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    saved: String,
}

#[derive(Serialize)]
struct Choice {
    value: &'static str,
    label: String,
}

#[derive(Serialize)]
struct EntryPage {
    name: String,
    version: i64,
    languages: Vec<Choice>,
    offers: Vec<Choice>,
    /// This entry on the site.
    public: String,
    is_saved: bool,
    /// A colleague was quicker: what is there now.
    meanwhile: Option<Meanwhile>,
}

#[derive(Serialize)]
struct Meanwhile {
    contact: Vec<String>,
    languages: Vec<String>,
    offers: Vec<String>,
}

pub async fn show(
    by: Staff<Administer>,
    visit: Visit,
    asked: web::Query<Asked>,
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
    visit.show_form(TEMPLATE, frame, &EntryPage { is_saved: !asked.saved.is_empty(), ..page(&visit, &row) })
}

pub async fn save(Fresh { by, form }: Fresh<Staff<Administer>>, visit: Visit) -> Result<HttpResponse, Error> {
    let row = own(&by, &visit).await?;
    let entry = match parse(&form, visit.app.pages.texts()) {
        Ok(entry) => entry,
        Err(faults) => {
            let frame = answered(super::frame(&visit, &by, HERE), &form);
            // What was seen stays what was seen: mending a field must not skip over a colleague's change.
            let page = EntryPage { version: seen_version(&form), ..page(&visit, &row) };
            return visit.show_faults(TEMPLATE, frame, faults, &page);
        }
    };
    let who = (by.society, by.id);
    match directory::revise(&visit.app.db.desk, who, seen_version(&form), &entry, visit.now).await {
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

/// How an entry's fault is told; the operator's page tells it so too.
pub fn key(error: EntryError) -> &'static str {
    match error {
        EntryError::NoContact => "directory-entry-contact-missing",
        EntryError::LongContact => "directory-entry-contact-long",
        EntryError::NoLanguage => "directory-entry-languages-missing",
        EntryError::BadLanguages => "directory-entry-languages-wrong",
        EntryError::UnknownOffer => "directory-entry-offers-unknown",
    }
}

fn parse(form: &Form, texts: &Texts) -> Result<Entry, Vec<Fault>> {
    let mut languages: Vec<String> = form.all("languages").into_iter().map(str::to_owned).collect();
    // Who writes "العربية" means the box beside which it stands.
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
    Entry::parse(form.text("contact"), &languages.join(","), &form.all("offers")).map_err(|faults| {
        faults.into_iter().map(|error| Fault { field: field(error), key: key(error) }).collect()
    })
}

/// An older version than any, if it is missing: then nothing is overwritten.
fn seen_version(form: &Form) -> i64 {
    form.text("version").parse().unwrap_or(0)
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
    let offer = |offer: Offer| Choice { value: offer.code(), label: visit.text(offer.text()) };
    EntryPage {
        name: row.name.clone(),
        version: row.version,
        languages: languages
            .map(|lang| Choice { value: lang.code(), label: lang.own_name().to_owned() })
            .collect(),
        offers: Offer::ALL.into_iter().map(offer).collect(),
        public: format!("{}/{}/directory#{}", visit.app.config.public_url, visit.lang, row.slug),
        is_saved: false,
        meanwhile: None,
    }
}

fn meanwhile(visit: &Visit, row: &entity::Model) -> Meanwhile {
    let (entry, texts) = (row.entry(), visit.app.pages.texts());
    Meanwhile {
        contact: entry.contact,
        languages: entry.languages.iter().map(|code| texts.own_name(code)).collect(),
        offers: entry.offers.iter().map(|offer| visit.text(offer.text())).collect(),
    }
}

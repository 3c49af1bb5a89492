//! A Society's entry in the public directory: its contacts, its languages, and what it does for people. Its administrators
//! write the entry; the operator sets the name. Everything here is public.

use arc_swap::ArcSwapOption;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbErr, EntityTrait, FromQueryResult, QueryFilter,
    Statement,
};
use std::sync::Arc;
use std::time::Duration;

use super::entity;
use super::help_now::HelpNow;
use crate::audit::{self, AuditError, Verb, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::digits::plain_digits;
use crate::ids::{SocietyId, StaffId};

/// The timeout after which the database counts as away: nobody should wait longer for a telephone number.
const PATIENCE: Duration = Duration::from_secs(1);
const MOST_LINES: usize = 8;
const LONGEST_LINE: usize = 120;
const MOST_LANGUAGES: usize = 20;
const LONGEST_LANGUAGE: usize = 40;

words! {
    /// A service that a Society offers to people who look for their family.
    pub enum Offer {
        Search = "search",
        Photo = "photo",
        Messages = "messages",
        Calls = "calls",
        Detention = "detention",
        Children = "children",
    }
}

impl Offer {
    /// The key of a whole sentence, for the public page and for the tick box.
    pub fn text_key(self) -> String {
        self.key("directory-offers")
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    #[error("a way to reach the Society was expected")]
    NoContact,
    #[error("at most 8 lines of 120 characters were expected")]
    LongContact,
    #[error("a language was expected")]
    NoLanguage,
    #[error("at most 20 languages were expected, each by its code or its own name")]
    BadLanguages,
    #[error("what a Society offers is one of search, photo, messages, calls, detention, children")]
    UnknownOffer,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Lines for people: a phone number, an e-mail address, a street, hours.
    pub contact: Vec<String>,
    /// Codes of the languages that Kinlight has; any other language by its own name.
    pub languages: Vec<String>,
    pub offers: Vec<Offer>,
    pub help: HelpNow,
}

impl Entry {
    /// Parses contacts, one per line, and languages, separated by commas of any script. Returns all faults, in the order of the
    /// form. `help` stays empty: it is parsed apart, because it needs the earlier entry.
    pub fn parse(contact: &str, languages: &str, offers: &[&str]) -> Result<Entry, Vec<EntryError>> {
        let (contact, languages) = (lines(contact), names(languages));
        let known: Vec<Offer> =
            Offer::ALL.into_iter().filter(|offer| offers.contains(&offer.code())).collect();
        let longest = |texts: &[String]| texts.iter().map(|text| text.chars().count()).max().unwrap_or(0);
        let of_contact = match contact.len() {
            0 => Some(EntryError::NoContact),
            count if count > MOST_LINES || longest(&contact) > LONGEST_LINE => Some(EntryError::LongContact),
            _ => None,
        };
        let is_fair = longest(&languages) <= LONGEST_LANGUAGE && languages.iter().all(|name| is_name(name));
        let of_languages = match languages.len() {
            0 => Some(EntryError::NoLanguage),
            count if count > MOST_LANGUAGES || !is_fair => Some(EntryError::BadLanguages),
            _ => None,
        };
        let is_unknown = offers.iter().any(|code| Offer::parse(code).is_none());
        let of_offers = is_unknown.then_some(EntryError::UnknownOffer);
        let faults: Vec<EntryError> = [of_contact, of_languages, of_offers].into_iter().flatten().collect();
        let entry = Entry { contact, languages, offers: known, help: HelpNow::default() };
        if faults.is_empty() { Ok(entry) } else { Err(faults) }
    }

    fn stored(columns: &Columns) -> Entry {
        Entry {
            contact: lines(&columns.contact),
            languages: names(&columns.languages),
            offers: columns.offers.split(',').filter_map(Offer::parse).collect(),
            help: HelpNow::stored(&columns.country, &columns.help_lines),
        }
    }

    pub(super) fn columns(&self) -> Columns {
        let offers: Vec<&str> = self.offers.iter().map(|offer| offer.code()).collect();
        Columns {
            contact: self.contact.join("\n"),
            languages: self.languages.join(","),
            offers: offers.join(","),
            country: self.help.country_column(),
            help_lines: self.help.lines_column(),
        }
    }
}

/// An entry as stored in the table.
#[derive(FromQueryResult)]
pub(super) struct Columns {
    pub contact: String,
    pub languages: String,
    pub offers: String,
    pub country: String,
    pub help_lines: String,
}

impl entity::Model {
    pub fn entry(&self) -> Entry {
        Entry::stored(&Columns {
            contact: self.contact.clone(),
            languages: self.languages.clone(),
            offers: self.offers.clone(),
            country: self.country.clone(),
            help_lines: self.help_lines.clone(),
        })
    }
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(squeezed).filter(|line| !line.is_empty()).collect()
}

/// The names without duplicates, in the order typed.
fn names(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split([',', '،', '、', '\n']).map(squeezed).filter(|name| !name.is_empty()) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

pub(super) fn squeezed(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// False if there are digits or signs of an address: text that is meant for another field must not end up here.
fn is_name(name: &str) -> bool {
    !name.chars().any(|c| c.is_numeric() || "@:;<>/+*=".contains(c))
}

/// The address that a contact line opens when tapped; `None` for plain text. Only a line that is clearly a whole number or
/// address gets one: a wrong guess would call a stranger.
pub fn link(line: &str) -> Option<String> {
    let mail = || is_mail(line).then(|| format!("mailto:{line}"));
    phone(line).map(|number| format!("tel:{number}")).or_else(mail)
}

/// A telephone number in any digits, as people write it; `None` for opening hours and dates.
pub(super) fn phone(line: &str) -> Option<String> {
    // "+44 (0)20": the 0 is only dialled inside the country.
    let line = if line.trim_start().starts_with(['+', '＋']) { &line.replace("(0)", " ") } else { line };
    let typed: String = line.chars().map(|c| if "()./".contains(c) { ' ' } else { c }).collect();
    let number = plain_digits(&typed);
    let (plus, digits) = match number.strip_prefix('+').or(number.strip_prefix('＋')) {
        Some(digits) => ("+", digits),
        None => ("", number.as_str()),
    };
    let is_all_digits = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let of_country = if plus.is_empty() { 7..=15 } else { 8..=15 };
    // "08.00-16.00" is a time span; "140" is a country's emergency number.
    let is_short = plus.is_empty() && (3..=6).contains(&digits.len()) && !line.contains(['-', '–', '.', '/']);
    let halves: Vec<String> = line.split(['-', '–', '—']).map(plain_digits).collect();
    let is_span = plus.is_empty() && halves.len() == 2 && halves.iter().all(|half| half.len() <= 5);
    let fits = is_short || (of_country.contains(&digits.len()) && !is_span);
    (is_all_digits && fits).then(|| format!("{plus}{digits}"))
}

fn is_mail(line: &str) -> bool {
    let Some((name, domain)) = line.split_once('@') else { return false };
    let plain = |text: &str, more: &str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    plain(name, "._+-") && plain(domain, ".-") && domain.trim_matches('.').contains('.')
}

/// A Society as anyone may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    pub slug: String,
    pub name: String,
    pub entry: Entry,
}

/// The directory as last read. It is needed most while the database is away, by people who can't send a message then.
#[derive(Default)]
pub struct Directory {
    last: ArcSwapOption<Vec<Listed>>,
}

impl Directory {
    /// The current directory or, if the database does not answer in time, the one last read.
    pub async fn listed(&self, site: &DatabaseConnection) -> Result<Arc<Vec<Listed>>, DbErr> {
        let error = match tokio::time::timeout(PATIENCE, listed(site)).await {
            Ok(Ok(now)) => {
                let now = Arc::new(now);
                self.last.store(Some(now.clone()));
                return Ok(now);
            }
            Ok(Err(error)) => error,
            Err(_) => DbErr::Custom("the directory took too long".to_owned()),
        };
        self.last.load_full().ok_or(error)
    }
}

/// The public directory, with the rights of the site's role.
pub async fn listed(site: &DatabaseConnection) -> Result<Vec<Listed>, DbErr> {
    let asked = "select slug, name, contact, languages, offers, country, help_lines from society_directory order by name";
    let rows = site.query_all_raw(Statement::from_string(site.get_database_backend(), asked)).await?;
    rows.iter()
        .map(|row| {
            let entry = Entry::stored(&Columns::from_query_result(row, "")?);
            Ok(Listed { slug: row.try_get("", "slug")?, name: row.try_get("", "name")?, entry })
        })
        .collect()
}

#[derive(Debug, thiserror::Error)]
pub enum ReviseError {
    /// Somebody else changed the entry after it was read; nothing was written.
    #[error("the entry was changed meanwhile")]
    Conflict,
    #[error(transparent)]
    Database(#[from] DbErr),
    #[error(transparent)]
    Audit(#[from] AuditError),
}

/// Replaces version `seen` of the entry.
pub async fn revise(
    db: &DatabaseConnection,
    (society, by): (SocietyId, StaffId),
    seen: i64,
    entry: &Entry,
    now: Moment,
) -> Result<(), ReviseError> {
    let columns = entry.columns();
    let txn = db::write(db).await?;
    let changed = entity::Entity::update_many()
        .col_expr(entity::Column::Contact, Expr::value(columns.contact))
        .col_expr(entity::Column::Languages, Expr::value(columns.languages))
        .col_expr(entity::Column::Offers, Expr::value(columns.offers))
        .col_expr(entity::Column::Country, Expr::value(columns.country))
        .col_expr(entity::Column::HelpLines, Expr::value(columns.help_lines))
        .col_expr(entity::Column::Version, Expr::col(entity::Column::Version).add(1))
        .filter(entity::Column::Id.eq(society))
        .filter(entity::Column::Version.eq(seen))
        .exec(&txn)
        .await?;
    if changed.rows_affected != 1 {
        return Err(ReviseError::Conflict);
    }
    audit::append(&txn, society, now, entry_with(Some(by), Verb::SocietyChanged, society, "directory"))
        .await?;
    txn.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests;

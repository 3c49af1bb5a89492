//! Find your Red Cross or Red Crescent: a directory of words alone, for the oldest phone.

use actix_web::HttpResponse;
use serde::Serialize;

use crate::i18n::Lang;
use crate::societies;
use crate::web::visit::cached_for;
use crate::web::{Error, Visit};

#[derive(Serialize)]
struct Directory {
    societies: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    name: String,
    contact: Vec<String>,
    languages: String,
}

pub async fn show(visit: Visit) -> Result<HttpResponse, Error> {
    let entry = |society: societies::DirectoryEntry| Entry {
        name: society.name,
        contact: society.contact.lines().map(str::to_owned).collect(),
        languages: own_names(&society.languages),
    };
    let societies = societies::directory(&visit.app.db.site).await?.into_iter().map(entry).collect();
    let response = visit.show("site/societies.html", visit.frame("directory"), &Directory { societies })?;
    Ok(cached_for(response, 300))
}

/// `en,ar` as the languages call themselves; a code that is no language of ours stays as it is.
fn own_names(codes: &str) -> String {
    let name =
        |code: &str| Lang::parse(code).map_or_else(|| code.to_owned(), |lang| lang.own_name().to_owned());
    let names: Vec<String> =
        codes.split(',').map(str::trim).filter(|code| !code.is_empty()).map(name).collect();
    names.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_called_by_their_own_names() {
        let cases = [("en,ar", "English · العربية"), (" ar ,tlh", "العربية · tlh"), ("", ""), (",", "")];
        for (codes, names) in cases {
            assert_eq!(own_names(codes), names, "{codes:?}");
        }
    }
}

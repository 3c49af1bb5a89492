//! Parses what a gallery's address asks for (`seeking`, `sex`, `age`, `place`, `pictures`, `page`), and writes it back in one
//! form, so that the same search has one address.

use super::portrait::PictureSize;
use crate::publications::catalogue::{Filter, Place};
use crate::publications::facts::{AgeBand, Origin, Region, Relation, Sex};
use crate::web::paging::PageNumber;

pub type Pairs = [(String, String)];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    pub filter: Filter,
    pub pictures: PictureSize,
    pub page: PageNumber,
}

/// The address names a value that no photo can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownValue;

impl Search {
    /// An empty or absent field means all; unknown fields are ignored; the first of two equal names counts.
    pub fn parse(pairs: &Pairs) -> Result<Search, UnknownValue> {
        let value = |name: &str| {
            let found = pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim());
            Some(found).filter(|value| !value.is_empty())
        };
        let filter = Filter {
            relation: known(value("seeking"), Relation::parse)?,
            sex: known(value("sex"), Sex::parse)?,
            age_band: known(value("age"), AgeBand::parse)?,
            place: known(value("place"), parse_place)?,
        };
        let page = PageNumber::parse(value("page").unwrap_or_default()).ok_or(UnknownValue)?;
        let pictures = known(value("pictures"), PictureSize::parse)?.unwrap_or_default();
        Ok(Search { filter, pictures, page })
    }

    /// The path after the language; empty for the gallery's first page.
    pub fn path(&self) -> String {
        let mut parts = self.parts();
        if self.page != PageNumber::FIRST {
            parts.push(format!("page={}", self.page.get()));
        }
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The same path with an empty page number at its end, to which a number can be appended.
    pub fn pages_path(&self) -> String {
        let mut parts = self.parts();
        parts.push("page=".to_owned());
        format!("?{}", parts.join("&"))
    }

    pub fn with(self, pictures: PictureSize) -> Search {
        Search { pictures, ..self }
    }

    fn parts(&self) -> Vec<String> {
        let filter = chosen(&self.filter).into_iter();
        let pictures =
            (self.pictures == PictureSize::Small).then_some(("pictures", PictureSize::Small.code()));
        filter.chain(pictures).map(|(name, code)| format!("{name}={code}")).collect()
    }
}

/// Every chosen value as name and code.
pub fn chosen(filter: &Filter) -> Vec<(&'static str, &'static str)> {
    let place = filter.place.map(|place| match place {
        Place::Origin(origin) => origin.code(),
        Place::Region(region) => region.code(),
    });
    [
        ("seeking", filter.relation.map(Relation::code)),
        ("sex", filter.sex.map(Sex::code)),
        ("age", filter.age_band.map(AgeBand::code)),
        ("place", place),
    ]
    .into_iter()
    .filter_map(|(name, code)| Some((name, code?)))
    .collect()
}

/// `None` if nothing was chosen.
fn known<T>(code: Option<&str>, parse: fn(&str) -> Option<T>) -> Result<Option<T>, UnknownValue> {
    code.map(|code| parse(code).ok_or(UnknownValue)).transpose()
}

fn parse_place(code: &str) -> Option<Place> {
    Region::parse(code).map(Place::Region).or_else(|| Origin::parse(code).map(Place::Origin))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(query: &str) -> Result<Search, UnknownValue> {
        let pairs: Vec<(String, String)> = query
            .split('&')
            .filter_map(|part| part.split_once('='))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Search::parse(&pairs)
    }

    #[test]
    fn an_address_is_read_and_written_in_one_form() {
        let cases = [
            ("", ""),
            ("seeking=&sex=&age=&place=", ""),
            ("page=1", ""),
            ("page=4000", "?page=4000"),
            ("seeking=brother", "?seeking=brother"),
            ("place=AF&sex=woman&seeking=aunt-uncle", "?seeking=aunt-uncle&sex=woman&place=AF"),
            ("place=af", "?place=AF"),
            ("place=west-africa&age=from-60&page=2", "?age=from-60&place=west-africa&page=2"),
            ("place=not-said&sex=not-said", "?sex=not-said&place=not-said"),
            ("seeking=brother&seeking=friend", "?seeking=brother"),
            ("utm=1&sex= man ", "?sex=man"),
            ("page=2&pictures=small&sex=man", "?sex=man&pictures=small&page=2"),
            ("pictures=", ""),
        ];
        for (query, path) in cases {
            assert_eq!(parsed(query).map(|search| search.path()), Ok(path.to_owned()), "{query:?}");
        }
    }

    #[test]
    fn a_value_that_nobody_can_have_is_told() {
        for query in [
            "seeking=friend",
            "sex=x",
            "age=from-0",
            "age=17",
            "place=XX",
            "place=asia",
            "page=0",
            "page=x",
            "pictures=big",
        ] {
            assert_eq!(parsed(query), Err(UnknownValue), "{query:?}");
        }
    }

    #[test]
    fn pages_keep_the_filter() {
        let search = parsed("seeking=mother&page=7").unwrap();
        assert_eq!(search.pages_path(), "?seeking=mother&page=");
        assert_eq!(search.with(PictureSize::Small).pages_path(), "?seeking=mother&pictures=small&page=");
        assert_eq!(parsed("").unwrap().pages_path(), "?page=");
    }
}

//! Where a person comes from: a country, or "not said". One table maps each country to its region. Names of countries are in
//! `locales/<lang>/countries.ftl`, which `tools/countries.py` writes from this table.

use serde::{Deserialize, Serialize};

words! {
    /// Twelve regions after the United Nations' M49 subregions; small ones are merged.
    #[derive(PartialOrd, Ord)]
    pub enum Region {
        NorthAfrica = "north-africa",
        WestAfrica = "west-africa",
        EastAfrica = "east-africa",
        CentralAndSouthernAfrica = "central-and-southern-africa",
        WesternAsia = "western-asia",
        CentralAsia = "central-asia",
        SouthAsia = "south-asia",
        EastAndSouthEastAsia = "east-and-south-east-asia",
        Europe = "europe",
        NorthAmerica = "north-america",
        LatinAmericaAndCaribbean = "latin-america-and-caribbean",
        Oceania = "oceania",
    }
}

/// Every inhabited ISO 3166-1 country and territory, and Kosovo (XK, as in Unicode CLDR), under its region. The list names
/// places that people come from; it takes no side on any border.
const COUNTRIES: [(Region, &str); 12] = [
    (Region::NorthAfrica, "DZ EG EH LY MA SD TN"),
    (Region::WestAfrica, "BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG"),
    (Region::EastAfrica, "BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TZ UG YT ZM ZW"),
    (Region::CentralAndSouthernAfrica, "AO BW CD CF CG CM GA GQ LS NA ST SZ TD ZA"),
    (Region::WesternAsia, "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
    (Region::CentralAsia, "KG KZ TJ TM UZ"),
    (Region::SouthAsia, "AF BD BT IN IR LK MV NP PK"),
    (Region::EastAndSouthEastAsia, "BN CN HK ID JP KH KP KR LA MM MN MO MY PH SG TH TL TW VN"),
    (
        Region::Europe,
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI \
         LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK",
    ),
    (Region::NorthAmerica, "BM CA GL PM US"),
    (
        Region::LatinAmericaAndCaribbean,
        "AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN \
         KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI",
    ),
    (Region::Oceania, "AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS"),
];

impl Region {
    pub fn label_key(self) -> String {
        self.key("region")
    }

    pub fn countries(self) -> impl Iterator<Item = Country> {
        Country::table().filter(move |(region, _)| *region == self).map(|(_, country)| country)
    }
}

/// A country of the table, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country(&'static str);

impl Country {
    fn table() -> impl Iterator<Item = (Region, Country)> {
        COUNTRIES.iter().flat_map(|(region, codes)| codes.split(' ').map(|code| (*region, Country(code))))
    }

    /// Parses its code, in capital or small letters.
    pub fn parse(code: &str) -> Option<Country> {
        Self::all().find(|country| country.0.eq_ignore_ascii_case(code))
    }

    /// All countries once, by region and code.
    pub fn all() -> impl Iterator<Item = Country> {
        Self::table().map(|(_, country)| country)
    }

    pub fn code(self) -> &'static str {
        self.0
    }

    pub fn region(self) -> Region {
        Self::table()
            .find_map(|(region, country)| (country == self).then_some(region))
            .unwrap_or_else(|| unreachable!("a Country comes from the table alone"))
    }

    pub fn label_key(self) -> String {
        Origin::Country(self).label_key()
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Origin {
    /// Staff may choose this if the country would reveal too much.
    NotSaid,
    Country(Country),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither a country's code nor not-said")]
pub struct OriginError;

impl Origin {
    /// Parses `AF`, `af` or `not-said`.
    pub fn parse(code: &str) -> Option<Self> {
        if code == Origin::NotSaid.code() {
            return Some(Origin::NotSaid);
        }
        Country::parse(code).map(Origin::Country)
    }

    pub fn code(self) -> &'static str {
        match self {
            Origin::NotSaid => "not-said",
            Origin::Country(country) => country.code(),
        }
    }

    pub fn region(self) -> Option<Region> {
        match self {
            Origin::NotSaid => None,
            Origin::Country(country) => Some(country.region()),
        }
    }

    pub fn label_key(self) -> String {
        format!("country-{}", self.code())
    }

    /// Every country by region and code, without "not said"; a page sorts them by name in its language.
    pub fn all() -> impl Iterator<Item = Origin> {
        Country::table().map(|(_, country)| Origin::Country(country))
    }
}

word_column!(Origin);

impl TryFrom<String> for Origin {
    type Error = OriginError;
    fn try_from(code: String) -> Result<Self, OriginError> {
        Self::parse(&code).ok_or(OriginError)
    }
}

impl From<Origin> for String {
    fn from(origin: Origin) -> Self {
        origin.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_country_has_one_region_and_its_own_code() {
        let codes: BTreeSet<&str> = Origin::all().map(Origin::code).collect();
        assert_eq!(codes.len(), 244);
        assert_eq!(Origin::all().count(), 244, "no country stands in two regions");
        assert!(codes.iter().all(|code| code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())));
        assert_eq!(Region::ALL.iter().map(|region| region.countries().count()).sum::<usize>(), 244);
    }

    #[test]
    fn a_country_tells_its_region() {
        let cases = [
            ("AF", Some(Region::SouthAsia)),
            ("sy", Some(Region::WesternAsia)),
            ("SD", Some(Region::NorthAfrica)),
            ("SS", Some(Region::EastAfrica)),
            ("UA", Some(Region::Europe)),
            ("XK", Some(Region::Europe)),
            ("VE", Some(Region::LatinAmericaAndCaribbean)),
            ("not-said", None),
        ];
        for (code, region) in cases {
            assert_eq!(Origin::parse(code).map(Origin::region), Some(region), "{code}");
        }
        for code in ["", "ZZ", "AFG", "EU", "Not-Said", "AQ"] {
            assert_eq!(Origin::parse(code), None, "{code}");
        }
    }

    #[test]
    fn origins_come_back_from_their_codes() {
        for origin in Origin::all().chain([Origin::NotSaid]) {
            let stored = serde_json::to_string(&origin).unwrap();
            assert_eq!(serde_json::from_str::<Origin>(&stored).unwrap(), origin);
        }
    }
}

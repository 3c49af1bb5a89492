//! The public facts of a publication: the relatives that the enquirer looks for, sex, age band, origin. Nothing else
//! about a person is ever public, and each fact has few values, so that no combination of them identifies somebody.

use serde::{Deserialize, Serialize};
use time::Date;

pub use crate::countries::{Country, Origin, OriginError, Region};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicFacts {
    pub relations: Relations,
    pub sex: Sex,
    pub age_band: AgeBand,
    pub origin: Origin,
}

/// A relative that an enquirer looks for, seen from the enquirer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    Mother,
    Father,
    Son,
    Daughter,
    Brother,
    Sister,
    Husband,
    Wife,
    Grandparent,
    Grandchild,
    AuntUncle,
    Cousin,
    NieceNephew,
    OtherFamily,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such relation")]
pub struct UnknownRelation;

impl Relation {
    /// In the order in which forms and filters list them.
    pub const ALL: [Relation; 14] = [
        Relation::Mother,
        Relation::Father,
        Relation::Son,
        Relation::Daughter,
        Relation::Brother,
        Relation::Sister,
        Relation::Husband,
        Relation::Wife,
        Relation::Grandparent,
        Relation::Grandchild,
        Relation::AuntUncle,
        Relation::Cousin,
        Relation::NieceNephew,
        Relation::OtherFamily,
    ];

    /// The code in addresses, forms and the database.
    pub fn code(self) -> &'static str {
        match self {
            Relation::Mother => "mother",
            Relation::Father => "father",
            Relation::Son => "son",
            Relation::Daughter => "daughter",
            Relation::Brother => "brother",
            Relation::Sister => "sister",
            Relation::Husband => "husband",
            Relation::Wife => "wife",
            Relation::Grandparent => "grandparent",
            Relation::Grandchild => "grandchild",
            Relation::AuntUncle => "aunt-uncle",
            Relation::Cousin => "cousin",
            Relation::NieceNephew => "niece-nephew",
            Relation::OtherFamily => "other-family",
        }
    }

    pub fn parse(code: &str) -> Result<Self, UnknownRelation> {
        Self::ALL.into_iter().find(|one| one.code() == code).ok_or(UnknownRelation)
    }

    /// "brother", for a filter or a form.
    pub fn label_key(self) -> String {
        format!("relation-{}", self.code())
    }

    /// "I am looking for my brother": a whole sentence in each language, never put together from parts.
    pub fn sentence_key(self) -> String {
        format!("seeks-{}", self.code())
    }

    /// "She is looking for her brother." Takes `$sex` ([`Sex::code`]).
    pub fn alt_key(self) -> String {
        format!("alt-seeks-{}", self.code())
    }
}

/// One to three distinct relations, the most important first.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Vec<Relation>", into = "Vec<Relation>")]
pub struct Relations(Vec<Relation>);

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RelationsError {
    #[error("no relation chosen")]
    None,
    #[error("more than three relations chosen")]
    TooMany,
    #[error("the same relation chosen twice")]
    Twice,
    #[error("no such relation")]
    Unknown,
}

impl Relations {
    pub const MOST: usize = 3;

    pub fn new(relations: &[Relation]) -> Result<Self, RelationsError> {
        if relations.is_empty() {
            return Err(RelationsError::None);
        }
        if relations.len() > Self::MOST {
            return Err(RelationsError::TooMany);
        }
        let is_repeated = |(at, one): (usize, &Relation)| relations[..at].contains(one);
        if relations.iter().enumerate().any(is_repeated) {
            return Err(RelationsError::Twice);
        }
        Ok(Self(relations.to_vec()))
    }

    pub fn one(relation: Relation) -> Self {
        Self(vec![relation])
    }

    /// Parses codes with commas between them, as the database stores them: `brother,mother`.
    pub fn parse(codes: &str) -> Result<Self, RelationsError> {
        let relations: Result<Vec<Relation>, UnknownRelation> =
            codes.split(',').map(str::trim).filter(|code| !code.is_empty()).map(Relation::parse).collect();
        Self::new(&relations.map_err(|UnknownRelation| RelationsError::Unknown)?)
    }

    /// The opposite of [`Relations::parse`].
    pub fn codes(&self) -> String {
        self.0.iter().map(|one| one.code()).collect::<Vec<_>>().join(",")
    }

    pub fn first(&self) -> Relation {
        self.0[0]
    }

    pub fn contains(&self, relation: Relation) -> bool {
        self.0.contains(&relation)
    }

    pub fn iter(&self) -> impl Iterator<Item = Relation> + '_ {
        self.0.iter().copied()
    }
}

impl TryFrom<Vec<Relation>> for Relations {
    type Error = RelationsError;
    fn try_from(relations: Vec<Relation>) -> Result<Self, RelationsError> {
        Self::new(&relations)
    }
}

impl From<Relations> for Vec<Relation> {
    fn from(relations: Relations) -> Self {
        relations.0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    Woman,
    Man,
    NotSaid,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("neither woman, man nor not-said")]
pub struct UnknownSex;

impl Sex {
    pub const ALL: [Sex; 3] = [Sex::Woman, Sex::Man, Sex::NotSaid];

    /// Also the value of `$sex` in Fluent.
    pub fn code(self) -> &'static str {
        match self {
            Sex::Woman => "woman",
            Sex::Man => "man",
            Sex::NotSaid => "not-said",
        }
    }

    pub fn parse(code: &str) -> Result<Self, UnknownSex> {
        Self::ALL.into_iter().find(|one| one.code() == code).ok_or(UnknownSex)
    }

    pub fn label_key(self) -> String {
        format!("sex-{}", self.code())
    }
}

/// Wide bands, so that an age does not tell a person's birth year. There is none below 15, on purpose:
/// younger children are never public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AgeBand {
    /// 15 to 24.
    #[serde(rename = "from-15")]
    From15,
    /// 25 to 39.
    #[serde(rename = "from-25")]
    From25,
    /// 40 to 59.
    #[serde(rename = "from-40")]
    From40,
    /// 60 and over.
    #[serde(rename = "from-60")]
    From60,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such age band")]
pub struct UnknownAgeBand;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BirthYearError {
    /// Also if they only may be: somebody born fifteen calendar years ago has perhaps not had the birthday yet.
    #[error("the person may be younger than 15, so the photo can't be public")]
    UnderFifteen,
    #[error("the birth year lies ahead")]
    Ahead,
    #[error("the birth year lies more than 120 years back")]
    TooLongAgo,
}

const OLDEST: i32 = 120;
const ADULT: i32 = 18;

impl AgeBand {
    pub const ALL: [AgeBand; 4] = [AgeBand::From15, AgeBand::From25, AgeBand::From40, AgeBand::From60];

    /// Also the value of `$age` in Fluent, where a selector must begin with a letter.
    pub fn code(self) -> &'static str {
        match self {
            AgeBand::From15 => "from-15",
            AgeBand::From25 => "from-25",
            AgeBand::From40 => "from-40",
            AgeBand::From60 => "from-60",
        }
    }

    pub fn parse(code: &str) -> Result<Self, UnknownAgeBand> {
        Self::ALL.into_iter().find(|one| one.code() == code).ok_or(UnknownAgeBand)
    }

    pub fn label_key(self) -> String {
        format!("age-{}", self.code())
    }

    /// The band of the least age that the birth year can mean today.
    pub fn from_birth_year(year: i32, today: Date) -> Result<Self, BirthYearError> {
        let age = least_age(year, today)?;
        match age {
            ..15 => Err(BirthYearError::UnderFifteen),
            15..25 => Ok(AgeBand::From15),
            25..40 => Ok(AgeBand::From25),
            40..60 => Ok(AgeBand::From40),
            60.. => Ok(AgeBand::From60),
        }
    }
}

/// True if someone born in `year` may be under 18 today: then a guardian's consent is needed beside their own.
pub fn may_be_minor(year: i32, today: Date) -> Result<bool, BirthYearError> {
    Ok(least_age(year, today)? < ADULT)
}

/// The least age, in years, that the birth year can mean: the birthday counts as still to come, since only the year is known.
fn least_age(year: i32, today: Date) -> Result<i32, BirthYearError> {
    match today.year().saturating_sub(year) {
        ..0 => Err(BirthYearError::Ahead),
        difference @ 0..=OLDEST => Ok(difference - 1),
        _ => Err(BirthYearError::TooLongAgo),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn every_code_leads_back_to_its_fact() {
        for relation in Relation::ALL {
            assert_eq!(Relation::parse(relation.code()), Ok(relation));
            assert_eq!(serde_json::to_string(&relation).unwrap(), format!("\"{}\"", relation.code()));
        }
        for sex in Sex::ALL {
            assert_eq!(Sex::parse(sex.code()), Ok(sex));
            assert_eq!(serde_json::to_string(&sex).unwrap(), format!("\"{}\"", sex.code()));
        }
        for band in AgeBand::ALL {
            assert_eq!(AgeBand::parse(band.code()), Ok(band));
            assert_eq!(serde_json::to_string(&band).unwrap(), format!("\"{}\"", band.code()));
        }
        for word in ["", "Brother", "friend", "brother "] {
            assert_eq!(Relation::parse(word), Err(UnknownRelation));
        }
        assert_eq!(Sex::parse("female"), Err(UnknownSex));
        assert_eq!(AgeBand::parse("from-0"), Err(UnknownAgeBand));
    }

    #[test]
    fn one_to_three_relations_keep_their_order() {
        let cases = [
            ("brother", Ok("brother")),
            ("sister,mother,son", Ok("sister,mother,son")),
            (" wife , cousin,", Ok("wife,cousin")),
            ("", Err(RelationsError::None)),
            (" , ", Err(RelationsError::None)),
            ("mother,mother", Err(RelationsError::Twice)),
            ("mother,father,son,wife", Err(RelationsError::TooMany)),
            ("mother,friend", Err(RelationsError::Unknown)),
        ];
        for (codes, expected) in cases {
            let parsed = Relations::parse(codes).map(|relations| relations.codes());
            assert_eq!(parsed, expected.map(str::to_owned), "{codes:?}");
        }
        assert!(serde_json::from_str::<Relations>("[]").is_err(), "stored facts are checked too");
    }

    #[test]
    fn a_birth_year_gives_the_band_of_the_least_age_it_can_mean() {
        use AgeBand::*;
        use BirthYearError::*;
        let cases = [
            (2027, Err(Ahead)),
            (2026, Err(UnderFifteen)),
            (2012, Err(UnderFifteen)),
            (2011, Err(UnderFifteen)), // 14 or 15
            (2010, Ok(From15)),        // 15 or 16
            (2001, Ok(From15)),        // 24 or 25
            (2000, Ok(From25)),
            (1986, Ok(From25)), // 39 or 40
            (1985, Ok(From40)),
            (1966, Ok(From40)), // 59 or 60
            (1965, Ok(From60)),
            (1906, Ok(From60)),
            (1905, Err(TooLongAgo)),
            (i32::MIN, Err(TooLongAgo)),
            (i32::MAX, Err(Ahead)),
        ];
        for (year, expected) in cases {
            assert_eq!(AgeBand::from_birth_year(year, date!(2026 - 06 - 15)), expected, "{year}");
        }
    }

    #[test]
    fn who_may_be_under_18_needs_a_guardian() {
        let today = date!(2026 - 06 - 15);
        assert_eq!(may_be_minor(2010, today), Ok(true));
        assert_eq!(may_be_minor(2008, today), Ok(true), "17 or 18");
        assert_eq!(may_be_minor(2007, today), Ok(false));
        assert_eq!(may_be_minor(2030, today), Err(BirthYearError::Ahead));
    }
}

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

words! {
    /// A relative that an enquirer looks for, seen from the enquirer, in the order in which forms and filters list them.
    #[derive(PartialOrd, Ord)]
    pub enum Relation {
        Mother = "mother",
        Father = "father",
        Son = "son",
        Daughter = "daughter",
        Brother = "brother",
        Sister = "sister",
        Husband = "husband",
        Wife = "wife",
        Grandparent = "grandparent",
        Grandchild = "grandchild",
        AuntUncle = "aunt-uncle",
        Cousin = "cousin",
        NieceNephew = "niece-nephew",
        OtherFamily = "other-family",
    }
}

impl Relation {
    /// "brother", for a filter or a form.
    pub fn label_key(self) -> String {
        self.key("relation")
    }

    /// "I am looking for my brother": a whole sentence in each language, never put together from parts.
    pub fn sentence_key(self) -> String {
        self.key("seeks")
    }

    /// "She is looking for her brother." Takes `$sex` ([`Sex::code`]).
    pub fn alt_key(self) -> String {
        self.key("alt-seeks")
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

    /// Parses codes with commas between them, as the database stores them: `brother,mother`. `None` if one is unknown, or
    /// if [`Relations::new`] refuses them.
    pub fn parse(codes: &str) -> Option<Self> {
        let relations: Option<Vec<Relation>> =
            codes.split(',').map(str::trim).filter(|code| !code.is_empty()).map(Relation::parse).collect();
        Self::new(&relations?).ok()
    }

    /// The opposite of [`Relations::parse`].
    pub fn code(&self) -> String {
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

word_column!(Relations);

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

words! {
    /// The code is also the value of `$sex` in Fluent.
    #[derive(PartialOrd, Ord)]
    pub enum Sex {
        Woman = "woman",
        Man = "man",
        NotSaid = "not-said",
    }
}

word_column!(Sex);

impl Sex {
    pub fn label_key(self) -> String {
        self.key("sex")
    }
}

words! {
    /// Wide bands, so that an age does not tell a person's birth year. There is none below 15, on purpose:
    /// younger children are never public. The code is also the value of `$age` in Fluent, where a selector must begin
    /// with a letter.
    #[derive(PartialOrd, Ord)]
    pub enum AgeBand {
        /// 15 to 24.
        From15 = "from-15",
        /// 25 to 39.
        From25 = "from-25",
        /// 40 to 59.
        From40 = "from-40",
        /// 60 and over.
        From60 = "from-60",
    }
}

word_column!(AgeBand);

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
    pub fn label_key(self) -> String {
        self.key("age")
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
    fn one_to_three_relations_keep_their_order() {
        let cases = [
            ("brother", Some("brother")),
            ("sister,mother,son", Some("sister,mother,son")),
            (" wife , cousin,", Some("wife,cousin")),
            ("", None),
            (" , ", None),
            ("mother,mother", None),
            ("mother,father,son,wife", None),
            ("mother,friend", None),
        ];
        for (codes, expected) in cases {
            let parsed = Relations::parse(codes).map(|relations| relations.code());
            assert_eq!(parsed.as_deref(), expected, "{codes:?}");
        }
        assert_eq!(Relations::new(&[]), Err(RelationsError::None));
        assert_eq!(Relations::new(&[Relation::Son; 2]), Err(RelationsError::Twice));
        assert_eq!(Relations::new(&Relation::ALL[..4]), Err(RelationsError::TooMany));
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

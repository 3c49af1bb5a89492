//! The demo's Societies, staff and enquirers. All names and numbers are made up: the family names show it, phone numbers begin
//! with the unassigned +999, and mail addresses end in `.example`.

use kinlight_portraits::{self as portraits, Look};
use time::Date;

use crate::{
    publications::facts::{
        AgeBand, BirthYearError, Origin, OriginError, PublicFacts, Relation, Relations, Sex,
    },
    societies::{directory::Offer, help_now::Helper},
    staff::roles::Role,
};

pub use super::people_table::PEOPLE;

pub struct DemoSociety {
    pub slug: &'static str,
    pub name_en: &'static str,
    pub name_ar: &'static str,
    pub phone: &'static str,
    pub mail: &'static str,
    pub address: &'static str,
    pub hours: &'static str,
    /// The languages in which its staff answer.
    pub languages: &'static [&'static str],
    pub offers: &'static [Offer],
    /// A real country, since the list has no other. Its help numbers are made up, and empty if it has none.
    pub country: &'static str,
    pub help: [(Helper, &'static str); 3],
    pub staff: &'static [DemoStaff],
}

pub struct DemoStaff {
    pub sign_in: &'static str,
    pub name: &'static str,
    pub roles: &'static [Role],
}

pub const SOCIETIES: [DemoSociety; 2] = [
    DemoSociety {
        slug: "valmora",
        name_en: "Red Cross Society of Valmora",
        name_ar: "جمعية الصليب الأحمر في فالمورا",
        phone: "+999 555 0110",
        mail: "family-links@valmora.example",
        address: "12 Lantern Street, Old Harbour, Valmora",
        hours: "Monday to Friday, 09:00-16:00",
        languages: &["en", "ar", "so"],
        offers: &[Offer::Search, Offer::Photo, Offer::Messages, Offer::Calls, Offer::Detention],
        country: "TK",
        help: [
            (Helper::Society, "+999 555 0119"),
            (Helper::Child, "+999 555 0116"),
            (Helper::Police, "+999 555 0117"),
        ],
        staff: &[
            DemoStaff { sign_in: "olunda", name: "Olunda Exempli", roles: &[Role::CaseWorker] },
            DemoStaff { sign_in: "perrin", name: "Perrinet Samplewood", roles: &[Role::Reviewer] },
            DemoStaff { sign_in: "zahiru", name: "Zahirune Mockandu", roles: &[Role::Moderator] },
            DemoStaff {
                sign_in: "brisel",
                name: "Brisela Trialstone",
                roles: &[Role::Moderator, Role::CaseWorker],
            },
            DemoStaff { sign_in: "tavian", name: "Taviano Demoreth", roles: &[Role::Administrator] },
            DemoStaff { sign_in: "ledger", name: "Ledgera Checkwell", roles: &[Role::Auditor] },
        ],
    },
    DemoSociety {
        slug: "tamirand",
        name_en: "Tamirand Red Crescent Society",
        name_ar: "جمعية الهلال الأحمر في تاميراند",
        phone: "+999 555 0120",
        mail: "family-links@tamirand.example",
        address: "شارع النخيل ٤، تاميراند",
        hours: "من الأحد إلى الخميس، 08:00-14:00",
        languages: &["ar", "en", "fa-AF"],
        offers: &[Offer::Search, Offer::Photo, Offer::Messages, Offer::Children],
        country: "PN",
        help: [(Helper::Society, ""), (Helper::Child, "+999 555 0126"), (Helper::Police, "")],
        staff: &[
            DemoStaff {
                sign_in: "suhaylin",
                name: "سهيلين المثالي",
                roles: &[Role::CaseWorker, Role::Moderator],
            },
            DemoStaff {
                sign_in: "raminu", name: "رامينو الافتراضي", roles: &[Role::Reviewer]
            },
            DemoStaff {
                sign_in: "dalimar", name: "داليمار التجريبية", roles: &[Role::Moderator]
            },
            DemoStaff {
                sign_in: "karishu", name: "كاريشو النموذجي", roles: &[Role::Administrator]
            },
        ],
    },
];

/// The stage of the demo's publication when the demo starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemoStage {
    Draft,
    InReview,
    Live,
    Ended,
}

/// An enquirer, with the private part of the case.
#[derive(Clone, Copy, Debug)]
pub struct DemoPerson {
    pub name: &'static str,
    pub sex: Sex,
    /// Completed years on the day on which the demo is made.
    pub age: u8,
    /// A code as in [`Origin::code`].
    pub origin: &'static str,
    pub relations: &'static [Relation],
    pub stage: DemoStage,
    /// The language of the story and of the talk about consent.
    pub language: &'static str,
    /// Sealed: whom the person is looking for, and how they were separated.
    pub story: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DemoFault {
    #[error("{0}")]
    BirthYear(#[from] BirthYearError),
    #[error("{0}")]
    Origin(#[from] OriginError),
    #[error("{0}")]
    Relations(#[from] crate::publications::facts::RelationsError),
}

impl DemoPerson {
    /// A birth year that gives [`DemoPerson::age`], or one year more, on any day of this year.
    pub fn birth_year(&self, today: Date) -> i32 {
        today.year() - i32::from(self.age) - 1
    }

    pub fn facts(&self, today: Date) -> Result<PublicFacts, DemoFault> {
        Ok(PublicFacts {
            relations: Relations::new(self.relations)?,
            sex: self.sex,
            age_band: AgeBand::from_birth_year(self.birth_year(today), today)?,
            origin: Origin::parse(self.origin).ok_or(OriginError)?,
        })
    }

    /// What the person's portrait shows of [`DemoPerson::facts`].
    pub fn look(&self, today: Date) -> Result<Look, DemoFault> {
        let sex = match self.sex {
            Sex::Woman => portraits::Sex::Woman,
            Sex::Man => portraits::Sex::Man,
            Sex::NotSaid => portraits::Sex::NotSaid,
        };
        let age_band = match AgeBand::from_birth_year(self.birth_year(today), today)? {
            AgeBand::From15 => portraits::AgeBand::From15,
            AgeBand::From25 => portraits::AgeBand::From25,
            AgeBand::From40 => portraits::AgeBand::From40,
            AgeBand::From60 => portraits::AgeBand::From60,
        };
        Ok(Look { sex, age_band })
    }

    pub fn needs_guardian(&self) -> bool {
        self.age < 18
    }
}

/// The Society of the person at `index` of [`PEOPLE`], as an index into [`SOCIETIES`].
pub fn society_of(index: usize) -> usize {
    index / 3 % SOCIETIES.len()
}

/// The seed of the portrait of the person at `index`.
pub fn portrait_seed(index: usize) -> u64 {
    100 + index as u64
}

/// How many days before the demo's start the person at `index` was added: 0 for the last, about two years for the first.
pub fn added_days_ago(index: usize) -> i64 {
    let newer = PEOPLE.len().saturating_sub(index + 1) as i64;
    newer * newer / 5
}

/// How many days of consent are left at the demo's start; some end within the 60 days of the renewal list.
pub fn consent_days_left(index: usize) -> i64 {
    match index % 9 {
        4 => 20 + index as i64 / 2,
        _ => 730 - added_days_ago(index).min(600),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use time::macros::date;

    #[test]
    fn sixty_made_up_people_have_facts_and_stories() {
        for today in [date!(2026 - 11 - 22), date!(2028 - 02 - 29), date!(2031 - 01 - 01)] {
            for person in &PEOPLE {
                let facts = person.facts(today);
                assert!(facts.is_ok(), "{}: {facts:?}", person.name);
                assert!(person.story.len() > 60, "{}", person.name);
                let is_arabic = person.story.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c));
                assert_eq!(is_arabic, person.language == "ar", "{}", person.name);
            }
        }
        let names: BTreeSet<&str> = PEOPLE.iter().map(|person| person.name).collect();
        assert_eq!(names.len(), PEOPLE.len(), "no name twice");
    }

    #[test]
    fn every_stage_sex_band_and_relation_can_be_seen_in_the_demo() {
        let today = date!(2026 - 11 - 22);
        let facts: Vec<PublicFacts> = PEOPLE.iter().map(|person| person.facts(today).unwrap()).collect();
        for relation in Relation::ALL {
            assert!(facts.iter().any(|facts| facts.relations.contains(relation)), "{relation:?}");
        }
        for sex in Sex::ALL {
            for band in AgeBand::ALL {
                let is_seen = facts.iter().any(|facts| facts.sex == sex && facts.age_band == band);
                assert!(is_seen, "{sex:?} {band:?}");
            }
        }
        for stage in [DemoStage::Draft, DemoStage::InReview, DemoStage::Live, DemoStage::Ended] {
            for (at, society) in SOCIETIES.iter().enumerate() {
                let is_seen = PEOPLE.iter().enumerate().any(|(n, p)| society_of(n) == at && p.stage == stage);
                assert!(is_seen, "{stage:?} in {}", society.slug);
            }
        }
        assert!(facts.iter().any(|facts| facts.origin == Origin::NotSaid));
        assert!(PEOPLE.iter().any(DemoPerson::needs_guardian));
        assert!(
            (0..PEOPLE.len()).all(|n| (1..=730).contains(&consent_days_left(n)) && added_days_ago(n) < 730)
        );
    }

    #[test]
    fn every_society_can_draft_review_and_answer_with_four_eyes() {
        for society in &SOCIETIES {
            for role in [Role::CaseWorker, Role::Reviewer, Role::Moderator, Role::Administrator] {
                assert!(
                    society.staff.iter().any(|one| one.roles.contains(&role)),
                    "{} {role:?}",
                    society.slug
                );
            }
            assert!(society.phone.starts_with("+999 ") && society.mail.ends_with(".example"));
        }
    }
}

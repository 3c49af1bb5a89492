//! The stages of a publication: draft, in review, live, ended. Pure. Each stage carries its evidence; a move consumes
//! it and can refuse. Nothing becomes live without a live consent and a second person.

use serde::{Deserialize, Serialize};
use time::Date;

use super::consent::{Channel, Consent, Terms};
use super::duplicates::{Alike, unanswered};
use super::facts::{AgeBand, Origin, PublicFacts, Relations, Sex};
use crate::ids::StaffId;
use crate::photos::face_report::{Answered, Area, FaceReport, Unsettled};

words! {
    pub enum Stage {
        Draft = "draft",
        InReview = "in-review",
        Live = "live",
        Ended = "ended",
    }
}

// Nothing is shown that this program does not understand.
word_column!(Stage, unknown: Ended);

words! {
    pub enum EndReason {
        WithdrawnByStaff = "withdrawn-by-staff",
        WithdrawnByCode = "withdrawn-by-code",
        ConsentEnded = "consent-ended",
        Reunited = "reunited",
        Erased = "erased",
    }
}

word_column!(EndReason);

impl EndReason {
    pub const BY_STAFF: [EndReason; 2] = [EndReason::WithdrawnByStaff, EndReason::Reunited];
}

/// What is known of the enquirer's age when a draft is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Age {
    /// Computed from a birth year, which itself stays in the private part.
    Known { band: AgeBand, is_minor: bool },
    /// Counts as under 15 unless the reviewer records why not; then this band is shown.
    Unknown { band: AgeBand },
}

impl Age {
    pub fn band(self) -> AgeBand {
        match self {
            Age::Known { band, .. } | Age::Unknown { band } => band,
        }
    }
}

/// The draft's facts; sealed to the case until they are published.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DraftFacts {
    pub relations: Relations,
    pub sex: Sex,
    pub origin: Origin,
    pub age: Age,
    /// Left, top, width and height, in ten-thousandths of the picture.
    pub crop: Option<[u16; 4]>,
}

/// Everything a draft has gathered so far.
#[derive(Clone, Debug)]
pub struct Draft {
    pub facts: Option<DraftFacts>,
    pub has_picture: bool,
    pub consent: Option<Consent>,
    pub has_paper: bool,
    /// The person's paper carries a code that takes the photo off the site.
    pub has_withdrawal_code: bool,
    /// What was seen in the picture.
    pub look: Option<FaceReport>,
    /// Other publications whose photo looks like this one's.
    pub alike: Vec<Alike>,
}

/// What a draft still lacks, in the order in which the page asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Lacks {
    #[error("no picture")]
    Picture,
    #[error("nobody has looked for other people in the picture")]
    NotChecked,
    #[error("a second face in what is shown, undecided")]
    Faces,
    #[error("a photo much like it was taken down, and nobody has said why this one may be shown")]
    TakenDown,
    #[error("no public facts")]
    Facts,
    #[error("no consent for the web")]
    Consent,
    #[error("no signed paper")]
    Paper,
    #[error("a guardian's consent, for a minor")]
    Guardian,
    #[error("the young person's own agreement")]
    OwnAgreement,
    /// A person who can't take a photo back has not agreed to show it.
    #[error("no withdrawal code was drawn")]
    WithdrawalCode,
}

impl Draft {
    /// The part of the picture that would be published: as drawn, or as proposed. `None` is its middle.
    pub fn shown_part(&self) -> Option<Area> {
        let drawn = self.facts.as_ref().and_then(|facts| facts.crop);
        drawn.or_else(|| self.look.as_ref().and_then(FaceReport::proposal))
    }

    /// The answer to the warning that a photo much like this one was taken down.
    pub fn answered(&self) -> Option<&Answered> {
        self.look.as_ref().and_then(|look| look.answered.as_ref())
    }

    pub fn lacks(&self, today: Date) -> Vec<Lacks> {
        let mut out = Vec::new();
        match (self.has_picture, self.look.as_ref().map(|look| look.unsettled(self.shown_part()))) {
            (false, _) => out.push(Lacks::Picture),
            (true, None | Some(Some(Unsettled::NotChecked))) => out.push(Lacks::NotChecked),
            (true, Some(Some(Unsettled::Faces(_)))) => out.push(Lacks::Faces),
            (true, Some(None)) => {}
        }
        if unanswered(&self.alike, self.answered()).next().is_some() {
            out.push(Lacks::TakenDown);
        }
        let is_minor = match &self.facts {
            None => {
                out.push(Lacks::Facts);
                false
            }
            Some(facts) => matches!(facts.age, Age::Known { is_minor: true, .. }),
        };
        match &self.consent {
            Some(Consent { terms, details }) if terms.covers(Channel::Web, today) => {
                if is_minor && details.guardian.trim().is_empty() {
                    out.push(Lacks::Guardian);
                }
                if is_minor && !details.has_own_agreement {
                    out.push(Lacks::OwnAgreement);
                }
            }
            _ => out.push(Lacks::Consent),
        }
        if !self.has_paper {
            out.push(Lacks::Paper);
        }
        if !self.has_withdrawal_code {
            out.push(Lacks::WithdrawalCode);
        }
        out
    }

    pub fn send(self, today: Date) -> Result<InReview, Vec<Lacks>> {
        let lacks = self.lacks(today);
        match (self.facts, self.consent) {
            (Some(facts), Some(Consent { terms, .. })) if lacks.is_empty() => {
                Ok(InReview { facts, terms, editors: Vec::new() })
            }
            _ => Err(lacks),
        }
    }
}

/// A publication that waits for a second person.
#[derive(Clone, Debug)]
pub struct InReview {
    pub facts: DraftFacts,
    pub terms: Terms,
    /// Everyone who drafted or edited it.
    pub editors: Vec<StaffId>,
}

words! {
    /// What a reviewer must have looked at. If one point is open, nothing is published.
    pub enum Check {
        Consent = "consent",
        Age = "age",
        NoPlace = "no-place",
        NoOthers = "no-others",
        Crop = "crop",
        Facts = "facts",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApproveError {
    /// Four eyes: a person who edited it can't approve it, whatever their roles.
    #[error("the same person can't approve what they edited")]
    OwnDraft,
    #[error("some points of the checklist are open")]
    Unchecked(Vec<Check>),
    #[error("the consent for the web is over")]
    ConsentOver,
    #[error("an unknown age counts as under 15 until a reason is given")]
    AgeUnexplained,
}

/// A publication that may be shown. Only here a draft's facts become public facts.
#[derive(Clone, Debug)]
pub struct Live {
    pub facts: PublicFacts,
    pub approved_by: StaffId,
    /// The consent covers posters too.
    pub is_for_posters: bool,
}

impl InReview {
    /// `age_reason`: why an enquirer of unknown age is not under 15.
    pub fn approve(
        self,
        by: StaffId,
        checked: &[Check],
        age_reason: &str,
        today: Date,
    ) -> Result<Live, ApproveError> {
        if self.editors.contains(&by) {
            return Err(ApproveError::OwnDraft);
        }
        if !self.terms.covers(Channel::Web, today) {
            return Err(ApproveError::ConsentOver);
        }
        let open: Vec<Check> = Check::ALL.into_iter().filter(|check| !checked.contains(check)).collect();
        if !open.is_empty() {
            return Err(ApproveError::Unchecked(open));
        }
        if matches!(self.facts.age, Age::Unknown { .. }) && age_reason.trim().is_empty() {
            return Err(ApproveError::AgeUnexplained);
        }
        let facts = PublicFacts {
            relations: self.facts.relations,
            sex: self.facts.sex,
            age_band: self.facts.age.band(),
            origin: self.facts.origin,
        };
        let is_for_posters = self.terms.covers(Channel::Poster, today);
        Ok(Live { facts, approved_by: by, is_for_posters })
    }
}

#[cfg(test)]
mod tests;

//! The stages of a response: new, claimed, in contact, closed. Pure. A claim is a lease, so that nothing stays stuck
//! with an absent colleague; if two people claim at once, the second is told who was first.

use time::Duration;

use crate::clock::Moment;
use crate::ids::StaffId;
use crate::promise::Urgency;

/// How long a claim lasts; each action of its holder begins it again (docs/decisions/0020-claims-are-leases.md).
pub const CLAIM_FOR: Duration = Duration::minutes(30);

words! {
    /// The door of the photo page through which it came.
    pub enum Door {
        /// "This person is looking for me."
        LookingForMe = "looking-for-me",
        /// "I know this person."
        IKnow = "i-know",
        /// "This is my photo: remove it", without the code.
        RemoveMyPhoto = "remove-my-photo",
        /// "Something is wrong."
        SomethingWrong = "something-wrong",
    }
}

impl Door {
    /// The door counts more than the tick: somebody in the photo who wants it gone asks for a removal, in danger or not.
    pub fn urgency(self, is_danger: bool) -> Urgency {
        match self {
            Door::RemoveMyPhoto => Urgency::Removal,
            _ if is_danger => Urgency::Danger,
            Door::LookingForMe | Door::IKnow | Door::SomethingWrong => Urgency::Other,
        }
    }
}

words! {
    pub enum Outcome {
        Reunited = "reunited",
        ContactRestored = "contact-restored",
        NoMatch = "no-match",
        Duplicate = "duplicate",
        Spam = "spam",
        Harmful = "harmful",
        /// Chosen by the responder, with the code; nobody on the desk can choose it.
        TakenBack = "taken-back",
    }
}

word_column!(Outcome);

impl Outcome {
    /// The outcomes that a member may choose when closing.
    pub const CHOICES: [Outcome; 6] = [
        Outcome::Reunited,
        Outcome::ContactRestored,
        Outcome::NoMatch,
        Outcome::Duplicate,
        Outcome::Spam,
        Outcome::Harmful,
    ];

    /// Parses what the desk's form sends.
    pub fn chosen(code: &str) -> Option<Outcome> {
        Outcome::CHOICES.into_iter().find(|outcome| outcome.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    pub by: StaffId,
    pub until: Moment,
}

words! {
    pub enum Stage {
        New = "new",
        Claimed = "claimed",
        InContact = "in-contact",
        Closed = "closed",
    }
}

// A response that this program does not understand stays in the queue, where somebody sees it.
word_column!(Stage, unknown: New);

/// The stage of a response, and its claim. Being in contact outlasts a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub stage: Stage,
    pub claim: Option<Claim>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    ClaimedBy(StaffId),
    NotClaimed,
    Closed,
    Open,
}

impl Standing {
    fn holder(&self, now: Moment) -> Option<StaffId> {
        self.claim.filter(|claim| claim.until > now).map(|claim| claim.by)
    }

    pub fn claim(self, by: StaffId, now: Moment) -> Result<Standing, Refused> {
        if self.stage == Stage::Closed {
            return Err(Refused::Closed);
        }
        match self.holder(now) {
            Some(other) if other != by => Err(Refused::ClaimedBy(other)),
            _ => Ok(Standing {
                stage: if self.stage == Stage::New { Stage::Claimed } else { self.stage },
                claim: Some(Claim { by, until: now + CLAIM_FOR }),
            }),
        }
    }

    /// The holder gives it back. Without contact so far it becomes new again.
    pub fn release(self, by: StaffId, now: Moment) -> Result<Standing, Refused> {
        self.holds(by, now)?;
        let stage = if self.stage == Stage::Claimed { Stage::New } else { self.stage };
        Ok(Standing { stage, claim: None })
    }

    /// The holder wrote a note, so they are at work: the lease is renewed.
    pub fn note(self, by: StaffId, now: Moment) -> Result<Claim, Refused> {
        self.held(by, now)?;
        Ok(Claim { by, until: now + CLAIM_FOR })
    }

    /// Something was sent to the responder.
    pub fn ask(self, by: StaffId, now: Moment) -> Result<Standing, Refused> {
        self.held(by, now)?;
        Ok(Standing { stage: Stage::InContact, claim: Some(Claim { by, until: now + CLAIM_FOR }) })
    }

    pub fn close(self, by: StaffId, now: Moment) -> Result<Standing, Refused> {
        self.held(by, now)?;
        Ok(Standing { stage: Stage::Closed, claim: None })
    }

    /// Claims a closed one for reading; it stays closed.
    pub fn read(self, by: StaffId, now: Moment) -> Result<Standing, Refused> {
        match (self.stage, self.holder(now)) {
            (Stage::Closed, Some(other)) if other != by => Err(Refused::ClaimedBy(other)),
            (Stage::Closed, _) => Ok(Standing { claim: Some(Claim { by, until: now + CLAIM_FOR }), ..self }),
            _ => Err(Refused::Open),
        }
    }

    /// Opens a closed one again, claimed by the person who opened it, or unclaimed if that person could not read it.
    pub fn reopen(self, hands: Option<StaffId>, was_asked: bool, now: Moment) -> Result<Standing, Refused> {
        if self.stage != Stage::Closed {
            return Err(Refused::Open);
        }
        if let Some(other) = self.holder(now).filter(|holder| Some(*holder) != hands) {
            return Err(Refused::ClaimedBy(other));
        }
        let stage = match (was_asked, hands) {
            (true, _) => Stage::InContact,
            (false, Some(_)) => Stage::Claimed,
            (false, None) => Stage::New,
        };
        Ok(Standing { stage, claim: hands.map(|by| Claim { by, until: now + CLAIM_FOR }) })
    }

    /// Fails unless it is open and `by` holds it. A lease that ran out must be claimed again first.
    pub fn held(&self, by: StaffId, now: Moment) -> Result<(), Refused> {
        if self.stage == Stage::Closed { Err(Refused::Closed) } else { self.holds(by, now) }
    }

    /// Fails unless `by` holds it, open or closed: only the holder reads it, and gives it back.
    pub fn holds(&self, by: StaffId, now: Moment) -> Result<(), Refused> {
        match (self.stage, self.holder(now)) {
            (_, Some(holder)) if holder == by => Ok(()),
            (_, Some(other)) => Err(Refused::ClaimedBy(other)),
            (Stage::Closed, None) => Err(Refused::Closed),
            (_, None) => Err(Refused::NotClaimed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANA: StaffId = StaffId::from_u128(1);
    const BEN: StaffId = StaffId::from_u128(2);
    const NEW: Standing = Standing { stage: Stage::New, claim: None };

    #[test]
    fn a_claim_keeps_others_off_until_its_lease_is_over() {
        let now = Moment(1_000_000);
        let claimed = NEW.claim(ANA, now).unwrap();
        assert_eq!(claimed.stage, Stage::Claimed);
        assert_eq!(claimed.claim(BEN, now), Err(Refused::ClaimedBy(ANA)));
        assert_eq!(claimed.ask(BEN, now), Err(Refused::ClaimedBy(ANA)));
        let last = now + CLAIM_FOR - Duration::seconds(1);
        assert_eq!(claimed.held(ANA, last), Ok(()));
        let over = now + CLAIM_FOR;
        assert_eq!(claimed.close(ANA, over), Err(Refused::NotClaimed));
        assert_eq!(claimed.claim(BEN, over).unwrap().claim.unwrap().by, BEN);
    }

    #[test]
    fn each_act_of_its_holder_renews_a_claim() {
        let (now, later) = (Moment(1_000_000), Moment(1_000_900));
        let renewed = Some(Claim { by: ANA, until: later + CLAIM_FOR });
        let claimed = NEW.claim(ANA, now).unwrap();
        assert_eq!(claimed.claim(ANA, later).unwrap(), Standing { stage: Stage::Claimed, claim: renewed });
        assert_eq!(claimed.note(ANA, later).ok(), renewed);
        assert_eq!(claimed.note(BEN, later), Err(Refused::ClaimedBy(ANA)));
        let in_contact = claimed.ask(ANA, later).unwrap();
        assert_eq!(in_contact, Standing { stage: Stage::InContact, claim: renewed });
        assert_eq!(in_contact.claim(ANA, later).unwrap(), in_contact, "contact outlasts a claim");
        let read = Standing { stage: Stage::Closed, claim: None }.read(ANA, now).unwrap();
        assert_eq!(read.read(ANA, later).unwrap().claim, renewed);
    }

    #[test]
    fn the_door_and_danger_decide_how_urgent_it_is() {
        for (door, in_danger) in [
            (Door::LookingForMe, Urgency::Danger),
            (Door::IKnow, Urgency::Danger),
            (Door::RemoveMyPhoto, Urgency::Removal),
            (Door::SomethingWrong, Urgency::Danger),
        ] {
            assert_eq!(door.urgency(true), in_danger, "{door:?}");
            let without = if door == Door::RemoveMyPhoto { Urgency::Removal } else { Urgency::Other };
            assert_eq!(door.urgency(false), without, "{door:?}");
        }
    }

    #[test]
    fn only_the_responder_takes_a_message_back() {
        for outcome in Outcome::CHOICES {
            assert_eq!(Outcome::chosen(outcome.code()), Some(outcome));
        }
        for code in [Outcome::TakenBack.code(), "", "lost"] {
            assert_eq!(Outcome::chosen(code), None, "{code}");
        }
    }

    #[test]
    fn contact_outlives_a_release_and_a_closed_one_stays_closed() {
        let now = Moment(1_000_000);
        let in_contact = NEW.claim(ANA, now).unwrap().ask(ANA, now).unwrap();
        assert_eq!(in_contact.release(ANA, now).unwrap(), Standing { stage: Stage::InContact, claim: None });
        assert_eq!(NEW.claim(ANA, now).unwrap().release(ANA, now).unwrap(), NEW);
        let closed = in_contact.close(ANA, now).unwrap();
        for refused in
            [closed.claim(ANA, now), closed.release(ANA, now), closed.ask(ANA, now), closed.close(ANA, now)]
        {
            assert_eq!(refused, Err(Refused::Closed));
        }
        assert_eq!(NEW.close(ANA, now), Err(Refused::NotClaimed));
    }

    #[test]
    fn a_closed_one_is_read_by_one_person_and_opened_again_by_them_alone() {
        let now = Moment(1_000_000);
        let closed = Standing { stage: Stage::Closed, claim: None };
        let read = closed.read(ANA, now).unwrap();
        assert_eq!(
            (read.stage, read.holds(ANA, now), read.held(ANA, now)),
            (Stage::Closed, Ok(()), Err(Refused::Closed))
        );
        assert_eq!(read.read(BEN, now), Err(Refused::ClaimedBy(ANA)));
        assert_eq!(read.reopen(Some(BEN), false, now), Err(Refused::ClaimedBy(ANA)));
        assert_eq!(read.release(ANA, now).unwrap(), closed);
        let later = now + CLAIM_FOR + Duration::seconds(1);
        assert_eq!(read.reopen(Some(BEN), true, later).unwrap().held(BEN, later), Ok(()));
        for (hands, was_asked, expected) in [
            (Some(ANA), false, Stage::Claimed),
            (Some(ANA), true, Stage::InContact),
            (None, false, Stage::New),
            (None, true, Stage::InContact),
        ] {
            let open = closed.reopen(hands, was_asked, now).unwrap();
            assert_eq!((open.stage, open.claim.map(|claim| claim.by)), (expected, hands));
            assert_eq!(open.reopen(hands, was_asked, now), Err(Refused::Open));
            assert_eq!(open.read(ANA, now), Err(Refused::Open));
        }
    }
}

//! The stages of an account: invited, awaiting keys, active, ended. Pure. Each step names the stages in which it may begin, so
//! that an old invitation, an old page or a race can't put an account into a wrong stage: an ended account stays ended.

words! {
    pub enum Stage {
        Invited = "invited",
        /// Password and second factor are set; a colleague has to seal the Society's key.
        AwaitingKeys = "awaiting-keys",
        Active = "active",
        Ended = "ended",
    }
}

// Nobody signs in to an account that this program does not understand.
word_column!(Stage, unknown: Ended);

/// What can happen to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The person accepts an invitation, with a password, a second factor and a new key pair.
    Accept {
        needs_keys: bool,
    },
    /// The account gets the Society's keys: a colleague seals them, it makes them, or it opens them with the recovery key.
    TakeKeys,
    /// An active member who forgot the second passphrase gets the archive key again.
    TakeKeyAgain,
    /// A colleague asks for another invitation link.
    AskAnew,
    /// Two colleagues have agreed to a new start: everything that the old password opened is taken away.
    BeginAnew,
    End,
}

/// The account is in a stage where this step may not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the account stands elsewhere by now: {0:?}")]
pub struct Elsewhere(pub Stage);

impl Stage {
    /// The stage after a step.
    pub fn after(self, step: Step) -> Result<Stage, Elsewhere> {
        use Stage::{Active, AwaitingKeys, Ended, Invited};
        match (self, step) {
            (Invited | AwaitingKeys, Step::Accept { needs_keys: true }) => Ok(AwaitingKeys),
            (Invited | AwaitingKeys, Step::Accept { needs_keys: false }) => Ok(Active),
            (AwaitingKeys, Step::TakeKeys) | (Active, Step::TakeKeyAgain) => Ok(Active),
            (Invited | AwaitingKeys | Active, Step::AskAnew) => Ok(self),
            (Invited, Step::BeginAnew) => Ok(Invited),
            (AwaitingKeys | Active, Step::BeginAnew) => Ok(AwaitingKeys),
            (Invited | AwaitingKeys | Active, Step::End) => Ok(Ended),
            _ => Err(Elsewhere(self)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 7] = [
        Step::Accept { needs_keys: true },
        Step::Accept { needs_keys: false },
        Step::TakeKeys,
        Step::TakeKeyAgain,
        Step::AskAnew,
        Step::BeginAnew,
        Step::End,
    ];

    #[test]
    fn each_step_begins_where_it_may_and_nowhere_else() {
        use Stage::{Active, AwaitingKeys, Ended, Invited};
        #[rustfmt::skip]
        let table = [
            // Accept with keys to come, accept without, take keys, take one again, ask for a new link, begin again, end
            (Invited,      [Some(AwaitingKeys), Some(Active), None, None, Some(Invited), Some(Invited), Some(Ended)]),
            (AwaitingKeys, [Some(AwaitingKeys), Some(Active), Some(Active), None, Some(AwaitingKeys), Some(AwaitingKeys), Some(Ended)]),
            (Active,       [None, None, None, Some(Active), Some(Active), Some(AwaitingKeys), Some(Ended)]),
            (Ended,        [None; 7]),
        ];
        for (stage, expected) in table {
            for (step, expected) in STEPS.into_iter().zip(expected) {
                assert_eq!(stage.after(step).ok(), expected, "{stage:?}, {step:?}");
            }
        }
    }

    #[test]
    fn what_has_ended_or_is_unknown_never_comes_back() {
        for stage in [Stage::Ended, Stage::UNKNOWN] {
            assert_eq!(STEPS.map(|step| stage.after(step)), [Err(Elsewhere(Stage::Ended)); 7]);
        }
    }
}

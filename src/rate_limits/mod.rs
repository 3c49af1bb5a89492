//! Limits on how often something may be done. On the site, going over a limit per network never blocks, since a whole camp may
//! share one address: it leads to a CAPTCHA or to the slow lane. Hard limits are per pass, mailbox or name. Nothing here is stored in the database, logged or
//! printed.

mod local;
mod settings;
mod shared;
mod subject;

pub use local::Local;
pub use settings::{Limit, LimitSettings};
pub use shared::{Shared, WrongAddress};
pub use subject::Subject;

use std::time::Duration;

use crate::clock::{Clock, Moment};

/// What is counted; each action has its own count. The comment names the subject to count it under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// A filtered search, under a pass from a solved CAPTCHA.
    Search,
    /// A filtered search, under a pass from waiting.
    SearchAfterWait,
    /// A response, under a pass. Over: slow lane.
    RespondPerPass,
    /// A response with solved digits, under the network. Over: slow lane.
    RespondPerNetwork,
    /// A photo number looked up, under the network. Over: CAPTCHA.
    NumberLookUp,
    /// A receipt or withdrawal code looked up, under the network. Over: CAPTCHA.
    ReceiptLookUpPerNetwork,
    /// A receipt or withdrawal code that opened nothing, under the network. Count only misses; before a look-up, ask
    /// [`RateLimits::is_over`]. Over: CAPTCHA.
    ReceiptMisses,
    /// A message into a mailbox, under its tag.
    MessagePerMailbox,
    /// A desk sign-in, under the name and the network together, so that guesses from elsewhere don't keep the member out.
    SignInPerName,
    /// A desk sign-in, under the network.
    SignInPerNetwork,
    /// A CAPTCHA's picture or sound drawn, under the network. Over: offer the wait.
    CaptchaImages,
    /// A wait ticket, under the network. Over: a longer wait.
    WaitTicket,
    /// A desk sign-in from a device that has signed in with this name before, counted under name and device together.
    SignInFromDevice,
    /// A desk sign-in, under the name from any network. Over: operators are told; nobody is kept out.
    SignInAnywhere,
    /// A one-time code, under the member from any network. Only somebody who knows the password gets this far.
    SignInCode,
    /// A receipt code drawn on the check page, under the network. Over: a long code, which costs no computing time.
    DrawCode,
    /// A form's step saved on the server, under the network. Over: the page carries it instead.
    FormStep,
    /// A pass for solved digits, under the network. Over: a pass as after a wait.
    PassPerNetwork,
    /// Wrong digits, under the network. Over: as for [`Action::PassPerNetwork`].
    DigitMisses,
    /// A wait that ends, under the network. Over: the wait goes on.
    WaitOver,
    /// A response about a danger or a removal without solved digits, under the network and the photo. Over: the rush.
    FlagPerPhotoAndNetwork,
    /// The same, under the network. Over: the rush.
    FlagPerNetwork,
    /// The same, under the photo, from any network. Over: the rush.
    FlagPerPhoto,
}

impl Action {
    /// In the order of the enum: an action's index here is its number.
    pub const ALL: [Action; 23] = [
        Action::Search,
        Action::SearchAfterWait,
        Action::RespondPerPass,
        Action::RespondPerNetwork,
        Action::NumberLookUp,
        Action::ReceiptLookUpPerNetwork,
        Action::ReceiptMisses,
        Action::MessagePerMailbox,
        Action::SignInPerName,
        Action::SignInPerNetwork,
        Action::CaptchaImages,
        Action::WaitTicket,
        Action::SignInFromDevice,
        Action::SignInAnywhere,
        Action::SignInCode,
        Action::DrawCode,
        Action::FormStep,
        Action::PassPerNetwork,
        Action::DigitMisses,
        Action::WaitOver,
        Action::FlagPerPhotoAndNetwork,
        Action::FlagPerNetwork,
        Action::FlagPerPhoto,
    ];
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Verdict {
    Allowed,
    /// Too many; the next is allowed after this time at the earliest.
    Over {
        retry_after: Duration,
    },
}

/// Which counts decide; shown to the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// No `redis_url` is set: right for one replica; with several, each counts for itself.
    NotWanted,
    Shared,
    /// The shared counts have not answered since this moment; this process uses its own counts.
    AloneSince(Moment),
}

/// This process's own counts, always kept, and the counts that all replicas share, if set. While the shared
/// server answers, its counts decide. Otherwise this process's counts decide, so that an outage gives nobody a new allowance.
#[derive(Debug)]
pub struct RateLimits {
    local: Local,
    shared: Option<Shared>,
}

impl RateLimits {
    /// Uses monotonic time; tests use a clock that they set by hand.
    pub fn local(settings: LimitSettings, clock: &Clock) -> RateLimits {
        RateLimits { local: Local::new(settings, clock), shared: None }
    }

    /// Adds counts that all replicas share, in a Redis or Valkey at this address; a request to it times out after the given
    /// time. Does not connect yet.
    pub fn shared(
        settings: LimitSettings,
        clock: &Clock,
        server: (&str, Duration),
    ) -> Result<RateLimits, WrongAddress> {
        let shared = Some(Shared::at(server, settings.clone(), clock)?);
        Ok(RateLimits { local: Local::new(settings, clock), shared })
    }

    /// Counts one `action` of `subject` and says whether it is within the limit.
    pub async fn check(&self, action: Action, subject: &Subject) -> Verdict {
        let here = self.local.check(action, subject);
        match &self.shared {
            Some(shared) => shared.check(action, subject).await.unwrap_or(here),
            None => here,
        }
    }

    /// Whether `subject` has used up `action`; counts nothing.
    pub async fn is_over(&self, action: Action, subject: &Subject) -> bool {
        let here = self.local.is_over(action, subject);
        match &self.shared {
            Some(shared) => shared.is_over(action, subject).await.unwrap_or(here),
            None => here,
        }
    }

    /// Asks the server now.
    pub async fn sharing(&self) -> Sharing {
        match &self.shared {
            None => Sharing::NotWanted,
            Some(shared) => shared.since_when_away().await.map_or(Sharing::Shared, Sharing::AloneSince),
        }
    }

    /// Tries once to connect to the shared counts. If that fails, the process starts without them.
    pub async fn meet(&self) {
        if let Some(shared) = &self.shared {
            shared.meet().await;
        }
    }

    /// Connects to the shared counts again whenever the connection is lost, as long as the process lives.
    pub async fn watch(&self) {
        if let Some(shared) = &self.shared {
            shared.watch().await;
        }
    }

    /// Forgets the subjects that are within all limits again. To be called every few minutes.
    pub fn sweep(&self) {
        self.local.sweep();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_actions_place_is_its_number() {
        for (place, action) in Action::ALL.into_iter().enumerate() {
            assert_eq!(place, action as usize, "{action:?}");
        }
    }
}

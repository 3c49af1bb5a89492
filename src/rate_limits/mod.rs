//! Limits on how often something may be done. On the site, a limit per network only leads to a CAPTCHA or the slow lane, since
//! a camp shares an address; hard limits are per pass, mailbox or name. Nothing here is stored in the database, logged or
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

/// What is counted; each action has its own count. The comment names the subject to count it under, and what happens over the
/// limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// A filtered search, under a pass that was solved for.
    Search,
    /// A filtered search, under a pass that was waited for.
    SearchAfterWait,
    /// A response, under a pass. Over: slow lane.
    RespondPerPass,
    /// A response, under the network. Over: slow lane.
    RespondPerNetwork,
    /// A photo number looked up, under the network. Over: CAPTCHA.
    NumberLookUp,
    /// A receipt or withdrawal code looked up, under the network. Over: CAPTCHA.
    ReceiptLookUpPerNetwork,
    /// A receipt or withdrawal code that opened nothing, under the network. Count misses alone; ask with
    /// [`RateLimits::is_over`] before a look-up. Over: CAPTCHA.
    ReceiptMisses,
    /// A message into a mailbox, under its tag.
    MessagePerMailbox,
    /// A desk sign-in, under the name and the network together: who guesses elsewhere keeps nobody out here.
    SignInPerName,
    /// A desk sign-in, under the network.
    SignInPerNetwork,
    /// A CAPTCHA's picture or sound drawn, under the network. Over: offer the wait.
    CaptchaImages,
    /// A wait ticket, under the network. Over: a longer wait.
    WaitTicket,
    /// A poster or other file made for download, under the network.
    Download,
    /// A desk sign-in from a device that signed in under this name before, under both together.
    SignInFromDevice,
    /// A desk sign-in, under the name from anywhere. Over: told to who watches; nobody is kept out by it.
    SignInAnywhere,
    /// A one-time code, under the member from anywhere. Who gets as far as that knows the password.
    SignInCode,
    /// A receipt code drawn on the check page, under the network. Over: a code that costs nothing.
    DrawCode,
    /// A step of a form that the server keeps, under the network. Over: it travels in its page.
    FormStep,
}

impl Action {
    /// In the order of the enum: an action's place here is its number.
    pub const ALL: [Action; 18] = [
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
        Action::Download,
        Action::SignInFromDevice,
        Action::SignInAnywhere,
        Action::SignInCode,
        Action::DrawCode,
        Action::FormStep,
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

/// Whose counts are asked; what the operator sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Nothing to share was set: right for one replica; with several, each counts for itself.
    NotWanted,
    Shared,
    /// What is shared does not answer since then; this process goes by its own counts.
    AloneSince(Moment),
}

/// The shared counts have not answered since then; this process uses its own.
/// the shared ones are away, nobody has a fresh allowance.
#[derive(Debug)]
pub struct RateLimits {
    local: Local,
    shared: Option<Shared>,
}

impl RateLimits {
    /// Counts by monotonic time, or by a standing clock where a test moves it.
    pub fn local(settings: LimitSettings, clock: &Clock) -> RateLimits {
        RateLimits { local: Local::new(settings, clock), shared: None }
    }

    /// With counts that all replicas share, at the address of a Redis or Valkey; a question to it waits so long at most.
    /// Asks nothing of it yet.
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

    /// Asked afresh.
    pub async fn sharing(&self) -> Sharing {
        match &self.shared {
            None => Sharing::NotWanted,
            Some(shared) => shared.since_when_away().await.map_or(Sharing::Shared, Sharing::AloneSince),
        }
    }

    /// Tries once to meet what is shared. A start goes on without it.
    pub async fn meet(&self) {
        if let Some(shared) = &self.shared {
            shared.meet().await;
        }
    }

    /// Holds on to what is shared, for as long as the process lives.
    pub async fn watch(&self) {
        if let Some(shared) = &self.shared {
            shared.watch().await;
        }
    }

    /// Forgets whoever is within all limits again. For a job, every few minutes.
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

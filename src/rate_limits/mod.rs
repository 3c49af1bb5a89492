//! How often is too often. On the site a limit keyed by network only asks for a CAPTCHA or leads to the slow lane, since
//! a camp shares an address; hard limits hang on a pass, a mailbox or a name. Nothing here is stored, logged or printed.

mod local;
mod settings;
mod subject;

pub use local::Local;
pub use settings::{Limit, LimitSettings};
pub use subject::{NetworkKey, Subject};

use std::net::IpAddr;
use std::time::Duration;

use crate::clock::{Clock, Moment};

/// What is counted; each action counts apart. The comment says under which subject.
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
    /// A desk sign-in, under the name.
    SignInPerName,
    /// A desk sign-in, under the network.
    SignInPerNetwork,
    /// A CAPTCHA's picture or sound drawn, under the network. Over: offer the wait.
    CaptchaImages,
    /// A wait ticket, under the network. Over: a longer wait.
    WaitTicket,
    /// A poster or other file made for download, under the network.
    Download,
}

impl Action {
    /// In the order of the enum: an action's place here is its number.
    pub const ALL: [Action; 13] = [
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

/// Where counts are kept. Closed: the other arm to come is one shared by replicas (Redis or Valkey), in which the day's
/// key is made there with a time to live, so that no replica needs to hand it to another.
#[derive(Debug)]
pub enum RateLimits {
    /// In this process's memory: right for one replica; with several, each counts for itself.
    Local(Local),
}

impl RateLimits {
    /// Counts by monotonic time, or by a standing clock where a test moves it.
    pub fn local(settings: LimitSettings, clock: &Clock) -> RateLimits {
        RateLimits::Local(Local::new(settings, clock))
    }

    /// Counts one `action` of `subject` and says whether it is within the limit.
    pub fn check(&self, action: Action, subject: &Subject) -> Verdict {
        match self {
            RateLimits::Local(local) => local.check(action, subject),
        }
    }

    /// Whether `subject` has used up `action`; counts nothing.
    pub fn is_over(&self, action: Action, subject: &Subject) -> bool {
        match self {
            RateLimits::Local(local) => local.is_over(action, subject),
        }
    }

    /// The subject that stands for `address` today (UTC).
    pub fn network(&self, address: IpAddr, now: Moment) -> Subject {
        match self {
            RateLimits::Local(local) => local.network(address, now),
        }
    }

    /// Forgets whoever is within all limits again. For a job, every few minutes.
    pub fn sweep(&self) {
        match self {
            RateLimits::Local(local) => local.sweep(),
        }
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

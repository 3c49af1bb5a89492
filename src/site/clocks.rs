//! When a person will read a message, in whole sentences, for the check page, the receipt and the mailbox. Invariant: a message
//! about a child, a danger or a removal never shows the ordinary waiting time, and no page mentions a queue that does not exist.

use serde::{Deserialize, Serialize};
use time::Weekday;

use crate::clock::Moment;
use crate::photo_number::PhotoNumber;
use crate::promise::{Closed, Urgency, When};
use crate::responses::lifecycle::Door;
use crate::web::Visit;

/// What a receipt tells about its message: what was asked and when, never what was written.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct About {
    pub number: PhotoNumber,
    pub door: Door,
    pub is_danger: bool,
    pub slow: Option<Slow>,
    pub sent_at: Moment,
}

/// Why others may be read before this message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slow {
    /// No digits were typed, or they couldn't be checked.
    NoDigits,
    /// A limit was exceeded: many responses came from this network or with this pass.
    Many,
}

/// When a message sent at `sent_at` will be read, in words that are true now. Other countries may count their days differently,
/// so the last line says where these days are counted.
pub fn told(visit: &Visit, urgency: Urgency, sent_at: Moment) -> Vec<String> {
    let promise = &visit.app.config.promise;
    let when = promise.when(urgency, sent_at, visit.now);
    let lines = [
        urgency.comes_first().then_some("clock-first"),
        promise.closed(visit.now).map(closed_key),
        when.map(when_key),
        when.map(|_| "clock-where"),
    ];
    lines.into_iter().flatten().map(|key| visit.text(key)).collect()
}

/// A sentence that nobody reads messages now, if so. It needs no knowledge of what a message is about.
pub fn closed(visit: &Visit) -> Option<String> {
    visit.app.config.promise.closed(visit.now).map(|closed| visit.text(closed_key(closed)))
}

/// A text that names a photo; the number keeps its direction.
pub fn naming(visit: &Visit, key: &str, number: PhotoNumber) -> String {
    visit.app.pages.texts().get(visit.lang, key, &[("number", number.grouped().into())])
}

impl About {
    pub fn urgency(&self) -> Urgency {
        self.door.urgency(self.is_danger)
    }

    /// What was asked, if that has a name of its own: a removal.
    pub fn asked(&self, visit: &Visit) -> Option<String> {
        (self.door == Door::RemoveMyPhoto).then(|| naming(visit, "receipt-remove", self.number))
    }

    pub fn told(&self, visit: &Visit) -> Vec<String> {
        let mut lines = told(visit, self.urgency(), self.sent_at);
        // A message that staff see first comes first from the slow lane too.
        let slow = self.slow.filter(|_| !self.urgency().comes_first());
        lines.extend(slow.map(|slow| match slow {
            Slow::NoDigits => visit.text("clock-slow-digits"),
            Slow::Many => visit.text("clock-slow-many"),
        }));
        lines
    }
}

fn closed_key(closed: Closed) -> &'static str {
    match closed {
        Closed::Now => "clock-closed-now",
        Closed::Today => "clock-closed-today",
        Closed::Tonight => "clock-closed-tonight",
    }
}

fn when_key(when: When) -> &'static str {
    match when {
        When::Today => "clock-today",
        When::Tomorrow => "clock-tomorrow",
        When::InTwoDays => "clock-two-days",
        When::On(Weekday::Monday) => "clock-monday",
        When::On(Weekday::Tuesday) => "clock-tuesday",
        When::On(Weekday::Wednesday) => "clock-wednesday",
        When::On(Weekday::Thursday) => "clock-thursday",
        When::On(Weekday::Friday) => "clock-friday",
        When::On(Weekday::Saturday) => "clock-saturday",
        When::On(Weekday::Sunday) => "clock-sunday",
        When::WithinTwoWeeks => "clock-two-weeks",
        When::Later => "clock-later",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;

    #[test]
    fn each_door_has_its_own_clock() {
        for (door, ticked, plain) in [
            (Door::LookingForMe, Urgency::Danger, Urgency::Other),
            (Door::IKnow, Urgency::Danger, Urgency::Other),
            (Door::RemoveMyPhoto, Urgency::Removal, Urgency::Removal),
            (Door::SomethingWrong, Urgency::Danger, Urgency::Other),
        ] {
            assert_eq!((door.urgency(true), door.urgency(false)), (ticked, plain), "{door:?}");
        }
    }

    #[test]
    fn every_clock_has_its_words() {
        let texts = Texts::load().unwrap();
        let weekdays =
            std::iter::successors(Some(Weekday::Monday), |day| Some(day.next())).take(7).map(When::On);
        let whens = [When::Today, When::Tomorrow, When::InTwoDays, When::WithinTwoWeeks, When::Later];
        let whens = whens.into_iter().chain(weekdays).map(when_key);
        let closed = [Closed::Now, Closed::Today, Closed::Tonight].map(closed_key);
        let others = ["clock-first", "clock-where", "clock-slow-digits", "clock-slow-many"];
        for key in whens.chain(closed).chain(others) {
            assert!(texts.has(texts.english(), key), "{key}");
        }
    }
}

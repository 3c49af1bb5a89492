//! Consent: who agreed to what, until when. Pure: the caller passes today's date. A consent never lasts longer than
//! 24 months, and a minor's needs a guardian's as well as their own.

use serde::{Deserialize, Serialize};
use time::{Date, Month};

words! {
    /// Where a photo may be shown.
    pub enum Channel {
        Web = "web",
        Poster = "poster",
        Catalogue = "catalogue",
        Partner = "partner",
    }
}

/// The part of a consent that is plain text, so that jobs act on it without a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    pub channels: Vec<Channel>,
    pub agreed_on: Date,
    pub ends_on: Date,
}

/// The sealed part: the language it was given in, the witness, and a minor's guardian.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    pub language: String,
    pub before_whom: String,
    pub guardian: String,
    pub has_own_agreement: bool,
}

/// Both parts of one consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub terms: Terms,
    pub details: Details,
}

/// Proof that a photo may hang on posters today. Only [`Terms::for_posters`] makes one, so code that takes it can't
/// run without the consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PosterConsent {
    ends_on: Date,
}

impl PosterConsent {
    /// The last day on which it may hang.
    pub fn ends_on(self) -> Date {
        self.ends_on
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermsError {
    #[error("no channel was agreed to")]
    NoChannel,
    #[error("agreed on a day that lies ahead")]
    AgreedAhead,
    #[error("over before it began, or over already")]
    Over,
    #[error("longer than consent may last")]
    TooLong,
}

/// What the days of a consent are checked against when it is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub today: Date,
    /// The setting `consent_months`, at most 24.
    pub longest_months: u8,
}

impl Terms {
    pub fn new(
        channels: Vec<Channel>,
        agreed_on: Date,
        ends_on: Date,
        Bounds { today, longest_months }: Bounds,
    ) -> Result<Terms, TermsError> {
        if channels.is_empty() {
            return Err(TermsError::NoChannel);
        }
        if agreed_on > today {
            return Err(TermsError::AgreedAhead);
        }
        if ends_on <= agreed_on || ends_on < today {
            return Err(TermsError::Over);
        }
        if ends_on > months_after(agreed_on, longest_months) {
            return Err(TermsError::TooLong);
        }
        Ok(Terms { channels, agreed_on, ends_on })
    }

    /// True for a channel that was agreed to, up to and including the last day.
    pub fn covers(&self, channel: Channel, today: Date) -> bool {
        today <= self.ends_on && self.channels.contains(&channel)
    }

    /// `Some` if the consent covers posters and the web: a poster leads to the photo's page.
    pub fn for_posters(&self, today: Date) -> Option<PosterConsent> {
        let is_covered = self.covers(Channel::Poster, today) && self.covers(Channel::Web, today);
        is_covered.then_some(PosterConsent { ends_on: self.ends_on })
    }
}

/// Channels in their stored form: codes joined by commas.
pub fn channels_text(channels: &[Channel]) -> String {
    channels.iter().map(|c| c.code()).collect::<Vec<_>>().join(",")
}

pub fn parse_channels(text: &str) -> Vec<Channel> {
    text.split(',').filter_map(Channel::parse).collect()
}

/// The same day this many months later, or the month's last day if it has no such day.
pub fn months_after(day: Date, months: u8) -> Date {
    let count = i32::from(u8::from(day.month())) - 1 + i32::from(months);
    let (year, month) = (day.year() + count / 12, Month::January.nth_next((count % 12).unsigned_abs() as u8));
    let last = month.length(year);
    Date::from_calendar_date(year, month, day.day().min(last)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    const TODAY: Date = date!(2026 - 11 - 21);

    fn terms(channels: &[Channel], agreed_on: Date, ends_on: Date) -> Result<Terms, TermsError> {
        Terms::new(channels.to_vec(), agreed_on, ends_on, Bounds { today: TODAY, longest_months: 24 })
    }

    #[test]
    fn consent_is_refused_when_it_is_no_consent() {
        let web = [Channel::Web];
        let cases = [
            (terms(&[], date!(2026 - 11 - 01), date!(2027 - 11 - 01)), Some(TermsError::NoChannel)),
            (terms(&web, date!(2026 - 11 - 22), date!(2027 - 11 - 01)), Some(TermsError::AgreedAhead)),
            (terms(&web, date!(2026 - 01 - 01), date!(2026 - 11 - 20)), Some(TermsError::Over)),
            (terms(&web, date!(2026 - 11 - 21), date!(2026 - 11 - 21)), Some(TermsError::Over)),
            (terms(&web, date!(2026 - 11 - 01), date!(2028 - 11 - 02)), Some(TermsError::TooLong)),
            (terms(&web, date!(2026 - 11 - 01), date!(2028 - 11 - 01)), None),
            (terms(&web, date!(2026 - 01 - 01), date!(2026 - 11 - 21)), None),
            (terms(&web, date!(2026 - 11 - 21), date!(2026 - 11 - 22)), None),
        ];
        for (at, (found, expected)) in cases.into_iter().enumerate() {
            assert_eq!(found.err(), expected, "case {at}");
        }
    }

    #[test]
    fn the_last_day_counts_and_only_the_channels_agreed_to() {
        let terms = terms(&[Channel::Web], date!(2026 - 11 - 01), date!(2027 - 05 - 31)).unwrap();
        assert!(terms.covers(Channel::Web, date!(2027 - 05 - 31)));
        assert!(!terms.covers(Channel::Web, date!(2027 - 06 - 01)));
        assert!(!terms.covers(Channel::Poster, TODAY));
    }

    #[test]
    fn a_photo_hangs_on_posters_with_a_consent_for_both_and_until_its_last_day() {
        let until = date!(2027 - 05 - 31);
        let for_posters = |channels: &[Channel], today| {
            terms(channels, date!(2026 - 11 - 01), until).unwrap().for_posters(today)
        };
        assert_eq!(for_posters(&[Channel::Web], TODAY), None);
        assert_eq!(for_posters(&[Channel::Poster], TODAY), None);
        let both = [Channel::Web, Channel::Poster];
        assert_eq!(for_posters(&both, until).map(PosterConsent::ends_on), Some(until));
        assert_eq!(for_posters(&both, date!(2027 - 06 - 01)), None);
    }

    #[test]
    fn channels_are_stored_as_their_words() {
        assert_eq!(channels_text(&Channel::ALL), "web,poster,catalogue,partner");
        assert_eq!(parse_channels("web,poster,catalogue,partner"), Channel::ALL);
        assert_eq!(parse_channels("poster,radio,web"), [Channel::Poster, Channel::Web]);
        assert_eq!(parse_channels(""), []);
    }

    #[test]
    fn a_month_without_that_day_ends_on_its_last() {
        assert_eq!(months_after(date!(2026 - 08 - 31), 6), date!(2027 - 02 - 28));
        assert_eq!(months_after(date!(2026 - 12 - 15), 24), date!(2028 - 12 - 15));
        assert_eq!(months_after(date!(2026 - 12 - 15), 250), date!(2047 - 10 - 15));
    }
}

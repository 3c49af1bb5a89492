//! One value that a visitor's browser carries for us, sealed with the app's secret. Where it is kept is its caller's choice: a
//! hidden field, an address, a cookie. Invariant: it opens only for the purpose that it was sealed for, and unchanged.

use serde::Serialize;
use serde::de::DeserializeOwned;
use time::Duration;

use super::Error;
use crate::clock::Moment;
use crate::sealing::TokenKey;

/// How one kind of value is carried.
pub struct Carried<T> {
    /// Never renamed: pages that are open during an update are read by it.
    purpose: &'static str,
    good_for: Duration,
    read_for: Duration,
    /// The value itself contains the time from which its life is counted.
    issued_at: fn(&T) -> Moment,
}

/// What came back.
#[derive(Debug, PartialEq, Eq)]
pub enum Taken<T> {
    Good(T),
    /// Its time is over, but it can still be read.
    Old(T),
    /// Nobody sealed it for this purpose, it was changed, or it is too old to be read.
    Lost,
}

impl<T> Carried<T> {
    /// A value that is good for a time after it was issued, and lost afterwards.
    pub const fn new(purpose: &'static str, good_for: Duration, issued_at: fn(&T) -> Moment) -> Carried<T> {
        Carried { purpose, good_for, read_for: good_for, issued_at }
    }

    /// A value without an end, or with an end that its record decides.
    pub const fn lasting(purpose: &'static str) -> Carried<T> {
        Carried::new(purpose, Duration::MAX, |_| Moment(0))
    }

    /// Lets an old value be read until `read_for` after it was issued.
    pub const fn read_for(self, read_for: Duration) -> Carried<T> {
        Carried { read_for, ..self }
    }

    pub fn is_good(&self, value: &T, now: Moment) -> bool {
        now.since((self.issued_at)(value)) <= self.good_for
    }
}

impl<T: Serialize> Carried<T> {
    /// The value as URL-safe text.
    pub fn put(&self, key: &TokenKey, value: &T) -> Result<String, Error> {
        Ok(key.seal(self.purpose, &serde_json::to_vec(value).map_err(Error::internal)?))
    }
}

impl<T: DeserializeOwned> Carried<T> {
    pub fn take(&self, key: &TokenKey, text: &str, now: Moment) -> Taken<T> {
        let plain = key.open(self.purpose, text);
        match plain.and_then(|plain| serde_json::from_slice::<T>(&plain).ok()) {
            Some(value) if self.is_good(&value, now) => Taken::Good(value),
            Some(value) if now.since((self.issued_at)(&value)) <= self.read_for => Taken::Old(value),
            _ => Taken::Lost,
        }
    }
}

impl<T> Taken<T> {
    /// `None` if it is old or lost.
    pub fn good(self) -> Option<T> {
        match self {
            Taken::Good(value) => Some(value),
            Taken::Old(_) | Taken::Lost => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_795_000_000);
    const NOTE: Carried<(String, i64)> = Carried::new("note", Duration::hours(2), |(_, at)| Moment(*at));

    fn key() -> TokenKey {
        TokenKey::derived(b"secret", "carried")
    }

    fn note() -> (String, i64) {
        ("4721".to_owned(), NOW.0)
    }

    #[test]
    fn a_value_is_good_for_its_time_then_old_then_lost() {
        let (text, read_longer) = (NOTE.put(&key(), &note()).unwrap(), NOTE.read_for(Duration::hours(24)));
        let cases = [
            (Duration::hours(2), Taken::Good(note()), Taken::Good(note())),
            (Duration::hours(3), Taken::Lost, Taken::Old(note())),
            (Duration::hours(25), Taken::Lost, Taken::Lost),
        ];
        for (later, expected, expected_longer) in cases {
            assert_eq!(NOTE.take(&key(), &text, NOW + later), expected, "{later}");
            assert_eq!(read_longer.take(&key(), &text, NOW + later), expected_longer, "{later}");
        }
    }

    #[test]
    fn a_value_of_another_purpose_or_key_is_lost() {
        let other: Carried<(String, i64)> = Carried::lasting("other");
        let text = NOTE.put(&key(), &note()).unwrap();
        assert_eq!(other.take(&key(), &text, NOW), Taken::Lost);
        assert_eq!(NOTE.take(&TokenKey::derived(b"other", "carried"), &text, NOW), Taken::Lost);
    }

    #[test]
    fn a_changed_letter_is_seen() {
        let mut text = NOTE.put(&key(), &note()).unwrap();
        text.replace_range(40..41, if &text[40..41] == "A" { "B" } else { "A" });
        assert_eq!(NOTE.take(&key(), &text, NOW), Taken::Lost);
        assert_eq!(NOTE.take(&key(), "", NOW), Taken::Lost);
    }

    #[test]
    fn a_lasting_value_has_no_end() {
        let lasting: Carried<(String, i64)> = Carried::lasting("note");
        let text = NOTE.put(&key(), &note()).unwrap();
        assert_eq!(lasting.take(&key(), &text, NOW + Duration::days(4_000)).good(), Some(note()));
    }

    /// A page that was sealed before `Carried` existed must open after the update, and the other way round.
    #[test]
    fn what_is_sealed_is_plain_json_under_its_purpose() {
        let text = NOTE.put(&key(), &note()).unwrap();
        assert_eq!(key().open("note", &text).unwrap().as_slice(), b"[\"4721\",1795000000]");
        let by_hand = key().seal("note", b"[\"4721\",1795000000]");
        assert_eq!(NOTE.take(&key(), &by_hand, NOW), Taken::Good(note()));
    }
}

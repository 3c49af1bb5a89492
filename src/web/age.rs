//! How long ago something was, in words: hours within a day, then days. Never a date, which would tell more.

use time::Duration;

use super::Visit;
use crate::clock::Moment;

/// The keys of the texts that say it, each with the variable `count`. Each place has its own: languages inflect them.
pub struct AgeTexts {
    pub under_an_hour: &'static str,
    pub hours: &'static str,
    pub days: &'static str,
}

impl AgeTexts {
    /// The key of the text for this time, and the number in it.
    fn of(&self, time: Duration) -> (&'static str, i64) {
        match (time.whole_hours(), time.whole_days()) {
            (..1, _) => (self.under_an_hour, 0),
            (hours, 0) => (self.hours, hours),
            (_, days) => (self.days, days),
        }
    }
}

impl Visit {
    /// How long ago `since` was, in these texts.
    pub fn age(&self, texts: &AgeTexts, since: Moment) -> String {
        let (key, count) = texts.of(self.now.since(since));
        self.counted(key, count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_told_in_hours_and_from_a_day_on_in_days() {
        let texts = AgeTexts { under_an_hour: "now", hours: "hours", days: "days" };
        let cases = [
            (-90, ("now", 0)),
            (59, ("now", 0)),
            (60, ("hours", 1)),
            (1439, ("hours", 23)),
            (1440, ("days", 1)),
        ];
        for (minutes, expected) in cases {
            assert_eq!(texts.of(Duration::minutes(minutes)), expected, "{minutes} minutes");
        }
    }
}

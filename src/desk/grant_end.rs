//! The day on which a grant ends, typed as year, month and day in any digits. Every grant has one.

use time::{Date, Duration, Month};

use crate::clock::Moment;
use crate::digits::plain_digits;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrantEndError {
    Unreadable,
    Past,
    /// More than two years away: a grant is reviewed sooner.
    TooFar,
}

impl GrantEndError {
    pub fn key(self) -> &'static str {
        match self {
            GrantEndError::Unreadable => "accounts-ends-on-unreadable",
            GrantEndError::Past => "accounts-ends-on-past",
            GrantEndError::TooFar => "accounts-ends-on-far",
        }
    }
}

pub fn parse(text: &str, now: Moment) -> Result<Date, GrantEndError> {
    let numbers: Vec<u16> = text
        .split(['-', '/', '.', ' '])
        .map(|part| plain_digits(part).parse().map_err(|_| GrantEndError::Unreadable))
        .collect::<Result<_, _>>()?;
    let [year, month, day] = numbers[..] else { return Err(GrantEndError::Unreadable) };
    let narrow = |number: u16| u8::try_from(number).map_err(|_| GrantEndError::Unreadable);
    let month = Month::try_from(narrow(month)?).map_err(|_| GrantEndError::Unreadable)?;
    let date = Date::from_calendar_date(i32::from(year), month, narrow(day)?);
    let date = date.map_err(|_| GrantEndError::Unreadable)?;
    match date {
        date if date < now.date() => Err(GrantEndError::Past),
        date if date > (now + Duration::days(731)).date() => Err(GrantEndError::TooFar),
        date => Ok(date),
    }
}

/// A year from now, the field's default.
pub fn usual(now: Moment) -> String {
    (now + Duration::days(365)).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_as_people_type_it() {
        let now = Moment(1_795_297_200); // 2026-11-21
        let day = |year, month: u8, day| {
            Date::from_calendar_date(year, Month::try_from(month).unwrap(), day).unwrap()
        };
        for (text, expected) in [
            ("2027-05-01", Ok(day(2027, 5, 1))),
            ("2027/5/1", Ok(day(2027, 5, 1))),
            ("٢٠٢٧-٠٥-٠١", Ok(day(2027, 5, 1))),
            ("2026-11-21", Ok(day(2026, 11, 21))),
            ("2026-11-20", Err(GrantEndError::Past)),
            ("2029-01-01", Err(GrantEndError::TooFar)),
            ("2027-02-30", Err(GrantEndError::Unreadable)),
            ("2027-13-01", Err(GrantEndError::Unreadable)),
            ("1.5.2027", Err(GrantEndError::Unreadable)),
            ("next year", Err(GrantEndError::Unreadable)),
            ("", Err(GrantEndError::Unreadable)),
        ] {
            assert_eq!(parse(text, now), expected, "{text}");
        }
        assert_eq!(parse(&usual(now), now), Ok(day(2027, 11, 21)));
    }
}

//! Immediate help in a Society's country: telephone numbers that its administrators checked. Invariant: each number has the
//! day on which somebody checked it, and the police are listed only if the Society confirmed that calling is safe.

use time::Date;
use time::format_description::well_known::Iso8601;

use super::directory::{phone, squeezed};
use crate::countries::Country;

const LONGEST_NUMBER: usize = 40;

words! {
    /// The people who can help at once, in display order.
    pub enum Helper {
        /// The Society's own number for emergencies.
        Society = "society",
        /// The country's helpline for children.
        Child = "child",
        Police = "police",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelpLine {
    pub helper: Helper,
    /// As it was typed.
    pub number: String,
    pub checked_on: Date,
}

impl HelpLine {
    /// The `tel:` address that dials it.
    pub fn link(&self) -> Option<String> {
        phone(&self.number).map(|number| format!("tel:{number}"))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpNow {
    pub country: Option<Country>,
    pub lines: Vec<HelpLine>,
}

/// One number as typed at the desk.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    pub helper: Helper,
    pub number: &'a str,
    /// Whether the box "I checked this today" is ticked; for the police it also confirms that calling is safe.
    pub is_checked: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HelpError {
    #[error("a country of the list was expected")]
    UnknownCountry,
    #[error("numbers stand here without a country")]
    NoCountry,
    #[error("one telephone number was expected")]
    NotANumber(Helper),
    /// The number is new or was changed, and nobody confirmed that they checked it.
    #[error("the number is unchecked")]
    Unchecked(Helper),
}

impl HelpNow {
    pub fn number(&self, helper: Helper) -> Option<&HelpLine> {
        self.lines.iter().find(|line| line.helper == helper)
    }

    /// The new version of this. An unchanged number keeps its day, unless it was checked again.
    pub fn revised(
        &self,
        country: &str,
        typed: &[Typed<'_>],
        today: Date,
    ) -> Result<HelpNow, Vec<HelpError>> {
        let country = match country {
            "" => Ok(None),
            code => Country::parse(code).map(Some).ok_or(HelpError::UnknownCountry),
        };
        let mut faults: Vec<HelpError> = country.err().into_iter().collect();
        let mut lines = Vec::new();
        for one in typed {
            match self.line(*one, today) {
                Ok(line) => lines.extend(line),
                Err(fault) => faults.push(fault),
            }
        }
        if country == Ok(None) && !lines.is_empty() {
            faults.insert(0, HelpError::NoCountry);
        }
        match country {
            Ok(country) if faults.is_empty() => Ok(HelpNow { country, lines }),
            _ => Err(faults),
        }
    }

    /// `None` if the field was left empty.
    fn line(&self, typed: Typed<'_>, today: Date) -> Result<Option<HelpLine>, HelpError> {
        let (helper, number) = (typed.helper, squeezed(typed.number));
        if number.is_empty() {
            return Ok(None);
        }
        if number.chars().count() > LONGEST_NUMBER || phone(&number).is_none() {
            return Err(HelpError::NotANumber(helper));
        }
        let before = self.number(helper).filter(|line| line.number == number).map(|line| line.checked_on);
        let checked_on = if typed.is_checked { Some(today) } else { before };
        let checked_on = checked_on.ok_or(HelpError::Unchecked(helper))?;
        Ok(Some(HelpLine { helper, number, checked_on }))
    }

    /// Parses the two columns; skips a line that this program doesn't understand.
    pub(super) fn stored(country: &str, lines: &str) -> HelpNow {
        let line = |text: &str| {
            let mut parts = text.splitn(3, ' ');
            let (helper, day, number) = (parts.next()?, parts.next()?, parts.next()?);
            let checked_on = Date::parse(day, &Iso8601::DATE).ok()?;
            Some(HelpLine { helper: Helper::parse(helper)?, number: number.to_owned(), checked_on })
        };
        HelpNow { country: Country::parse(country), lines: lines.lines().filter_map(line).collect() }
    }

    pub(super) fn country_column(&self) -> String {
        self.country.map_or(String::new(), |country| country.code().to_owned())
    }

    pub(super) fn lines_column(&self) -> String {
        let line = |line: &HelpLine| format!("{} {} {}", line.helper.code(), line.checked_on, line.number);
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    const THEN: Date = date!(2026 - 03 - 01);
    const TODAY: Date = date!(2026 - 11 - 18);

    fn typed(helper: Helper, number: &str, is_checked: bool) -> Typed<'_> {
        Typed { helper, number, is_checked }
    }

    #[test]
    fn a_number_is_as_old_as_its_last_check() {
        let numbers = [typed(Helper::Society, "+999 555 0199", true), typed(Helper::Child, "116 111", true)];
        let then = HelpNow::default().revised("AT", &numbers, THEN).unwrap();
        assert_eq!(then.lines.iter().map(|line| line.checked_on).collect::<Vec<_>>(), [THEN, THEN]);

        let again = [typed(Helper::Society, " +999  555 0199", false), typed(Helper::Child, "116 111", true)];
        let now = then.revised("at", &again, TODAY).unwrap();
        assert_eq!(now.lines.iter().map(|line| line.checked_on).collect::<Vec<_>>(), [THEN, TODAY]);
        assert_eq!(HelpNow::stored(&now.country_column(), &now.lines_column()), now);

        let emptied = [typed(Helper::Society, " ", false), typed(Helper::Child, "", true)];
        assert_eq!(now.revised("", &emptied, TODAY), Ok(HelpNow::default()));
    }

    #[test]
    fn no_number_is_shown_that_nobody_checked_and_none_that_can_not_be_dialled() {
        let was = HelpNow::default().revised("AT", &[typed(Helper::Police, "133", true)], THEN).unwrap();
        for (country, number, is_checked, fault) in [
            ("AT", "134", false, HelpError::Unchecked(Helper::Police)),
            ("AT", "police", true, HelpError::NotANumber(Helper::Police)),
            ("AT", "133 or 112 or 117 or 118", true, HelpError::NotANumber(Helper::Police)),
            ("AT", "08:00-16:00", true, HelpError::NotANumber(Helper::Police)),
            ("AT", "1", true, HelpError::NotANumber(Helper::Police)),
            ("ZZ", "133", false, HelpError::UnknownCountry),
            ("", "133", false, HelpError::NoCountry),
        ] {
            let told = was.revised(country, &[typed(Helper::Police, number, is_checked)], TODAY);
            assert_eq!(told, Err(vec![fault]), "{country} {number}");
        }
    }

    #[test]
    fn what_a_later_program_wrote_is_left_out() {
        let lines = "society 2026-11-18 +999 555 0199\nsignal 2026-11-18 @red\npolice someday 133\nchild";
        let read = HelpNow::stored("AT", lines);
        assert_eq!(read.lines.len(), 1);
        assert_eq!(read.lines[0].link().as_deref(), Some("tel:+9995550199"));
        assert_eq!(HelpNow::stored("", "").country, None);
    }
}

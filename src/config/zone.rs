//! What one process serves. If the faces run apart, an attacker in the site's process finds neither the desk's secret nor the
//! desk's database role.

use std::str::FromStr;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zone {
    /// Site, desk and timetable in one process: one zone.
    #[default]
    Both,
    Site,
    /// The desk with the timetable, so that nobody forgets to run it.
    Desk,
    /// The timetable alone, which goes on while the desk is closed.
    Jobs,
}

impl Zone {
    pub fn has_site(self) -> bool {
        matches!(self, Zone::Both | Zone::Site)
    }

    pub fn has_desk(self) -> bool {
        matches!(self, Zone::Both | Zone::Desk)
    }

    /// False for the site's process alone: it may only read the store, and runs no timetable.
    pub fn is_trusted(self) -> bool {
        self != Zone::Site
    }
}

impl FromStr for Zone {
    type Err = &'static str;

    fn from_str(word: &str) -> Result<Zone, Self::Err> {
        match word {
            "both" => Ok(Zone::Both),
            "site" => Ok(Zone::Site),
            "desk" => Ok(Zone::Desk),
            "jobs" => Ok(Zone::Jobs),
            _ => Err("both, site, desk or jobs was expected"),
        }
    }
}

//! What this host remembers of the chains, like the keys in `known_hosts`: a new host begins with what it sees, and from then on
//! no chain may end before what was seen, or be another one. Nobody with the database alone reaches it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::host_file::{self, Contents, FileError};
use super::known::Chain;
use crate::audit::chain::{Head, Stored};
use crate::clock::Moment;
use crate::ids::{SocietyId, StaffId};

/// Whether rows without a proof count, which the program of before wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Older {
    /// This host has not met the database yet: they don't count, and may be proved once.
    #[default]
    Unmet,
    /// They were proved at this host's first start; a program of before may still run beside this one until then.
    CountUntil(Moment),
    /// They never count again on this host.
    Closed,
}

#[derive(Default)]
pub(super) struct Host {
    path: Option<PathBuf>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    seen: Contents,
    /// What the file had when it was last read or written.
    saved: Contents,
    refused: HashSet<SocietyId>,
    /// The last time step of each member's one-time codes that this process took.
    steps: HashMap<StaffId, i64>,
}

impl Host {
    pub(super) fn remembering_in(path: &Path) -> Result<Host, FileError> {
        let seen = host_file::read(path)?.unwrap_or_default();
        let state = State { saved: seen.clone(), seen, ..State::default() };
        Ok(Host { path: Some(path.to_owned()), state: Mutex::new(state) })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // No code that holds the lock leaves it half-changed.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn with<T>(&self, society: SocietyId, look: impl FnOnce(&Chain, Older) -> T) -> T {
        let state = self.state();
        let unknown = Chain::default();
        look(state.seen.chains.get(&society).unwrap_or(&unknown), state.seen.older)
    }

    pub(super) fn head(&self, society: SocietyId) -> Head {
        self.with(society, |chain, _| chain.head(society))
    }

    /// Takes over lines that were read after the line `from` and checked. Another request may have done so meanwhile.
    pub(super) fn learn(&self, society: SocietyId, from: Head, lines: &[Stored]) {
        let mut state = self.state();
        let chain = state.seen.chains.entry(society).or_default();
        if chain.head(society) != from && chain.seq < from.seq {
            // The operator let this host begin again meanwhile.
            return;
        }
        for line in lines.iter().filter(|line| line.seq > from.seq) {
            if line.seq > chain.seq {
                chain.learns(line);
            }
        }
    }

    pub(super) fn refuses(&self, society: SocietyId, is_refused: bool) {
        let mut state = self.state();
        match is_refused {
            true => state.refused.insert(society),
            false => state.refused.remove(&society),
        };
    }

    pub(super) fn chains_refused(&self) -> u64 {
        self.state().refused.len() as u64
    }

    pub(super) fn older(&self) -> Older {
        self.state().seen.older
    }

    pub(super) fn set_older(&self, older: Older) {
        self.state().seen.older = older;
    }

    /// True once for each time step of a member's codes, in this process.
    pub(super) fn takes_step(&self, staff: StaffId, step: i64) -> bool {
        let mut state = self.state();
        let last = state.steps.entry(staff).or_insert(i64::MIN);
        let is_new = step > *last;
        *last = step.max(*last);
        is_new
    }

    pub(super) fn begin_again(&self) -> Result<(), FileError> {
        let mut state = self.state();
        let older = match state.seen.older {
            Older::Unmet => Older::Closed,
            met => met,
        };
        state.seen = Contents { era: crate::chance::name(), older, chains: BTreeMap::new() };
        state.refused.clear();
        if let Some(path) = &self.path {
            host_file::write(path, |_| state.seen.clone())?;
        }
        state.saved = state.seen.clone();
        Ok(())
    }

    pub(super) fn save(&self) -> Result<(), FileError> {
        let Some(path) = &self.path else { return Ok(()) };
        let (own, is_saved) = {
            let state = self.state();
            (state.seen.clone(), state.seen == state.saved)
        };
        let merged = |there: Option<Contents>| {
            let mut both = own;
            if let Some(there) = there {
                both.takes_over(there);
            }
            both
        };
        let seen = match is_saved {
            // Another process of this host may have written it.
            true => merged(host_file::read(path)?),
            false => host_file::write(path, merged)?,
        };
        let mut state = self.state();
        state.saved = seen.clone();
        state.seen.takes_over(seen);
        Ok(())
    }
}

//! Photos that were withdrawn on this replica while the database was away: hidden at once, and left out of every
//! snapshot that is loaded later. No photo that was taken down comes back while the process lives.

use std::collections::HashSet;
use std::sync::Arc;
use time::Date;

use super::{Catalogue, Published, Snapshot};
use crate::clock::Moment;
use crate::ids::PublicationId;
use crate::publications::spool::WithdrawalHash;

impl Snapshot {
    /// A copy without the entries that these codes withdrew.
    pub(super) fn without(&self, taken: &HashSet<WithdrawalHash>, today: Date) -> Snapshot {
        let (gone, live): (Vec<_>, Vec<_>) = self
            .entries
            .iter()
            .cloned()
            .partition(|entry| entry.withdrawal.is_some_and(|hash| taken.contains(&hash)));
        let mut ended = self.ended.clone();
        ended.extend(gone.iter().map(|entry| entry.number));
        Snapshot::new(self.version, live, ended).with(&self.posters, today)
    }
}

impl Catalogue {
    /// True if a photo that is shown, or was taken down here, has the code with this hash. Scans all entries: it is
    /// called only while the database is away.
    pub fn knows_withdrawal(&self, hash: &WithdrawalHash) -> bool {
        let is_shown = |entry: &Arc<Published>| entry.withdrawal.as_ref() == Some(hash);
        self.taken_down.load().contains(hash) || self.current.load().entries.iter().any(is_shown)
    }

    /// The shown photo that is this publication, or has the code with this hash. Scans all entries.
    pub fn shown_with(&self, id: Option<PublicationId>, hash: &WithdrawalHash) -> Option<Arc<Published>> {
        let current = self.current.load();
        let is_it = |entry: &&Arc<Published>| Some(entry.id) == id || entry.withdrawal.as_ref() == Some(hash);
        current.entries.iter().find(is_it).cloned()
    }

    pub fn take_down(&self, hash: WithdrawalHash, now: Moment) {
        self.taken_down.rcu(|taken| {
            let mut taken = HashSet::clone(taken);
            taken.insert(hash);
            taken
        });
        // A load that is under way began with the older snapshot: its swap fails, and it begins again.
        self.current.rcu(|current| current.without(&self.taken_down.load(), now.date()));
    }
}

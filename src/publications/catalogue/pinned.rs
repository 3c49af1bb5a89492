//! The case keys as certificates have them, or, for a photo without one, as this process first saw each. A key that the database
//! changes was exchanged by somebody: no words are sealed to it, and a figure counts it.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{Catalogue, Published};
use crate::ids::CaseId;
use crate::sealing::PublicKey;

/// Shared by all clones of a replica's catalogue.
#[derive(Clone, Debug, Default)]
pub(super) struct Pinned(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    keys: HashMap<CaseId, PublicKey>,
    exchanged: HashSet<CaseId>,
}

impl Pinned {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// True if this is the key that the case had when it was first seen. The first call for a case records its key.
    fn holds(&self, case: CaseId, key: &PublicKey) -> bool {
        let mut known = self.known();
        if known.keys.entry(case).or_insert_with(|| key.clone()) == key {
            return true;
        }
        if known.exchanged.insert(case) {
            tracing::error!(%case, "a case's public key was exchanged; its photo is not shown, and nothing is sealed to it");
        }
        false
    }
}

impl Pinned {
    /// The case has this key by a certificate, whatever its row says.
    pub(super) fn certified(&self, case: CaseId, key: &PublicKey, in_row: Option<&PublicKey>) {
        let mut known = self.known();
        if known.keys.get(&case) != Some(key) {
            known.keys.insert(case, key.clone());
        }
        if in_row.is_some_and(|in_row| in_row != key) && known.exchanged.insert(case) {
            tracing::error!(%case, "a case's public key was exchanged; nothing is sealed to it");
        }
    }

    /// The entry, or `None` if its case has another key than it had first.
    pub(super) fn shown(&self, entry: Published) -> Option<Arc<Published>> {
        self.holds(entry.case, &entry.case_key).then(|| Arc::new(entry))
    }
}

impl Catalogue {
    /// The key for words to this case: the certified one that this host has seen, also before a restart; else the one that it had
    /// first, whatever the database says now.
    pub fn first_key(&self, case: CaseId, now_said: PublicKey) -> PublicKey {
        if let Some(certified) = self.checks.memory.key_of(case) {
            self.pinned.certified(case, &certified, Some(&now_said));
            return certified;
        }
        if self.pinned.holds(case, &now_said) {
            return now_said;
        }
        self.pinned.known().keys.get(&case).cloned().unwrap_or(now_said)
    }

    /// How many cases had their key exchanged since this process began.
    pub fn exchanged_keys(&self) -> u64 {
        self.pinned.known().exchanged.len() as u64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sealing::SecretKey;

    #[test]
    fn the_first_key_of_a_case_stays_its_key() {
        let (catalogue, case) = (Catalogue::default(), CaseId::from_u128(1));
        let [first, second] = [(); 2].map(|()| SecretKey::generate().public());
        assert_eq!(catalogue.first_key(case, first.clone()), first);
        assert_eq!(
            (catalogue.first_key(case, first.clone()), catalogue.exchanged_keys()),
            (first.clone(), 0)
        );
        assert_eq!(
            (catalogue.first_key(case, second.clone()), catalogue.exchanged_keys()),
            (first.clone(), 1)
        );
        // If the first key comes back, the photo is shown again; the count stays.
        assert!(catalogue.pinned.holds(case, &first) && !catalogue.pinned.holds(case, &second));
        assert_eq!(catalogue.exchanged_keys(), 1);
        assert_eq!(catalogue.first_key(CaseId::from_u128(2), second.clone()), second);
    }
}

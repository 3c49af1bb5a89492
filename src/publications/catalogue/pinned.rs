//! The case keys as this process first saw each. A key that changes while the process runs was exchanged by somebody:
//! the photo is hidden, no words are sealed to the new key, and a figure counts it.

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
    /// The entry, or `None` if its case has another key than it had first.
    pub(super) fn shown(&self, entry: Published) -> Option<Arc<Published>> {
        self.holds(entry.case, &entry.case_key).then(|| Arc::new(entry))
    }
}

impl Catalogue {
    /// The key for words to this case: the one that it had first, whatever the database says now.
    pub fn first_key(&self, case: CaseId, now_said: PublicKey) -> PublicKey {
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

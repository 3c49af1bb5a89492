//! The workers that wait for a question, each with the files that it may still read. Pure. Invariant: a worker that has read a
//! case's picture is handed out for that case alone, and one that has read an upload never comes here.

use super::protocol::{Source, Whose};

pub struct Shelf<W> {
    /// Has read nothing yet.
    spare: Option<W>,
    /// The longest unused first.
    of_cases: Vec<(Whose, W)>,
}

impl<W> Default for Shelf<W> {
    fn default() -> Self {
        Shelf { spare: None, of_cases: Vec::new() }
    }
}

impl<W> Shelf<W> {
    /// A worker that may read a file from this source; `None` if one must be started.
    pub fn take(&mut self, source: Source) -> Option<W> {
        let at = match source {
            Source::Upload => None,
            Source::CopyOf(case) => self.of_cases.iter().rposition(|(one, _)| *one == case),
        };
        match at {
            Some(at) => Some(self.of_cases.remove(at).1),
            None => self.spare.take(),
        }
    }

    /// Gives back a worker that has answered; returns it if it may read nothing more.
    pub fn put_back(&mut self, source: Source, worker: W) -> Option<W> {
        match source {
            Source::Upload => Some(worker),
            Source::CopyOf(case) => {
                self.of_cases.push((case, worker));
                None
            }
        }
    }

    pub fn has_spare(&self) -> bool {
        self.spare.is_some()
    }

    /// Keeps a worker that has read nothing; returns it if there is one already.
    pub fn put_spare(&mut self, worker: W) -> Option<W> {
        if self.spare.is_some() {
            return Some(worker);
        }
        self.spare = Some(worker);
        None
    }

    /// Takes away the longest unused of the cases' workers, so that at most this many stay.
    pub fn surplus(&mut self, most: usize) -> Vec<W> {
        let count = self.of_cases.len().saturating_sub(most);
        self.of_cases.drain(..count).map(|(_, worker)| worker).collect()
    }

    /// The cases' workers.
    pub fn used(&self) -> impl Iterator<Item = &W> {
        self.of_cases.iter().map(|(_, worker)| worker)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy_of(case: u128) -> Source {
        Source::CopyOf(Whose(case.to_be_bytes()))
    }

    #[test]
    fn what_has_read_an_upload_never_comes_back() {
        let mut shelf = Shelf::default();
        assert_eq!(shelf.put_back(Source::Upload, "after an upload"), Some("after an upload"));
        assert_eq!((shelf.take(Source::Upload), shelf.take(copy_of(1))), (None, None));
    }

    #[test]
    fn what_has_read_a_case_serves_that_case_alone() {
        let mut shelf = Shelf::default();
        shelf.put_back(copy_of(1), "of the first case");
        assert_eq!((shelf.take(copy_of(2)), shelf.take(Source::Upload)), (None, None));
        assert_eq!(shelf.take(copy_of(1)), Some("of the first case"));
        assert_eq!(shelf.take(copy_of(1)), None, "it was handed out twice");
    }

    #[test]
    fn the_spare_goes_to_the_first_who_needs_a_new_one() {
        for source in [Source::Upload, copy_of(1)] {
            let mut shelf = Shelf::default();
            assert_eq!((shelf.put_spare("spare"), shelf.put_spare("a second")), (None, Some("a second")));
            shelf.put_back(copy_of(2), "of another case");
            assert_eq!((shelf.take(source), shelf.take(source)), (Some("spare"), None));
            assert!(!shelf.has_spare());
        }
    }

    #[test]
    fn the_longest_unused_make_room() {
        let mut shelf = Shelf::default();
        for (case, worker) in [(1, "first"), (2, "second"), (3, "third")] {
            shelf.put_back(copy_of(case), worker);
        }
        let first = shelf.take(copy_of(1)).unwrap();
        shelf.put_back(copy_of(1), first);
        assert_eq!(shelf.surplus(3), Vec::<&str>::new());
        assert_eq!(shelf.surplus(1), ["second", "third"]);
        assert_eq!(shelf.used().copied().collect::<Vec<_>>(), ["first"]);
    }
}

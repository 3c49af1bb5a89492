//! How a response came, and which screen of the queue shows it. Pure. Invariant: each screen keeps room for every part of the
//! queue, so that no crowd in one part hides another, and a flagged response never stands below ordinary ones.

use std::ops::Range;

words! {
    /// What the limits said when a response came.
    pub enum Lane {
        Ordinary = "ordinary",
        /// Over a limit, or without solved digits.
        Slow = "slow",
        /// The same, about a danger or a removal, while very many such messages came.
        Rush = "rush",
    }
}

word_column!(Lane);

words! {
    /// Whether its sender solved digits, within what one pass allows.
    pub enum Trust {
        Solved = "solved",
        Unsolved = "unsolved",
    }
}

word_column!(Trust);

/// How a response came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Came {
    pub lane: Lane,
    pub trust: Trust,
}

impl Came {
    pub const AS_USUAL: Came = Came { lane: Lane::Ordinary, trust: Trust::Solved };
    pub const WITHOUT_DIGITS: Came = Came { lane: Lane::Slow, trust: Trust::Unsolved };

    /// The slow lane, as programs before the lanes know it.
    pub fn is_slow(self) -> bool {
        self.lane != Lane::Ordinary
    }
}

/// The rows of one screen; all rooms together fit into it.
pub const SCREEN: u64 = 40;

/// The parts of the queue, in the order in which each screen shows them. The SQL in `screens` gives each row its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Flagged and within the limits, or its sender wrote again.
    First,
    /// Flagged, without solved digits.
    Unsolved,
    /// Flagged, while very many such messages came. Those in the same words are folded.
    Rush,
    Ordinary,
    /// Its sender wrote again after it was closed as spam or harm.
    AfterHarm,
    /// Not flagged, over a limit or without solved digits. Those in the same words are folded.
    Slow,
}

impl Part {
    pub const ALL: [Part; 6] =
        [Part::First, Part::Unsolved, Part::Rush, Part::Ordinary, Part::AfterHarm, Part::Slow];

    /// How many rows each screen keeps for this part.
    const fn room(self) -> u64 {
        match self {
            Part::First | Part::Ordinary => 10,
            Part::Unsolved => 8,
            Part::Rush => 7,
            Part::AfterHarm => 2,
            Part::Slow => 3,
        }
    }
}

/// How many rows each part has, in the order of [`Part::ALL`].
pub type Counts = [u64; Part::ALL.len()];

/// The rows of each part that the screen with this number shows; `number` counts from 0. Room that one part leaves free goes to
/// the others, in their order.
pub fn screen(counts: Counts, number: u64) -> [Range<u64>; Part::ALL.len()] {
    let mut begins = [0; Part::ALL.len()];
    let mut ends = [0; Part::ALL.len()];
    for _ in 0..=number {
        begins = ends;
        let rest = |at: usize, ends: &Counts| counts[at] - ends[at];
        for (at, part) in Part::ALL.into_iter().enumerate() {
            ends[at] += part.room().min(rest(at, &ends));
        }
        for at in 0..Part::ALL.len() {
            let shown: u64 = ends.iter().sum::<u64>() - begins.iter().sum::<u64>();
            ends[at] += (SCREEN - shown).min(rest(at, &ends));
        }
        if begins == ends {
            break;
        }
    }
    std::array::from_fn(|at| begins[at]..ends[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(counts: Counts, number: u64) -> [(u64, u64); 6] {
        screen(counts, number).map(|rows| (rows.start, rows.end))
    }

    #[test]
    fn no_part_is_crowded_out() {
        for (counts, number, expected) in [
            ([0, 0, 0, 0, 0, 0], 0, [(0, 0), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]),
            ([3, 0, 0, 5, 0, 1], 0, [(0, 3), (0, 0), (0, 0), (0, 5), (0, 0), (0, 1)]),
            // A rush of every kind, and one true answer in each other part.
            ([1, 1, 9_000, 1, 1, 1], 0, [(0, 1), (0, 1), (0, 35), (0, 1), (0, 1), (0, 1)]),
            ([1, 9_000, 9_000, 1, 0, 9_000], 0, [(0, 1), (0, 28), (0, 7), (0, 1), (0, 0), (0, 3)]),
            (
                [9_000, 9_000, 9_000, 9_000, 9_000, 9_000],
                0,
                [(0, 10), (0, 8), (0, 7), (0, 10), (0, 2), (0, 3)],
            ),
            (
                [9_000, 9_000, 9_000, 9_000, 9_000, 9_000],
                2,
                [(20, 30), (16, 24), (14, 21), (20, 30), (4, 6), (6, 9)],
            ),
            ([41, 0, 0, 0, 0, 0], 1, [(40, 41), (0, 0), (0, 0), (0, 0), (0, 0), (0, 0)]),
        ] {
            assert_eq!(shown(counts, number), expected, "{counts:?}, screen {number}");
        }
    }

    #[test]
    fn each_row_is_on_one_screen_and_only_the_last_has_room_left() {
        assert!(Part::ALL.into_iter().map(Part::room).sum::<u64>() <= SCREEN);
        for counts in [
            [1, 2, 3, 4, 5, 6],
            [100, 0, 7, 0, 0, 41],
            [0, 3, 500, 11, 2, 90],
            [39, 41, 40, 0, 1, 0],
            [7, 7, 7, 200, 7, 7],
        ] {
            let all: u64 = counts.iter().sum();
            let mut ends = [0; 6];
            for number in 0..all.div_ceil(SCREEN) {
                let rows = screen(counts, number);
                let begins: Vec<u64> = rows.iter().map(|rows| rows.start).collect();
                assert_eq!(begins, ends, "{counts:?}, screen {number}");
                ends = std::array::from_fn(|at| rows[at].end);
                let shown: u64 = rows.iter().map(|rows| rows.end - rows.start).sum();
                assert_eq!(shown, SCREEN.min(all - number * SCREEN), "{counts:?}, screen {number}");
            }
            assert_eq!(ends, counts);
            let behind = screen(counts, all);
            assert!(behind.iter().all(std::ops::Range::is_empty), "{counts:?}: {behind:?}");
        }
    }
}

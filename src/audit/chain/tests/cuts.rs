//! A thousand logs that somebody with the database cut, edited or forged at random, against the checkpoints that were kept. All
//! changes are found, and every untouched log verifies.

use super::super::*;
use super::{KEPT, SOCIETY};
use crate::ids::{RecordId, StaffId};

/// Random numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number from 0 to `sides` - 1.
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % sides
    }

    fn within(&mut self, range: std::ops::Range<usize>) -> usize {
        range.start + self.roll(range.len() as u64) as usize
    }

    fn is_so(&mut self) -> bool {
        self.roll(2) == 0
    }
}

#[derive(Clone)]
struct Log {
    lines: Vec<(Line, Hash)>,
    checkpoints: Vec<Checkpoint>,
    /// The time of the last line.
    now: Moment,
}

impl Log {
    fn head(&self) -> Head {
        self.lines.last().map_or(Head::start(SOCIETY), |(line, _)| line.head())
    }

    fn writes(&mut self, entry: Entry, at: Moment) {
        let line = self.head().next(entry, at);
        self.lines.push((line.clone(), line.hash()));
    }

    fn is_checked(&mut self, at: Moment) {
        let checkpoint = Checkpoint::of(self.head(), at);
        self.checkpoints.push(checkpoint);
    }

    /// At most eleven years, with a checkpoint now and then; lines past their time are erased as the job does it.
    fn honest(dice: &mut Dice) -> Log {
        let mut log = Log { lines: Vec::new(), checkpoints: Vec::new(), now: Moment(1_700_000_000) };
        let days = 1 + dice.roll(40) as i64;
        for n in 0..dice.within(20..120) as u128 {
            log.now = log.now + Duration::seconds(days * 86_400) + Duration::seconds(dice.roll(9_000) as i64);
            let subject = RecordId::from_u128(1000 + n);
            let verb = Verb::ALL[dice.within(0..Verb::ALL.len())];
            let verb = if verb == Verb::LinesErased { Verb::Noted } else { verb };
            log.writes(Entry { actor: Some(StaffId::from_u128(7)), verb, subject, detail: None }, log.now);
            if dice.roll(3) == 0 {
                log.is_checked(log.now + Duration::seconds(dice.roll(300) as i64));
            }
            if dice.roll(12) == 0 {
                log.erases();
            }
        }
        log.is_checked(log.now);
        log
    }

    fn erases(&mut self) {
        let (now, head) = (self.now, self.head().seq);
        let past =
            self.checkpoints.iter().filter(|c| c.at + KEPT <= now && c.seq < head).map(|c| c.seq).max();
        let Some(last) = past.filter(|last| self.lines[0].0.seq <= *last) else { return };
        self.lines.retain(|(line, _)| line.seq > last);
        self.writes(erased_to(SOCIETY, last), now);
        self.is_checked(now + Duration::seconds(1));
    }

    /// Keeps only some checkpoints, but at least one at or after line `from`, if it is given.
    fn keeps_some(&mut self, dice: &mut Dice, from: Option<u64>) {
        let all = self.checkpoints.clone();
        self.checkpoints.retain(|_| dice.is_so());
        let Some(from) = from.filter(|from| self.checkpoints.iter().all(|c| c.seq < *from)) else { return };
        let fit: Vec<Checkpoint> = all.into_iter().filter(|c| c.seq >= from).collect();
        let one = fit[dice.within(0..fit.len())];
        self.checkpoints.push(one);
    }

    fn verified(&self) -> Result<Verified, Fault> {
        verify(SOCIETY, self.lines.clone(), &self.checkpoints, KEPT)
    }
}

type Change = fn(&mut Log, &mut Dice);

const WAYS: [(&str, Change); 8] = [
    ("the beginning cut", |log, dice| {
        let gone = dice.within(1..log.lines.len());
        log.lines.drain(..gone);
        log.keeps_some(dice, None);
    }),
    ("the beginning cut up to a checkpoint", |log, dice| {
        up_to_a_checkpoint(log, dice);
        log.keeps_some(dice, None);
    }),
    ("the same, with a line that says so and that checkpoints carry", |log, dice| {
        let to = up_to_a_checkpoint(log, dice);
        // The erasure comes before it is due: one that is due would be no fault.
        let seen_at = log.checkpoints.iter().filter(|c| c.seq == to).map(|c| c.at).min().unwrap();
        let written_at = seen_at + Duration::seconds(dice.roll(KEPT.whole_seconds() as u64 - 7_200) as i64);
        log.checkpoints.retain(|c| c.at <= written_at);
        log.lines.retain(|(line, _)| line.at <= written_at);
        let told = if dice.is_so() { written_at } else { seen_at + KEPT };
        log.writes(erased_to(SOCIETY, to), told);
        log.is_checked(written_at + Duration::minutes(5));
    }),
    ("lines in the middle gone", |log, dice| {
        let first = dice.within(1..log.lines.len() - 1);
        let after = dice.within(first + 1..log.lines.len());
        let gone = (after - first) as u64;
        log.lines.drain(first..after);
        if dice.is_so() {
            log.lines[first..].iter_mut().for_each(|(line, _)| line.seq -= gone);
        }
        log.keeps_some(dice, None);
    }),
    ("the end cut", |log, dice| {
        let left = dice.within(0..log.lines.len());
        let from = log.lines[left].0.seq;
        log.lines.truncate(left);
        log.keeps_some(dice, Some(from));
    }),
    ("a line edited", |log, dice| {
        let at = dice.within(0..log.lines.len());
        let (line, stored) = &mut log.lines[at];
        match dice.roll(4) {
            0 => line.actor = None,
            1 => line.at = line.at + Duration::seconds(1),
            2 => line.subject = RecordId::from_u128(5),
            _ => line.detail = Some(Word::parse("spam").unwrap()),
        }
        if dice.is_so() {
            *stored = line.hash();
        }
        let from = line.seq;
        log.keeps_some(dice, Some(from));
    }),
    ("two lines swapped", |log, dice| {
        let at = dice.within(0..log.lines.len() - 1);
        let from = log.lines[at].0.seq;
        log.lines.swap(at, at + 1);
        if dice.is_so() {
            (log.lines[at].0.seq, log.lines[at + 1].0.seq) = (from, from + 1);
        }
        log.keeps_some(dice, None);
    }),
    ("a rewritten end whose hashes fit", |log, dice| {
        let left = dice.within(0..log.lines.len());
        let from = log.lines[left].0.seq;
        let rest = log.lines.split_off(left);
        if log.lines.is_empty() {
            // The chain starts again at line 1, as if nothing had ever been erased.
            log.writes(
                Entry { actor: None, verb: Verb::Noted, subject: SOCIETY.into(), detail: None },
                log.now,
            );
        }
        for (line, _) in rest {
            let mut subject = *line.subject.as_bytes();
            subject[15] ^= 1;
            let subject = RecordId::from_bytes(subject);
            log.writes(Entry { actor: None, verb: Verb::Noted, subject, detail: None }, line.at);
        }
        log.keeps_some(dice, Some(from));
    }),
];

/// Cuts the beginning off and returns the last line that is gone.
fn up_to_a_checkpoint(log: &mut Log, dice: &mut Dice) -> u64 {
    let (first, last) = (log.lines[0].0.seq, log.head().seq);
    let fit: Vec<u64> =
        log.checkpoints.iter().map(|c| c.seq).filter(|seq| (first..last).contains(seq)).collect();
    let to = fit.get(dice.within(0..fit.len().max(1))).copied();
    let to = to.unwrap_or_else(|| {
        // The log may have one checkpoint only, at its end: add another, one line earlier.
        let (before, _) = &log.lines[log.lines.len() - 2];
        log.checkpoints.insert(0, Checkpoint::of(before.head(), before.at));
        before.seq
    });
    log.lines.retain(|(line, _)| line.seq > to);
    to
}

#[test]
fn a_thousand_random_changes_are_found() {
    let mut dice = Dice(12);
    let (mut erased, mut found) = (0, std::collections::BTreeMap::new());
    for n in 0..1_000 {
        let honest = Log::honest(&mut dice);
        assert!(honest.verified().is_ok(), "log {n}: {:?}", honest.verified());
        erased += usize::from(honest.lines[0].0.seq > 1);
        let (way, change) = WAYS[n % WAYS.len()];
        let mut changed = honest.clone();
        change(&mut changed, &mut dice);
        match changed.verified() {
            Err(_) => *found.entry(way).or_insert(0) += 1,
            Ok(whole) => panic!("log {n}, {way}: {whole:?}"),
        }
    }
    println!("1000 logs hold, {erased} of them erased in part; changed, all are found: {found:?}");
    assert!(erased > 100, "{erased}");
}

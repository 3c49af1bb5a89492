//! Someone with write access to the database changes a Society's log. Each kind of change is found.

mod cuts;

use super::*;
use crate::ids::{RecordId, SocietyId, StaffId};

const SOCIETY: SocietyId = SocietyId::from_u128(7);
const KEPT: Duration = Duration::days(5 * 365);

fn verify(
    society: SocietyId,
    lines: Vec<(Line, Hash)>,
    checkpoints: &[Checkpoint],
) -> Result<Verified, Fault> {
    super::verify(society, lines, checkpoints, KEPT)
}

fn entry(n: u64) -> Entry {
    Entry {
        actor: (!n.is_multiple_of(3)).then(|| StaffId::from_u128(100 + u128::from(n))),
        verb: Verb::ALL[n as usize % Verb::ALL.len()],
        subject: RecordId::from_u128(1000 + u128::from(n)),
        detail: n.is_multiple_of(2).then(|| Word::parse("reunited").unwrap()),
    }
}

/// Appends `count` entries to `head`, numbered from `first`.
fn written(mut head: Head, first: u64, count: u64) -> Vec<(Line, Hash)> {
    (first..first + count)
        .map(|n| {
            let line = head.next(entry(n), Moment(1_700_000_000 + n as i64));
            head = line.head();
            (line, head.hash)
        })
        .collect()
}

/// A log of 20 lines with checkpoints at 10 and 15.
fn log() -> (Vec<(Line, Hash)>, Vec<Checkpoint>) {
    let lines = written(Head::start(SOCIETY), 1, 20);
    let checkpoints =
        [10, 15].map(|seq: usize| Checkpoint::of(lines[seq - 1].0.head(), Moment(1_700_001_000))).to_vec();
    (lines, checkpoints)
}

fn found(lines: Vec<(Line, Hash)>, checkpoints: &[Checkpoint]) -> (u64, Broken) {
    let fault = verify(SOCIETY, lines, checkpoints).unwrap_err();
    assert_eq!(fault.society, SOCIETY);
    (fault.seq, fault.what)
}

#[test]
fn an_untouched_log_is_whole() {
    let (lines, mut checkpoints) = log();
    let whole = Verified { lines: 20, checkpoints: 2, covered_to: 15 };
    assert_eq!(verify(SOCIETY, lines.clone(), &checkpoints), Ok(whole));
    checkpoints.push(Checkpoint { society: SocietyId::from_u128(8), seq: 900, hash: [1; 32], at: Moment(0) });
    assert_eq!(verify(SOCIETY, lines, &checkpoints), Ok(whole), "another Society's checkpoint says nothing");
    let empty = Verified { lines: 0, checkpoints: 0, covered_to: 0 };
    assert_eq!(verify(SOCIETY, Vec::new(), &[]), Ok(empty));
}

#[test]
fn an_edit_of_any_field_is_found() {
    let edits: [fn(&mut Line); 6] = [
        |line| line.actor = Some(StaffId::from_u128(666)),
        |line| line.actor = None,
        |line| line.at = Moment(line.at.0 + 1),
        |line| line.verb = Verb::Noted,
        |line| line.subject = RecordId::from_u128(5),
        |line| line.detail = Some(Word::parse("spam").unwrap()),
    ];
    for edit in edits {
        let (mut lines, checkpoints) = log();
        edit(&mut lines[4].0);
        assert_eq!(found(lines.clone(), &checkpoints), (5, Broken::Edited));
        lines[4].1 = lines[4].0.hash();
        assert_eq!(found(lines, &checkpoints), (5, Broken::Edited), "its own hash was made to fit");
    }
}

#[test]
fn a_deleted_line_is_found_even_when_the_others_close_up() {
    let (mut lines, checkpoints) = log();
    lines.remove(6);
    assert_eq!(found(lines.clone(), &checkpoints), (7, Broken::Missing));
    for (line, _) in &mut lines[6..] {
        line.seq -= 1;
    }
    assert_eq!(found(lines, &checkpoints), (7, Broken::Swapped));
    let (mut lines, _) = log();
    lines.remove(0);
    assert_eq!(found(lines, &[]), (1, Broken::Missing));
}

#[test]
fn two_swapped_lines_are_found() {
    let (mut lines, checkpoints) = log();
    lines.swap(2, 3);
    assert_eq!(found(lines.clone(), &checkpoints), (3, Broken::Swapped));
    (lines[2].0.seq, lines[3].0.seq) = (3, 4);
    assert_eq!(found(lines, &checkpoints), (3, Broken::Swapped), "their numbers were swapped too");
    let (mut lines, checkpoints) = log();
    lines.insert(5, lines[4].clone());
    assert_eq!(found(lines, &checkpoints), (6, Broken::Swapped), "a line stands there twice");
    let (mut lines, checkpoints) = log();
    lines.push(lines[19].clone());
    assert_eq!(found(lines, &checkpoints), (21, Broken::Swapped), "the last line stands there twice");
}

#[test]
fn a_tail_rewritten_so_that_all_hashes_fit_is_found_by_the_checkpoint() {
    let (lines, checkpoints) = log();
    let mut rewritten = lines[..7].to_vec();
    rewritten.extend(written(lines[6].0.head(), 208, 13));
    assert!(verify(SOCIETY, rewritten.clone(), &[]).is_ok(), "the chain alone can't tell");
    assert_eq!(found(rewritten, &checkpoints), (10, Broken::Rewritten));
}

#[test]
fn a_cut_tail_is_found_by_the_checkpoint() {
    let (mut lines, checkpoints) = log();
    lines.truncate(12);
    assert_eq!(
        verify(SOCIETY, lines.clone(), &[]).map(|whole| whole.lines),
        Ok(12),
        "the chain alone can't tell"
    );
    assert_eq!(found(lines, &checkpoints), (13, Broken::TailCut));
    assert_eq!(found(Vec::new(), &checkpoints), (1, Broken::TailCut));
}

#[test]
fn lines_of_another_society_do_not_pass_for_ours() {
    let (lines, _) = log();
    let fault = verify(SocietyId::from_u128(8), lines, &[]).unwrap_err();
    assert_eq!((fault.seq, fault.what), (1, Broken::Edited));
}

#[test]
fn a_detail_is_one_word_and_never_content() {
    assert!(Word::parse("no-match").is_ok());
    for text in ["", "No match", "ليلى", "name: x", &"x".repeat(33)] {
        assert_eq!(Word::parse(text), Err(NotAWord), "{text:?}");
    }
}

/// A log whose first ten lines were erased: the line that says so came `after` the checkpoint at 10, and another checkpoint saw
/// it `later` than that.
fn erased(after: Duration, later: Duration) -> (Vec<(Line, Hash)>, Vec<Checkpoint>) {
    let (mut lines, mut checkpoints) = log();
    let at = checkpoints[0].at + after;
    let says = lines[19].0.head().next(erased_to(SOCIETY, 10), at);
    checkpoints.push(Checkpoint::of(says.head(), at + later));
    lines.push((says.clone(), says.hash()));
    (lines[10..].to_vec(), checkpoints)
}

#[test]
fn a_beginning_that_was_erased_when_its_time_was_over_leaves_a_whole_log() {
    let soon = Duration::minutes(5);
    let (lines, checkpoints) = erased(KEPT, soon);
    let whole = Verified { lines: 11, checkpoints: 2, covered_to: 21 };
    assert_eq!(verify(SOCIETY, lines.clone(), &checkpoints), Ok(whole));
    assert_eq!(found(lines[1..].to_vec(), &checkpoints), (1, Broken::Missing), "no checkpoint saw line 11");
    assert_eq!(found(lines.clone(), &[]), (1, Broken::Missing));
    assert_eq!(
        found(lines[5..].to_vec(), &checkpoints),
        (15, Broken::BeginningCut),
        "up to another checkpoint"
    );
    assert_eq!(found(lines[..10].to_vec(), &checkpoints[..2]), (10, Broken::BeginningCut), "nothing says so");
    assert_eq!(found(lines, &checkpoints[..2]), (10, Broken::BeginningCut), "no checkpoint saw what says so");
    let others: [fn(&mut Checkpoint); 2] = [|one| one.hash = [9; 32], |one| one.seq = 9];
    for other in others {
        let (lines, mut checkpoints) = erased(KEPT, soon);
        other(&mut checkpoints[0]);
        assert_eq!(found(lines, &checkpoints), (1, Broken::Missing), "no checkpoint saw line 10 as it was");
    }
    let (lines, checkpoints) = erased(KEPT - Duration::days(1), soon);
    assert_eq!(found(lines, &checkpoints), (10, Broken::BeginningCut), "a day before its time");
    let (lines, checkpoints) = erased(KEPT, -KEPT + soon);
    assert_eq!(found(lines, &checkpoints), (10, Broken::BeginningCut), "it gives a time that had not come");
}

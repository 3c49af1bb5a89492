//! Tests the log's lines, and how far the log reaches.

use super::*;
use crate::ids::RecordId;

fn tombstone() -> Tombstone {
    Tombstone {
        what: What::PublicationEnded,
        record: RecordId::from_u128(7),
        detail: "reunited".into(),
        at: Moment(1_795_294_800),
    }
}

#[test]
fn a_tombstone_is_one_readable_line() {
    let line = Line::Tombstone(tombstone());
    let record = "00000000-0000-0000-0000-000000000007";
    let text = format!("kinlight-tombstone 1 publication-ended {record} reunited 2026-11-21T21:00:00Z");
    assert_eq!(line.to_string(), text);
    assert_eq!(Line::parse(&text), Ok(line));
    let bare = Line::Tombstone(Tombstone { detail: String::new(), ..tombstone() });
    assert_eq!(Line::parse(&bare.to_string()), Ok(bare));
    let whole = Line::Whole { from: Moment(0), until: Moment(60) };
    assert_eq!(Line::parse(&whole.to_string()), Ok(whole));
    for text in [&text[1..], &text[..text.len() - 3], &text.replace("ended", "begun"), ""] {
        assert_eq!(Line::parse(text), Err(NotALine), "{text}");
    }
}

#[test]
fn a_line_that_was_cut_off_and_written_again_does_no_harm_and_another_is_told() {
    let line = Line::Tombstone(tombstone()).to_string();
    let mut log = Log::default();
    log.add(&format!("{}\n{line}\n", &line[..40]));
    assert_eq!((log.tombstones.len(), log.damaged), (1, 0));
    log.add(&format!("{}\n", line.replace("tombstone 1", "tombstone 9")));
    assert_eq!((log.tombstones.len(), log.damaged), (1, 1));
}

#[test]
fn the_log_tells_what_it_does_not_know() {
    let minute = |n: i64| Moment(n * 60);
    let log = |spans: &[(i64, i64)]| Log {
        whole: spans.iter().map(|(from, until)| (minute(*from), minute(*until))).collect(),
        ..Log::default()
    };
    let holes = |log: &Log, from, to| -> Vec<(i64, i64)> {
        log.unknown(minute(from), minute(to)).iter().map(|(a, b)| (a.0 / 60, b.0 / 60)).collect()
    };
    assert_eq!(holes(&log(&[(0, 60), (60, 120)]), 30, 120), []);
    assert_eq!(holes(&log(&[(0, 60), (60, 120)]), 30, 135), [], "its last line may be a while old");
    assert_eq!(holes(&log(&[(0, 60), (60, 120)]), 30, 200), [(120, 200)]);
    assert_eq!(holes(&log(&[(60, 120), (0, 50)]), 30, 120), [(50, 60)], "a file is missing");
    assert_eq!(holes(&log(&[(60, 120)]), 30, 120), [(30, 60)], "it began after the backup");
    assert_eq!(holes(&log(&[(0, 20)]), 30, 400), [(30, 400)], "it ended before the backup");
    assert_eq!(holes(&Log::default(), 30, 400), [(30, 400)]);
    assert_eq!(holes(&log(&[(0, 60), (300, 310)]), 30, 120), [(60, 120)], "what came later is no part of it");
}

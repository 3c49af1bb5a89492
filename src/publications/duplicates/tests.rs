//! Tables of cases: which photos look alike, which are remembered, and which index counts as damaged.

use super::*;
use crate::ids::{PublicationId, SocietyId};
use crate::photos::face_report::GoAhead;
use time::Duration;

const PORTRAIT: u64 = 0b0011_0101_1100_0110_0101_1010_0110_0011_1010_0101_0001_1110_1001_0110_0110_1001;

fn whole(hash: u64) -> Likeness {
    Likeness { whole: Some(hash), shown: None }
}

/// The hash with its lowest `bits` bits flipped.
fn off_by(hash: u64, bits: u32) -> u64 {
    hash ^ ((1u64 << bits) - 1)
}

#[test]
fn the_same_photo_is_near_and_another_is_not() {
    let shown = |hash| Likeness { whole: Some(!PORTRAIT), shown: Some(hash) };
    let cases = [
        ("itself", whole(PORTRAIT), whole(PORTRAIT), Some(Nearness::Likely)),
        ("a copy", whole(PORTRAIT), whole(off_by(PORTRAIT, LIKELY)), Some(Nearness::Likely)),
        ("hardly", whole(PORTRAIT), whole(off_by(PORTRAIT, LIKELY + 1)), Some(Nearness::Maybe)),
        ("just", whole(PORTRAIT), whole(off_by(PORTRAIT, MAYBE)), Some(Nearness::Maybe)),
        ("another", whole(PORTRAIT), whole(off_by(PORTRAIT, MAYBE + 1)), None),
        ("what the site gives", whole(PORTRAIT), shown(off_by(PORTRAIT, 2)), Some(Nearness::Likely)),
        ("what it was cut from", shown(PORTRAIT), whole(off_by(PORTRAIT, 2)), Some(Nearness::Likely)),
        ("nothing is known", Likeness::default(), Likeness::default(), None),
    ];
    for (what, one, other, expected) in cases {
        assert_eq!(one.nearness(&other), expected, "{what}");
        assert_eq!(other.nearness(&one), expected, "{what}, the other way round");
    }
    let parts = |hash| Likeness { whole: None, shown: Some(hash) };
    assert_eq!(parts(PORTRAIT).nearness(&parts(PORTRAIT)), None, "two faces before a wall");
}

#[test]
fn a_flat_picture_is_like_nothing() {
    let flat = [
        ("one colour", 0),
        ("brighter to the right", u64::MAX),
        ("nearly one colour", 0b100_0001),
        ("nearly all brighter", !0b100_0001),
        ("a curtain", u64::from_be_bytes([0b0110_1001; 8])),
    ];
    for (what, hash) in flat {
        assert_eq!(whole(hash).nearness(&whole(hash)), None, "{what}");
    }
}

#[test]
fn an_index_comes_back_as_it_was_written() {
    let mut index = Index::default();
    assert_eq!(Index::parse(&index.bytes()), Ok(index.clone()));
    let [one, two, three] = [1, 2, 3].map(PublicationId::from_u128);
    index.change(one, Change::Photo(PORTRAIT));
    index.change(two, Change::Photo(7));
    index.change(two, Change::Part(u64::MAX));
    index.change(three, Change::Part(9));
    assert_eq!(Index::parse(&index.bytes()), Ok(index.clone()));
    index.keep(|id| id != two);
    assert_eq!(index.entries.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [one, three]);
}

#[test]
fn a_damaged_index_is_an_error_and_never_a_guess() {
    let mut index = Index::default();
    index.change(PublicationId::from_u128(1), Change::Photo(PORTRAIT));
    let bytes = index.bytes();
    let with = |at: usize, value: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = value;
        bytes
    };
    let damaged =
        [Vec::new(), with(0, 2), with(17, 4), bytes[..bytes.len() - 1].to_vec(), [&bytes[..], &[0]].concat()];
    for bytes in damaged {
        assert_eq!(Index::parse(&bytes), Err(UnreadableIndex), "{bytes:?}");
    }
}

#[test]
fn another_photo_forgets_the_part_of_the_older_one() {
    let (id, other) = (PublicationId::from_u128(1), PublicationId::from_u128(2));
    let mut index = Index::default();
    index.change(other, Change::Photo(PORTRAIT));
    index.change(id, Change::Photo(!PORTRAIT));
    index.change(id, Change::Part(PORTRAIT));
    assert_eq!(index.near(id), [(other, Nearness::Likely)]);
    assert_eq!(index.near(other), [(id, Nearness::Likely)]);
    index.change(id, Change::NoPart);
    assert_eq!(index.near(id), []);
    index.change(id, Change::Part(PORTRAIT));
    index.change(id, Change::Photo(!PORTRAIT));
    assert_eq!(index.near(id), []);
    assert_eq!(index.near(PublicationId::from_u128(9)), [], "nothing is known of it");
}

#[test]
fn what_was_taken_down_is_remembered_and_what_was_dropped_is_not() {
    let (day, now) = (Duration::days(1), Moment(1_795_000_000));
    let ended_at = now - day * 30;
    let down = |by_person| Became::TakenDown { by_person };
    let cases = [
        (Stage::Draft, None, false, Became::Draft, true),
        (Stage::InReview, None, false, Became::InReview, true),
        (Stage::Live, None, true, Became::Live, true),
        (Stage::Ended, Some(EndReason::WithdrawnByCode), true, down(true), true),
        (Stage::Ended, Some(EndReason::WithdrawnByCode), false, down(true), true),
        (Stage::Ended, Some(EndReason::WithdrawnByStaff), true, down(false), true),
        (Stage::Ended, Some(EndReason::WithdrawnByStaff), false, Became::Dropped, false),
        (Stage::Ended, Some(EndReason::ConsentEnded), true, Became::Ended, false),
        (Stage::Ended, Some(EndReason::Reunited), true, Became::Ended, false),
        (Stage::Ended, Some(EndReason::Erased), false, Became::Dropped, false),
    ];
    for (stage, reason, was_shown, expected, is_remembered) in cases {
        let became = Became::of(stage, reason, was_shown);
        assert_eq!(became, expected, "{reason:?}");
        let is_still = |kept_for| became.is_remembered(Some(ended_at), now - kept_for);
        assert_eq!(is_still(day * 29), is_remembered, "{reason:?}");
        assert_eq!(is_still(day * 30), became != Became::Dropped, "{reason:?}");
    }
}

#[test]
fn an_answer_is_about_the_photos_that_were_shown_and_no_others() {
    let alike = |id, became| Alike {
        publication: PublicationId::from_u128(id),
        nearness: Nearness::Likely,
        became,
        photo_number: None,
        drafted_by: String::new(),
        on: Date::MIN,
    };
    let down = Became::TakenDown { by_person: true };
    let all = [alike(1, down), alike(2, Became::Live), alike(3, Became::Ended), alike(4, down)];
    let open = |answered: Option<&Answered>| -> Vec<PublicationId> {
        unanswered(&all, answered).map(|one| one.publication).collect()
    };
    assert_eq!(open(None), [1, 4].map(PublicationId::from_u128));
    let answered = Answered { about: vec![PublicationId::from_u128(1)], reason: GoAhead::AskedAgain };
    assert_eq!(open(Some(&answered)), [PublicationId::from_u128(4)]);
}

/// No test: prints what a big index costs. `cargo test -p kinlight --lib -- --ignored --nocapture ten_thousand`
#[test]
#[ignore = "a measurement, for docs/pictures.md"]
fn ten_thousand_publications_are_opened_and_searched() {
    use crate::sealing::{Binding, Kind, SecretKey};
    let mut index = Index::default();
    for n in 0..10_000u64 {
        let hash = n.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        index.entries.push((
            PublicationId::from_u128(n.into()),
            Likeness { whole: Some(hash), shown: Some(hash.rotate_left(17)) },
        ));
    }
    let (key, society) = (SecretKey::generate(), SocietyId::from_u128(1));
    let binding = Binding { kind: Kind::PictureIndex, record: society.into(), owner: society.into() };
    let spent = |since: std::time::Instant| format!("{:.2} ms", since.elapsed().as_secs_f64() * 1e3);
    for _ in 0..5 {
        let since = std::time::Instant::now();
        let sealed = key.public().seal(binding, &index.bytes()).unwrap();
        let sealing = spent(since);
        let since = std::time::Instant::now();
        let opened = Index::parse(&key.open(binding, &sealed).unwrap()).unwrap();
        let opening = spent(since);
        let since = std::time::Instant::now();
        let near = opened.near(PublicationId::from_u128(77)).len();
        println!(
            "{} bytes: sealed in {sealing}, opened in {opening}, searched in {}, {near} near",
            sealed.len(),
            spent(since)
        );
    }
}

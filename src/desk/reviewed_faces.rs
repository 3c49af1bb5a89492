//! What a reviewer sees about the people in a picture: who was found, covered, cropped away or left in, and why. Invariant: for
//! every person left in the picture, a sentence says so.

use crate::photos::face_report::{Area, Decision, FaceReport, Reason};
use crate::web::Visit;

/// One sentence each, in the order of decisions: what was seen, what was done, what was left.
pub fn sentences(visit: &Visit, look: &FaceReport, shown: Option<Area>) -> Vec<String> {
    keys(look, shown).into_iter().map(|(key, count)| visit.counted(&key, count)).collect()
}

/// The keys of the texts, and the number in each.
fn keys(look: &FaceReport, shown: Option<Area>) -> Vec<(String, usize)> {
    let faces = look.faces();
    let count = |is_so: &dyn Fn(usize) -> bool| (0..faces.len()).filter(|at| is_so(*at)).count();
    let undecided = |at: usize| faces[at].standing == Decision::Undecided;
    let mut all = vec![
        ("review-photo-damaged".to_owned(), usize::from(look.is_damaged)),
        ("review-photo-small".to_owned(), usize::from(look.is_small)),
    ];
    if look.is_checked() {
        all.push(("review-faces-found".to_owned(), faces.len()));
    } else {
        all.push(("review-faces-not-checked".to_owned(), 0));
    }
    if look.is_looked_at {
        all.push(("review-faces-looked-at".to_owned(), 0));
    }
    all.push(("review-faces-covered".to_owned(), usize::from(look.covered)));
    let cropped = count(&|at| undecided(at) && !look.is_open(at, shown));
    all.push(("review-faces-cropped".to_owned(), cropped));
    for reason in Reason::ALL {
        let left = count(&|at| faces[at].standing == Decision::Dismissed(reason));
        all.push((reason.key("review-faces-left"), left));
    }
    let is_told = |(key, count): &(String, usize)| {
        *count > 0
            || matches!(
                key.as_str(),
                "review-faces-found" | "review-faces-not-checked" | "review-faces-looked-at"
            )
    };
    all.retain(is_told);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photos::worker::{Sight, SightedFace};

    fn look(areas: &[Area], standings: &[Decision]) -> FaceReport {
        let face = |area: &Area| SightedFace { area: *area, score: 9_000, cover: *area, crop: *area };
        let mut look =
            FaceReport::of(Some(&Sight { faces: areas.iter().map(face).collect(), ..Sight::default() }));
        standings.iter().enumerate().for_each(|(at, standing)| look.decide(at, *standing));
        look
    }

    fn with(mut look: FaceReport, covered: u16, is_looked_at: bool) -> FaceReport {
        (look.covered, look.is_looked_at) = (covered, is_looked_at);
        look
    }

    #[test]
    fn whoever_was_covered_cropped_away_or_left_in_is_told() {
        type Case<'a> = (&'a str, FaceReport, Option<Area>, &'a [(&'a str, usize)]);
        const LEFT: Area = [0, 0, 1_000, 1_000];
        const RIGHT: Area = [8_000, 0, 1_000, 1_000];
        let (open, person) = (Decision::Undecided, Decision::Person);
        let (poster, agreed) =
            (Decision::Dismissed(Reason::OnlyAPicture), Decision::Dismissed(Reason::AgreedToo));
        let around_left = Some([0, 0, 4_000, 5_000]);
        let cases: [Case<'_>; 7] = [
            ("one face", look(&[LEFT], &[open]), None, &[("found", 1)]),
            ("none", look(&[], &[]), None, &[("found", 0)]),
            (
                "none, and a person looked",
                with(look(&[], &[]), 0, true),
                None,
                &[("found", 0), ("looked-at", 0)],
            ),
            (
                "a person alone looked",
                FaceReport::by_a_person(),
                None,
                &[("not-checked", 0), ("looked-at", 0)],
            ),
            (
                "one covered before",
                with(look(&[LEFT], &[open]), 2, false),
                None,
                &[("found", 1), ("covered", 2)],
            ),
            (
                "one cropped away",
                look(&[LEFT, RIGHT], &[open, open]),
                around_left,
                &[("found", 2), ("cropped", 1)],
            ),
            (
                "two left in",
                look(&[LEFT, RIGHT, RIGHT], &[person, poster, agreed]),
                None,
                &[("found", 3), ("left-only-a-picture", 1), ("left-agreed-too", 1)],
            ),
        ];
        for (what, look, shown, expected) in cases {
            let expected: Vec<(String, usize)> =
                expected.iter().map(|(key, count)| (format!("review-faces-{key}"), *count)).collect();
            assert_eq!(keys(&look, shown), expected, "{what}");
        }
    }
}

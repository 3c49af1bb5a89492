//! Turns a photo's file into clean pictures in one reading, finds its faces and covers them if wanted. Runs in the worker.
//! Invariant: where faces are to be covered, no picture leaves before it was searched again and shows no face but the kept one.

use kinlight_pictures::{
    Certainty, Cover, Crop, Decoded, EncodeError, Face, FaceFinder, Format, Found, Picture, Refusal, Studio,
    Variant, cover,
};

use super::protocol::{Answer, Covering, Developed, Faces, MOST_FACES};
use super::sight::sight;

/// What a worker keeps from one photo to the next.
pub struct Bench {
    pub studio: Studio,
    /// `None` if it could not be loaded.
    pub finder: Option<FaceFinder>,
    pub accepts_heic: bool,
}

/// How often faces are covered and searched again: with one face covered, its neighbour may look like another face.
const MOST_ROUNDS: usize = 4;

/// Why a photo was not turned into pictures.
pub enum Undone {
    Refused(Refusal),
    NotEncoded,
}

impl From<Refusal> for Undone {
    fn from(refusal: Refusal) -> Self {
        Undone::Refused(refusal)
    }
}

impl From<EncodeError> for Undone {
    fn from(_: EncodeError) -> Self {
        Undone::NotEncoded
    }
}

pub fn developed(
    decoded: Decoded,
    faces: Faces,
    Bench { studio, finder, .. }: &mut Bench,
) -> Result<Answer, Undone> {
    let finder = finder.as_ref().filter(|_| faces != Faces::Unsought);
    let found = finder.and_then(|finder| finder.find(&decoded).ok());
    let answer = |decoded: &Decoded, covering, variants| Developed {
        width: decoded.width(),
        height: decoded.height(),
        kind: decoded.kind(),
        orientation: decoded.orientation(),
        colours: decoded.colours(),
        sight: found.as_ref().map(|found| sight(decoded, found)),
        covering,
        is_damaged: decoded.is_damaged(),
        variants,
    };
    if !matches!(faces, Faces::CoveredButTheLargest | Faces::Covered) {
        let made = answer(&decoded, None, files(&decoded, studio)?);
        studio.recycle(decoded);
        return Ok(Answer::Developed(made));
    }
    let Some((finder, found)) = finder.zip(found.as_ref()) else { return Ok(Answer::NotChecked) };
    let kept = if faces == Faces::Covered { None } else { person(found) };
    let others = (0..found.faces.len()).filter(|at| Some(*at) != kept).map(|at| found.faces[at]);
    let others: Vec<Face> = others.collect();
    if others.is_empty() {
        let covering = Covering { kept: number(kept), covered: 0, left: found.faces.len() as u8 };
        let made = answer(&decoded, Some(covering), files(&decoded, studio)?);
        studio.recycle(decoded);
        return Ok(Answer::Developed(made));
    }
    let told = answer(&decoded, None, Vec::new());
    let picture = studio.upright(decoded)?;
    let kept_area = kept.map(|at| found.faces[at].area);
    match covered(picture, others, kept_area, |picture| finder.find(picture).ok()) {
        Ok((picture, covered, left)) => {
            let covering = Some(Covering { kept: number(kept), covered, left });
            let variants = studio.variants(&picture, Crop::WHOLE, &Format::ALL)?;
            Ok(Answer::Developed(Developed { covering, variants, ..told }))
        }
        Err(why_not) => Ok(why_not),
    }
}

fn files(decoded: &Decoded, studio: &mut Studio) -> Result<Vec<Variant>, Undone> {
    Ok(studio.variants(decoded, Crop::WHOLE, &Format::ALL)?)
}

/// The index of the largest sure face. A blurred bystander in front of the camera may be larger, and so may a dog.
fn person(found: &Found) -> Option<usize> {
    let sure = found.faces.iter().take(MOST_FACES).position(|face| face.certainty() == Certainty::Sure);
    sure.or((!found.faces.is_empty()).then_some(0))
}

fn number(at: Option<usize>) -> Option<u8> {
    at.and_then(|at| u8::try_from(at).ok())
}

/// Covers and searches again until only the kept face is seen. Returns the picture, how many areas were filled, and
/// how many faces are left (one or none).
fn covered(
    mut picture: Picture,
    mut open: Vec<Face>,
    kept: Option<Crop>,
    look: impl Fn(&Picture) -> Option<Found>,
) -> Result<(Picture, u16, u8), Answer> {
    let mut count = 0_u16;
    for _ in 0..MOST_ROUNDS {
        let covers: Vec<Cover> = open.iter().map(Cover::face).collect();
        picture = cover(picture, &covers);
        count = count.saturating_add(u16::try_from(covers.len()).unwrap_or(u16::MAX));
        let seen = look(&picture).ok_or(Answer::NotChecked)?.faces;
        let best = kept.and_then(|kept| {
            let likeness = |face: &Face| in_common(kept, face.area);
            let at = (0..seen.len()).max_by(|a, b| likeness(&seen[*a]).total_cmp(&likeness(&seen[*b])))?;
            (likeness(&seen[at]) >= SAME).then_some(at)
        });
        open = (0..seen.len()).filter(|at| Some(*at) != best).map(|at| seen[at]).collect();
        if open.is_empty() {
            return Ok((picture, count, u8::from(best.is_some())));
        }
    }
    Err(Answer::NotCovered)
}

/// A face that a cover has cut into is found smaller; from this overlap on it is still the same face.
const SAME: f64 = 0.3;

/// How much of the area that both boxes cover together is common to them, from 0 to 1.
fn in_common(one: Crop, other: Crop) -> f64 {
    let span = |start: u16, length: u16| (f64::from(start), f64::from(start) + f64::from(length));
    let shared = |(a, b): (f64, f64), (c, d): (f64, f64)| (b.min(d) - a.max(c)).max(0.0);
    let across = shared(span(one.left(), one.width()), span(other.left(), other.width()));
    let down = shared(span(one.top(), one.height()), span(other.top(), other.height()));
    let size = |area: Crop| f64::from(area.width()) * f64::from(area.height());
    across * down / (size(one) + size(other) - across * down)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use kinlight_pictures::{Point, Turn};

    use super::*;

    fn face(area: &str, score: u16) -> Face {
        let eye = Point { x: 0, y: 0 };
        Face { area: area.parse().unwrap(), score, right_eye: eye, left_eye: eye }
    }

    fn found(faces: &[Face]) -> Found {
        Found { faces: faces.to_vec(), turn: Turn::None }
    }

    fn plain() -> Picture {
        Picture::from_rgb(100, 100, vec![9; 30_000]).unwrap()
    }

    #[test]
    fn the_person_is_the_largest_sure_face() {
        let (vague, sure) = (face("0,0,5000,5000", 6_000), face("6000,0,900,900", 9_000));
        let cases: [(&str, &[Face], Option<usize>); 4] = [
            ("nobody", &[], None),
            ("somebody vague", &[vague], Some(0)),
            ("somebody vague in front", &[vague, sure], Some(1)),
            ("two", &[sure, sure], Some(0)),
        ];
        for (what, faces, expected) in cases {
            assert_eq!(person(&found(faces)), expected, "{what}");
        }
    }

    #[test]
    fn it_is_covered_until_nobody_else_is_seen_and_never_let_through_before() {
        // What each further look finds; after the last one, the finder fails.
        type Case = (&'static str, Vec<Vec<Face>>, Result<(u16, u8), Answer>);
        let (kept, moved) = (face("1000,1000,2000,2000", 9_000), face("1200,1100,1900,2000", 9_000));
        let (other, third) = (face("6000,1000,2000,2000", 9_000), face("6000,6000,900,900", 5_100));
        let cases: [Case; 6] = [
            ("at once", vec![vec![kept]], Ok((1, 1))),
            ("the kept one is seen a little elsewhere", vec![vec![moved]], Ok((1, 1))),
            ("the kept one is hidden as well", vec![vec![]], Ok((1, 0))),
            ("a third appears", vec![vec![kept, third], vec![kept]], Ok((2, 1))),
            ("one that can't be covered", vec![vec![kept, other]; 9], Err(Answer::NotCovered)),
            ("the finder fails", vec![vec![kept, third]], Err(Answer::NotChecked)),
        ];
        for (what, looks, expected) in cases {
            let nth = Cell::new(0);
            let look = |_: &Picture| {
                let at = nth.replace(nth.get() + 1);
                looks.get(at).map(|faces| found(faces))
            };
            let done = covered(plain(), vec![other], Some(kept.area), look);
            if let Ok((picture, ..)) = &done {
                let middle = (20 * 100 + 70) * 3;
                assert_ne!(picture.pixels()[middle..middle + 3], [9; 3], "{what}: not filled");
            }
            assert_eq!(done.map(|(_, covered, left)| (covered, left)), expected, "{what}");
        }
    }

    #[test]
    fn where_all_are_covered_none_is_kept() {
        let other = face("6000,1000,2000,2000", 9_000);
        let still = |_: &Picture| Some(found(&[other]));
        assert_eq!(covered(plain(), vec![other], None, still).unwrap_err(), Answer::NotCovered);
    }
}

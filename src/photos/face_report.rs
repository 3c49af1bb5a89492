//! What was seen in a draft's picture, and what a person decided about each face. Pure; sealed beside the draft.
//! Invariant: "nobody has looked" is a state of its own; neither it nor a second face lets a picture pass by oversight.

use kinlight_pictures::Warning;
use serde::{Deserialize, Serialize};

use super::worker::{Copy, Sight, SightedFace};
use crate::ids::PublicationId;

/// The score, in ten-thousandths, from which a face is sure. Below it, somebody may be there (measured with the
/// finder: `pictures/src/faces`).
const SURE: u16 = 8_000;
/// The shorter side, in pixels, from which a photo is not called small.
const WELL_BIG: u32 = 320;

/// Left, top, width and height, in ten-thousandths of the picture.
pub type Area = [u16; 4];

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaceReport {
    /// The faces that the finder saw; `None` if it could not look.
    found: Option<Vec<SeenFace>>,
    /// Clockwise quarter turns that would bring the faces upright.
    pub quarters: u8,
    warnings: Vec<Advice>,
    /// How many areas were covered so far, for the page.
    pub covered: u16,
    /// A person looked where the finder could not, or found nothing.
    pub is_looked_at: bool,
    /// The case worker's answer to the warning that a photo much like this one was taken down.
    #[serde(default)]
    pub answered: Option<Answered>,
    /// A part of the photo is lost, because the uploaded file was damaged.
    #[serde(default)]
    pub is_damaged: bool,
    /// The photo is small for recognising a face. It is allowed: an old phone's photo is better than none.
    #[serde(default)]
    pub is_small: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenFace {
    pub area: Area,
    pub score: u16,
    pub cover: Area,
    pub crop: Area,
    pub standing: Decision,
}

/// A case worker's decision about a face.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    #[default]
    Undecided,
    /// The person who looks for relatives.
    Person,
    Dismissed(Reason),
}

words! {
    /// Why a box needs no covering. The word goes into the audit log.
    pub enum Reason {
        NotAFace = "not-a-face",
        /// On a wall, a shirt, a banknote.
        OnlyAPicture = "only-a-picture",
        /// Looks for the same relatives, and signed as well.
        AgreedToo = "agreed-too",
    }
}

impl SeenFace {
    /// True if the finder is not sure. Such a box catches blurred or cut-off bystanders.
    pub fn is_doubtful(&self) -> bool {
        self.score < SURE
    }
}

words! {
    /// What may keep a relative from recognising the face.
    pub enum Advice {
        SmallFace = "small-face",
        Dark = "dark",
        Blurred = "blurred",
        NoFace = "no-face",
        NotUpright = "not-upright",
        Damaged = "damaged",
        SmallPhoto = "small-photo",
    }
}

words! {
    /// Why a photo may go up although one much like it was taken down. The word goes into the audit log.
    pub enum GoAhead {
        /// The person wants to be seen again.
        AskedAgain = "asked-again",
        /// Another photo, that only looks alike.
        AnotherPhoto = "another-photo",
    }
}

/// A case worker's answer to the warning, and which publications it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    pub about: Vec<PublicationId>,
    pub reason: GoAhead,
}

/// What keeps a picture from being published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsettled {
    /// No finder and no person has looked for other people in it.
    NotChecked,
    /// How many faces in the shown part nobody has decided about yet.
    Faces(usize),
}

impl FaceReport {
    /// A picture that no finder has searched and a person has looked at.
    pub fn by_a_person() -> FaceReport {
        FaceReport { is_looked_at: true, ..FaceReport::default() }
    }

    pub fn of_copy(copy: &Copy) -> FaceReport {
        let is_small = copy.width.min(copy.height) < WELL_BIG;
        FaceReport { is_damaged: copy.is_damaged, is_small, ..FaceReport::of(copy.sight.as_ref()) }
    }

    pub fn of(sight: Option<&Sight>) -> FaceReport {
        let Some(sight) = sight else { return FaceReport::default() };
        let seen = |face: &SightedFace| SeenFace {
            area: face.area,
            score: face.score,
            cover: face.cover,
            crop: face.crop,
            standing: Decision::Undecided,
        };
        FaceReport {
            found: Some(sight.faces.iter().map(seen).collect()),
            quarters: sight.quarters,
            warnings: sight.warnings.iter().map(|warning| Advice::from(*warning)).collect(),
            ..FaceReport::default()
        }
    }

    /// The largest first; a face's number on the page is its place here.
    pub fn faces(&self) -> &[SeenFace] {
        self.found.as_deref().unwrap_or_default()
    }

    pub fn is_checked(&self) -> bool {
        self.found.is_some()
    }

    pub fn advice(&self) -> Vec<Advice> {
        let lost = [(self.is_damaged, Advice::Damaged), (self.is_small, Advice::SmallPhoto)];
        let lost = lost.into_iter().filter(|(is_so, _)| *is_so).map(|(_, advice)| advice);
        let mut all: Vec<Advice> = lost.chain(self.warnings.iter().copied()).collect();
        if self.found.as_ref().is_some_and(Vec::is_empty) {
            all.push(Advice::NoFace);
        }
        if self.quarters != 0 {
            all.push(Advice::NotUpright);
        }
        all
    }

    /// The part that is shown while nobody has drawn a box: around the person, or around the only face. Among several
    /// faces the program does not choose.
    pub fn proposal(&self) -> Option<Area> {
        let person = self.faces().iter().find(|face| face.standing == Decision::Person);
        let only = match self.faces() {
            [only] if !matches!(only.standing, Decision::Dismissed(_)) => Some(only),
            _ => None,
        };
        person.or(only).filter(|_| self.quarters == 0).map(|face| face.crop)
    }

    /// What keeps the picture from being published, if anything. `shown`: the part that would be published; without
    /// one, the whole picture counts.
    pub fn unsettled(&self, shown: Option<Area>) -> Option<Unsettled> {
        if !self.is_checked() && !self.is_looked_at {
            return Some(Unsettled::NotChecked);
        }
        let open = (0..self.faces().len()).filter(|index| self.is_open(*index, shown)).count();
        let has_person = self.faces().iter().any(|face| face.standing == Decision::Person);
        let is_fine = open == 0 || (open == 1 && !has_person);
        (!is_fine).then_some(Unsettled::Faces(open))
    }

    /// True if this face is undecided and in the shown part. It keeps the picture back, unless it is the only such
    /// face and no other is the person.
    pub fn is_open(&self, index: usize, shown: Option<Area>) -> bool {
        let face = self.faces().get(index);
        face.is_some_and(|face| {
            face.standing == Decision::Undecided && shown.is_none_or(|shown| overlap(shown, face.area))
        })
    }

    /// Records a person's decision about one face. Only one face can be the person's.
    pub fn decide(&mut self, index: usize, standing: Decision) {
        let Some(faces) = &mut self.found else { return };
        if standing == Decision::Person {
            let others = faces.iter_mut().filter(|face| face.standing == Decision::Person);
            others.for_each(|face| face.standing = Decision::Undecided);
        }
        if let Some(face) = faces.get_mut(index) {
            face.standing = standing;
        }
    }

    /// Keeps the decisions from before areas were covered, for the faces that are seen in the same places.
    pub fn after(mut self, before: &FaceReport, covered: usize) -> FaceReport {
        for face in self.found.iter_mut().flatten() {
            if let Some(same) = before.faces().iter().find(|older| is_same(older.area, face.area)) {
                face.standing = same.standing;
            }
        }
        self.covered = before.covered.saturating_add(u16::try_from(covered).unwrap_or(u16::MAX));
        self.is_looked_at = before.is_looked_at;
        self.of_the_same_photo(before)
    }

    pub fn with_answer(mut self, answered: Option<Answered>) -> FaceReport {
        self.answered = answered;
        self
    }

    /// Keeps what holds for the same photo, covered or turned: the answer to the warning, and what the upload lacked.
    pub fn of_the_same_photo(mut self, before: &FaceReport) -> FaceReport {
        self.answered.clone_from(&before.answered);
        (self.is_damaged, self.is_small) = (before.is_damaged, before.is_small);
        self
    }
}

impl From<Warning> for Advice {
    fn from(warning: Warning) -> Advice {
        match warning {
            Warning::SmallFace => Advice::SmallFace,
            Warning::Dark => Advice::Dark,
            Warning::Blurred => Advice::Blurred,
        }
    }
}

fn overlap(one: Area, other: Area) -> bool {
    common(one, other) > 0
}

/// True if the boxes share more than half of the area that they cover together.
fn is_same(one: Area, other: Area) -> bool {
    let size = |[_, _, width, height]: Area| u64::from(width) * u64::from(height);
    let common = common(one, other);
    2 * common > size(one) + size(other) - common
}

fn common(one: Area, other: Area) -> u64 {
    let shared = |a: u16, a_long: u16, b: u16, b_long: u16| {
        let end = (u64::from(a) + u64::from(a_long)).min(u64::from(b) + u64::from(b_long));
        end.saturating_sub(u64::from(a.max(b)))
    };
    shared(one[0], one[2], other[0], other[2]) * shared(one[1], one[3], other[1], other[3])
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEFT: Area = [1_000, 2_000, 1_500, 2_000];
    const RIGHT: Area = [6_000, 2_000, 1_500, 2_000];

    fn look(areas: &[Area]) -> FaceReport {
        let face =
            |area: &Area| SightedFace { area: *area, score: 9_000, cover: *area, crop: [0, 0, 4_000, 9_000] };
        FaceReport::of(Some(&Sight { faces: areas.iter().map(face).collect(), ..Sight::default() }))
    }

    fn decided(areas: &[Area], standings: &[Decision]) -> FaceReport {
        let mut look = look(areas);
        standings.iter().enumerate().for_each(|(at, standing)| look.decide(at, *standing));
        look
    }

    #[test]
    fn a_second_face_in_what_is_shown_keeps_a_picture_back() {
        let (person, agreed) = (Decision::Person, Decision::Dismissed(Reason::AgreedToo));
        let open = Decision::Undecided;
        let around_left = Some([0, 0, 5_000, 9_000]);
        let cases = [
            ("no face", look(&[]), None, None),
            ("one face", look(&[LEFT]), None, None),
            ("two faces", look(&[LEFT, RIGHT]), None, Some(Unsettled::Faces(2))),
            ("one of them cropped away", look(&[LEFT, RIGHT]), around_left, None),
            ("one of them agreed", decided(&[LEFT, RIGHT], &[open, agreed]), None, None),
            ("one is the person", decided(&[LEFT, RIGHT], &[person, open]), None, Some(Unsettled::Faces(1))),
            ("the person, and one agreed", decided(&[LEFT, RIGHT], &[person, agreed]), None, None),
            ("nobody looked", FaceReport::default(), None, Some(Unsettled::NotChecked)),
            ("a person looked", FaceReport::by_a_person(), None, None),
        ];
        for (what, look, shown, expected) in cases {
            assert_eq!(look.unsettled(shown), expected, "{what}");
        }
    }

    #[test]
    fn the_program_proposes_a_crop_for_one_face_and_chooses_among_none() {
        assert_eq!(look(&[LEFT]).proposal(), Some([0, 0, 4_000, 9_000]));
        assert_eq!(look(&[LEFT, RIGHT]).proposal(), None);
        assert!(decided(&[LEFT, RIGHT], &[Decision::Undecided, Decision::Person]).proposal().is_some());
        assert_eq!(decided(&[LEFT], &[Decision::Dismissed(Reason::NotAFace)]).proposal(), None);
        assert_eq!(FaceReport { quarters: 1, ..look(&[LEFT]) }.proposal(), None, "it lies on its side");
    }

    #[test]
    fn what_was_decided_holds_when_another_face_is_covered() {
        let before = decided(&[LEFT, RIGHT], &[Decision::Person, Decision::Undecided]);
        let nearly_left = [1_050, 2_020, 1_480, 2_010];
        let after = look(&[nearly_left]).after(&before, 1);
        assert_eq!(after.faces()[0].standing, Decision::Person);
        assert_eq!((after.covered, after.unsettled(None)), (1, None));
        assert_eq!(
            look(&[RIGHT]).after(&decided(&[LEFT], &[Decision::Person]), 1).faces()[0].standing,
            Decision::Undecided
        );
    }

    #[test]
    fn there_is_one_person() {
        let look = decided(&[LEFT, RIGHT], &[Decision::Person, Decision::Person]);
        let standings: Vec<Decision> = look.faces().iter().map(|face| face.standing).collect();
        assert_eq!(standings, [Decision::Undecided, Decision::Person]);
    }
}

//! Turns the net's numbers into boxes, and decides which boxes are the same face.
//! Invariant: pure arithmetic, and every box that comes out has finite numbers.

/// The net has three grids; these are the widths of their cells in pixels.
pub(super) const STRIDES: [usize; 3] = [8, 16, 32];
/// Two boxes are the same face if their overlap is more than this share of their union (the value of the net's makers).
const SAME_FACE: f32 = 0.3;
/// A box is a piece of a face if more than this share of it is within the face: a fine look splits a large face.
const WITHIN: f32 = 0.5;

/// A box, and the centres of both eyes: first the person's right eye, which is on the left in a portrait.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub score: f32,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub eyes: [(f32, f32); 2],
}

/// The net's output for one grid, row by row: 1, 1, 4 and 10 numbers per cell.
pub(super) struct Grid {
    pub stride: usize,
    /// Cells in a row.
    pub across: usize,
    pub classes: Vec<f32>,
    pub objects: Vec<f32>,
    pub boxes: Vec<f32>,
    pub marks: Vec<f32>,
}

impl Grid {
    /// The faces with a score of at least `least`, in pixels of the sheet. Missing numbers mean fewer cells.
    pub fn candidates(&self, least: f32) -> Vec<Candidate> {
        let (boxes, marks) = (self.boxes.as_chunks().0, self.marks.as_chunks().0);
        let scores = self.classes.iter().zip(&self.objects);
        let scores = scores.map(|(class, object)| (class.clamp(0.0, 1.0) * object.clamp(0.0, 1.0)).sqrt());
        let cells = scores.zip(boxes).zip(marks).enumerate();
        // A NaN score is not at least anything, so it is dropped.
        let good = cells.filter(|(_, ((score, _), _))| *score >= least);
        good.map(|(cell, ((score, area), marks))| self.candidate(cell, score, area, marks))
            .filter(Candidate::is_finite)
            .collect()
    }

    fn candidate(&self, cell: usize, score: f32, area: &[f32; 4], marks: &[f32; 10]) -> Candidate {
        let stride = self.stride as f32;
        let (column, row) = ((cell % self.across) as f32, (cell / self.across) as f32);
        let place = |x: f32, y: f32| ((column + x) * stride, (row + y) * stride);
        let (x, y) = place(area[0], area[1]);
        let (half_width, half_height) = (area[2].exp() * stride / 2.0, area[3].exp() * stride / 2.0);
        Candidate {
            score,
            left: x - half_width,
            top: y - half_height,
            right: x + half_width,
            bottom: y + half_height,
            eyes: [place(marks[0], marks[1]), place(marks[2], marks[3])],
        }
    }
}

impl Candidate {
    pub fn longer_side(&self) -> f32 {
        (self.right - self.left).max(self.bottom - self.top)
    }

    /// The same face with every point moved.
    pub fn moved(&self, to: impl Fn((f32, f32)) -> (f32, f32)) -> Self {
        let ((x1, y1), (x2, y2)) = (to((self.left, self.top)), to((self.right, self.bottom)));
        Self {
            score: self.score,
            left: x1.min(x2),
            top: y1.min(y2),
            right: x1.max(x2),
            bottom: y1.max(y2),
            eyes: self.eyes.map(to),
        }
    }

    fn is_finite(&self) -> bool {
        let eyes = self.eyes.into_iter().flat_map(|(x, y)| [x, y]);
        [self.left, self.top, self.right, self.bottom].into_iter().chain(eyes).all(f32::is_finite)
    }

    fn area(&self) -> f32 {
        (self.right - self.left).max(0.0) * (self.bottom - self.top).max(0.0)
    }

    fn shared(&self, other: &Self) -> f32 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        width.max(0.0) * height.max(0.0)
    }

    /// The boxes' overlap as a share of their union: 0 to 1.
    pub fn overlap(&self, other: &Self) -> f32 {
        let shared = self.shared(other);
        let together = self.area() + other.area() - shared;
        if together > 0.0 { shared / together } else { 0.0 }
    }

    fn is_one_with(&self, other: &Self) -> bool {
        self.overlap(other) > SAME_FACE
    }

    fn is_piece_of(&self, other: &Self) -> bool {
        self.shared(other) > self.area() * WITHIN
    }
}

/// Each face once, with its best box; the best face first.
pub(super) fn distinct(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if !kept.iter().any(|better| better.is_one_with(&candidate)) {
            kept.push(candidate);
        }
    }
    kept
}

/// Joins a coarse and a fine look: keeps the better box of each face, and drops pieces of faces.
pub(super) fn joined(coarse: &[Candidate], fine: Vec<Candidate>) -> Vec<Candidate> {
    let is_piece =
        |one: &Candidate| coarse.iter().any(|face| !one.is_one_with(face) && one.is_piece_of(face));
    distinct(fine.into_iter().filter(|one| !is_piece(one)).chain(coarse.iter().copied()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(score: f32, [left, top, right, bottom]: [f32; 4]) -> Candidate {
        Candidate { score, left, top, right, bottom, eyes: [(left, top); 2] }
    }

    /// A grid of three cells by two in which one cell has a face.
    fn grid(stride: usize, cell: usize, score: (f32, f32), area: [f32; 4], eyes: [f32; 4]) -> Grid {
        let mut grid = Grid {
            stride,
            across: 3,
            classes: vec![0.0; 6],
            objects: vec![0.0; 6],
            boxes: vec![0.0; 24],
            marks: vec![0.0; 60],
        };
        (grid.classes[cell], grid.objects[cell]) = score;
        grid.boxes[cell * 4..][..4].copy_from_slice(&area);
        grid.marks[cell * 10..][..4].copy_from_slice(&eyes);
        grid
    }

    #[test]
    fn a_cell_says_where_its_face_is() {
        let two = std::f32::consts::LN_2;
        let (still, twice) = ([0.0, 0.0, 0.0, 0.0], [0.0, 0.0, two, two]);
        let cases = [
            ("the first cell, one cell wide", 8, 0, still, [-4.0, -4.0, 4.0, 4.0]),
            ("the next in its row", 8, 1, still, [4.0, -4.0, 12.0, 4.0]),
            ("the next row", 8, 3, still, [-4.0, 4.0, 4.0, 12.0]),
            ("the last cell, twice as wide", 16, 5, twice, [16.0, 0.0, 48.0, 32.0]),
            ("half a cell aside", 32, 4, [0.5, -0.5, 0.0, two], [32.0, -16.0, 64.0, 48.0]),
        ];
        for (name, stride, cell, area, expected) in cases {
            let found = grid(stride, cell, (1.0, 1.0), area, [0.0; 4]).candidates(0.5);
            let corners: Vec<_> =
                found.iter().map(|one| [one.left, one.top, one.right, one.bottom]).collect();
            let is_near =
                |one: &[f32; 4]| one.iter().zip(expected).all(|(one, other)| (one - other).abs() < 1e-3);
            assert!(corners.len() == 1 && is_near(&corners[0]), "{name}: {corners:?}");
        }
        let eyes = grid(16, 4, (1.0, 1.0), still, [-0.25, 0.5, 0.25, 0.75]).candidates(0.5)[0].eyes;
        assert_eq!(eyes, [(12.0, 24.0), (20.0, 28.0)]);
    }

    #[test]
    fn a_score_is_the_root_of_both() {
        let cases = [
            ((1.0, 1.0), Some(1.0)),
            ((0.64, 1.0), Some(0.8)),
            ((0.5, 0.5), Some(0.5)),
            ((9.0, 0.25), Some(0.5)),
            ((0.49, 0.5), None),
            ((-1.0, -1.0), None),
            ((f32::NAN, 1.0), None),
        ];
        for (score, expected) in cases {
            let found = grid(8, 2, score, [0.0; 4], [0.0; 4]).candidates(0.5);
            assert_eq!(found.first().map(|one| one.score), expected, "{score:?}");
        }
    }

    #[test]
    fn numbers_that_are_none_give_no_box() {
        for wrong in [f32::NAN, f32::INFINITY, 1e30] {
            assert_eq!(grid(8, 2, (1.0, 1.0), [0.0, 0.0, wrong, 0.0], [0.0; 4]).candidates(0.5), []);
            let eyes = grid(8, 2, (1.0, 1.0), [0.0; 4], [wrong * wrong, 0.0, 0.0, 0.0]).candidates(0.5);
            assert_eq!(eyes, []);
        }
        let mut short = grid(8, 5, (1.0, 1.0), [0.0; 4], [0.0; 4]);
        short.marks.truncate(59);
        assert_eq!(short.candidates(0.5), []);
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "the same sum from both sides")]
    fn overlap_is_shared_by_together() {
        let ten = [0.0, 0.0, 10.0, 10.0];
        let cases = [
            ("itself", ten, 1.0),
            ("its left half", [0.0, 0.0, 5.0, 10.0], 0.5),
            ("pushed aside by half", [5.0, 0.0, 15.0, 10.0], 1.0 / 3.0),
            ("touching", [10.0, 0.0, 20.0, 10.0], 0.0),
            ("far away", [50.0, 50.0, 60.0, 60.0], 0.0),
            ("empty", [5.0, 5.0, 5.0, 5.0], 0.0),
            ("inside out", [10.0, 10.0, 0.0, 0.0], 0.0),
        ];
        for (name, other, expected) in cases {
            let (one, other) = (boxed(1.0, ten), boxed(1.0, other));
            assert!((one.overlap(&other) - expected).abs() < 1e-6, "{name}");
            assert_eq!(one.overlap(&other), other.overlap(&one), "{name}");
        }
    }

    #[test]
    fn each_face_is_kept_once_by_its_best_box() {
        type Scored = (f32, [f32; 4]);
        let (left, nearly_left) = ([0.0, 0.0, 10.0, 10.0], [1.0, 1.0, 11.0, 11.0]);
        let (half_aside, right) = ([5.5, 0.0, 15.5, 10.0], [30.0, 0.0, 40.0, 10.0]);
        let cases: [(&str, &[Scored], &[f32]); 5] = [
            ("none", &[], &[]),
            ("one face, two boxes", &[(0.6, left), (0.9, nearly_left)], &[0.9]),
            ("two faces, three boxes", &[(0.7, right), (0.6, left), (0.9, nearly_left)], &[0.9, 0.7]),
            ("two that share little", &[(0.6, left), (0.9, half_aside)], &[0.9, 0.6]),
            (
                "a box that is dropped drops none",
                &[(0.9, left), (0.8, nearly_left), (0.7, half_aside)],
                &[0.9, 0.7],
            ),
        ];
        for (name, boxes, expected) in cases {
            let kept = distinct(boxes.iter().map(|(score, area)| boxed(*score, *area)).collect());
            assert_eq!(kept.iter().map(|one| one.score).collect::<Vec<_>>(), expected, "{name}");
        }
    }

    #[test]
    fn a_fine_look_adds_small_faces_and_no_pieces() {
        let big = boxed(0.7, [0.0, 0.0, 100.0, 100.0]);
        let cases: [(&str, Candidate, &[f32]); 4] = [
            ("a face elsewhere", boxed(0.6, [200.0, 0.0, 210.0, 10.0]), &[0.7, 0.6]),
            ("a better box of the same face", boxed(0.9, [0.0, 0.0, 100.0, 90.0]), &[0.9]),
            ("a piece, however sure", boxed(0.9, [10.0, 10.0, 40.0, 40.0]), &[0.7]),
            ("a face at its edge", boxed(0.9, [95.0, 0.0, 115.0, 20.0]), &[0.9, 0.7]),
        ];
        for (name, fine, expected) in cases {
            let kept = joined(&[big], vec![fine]);
            assert_eq!(kept.iter().map(|one| one.score).collect::<Vec<_>>(), expected, "{name}");
        }
    }
}

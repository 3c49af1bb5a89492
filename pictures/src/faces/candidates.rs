//! From the net's numbers to boxes: which cell says what, and which boxes are one face.
//! Invariant: pure arithmetic on finite numbers; all in pixels of the square that the net saw.

/// The side of the square that the model file declares.
pub(super) const SIDE: usize = 640;
/// The net looks in three grids, whose cells are so many pixels wide.
pub(super) const STRIDES: [usize; 3] = [8, 16, 32];
/// Two boxes that share more than this of their union are one face (the model's authors' figure).
const SAME_FACE: f32 = 0.3;

/// A box and the middles of both eyes, the person's right one first: in a portrait, left in the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub score: f32,
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    pub eyes: [(f32, f32); 2],
}

/// What the net says of one grid, row by row: per cell 1, 1, 4 and 10 numbers.
pub(super) struct Grid {
    pub stride: usize,
    pub classes: Vec<f32>,
    pub objects: Vec<f32>,
    pub boxes: Vec<f32>,
    pub marks: Vec<f32>,
}

impl Grid {
    /// The cells whose score is at least `least`. Too few numbers mean fewer cells.
    pub fn candidates(&self, least: f32) -> Vec<Candidate> {
        let (boxes, marks) = (self.boxes.as_chunks::<4>().0, self.marks.as_chunks::<10>().0);
        let scores = self.classes.iter().zip(&self.objects);
        let cells = scores.zip(boxes).zip(marks).enumerate();
        cells.filter_map(|(cell, ((score, area), marks))| self.candidate(cell, score, area, marks, least)).collect()
    }

    fn candidate(
        &self,
        cell: usize,
        (class, object): (&f32, &f32),
        area: &[f32; 4],
        marks: &[f32; 10],
        least: f32,
    ) -> Option<Candidate> {
        let score = (class.clamp(0.0, 1.0) * object.clamp(0.0, 1.0)).sqrt();
        // Written so that a score that is not a number is left out too.
        if !(score >= least) {
            return None;
        }
        let (across, stride) = (SIDE / self.stride, self.stride as f32);
        let (column, row) = ((cell % across) as f32, (cell / across) as f32);
        let [middle_x, middle_y, width, height] = *area;
        let (middle_x, middle_y) = ((column + middle_x) * stride, (row + middle_y) * stride);
        let (half_width, half_height) = (width.exp() * stride / 2.0, height.exp() * stride / 2.0);
        let eye = |x: f32, y: f32| ((column + x) * stride, (row + y) * stride);
        let found = Candidate {
            score,
            left: middle_x - half_width,
            top: middle_y - half_height,
            right: middle_x + half_width,
            bottom: middle_y + half_height,
            eyes: [eye(marks[0], marks[1]), eye(marks[2], marks[3])],
        };
        found.is_finite().then_some(found)
    }
}

impl Candidate {
    fn is_finite(&self) -> bool {
        let numbers = [self.left, self.top, self.right, self.bottom];
        let eyes = self.eyes.into_iter().flat_map(|(x, y)| [x, y]);
        numbers.into_iter().chain(eyes).all(f32::is_finite)
    }

    fn area(&self) -> f32 {
        (self.right - self.left).max(0.0) * (self.bottom - self.top).max(0.0)
    }

    /// What two boxes share, as a part of what both cover together: 0 to 1.
    pub fn overlap(&self, other: &Self) -> f32 {
        let width = self.right.min(other.right) - self.left.max(other.left);
        let height = self.bottom.min(other.bottom) - self.top.max(other.top);
        let shared = width.max(0.0) * height.max(0.0);
        let both = self.area() + other.area() - shared;
        if both > 0.0 { shared / both } else { 0.0 }
    }
}

/// Each face once, by its best box; the best first.
pub(super) fn distinct(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
    let mut kept: Vec<Candidate> = Vec::new();
    for candidate in candidates {
        if kept.iter().all(|better| better.overlap(&candidate) <= SAME_FACE) {
            kept.push(candidate);
        }
    }
    kept
}

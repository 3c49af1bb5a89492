//! The paper's size, and how many photos share a page. The layout is for A4; A3 is the same, enlarged.

/// In points, 72 per inch.
pub(crate) const WIDTH: f32 = 595.28;
pub(crate) const HEIGHT: f32 = 841.89;
/// Any printer can print up to this margin.
pub(crate) const MARGIN: f32 = 28.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    A4,
    A3,
}

impl Paper {
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::A3];

    pub fn name(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::A3 => "A3",
        }
    }

    /// The factor by which a side is longer than A4's.
    pub(crate) fn scale(self) -> f32 {
        match self {
            Paper::A4 => 1.0,
            Paper::A3 => std::f32::consts::SQRT_2,
        }
    }
}

/// The numbers of photos per page: few, so that each layout could be checked by eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PerPage {
    One,
    Two,
    Four,
    Six,
    Nine,
    Twelve,
}

impl PerPage {
    pub const ALL: [PerPage; 6] =
        [PerPage::One, PerPage::Two, PerPage::Four, PerPage::Six, PerPage::Nine, PerPage::Twelve];

    pub fn count(self) -> usize {
        let (across, down) = self.grid();
        across * down
    }

    pub fn of(count: usize) -> Option<PerPage> {
        PerPage::ALL.into_iter().find(|one| one.count() == count)
    }

    /// Whether each photo has room for a QR code of its own.
    pub fn has_codes(self) -> bool {
        self.count() <= 4
    }

    /// The largest width of a photo on this paper, in inches: more pixels than it needs are wasted.
    pub fn inches_wide(self, paper: Paper) -> f32 {
        let (across, down) = self.grid();
        let room = (WIDTH - 2.0 * MARGIN) / across as f32;
        // The photos get about two thirds of the height.
        let tall = HEIGHT * 0.62 / down as f32;
        room.min(tall * 0.8) * paper.scale() / 72.0
    }

    pub(crate) fn grid(self) -> (usize, usize) {
        match self {
            PerPage::One => (1, 1),
            PerPage::Two => (2, 1),
            PerPage::Four => (2, 2),
            PerPage::Six => (3, 2),
            PerPage::Nine => (3, 3),
            PerPage::Twelve => (4, 3),
        }
    }

    /// The letter size in points of the sentence under a photo, and of its number.
    pub(crate) fn caption(self) -> (f32, f32) {
        match self {
            PerPage::One => (26.0, 46.0),
            PerPage::Two => (19.0, 34.0),
            PerPage::Four => (15.0, 27.0),
            PerPage::Six => (13.0, 24.0),
            PerPage::Nine => (11.5, 21.0),
            PerPage::Twelve => (10.5, 18.0),
        }
    }
}

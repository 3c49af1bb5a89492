//! A small drawing board over tiny-skia: soft closed shapes through points, lines, glows and clipping. Units: a sheet of 400 ×
//! 500, for any size of the picture in pixels.

use tiny_skia::{
    Color, FillRule, GradientStop, LineCap, LineJoin, LinearGradient, Mask, Paint, Path, PathBuilder, Pixmap,
    Point, RadialGradient, Shader, SpreadMode, Stroke, Transform,
};

pub type At = (f32, f32);

#[derive(Clone, Copy, Debug)]
pub struct Tone(f32, f32, f32);

impl Tone {
    pub fn hex(rgb: u32) -> Self {
        let part = |shift: u32| ((rgb >> shift) & 0xFF) as f32 / 255.0;
        Tone(part(16), part(8), part(0))
    }

    pub fn mix(self, other: Tone, share: f32) -> Tone {
        let part = |a: f32, b: f32| a + (b - a) * share;
        Tone(part(self.0, other.0), part(self.1, other.1), part(self.2, other.2))
    }

    pub fn darker(self, share: f32) -> Tone {
        self.mix(Tone(0.10, 0.05, 0.06), share)
    }

    pub fn lighter(self, share: f32) -> Tone {
        self.mix(Tone(1.0, 0.96, 0.9), share)
    }

    pub fn lightness(self) -> f32 {
        0.3 * self.0 + 0.59 * self.1 + 0.11 * self.2
    }

    fn color(self, opacity: f32) -> Color {
        let part = |value: f32| value.clamp(0.0, 1.0);
        Color::from_rgba(part(self.0), part(self.1), part(self.2), part(opacity)).unwrap_or(Color::BLACK)
    }
}

/// A closed soft shape through the points.
pub fn shape(points: &[At]) -> Option<Path> {
    through(points, true)
}

/// An open soft line through the points.
pub fn line(points: &[At]) -> Option<Path> {
    through(points, false)
}

/// A closed, symmetric shape, given the points of its right half from top to bottom; the first and last are on the middle line.
pub fn even(right_half: &[At]) -> Option<Path> {
    let left = right_half.iter().rev().filter(|(x, _)| *x != 0.0).map(|(x, y)| (-x, *y));
    shape(&right_half.iter().copied().chain(left).collect::<Vec<_>>())
}

pub fn oval(centre: At, half: At) -> Option<Path> {
    tiny_skia::Rect::from_ltrb(centre.0 - half.0, centre.1 - half.1, centre.0 + half.0, centre.1 + half.1)
        .and_then(PathBuilder::from_oval)
}

/// A shape with straight edges.
pub fn edges(points: &[At]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (n, (x, y)) in points.iter().enumerate() {
        if n == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
    }
    path.close();
    path.finish()
}

/// The outer shape with the inner one cut out; [`Canvas::fill`] fills it with the even-odd rule.
pub fn ring(outer: Option<Path>, inner: Option<Path>) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_path(&outer?);
    path.push_path(&inner?);
    path.finish()
}

/// A Catmull-Rom curve through all points, as cubics.
fn through(points: &[At], is_closed: bool) -> Option<Path> {
    let count = points.len() as isize;
    let at = |n: isize| {
        let n = if is_closed { n.rem_euclid(count) } else { n.clamp(0, count - 1) };
        points[n as usize]
    };
    let mut path = PathBuilder::new();
    let start = points.first()?;
    path.move_to(start.0, start.1);
    for n in 0..if is_closed { count } else { count - 1 } {
        let (a, b, c, d) = (at(n - 1), at(n), at(n + 1), at(n + 2));
        let (first, second) = (
            (b.0 + (c.0 - a.0) / 6.0, b.1 + (c.1 - a.1) / 6.0),
            (c.0 - (d.0 - b.0) / 6.0, c.1 - (d.1 - b.1) / 6.0),
        );
        path.cubic_to(first.0, first.1, second.0, second.1, c.0, c.1);
    }
    if is_closed {
        path.close();
    }
    path.finish()
}

pub struct Canvas {
    pixels: Pixmap,
    place: Transform,
    clip: Option<Mask>,
}

impl Canvas {
    /// A sheet of `width` × 5/4 `width` pixels.
    pub fn new(width: u32) -> Option<Self> {
        let scale = width as f32 / 400.0;
        Some(Self {
            pixels: Pixmap::new(width, width * 5 / 4)?,
            place: Transform::from_scale(scale, scale),
            clip: None,
        })
    }

    pub fn into_pixels(self) -> Pixmap {
        self.pixels
    }

    /// Draws with the origin moved to `origin`, rotated by `degrees` and scaled.
    pub fn placed(&mut self, origin: At, degrees: f32, scale: At, draw: impl FnOnce(&mut Self)) {
        let before = self.place;
        self.place = before.pre_translate(origin.0, origin.1).pre_rotate(degrees).pre_scale(scale.0, scale.1);
        draw(self);
        self.place = before;
    }

    /// Clips the drawing to the shape.
    pub fn within(&mut self, path: &Option<Path>, draw: impl FnOnce(&mut Self)) {
        let Some(path) = path else { return };
        let before = self.clip.clone();
        let mask = match before.clone() {
            Some(mut mask) => {
                mask.intersect_path(path, FillRule::EvenOdd, true, self.place);
                Some(mask)
            }
            None => Mask::new(self.pixels.width(), self.pixels.height()).map(|mut mask| {
                mask.fill_path(path, FillRule::EvenOdd, true, self.place);
                mask
            }),
        };
        self.clip = mask;
        draw(self);
        self.clip = before;
    }

    pub fn fill(&mut self, path: &Option<Path>, tone: Tone, opacity: f32) {
        self.paint(path, Shader::SolidColor(tone.color(opacity)));
    }

    /// Fills with a gradient from the tone at `from` to the tone at `to`.
    pub fn fade(&mut self, path: &Option<Path>, from: (At, Tone), to: (At, Tone)) {
        let point = |at: At| Point::from_xy(at.0, at.1);
        let stops = vec![GradientStop::new(0.0, from.1.color(1.0)), GradientStop::new(1.0, to.1.color(1.0))];
        let place = Transform::identity();
        if let Some(shader) = LinearGradient::new(point(from.0), point(to.0), stops, SpreadMode::Pad, place) {
            self.paint(path, shader);
        }
    }

    /// A round glow with the radii `half`, which fades out at its edge.
    pub fn glow(&mut self, centre: At, half: At, tone: Tone, opacity: f32) {
        let stops = vec![
            GradientStop::new(0.0, tone.color(opacity)),
            GradientStop::new(0.5, tone.color(opacity * 0.55)),
            GradientStop::new(1.0, tone.color(0.0)),
        ];
        let place = Transform::from_translate(centre.0, centre.1).pre_scale(half.0, half.1);
        let middle = Point::from_xy(0.0, 0.0);
        if let Some(shader) = RadialGradient::new(middle, 0.0, middle, 1.0, stops, SpreadMode::Pad, place) {
            self.paint(&oval(centre, half), shader);
        }
    }

    pub fn stroke(&mut self, path: &Option<Path>, tone: Tone, opacity: f32, width: f32) {
        let Some(path) = path else { return };
        let mut paint = Paint { anti_alias: true, ..Paint::default() };
        paint.set_color(tone.color(opacity));
        let stroke =
            Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        self.pixels.stroke_path(path, &paint, &stroke, self.place, self.clip.as_ref());
    }

    fn paint(&mut self, path: &Option<Path>, shader: Shader<'_>) {
        let Some(path) = path else { return };
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        self.pixels.fill_path(path, &paint, FillRule::EvenOdd, self.place, self.clip.as_ref());
    }
}

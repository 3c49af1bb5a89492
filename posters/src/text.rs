//! Shapes texts into lines, and draws lines onto the page. Each paragraph runs in its own language's direction, whatever its
//! first letter is. Invariant: a letter that is in none of our fonts is refused, so that no box is ever printed.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use krilla::color::rgb;
use krilla::geom::{Point, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use parley::{
    Alignment, AlignmentOptions, BaseDirection, FontContext, FontFamily, FontFamilyName, FontWeight, Layout,
    LayoutContext, LineHeight, Run, StyleProperty,
};

use crate::{Direction, DrawError};

pub(crate) const INK: [u8; 3] = [0x25, 0x21, 0x1c];
pub(crate) const ACCENT: [u8; 3] = [0x14, 0x52, 0x4f];
pub(crate) const PAPER_TINT: [u8; 3] = [0xf6, 0xf0, 0xe4];
pub(crate) const FRAME: [u8; 3] = [0xd8, 0xca, 0xb0];

/// Latin and Cyrillic, the Arabic script, Ethiopic: subsets of Noto, see NOTICE.
const FONTS: [&[u8]; 6] = [
    include_bytes!("../fonts/NotoSans-Regular.ttf"),
    include_bytes!("../fonts/NotoSans-Bold.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Regular.ttf"),
    include_bytes!("../fonts/NotoSansEthiopic-Bold.ttf"),
];
const FAMILIES: [FontFamilyName<'static>; 3] = [
    FontFamilyName::Named(Cow::Borrowed("Noto Sans")),
    FontFamilyName::Named(Cow::Borrowed("Noto Sans Arabic")),
    FontFamilyName::Named(Cow::Borrowed("Noto Sans Ethiopic")),
];
/// Leaves room for marks above and below the letters of the Arabic script.
const LINE_HEIGHT: f32 = 1.32;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The side on which the paragraph's language begins its lines.
    Start,
    Middle,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub size: f32,
    pub is_bold: bool,
    pub colour: [u8; 3],
    pub side: Side,
}

impl Style {
    pub fn plain(size: f32) -> Style {
        Style { size, is_bold: false, colour: INK, side: Side::Start }
    }

    pub fn bold(size: f32) -> Style {
        Style { is_bold: true, ..Style::plain(size) }
    }

    pub fn middle(self) -> Style {
        Style { side: Side::Middle, ..self }
    }

    pub fn colour(self, colour: [u8; 3]) -> Style {
        Style { colour, ..self }
    }
}

/// A paragraph laid out at a width.
pub(crate) struct Block {
    text: String,
    layout: Layout<[u8; 3]>,
    pub width: f32,
    pub height: f32,
    /// Whether a word is wider than the column.
    pub is_cut: bool,
}

pub(crate) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<[u8; 3]>,
    embedded: HashMap<u64, Font>,
}

impl Setter {
    pub fn new() -> Setter {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        for font in FONTS {
            collection.register_fonts(Blob::new(Arc::new(font)), None);
        }
        Setter {
            fonts: FontContext { collection, source_cache: SourceCache::default() },
            layouts: LayoutContext::new(),
            embedded: HashMap::new(),
        }
    }

    pub fn set(
        &mut self,
        text: &str,
        direction: Direction,
        style: Style,
        width: f32,
    ) -> Result<Block, DrawError> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        builder.set_base_direction(match direction {
            Direction::LeftToRight => BaseDirection::Ltr,
            Direction::RightToLeft => BaseDirection::Rtl,
        });
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(Cow::Borrowed(&FAMILIES))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(LINE_HEIGHT)));
        builder.push_default(StyleProperty::Brush(style.colour));
        let weight = if style.is_bold { FontWeight::BOLD } else { FontWeight::NORMAL };
        builder.push_default(StyleProperty::FontWeight(weight));
        let mut layout: Layout<[u8; 3]> = builder.build(text);
        layout.break_all_lines(Some(width));
        let alignment = match style.side {
            Side::Start => Alignment::Start,
            Side::Middle => Alignment::Center,
        };
        layout.align(alignment, AlignmentOptions::default());
        if lacks_a_letter(&layout, text) {
            return Err(DrawError::NoLetter(text.to_owned()));
        }
        let is_cut = layout.width() > width + 0.5;
        let height = layout.height();
        Ok(Block { text: text.to_owned(), layout, width, height, is_cut })
    }

    pub fn draw(
        &mut self,
        surface: &mut Surface<'_>,
        block: &Block,
        (x, y): (f32, f32),
    ) -> Result<(), DrawError> {
        surface.push_transform(&Transform::from_translate(x, y));
        let drawn = self.draw_lines(surface, block);
        surface.pop();
        drawn
    }

    fn draw_lines(&mut self, surface: &mut Surface<'_>, block: &Block) -> Result<(), DrawError> {
        for line in block.layout.lines() {
            let metrics = line.metrics();
            let (mut x, y) = (metrics.offset + metrics.inline_min_coord, metrics.baseline);
            for run in line.runs() {
                let (size, from) = (run.font_size(), x);
                let mut glyphs: Vec<KrillaGlyph> = Vec::new();
                let mut colour = INK;
                let letters = letters_of(&run);
                let mut read = block.text.clone();
                for cluster in run.visual_clusters() {
                    colour = cluster.style().brush;
                    let said = letters.get(&cluster.text_range().start).cloned().unwrap_or_default();
                    let said = as_one_letter(&mut read, said);
                    for glyph in cluster.glyphs() {
                        let id = GlyphId::new(glyph.id);
                        let (advance, dx, dy) = (glyph.advance / size, glyph.x / size, glyph.y / size);
                        glyphs.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, said.clone(), None));
                        x += glyph.advance;
                    }
                }
                let font = self.embedded(run.font())?;
                surface.set_fill(Some(fill(colour)));
                surface.draw_glyphs(Point::from_xy(from, y), &glyphs, font, &read, size, false);
            }
        }
        Ok(())
    }

    fn embedded(&mut self, font: &parley::FontData) -> Result<Font, DrawError> {
        let id = font.data.id();
        if let Some(known) = self.embedded.get(&id) {
            return Ok(known.clone());
        }
        let bytes = font.data.data().to_vec();
        let made = Font::new(bytes.into(), font.index);
        let made = made.ok_or_else(|| DrawError::Pdf("a font can't be read".to_owned()))?;
        self.embedded.insert(id, made.clone());
        Ok(made)
    }
}

pub(crate) fn fill([red, green, blue]: [u8; 3]) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

/// The text of each drawn cluster, by where it begins. A ligature stands for all its letters: otherwise somebody who copies
/// "لا" from the PDF, or has it read aloud, would lose the second one.
fn letters_of(run: &Run<'_, [u8; 3]>) -> HashMap<usize, Range<usize>> {
    let mut letters: HashMap<usize, Range<usize>> = HashMap::new();
    let mut first = 0;
    for cluster in run.clusters() {
        let range = cluster.text_range();
        match letters.get_mut(&first).filter(|_| cluster.is_ligature_continuation()) {
            Some(whole) => whole.end = range.end,
            None => {
                first = range.start;
                letters.insert(first, range);
            }
        }
    }
    letters
}

/// PDF readers reverse a line of Arabic letter by letter, and with it the two letters of a ligature: "لا" is copied as "ال". So
/// the ligatures of our font get their own code points, which can't be reversed, and which every search treats as the two
/// letters.
fn as_one_letter(read: &mut String, said: Range<usize>) -> Range<usize> {
    let one = match &read[said.clone()] {
        "\u{644}\u{622}" => '\u{fef5}',
        "\u{644}\u{623}" => '\u{fef7}',
        "\u{644}\u{625}" => '\u{fef9}',
        "\u{644}\u{627}" => '\u{fefb}',
        "\u{644}\u{649}" => '\u{fc43}',
        _ => return said,
    };
    let from = read.len();
    read.push(one);
    from..read.len()
}

fn lacks_a_letter(layout: &Layout<[u8; 3]>, text: &str) -> bool {
    let runs = layout.lines().flat_map(|line| line.runs());
    let mut letters = runs.flat_map(|run| run.clusters()).filter(|one| !is_unseen(&text[one.text_range()]));
    letters.any(|cluster| cluster.glyphs().any(|glyph| glyph.id == 0))
}

/// Direction marks and spaces, which draw nothing.
fn is_unseen(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}'))
}

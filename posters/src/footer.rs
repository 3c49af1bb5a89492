//! The foot of each page: the address in large letters, what to do without a phone, and advice for people's safety.

use crate::placed::{Bench, Placed, Thing, text};
use crate::text::{ACCENT, PAPER_TINT, Style};
use crate::{Direction, DrawError, Poster, Words};

const PADDING: f32 = 10.0;
const BETWEEN: f32 = 16.0;
/// The side of the QR code for the whole gallery, if the photos have none of their own.
const CODE: f32 = 92.0;

/// The footer's things and its height; `None` if a text does not fit.
pub(crate) fn planned<'p>(
    poster: &'p Poster,
    has_code: bool,
    bench: &mut Bench<'_>,
    width: f32,
) -> Result<Option<(Vec<Placed<'p>>, f32)>, DrawError> {
    let code = if has_code { CODE + BETWEEN } else { 0.0 };
    let room = width - 2.0 * PADDING - code;
    let column = (room - BETWEEN) / 2.0;
    let mut placed = vec![];
    // The address belongs to no language: it is centred and runs from left to right.
    let address = Style::bold(26.0).middle().colour(ACCENT);
    let address = bench.set_in(&poster.address, Direction::LeftToRight, address, room)?;
    let mut is_cut = address.is_cut;
    let below = address.height + 3.0;
    placed.push(text(address, PADDING + code, PADDING));
    let mut height = below;
    for (at, lines) in columns(poster).into_iter().enumerate() {
        let mut y = below;
        for (words, line, style) in lines {
            let block = bench.set(line, words, style, column)?;
            is_cut |= block.is_cut;
            let tall = block.height;
            placed.push(text(block, PADDING + code + at as f32 * (column + BETWEEN), PADDING + y));
            y += tall + 2.0;
        }
        height = height.max(y);
    }
    let society = Style::plain(10.5).middle();
    let society = bench.set(&poster.society, &poster.first, society, room)?;
    is_cut |= society.is_cut;
    let tall = society.height;
    placed.push(text(society, PADDING + code, PADDING + height + 2.0));
    height = (height + 2.0 + tall).max(if has_code { CODE } else { 0.0 });
    if has_code {
        let y = PADDING + (height - CODE) / 2.0;
        placed.push(Placed { thing: Thing::Panel([255; 3]), x: PADDING, y, width: CODE, height: CODE });
        placed.push(Placed { thing: Thing::Code(&poster.gallery), x: PADDING, y, width: CODE, height: CODE });
    }
    let whole = height + 2.0 * PADDING;
    placed.insert(0, Placed { thing: Thing::Panel(PAPER_TINT), x: 0.0, y: 0.0, width, height: whole });
    Ok((!is_cut).then_some((placed, whole)))
}

type Line<'w> = (&'w Words, &'w str, Style);

/// One language fills both columns; two languages have one each.
fn columns<'w>(poster: &'w Poster) -> [Vec<Line<'w>>; 2] {
    let ways = |words: &'w Words| {
        [
            (words, &*words.tell, Style::bold(12.5)),
            (words, &*words.scan, Style::plain(11.5)),
            (words, &*words.without_phone, Style::plain(11.5)),
        ]
    };
    let safety = |words: &'w Words| {
        [
            (words, &*words.free, Style::bold(12.5)),
            (words, &*words.caller_check, Style::plain(11.5)),
            (words, &*words.take_down, Style::bold(11.5)),
        ]
    };
    let whole = |words: &'w Words| ways(words).into_iter().chain(safety(words)).collect();
    match &poster.second {
        None => [ways(&poster.first).into(), safety(&poster.first).into()],
        Some(second) => [whole(&poster.first), whole(second)],
    }
}

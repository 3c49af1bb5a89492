//! The whole poster: pages of photos between a heading and a footer. A page is first planned, with the largest text that fits,
//! and then drawn. A right-to-left language mirrors the plan: photos, columns, codes.

use krilla::Document;
use krilla::geom::{PathBuilder, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{Metadata, TextDirection};
use krilla::page::PageSettings;
use krilla::surface::Surface;

use crate::paper::{HEIGHT, MARGIN, WIDTH};
use crate::placed::{Bench, Placed, Thing, text};
use crate::text::{ACCENT, FRAME, Setter, Style, fill};
use crate::{Direction, DrawError, PerPage, Photo, Poster, footer, grid, qr};

/// The factor by which text shrinks until everything fits; below it the smallest scale that can be read on a wall.
const STEP: f32 = 0.95;
const SMALLEST: f32 = 0.6;
const GAP: f32 = 14.0;

pub(crate) fn document(poster: &Poster) -> Result<Vec<u8>, DrawError> {
    if poster.photos.is_empty() {
        return Err(DrawError::NoPhotos);
    }
    let mut setter = Setter::new();
    let mut document = Document::new();
    let scale = poster.paper.scale();
    for photos in poster.photos.chunks(poster.per_page.count()) {
        let plan = planned(poster, photos, &mut setter)?;
        let settings = PageSettings::from_wh(WIDTH * scale, HEIGHT * scale).ok_or(DrawError::TooLong)?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(scale, scale));
        let is_mirrored = poster.first.direction == Direction::RightToLeft;
        let drawn = plan.iter().try_for_each(|one| draw(&mut surface, &mut setter, one, is_mirrored));
        surface.pop();
        surface.finish();
        page.finish();
        drawn?;
    }
    let direction = match poster.first.direction {
        Direction::LeftToRight => TextDirection::LeftToRight,
        Direction::RightToLeft => TextDirection::RightToLeft,
    };
    document.set_metadata(
        Metadata::new()
            .title(poster.first.heading.clone())
            .language(poster.first.language.clone())
            .text_direction(direction),
    );
    document.finish().map_err(|error| DrawError::Pdf(format!("{error:?}")))
}

fn planned<'p>(
    poster: &'p Poster,
    photos: &'p [Photo],
    setter: &mut Setter,
) -> Result<Vec<Placed<'p>>, DrawError> {
    // A page that is not full gets the layout for fewer photos, so that each is as large as possible.
    let layout = PerPage::ALL.into_iter().find(|one| one.count() >= photos.len()).unwrap_or(poster.per_page);
    let has_codes = layout.has_codes();
    let mut scale = 1.0;
    while scale > SMALLEST {
        let mut bench = Bench { setter, scale };
        let (width, top) = (WIDTH - 2.0 * MARGIN, MARGIN);
        let head = heading(poster, &mut bench, width)?;
        let foot = footer::planned(poster, !has_codes, &mut bench, width)?;
        if let (Some((head, head_height)), Some((foot, foot_height))) = (head, foot) {
            let from = top + head_height + GAP;
            let room = HEIGHT - MARGIN - foot_height - GAP - from;
            if let Some(middle) = grid::planned(poster, (layout, photos), &mut bench, (width, room))? {
                let moved = |things: Vec<Placed<'p>>, y: f32| {
                    things.into_iter().map(move |one| Placed { x: one.x + MARGIN, y: one.y + y, ..one })
                };
                let foot_at = HEIGHT - MARGIN - foot_height;
                return Ok(moved(head, top).chain(moved(middle, from)).chain(moved(foot, foot_at)).collect());
            }
        }
        scale *= STEP;
    }
    Err(DrawError::TooLong)
}

/// Heading and lead, the languages side by side, over a coloured line. Returns the height too.
fn heading<'p>(
    poster: &'p Poster,
    bench: &mut Bench<'_>,
    width: f32,
) -> Result<Option<(Vec<Placed<'p>>, f32)>, DrawError> {
    let count = poster.words().count() as f32;
    let column = (width - (count - 1.0) * GAP) / count;
    let (large, small) = if poster.second.is_some() { (25.0, 13.0) } else { (36.0, 18.0) };
    let (mut placed, mut height) = (Vec::new(), 0.0_f32);
    for (at, words) in poster.words().enumerate() {
        let title = bench.set(&words.heading, words, Style::bold(large).colour(ACCENT), column)?;
        let lead = bench.set(&words.lead, words, Style::plain(small), column)?;
        if title.is_cut || lead.is_cut {
            return Ok(None);
        }
        let x = at as f32 * (column + GAP);
        height = height.max(title.height + lead.height + 2.0);
        let below = title.height + 2.0;
        placed.push(text(title, x, 0.0));
        placed.push(text(lead, x, below));
    }
    placed.push(Placed { thing: Thing::Panel(ACCENT), x: 0.0, y: height + 6.0, width, height: 2.0 });
    Ok(Some((placed, height + 8.0)))
}

fn draw(
    surface: &mut Surface<'_>,
    setter: &mut Setter,
    placed: &Placed<'_>,
    is_mirrored: bool,
) -> Result<(), DrawError> {
    let Placed { y, width, height, .. } = *placed;
    let x = if is_mirrored { WIDTH - placed.x - width } else { placed.x };
    match &placed.thing {
        Thing::Text(block) => setter.draw(surface, block, (x, y)),
        Thing::Code(address) => qr::draw(surface, address, (x, y, width)),
        Thing::Panel(colour) => {
            panel(surface, *colour, (x, y, width, height));
            Ok(())
        }
        Thing::Photo(photo) => {
            panel(surface, FRAME, (x - 0.75, y - 0.75, width + 1.5, height + 1.5));
            let image = Image::from_jpeg(photo.jpeg.clone().into(), true).map_err(|_| DrawError::NotAJpeg)?;
            let size = Size::from_wh(width, height).ok_or(DrawError::TooLong)?;
            surface.push_transform(&Transform::from_translate(x, y));
            surface.draw_image(image, size);
            surface.pop();
            Ok(())
        }
    }
}

fn panel(surface: &mut Surface<'_>, colour: [u8; 3], (x, y, width, height): (f32, f32, f32, f32)) {
    let mut path = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(colour)));
        surface.draw_path(&path);
    }
}

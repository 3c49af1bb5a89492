//! A QR code as one path of dark squares on white, with the quiet border that readers need.

use fast_qr::{ECL, QRBuilder};
use krilla::geom::{PathBuilder, Rect};
use krilla::surface::Surface;

use crate::DrawError;
use crate::text::{INK, fill};

/// Modules of white on each side.
const QUIET: usize = 4;

pub(crate) fn draw(
    surface: &mut Surface<'_>,
    address: &str,
    (x, y, side): (f32, f32, f32),
) -> Result<(), DrawError> {
    let code = QRBuilder::new(address).ecl(ECL::M).build().map_err(|_| DrawError::NoCode)?;
    let module = side / (code.size + 2 * QUIET) as f32;
    let mut path = PathBuilder::new();
    for (down, row) in code.data.chunks(code.size).take(code.size).enumerate() {
        let mut across = 0;
        while across < code.size {
            if !row[across].value() {
                across += 1;
                continue;
            }
            // A run of dark modules becomes one rectangle, so that there are no hairlines between them.
            let length = row[across..].iter().take_while(|module| module.value()).count();
            let left = x + (across + QUIET) as f32 * module;
            let top = y + (down + QUIET) as f32 * module;
            path_rect(&mut path, (left, top, length as f32 * module, module * 1.02));
            across += length;
        }
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(INK)));
        surface.draw_path(&path);
    }
    Ok(())
}

fn path_rect(path: &mut PathBuilder, (x, y, width, height): (f32, f32, f32, f32)) {
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        path.push_rect(rect);
    }
}

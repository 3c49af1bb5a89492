//! What a worker reports of the faces it found. Runs in the worker. Invariant: areas and numbers alone, never pixels.

use kinlight_pictures::{Cover, Crop, Face, Found, Turn, View, WIDTHS, crop_proposal, warnings};

use super::protocol::{MOST_FACES, Sight, SightedFace};

/// Left, top, width and height, in ten-thousandths.
pub fn numbers(area: Crop) -> [u16; 4] {
    [area.left(), area.top(), area.width(), area.height()]
}

/// The faces found in this picture, the largest first, at most [`MOST_FACES`].
pub fn sight<'p>(picture: impl Into<View<'p>>, found: &Found) -> Sight {
    let picture = picture.into();
    let sighted = |face: &Face| SightedFace {
        area: numbers(face.area),
        score: face.score,
        cover: numbers(Cover::face(face).area()),
        crop: numbers(proposed(picture, face)),
    };
    Sight {
        faces: found.faces.iter().take(MOST_FACES).map(sighted).collect(),
        quarters: match found.turn {
            Turn::None => 0,
            Turn::Quarter => 1,
            Turn::Half => 2,
            Turn::ThreeQuarters => 3,
        },
        warnings: warnings(picture, &found.faces),
    }
}

/// The proposed crop around a face, or the largest 4:5 box if the crop is too narrow to be shown.
fn proposed(picture: View<'_>, face: &Face) -> Crop {
    let crop = crop_proposal(picture, face);
    if crop.pixels(picture).width < WIDTHS[0] { Crop::centred(picture) } else { crop }
}

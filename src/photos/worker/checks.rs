//! Decides whether to believe an answer: the photo may have taken over the worker that read it. Pure. Invariant: no
//! file leaves here that contains more than pixels, or has another size than the answer says.

use kinlight_pictures::{Crop, Format, Limits, PRINT_SIDES, Variant, WIDTHS, bare_size};

use super::error::WorkerError;
use super::protocol::{Accepts, Answer, Copy, Covering, Developed, Edition, Faces, Framing, Sight, Task};

/// The longest side of a working copy.
const COPY_SIDE: u32 = 2560;

/// Returns the answer if it fits this task; its refusals become errors.
pub fn believed(task: Task, accepts: Accepts, answer: Answer) -> Result<Answer, WorkerError> {
    let is_sound = match (task, &answer) {
        (_, Answer::Refused(refusal)) => return Err(WorkerError::Refused(*refusal)),
        (_, Answer::NotEncoded) => return Err(WorkerError::NotEncoded),
        (Task::Develop(Faces::CoveredButTheLargest | Faces::Covered), Answer::NotChecked) => {
            return Err(WorkerError::NotChecked);
        }
        (Task::Develop(Faces::CoveredButTheLargest | Faces::Covered), Answer::NotCovered) => {
            return Err(WorkerError::NotCovered);
        }
        (Task::Develop(faces), Answer::Developed(made)) => is_developed(made, faces, accepts),
        (Task::WorkingCopy | Task::Retouch(_), Answer::Copy(copy)) => {
            is_copy(copy, accepts) && copy.sight.as_ref().is_none_or(is_seen)
        }
        (Task::Framing, Answer::Framing(framing)) => is_framing(*framing),
        (Task::Preview { most_wide }, Answer::Preview(jpeg)) => bare_size(jpeg, Format::Jpeg)
            .is_some_and(|(width, height)| width <= u32::from(most_wide) && is_allowed(width, height)),
        (Task::Publish { has_print }, Answer::Published(made)) => is_published(made, has_print),
        (Task::PublicFiles(public_files), Answer::Variants(made)) => is_set(made, public_files.formats()),
        _ => false,
    };
    if is_sound { Ok(answer) } else { Err(WorkerError::Garbled) }
}

fn is_copy(copy: &Copy, accepts: Accepts) -> bool {
    let (width, height) = (copy.width, copy.height);
    if !is_allowed(width, height) || width.min(height) < least(accepts) {
        return false;
    }
    let Some((copy_width, copy_height)) = bare_size(&copy.jpeg, Format::Jpeg) else { return false };
    if width.max(height) <= COPY_SIDE {
        return (copy_width, copy_height) == (width, height);
    }
    copy_width.max(copy_height) == COPY_SIDE && is_same_shape((width, height), (copy_width, copy_height))
}

/// True if the picture for posters is there exactly when it was asked for, shows the same part as the public files
/// and is no smaller.
fn is_published(made: &Edition, has_print: bool) -> bool {
    if !is_set(&made.variants, &Format::ALL) {
        return false;
    }
    let (Some(jpeg), Some(widest), true) = (&made.print, made.variants.last(), has_print) else {
        return made.print.is_none() && !has_print;
    };
    bare_size(jpeg, Format::Jpeg).is_some_and(|(width, height)| {
        (widest.width..=PRINT_SIDES.0).contains(&width)
            && height <= PRINT_SIDES.1
            && is_same_shape((width, height), (widest.width, widest.height))
    })
}

/// True if every area lies within the picture, the turn is less than a whole one, and each warning is there once, in our order.
fn is_seen(sight: &Sight) -> bool {
    let is_turn = sight.quarters <= 3;
    let has_each_warning_once = sight.warnings.is_sorted_by(|one, next| (*one as u8) < (*next as u8));
    is_turn
        && has_each_warning_once
        && sight.faces.iter().flat_map(|face| [face.area, face.cover, face.crop]).all(is_area)
}

/// True if the files show the whole picture, faces are reported only if they were asked for, and the numbers about covers
/// fit together. It can't tell that the covers hide the faces: a worker that was taken over may draw what it likes.
fn is_developed(made: &Developed, faces: Faces, accepts: Accepts) -> bool {
    let (width, height) = (made.width, made.height);
    let is_fitting = |first: &Variant| is_same_shape((width, height), (first.width, first.height));
    let is_whole = is_allowed(width, height)
        && width.min(height) >= least(accepts)
        && is_set(&made.variants, &Format::ALL)
        && made.variants.first().is_some_and(is_fitting)
        && made.variants.iter().all(|one| one.width <= width && one.height <= height);
    let is_told = match (faces, &made.sight, made.covering) {
        (Faces::Unsought, sight, covering) => sight.is_none() && covering.is_none(),
        (Faces::Told, _, covering) => covering.is_none(),
        (_, Some(sight), Some(covering)) => is_covered(sight, covering, faces),
        _ => false,
    };
    is_whole && is_told && made.sight.as_ref().is_none_or(is_seen)
}

fn is_covered(sight: &Sight, Covering { kept, covered, left }: Covering, faces: Faces) -> bool {
    let seen = sight.faces.len();
    let stays = faces == Faces::CoveredButTheLargest && seen > 0;
    let is_kept = kept.map(usize::from).map_or(!stays, |kept| stays && kept < seen);
    is_kept && usize::from(covered) + usize::from(stays) >= seen && left <= u8::from(stays)
}

fn least(accepts: Accepts) -> u32 {
    match accepts {
        Accepts::Uploads => Limits::upload().min_short_side,
        Accepts::AnySize => 1,
    }
}

fn is_area([left, top, width, height]: [u16; 4]) -> bool {
    Crop::new(left, top, width, height).is_ok()
}

/// True if the picture has an allowed size, the box lies within it and is as wide as the answer says.
fn is_framing(Framing { crop, pixels_wide, picture: (width, height), .. }: Framing) -> bool {
    let [left, top, across, down] = crop;
    let is_wide = |crop: Crop| crop.pixels_of((width, height)).width == pixels_wide;
    is_allowed(width, height) && Crop::new(left, top, across, down).is_ok_and(is_wide)
}

/// True for one file per width and format, narrowest first, all of one shape.
fn is_set(made: &[Variant], formats: &[Format]) -> bool {
    let widths = made.chunks(formats.len());
    let Some(first) = made.first() else { return false };
    let size = |variant: &Variant| (variant.width, variant.height);
    let is_width = |files: &[Variant]| {
        files.iter().map(|file| file.format).eq(formats.iter().copied())
            && files.iter().all(|file| size(file) == size(&files[0]))
            && is_same_shape(size(first), size(&files[0]))
    };
    let is_whole = |variant: &Variant| {
        bare_size(&variant.bytes, variant.format) == Some(size(variant))
            && is_allowed(variant.width, variant.height)
    };
    let is_known = match widths.len() {
        1 => first.width <= WIDTHS[0],
        _ => made.iter().all(|variant| WIDTHS.contains(&variant.width)),
    };
    is_known
        && widths.clone().map(|files| files[0].width).is_sorted_by(|narrow, wide| narrow < wide)
        && widths.clone().all(is_width)
        && made.iter().all(is_whole)
}

fn is_allowed(width: u32, height: u32) -> bool {
    let limits = Limits::default();
    let most = limits.max_side;
    (1..=most).contains(&width)
        && (1..=most).contains(&height)
        && u64::from(width) * u64::from(height) <= limits.max_pixels
}

/// True if both have the same shape, give or take one pixel a side.
fn is_same_shape(one: (u32, u32), other: (u32, u32)) -> bool {
    let [a, b, c, d] = [one.0, one.1, other.0, other.1].map(u64::from);
    (a * d).abs_diff(b * c) <= a.max(b) + c.max(d)
}

#[cfg(test)]
mod tests;

//! The answer about a photo that was turned into pictures in one go. Pure. Invariant: facts about the photo are
//! indexes into our own lists; a stranger's words have no way through.

use kinlight_pictures::{Colours, FileKind, Orientation};

use super::super::protocol::{Covering, Developed};
use super::files::{variants, write_variants};
use super::{FrameError, byte, long, sight, sight_bytes};

/// In place of the kept face's index: no face is kept.
const NOBODY: u8 = u8::MAX;

/// Width, height, kind, orientation, colours, sight, covering, variants.
pub(super) fn write(frame: &mut Vec<u8>, made: &Developed) {
    frame.extend(made.width.to_be_bytes());
    frame.extend(made.height.to_be_bytes());
    frame.extend([place(&FileKind::ALL, made.kind), place(&Orientation::ALL, made.orientation)]);
    frame.push(place(&Colours::ALL, made.colours));
    frame.extend(made.sight.as_ref().map_or(vec![0], sight_bytes));
    match made.covering {
        None => frame.push(0),
        Some(Covering { kept, covered, left }) => {
            let [c1, c2] = covered.to_be_bytes();
            frame.extend([1, kept.unwrap_or(NOBODY), c1, c2, left]);
        }
    }
    write_variants(frame, &made.variants);
}

pub(super) fn read(mut rest: &[u8], is_damaged: bool) -> Result<Developed, FrameError> {
    let (width, height) = (long(&mut rest)?, long(&mut rest)?);
    let kind = one_of(&FileKind::ALL, byte(&mut rest)?)?;
    let orientation = one_of(&Orientation::ALL, byte(&mut rest)?)?;
    let colours = one_of(&Colours::ALL, byte(&mut rest)?)?;
    let sight = sight(&mut rest)?;
    let covering = match byte(&mut rest)? {
        0 => None,
        1 => Some(covering(&mut rest)?),
        _ => return Err(FrameError::Nonsense),
    };
    let variants = variants(rest)?;
    Ok(Developed { width, height, kind, orientation, colours, sight, covering, is_damaged, variants })
}

fn covering(rest: &mut &[u8]) -> Result<Covering, FrameError> {
    let kept = Some(byte(rest)?).filter(|kept| *kept != NOBODY);
    let covered = u16::from_be_bytes([byte(rest)?, byte(rest)?]);
    Ok(Covering { kept, covered, left: byte(rest)? })
}

fn place<T: PartialEq>(all: &[T], one: T) -> u8 {
    all.iter().position(|other| *other == one).and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX)
}

fn one_of<T: Copy>(all: &[T], place: u8) -> Result<T, FrameError> {
    all.get(usize::from(place)).copied().ok_or(FrameError::Nonsense)
}

//! JPEG: a walk over the file's segments, then the decoder.
//! Invariant: the decoder sees a copy that holds only what pixels need: no application segment, no comment,
//! nothing behind the first end of image. So neither a metadata bomb nor a hidden second picture reaches it.

use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

use crate::colour::{Layout, Samples};
use crate::limits::{Limits, Refusal};
use crate::memory::Memory;
use crate::orientation::Orientation;

/// Cameras write about ten; each costs the decoder a table.
const MAX_TABLES: usize = 1_000;

/// Samples of one component in a unit: 4:2:0 and 4:1:1 have four. Of 4 by 2 and of four rows the decoder makes another
/// picture (6 dB), and no camera writes them.
const MAX_SAMPLES: u8 = 4;

struct Frame {
    width: u32,
    height: u32,
    component_ids: Vec<u8>,
}

/// What the walk found. `clean` is the file without anything but pixels.
struct Walk {
    clean: Vec<u8>,
    frame: Frame,
    adobe_transform: Option<u8>,
    orientation: Orientation,
    profile: Option<Vec<u8>>,
}

pub(crate) fn decode(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Samples, Refusal> {
    let walk = walk(bytes, limits, memory)?;
    let ids = walk.frame.component_ids.as_slice();
    // The Adobe segment is gone from the clean copy, so the decoder assumes YCbCr or CMYK. Asked for what it assumes,
    // it hands the samples over as they are; that is how RGB, CMYK and YCCK come through.
    let (space, layout) = match (ids.len(), walk.adobe_transform) {
        (1, _) => (ColorSpace::Luma, Layout::Gray),
        (3, Some(0)) if ids != b"RGB" => (ColorSpace::YCbCr, Layout::Rgb),
        (3, _) => (ColorSpace::RGB, Layout::Rgb),
        (4, Some(2)) => (ColorSpace::CMYK, Layout::Ycck),
        (4, _) => (ColorSpace::CMYK, Layout::Cmyk),
        _ => return Err(Refusal::Unsupported),
    };
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .set_max_width(limits.max_side as usize)
        .set_max_height(limits.max_side as usize)
        .jpeg_set_max_scans(limits.max_scans)
        .jpeg_set_out_colorspace(space);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(walk.clean.as_slice()), options);
    decoder.decode_headers().map_err(|_| Refusal::Broken)?;
    let Frame { width, height, .. } = walk.frame;
    let size = width as usize * height as usize * layout.channels();
    // Both have read the same header: where they differ, one of them was misled.
    if decoder.output_buffer_size() != Some(size) {
        return Err(Refusal::Broken);
    }
    let mut values = memory.take_blank(size);
    decoder.decode_into(&mut values).map_err(|_| Refusal::Broken)?;
    memory.give(walk.clean);
    let profile = walk.profile.into();
    Ok(Samples { width, height, layout, values, profile, orientation: walk.orientation })
}

fn walk(bytes: &[u8], limits: &Limits, memory: &mut Memory) -> Result<Walk, Refusal> {
    let mut clean = memory.take_empty(bytes.len());
    clean.extend_from_slice(&[0xff, 0xd8]);
    let mut frame: Option<Frame> = None;
    let mut adobe_transform = None;
    let mut orientation = None;
    let mut profile = ProfileParts::default();
    let (mut scans, mut tables) = (0, 0);
    let mut at = 2;
    loop {
        let marker = next_marker(bytes, &mut at)?;
        if marker == 0xd9 {
            clean.extend_from_slice(&[0xff, 0xd9]);
            break;
        }
        let start = at - 2;
        let body = segment(bytes, &mut at)?;
        match marker {
            0xc0..=0xc2 if frame.is_none() => {
                frame = Some(read_frame(body, marker == 0xc2, limits)?);
                keep(&mut clean, marker, bytes, start, at);
            }
            0xc0..=0xc2 => return Err(Refusal::Broken),
            0xc4 | 0xdb | 0xdd => {
                tables += 1;
                if tables > MAX_TABLES {
                    return Err(Refusal::TooManyScans);
                }
                keep(&mut clean, marker, bytes, start, at);
            }
            // Lossless, hierarchical and arithmetic frames, and a height that comes after the picture.
            0xc3 | 0xc5..=0xcf | 0xdc => return Err(Refusal::Unsupported),
            0xda => {
                let frame = frame.as_ref().ok_or(Refusal::Broken)?;
                scans += 1;
                if scans > limits.max_scans {
                    return Err(Refusal::TooManyScans);
                }
                // A first scan without all components makes the decoder hold the whole picture, as progressive does.
                let is_partial =
                    body.first().is_none_or(|&count| usize::from(count) < frame.component_ids.len());
                if scans == 1 && is_partial {
                    limits.check_heavy(frame.width, frame.height)?;
                }
                at = end_of_scan(bytes, at)?;
                keep(&mut clean, marker, bytes, start, at);
            }
            0xe1 if orientation.is_none() => {
                orientation = body.strip_prefix(b"Exif\0\0").map(Orientation::from_exif);
            }
            0xe2 => profile.take(body, limits.max_profile_bytes),
            0xee if body.starts_with(b"Adobe") => adobe_transform = body.get(11).copied(),
            _ => {}
        }
    }
    let frame = frame.filter(|_| scans > 0).ok_or(Refusal::Broken)?;
    let orientation = orientation.unwrap_or_default();
    Ok(Walk { clean, frame, adobe_transform, orientation, profile: profile.joined() })
}

/// The next marker that is one: stuffed zeros, restart markers and stray bytes are stepped over.
fn next_marker(bytes: &[u8], at: &mut usize) -> Result<u8, Refusal> {
    loop {
        let rest = bytes.get(*at..).ok_or(Refusal::Broken)?;
        *at += memchr::memchr(0xff, rest).ok_or(Refusal::Broken)?;
        while *bytes.get(*at).ok_or(Refusal::Broken)? == 0xff {
            *at += 1;
        }
        let marker = bytes[*at];
        *at += 1;
        if !matches!(marker, 0x00 | 0x01 | 0xd0..=0xd7) {
            return Ok(marker);
        }
    }
}

fn segment<'b>(bytes: &'b [u8], at: &mut usize) -> Result<&'b [u8], Refusal> {
    let length = bytes.get(*at..*at + 2).map(|two| usize::from(two[0]) << 8 | usize::from(two[1]));
    let length = length.filter(|length| *length >= 2).ok_or(Refusal::Broken)?;
    let body = bytes.get(*at + 2..*at + length).ok_or(Refusal::Broken)?;
    *at += length;
    Ok(body)
}

/// `start` may lie on one of several fill bytes: the marker is written anew.
fn keep(clean: &mut Vec<u8>, marker: u8, bytes: &[u8], start: usize, end: usize) {
    clean.extend_from_slice(&[0xff, marker]);
    clean.extend_from_slice(&bytes[start + 2..end]);
}

fn read_frame(body: &[u8], is_progressive: bool, limits: &Limits) -> Result<Frame, Refusal> {
    let [precision, h1, h2, w1, w2, count, components @ ..] = body else { return Err(Refusal::Broken) };
    let height = u32::from(u16::from_be_bytes([*h1, *h2]));
    let width = u32::from(u16::from_be_bytes([*w1, *w2]));
    if height == 0 || *precision != 8 {
        return Err(Refusal::Unsupported);
    }
    limits.check(width, height)?;
    if is_progressive {
        limits.check_heavy(width, height)?;
    }
    if components.len() != usize::from(*count) * 3 {
        return Err(Refusal::Broken);
    }
    let is_odd = |component: &[u8]| {
        let (across, down) = (component[1] >> 4, component[1] & 15);
        down > 2 || across * down > MAX_SAMPLES
    };
    if components.chunks_exact(3).any(is_odd) {
        return Err(Refusal::Unsupported);
    }
    let component_ids = components.chunks_exact(3).map(|component| component[0]).collect();
    Ok(Frame { width, height, component_ids })
}

/// Where the compressed data of a scan stops: at the next marker that is neither stuffing nor a restart.
fn end_of_scan(bytes: &[u8], mut at: usize) -> Result<usize, Refusal> {
    loop {
        let rest = bytes.get(at..).ok_or(Refusal::Broken)?;
        at += memchr::memchr(0xff, rest).ok_or(Refusal::Broken)?;
        match bytes.get(at + 1).ok_or(Refusal::Broken)? {
            0x00 | 0xd0..=0xd7 => at += 2,
            0xff => at += 1,
            _ => return Ok(at),
        }
    }
}

/// An ICC profile may be spread over up to 255 segments, in any order (ICC.1, annex B.4).
#[derive(Default)]
struct ProfileParts<'b> {
    parts: Vec<(u8, &'b [u8])>,
    bytes: usize,
}

impl<'b> ProfileParts<'b> {
    fn take(&mut self, body: &'b [u8], max_bytes: usize) {
        let Some([number, _count, data @ ..]) = body.strip_prefix(b"ICC_PROFILE\0") else { return };
        if self.parts.len() < 255 && self.bytes + data.len() <= max_bytes {
            self.bytes += data.len();
            self.parts.push((*number, data));
        }
    }

    fn joined(mut self) -> Option<Vec<u8>> {
        self.parts.sort_by_key(|(number, _)| *number);
        (!self.parts.is_empty())
            .then(|| self.parts.iter().flat_map(|(_, data)| data.iter().copied()).collect())
    }
}

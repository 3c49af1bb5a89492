//! The segments of a JPEG (ITU-T T.81, annex B), from its start to its first end.
//! Invariant: allocates only a short list of positions; what it can't parse is refused.

use crate::limits::{Limits, Refusal};
use crate::orientation::Orientation;

/// Cameras write about ten; each costs the decoder a table.
const MAX_TABLES: usize = 1_000;

/// The limit of samples per component in a unit: 4:2:0 and 4:1:1 have four. With 4 by 2, or with four rows, the decoder returns
/// another picture (6 dB); no camera writes these.
const MAX_SAMPLES: u8 = 4;

#[derive(Clone, Copy)]
pub(super) struct Component {
    pub id: u8,
    pub across: u8,
    pub down: u8,
    pub table: u8,
}

pub(super) struct Frame {
    pub width: u32,
    pub height: u32,
    pub is_progressive: bool,
    pub components: Vec<Component>,
}

/// A segment that pixels need.
#[derive(Clone, Copy)]
pub(super) struct Part<'b> {
    pub marker: u8,
    /// Includes the two bytes of its length.
    pub header: &'b [u8],
    /// The data after a scan's header.
    pub data: &'b [u8],
}

pub(super) struct Walk<'b> {
    pub parts: Vec<Part<'b>>,
    pub frame: Frame,
    /// The components of each scan, as indices into the frame.
    pub scans: Vec<Vec<usize>>,
    /// False if the file ends, or continues with something else, after its last scan.
    pub has_end: bool,
    /// False if scans are missing that a progressive picture needs.
    pub is_complete: bool,
    pub is_jfif: bool,
    pub adobe_transform: Option<u8>,
    pub orientation: Orientation,
    pub profile: Option<Vec<u8>>,
}

impl Walk<'_> {
    /// Whether the picture has one scan for each component, and each scan only one component.
    pub fn has_a_scan_per_component(&self) -> bool {
        let mut seen: Vec<usize> = self.scans.concat();
        seen.sort_unstable();
        self.scans.iter().all(|scan| scan.len() == 1) && seen.into_iter().eq(0..self.frame.components.len())
    }
}

pub(super) fn walk<'b>(bytes: &'b [u8], limits: &Limits) -> Result<Walk<'b>, Refusal> {
    let mut parts = Vec::new();
    let mut frame: Option<Frame> = None;
    let (mut adobe_transform, mut is_jfif, mut orientation) = (None, false, None);
    let mut profile = ProfileParts::default();
    let (mut scans, mut tables) = (Vec::new(), 0);
    let mut progress = Progress::default();
    let mut at = 2;
    let has_end = loop {
        // When every bit has arrived, nothing more is needed, and what follows need not be JPEG at all.
        let is_done = frame.as_ref().is_some_and(|frame| progress.is_complete(frame));
        let marker = match next_marker(bytes, &mut at) {
            Ok(0xd9) => break true,
            Ok(marker) if is_done && !matches!(marker, 0xc4 | 0xdb | 0xdd | 0xe0..=0xef | 0xfe) => {
                break false;
            }
            Ok(marker) => marker,
            Err(_) if !scans.is_empty() => break false,
            Err(refusal) => return Err(refusal),
        };
        let start = at;
        let body = match segment(bytes, &mut at) {
            Err(_) if is_done => break false,
            body => body?,
        };
        let part = |at| Part { marker, header: &bytes[start..at], data: &[] };
        match marker {
            0xc0..=0xc2 if frame.is_none() => {
                frame = Some(read_frame(body, marker == 0xc2, limits)?);
                parts.push(part(at));
            }
            0xc0..=0xc2 => return Err(Refusal::Broken),
            0xc4 | 0xdb | 0xdd => {
                tables += 1;
                if tables > MAX_TABLES {
                    return Err(Refusal::TooManyScans);
                }
                parts.push(part(at));
            }
            // Lossless, hierarchical and arithmetic frames, and a height that follows the picture.
            0xc3 | 0xc5..=0xcf | 0xdc => return Err(Refusal::Unsupported),
            0xda => {
                let frame = frame.as_ref().ok_or(Refusal::Broken)?;
                if scans.len() == limits.max_scans {
                    return Err(Refusal::TooManyScans);
                }
                let scan = progress.take(body, frame)?;
                // If the first scan lacks a component, the decoder holds the whole picture, as for a progressive one.
                if scans.is_empty() && scan.len() < frame.components.len() {
                    limits.check_heavy(frame.width, frame.height)?;
                }
                let end = end_of_scan(bytes, at);
                parts.push(Part { data: sound_part(&bytes[at..end]), ..part(at) });
                scans.push(scan);
                at = end;
            }
            // Counts only before Adobe's segment: if JFIF comes after it, a program put Adobe's in front on purpose.
            0xe0 => is_jfif |= adobe_transform.is_none() && body.starts_with(b"JFIF\0"),
            0xe1 if orientation.is_none() => {
                orientation = body.strip_prefix(b"Exif\0\0").map(Orientation::from_exif);
            }
            0xe2 => profile.take(body, limits.max_profile_bytes),
            0xee if body.starts_with(b"Adobe") => adobe_transform = body.get(11).copied(),
            _ => {}
        }
    };
    let frame = frame.filter(|_| !scans.is_empty()).ok_or(Refusal::Broken)?;
    let is_complete = progress.is_complete(&frame);
    let orientation = orientation.unwrap_or_default();
    let profile = profile.joined();
    Ok(Walk { parts, frame, scans, has_end, is_complete, is_jfif, adobe_transform, orientation, profile })
}

/// The next real marker; skips stuffed zeros, restart markers and stray bytes.
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
    let read =
        |&[id, samples, table]: &[u8; 3]| Component { id, across: samples >> 4, down: samples & 15, table };
    let components: Vec<Component> = components.as_chunks().0.iter().map(read).collect();
    let is_odd =
        |component: &Component| component.down > 2 || component.across * component.down > MAX_SAMPLES;
    if components.iter().any(is_odd) {
        return Err(Refusal::Unsupported);
    }
    if components.len() > 3 {
        limits.check_wide(width, height)?;
    }
    Ok(Frame { width, height, is_progressive, components })
}

/// For each coefficient of each component, how many low bits the scans have not delivered yet; at first all of them.
#[derive(Default)]
struct Progress(Vec<[u8; 64]>);

impl Progress {
    const UNTOLD: u8 = u8::MAX;

    /// Reads a scan's header: count, each component's name and tables, first and last coefficient, bits before and after.
    /// Returns the components.
    fn take(&mut self, body: &[u8], frame: &Frame) -> Result<Vec<usize>, Refusal> {
        self.0.resize(frame.components.len(), [Self::UNTOLD; 64]);
        let (&count, rest) = body.split_first().ok_or(Refusal::Broken)?;
        let (named, bounds) = rest.split_at_checked(usize::from(count) * 2).ok_or(Refusal::Broken)?;
        let [first, last, bits] = *bounds.first_chunk().ok_or(Refusal::Broken)?;
        let (first, last) = (usize::from(first.min(63)), usize::from(last.min(63)));
        // A name that is not in the frame gets no valid index: the decoder refuses it.
        let place = |name: u8| frame.components.iter().take_while(|component| component.id != name).count();
        let places: Vec<usize> = named.chunks_exact(2).map(|pair| place(pair[0])).collect();
        for place in &places {
            match self.0.get_mut(*place) {
                Some(untold) if !frame.is_progressive => untold.fill(0),
                Some(untold) if first <= last => untold[first..=last].fill(bits & 15),
                _ => {}
            }
        }
        Ok(places)
    }

    fn is_complete(&self, frame: &Frame) -> bool {
        self.0.len() == frame.components.len() && self.0.iter().flatten().all(|bit| *bit == 0)
    }
}

/// The end of a scan's compressed data: the next marker that is neither stuffing nor a restart, or the end of the file.
fn end_of_scan(bytes: &[u8], mut at: usize) -> usize {
    while let Some(found) = memchr::memchr(0xff, &bytes[at..]) {
        at += found;
        match bytes.get(at + 1) {
            Some(0x00 | 0xd0..=0xd7) => at += 2,
            Some(0xff) => at += 1,
            _ => return at,
        }
    }
    bytes.len()
}

/// Removes fill bytes and restarts that some cameras write after a scan.
fn sound_part(mut data: &[u8]) -> &[u8] {
    loop {
        data = match data {
            [rest @ .., 0xff] | [rest @ .., 0xff, 0xd0..=0xd7] => rest,
            _ => return data,
        };
    }
}

/// An ICC profile may be split over up to 255 segments, in any order (ICC.1, annex B.4).
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

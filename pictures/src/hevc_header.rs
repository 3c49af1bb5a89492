//! Reads an HEVC sequence parameter set (ITU-T H.265, 7.3.2.2) before any pixel is decoded: the true size, without the crop
//! that may hide it, and the meaning of its numbers as colours. Invariant: allocates nothing by numbers that it reads.

/// The fields that we use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sequence {
    /// As coded: the decoder reserves memory for this size.
    pub width: u32,
    pub height: u32,
    /// Bytes per pixel in the decoder: two for brightness, and for colour four (4:4:4), two (4:2:2), one (4:2:0) or none.
    pub bytes_a_pixel: u32,
    /// Main, Main 10 or Main Still Picture, in 4:2:0: what phones write, and what the decoder was made for.
    pub is_plain: bool,
    /// From the usability information (annex E); `None` if it is missing or cut off.
    pub signal: Option<Signal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Signal {
    pub is_full_range: bool,
    /// Primaries, transfer, matrix: codes of ITU-T H.273.
    pub codes: Option<[u8; 3]>,
}

const SEQUENCE_UNIT: u8 = 33;
/// Enough for everything up to the signal; a unit of megabytes is no header.
const MOST_BYTES: usize = 4_096;

/// `None` for any other kind of unit, and for a truncated one.
pub(crate) fn sequence(unit: &[u8]) -> Option<Sequence> {
    if unit.first()? >> 1 & 0x3f != SEQUENCE_UNIT {
        return None;
    }
    let payload = without_stuffing(unit.get(2..)?);
    let mut bits = Bits { bytes: &payload, at: 4 };
    let sub_layers = bits.number(3)?;
    bits.skip(1);
    let profile = Bits { at: bits.at + 3, ..bits }.number(5)?;
    skip_profiles(&mut bits, sub_layers)?;
    bits.unsigned()?;
    let chroma = bits.unsigned()?;
    if chroma == 3 {
        bits.skip(1);
    }
    let (width, height) = (bits.unsigned()?, bits.unsigned()?);
    let bytes_a_pixel = match chroma {
        0 => 2,
        1 => 3,
        2 => 4,
        _ => 6,
    };
    let signal = signal(&mut bits, sub_layers);
    let is_plain = (1..=3).contains(&profile) && chroma == 1;
    Some(Sequence { width, height, bytes_a_pixel, is_plain, signal })
}

fn skip_profiles(bits: &mut Bits<'_>, sub_layers: u32) -> Option<()> {
    bits.skip(96);
    let present: Vec<u32> = (0..sub_layers).map(|_| bits.number(2)).collect::<Option<_>>()?;
    if sub_layers > 0 {
        bits.skip(2 * (8 - sub_layers as usize));
    }
    for flags in present {
        bits.skip((flags >> 1) as usize * 88 + (flags & 1) as usize * 8);
    }
    Some(())
}

/// Reads from after the size up to `video_signal_type` (annex E.2.1). It parses every element on the way and never guesses:
/// with a wrong range, every shadow looks wrong.
fn signal(bits: &mut Bits<'_>, sub_layers: u32) -> Option<Signal> {
    if bits.flag()? {
        skip_unsigned(bits, 4)?;
    }
    skip_unsigned(bits, 2)?;
    let order_bits = bits.unsigned()? as usize + 4;
    let layers = if bits.flag()? { sub_layers + 1 } else { 1 };
    skip_unsigned(bits, layers * 3 + 6)?;
    if bits.flag()? && bits.flag()? {
        skip_scaling_lists(bits)?;
    }
    bits.skip(2);
    if bits.flag()? {
        bits.skip(8);
        skip_unsigned(bits, 2)?;
        bits.skip(1);
    }
    skip_short_term_sets(bits)?;
    if bits.flag()? {
        let count = bits.unsigned()? as usize;
        bits.skip(count.checked_mul(order_bits + 1)?);
    }
    bits.skip(2);
    if !bits.flag()? {
        return None;
    }
    if bits.flag()? && bits.number(8)? == 255 {
        bits.skip(32);
    }
    if bits.flag()? {
        bits.skip(1);
    }
    if !bits.flag()? {
        return None;
    }
    bits.skip(3);
    let is_full_range = bits.flag()?;
    let codes = if bits.flag()? {
        Some([bits.number(8)? as u8, bits.number(8)? as u8, bits.number(8)? as u8])
    } else {
        None
    };
    Some(Signal { is_full_range, codes })
}

fn skip_unsigned(bits: &mut Bits<'_>, count: u32) -> Option<()> {
    (0..count).try_for_each(|_| bits.unsigned().map(drop))
}

/// Four sizes with six lists each, but two for the largest (7.3.4). A signed number has as many bits as the unsigned one of its
/// code.
fn skip_scaling_lists(bits: &mut Bits<'_>) -> Option<()> {
    for size in 0..4 {
        for _ in 0..if size == 3 { 2 } else { 6 } {
            if bits.flag()? {
                let has_first = u32::from(size > 1);
                skip_unsigned(bits, has_first + (1 << (4 + size * 2)).min(64))?;
            } else {
                bits.unsigned()?;
            }
        }
    }
    Some(())
}

/// The most sets of a header, and the most pictures of one set (7.4.3.2.1, 7.4.8).
const MOST_SETS: u32 = 64;
const MOST_IN_A_SET: usize = 16;

/// Skips the sets of reference pictures (7.3.7). A set that is predicted from the one before it has a length that depends on
/// that set's distances, so these are computed (7-61, 7-62).
fn skip_short_term_sets(bits: &mut Bits<'_>) -> Option<()> {
    let count = bits.unsigned().filter(|count| *count <= MOST_SETS)?;
    let mut last: Vec<i64> = Vec::new();
    for index in 0..count {
        last = match index > 0 && bits.flag()? {
            true => predicted_set(bits, &last)?,
            false => written_set(bits)?,
        };
        if last.len() > MOST_IN_A_SET {
            return None;
        }
    }
    Some(())
}

fn predicted_set(bits: &mut Bits<'_>, last: &[i64]) -> Option<Vec<i64>> {
    let is_back = bits.flag()?;
    let length = i64::from(bits.unsigned()?) + 1;
    let step = if is_back { -length } else { length };
    let mut set = Vec::new();
    for distance in last.iter().copied().chain([0]) {
        let is_kept = bits.flag()? || bits.flag()?;
        if is_kept && distance + step != 0 {
            set.push(distance + step);
        }
    }
    // First the pictures before this one, the nearest first, then those after it.
    set.sort_by_key(|distance| (*distance > 0, distance.abs()));
    Some(set)
}

fn written_set(bits: &mut Bits<'_>) -> Option<Vec<i64>> {
    let (before, after) = (bits.unsigned()? as usize, bits.unsigned()? as usize);
    if before.max(after) > MOST_IN_A_SET {
        return None;
    }
    let mut set = Vec::new();
    for (count, sign) in [(before, -1), (after, 1)] {
        let mut distance = 0;
        for _ in 0..count {
            distance += sign * (i64::from(bits.unsigned()?) + 1);
            bits.skip(1);
            set.push(distance);
        }
    }
    Some(set)
}

/// Removes each 3 after two zeros, which is there to avoid start codes (7.4.2).
fn without_stuffing(unit: &[u8]) -> Vec<u8> {
    let mut payload = Vec::with_capacity(unit.len().min(MOST_BYTES));
    let mut zeros = 0;
    for byte in unit.iter().take(MOST_BYTES) {
        if zeros >= 2 && *byte == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *byte == 0 { zeros + 1 } else { 0 };
        payload.push(*byte);
    }
    payload
}

struct Bits<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl Bits<'_> {
    fn flag(&mut self) -> Option<bool> {
        self.number(1).map(|bit| bit == 1)
    }

    fn number(&mut self, count: usize) -> Option<u32> {
        (0..count).try_fold(0, |number, _| {
            let bit = self.bytes.get(self.at / 8)? >> (7 - self.at % 8) & 1;
            self.at += 1;
            Some(number << 1 | u32::from(bit))
        })
    }

    /// The file may name any count: beyond the end there is nothing, and the way never leads back.
    fn skip(&mut self, count: usize) {
        self.at = self.at.saturating_add(count);
    }

    /// Exponential Golomb (9.2).
    fn unsigned(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros > 31 {
                return None;
            }
        }
        Some((1 << zeros) - 1 + self.number(zeros)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Writer(Vec<bool>);

    impl Writer {
        fn number(mut self, number: u32, count: u32) -> Self {
            self.0.extend((0..count).rev().map(|bit| number >> bit & 1 == 1));
            self
        }

        fn unsigned(self, number: u32) -> Self {
            let length = (number + 1).ilog2();
            self.number(0, length).number(number + 1, length + 1)
        }

        fn unit(self) -> Vec<u8> {
            let mut bytes = vec![SEQUENCE_UNIT << 1, 1];
            for eight in self.0.chunks(8) {
                let byte =
                    eight.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << (7 - at));
                if bytes.ends_with(&[0, 0]) && byte <= 3 {
                    bytes.push(3);
                }
                bytes.push(byte);
            }
            bytes
        }
    }

    fn header(width: u32, height: u32, is_cropped: bool) -> Writer {
        let size = Writer::default().number(0, 8).number(0, 32).number(0, 32).number(0, 32);
        let size = size.unsigned(0).unsigned(1).unsigned(width).unsigned(height);
        let size = size.number(u32::from(is_cropped), 1);
        if is_cropped { (0..4).fold(size, |size, _| size.unsigned(100)) } else { size }
    }

    #[test]
    fn the_size_is_the_one_before_the_crop() {
        for is_cropped in [false, true] {
            let unit = header(16_384, 8_192, is_cropped).unit();
            let found = sequence(&unit).unwrap();
            assert_eq!((found.width, found.height, found.signal), (16_384, 8_192, None));
        }
    }

    const FULL_RANGE: Signal = Signal { is_full_range: true, codes: Some([12, 13, 6]) };

    /// A header up to the flag of the scaling lists; its picture order counts have 8 bits.
    fn up_to_scaling() -> Writer {
        let unit = header(512, 512, false).unsigned(0).unsigned(0).unsigned(4).number(0, 1);
        (0..3 + 6).fold(unit, |unit, _| unit.unsigned(1))
    }

    fn up_to_sets() -> Writer {
        up_to_scaling().number(0, 1).number(0b01, 2).number(0, 1)
    }

    /// Adds two flags, and a signal in full range.
    fn full_range(unit: Writer) -> Vec<u8> {
        let unit = unit.number(0, 2).number(1, 1).number(0, 2).number(1, 1).number(5, 3);
        unit.number(1, 1).number(1, 1).number(12, 8).number(13, 8).number(6, 8).unit()
    }

    #[test]
    fn full_range_and_its_codes_are_found() {
        let unit = full_range(up_to_sets().unsigned(0).number(0, 1));
        assert_eq!(sequence(&unit).unwrap().signal, Some(FULL_RANGE));
    }

    #[test]
    fn they_are_found_behind_lists_that_only_films_need() {
        // Scaling lists: the first of each size is copied, all others are written out.
        let mut scaling = up_to_scaling().number(0b11, 2);
        for size in 0..4 {
            for list in 0..if size == 3 { 2 } else { 6 } {
                let numbers = (1_u32 << (4 + size * 2)).min(64) + u32::from(size > 1);
                scaling = match list {
                    0 => scaling.number(0, 1).unsigned(0),
                    _ => (0..numbers).fold(scaling.number(1, 1), |lists, at| lists.unsigned(at % 7)),
                };
            }
        }
        let scaling = scaling.number(0b01, 2).number(0, 1).unsigned(0).number(0, 1);
        // The first set: two pictures before (1, 3), one after (2).
        let written = up_to_sets().unsigned(3).unsigned(2).unsigned(1);
        let written = [0, 1, 1].into_iter().fold(written, |set, far| set.unsigned(far).number(1, 1));
        // The second set, shifted by one: -1 becomes 0 and goes, -3 is dropped, 2 and the set itself stay. So the third one has
        // three flags.
        let sets =
            written.number(1, 1).number(0, 1).unsigned(0).number(0b1, 1).number(0b00, 2).number(0b1, 1);
        let sets = sets.number(0b01, 2).number(1, 1).number(1, 1).unsigned(4).number(0b111, 3);
        // Two long-term pictures, each an order count of 8 bits and a flag.
        let long = sets.number(1, 1).unsigned(2).number(0b10_1010_1010_1010_1010, 18);
        for (name, unit) in [("scaling lists", scaling), ("reference pictures", long)] {
            assert_eq!(sequence(&full_range(unit)).unwrap().signal, Some(FULL_RANGE), "{name}");
        }
    }

    #[test]
    fn numbers_that_overflow_lead_nowhere() {
        // The largest count of long-term pictures and of bits for each whose product still fits into 64 bits.
        let unit = header(512, 512, false).unsigned(0).unsigned(0).unsigned(4_294_967_293).number(0, 1);
        let unit = (0..3 + 6).fold(unit, |unit, _| unit.unsigned(1));
        let unit = unit.number(0, 1).number(0b01, 2).number(0, 1).unsigned(0);
        let unit = unit.number(1, 1).unsigned(4_294_967_294);
        assert_eq!(sequence(&full_range(unit)).unwrap().signal, None);
    }

    #[test]
    fn what_is_cut_off_or_something_else_is_none() {
        let unit = header(512, 512, false).unit();
        assert_eq!(sequence(&[]), None);
        assert_eq!(sequence(&unit[..12]), None);
        assert_eq!(sequence(&[&[34 << 1], &unit[1..]].concat()), None);
    }
}

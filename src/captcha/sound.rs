//! A challenge's sound: its digits in a language's voice, each at a pace and loudness of its own. The recordings are in the
//! languages' folders. 8 bits at 11 kHz, as on a telephone: every browser plays it, and it stays small.

use sha2::{Digest, Sha256};

use super::Challenge;
use crate::chance::Seeded;
use crate::i18n::{self, Lang};

/// Samples per second, of the recordings and of the sound that is sent.
const RATE: u32 = 11_025;
/// The digits in a recording, in this order, each in a slot of equal length.
const SPOKEN: &str = "23456789";
/// Silence in unsigned 8-bit WAV. No spoken digit ends with this value.
const SILENCE: u8 = 128;
/// Hundredths of a second between two digits. The exact length is random, so that a fixed pattern can't cut the digits apart.
const PAUSE: (usize, usize) = (35, 65);
const HEADER: usize = 44;

/// A WAV file of about 60 kB and 6 seconds, spoken in the language `voice` (`Texts::voice`). It has no digits only if that
/// folder's recording can't be read.
pub fn wav(challenge: &Challenge, voice: Lang) -> Vec<u8> {
    let recorded = i18n::spoken_digits(voice).unwrap_or_default();
    let recording = Recording::parse(&recorded);
    let mut chance = Seeded::by(seed(challenge, voice));
    let mut samples = hiss(&mut chance);
    for digit in challenge.answer().chars() {
        if let Some(spoken) = recording.as_ref().and_then(|recording| recording.of(digit)) {
            speak(spoken, &mut chance, &mut samples);
        }
        samples.extend(hiss(&mut chance));
    }
    file(&samples)
}

/// The seed: the same for each request, since a player asks for one sound in parts, which must fit. The token does not reveal it,
/// since its id is sealed.
fn seed(challenge: &Challenge, voice: Lang) -> [u8; 32] {
    let id = challenge.id();
    Sha256::digest([id.as_bytes(), challenge.answer().as_bytes(), voice.code().as_bytes()].concat()).into()
}

/// A pause of random length with faint noise.
fn hiss(chance: &mut Seeded) -> Vec<u8> {
    let hundredths = PAUSE.0 + chance.below(PAUSE.1 - PAUSE.0);
    let count = hundredths * RATE as usize / 100;
    // A table of random bytes, read out of order: one draw is enough for many samples.
    let noise = chance.bytes::<256>();
    (0..count).map(|n| 122 + noise[(n * 7 + n / 256) % 256] % 13).collect()
}

/// Speaks one digit up to a twelfth faster or slower, at 70 to 100 % loudness.
fn speak(spoken: &[u8], chance: &mut Seeded, out: &mut Vec<u8>) {
    let pace = 0.92 + chance.below(17) as f32 / 100.0;
    let loudness = 0.7 + chance.below(31) as f32 / 100.0;
    let mut at = 0.0_f32;
    while let Some(&[one, next]) = spoken.get(at as usize..at as usize + 2) {
        let between = f32::from(one) + (f32::from(next) - f32::from(one)) * at.fract();
        let heard = (between - f32::from(SILENCE)) * loudness;
        out.push((f32::from(SILENCE) + heard).round().clamp(0.0, 255.0) as u8);
        at += pace;
    }
}

/// One channel of 8 bits at [`RATE`]: the digits 2 to 9 in slots of equal length, as `tools/voices` makes it.
struct Recording<'r> {
    samples: &'r [u8],
}

impl Recording<'_> {
    /// Searches the RIFF chunks for `fmt ` and `data`; `None` for any other format.
    fn parse(file: &[u8]) -> Option<Recording<'_>> {
        let mut rest = file.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WAVE")?;
        let mut is_ours = false;
        loop {
            let (name, after) = rest.split_first_chunk::<4>()?;
            let (length, after) = after.split_first_chunk::<4>()?;
            let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
            let body = after.get(..length)?;
            match name {
                b"fmt " => is_ours = is_ours_by(body)?,
                b"data" => return is_ours.then_some(Recording { samples: body }),
                _ => {}
            }
            // Chunks begin at even offsets.
            rest = after.get(length.next_multiple_of(2)..)?;
        }
    }

    /// One digit's samples, without the silence at the end of its slot.
    fn of(&self, digit: char) -> Option<&[u8]> {
        let place = self.samples.len() / SPOKEN.len();
        let from = SPOKEN.find(digit)? * place;
        let place = self.samples.get(from..from + place)?;
        let end = place.iter().rposition(|sample| *sample != SILENCE)?;
        place.get(..=end)
    }
}

/// Whether a `fmt ` chunk describes plain samples of 8 bits, one channel, at [`RATE`].
fn is_ours_by(format: &[u8]) -> Option<bool> {
    let word = |at: usize| format.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
    let rate = u32::from_le_bytes(format.get(4..8)?.try_into().ok()?);
    Some(word(0)? == 1 && word(2)? == 1 && word(14)? == 8 && rate == RATE)
}

/// 8-bit PCM of one channel with its 44-byte header.
fn file(samples: &[u8]) -> Vec<u8> {
    let length = u32::try_from(samples.len()).unwrap_or(u32::MAX);
    let padding = samples.len() % 2;
    let mut out = Vec::with_capacity(HEADER + samples.len() + padding);
    out.extend_from_slice(b"RIFF");
    out.extend_from_slice(&(HEADER as u32 - 8 + length + padding as u32).to_le_bytes());
    out.extend_from_slice(b"WAVEfmt ");
    out.extend_from_slice(&16u32.to_le_bytes());
    for word in [1u16, 1] {
        out.extend_from_slice(&word.to_le_bytes());
    }
    for rate in [RATE, RATE] {
        out.extend_from_slice(&rate.to_le_bytes());
    }
    for word in [1u16, 8] {
        out.extend_from_slice(&word.to_le_bytes());
    }
    out.extend_from_slice(b"data");
    out.extend_from_slice(&length.to_le_bytes());
    out.extend_from_slice(samples);
    out.resize(out.len() + padding, SILENCE);
    out
}

#[cfg(test)]
mod tests;

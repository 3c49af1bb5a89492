//! The sound of a challenge: its digits spoken one by one (the crate's English voice, which hisses a little), each at a
//! pace and loudness of its own. 8 bits at 11 kHz, as a telephone has it: every browser plays it and it stays small.

use ::captcha::Captcha;

use super::Challenge;
use crate::chance;

/// Samples a second of what is sent.
const RATE: u32 = 11_025;
/// No digit of the crate is spoken for longer; behind it comes only padding. In samples of the crate's own rate.
const LONGEST_DIGIT: usize = 24_000;
/// Hundredths of a second between two digits; how many exactly is chance, so that cutting takes more than a ruler.
const PAUSE: (usize, usize) = (25, 45);
const HEADER: usize = 44;

/// A WAV file of about 85 kB and 8 seconds; without any sound only if the crate's own recordings can't be read.
pub fn wav(challenge: &Challenge) -> Vec<u8> {
    let mut voice = Captcha::new();
    for digit in challenge.answer().chars() {
        voice.set_chars(&[digit]).add_char();
    }
    let mut samples = hiss();
    for spoken in voice.as_wav().iter().flatten().filter_map(|file| Recording::parse(file)) {
        spoken.append_to(&mut samples);
        samples.extend(hiss());
    }
    file(&samples)
}

/// A pause that is not quite silent.
fn hiss() -> Vec<u8> {
    let hundredths = PAUSE.0 + chance::below(PAUSE.1 - PAUSE.0);
    let count = hundredths * RATE as usize / 100;
    // One draw for many samples: a table of random bytes, walked at random.
    let noise = chance::bytes::<256>();
    (0..count).map(|n| 122 + noise[(n * 7 + n / 256) % 256] % 13).collect()
}

/// One channel of 16-bit samples.
struct Recording {
    rate: u32,
    samples: Vec<i16>,
}

impl Recording {
    /// Walks the RIFF chunks for `fmt ` and `data`; anything but 16-bit PCM of one channel is `None`.
    fn parse(file: &[u8]) -> Option<Recording> {
        let mut rest = file.strip_prefix(b"RIFF")?.get(4..)?.strip_prefix(b"WAVE")?;
        let mut rate = None;
        loop {
            let (name, after) = rest.split_first_chunk::<4>()?;
            let (length, after) = after.split_first_chunk::<4>()?;
            let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
            let body = after.get(..length)?;
            match name {
                b"fmt " => rate = Some(rate_of(body)?),
                b"data" => {
                    let samples =
                        body.as_chunks::<2>().0.iter().map(|pair| i16::from_le_bytes(*pair)).collect();
                    return Some(Recording { rate: rate?, samples });
                }
                _ => {}
            }
            // Chunks begin at even offsets.
            rest = after.get(length.next_multiple_of(2)..)?;
        }
    }

    /// Resampled to [`RATE`] by averaging, up to a twelfth faster or slower, 70 to 100 % loud.
    fn append_to(&self, out: &mut Vec<u8>) {
        let pace = 0.92 + chance::below(17) as f32 / 100.0;
        let loudness = 0.7 + chance::below(31) as f32 / 100.0;
        let step = self.rate as f32 * pace / RATE as f32;
        let spoken = &self.samples[..self.samples.len().min(LONGEST_DIGIT)];
        let mut at = 0.0_f32;
        while let Some(window) = spoken.get(at as usize..(at + step) as usize) {
            let mean = window.iter().map(|s| f32::from(*s)).sum::<f32>() / window.len().max(1) as f32;
            // 8-bit WAV is unsigned, its silence 128.
            out.push((128.0 + mean * loudness / 256.0).clamp(0.0, 255.0) as u8);
            at += step;
        }
    }
}

/// The sample rate in a `fmt ` chunk that describes 16-bit PCM of one channel.
fn rate_of(format: &[u8]) -> Option<u32> {
    let word = |at: usize| format.get(at..at + 2)?.try_into().ok().map(u16::from_le_bytes);
    // 1 is PCM; 0xFFFE the extensible form, which says its real format further on.
    let is_pcm = matches!(word(0)?, 1 | 0xFFFE);
    let is_mono_16_bit = word(2)? == 1 && word(14)? == 16;
    let rate = u32::from_le_bytes(format.get(4..8)?.try_into().ok()?);
    (is_pcm && is_mono_16_bit && rate >= RATE).then_some(rate)
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
    out.resize(out.len() + padding, 128);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Moment;

    #[test]
    fn five_digits_are_heard_with_pauses_between() {
        let sound = wav(&Challenge::draw(Moment(0)));
        assert_eq!(&sound[..4], b"RIFF");
        assert_eq!(u32::from_le_bytes(sound[4..8].try_into().unwrap()) as usize, sound.len() - 8);
        let seconds = (sound.len() - HEADER) as f32 / RATE as f32;
        assert!((6.0..10.0).contains(&seconds), "{seconds} s");
        // Loud stretches: tenths of a second in which the voice, not the hiss, is heard.
        let loud: Vec<bool> = sound[HEADER..]
            .chunks(RATE as usize / 10)
            .map(|tenth| tenth.iter().map(|s| s.abs_diff(128)).max() > Some(40))
            .collect();
        let words = loud.windows(2).filter(|pair| !pair[0] && pair[1]).count();
        assert!(words >= 5, "{words} of 5 digits stand apart: {loud:?}");
    }

    #[test]
    fn the_recordings_of_all_digits_are_readable() {
        for digit in '2'..='9' {
            let mut voice = Captcha::new();
            voice.set_chars(&[digit]).add_char();
            for file in voice.as_wav() {
                let recording = Recording::parse(&file.unwrap()).unwrap();
                assert_eq!(recording.rate, 22_050);
                assert!(recording.samples.len() >= LONGEST_DIGIT);
            }
        }
    }

    #[test]
    fn cut_and_foreign_files_are_refused() {
        let whole = file(&[128; 10]);
        assert!(Recording::parse(&whole).is_none(), "8 bits are not what the crate speaks");
        for end in 0..HEADER {
            assert!(Recording::parse(&whole[..end]).is_none());
        }
        assert!(Recording::parse(b"ID3").is_none());
    }
}

//! Hears the digits of a sound. The recordings are public, and a digit is played at one of a few paces after one of a few
//! pauses: the best correlation with all of them tells the digit, its pace and where the next one begins.

const RATE: usize = 11_025;
/// The digits in a recording, in slots of equal length.
const SPOKEN: &str = "23456789";
const SILENCE: u8 = 128;
/// Hundredths of a second of a pause, and hundredths of the usual pace.
const PAUSES: std::ops::Range<usize> = 35..65;
const PACES: std::ops::Range<usize> = 92..109;

/// One digit at one pace, without its mean strength.
struct Word {
    digit: char,
    samples: Vec<f32>,
    strength: f32,
}

/// A voice: every digit at every pace.
pub struct Voice(Vec<Word>);

impl Voice {
    /// From the samples of a language's recording, without the file's header.
    pub fn of(recording: &[u8]) -> Voice {
        let slots = recording.chunks(recording.len() / SPOKEN.len());
        let words = SPOKEN.chars().zip(slots).flat_map(|(digit, slot)| {
            let end = slot.iter().rposition(|sample| *sample != SILENCE).map_or(0, |last| last + 1);
            let spoken: Vec<f32> = slot[..end].iter().map(signed).collect();
            PACES.map(move |pace| Word::at(digit, &spoken, pace as f32 / 100.0))
        });
        Voice(words.collect())
    }

    /// The digits in the samples of a sound.
    pub fn hears(&self, sound: &[u8], count: usize) -> String {
        let sound: Vec<f32> = sound.iter().map(signed).collect();
        let (mut at, mut heard) = (0, String::new());
        for _ in 0..count {
            let starts = PAUSES.map(|hundredths| at + hundredths * RATE / 100);
            let best = starts
                .flat_map(|start| self.0.iter().map(move |word| (start, word)))
                .map(|(start, word)| (word.likeness(&sound, start), start, word))
                .max_by(|one, other| one.0.total_cmp(&other.0));
            let Some((_, start, word)) = best else { break };
            heard.push(word.digit);
            at = start + word.samples.len();
        }
        heard
    }
}

impl Word {
    fn at(digit: char, spoken: &[f32], pace: f32) -> Word {
        let (mut samples, mut at) = (Vec::new(), 0.0_f32);
        while let Some(&[one, next]) = spoken.get(at as usize..at as usize + 2) {
            samples.push(one + (next - one) * at.fract());
            at += pace;
        }
        let strength = samples.iter().map(|sample| sample * sample).sum::<f32>().sqrt();
        Word { digit, samples, strength }
    }

    /// The normalised correlation with the sound from `start` on: 1 if they are the same but for loudness.
    fn likeness(&self, sound: &[f32], start: usize) -> f32 {
        let Some(part) = sound.get(start..start + self.samples.len()) else { return f32::MIN };
        let (mut both, mut theirs) = (0.0, 0.0);
        for (ours, heard) in self.samples.iter().zip(part) {
            both += ours * heard;
            theirs += heard * heard;
        }
        // Silence is like nothing.
        both / (self.strength * theirs.sqrt()).max(1.0)
    }
}

fn signed(sample: &u8) -> f32 {
    f32::from(*sample) - f32::from(SILENCE)
}

//! The one home of randomness: the operating system's generator through a CSPRNG. Nothing else asks for a random number.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

pub fn bytes<const N: usize>() -> [u8; N] {
    let mut out = [0u8; N];
    generator().fill(&mut out[..]);
    out
}

/// A random id (v4): unlike v7 it does not show when it was made.
pub fn id() -> Uuid {
    uuid::Builder::from_random_bytes(bytes()).into_uuid()
}

/// `count` decimal digits, each equally likely.
pub fn digits(count: usize) -> String {
    let mut rng = generator();
    (0..count).map(|_| char::from(b'0' + rng.random_range(0..10u8))).collect()
}

/// An index below `bound`, for choosing a word or a colour; `bound` is at least 1.
pub fn below(bound: usize) -> usize {
    generator().random_range(0..bound.max(1))
}

/// Chance that comes out the same for the same seed: for what is made anew at each question and must not differ. As secret
/// as its seed.
pub struct Seeded(StdRng);

impl Seeded {
    pub fn by(seed: [u8; 32]) -> Seeded {
        Seeded(StdRng::from_seed(seed))
    }

    pub fn bytes<const N: usize>(&mut self) -> [u8; N] {
        let mut out = [0u8; N];
        self.0.fill(&mut out[..]);
        out
    }

    /// As [`below`].
    pub fn below(&mut self, bound: usize) -> usize {
        self.0.random_range(0..bound.max(1))
    }
}

#[allow(clippy::disallowed_methods, reason = "this is its home")]
pub fn generator() -> rand::rngs::ThreadRng {
    rand::rng()
}

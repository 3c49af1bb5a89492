//! The only source of randomness: a CSPRNG seeded by the operating system. No other module draws a random number.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

pub fn bytes<const N: usize>() -> [u8; N] {
    let mut out = [0u8; N];
    generator().fill(&mut out[..]);
    out
}

/// A random id (v4): unlike v7, it does not contain its time.
pub fn id<Id: From<Uuid>>() -> Id {
    uuid::Builder::from_random_bytes(bytes()).into_uuid().into()
}

/// A name that no other file or person has, for what is no record.
pub fn name() -> String {
    id::<Uuid>().to_string()
}

/// `count` decimal digits, each equally likely.
pub fn digits(count: usize) -> String {
    let mut rng = generator();
    (0..count).map(|_| char::from(b'0' + rng.random_range(0..10u8))).collect()
}

/// An index below `bound`, for choosing a word or a colour; `bound` must be at least 1.
pub fn below(bound: usize) -> usize {
    generator().random_range(0..bound.max(1))
}

/// Random numbers that depend on the seed alone: for what is made again for each request and must come out the same. As secret
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

    /// The same as the function [`below`].
    pub fn below(&mut self, bound: usize) -> usize {
        self.0.random_range(0..bound.max(1))
    }
}

#[expect(clippy::disallowed_methods, reason = "this is its home")]
pub fn generator() -> rand::rngs::ThreadRng {
    rand::rng()
}

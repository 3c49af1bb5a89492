//! A frame on the pipe between the service and a photo worker: the length of the body in four bytes, then the body, one message in
//! the postcard format. Pure. Both ends are the same program, which the service starts as `/proc/self/exe`, so a frame says no
//! version; without /proc, a worker of another version garbles its answer, and the photo is refused. Invariant: a frame that is longer than its reader allows is refused before memory is reserved for it; bytes that are
//! missing or left over are an error, never a guess.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// The bytes of the body's length, big-endian.
pub const LENGTH_BYTES: usize = 4;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FrameError {
    #[error("the frame stops short")]
    Short,
    #[error("the frame promises {0} bytes")]
    TooLong(usize),
    #[error("the frame has {0} bytes behind its message")]
    LeftOver(usize),
    #[error("the frame's message can't be read: {0}")]
    Unreadable(#[from] postcard::Error),
}

/// The length of the body that follows, in bytes. Fails if it is more than `most`.
pub fn body_length(bytes: [u8; LENGTH_BYTES], most: usize) -> Result<usize, FrameError> {
    let length = u32::from_be_bytes(bytes) as usize;
    if length > most { Err(FrameError::TooLong(length)) } else { Ok(length) }
}

/// The whole frame of a message.
pub fn write(message: &impl Serialize) -> Vec<u8> {
    let mut frame = postcard::to_io(message, vec![0; LENGTH_BYTES]).unwrap_or_else(|_| {
        unreachable!("a Vec takes all bytes, and each list of a message knows its length")
    });
    let length = frame.len() - LENGTH_BYTES;
    frame[..LENGTH_BYTES].copy_from_slice(&u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes());
    frame
}

/// The message of a frame's body.
pub fn read<M: DeserializeOwned>(body: &[u8]) -> Result<M, FrameError> {
    let (message, rest) = postcard::take_from_bytes(body)?;
    if rest.is_empty() { Ok(message) } else { Err(FrameError::LeftOver(rest.len())) }
}

/// Reads a list of at most `MOST` entries. A message's lists need such a limit: an entry of four bytes can take ten times as many in
/// memory, and a frame has room for millions.
pub fn at_most<'de, const MOST: usize, T, D>(bytes: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    struct AtMost<T, const MOST: usize>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for AtMost<T, MOST> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "at most {MOST} entries")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Vec<T>, A::Error> {
            let mut list = Vec::new();
            while let Some(entry) = entries.next_element()? {
                if list.len() == MOST {
                    return Err(Error::invalid_length(MOST + 1, &self));
                }
                list.push(entry);
            }
            Ok(list)
        }
    }

    bytes.deserialize_seq(AtMost::<T, MOST>(PhantomData))
}

#[cfg(test)]
mod tests;

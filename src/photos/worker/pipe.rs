//! The worker's end of the pipe to the service. Invariant: nothing is read that is longer than a question or a photo may be.

use std::os::fd::BorrowedFd;

use kinlight_pictures::Limits;
use rustix::io::Errno;

use super::frame::{self, FrameError, LENGTH_BYTES};
use super::protocol::{MOST_QUESTION_BYTES, Question};

pub type Pipe = BorrowedFd<'static>;

#[derive(Debug, thiserror::Error)]
pub enum PipeError {
    #[error("the service asked in a way that this worker doesn't know: {0}")]
    Frame(#[from] FrameError),
    #[error("the pipe to the service broke: {0}")]
    Broken(#[from] Errno),
}

/// `None` once the service has closed the pipe.
pub fn next_question(from: Pipe) -> Result<Option<Question>, PipeError> {
    let mut length = [0; LENGTH_BYTES];
    if !read_all(from, &mut length)? {
        return Ok(None);
    }
    let body = exactly(from, frame::body_length(length, MOST_QUESTION_BYTES)?)?;
    Ok(Some(frame::read(&body)?))
}

/// The photo's file of this many bytes, which follows its question.
pub fn file(from: Pipe, length: usize) -> Result<Vec<u8>, PipeError> {
    if length > Limits::default().max_bytes {
        return Err(FrameError::TooLong(length).into());
    }
    exactly(from, length)
}

pub fn write_all(to: Pipe, mut bytes: &[u8]) -> Result<(), PipeError> {
    while !bytes.is_empty() {
        match rustix::io::write(to, bytes) {
            Ok(count) => bytes = &bytes[count..],
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn exactly(from: Pipe, length: usize) -> Result<Vec<u8>, PipeError> {
    let mut bytes = vec![0; length];
    if read_all(from, &mut bytes)? { Ok(bytes) } else { Err(FrameError::Short.into()) }
}

/// Returns false if the pipe ended before the first byte, as it does when the service has no more questions.
fn read_all(from: Pipe, into: &mut [u8]) -> Result<bool, PipeError> {
    let mut filled = 0;
    while filled < into.len() {
        match rustix::io::read(from, &mut into[filled..]) {
            Ok(0) if filled == 0 => return Ok(false),
            Ok(0) => return Err(FrameError::Short.into()),
            Ok(count) => filled += count,
            Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(true)
}

//! A reader that records where the JPEG decoder stops reading each scan's pixels, and compares that with the end of the scan's
//! data.
//! Invariant: changes no byte; it notices a decoder that uses less or more data than there is.
#![expect(clippy::inline_always, reason = "the decoder calls these for every few bytes of a photo")]

use std::cell::Cell;
use std::ops::Range;

use zune_core::bytestream::{ZByteIoError, ZByteReaderTrait, ZSeekFrom};

/// The decoder reads ahead by at most 63 bits: eight bytes of ones, each followed by a stuffed zero.
const AHEAD: usize = 16;

/// What the reader recorded, shared with the caller.
#[derive(Default)]
pub(super) struct Watch {
    /// The number of scans whose pixels ended where their data end.
    pub whole: Cell<usize>,
    /// The bytes of pixel data that the decoder skipped.
    pub passed_over: Cell<usize>,
}

pub(super) struct Watched<'b> {
    bytes: &'b [u8],
    at: usize,
    scans: &'b [Range<usize>],
    watch: &'b Watch,
    is_searching: bool,
    may_go_on: bool,
}

impl<'b> Watched<'b> {
    /// `scans`: the range of each scan's data. `may_go_on`: whether other data may follow the last scan's pixels.
    pub fn new(bytes: &'b [u8], scans: &'b [Range<usize>], may_go_on: bool, watch: &'b Watch) -> Self {
        Self { bytes, at: 0, scans, watch, is_searching: false, may_go_on }
    }

    /// Called when the decoder reads one byte at a time, which it does only to look for a marker, never for pixels.
    #[cold]
    fn searches(&mut self) {
        let within = self.scans.iter().position(|data| (data.start..data.end + AHEAD + 1).contains(&self.at));
        let Some(scan) = within else { return };
        let is_last = scan + 1 == self.scans.len();
        // Some cameras write zeros after a scan.
        let left = self.bytes.get(self.at..self.scans[scan].end).unwrap_or_default();
        let has_ended = left.iter().all(|byte| *byte == 0) || (is_last && self.may_go_on);
        if !self.is_searching && has_ended {
            self.watch.whole.set(self.watch.whole.get() + 1);
        }
        let (before, byte) = (self.bytes.get(self.at.wrapping_sub(1)), self.bytes.get(self.at));
        let is_marker = byte == Some(&0xff) || before == Some(&0xff);
        if !has_ended && !is_marker {
            self.watch.passed_over.set(self.watch.passed_over.get() + 1);
        }
        self.is_searching = true;
    }
}

impl ZByteReaderTrait for Watched<'_> {
    #[inline(always)]
    fn read_byte_no_error(&mut self) -> u8 {
        let byte = self.bytes.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        self.is_searching = false;
        byte
    }

    #[inline(always)]
    fn read_exact_bytes(&mut self, to: &mut [u8]) -> Result<(), ZByteIoError> {
        if to.len() == 1 {
            self.searches();
        } else {
            self.is_searching = false;
        }
        self.peek_exact_bytes(to)?;
        self.at += to.len();
        Ok(())
    }

    fn read_bytes(&mut self, to: &mut [u8]) -> Result<usize, ZByteIoError> {
        let count = self.peek_bytes(to)?;
        self.at += count;
        Ok(count)
    }

    fn peek_bytes(&mut self, to: &mut [u8]) -> Result<usize, ZByteIoError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let count = rest.len().min(to.len());
        to[..count].copy_from_slice(&rest[..count]);
        Ok(count)
    }

    #[inline(always)]
    fn peek_exact_bytes(&mut self, to: &mut [u8]) -> Result<(), ZByteIoError> {
        match self.bytes.get(self.at..).and_then(|rest| rest.get(..to.len())) {
            Some(there) => to.copy_from_slice(there),
            None => return Err(ZByteIoError::NotEnoughBytes(0, to.len())),
        }
        Ok(())
    }

    fn z_seek(&mut self, from: ZSeekFrom) -> Result<u64, ZByteIoError> {
        let to = match from {
            ZSeekFrom::Start(at) => usize::try_from(at).ok(),
            ZSeekFrom::End(by) => self.bytes.len().checked_add_signed(by as isize),
            ZSeekFrom::Current(by) => self.at.checked_add_signed(by as isize),
        };
        self.at = to.ok_or(ZByteIoError::SeekError("before the beginning"))?;
        Ok(self.at as u64)
    }

    #[inline(always)]
    fn is_eof(&mut self) -> Result<bool, ZByteIoError> {
        Ok(self.at >= self.bytes.len())
    }

    fn z_position(&mut self) -> Result<u64, ZByteIoError> {
        Ok(self.at as u64)
    }

    fn read_remaining(&mut self, sink: &mut Vec<u8>) -> Result<usize, ZByteIoError> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        sink.extend(rest);
        self.at = self.bytes.len();
        Ok(rest.len())
    }
}

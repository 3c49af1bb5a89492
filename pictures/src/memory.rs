//! Reuses buffers between photos: a new one of 36 MB costs 9,000 page faults, a fifth of a whole decode (measured: 63 ms
//! against 44).
//! Invariant: keeps at most `KEPT_BYTES`, so that an idle worker stays small.

const KEPT_BYTES: usize = 80_000_000;
const KEPT_BUFFERS: usize = 6;
/// Smaller buffers are not worth keeping: malloc keeps these by itself.
const WORTH_KEEPING: usize = 100_000;

#[derive(Default)]
pub(crate) struct Memory {
    idle: Vec<Vec<u8>>,
}

impl Memory {
    /// A buffer of exactly this many bytes, with any values: the caller overwrites all of them.
    pub(crate) fn take(&mut self, bytes: usize) -> Vec<u8> {
        let mut buffer = self.idle_or_new(bytes);
        buffer.resize(bytes, 0);
        buffer
    }

    /// A buffer of zeros, for a decoder, which may stop half-way without an error. What it does not fill must not show the
    /// photo before.
    pub(crate) fn take_blank(&mut self, bytes: usize) -> Vec<u8> {
        let mut buffer = self.take_empty(bytes);
        buffer.resize(bytes, 0);
        buffer
    }

    /// An empty buffer with room for this many bytes.
    pub(crate) fn take_empty(&mut self, bytes: usize) -> Vec<u8> {
        let mut buffer = self.idle_or_new(bytes);
        buffer.clear();
        buffer
    }

    /// The smallest idle buffer that is large enough, with its old bytes (filling it with zeros costs time), or a new one.
    fn idle_or_new(&mut self, bytes: usize) -> Vec<u8> {
        let fitting = self.idle.iter().enumerate().filter(|(_, buffer)| buffer.capacity() >= bytes);
        match fitting.min_by_key(|(_, buffer)| buffer.capacity()).map(|(index, _)| index) {
            Some(index) => self.idle.swap_remove(index),
            None => {
                // Frees large idle buffers first: together with the new one they could exceed a worker's memory limit.
                if bytes > KEPT_BYTES / 2 {
                    self.idle.retain(|buffer| buffer.capacity() < bytes / 4);
                }
                Vec::with_capacity(bytes)
            }
        }
    }

    pub(crate) fn give(&mut self, buffer: Vec<u8>) {
        if !(WORTH_KEEPING..=KEPT_BYTES).contains(&buffer.capacity()) {
            return;
        }
        self.idle.push(buffer);
        while self.idle.len() > KEPT_BUFFERS || self.kept() > KEPT_BYTES {
            let smallest = self.idle.iter().enumerate().min_by_key(|(_, buffer)| buffer.capacity());
            let Some((index, _)) = smallest else { break };
            self.idle.swap_remove(index);
        }
    }

    fn kept(&self) -> usize {
        self.idle.iter().map(Vec::capacity).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_that_came_back_is_used_again() {
        let mut memory = Memory::default();
        let first = memory.take(3_000_000);
        let place = first.as_ptr();
        memory.give(first);
        let again = memory.take(2_000_000);
        assert_eq!((again.as_ptr(), again.len()), (place, 2_000_000));
    }

    #[test]
    fn a_blank_buffer_holds_nothing_of_the_photo_before_it() {
        let mut memory = Memory::default();
        memory.give(vec![7; 3_000_000]);
        assert!(memory.take_blank(2_000_000).iter().all(|byte| *byte == 0));
    }

    #[test]
    fn an_idle_worker_keeps_little() {
        let mut memory = Memory::default();
        for megabytes in [150, 70, 60, 9, 8, 7, 6, 5, 4, 3] {
            memory.give(Vec::with_capacity(megabytes * 1_000_000));
        }
        assert!(memory.kept() <= KEPT_BYTES && memory.idle.len() <= KEPT_BUFFERS, "{}", memory.kept());
        let _huge = memory.take(150_000_000);
        assert_eq!(memory.idle.iter().filter(|buffer| buffer.capacity() > 40_000_000).count(), 0);
    }
}

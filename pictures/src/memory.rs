//! Buffers between photos: a fresh 36 MB costs 9,000 page faults, a fifth of a whole decode (measured: 63 ms, not 44).
//! Invariant: keeps at most `KEPT_BYTES`, so that an idle worker stays small.

const KEPT_BYTES: usize = 80_000_000;
const KEPT_BUFFERS: usize = 6;
/// What malloc keeps by itself is not worth a place here.
const WORTH_KEEPING: usize = 100_000;

#[derive(Default)]
pub(crate) struct Memory {
    idle: Vec<Vec<u8>>,
}

impl Memory {
    /// Exactly so many bytes, of whatever value: the caller fills all of them.
    pub(crate) fn take(&mut self, bytes: usize) -> Vec<u8> {
        let mut buffer = self.idle_or_new(bytes);
        buffer.resize(bytes, 0);
        buffer
    }

    /// So many zeros: for a decoder, which may stop half way and say nothing. What it leaves out must not be a part of
    /// the photo before it.
    pub(crate) fn take_blank(&mut self, bytes: usize) -> Vec<u8> {
        let mut buffer = self.take_empty(bytes);
        buffer.resize(bytes, 0);
        buffer
    }

    /// Nothing yet, with room for so many bytes.
    pub(crate) fn take_empty(&mut self, bytes: usize) -> Vec<u8> {
        let mut buffer = self.idle_or_new(bytes);
        buffer.clear();
        buffer
    }

    /// The smallest idle buffer that is big enough, as it was left (filling it with zeros again costs), or a new one.
    fn idle_or_new(&mut self, bytes: usize) -> Vec<u8> {
        let fitting = self.idle.iter().enumerate().filter(|(_, buffer)| buffer.capacity() >= bytes);
        match fitting.min_by_key(|(_, buffer)| buffer.capacity()).map(|(index, _)| index) {
            Some(index) => self.idle.swap_remove(index),
            None => {
                // The biggest idle one would lie beside the new one: a worker's memory has a limit.
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

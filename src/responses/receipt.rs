//! Receipt codes without a wait. Short ones are made ahead, with their keys derived; long ones, which need no work, are
//! given when few short ones are left. Nobody waits to draw a code, and nobody takes all the short ones from others.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::Notify;
use zeroize::Zeroizing;

use super::receipt_code::ReceiptCode;
use crate::codes::CodeKeys;
use crate::stretching::{Busy, Stretching, stretch_now};

/// How long an answer with a solved CAPTCHA waits for its short code; after that it keeps the long one.
const SHORT_WAITS_FOR: Duration = Duration::from_secs(1);
const AGAIN_WAITS_FOR: Duration = Duration::from_secs(10);
/// A quarter of the stock is for people who solved a CAPTCHA.
const RESERVED: usize = 4;

/// A code and its keys.
#[derive(Clone)]
pub struct Receipt {
    pub code: ReceiptCode,
    pub keys: CodeKeys,
}

/// What is known about a person who draws a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    /// A CAPTCHA was solved.
    Solved,
    Unknown,
    /// Others from the same network drew many just now.
    Crowded,
}

#[derive(Clone)]
pub struct CodeStock {
    ready: Arc<Mutex<VecDeque<Receipt>>>,
    size: usize,
    salt: Zeroizing<[u8; 32]>,
    memory_kib: u32,
    /// Derives short codes for answers with a solved CAPTCHA that got a long one, one at a time.
    late: Stretching,
    /// The same pool with a longer wait, for an answer that was saved with a short code and is sent again.
    again: Stretching,
    /// Notified when a code is taken.
    taken: Arc<Notify>,
    long_given: Arc<AtomicU64>,
}

impl std::fmt::Debug for CodeStock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeStock(…)")
    }
}

impl CodeStock {
    pub fn new(size: usize, salt: Zeroizing<[u8; 32]>, memory_kib: u32) -> Self {
        let late = Stretching::new(memory_kib, 1, SHORT_WAITS_FOR);
        CodeStock {
            ready: Arc::default(),
            size,
            salt,
            memory_kib,
            again: late.waiting_for(AGAIN_WAITS_FOR),
            late,
            taken: Arc::default(),
            long_given: Arc::default(),
        }
    }

    /// The keys of a code that somebody typed or that comes back in a form's state. Runs on the calling thread.
    pub fn keys_of(&self, code: &ReceiptCode) -> Result<CodeKeys, Busy> {
        let root = match code.unstretched(&self.salt[..]) {
            Some(root) => root,
            None => stretch_now(code.compact().as_bytes(), &self.salt[..], self.memory_kib)?,
        };
        CodeKeys::from_stretched(&root).map_err(|_| Busy)
    }

    /// A short code, made on the spot if none is ready: for callers who may wait, such as the demo.
    pub async fn take(&self) -> Result<Receipt, Busy> {
        if let Some(receipt) = self.ready_one(0) {
            return Ok(receipt);
        }
        self.stretched(ReceiptCode::draw(), &self.again).await
    }

    /// A code at once: a short one while enough are left for this drawer, else a long one.
    pub fn draw(&self, drawer: Drawer) -> Result<Receipt, Busy> {
        let left_alone = match drawer {
            Drawer::Solved => 0,
            Drawer::Unknown => self.size.div_ceil(RESERVED),
            Drawer::Crowded => self.size,
        };
        if let Some(receipt) = self.ready_one(left_alone) {
            return Ok(receipt);
        }
        self.long_given.fetch_add(1, Ordering::Relaxed);
        self.of(ReceiptCode::draw_long())
    }

    /// The short code that belongs to a long one, for an answer with a solved CAPTCHA; `None` if the code is short already.
    pub async fn shorter(&self, long: &ReceiptCode) -> Result<Option<Receipt>, Busy> {
        let Some(code) = long.shorter(&self.salt[..]) else { return Ok(None) };
        self.stretched(code, &self.late).await.map(Some)
    }

    /// The same for an answer that is already saved with the short code: its receipt is worth a longer wait.
    pub async fn shorter_again(&self, long: &ReceiptCode) -> Result<Option<Receipt>, Busy> {
        let Some(code) = long.shorter(&self.salt[..]) else { return Ok(None) };
        self.stretched(code, &self.again).await.map(Some)
    }

    /// Adds one code; returns `false` when the stock is full. Runs on a thread of its own (`jobs`).
    pub fn fill_one(&self) -> Result<bool, Busy> {
        if self.ready() >= self.size {
            return Ok(false);
        }
        let receipt = self.of(ReceiptCode::draw())?;
        self.ready.lock().map_err(|_| Busy)?.push_back(receipt);
        Ok(true)
    }

    /// Waits until a code was taken since the last call.
    pub async fn one_was_taken(&self) {
        self.taken.notified().await;
    }

    /// How many short codes are ready.
    pub fn ready(&self) -> usize {
        self.ready.lock().map_or(0, |ready| ready.len())
    }

    /// How many long codes were given so far.
    pub fn long_given(&self) -> u64 {
        self.long_given.load(Ordering::Relaxed)
    }

    /// A code from the stock, if it has more than `left_alone`.
    fn ready_one(&self, left_alone: usize) -> Option<Receipt> {
        let mut ready = self.ready.lock().ok()?;
        let receipt = if ready.len() > left_alone { ready.pop_front()? } else { return None };
        self.taken.notify_one();
        Some(receipt)
    }

    async fn stretched(&self, code: ReceiptCode, pool: &Stretching) -> Result<Receipt, Busy> {
        let stretched = pool.stretch(code.compact().as_bytes(), &self.salt[..]).await?;
        let keys = CodeKeys::from_stretched(&stretched).map_err(|_| Busy)?;
        Ok(Receipt { code, keys })
    }

    fn of(&self, code: ReceiptCode) -> Result<Receipt, Busy> {
        let keys = self.keys_of(&code)?;
        Ok(Receipt { code, keys })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(size: usize) -> CodeStock {
        let stock = CodeStock::new(size, Zeroizing::new([7; 32]), 64);
        while stock.fill_one().unwrap() {}
        stock
    }

    fn is_long(receipt: &Receipt) -> bool {
        receipt.code.compact().len() == 24
    }

    #[test]
    fn who_draws_many_leaves_the_last_ones_to_others() {
        let stock = filled(8);
        let drawn: Vec<bool> = (0..9).map(|_| is_long(&stock.draw(Drawer::Unknown).unwrap())).collect();
        assert_eq!(drawn.iter().filter(|is_long| !**is_long).count(), 6, "{drawn:?}");
        assert!(is_long(&stock.draw(Drawer::Crowded).unwrap()));
        assert!(!is_long(&stock.draw(Drawer::Solved).unwrap()));
        assert!(!is_long(&stock.draw(Drawer::Solved).unwrap()));
        assert!(is_long(&stock.draw(Drawer::Solved).unwrap()), "an empty stock refuses nobody");
        assert_eq!((stock.ready(), stock.long_given()), (0, 5));
    }

    #[tokio::test]
    async fn every_code_leads_to_its_own_keys() {
        let stock = filled(1);
        for drawer in [Drawer::Solved, Drawer::Crowded] {
            let receipt = stock.draw(drawer).unwrap();
            assert_eq!(stock.keys_of(&receipt.code).unwrap().tag, receipt.keys.tag, "{drawer:?}");
        }
        let long = stock.draw(Drawer::Crowded).unwrap();
        let short = stock.shorter(&long.code).await.unwrap().expect("a short one");
        assert!(!is_long(&short));
        assert_ne!(short.keys.tag, long.keys.tag);
        assert_eq!(stock.keys_of(&short.code).unwrap().tag, short.keys.tag);
        assert_eq!(stock.shorter(&long.code).await.unwrap().unwrap().code, short.code, "always the same");
        assert!(stock.shorter(&short.code).await.unwrap().is_none());
    }

    #[tokio::test]
    async fn a_solved_answer_waits_a_moment_for_its_short_code_and_no_longer() {
        let stock = filled(0);
        let long = stock.draw(Drawer::Unknown).unwrap();
        let held = stock.late.hold_all();
        assert_eq!(stock.shorter(&long.code).await.err(), Some(Busy));
        drop(held);
        assert!(
            stock.shorter_again(&long.code).await.unwrap().is_some(),
            "its receipt is found all the same"
        );
    }
}

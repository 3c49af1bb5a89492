//! Receipt codes ahead of need: each site process keeps a stock with keys already derived, so that accepting a
//! response never waits for Argon2.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use zeroize::Zeroizing;

use super::receipt_code::ReceiptCode;
use crate::codes::CodeKeys;
use crate::stretching::{Busy, Stretching, stretch_now};

/// Longer than a rush of some hundred takes, on two cores.
const RUSH_WAITS_FOR: Duration = Duration::from_secs(30);

/// A code and what it leads to.
#[derive(Clone)]
pub struct Receipt {
    pub code: ReceiptCode,
    pub keys: CodeKeys,
}

#[derive(Clone)]
pub struct CodeStock {
    ready: Arc<Mutex<VecDeque<Receipt>>>,
    size: usize,
    salt: Zeroizing<[u8; 32]>,
    memory_kib: u32,
    /// For whoever comes when the stock is empty: so many at once, and no more memory than that.
    rush: Stretching,
}

impl std::fmt::Debug for CodeStock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeStock(…)")
    }
}

impl CodeStock {
    pub fn new(size: usize, salt: Zeroizing<[u8; 32]>, memory_kib: u32) -> Self {
        let rush = Stretching::new(memory_kib, 2, RUSH_WAITS_FOR);
        Self { ready: Arc::default(), size, salt, memory_kib, rush }
    }

    /// The keys of a code that somebody typed or that comes back in a form's state.
    pub fn keys_of(&self, code: &ReceiptCode) -> Result<CodeKeys, Busy> {
        let stretched = stretch_now(code.compact().as_bytes(), &self.salt[..], self.memory_kib)?;
        CodeKeys::from_stretched(&stretched).map_err(|_| Busy)
    }

    /// A code from the stock; made on the spot when a rush has emptied it, in turn with others.
    pub async fn take(&self) -> Result<Receipt, Busy> {
        let ready = self.ready.lock().ok().and_then(|mut ready| ready.pop_front());
        if let Some(receipt) = ready {
            return Ok(receipt);
        }
        let code = ReceiptCode::draw();
        let stretched = self.rush.stretch(code.compact().as_bytes(), &self.salt[..]).await?;
        Ok(Receipt { code, keys: CodeKeys::from_stretched(&stretched).map_err(|_| Busy)? })
    }

    /// Fills one place; `false` when the stock is full. Runs on a thread of its own (`server`).
    pub fn fill_one(&self) -> Result<bool, Busy> {
        if self.ready.lock().map_err(|_| Busy)?.len() >= self.size {
            return Ok(false);
        }
        let receipt = self.make()?;
        self.ready.lock().map_err(|_| Busy)?.push_back(receipt);
        Ok(true)
    }

    fn make(&self) -> Result<Receipt, Busy> {
        let code = ReceiptCode::draw();
        let keys = self.keys_of(&code)?;
        Ok(Receipt { code, keys })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn whoever_finds_the_stock_empty_waits_for_a_turn_and_gets_a_code() {
        let stock = CodeStock::new(0, Zeroizing::new([7; 32]), 64);
        let held = stock.rush.hold_all();
        let mut waiting = std::pin::pin!(stock.take());
        assert!(
            tokio::time::timeout(Duration::from_millis(50), &mut waiting).await.is_err(),
            "too many at once"
        );
        drop(held);
        let receipt = waiting.await.expect("its turn");
        assert_eq!(stock.keys_of(&receipt.code).unwrap().tag, receipt.keys.tag);
    }
}

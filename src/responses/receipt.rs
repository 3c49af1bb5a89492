//! Receipt codes ahead of need: each site process keeps a stock with keys already derived, so that accepting a
//! response never waits for Argon2.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

use super::receipt_code::ReceiptCode;
use crate::codes::CodeKeys;
use crate::stretching::{Busy, stretch_now};

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
}

impl std::fmt::Debug for CodeStock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CodeStock(…)")
    }
}

impl CodeStock {
    pub fn new(size: usize, salt: Zeroizing<[u8; 32]>, memory_kib: u32) -> Self {
        Self { ready: Arc::default(), size, salt, memory_kib }
    }

    /// The keys of a code that somebody typed or that comes back in a form's state.
    pub fn keys_of(&self, code: &ReceiptCode) -> Result<CodeKeys, Busy> {
        let stretched = stretch_now(code.compact().as_bytes(), &self.salt[..], self.memory_kib)?;
        CodeKeys::from_stretched(&stretched).map_err(|_| Busy)
    }

    /// A code from the stock; made on the spot when a rush has emptied it.
    pub async fn take(&self) -> Result<Receipt, Busy> {
        let ready = self.ready.lock().ok().and_then(|mut ready| ready.pop_front());
        match ready {
            Some(receipt) => Ok(receipt),
            None => {
                let stock = self.clone();
                tokio::task::spawn_blocking(move || stock.make()).await.map_err(|_| Busy)?
            }
        }
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

//! Argon2id in a bounded pool: each guess at a password or code is expensive, and many at once can't use up the machine's
//! memory. If the pool is full, a caller waits up to a limit and is then told so.

use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

/// The lowest cost that `serve` accepts, in KiB: 64 MiB (docs/decisions/0004-passwords-hang-on-the-desk-secret.md).
pub const LEAST_MEMORY_KIB: u32 = 64 * 1024;

#[derive(Clone, Debug)]
pub struct Stretching {
    memory_kib: u32,
    turns: Arc<Semaphore>,
    waits_for: Duration,
    /// How many callers found the pool full so far, and how many of them gave up.
    pub waited: Arc<AtomicU64>,
    pub refused: Arc<AtomicU64>,
}

/// The pool stayed full until the timeout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("too many at once; try again in a minute")]
pub struct Busy;

impl Stretching {
    pub fn new(memory_kib: u32, at_once: usize, waits_for: Duration) -> Self {
        let turns = Arc::new(Semaphore::new(at_once));
        Self { memory_kib, turns, waits_for, waited: Arc::default(), refused: Arc::default() }
    }

    /// The same pool with another timeout.
    pub fn waiting_for(&self, waits_for: Duration) -> Stretching {
        Stretching { waits_for, ..self.clone() }
    }

    /// Takes every free place of the pool.
    #[cfg(test)]
    pub fn hold_all(&self) -> impl Drop {
        let all = u32::try_from(self.turns.available_permits()).unwrap_or(u32::MAX);
        self.turns.clone().try_acquire_many_owned(all).expect("all are free")
    }

    /// Derives 32 bytes from a secret and a salt (8 bytes or more), on a blocking thread.
    pub async fn stretch(&self, secret: &[u8], salt: &[u8]) -> Result<Zeroizing<[u8; 32]>, Busy> {
        if self.turns.available_permits() == 0 {
            self.waited.fetch_add(1, Ordering::Relaxed);
        }
        let turn = tokio::time::timeout(self.waits_for, self.turns.clone().acquire_owned())
            .await
            .map_err(|_| {
                self.refused.fetch_add(1, Ordering::Relaxed);
                Busy
            })?
            .map_err(|_| Busy)?;
        let (secret, salt, memory_kib) = (Zeroizing::new(secret.to_vec()), salt.to_vec(), self.memory_kib);
        tokio::task::spawn_blocking(move || {
            let _turn = turn;
            stretch_now(&secret, &salt, memory_kib)
        })
        .await
        .map_err(|_| Busy)?
    }
}

/// The same on the current thread: for the stock of codes, which is filled in the background.
pub fn stretch_now(secret: &[u8], salt: &[u8], memory_kib: u32) -> Result<Zeroizing<[u8; 32]>, Busy> {
    let mut out = Zeroizing::new([0u8; 32]);
    // One pass and one lane at 64 MiB is above OWASP's floor of 47 MiB for one pass (Password Storage Cheat Sheet).
    let params = Params::new(memory_kib, 1, 1, Some(32)).map_err(|_| Busy)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(secret, salt, out.as_mut_slice())
        .map_err(|_| Busy)?;
    Ok(out)
}

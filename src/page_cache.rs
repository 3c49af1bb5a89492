//! Cached pages that are the same for everybody, as the bytes that are sent. Invariant: a page is served only with the same
//! snapshot of the catalogue that it was made from, so no page outlives a photo on it.

use bytes::Bytes;
use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, PoisonError, RwLock, Weak};
use tokio::sync::Semaphore;

use crate::publications::catalogue::Snapshot;

/// What a page depends on besides its snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PageKey {
    pub lang: &'static str,
    /// The path after the language, in the one form that we write.
    pub path: String,
    /// What else the page varies by, such as its pictures' format.
    pub variant: &'static str,
    /// How its bytes are compressed, by the name in HTTP's header.
    pub encoding: Option<&'static str>,
}

/// The pages of one snapshot. A new snapshot drops them all.
#[derive(Default)]
struct Kept {
    of: Weak<Snapshot>,
    pages: HashMap<PageKey, Bytes>,
}

/// The limit of pages made at once: after each change of the catalogue many visitors ask for the same few, and brotli needs
/// memory.
const MADE_AT_ONCE: usize = 2;

/// The cache has no limit of its own: its caller limits it by what it caches.
pub struct PageCache {
    kept: RwLock<Kept>,
    turns: Semaphore,
}

impl Default for PageCache {
    fn default() -> PageCache {
        PageCache { kept: RwLock::default(), turns: Semaphore::new(MADE_AT_ONCE) }
    }
}

impl PageCache {
    /// The page's bytes: from the cache, or else from `made`, which only then begins.
    pub async fn page<E>(
        &self,
        of: &Arc<Snapshot>,
        key: PageKey,
        made: impl Future<Output = Result<Bytes, E>>,
    ) -> Result<Bytes, E> {
        if let Some(body) = self.find(of, &key) {
            return Ok(body);
        }
        // Fails only if the turns were closed, which nobody does.
        let _turn = self.turns.acquire().await.ok();
        // The task that had the turn before may have made the same page.
        if let Some(body) = self.find(of, &key) {
            return Ok(body);
        }
        Ok(self.keep(of, key, made.await?))
    }

    /// The number of cached pages.
    pub fn count(&self) -> usize {
        self.kept.read().unwrap_or_else(PoisonError::into_inner).pages.len()
    }

    fn find(&self, of: &Arc<Snapshot>, key: &PageKey) -> Option<Bytes> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.is_of(of).then(|| kept.pages.get(key).cloned())?
    }

    fn keep(&self, of: &Arc<Snapshot>, key: PageKey, body: Bytes) -> Bytes {
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if !kept.is_of(of) {
            *kept = Kept { of: Arc::downgrade(of), pages: HashMap::new() };
        }
        kept.pages.insert(key, body.clone());
        body
    }
}

impl Kept {
    /// The weak reference keeps the address in use, so no other snapshot can have the same one.
    fn is_of(&self, snapshot: &Arc<Snapshot>) -> bool {
        std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(snapshot))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_kept_as_long_as_its_snapshot_is_the_one_shown() {
        let pages = PageCache::default();
        let key = |path: &str| PageKey { lang: "ar", path: path.to_owned(), variant: "webp", encoding: None };
        let [first, second] = [Arc::new(Snapshot::default()), Arc::new(Snapshot::default())];
        assert_eq!(pages.find(&first, &key("")), None);
        pages.keep(&first, key(""), Bytes::from_static(b"one"));
        pages.keep(&first, key("?page=2"), Bytes::from_static(b"two"));
        assert_eq!(pages.find(&first, &key("")).as_deref(), Some(&b"one"[..]));
        assert_eq!(pages.find(&second, &key("")), None, "a withdrawal makes another snapshot");
        pages.keep(&second, key(""), Bytes::from_static(b"new"));
        assert_eq!(pages.find(&second, &key("")).as_deref(), Some(&b"new"[..]));
        assert_eq!(pages.find(&second, &key("?page=2")), None);
        assert_eq!(pages.find(&first, &key("")), None);
        // A slow task still has the older snapshot: nobody else gets its page.
        pages.keep(&first, key(""), Bytes::from_static(b"old"));
        assert_eq!(pages.find(&second, &key("")), None);
    }
}

//! Cached pages that are the same for everybody, as the bytes that are sent. Invariant: a page is served only with the same
//! snapshot of the catalogue that it was made from, so no page outlives a photo on it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock, Weak};
use tokio::sync::Semaphore;

use super::packing::{FOR_MANY, Packing};
use super::visit::as_page;
use super::{Error, Visit};
use crate::publications::catalogue::Snapshot;

/// What a page depends on besides its snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    lang: &'static str,
    /// The path after the language, in the one form that we write.
    path: String,
    /// What else the page varies by, such as its pictures' format.
    variant: &'static str,
    packing: Option<Packing>,
}

/// The pages of one snapshot. A new snapshot drops them all.
#[derive(Default)]
struct Kept {
    of: Weak<Snapshot>,
    pages: HashMap<Key, Bytes>,
}

/// The limit of pages made at once: after each change of the catalogue many visitors ask for the same few, and brotli needs
/// memory.
const MADE_AT_ONCE: usize = 2;

/// The cache has no limit of its own: its caller limits it by what it caches.
pub struct KeptPages {
    kept: RwLock<Kept>,
    turns: Semaphore,
}

impl Default for KeptPages {
    fn default() -> KeptPages {
        KeptPages { kept: RwLock::default(), turns: Semaphore::new(MADE_AT_ONCE) }
    }
}

impl KeptPages {
    /// The page in this visitor's encoding: from the cache, or made by `make`.
    pub async fn page(
        &self,
        visit: &Visit,
        of: &Arc<Snapshot>,
        (path, variant): (String, &'static str),
        make: impl FnOnce() -> Result<String, Error>,
    ) -> Result<HttpResponse, Error> {
        let packing = Packing::taken_by(visit.request(), FOR_MANY);
        let key = Key { lang: visit.lang.code(), path, variant, packing };
        let body = match self.find(of, &key) {
            Some(body) => body,
            None => self.made(of, key, make).await?,
        };
        let mut response = as_page(StatusCode::OK, body);
        if let Some(packing) = packing {
            let (name, value) = packing.header();
            response.headers_mut().insert(name, value);
        }
        Ok(response)
    }

    async fn made(
        &self,
        of: &Arc<Snapshot>,
        key: Key,
        make: impl FnOnce() -> Result<String, Error>,
    ) -> Result<Bytes, Error> {
        let _turn = self.turns.acquire().await.map_err(Error::internal)?;
        // The task that had the turn before may have made the same page.
        if let Some(body) = self.find(of, &key) {
            return Ok(body);
        }
        let html = make()?;
        let body = match key.packing {
            // On a blocking thread: compressing takes as long as twenty pages.
            Some(packing) => web::block(move || packing.pack(html.as_bytes()))
                .await
                .map_err(Error::internal)?
                .map_err(Error::internal)?,
            None => html.into_bytes(),
        };
        Ok(self.keep(of, key, Bytes::from(body)))
    }

    /// The number of cached pages.
    pub fn count(&self) -> usize {
        self.kept.read().unwrap_or_else(PoisonError::into_inner).pages.len()
    }

    fn find(&self, of: &Arc<Snapshot>, key: &Key) -> Option<Bytes> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.is_of(of).then(|| kept.pages.get(key).cloned())?
    }

    fn keep(&self, of: &Arc<Snapshot>, key: Key, body: Bytes) -> Bytes {
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
        let pages = KeptPages::default();
        let key = |path: &str| Key { lang: "ar", path: path.to_owned(), variant: "webp", packing: None };
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

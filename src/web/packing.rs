//! Compresses the site's texts, since data is expensive: brotli for what many visitors get, gzip for what one visitor gets. The
//! desk's pages are not compressed: they show private data beside a responder's words, and a compressed page's length would tell
//! an eavesdropper whether both contain the same (BREACH). On the site, this attack would need a stranger's page to send requests
//! with a visitor's cookies, and ours are strict. Invariant: a page that is not the same for everybody is padded to a multiple of
//! `STEP` or `PLAIN_STEP`, so that who sees only how much is sent does not see an answer come, a number end, or what was chosen.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, AcceptEncoding, Encoding, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use std::io::{self, Write};

words! {
    /// An encoding, by its name in HTTP's header.
    pub enum Packing {
        /// A fifth fewer bytes than gzip, for fifty times the work.
        Brotli = "br",
        Gzip = "gzip",
    }
}

/// The encodings for what is compressed once and sent to many.
pub const FOR_MANY: &[Packing] = &[Packing::Brotli, Packing::Gzip];
/// The encoding for what is compressed for one visitor. A fast brotli would save six per cent more bytes, but it allocates new
/// tables each time, which takes ten times as long as gzip.
pub const FOR_ONE: &[Packing] = &[Packing::Gzip];

/// In bytes: shorter texts fit into one packet anyway.
const LEAST: usize = 256;
/// In bytes. A form's pages take one step, packed, in every language and with any ordinary answer (4,400 bytes in Ukrainian, the
/// heaviest); with styles, scripts and a picture they stay within their budget of 20,000.
const STEP: usize = 5 * 1024;
/// In bytes, for a page that is not packed: it varies more.
const PLAIN_STEP: usize = 6 * 1024;
/// Brotli's best quality but one: the last step takes three times as long and saves one byte in fifty.
const QUALITY: i32 = 10;
/// A power of two, larger than any text of ours. With the usual 22, each encoder would take 12 MB.
const WINDOW: i32 = 18;

impl Packing {
    /// The encoding among these that the client accepts and prefers.
    pub fn taken_by(message: &impl HttpMessage, among: &[Packing]) -> Option<Packing> {
        let accepted = message.get_header::<AcceptEncoding>()?;
        let known = among.iter().map(|one| one.encoding()).chain([Encoding::identity()]);
        let best = accepted.negotiate(known.collect::<Vec<_>>().iter())?;
        among.iter().copied().find(|one| one.encoding() == best)
    }

    fn encoding(self) -> Encoding {
        match self {
            Packing::Brotli => Encoding::brotli(),
            Packing::Gzip => Encoding::gzip(),
        }
    }

    /// The header of an answer in this encoding.
    pub fn header(self) -> (HeaderName, HeaderValue) {
        (header::CONTENT_ENCODING, HeaderValue::from_static(self.code()))
    }

    pub fn pack(self, text: &[u8]) -> io::Result<Vec<u8>> {
        let mut packed = Vec::with_capacity(text.len() / 3);
        match self {
            Packing::Brotli => {
                let (quality, lgwin, size_hint) = (QUALITY, WINDOW, text.len());
                let how = BrotliEncoderParams { quality, lgwin, size_hint, ..Default::default() };
                brotli::BrotliCompress(&mut &*text, &mut packed, &how)?;
            }
            Packing::Gzip => {
                let mut encoder = GzEncoder::new(&mut packed, Compression::default());
                encoder.write_all(text)?;
                encoder.finish()?;
            }
        }
        Ok(packed)
    }
}

/// Lengthens a gzip file to a multiple of `STEP`, by a field of its header that every reader passes over (RFC 1952, 2.3.1.1).
fn padded(mut packed: Vec<u8>) -> Vec<u8> {
    /// The flags' place in the header, and the flag of such fields; they stand behind the fixed header's ten bytes.
    const FLAGS: usize = 3;
    const HAS_FIELDS: u8 = 4;
    const HEADER: usize = 10;
    // The length of all fields; then the one field's name and length.
    const FIELD: usize = 2 + 4;
    let rest = packed.len() + FIELD;
    // At most a step, so the lengths fit into their two bytes.
    let filler = rest.next_multiple_of(STEP) - rest;
    let [all, own] = [filler + 4, filler].map(|length| (length as u16).to_le_bytes());
    let field = [&all[..], b"kl", &own, &vec![0; filler]].concat();
    packed[FLAGS] |= HAS_FIELDS;
    packed.splice(HEADER..HEADER, field);
    packed
}

/// Lengthens a page to a multiple of `PLAIN_STEP`, by empty lines behind its end.
fn lengthened(page: Bytes) -> Bytes {
    let mut page = Vec::from(page);
    page.resize(page.len().next_multiple_of(PLAIN_STEP), b'\n');
    Bytes::from(page)
}

/// Lengthens the desk's pages.
pub async fn pad<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, Bytes>>, Error> {
    let response = next.call(request).await?;
    if !content_type(response.headers()).is_some_and(is_page) {
        return Ok(response.map_into_left_body());
    }
    Ok(response.map_body(|_, body| match body.try_into_bytes() {
        Ok(page) => EitherBody::right(lengthened(page)),
        Err(body) => EitherBody::left(body),
    }))
}

/// Compresses every text of the site that isn't compressed yet, and tells caches that it varies by `Accept-Encoding`.
pub async fn pack<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, Bytes>>, Error> {
    let mut response = next.call(request).await?;
    if !content_type(response.headers()).is_some_and(is_text) {
        return Ok(response.map_into_left_body());
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    if response.headers().contains_key(header::CONTENT_ENCODING) {
        return Ok(response.map_into_left_body());
    }
    let packing = Packing::taken_by(response.request(), FOR_ONE);
    let is_for_one = is_for_one(response.headers());
    let is_lengthened = is_for_one && content_type(response.headers()).is_some_and(is_page);
    Ok(response.map_body(|head, body| {
        let text = match body.try_into_bytes() {
            Ok(text) => text,
            Err(body) => return EitherBody::left(body),
        };
        let packed =
            packing.filter(|_| text.len() >= LEAST).and_then(|one| Some((one, one.pack(&text).ok()?)));
        match packed {
            Some((packing, packed)) => {
                let (name, value) = packing.header();
                head.headers.insert(name, value);
                EitherBody::right(Bytes::from(if is_for_one { padded(packed) } else { packed }))
            }
            None if is_lengthened => EitherBody::right(lengthened(text)),
            None => EitherBody::right(text),
        }
    }))
}

/// False for what everybody gets, and caches may keep.
fn is_for_one(headers: &HeaderMap) -> bool {
    let caching = headers.get(header::CACHE_CONTROL).and_then(|value| value.to_str().ok());
    !caching.is_some_and(|caching| caching.starts_with("public"))
}

fn is_page(content_type: &str) -> bool {
    content_type.starts_with("text/html")
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

/// True for texts: pictures, sounds and posters are compressed by their own formats.
pub fn is_text(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default();
    kind.starts_with("text/") || matches!(kind, "image/svg+xml" | "application/json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;
    use std::io::Read;

    #[test]
    fn what_is_packed_is_what_the_sender_takes_and_likes_best() {
        use Packing::{Brotli, Gzip};
        let cases = [
            (None, None, None),
            (Some(""), None, None),
            (Some("identity"), None, None),
            (Some("zstd"), None, None),
            (Some("gzip"), Some(Gzip), Some(Gzip)),
            (Some("br"), Some(Brotli), None),
            (Some("gzip, deflate, br, zstd"), Some(Brotli), Some(Gzip)),
            (Some("br;q=0.5, gzip"), Some(Gzip), Some(Gzip)),
            (Some("gzip;q=0, br"), Some(Brotli), None),
            (Some("gzip;q=0, br;q=0"), None, None),
            (Some("*;q=0"), None, None),
            (Some("\u{e9};;q"), None, None),
        ];
        for (header, for_many, for_one) in cases {
            let request = TestRequest::default();
            let request = match header {
                Some(value) => request.insert_header((header::ACCEPT_ENCODING, value.as_bytes())),
                None => request,
            }
            .to_http_request();
            let taken = [FOR_MANY, FOR_ONE].map(|among| Packing::taken_by(&request, among));
            assert_eq!(taken, [for_many, for_one], "{header:?}");
        }
    }

    #[test]
    fn a_text_comes_out_as_it_went_in() {
        let text = include_str!("packing.rs").as_bytes();
        let [brotli, gzip] = [Packing::Brotli, Packing::Gzip].map(|packing| packing.pack(text).unwrap());
        assert!(brotli.len() < gzip.len() && gzip.len() * 2 < text.len());
        let (mut one, mut other) = (Vec::new(), Vec::new());
        brotli::Decompressor::new(&brotli[..], 4096).read_to_end(&mut one).unwrap();
        flate2::read::GzDecoder::new(&gzip[..]).read_to_end(&mut other).unwrap();
        assert!(one == text && other == text);
    }

    #[test]
    fn padding_leaves_whole_steps_and_the_text_as_it_was() {
        let text = include_str!("packing.rs");
        let mut lengths = std::collections::BTreeSet::new();
        // By single bytes over the edge of a step, and up to several steps.
        for length in (300..8_000).step_by(7).chain([STEP, STEP + 1, STEP - 1, text.len()]) {
            let text = &text.as_bytes()[..length.min(text.len())];
            let packed = padded(Packing::Gzip.pack(text).unwrap());
            let mut read = Vec::new();
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut read).unwrap();
            assert!(read == text, "{length}");
            lengths.insert(packed.len());
            let plain = lengthened(Bytes::copy_from_slice(text));
            assert!(
                plain.len().is_multiple_of(PLAIN_STEP)
                    && plain.len() - text.len() < PLAIN_STEP
                    && plain.starts_with(text)
            );
        }
        assert!(lengths.iter().all(|length| length.is_multiple_of(STEP)), "{lengths:?}");
        // A file that nothing can be added to without another step.
        for over in 0..8 {
            let bytes: Vec<u8> = vec![0; STEP - over];
            assert_eq!(padded(bytes).len() % STEP, 0, "{over}");
        }
    }

    #[test]
    fn texts_are_packed_and_pictures_are_not() {
        let texts = ["text/html; charset=utf-8", "text/css", "image/svg+xml", "application/json"];
        let others = ["image/webp", "image/jpeg", "application/pdf", "audio/wav", "application/zip", ""];
        for (kind, expected) in
            texts.map(|kind| (kind, true)).into_iter().chain(others.map(|kind| (kind, false)))
        {
            assert_eq!(is_text(kind), expected, "{kind:?}");
        }
    }
}

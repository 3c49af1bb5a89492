//! Texts go out packed, by brotli for who takes it, else by gzip: data is dear. What tells a secret apart by a page's
//! length (BREACH) needs a visitor's cookies on a stranger's request, and ours are strict.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, AcceptEncoding, Encoding, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage};
use brotli::enc::BrotliEncoderParams;
use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use std::io::{self, Write};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Packing {
    Brotli,
    Gzip,
}

/// How much work a text is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Packed for one visitor: half a millisecond for a gallery.
    Once,
    /// Packed once for many: a tenth to a fifth fewer bytes, for twenty times the work.
    ForMany,
}

/// Shorter texts fit into the same packet either way.
const LEAST: usize = 256;
/// Pages are smaller than their window; with the usual one, of 4 MiB, each encoder would hold 12 MB.
const WINDOW: i32 = 18;

impl Packing {
    /// What the sender says that it can unpack, and likes best.
    pub fn taken_by(message: &impl HttpMessage) -> Option<Packing> {
        let known = [Encoding::identity(), Encoding::brotli(), Encoding::gzip()];
        let taken = message.get_header::<AcceptEncoding>()?.negotiate(known.iter())?;
        match taken {
            one if one == Encoding::brotli() => Some(Packing::Brotli),
            one if one == Encoding::gzip() => Some(Packing::Gzip),
            _ => None,
        }
    }

    /// Of an answer whose body is packed so.
    pub fn header(self) -> (HeaderName, HeaderValue) {
        let name = match self {
            Packing::Brotli => "br",
            Packing::Gzip => "gzip",
        };
        (header::CONTENT_ENCODING, HeaderValue::from_static(name))
    }

    pub fn pack(self, text: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
        let mut packed = Vec::with_capacity(text.len() / 3);
        match self {
            Packing::Brotli => {
                let quality = if effort == Effort::ForMany { 10 } else { 4 };
                let how = BrotliEncoderParams {
                    quality,
                    lgwin: WINDOW,
                    size_hint: text.len(),
                    ..BrotliEncoderParams::default()
                };
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

/// Packs every text that isn't packed yet, and tells caches on what its form hangs.
pub async fn pack<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, Bytes>>, Error> {
    let taken = Packing::taken_by(&request);
    let mut response = next.call(request).await?;
    if !content_type(response.headers()).is_some_and(is_text) {
        return Ok(response.map_into_left_body());
    }
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let Some(packing) = taken.filter(|_| !response.headers().contains_key(header::CONTENT_ENCODING)) else {
        return Ok(response.map_into_left_body());
    };
    Ok(response.map_body(|head, body| match body.try_into_bytes() {
        Ok(text) if text.len() < LEAST => EitherBody::right(text),
        Ok(text) => match packing.pack(&text, Effort::Once) {
            Ok(packed) => {
                let (name, value) = packing.header();
                head.headers.insert(name, value);
                EitherBody::right(Bytes::from(packed))
            }
            Err(_) => EitherBody::right(text),
        },
        Err(body) => EitherBody::left(body),
    }))
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::CONTENT_TYPE)?.to_str().ok()
}

/// Pictures, sounds and posters are packed by their own formats.
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
        let cases = [
            (None, None),
            (Some(""), None),
            (Some("identity"), None),
            (Some("zstd"), None),
            (Some("gzip"), Some(Packing::Gzip)),
            (Some("gzip, deflate, br, zstd"), Some(Packing::Brotli)),
            (Some("br;q=0.5, gzip"), Some(Packing::Gzip)),
            (Some("gzip;q=0, br;q=0"), None),
            (Some("*;q=0"), None),
            (Some("\u{e9};;q"), None),
        ];
        for (header, expected) in cases {
            let request = TestRequest::default();
            let request = match header {
                Some(value) => request.insert_header((header::ACCEPT_ENCODING, value.as_bytes())),
                None => request,
            };
            assert_eq!(Packing::taken_by(&request.to_http_request()), expected, "{header:?}");
        }
    }

    #[test]
    fn a_text_comes_out_as_it_went_in_and_is_smaller_for_more_work() {
        let text = include_str!("packing.rs").as_bytes();
        for packing in [Packing::Brotli, Packing::Gzip] {
            let packed = [Effort::Once, Effort::ForMany].map(|effort| packing.pack(text, effort).unwrap());
            assert!(packed[0].len() * 2 < text.len() && packed[1].len() <= packed[0].len(), "{packing:?}");
            for packed in packed {
                let mut unpacked = Vec::new();
                match packing {
                    Packing::Brotli => {
                        brotli::Decompressor::new(&packed[..], 4096).read_to_end(&mut unpacked)
                    }
                    Packing::Gzip => flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut unpacked),
                }
                .unwrap();
                assert_eq!(unpacked, text, "{packing:?}");
            }
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

//! A text form: first its length is checked, then its token, then the rest, in the room that all such forms share.

use actix_web::HttpRequest;
use actix_web::error::PayloadError;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};

use super::error::Error;
use super::form::{Fields, MOST_FORM_BYTES};
use crate::form_room::Place;

/// The form's declared length, or the longest allowed.
pub(super) fn length(request: &HttpRequest) -> Result<usize, Error> {
    let declared = request.headers().get("content-length").and_then(|value| value.to_str().ok());
    let length = declared.map_or(Ok(MOST_FORM_BYTES), |text| text.parse().map_err(|_| Error::BadForm))?;
    if length > MOST_FORM_BYTES { Err(Error::TooLarge) } else { Ok(length) }
}

/// Reads the form. Its place is lost if others need it more. The token comes first, and is checked as soon as it has arrived.
pub(super) async fn read(
    mut payload: impl Stream<Item = Result<Bytes, PayloadError>> + Unpin,
    place: &Place,
    admits: impl Fn(&str) -> bool,
) -> Result<Vec<u8>, Error> {
    let (mut body, mut is_admitted) = (Vec::new(), None);
    loop {
        let chunk = tokio::select! {
            biased;
            no_room = place.lost() => return Err(no_room.into()),
            chunk = payload.next() => chunk,
        };
        let Some(chunk) = chunk else { break };
        let chunk = chunk.map_err(|_| Error::BadForm)?;
        if body.len() + chunk.len() > MOST_FORM_BYTES {
            return Err(Error::TooLarge);
        }
        body.extend_from_slice(&chunk);
        if is_admitted.is_none() {
            is_admitted = first_token(&body).map(|token| admits(&token));
            if is_admitted == Some(true) {
                place.has_token();
            }
        }
        if is_admitted == Some(false) && !place.may_go_on_without_token() {
            return Err(Error::NoToken);
        }
    }
    place.is_whole(body.len());
    Ok(body)
}

pub(super) fn fields(body: &[u8]) -> Result<Fields, Error> {
    let mut fields = Fields::new();
    for (name, value) in pairs(body)? {
        fields.entry(name).or_default().push(value);
    }
    Ok(fields)
}

/// The token, if the body begins with it and all of it has arrived.
fn first_token(body: &[u8]) -> Option<String> {
    let rest = body.strip_prefix(b"csrf=")?;
    let end = rest.iter().position(|byte| *byte == b'&')?;
    decoded(std::str::from_utf8(&rest[..end]).ok()?).ok()
}

/// Name and value pairs of a urlencoded body. Bytes that are not UTF-8 are refused, not replaced: what somebody typed must never
/// be changed silently.
fn pairs(body: &[u8]) -> Result<Vec<(String, String)>, Error> {
    let text = std::str::from_utf8(body).map_err(|_| Error::BadForm)?;
    text.split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Ok((decoded(name)?, decoded(value)?))
        })
        .collect()
}

fn decoded(text: &str) -> Result<String, Error> {
    let spaced = text.replace('+', " ");
    let bytes = percent_encoding::percent_decode_str(&spaced);
    Ok(bytes.decode_utf8().map_err(|_| Error::BadForm)?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_is_read_as_it_was_typed() {
        let read = pairs("name=%D8%B3%D8%A7%D8%B1%D8%A7&a+b=c%2Bd&empty=&flag".as_bytes()).unwrap();
        let expected = [("name", "سارا"), ("a b", "c+d"), ("empty", ""), ("flag", "")];
        assert_eq!(read, expected.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }

    #[test]
    fn the_token_is_seen_as_soon_as_all_of_it_is_here() {
        for (body, token) in [
            ("csrf=abc&code=1", Some("abc")),
            ("csrf=a%2Db_c&", Some("a-b_c")),
            ("csrf=&code=1", Some("")),
            ("csrf=abc", None),
            ("cs", None),
            ("code=1&csrf=abc&", None),
            ("", None),
        ] {
            assert_eq!(first_token(body.as_bytes()).as_deref(), token, "{body}");
        }
    }

    #[test]
    fn bytes_that_are_not_utf8_are_refused() {
        for body in [b"name=%FF%FE".as_slice(), b"name=\xff"] {
            assert!(matches!(pairs(body), Err(Error::BadForm)), "{body:?}");
        }
    }
}

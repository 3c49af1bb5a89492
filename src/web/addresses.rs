//! One address for each page. Addresses that people type by hand or print on paper (in capitals, with a final slash, with spaces
//! in a number) are redirected to it. Invariant: this runs only after a 404, so no existing page is ever redirected.

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{Method, StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{Error, HttpResponse, web};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::page::Side;
use crate::app::App;
use crate::i18n::Lang;
use crate::photo_number::PhotoNumber;

const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub async fn lead<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B>>, Error> {
    let response = next.call(request).await?;
    let request = response.request();
    let is_nowhere = response.status() == StatusCode::NOT_FOUND;
    if !is_nowhere || ![Method::GET, Method::HEAD].contains(request.method()) {
        return Ok(response.map_into_left_body());
    }
    let there =
        request.app_data::<web::Data<App>>().zip(request.app_data::<Side>()).and_then(|(app, face)| {
            let address = one_address(request.path(), app.pages.texts().languages(face.audience()))?;
            let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
            Some(address + &query)
        });
    match there {
        None => Ok(response.map_into_left_body()),
        Some(there) => {
            let mut moved = HttpResponse::PermanentRedirect();
            let moved = moved.insert_header((header::LOCATION, there)).finish();
            Ok(response.into_response(moved).map_into_right_body())
        }
    }
}

/// The intended address, if it differs from `path`.
fn one_address(path: &str, languages: &[Lang]) -> Option<String> {
    let decoded = percent_decode_str(path).decode_utf8().ok()?;
    let mut parts = decoded.split('/').filter(|part| !part.is_empty()).map(str::to_owned);
    let typed = parts.next()?.replace('_', "-");
    let lang = languages.iter().find(|lang| lang.code().eq_ignore_ascii_case(&typed))?.code();
    let mut rest: Vec<String> = parts.collect();
    if let Some(page) = rest.first_mut() {
        page.make_ascii_lowercase();
    }
    if let [page, number, ..] = rest.as_mut_slice()
        && page == "photo"
        && let Ok(parsed) = PhotoNumber::parse(number)
    {
        *number = parsed.compact();
    }
    let rest: Vec<String> = rest.iter().map(|part| utf8_percent_encode(part, KEPT).to_string()).collect();
    let address = format!("/{lang}/{}", rest.join("/"));
    (address != path).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Audience, Texts};

    #[test]
    fn what_is_typed_leads_to_the_one_address_and_nowhere_else() {
        let texts = Texts::load().unwrap();
        let number = PhotoNumber::draw();
        let spaced = number.grouped().replace(' ', "%20");
        let photo = format!("/en/photo/{}", number.compact());
        for (typed, meant) in [
            ("/EN".to_owned(), Some("/en/".to_owned())),
            ("/fa_af/Help/".to_owned(), Some("/fa-AF/help".to_owned())),
            ("//en///help".to_owned(), Some("/en/help".to_owned())),
            (format!("/en/photo/{spaced}"), Some(photo.clone())),
            (format!("/en/Photo/{spaced}/respond/i-know"), Some(format!("{photo}/respond/i-know"))),
            (photo, None),
            ("/en/photo/1234".to_owned(), None),
            ("/xx/help/".to_owned(), None),
            ("/".to_owned(), None),
            ("//evil.example".to_owned(), None),
            ("/en/%2F%2Fevil.example/".to_owned(), Some("/en/evil.example".to_owned())),
            ("/en/%FF/".to_owned(), None),
        ] {
            assert_eq!(one_address(&typed, texts.languages(Audience::Public)), meant, "{typed}");
        }
    }
}

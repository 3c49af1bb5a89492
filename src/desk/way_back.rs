//! Where a detour (signing in, a fresh second factor) leads back to: a path of this desk, never another host.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::i18n::{Lang, Texts};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack(String);

impl WayBack {
    /// Accepts `/{lang}/…` alone; whatever else an address was made to carry leads to the home page.
    pub fn parse(text: &str, texts: &Texts, lang: Lang) -> WayBack {
        let is_plain = |b: u8| b.is_ascii_graphic() && b != b'\\';
        let mut parts = text.split('/');
        let begins_here = parts.next() == Some("")
            && parts.next().is_some_and(|code| texts.any_language(code).is_some())
            && parts.next().is_some();
        match begins_here && text.len() <= 400 && !text.contains("//") && text.bytes().all(is_plain) {
            true => WayBack(text.to_owned()),
            false => WayBack(format!("/{lang}/")),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn redirect(&self) -> HttpResponse {
        HttpResponse::SeeOther().insert_header((header::LOCATION, self.0.as_str())).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_desk_lead_back() {
        let texts = Texts::load().unwrap();
        let arabic = texts.any_language("ar").unwrap();
        let led = |text: &str| WayBack::parse(text, &texts, arabic).0;
        for kept in ["/en/", "/en/queue/1f?page=2", "/ar/keys"] {
            assert_eq!(led(kept), kept);
        }
        for refused in [
            "",
            "/",
            "/en",
            "//elsewhere.example/en/",
            "/en//elsewhere.example",
            "https://elsewhere.example/en/",
            "/\\elsewhere.example",
            "/en/\\elsewhere.example",
            "/en/\r\nset-cookie: a=b",
            "/xx/queue",
            "/en/é",
        ] {
            assert_eq!(led(refused), "/ar/", "{refused:?}");
        }
    }
}

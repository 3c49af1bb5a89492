//! Where a detour (signing in, a fresh second factor) leads back to: a path of this desk, never another host. It carries what was
//! typed there, sealed for the member who typed it.

use actix_web::HttpResponse;
use actix_web::http::header;

use crate::app::App;
use crate::i18n::{Lang, Texts};
use crate::ids::StaffId;
use crate::web::{Form, Typed, Visit};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayBack {
    path: String,
    /// Empty if nothing was typed.
    kept: String,
}

impl WayBack {
    /// Accepts only `/{lang}/…`. Any other address leads to the home page.
    pub fn parse(text: &str, texts: &Texts, lang: Lang) -> WayBack {
        let is_plain = |b: u8| b.is_ascii_graphic() && b != b'\\';
        let mut parts = text.split('/');
        let begins_here = parts.next() == Some("")
            && parts.next().is_some_and(|code| texts.any_language(code).is_some())
            && parts.next().is_some();
        let is_ours = begins_here && text.len() <= 400 && !text.contains("//") && text.bytes().all(is_plain);
        let path = if is_ours { text.to_owned() } else { format!("/{lang}/") };
        WayBack { path, kept: String::new() }
    }

    /// The way back from the detour's own form.
    pub fn of(form: &Form, visit: &Visit) -> WayBack {
        let way = WayBack::parse(form.text("next"), visit.app.pages.texts(), visit.lang);
        WayBack { kept: form.text("kept").to_owned(), ..way }
    }

    pub fn with_kept(path: String, kept: String) -> WayBack {
        WayBack { path, kept }
    }

    /// For a member who has signed in: what somebody else typed stays sealed and is dropped.
    pub fn of_person(self, app: &App, person: StaffId) -> WayBack {
        let is_theirs = Typed::opened(app, &self.kept).is_some_and(|(typist, _)| typist == person);
        WayBack { kept: if is_theirs { self.kept } else { String::new() }, ..self }
    }

    pub fn path(&self) -> &str {
        &self.path
    }

    pub fn kept(&self) -> &str {
        &self.kept
    }

    pub fn has_kept(&self) -> bool {
        !self.kept.is_empty()
    }

    pub fn to_sign_in(&self, lang: Lang, is_locked: bool) -> HttpResponse {
        let locked = if is_locked { "&locked=1" } else { "" };
        let address = format!("/{lang}/sign-in?next={}{locked}", self.path);
        HttpResponse::SeeOther().insert_header((header::LOCATION, address)).finish()
    }

    /// Redirects back. What was typed is sent along by the same form, so nobody has to type it again.
    pub fn redirect(&self) -> HttpResponse {
        match (self.has_kept(), self.path.split_once('?')) {
            (false, _) => {
                HttpResponse::SeeOther().insert_header((header::LOCATION, self.path.as_str())).finish()
            }
            (true, None) => Visit::with_typed(&self.path, ""),
            (true, Some((path, query))) => Visit::with_typed(path, &format!("&{query}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_this_desk_lead_back() {
        let texts = Texts::load().unwrap();
        let arabic = texts.any_language("ar").unwrap();
        let led = |text: &str| WayBack::parse(text, &texts, arabic).path;
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

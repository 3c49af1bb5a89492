//! The holder of a form's steps: only the browser whose cookie began it, at this installation. Tags and key are derived from the
//! cookie's secret and the site's together, so neither a stolen database nor a phone's history opens anything.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::chance;
use crate::sealing::{TokenKey, base64url, derive, from_base64url};
use crate::secrets::Secrets;

/// A form's random id. It is part of addresses, and opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormId(String);

impl FormId {
    pub fn draw() -> FormId {
        FormId(base64url(&chance::bytes::<16>()))
    }

    pub fn parse(text: &str) -> Option<FormId> {
        let is_one = text.len() == 22 && from_base64url(text).is_some_and(|bytes| bytes.len() == 16);
        is_one.then(|| FormId(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a step is important enough to keep its browser's cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// While such a form is open, the end of another form does not drop the cookie.
    Words,
    /// Minor, such as a mistyped code: erased when any form ends.
    Little,
}

/// A secret from one browser's cookie and the site's secret together.
pub struct Holder {
    secret: Zeroizing<Vec<u8>>,
}

impl Holder {
    /// `cookie` is the random part of the site's one cookie, as the browser sent it.
    pub fn of(secrets: &Secrets, cookie: &str) -> Holder {
        Holder { secret: Zeroizing::new([secrets.form_steps.as_slice(), cookie.as_bytes()].concat()) }
    }

    pub(super) fn tag(&self, weight: Weight) -> Vec<u8> {
        let label = match weight {
            Weight::Words => "kinlight/form-browser",
            Weight::Little => "kinlight/form-browser-little",
        };
        derive(&self.secret, label).to_vec()
    }

    pub(super) fn tag_of(&self, form: &FormId) -> Vec<u8> {
        derive(&self.with(form), "kinlight/form").to_vec()
    }

    pub(super) fn key_of(&self, form: &FormId) -> TokenKey {
        TokenKey::derived(&self.with(form), "kinlight/form-step")
    }

    fn with(&self, form: &FormId) -> Zeroizing<Vec<u8>> {
        Zeroizing::new([self.secret.as_slice(), b" ", form.as_str().as_bytes()].concat())
    }
}

/// The tag for the note that a form has ended. It is derived without the cookie, which is dropped at the end, so the note says no
/// more than that.
pub(super) fn tag_of_end(secrets: &Secrets, form: &FormId) -> Vec<u8> {
    let secret = Zeroizing::new([secrets.form_steps.as_slice(), form.as_str().as_bytes()].concat());
    derive(&secret, "kinlight/form-end").to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secrets() -> Secrets {
        Secrets::from_bytes(&[1; 32], &[2; 32])
    }

    #[test]
    fn a_form_id_is_read_back_and_nothing_else_is_one() {
        let id = FormId::draw();
        assert_eq!(FormId::parse(id.as_str()), Some(id));
        for strange in ["", "new", "0123456789012345678901234", "äääääääääää", "../../../../../../etc/"]
        {
            assert_eq!(FormId::parse(strange), None, "{strange:?}");
        }
    }

    #[test]
    fn another_cookie_another_form_and_another_secret_make_other_tags_and_keys() {
        let (form, other) = (FormId::draw(), FormId::draw());
        let holder = Holder::of(&secrets(), "cookie");
        let strangers = [
            (Holder::of(&secrets(), "another"), form.clone()),
            (Holder::of(&Secrets::from_bytes(&[3; 32], &[2; 32]), "cookie"), form.clone()),
            (Holder::of(&secrets(), "cookie"), other),
        ];
        let sealed = holder.key_of(&form).seal("form-step", b"words");
        for (stranger, form_of) in strangers {
            assert_ne!(stranger.tag_of(&form_of), holder.tag_of(&form));
            assert!(stranger.key_of(&form_of).open("form-step", &sealed).is_none());
        }
        assert_ne!(tag_of_end(&secrets(), &form), holder.tag_of(&form));
    }
}

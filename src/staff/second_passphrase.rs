//! What may be a second passphrase. Pure. It is as strong as a password and nothing like the member's own one: somebody who learns
//! the password at a sign-in must not be able to guess it from there.

use zeroize::Zeroizing;

use super::password::{NewPassword, PasswordError, normal};

/// The fewest letters that a part of a password has for us to look for it.
const LEAST_PART: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    #[error(transparent)]
    Weak(#[from] PasswordError),
    #[error("too much like the password")]
    LikePassword,
}

/// A second passphrase that may be set, in its normal form.
pub struct NewPassphrase(NewPassword);

impl NewPassphrase {
    /// `password`: the member's own, as they typed it.
    pub fn parse(text: &str, sign_in_name: &str, password: &str) -> Result<Self, PassphraseError> {
        if is_like(text, password) {
            return Err(PassphraseError::LikePassword);
        }
        let known: Vec<&str> = password.split_whitespace().chain([sign_in_name, password]).collect();
        // A passphrase that is strong only as long as nobody knows the password is like it.
        let alone = NewPassword::parse(text, sign_in_name)?;
        NewPassword::parse_beside(text, &known).map_err(|_| PassphraseError::LikePassword)?;
        Ok(Self(alone))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// Whether one contains the other, or the passphrase has most of the password's words. Case, spaces and signs don't count.
fn is_like(passphrase: &str, password: &str) -> bool {
    let (new, old) = (bare(passphrase), bare(password));
    if old.is_empty() || new.is_empty() {
        return !password.is_empty() && passphrase.contains(password);
    }
    if new.contains(old.as_str()) || old.contains(new.as_str()) {
        return true;
    }
    let parts: Vec<_> =
        password.split_whitespace().map(bare).filter(|part| part.chars().count() >= LEAST_PART).collect();
    let again = parts.iter().filter(|part| new.contains(part.as_str())).count();
    parts.len() > 1 && again * 2 > parts.len()
}

fn bare(text: &str) -> Zeroizing<String> {
    let letters = normal(text);
    Zeroizing::new(letters.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::staff::passphrase;

    #[test]
    fn what_the_password_gives_away_is_refused() {
        let password = "quiet river lantern mira 92";
        let like = [
            password,
            "Quiet River LANTERN mira 92",
            "quiet-river-lantern-mira-92",
            "quietriverlanternmira92",
            "my quiet river lantern mira 92 again",
            "river lantern mira",
            "lantern, river and quiet copper kettle",
            "ｑｕｉｅｔ river lantern mira ９２",
        ];
        for text in like {
            let refused = NewPassphrase::parse(text, "mira", password).err();
            assert_eq!(refused, Some(PassphraseError::LikePassword), "{text}");
        }
        for text in ["seven copper kettles under stairs", "quiet meadow copper anvil thimble"] {
            assert!(NewPassphrase::parse(text, "mira", password).is_ok(), "{text}");
        }
    }

    #[test]
    fn it_is_as_strong_as_a_password() {
        let password = "quiet river lantern mira 92";
        let cases = [
            ("copper", PasswordError::TooShort),
            ("passwordpassword", PasswordError::TooWeak),
            ("aaaaaaaaaaaaaaaa", PasswordError::TooWeak),
        ];
        for (text, fault) in cases {
            let refused = NewPassphrase::parse(text, "mira", password).err();
            assert_eq!(refused, Some(PassphraseError::Weak(fault)), "{text}");
        }
        let long = "x1!".repeat(90);
        let refused = NewPassphrase::parse(&long, "mira", password).err();
        assert_eq!(refused, Some(PassphraseError::Weak(PasswordError::TooLong)));
    }

    #[test]
    fn a_password_of_signs_or_of_another_script_is_looked_for_too() {
        assert!(is_like("!?!?!?!?!?!?!?!? and more", "!?!?!?!?!?!?!?!?"));
        assert!(is_like("قارب ورقي أخضر على القناة ٧", "قارب ورقي أخضر على القناة"));
        assert!(!is_like("قارب ورقي أخضر على القناة", "سبعة أباريق نحاس تحت الدرج"));
        assert!(!is_like("seven copper kettles", ""));
    }

    #[test]
    fn what_is_offered_is_accepted() {
        for _ in 0..50 {
            let (password, offered) = (passphrase::draw(), passphrase::draw());
            assert!(NewPassphrase::parse(&offered, "mira", &password).is_ok(), "{} {}", *password, *offered);
        }
    }
}

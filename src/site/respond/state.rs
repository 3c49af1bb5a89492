//! The form's state, stored for the browser's cookie and carried in the page's one hidden field: the addressee, the answers, and
//! from the check page on the receipt's code. Sealed, so that it can neither be read nor be given another code.

use serde::{Deserialize, Serialize};
use time::Duration;

use super::answers::Answers;
use super::steps::Step;
use crate::chance;
use crate::clock::Moment;
use crate::codes::CodeKeys;
use crate::form_steps::FormId;
use crate::ids::ResponseId;
use crate::photo_number::PhotoNumber;
use crate::responses::Addressee;
use crate::responses::lifecycle::Door;
use crate::responses::receipt::Receipt;
use crate::sealing::{SecretKey, TokenKey, base64url, from_base64url};
use crate::site::captcha_page::CaptchaFault;
use crate::site::clocks::About;
use crate::web::Error;
use crate::web::carried::Carried;

/// The state in a page's hidden field. After two hours its answers must be checked again, and for a day they can be.
pub const STATE: Carried<State> =
    Carried::new("respond", Duration::hours(2), |state: &State| state.issued_at)
        .read_for(Duration::hours(24));

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct State {
    #[serde(default = "FormId::draw")]
    pub form: FormId,
    /// The number of times the form has been stored.
    #[serde(default)]
    pub place: i64,
    pub to: Addressee,
    pub number: PhotoNumber,
    pub door: Door,
    pub step: Step,
    pub answers: Answers,
    pub(super) issued_at: Moment,
    /// Set from the check page on. Any change clears it, so that a changed form is a response of its own.
    pub drawn: Option<Drawn>,
    /// One answer is being changed from the check page.
    pub is_change: bool,
    /// "I can't do this": no further CAPTCHA is shown.
    pub goes_slowly: bool,
    /// The digits were solved in another network once.
    #[serde(default)]
    pub has_moved: bool,
    /// What the page has to say. Only the stored step contains it, never the hidden field.
    #[serde(default)]
    pub told: Option<Told>,
    /// A draft, stored while somebody types: the place that its page shows.
    #[serde(default)]
    pub draft_of: Option<i64>,
    #[serde(default)]
    pub sent: Option<Sent>,
}

/// What was wrong with the last submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// The page had been open for long, so its answers must be checked again.
    Old,
    /// What was typed on the screen and can't be accepted as it is.
    Typed(Answers),
    /// The form's token did not fit; the next press sends what was typed.
    NoCookie(Answers),
    Digits(CaptchaFault),
    /// The disk is nearly full: only a response with a solved CAPTCHA is saved.
    DigitsNeeded,
    NotSaved,
}

/// What is kept of a form that was sent.
#[derive(Clone, Serialize, Deserialize)]
pub struct Sent {
    pub code: String,
    pub caller_check: String,
    pub about: About,
}

impl std::fmt::Debug for Sent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sent(…)")
    }
}

/// The response's id and its receipt. They are kept, so that the same form always gets the same ones.
#[derive(Clone, Serialize, Deserialize)]
pub struct Drawn {
    pub id: ResponseId,
    pub code: String,
    tag: String,
    key: String,
    pub caller_check: String,
}

impl std::fmt::Debug for Drawn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Drawn(…)")
    }
}

impl Drawn {
    pub fn of(receipt: &Receipt) -> Drawn {
        Drawn::under(chance::id(), receipt)
    }

    /// The same response under another code.
    pub fn with(&self, receipt: &Receipt) -> Drawn {
        Drawn::under(self.id, receipt)
    }

    fn under(id: ResponseId, receipt: &Receipt) -> Drawn {
        Drawn {
            id,
            code: receipt.code.compact().to_owned(),
            tag: base64url(&receipt.keys.tag),
            key: receipt.keys.key.to_text().to_string(),
            caller_check: receipt.keys.caller_check.clone(),
        }
    }

    /// The code's keys, without stretching the code a second time.
    pub fn keys(&self) -> Result<CodeKeys, Error> {
        let tag = from_base64url(&self.tag).and_then(|tag| <[u8; 32]>::try_from(tag).ok());
        Ok(CodeKeys {
            tag: tag.ok_or_else(|| Error::internal("a sealed tag of another length"))?,
            key: SecretKey::parse(&self.key).map_err(Error::internal)?,
            caller_check: self.caller_check.clone(),
        })
    }
}

impl State {
    pub fn begin(to: Addressee, number: PhotoNumber, door: Door, step: Step, now: Moment) -> State {
        State {
            form: FormId::draw(),
            place: 0,
            to,
            number,
            door,
            step,
            answers: Answers::default(),
            issued_at: now,
            drawn: None,
            is_change: false,
            goes_slowly: false,
            has_moved: false,
            told: None,
            draft_of: None,
            sent: None,
        }
    }

    /// The state for the page's hidden field; its two hours begin now.
    pub fn seal(&self, key: &TokenKey, now: Moment) -> Result<String, Error> {
        STATE.put(key, &State { told: None, issued_at: now, ..self.clone() })
    }

    /// Takes the answers. If they changed, what is sent afterwards is another response.
    pub fn answer(&mut self, answers: Answers) {
        if answers != self.answers {
            self.answers = answers;
            self.drawn = None;
        }
    }

    /// Marks the form as sent. The typed answers are no longer needed.
    pub fn send(&mut self, drawn: &Drawn, about: About) {
        let (code, caller_check) = (drawn.code.clone(), drawn.caller_check.clone());
        self.sent = Some(Sent { code, caller_check, about });
        self.answers = Answers::default();
        self.told = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{CaseId, PublicationId};
    use crate::web::carried::Taken;

    const NOW: Moment = Moment(1_795_000_000);

    fn state() -> State {
        let to = Addressee {
            publication: PublicationId::from_u128(1),
            case: CaseId::from_u128(2),
            case_key: "age1".into(),
        };
        let number = PhotoNumber::draw();
        State::begin(to, number, Door::IKnow, Step::Relation, NOW)
    }

    fn key() -> TokenKey {
        TokenKey::derived(b"secret", "site-tokens")
    }

    #[test]
    fn a_form_stays_good_for_two_hours_and_can_be_looked_at_for_a_day() {
        let sealed = state().seal(&key(), NOW).unwrap();
        let after = |span| STATE.take(&key(), &sealed, NOW + span);
        assert!(matches!(after(Duration::hours(2)), Taken::Good(_)));
        let Taken::Old(again) = after(Duration::hours(3)) else { panic!("it opens, but is old") };
        let sealed_again = again.seal(&key(), NOW + Duration::hours(3)).unwrap();
        assert!(matches!(STATE.take(&key(), &sealed_again, NOW + Duration::hours(4)), Taken::Good(_)));
        assert!(matches!(after(Duration::hours(25)), Taken::Lost));
    }

    #[test]
    fn a_changed_answer_gets_a_code_of_its_own() {
        let mut state = state();
        let keys = CodeKeys::from_stretched(&[7; 32]).unwrap();
        let receipt = Receipt { code: crate::responses::receipt_code::ReceiptCode::draw(), keys };
        let drawn = Drawn::of(&receipt);
        assert_eq!(drawn.keys().unwrap().tag, receipt.keys.tag);
        assert_eq!(drawn.keys().unwrap().key.public(), receipt.keys.key.public());
        state.drawn = Some(drawn);
        state.answer(Answers::default());
        assert!(state.drawn.is_some(), "nothing was changed");
        state.answer(Answers { name: "Mira".into(), ..Answers::default() });
        assert!(state.drawn.is_none());
    }
}

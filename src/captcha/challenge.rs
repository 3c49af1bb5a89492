//! One challenge: some digits to copy, valid for ten minutes. It is stored nowhere: the page carries it, sealed, and picture and
//! sound are made from it at each request.

use subtle::ConstantTimeEq;
use time::Duration;

use super::CaptchaError;
use crate::ids::CaptchaId;
use crate::{chance, clock::Moment, digits::code_digits, sealing::TokenKey};

/// The digits that a person copies. 0 is missing because the picture's font lacks it, and 1 because it looks like 7 once it is
/// bent.
const DRAWN: [char; 8] = ['2', '3', '4', '5', '6', '7', '8', '9'];
/// 8^5 is 32,768: with one try each, a guesser needs that many pictures. More digits cost people more than bots.
const LENGTH: usize = 5;
const LIVES_FOR: Duration = Duration::minutes(10);
const PURPOSE: &str = "captcha";

#[derive(Clone, PartialEq, Eq)]
pub struct Challenge {
    id: CaptchaId,
    answer: String,
    expires_at: Moment,
}

impl std::fmt::Debug for Challenge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Challenge(…)")
    }
}

impl Challenge {
    pub fn draw(now: Moment) -> Challenge {
        let answer = (0..LENGTH).map(|_| DRAWN[chance::below(DRAWN.len())]).collect();
        Challenge { id: chance::id(), answer, expires_at: now + LIVES_FOR }
    }

    /// The value for the page's hidden field and for the addresses of picture and sound: 92 URL-safe characters.
    pub fn token(&self, key: &TokenKey) -> String {
        let plain =
            [self.id.as_bytes(), &self.expires_at.0.to_be_bytes()[..], self.answer.as_bytes()].concat();
        key.seal(PURPOSE, &plain)
    }

    /// `Unreadable` if this installation did not make it, `Expired` after ten minutes.
    pub fn from_token(key: &TokenKey, token: &str, now: Moment) -> Result<Challenge, CaptchaError> {
        let plain = key.open(PURPOSE, token).ok_or(CaptchaError::Unreadable)?;
        let (id, rest) = plain.split_first_chunk::<16>().ok_or(CaptchaError::Unreadable)?;
        let (expires_at, answer) = rest.split_first_chunk::<8>().ok_or(CaptchaError::Unreadable)?;
        let answer = std::str::from_utf8(answer).map_err(|_| CaptchaError::Unreadable)?;
        let challenge = Challenge {
            id: CaptchaId::from_bytes(*id),
            answer: answer.to_owned(),
            expires_at: Moment(i64::from_be_bytes(*expires_at)),
        };
        if now < challenge.expires_at { Ok(challenge) } else { Err(CaptchaError::Expired) }
    }

    pub fn id(&self) -> CaptchaId {
        self.id
    }

    /// The answer in ASCII digits. It leaves the server only as picture and sound.
    pub fn answer(&self) -> &str {
        &self.answer
    }

    pub fn expires_at(&self) -> Moment {
        self.expires_at
    }

    /// Whether `typed`, in any script's digits, is the answer.
    pub fn is_answered_by(&self, typed: &str) -> bool {
        code_digits(typed).unwrap_or_default().as_bytes().ct_eq(self.answer.as_bytes()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_795_000_000);

    fn key() -> TokenKey {
        TokenKey::derived(b"secret", "captcha")
    }

    #[test]
    fn a_challenge_comes_back_from_its_token_for_ten_minutes() {
        let challenge = Challenge::draw(NOW);
        let token = challenge.token(&key());
        assert_eq!(token.len(), 92);
        let later = NOW + Duration::seconds(599);
        assert_eq!(Challenge::from_token(&key(), &token, later).unwrap(), challenge);
        let too_late = Challenge::from_token(&key(), &token, NOW + Duration::minutes(10));
        assert!(matches!(too_late, Err(CaptchaError::Expired)));
        let of_another_house = TokenKey::derived(b"other", "captcha");
        assert!(matches!(
            Challenge::from_token(&of_another_house, &token, NOW),
            Err(CaptchaError::Unreadable)
        ));
        assert!(matches!(Challenge::from_token(&key(), "scribble", NOW), Err(CaptchaError::Unreadable)));
    }

    #[test]
    fn the_answer_is_taken_in_any_digits_and_is_not_printed() {
        let challenge = Challenge { answer: "47283".to_owned(), ..Challenge::draw(NOW) };
        for typed in ["47283", " 472 83 ", "472-83", "٤٧٢٨٣", "۴۷۲۸۳", "४७२८३", "৪৭২৮৩", "４７２８３"]
        {
            assert!(challenge.is_answered_by(typed), "{typed}");
        }
        for typed in ["", "4728", "472833", "47284", "4728x"] {
            assert!(!challenge.is_answered_by(typed), "{typed}");
        }
        assert!(!format!("{challenge:?}").contains("47283"));
    }

    #[test]
    fn drawn_digits_are_the_ones_that_can_be_shown() {
        for _ in 0..200 {
            let challenge = Challenge::draw(NOW);
            assert_eq!(challenge.answer.len(), LENGTH);
            assert!(challenge.answer.chars().all(|c| DRAWN.contains(&c)));
        }
    }
}

//! One challenge: some digits to copy, valid for ten minutes, in the network that drew it. It is stored nowhere: the page carries
//! it, sealed, and picture and sound are made from it at each request.

use subtle::ConstantTimeEq;
use time::Duration;

use super::CaptchaError;
use crate::ids::CaptchaId;
use crate::{chance, clock::Moment, digits::code_digits, rate_limits::Subject, sealing::TokenKey};

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
    /// The trace of the network that drew it.
    drawn_by: [u8; 2],
    answer: String,
    expires_at: Moment,
}

impl std::fmt::Debug for Challenge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Challenge(…)")
    }
}

impl Challenge {
    pub fn draw(network: &Subject, now: Moment) -> Challenge {
        let answer = (0..LENGTH).map(|_| DRAWN[chance::below(DRAWN.len())]).collect();
        let id = chance::id();
        Challenge { id, drawn_by: network.trace(id), answer, expires_at: now + LIVES_FOR }
    }

    /// The value for the page's hidden field and for the addresses of picture and sound: 95 URL-safe characters.
    pub fn token(&self, key: &TokenKey) -> String {
        let expires_at = self.expires_at.0.to_be_bytes();
        let plain =
            [self.id.as_bytes(), &expires_at[..], &self.drawn_by[..], self.answer.as_bytes()].concat();
        key.seal(PURPOSE, &plain)
    }

    /// `Unreadable` if this installation did not make it, `Expired` after ten minutes.
    pub fn from_token(key: &TokenKey, token: &str, now: Moment) -> Result<Challenge, CaptchaError> {
        let plain = key.open(PURPOSE, token).ok_or(CaptchaError::Unreadable)?;
        let (id, rest) = plain.split_first_chunk::<16>().ok_or(CaptchaError::Unreadable)?;
        let (expires_at, rest) = rest.split_first_chunk::<8>().ok_or(CaptchaError::Unreadable)?;
        let (drawn_by, answer) = rest.split_first_chunk::<2>().ok_or(CaptchaError::Unreadable)?;
        let answer = std::str::from_utf8(answer).map_err(|_| CaptchaError::Unreadable)?;
        // The token of an older program has no trace, so that its answer seems too short.
        if answer.len() != LENGTH {
            return Err(CaptchaError::Unreadable);
        }
        let challenge = Challenge {
            id: CaptchaId::from_bytes(*id),
            drawn_by: *drawn_by,
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

    pub fn is_drawn_by(&self, network: &Subject) -> bool {
        self.drawn_by == network.trace(self.id)
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

    fn here() -> Subject {
        Subject::network("192.0.2.7".parse().unwrap())
    }

    #[test]
    fn a_challenge_comes_back_from_its_token_for_ten_minutes() {
        let challenge = Challenge::draw(&here(), NOW);
        let token = challenge.token(&key());
        assert_eq!(token.len(), 95);
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
    fn a_challenge_knows_the_network_that_drew_it() {
        let token = Challenge::draw(&here(), NOW).token(&key());
        let challenge = Challenge::from_token(&key(), &token, NOW).unwrap();
        assert!(challenge.is_drawn_by(&here()));
        let elsewhere = (8..40).map(|n| Subject::network(std::net::Ipv4Addr::new(192, 0, 2, n).into()));
        assert!(elsewhere.filter(|other| challenge.is_drawn_by(other)).count() <= 1, "1 in 65,536 by chance");
    }

    #[test]
    fn the_token_of_an_older_program_is_not_misread() {
        let plain = [&[7; 16][..], &(NOW + LIVES_FOR).0.to_be_bytes(), b"47283"].concat();
        let older = key().seal(PURPOSE, &plain);
        assert!(matches!(Challenge::from_token(&key(), &older, NOW), Err(CaptchaError::Unreadable)));
    }

    #[test]
    fn the_answer_is_taken_in_any_digits_and_is_not_printed() {
        let challenge = Challenge { answer: "47283".to_owned(), ..Challenge::draw(&here(), NOW) };
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
            let challenge = Challenge::draw(&here(), NOW);
            assert_eq!(challenge.answer.len(), LENGTH);
            assert!(challenge.answer.chars().all(|c| DRAWN.contains(&c)));
        }
    }
}

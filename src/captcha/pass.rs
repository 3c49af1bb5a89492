//! A pass: what a solved CAPTCHA, or a wait, allows. It is a sealed random id in a cookie, valid for an hour and bound to no
//! address, so that it still works on the move or on a shared phone. Its use is counted under its id, like all limits.

use sea_orm::{DatabaseConnection, DbErr};
use time::Duration;

use crate::ids::CaptchaId;
use crate::{
    chance,
    clock::Moment,
    rate_limits::{Action, RateLimits, Subject, Verdict},
    sealing::TokenKey,
};

const LIVES_FOR: Duration = Duration::hours(1);
/// How long "I can't do this" makes a visitor wait.
const WAIT: Duration = Duration::seconds(20);
/// Counted from drawing the ticket.
const TICKET_LIVES_FOR: Duration = Duration::minutes(10);
const PASS_PURPOSE: &str = "captcha-pass";
const TICKET_PURPOSE: &str = "captcha-wait";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassKind {
    /// 60 searches, 3 responses.
    Solved,
    /// "I can't do this": 10 searches; responses go to the slow lane.
    Waited,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    pub id: CaptchaId,
    pub kind: PassKind,
    pub issued_at: Moment,
}

impl Pass {
    pub fn issue(kind: PassKind, now: Moment) -> Pass {
        Pass { id: chance::id(), kind, issued_at: now }
    }

    /// The cookie's value; give the cookie a lifetime of 60 minutes.
    pub fn to_cookie(&self, key: &TokenKey) -> String {
        let kind = match self.kind {
            PassKind::Solved => b's',
            PassKind::Waited => b'w',
        };
        key.seal(PASS_PURPOSE, &[&[kind], &ticket_bytes(self.id, self.issued_at)[..]].concat())
    }

    /// `None` if this installation did not issue it, and after 60 minutes.
    pub fn from_cookie(key: &TokenKey, value: &str, now: Moment) -> Option<Pass> {
        let plain = key.open(PASS_PURPOSE, value)?;
        let (kind, rest) = plain.split_first()?;
        let kind = match kind {
            b's' => PassKind::Solved,
            b'w' => PassKind::Waited,
            _ => return None,
        };
        let (id, issued_at) = from_ticket_bytes(rest)?;
        (now < issued_at + LIVES_FOR).then_some(Pass { id, kind, issued_at })
    }

    /// Counts one search. If it is over the limit, ask for a CAPTCHA.
    pub async fn search(&self, limits: &RateLimits) -> Verdict {
        let action = match self.kind {
            PassKind::Solved => Action::Search,
            PassKind::Waited => Action::SearchAfterWait,
        };
        limits.check(action, &Subject::pass(self.id)).await
    }

    /// Counts one response. If it is over the limit, it goes to the slow lane and is never refused.
    pub async fn respond(&self, limits: &RateLimits) -> Verdict {
        match self.kind {
            PassKind::Solved => limits.check(Action::RespondPerPass, &Subject::pass(self.id)).await,
            PassKind::Waited => Verdict::Over { retry_after: LIVES_FOR.unsigned_abs() },
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum WaitError {
    /// The ticket stays valid: redeem it again after `left`.
    #[error("the wait is not over")]
    TooEarly { left: Duration },
    #[error("the ticket is older than ten minutes")]
    Expired,
    #[error("the ticket was used before")]
    Spent,
    #[error("not a ticket of this installation")]
    Unreadable,
    #[error("the database did not answer")]
    Database(#[source] DbErr),
}

/// For visitors who can neither see nor hear the digits: a ticket now, a pass 20 seconds later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTicket {
    id: CaptchaId,
    issued_at: Moment,
}

impl WaitTicket {
    /// The time after which the waiting page reloads itself, without JavaScript (`Refresh: 20`).
    pub const WAIT: Duration = WAIT;

    pub fn draw(now: Moment) -> WaitTicket {
        WaitTicket { id: chance::id(), issued_at: now }
    }

    pub fn token(&self, key: &TokenKey) -> String {
        key.seal(TICKET_PURPOSE, &ticket_bytes(self.id, self.issued_at))
    }

    /// Exchanges a ticket for a [`PassKind::Waited`] pass, once, after the wait. A try before that spends nothing.
    pub async fn redeem(
        db: &DatabaseConnection,
        key: &TokenKey,
        token: &str,
        now: Moment,
    ) -> Result<Pass, WaitError> {
        let plain = key.open(TICKET_PURPOSE, token).ok_or(WaitError::Unreadable)?;
        let (id, issued_at) = from_ticket_bytes(&plain).ok_or(WaitError::Unreadable)?;
        let waited = now.since(issued_at);
        if waited < WAIT {
            return Err(WaitError::TooEarly { left: WAIT - waited });
        }
        if waited >= TICKET_LIVES_FOR {
            return Err(WaitError::Expired);
        }
        if !super::spend(db, id, now).await.map_err(WaitError::Database)? {
            return Err(WaitError::Spent);
        }
        Ok(Pass::issue(PassKind::Waited, now))
    }
}

fn ticket_bytes(id: CaptchaId, at: Moment) -> [u8; 24] {
    let mut bytes = [0; 24];
    bytes[..16].copy_from_slice(id.as_bytes());
    bytes[16..].copy_from_slice(&at.0.to_be_bytes());
    bytes
}

fn from_ticket_bytes(bytes: &[u8]) -> Option<(CaptchaId, Moment)> {
    let (id, at) = bytes.split_first_chunk::<16>()?;
    Some((CaptchaId::from_bytes(*id), Moment(i64::from_be_bytes(at.try_into().ok()?))))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{NOW, key, two_processes};
    use super::*;
    use crate::clock::Clock;
    use crate::rate_limits::LimitSettings;

    async fn searches_until_over(pass: &Pass, limits: &RateLimits) -> usize {
        let mut count = 0;
        while count < 1000 && pass.search(limits).await == Verdict::Allowed {
            count += 1;
        }
        count
    }

    async fn responses_until_over(pass: &Pass, limits: &RateLimits) -> usize {
        let mut count = 0;
        while count < 1000 && pass.respond(limits).await == Verdict::Allowed {
            count += 1;
        }
        count
    }

    #[test]
    fn a_pass_lives_an_hour_in_its_cookie() {
        for kind in [PassKind::Solved, PassKind::Waited] {
            let pass = Pass::issue(kind, NOW);
            let cookie = pass.to_cookie(&key());
            assert_eq!(Pass::from_cookie(&key(), &cookie, NOW + Duration::minutes(59)), Some(pass));
            assert_eq!(Pass::from_cookie(&key(), &cookie, NOW + Duration::minutes(60)), None);
            assert_eq!(Pass::from_cookie(&TokenKey::derived(b"other", "captcha"), &cookie, NOW), None);
        }
        assert_eq!(Pass::from_cookie(&key(), "", NOW), None);
        let ticket = WaitTicket::draw(NOW).token(&key());
        assert_eq!(Pass::from_cookie(&key(), &ticket, NOW), None, "a ticket is no pass");
    }

    #[tokio::test]
    async fn what_a_pass_is_good_for() {
        let limits = RateLimits::local(LimitSettings::default(), &Clock::standing_at(NOW));
        let solved = Pass::issue(PassKind::Solved, NOW);
        let waited = Pass::issue(PassKind::Waited, NOW);
        assert_eq!(searches_until_over(&solved, &limits).await, 60);
        assert_eq!(responses_until_over(&solved, &limits).await, 3);
        assert_eq!(searches_until_over(&waited, &limits).await, 10);
        assert_eq!(responses_until_over(&waited, &limits).await, 0);
        assert_eq!(
            searches_until_over(&Pass::issue(PassKind::Waited, NOW), &limits).await,
            10,
            "each pass has a count of its own"
        );
    }

    #[tokio::test]
    async fn nothing_grows_back_while_a_pass_lives() {
        let clock = Clock::standing_at(NOW);
        let limits = RateLimits::local(LimitSettings::default(), &clock);
        let pass = Pass::issue(PassKind::Solved, NOW);
        let mut searches = 0;
        for _ in 0..59 {
            clock.advance(Duration::minutes(1));
            for _ in 0..2 {
                searches += usize::from(pass.search(&limits).await == Verdict::Allowed);
            }
        }
        assert_eq!(searches, 60);
    }

    #[tokio::test]
    async fn who_waits_twenty_seconds_gets_a_pass_once() {
        let (_folder, one, two) = two_processes().await;
        let token = WaitTicket::draw(NOW).token(&key());
        for (seconds, left) in [(0, 20), (19, 1)] {
            let early = WaitTicket::redeem(&one, &key(), &token, NOW + Duration::seconds(seconds)).await;
            assert!(
                matches!(early, Err(WaitError::TooEarly { left: l }) if l == Duration::seconds(left)),
                "{early:?}"
            );
        }
        let pass = WaitTicket::redeem(&one, &key(), &token, NOW + WAIT).await.unwrap();
        assert_eq!(pass.kind, PassKind::Waited);
        let again = WaitTicket::redeem(&two, &key(), &token, NOW + WAIT).await;
        assert!(matches!(again, Err(WaitError::Spent)), "{again:?}");
        let forgotten = WaitTicket::draw(NOW).token(&key());
        let late = WaitTicket::redeem(&one, &key(), &forgotten, NOW + Duration::minutes(10)).await;
        assert!(matches!(late, Err(WaitError::Expired)), "{late:?}");
        let strange = WaitTicket::redeem(&one, &key(), &pass.to_cookie(&key()), NOW + WAIT).await;
        assert!(matches!(strange, Err(WaitError::Unreadable)), "{strange:?}");
    }
}

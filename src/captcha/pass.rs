//! A pass: what a solved CAPTCHA, or a wait, allows. It is a sealed random id in a cookie, valid for an hour and bound to no
//! address, so that it still works on the move or on a shared phone. Its use is counted under its id, like all limits. Programs
//! solve the digits, so a network gets a bounded number of full passes an hour, fewer if it misses often; its waits end one by one.

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
    /// "I can't do this", or digits in a network that has had its passes: 10 searches; responses go to the slow lane.
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

    /// The pass for right digits: one as after a wait, if this network has had its full passes of the hour, or has missed often.
    pub async fn for_digits(limits: &RateLimits, network: &Subject, now: Moment) -> Pass {
        let (passes, misses) = tokio::join!(
            limits.check(Action::PassPerNetwork, network),
            limits.is_over(Action::DigitMisses, network),
        );
        let is_full = passes == Verdict::Allowed && !misses;
        Pass::issue(if is_full { PassKind::Solved } else { PassKind::Waited }, now)
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
    /// It was drawn in another network, or came together with others of its own: give the visitor another ticket.
    #[error("another ticket is needed")]
    Another,
    #[error("the database did not answer")]
    Database(#[source] DbErr),
}

/// For visitors who can neither see nor hear the digits: a ticket now, a pass 20 seconds later. Tickets that one network draws
/// together don't end together: see [`Action::WaitOver`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitTicket {
    id: CaptchaId,
    issued_at: Moment,
    /// The trace of the network that drew it.
    drawn_by: [u8; 2],
}

/// What redeeming a ticket asks.
#[derive(Clone, Copy)]
pub struct Redeemer<'a> {
    pub db: &'a DatabaseConnection,
    pub key: &'a TokenKey,
    pub limits: &'a RateLimits,
    /// The network that the ticket comes back from.
    pub from: &'a Subject,
}

impl WaitTicket {
    /// The time after which the waiting page reloads itself, without JavaScript (`Refresh: 20`).
    pub const WAIT: Duration = WAIT;

    pub fn draw(network: &Subject, now: Moment) -> WaitTicket {
        let id = chance::id();
        WaitTicket { id, issued_at: now, drawn_by: network.trace(id) }
    }

    pub fn token(&self, key: &TokenKey) -> String {
        let plain = [&ticket_bytes(self.id, self.issued_at)[..], &self.drawn_by].concat();
        key.seal(TICKET_PURPOSE, &plain)
    }

    fn from_token(key: &TokenKey, token: &str) -> Option<WaitTicket> {
        let plain = key.open(TICKET_PURPOSE, token)?;
        // The ticket of an older program has no trace, and is too short.
        let (ticket, drawn_by) = plain.split_last_chunk::<2>()?;
        let (id, issued_at) = from_ticket_bytes(ticket)?;
        Some(WaitTicket { id, issued_at, drawn_by: *drawn_by })
    }

    /// Exchanges a ticket for a [`PassKind::Waited`] pass, once, after the wait, where it was drawn. A try before that spends
    /// nothing; of a network's tickets that are due together, all but a few are early, and those that come at the same moment are lost.
    pub async fn redeem(by: Redeemer<'_>, token: &str, now: Moment) -> Result<Pass, WaitError> {
        let ticket = WaitTicket::from_token(by.key, token).ok_or(WaitError::Unreadable)?;
        let waited = now.since(ticket.issued_at);
        if waited >= TICKET_LIVES_FOR {
            return Err(WaitError::Expired);
        }
        if ticket.drawn_by != by.from.trace(ticket.id) {
            return Err(WaitError::Another);
        }
        if waited < WAIT {
            return Err(WaitError::TooEarly { left: WAIT - waited });
        }
        // Asked before it is spent: a ticket that has to wait longer is still good. Counted afterwards: a page that is loaded again
        // takes no turn of others.
        if by.limits.is_over(Action::WaitOver, by.from).await {
            return Err(WaitError::TooEarly { left: WAIT });
        }
        if !super::spend(by.db, ticket.id, now).await.map_err(WaitError::Database)? {
            return Err(WaitError::Spent);
        }
        match by.limits.check(Action::WaitOver, by.from).await {
            Verdict::Allowed => Ok(Pass::issue(PassKind::Waited, now)),
            Verdict::Over { .. } => Err(WaitError::Another),
        }
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
    use super::super::tests::{NOW, key, network, two_processes};
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
        let ticket = WaitTicket::draw(&network(7), NOW).token(&key());
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

    fn limits() -> RateLimits {
        RateLimits::local(LimitSettings::default(), &Clock::standing_at(NOW))
    }

    async fn redeems(
        db: &DatabaseConnection,
        limits: &RateLimits,
        token: &str,
        now: Moment,
    ) -> Result<Pass, WaitError> {
        WaitTicket::redeem(Redeemer { db, key: &key(), limits, from: &network(7) }, token, now).await
    }

    #[tokio::test]
    async fn a_network_gets_sixty_full_passes_an_hour_and_then_lesser_ones() {
        let (limits, here) = (limits(), network(7));
        for number in 1..=100 {
            let pass = Pass::for_digits(&limits, &here, NOW).await;
            assert_eq!(pass.kind == PassKind::Solved, number <= 60, "number {number}");
        }
        assert_eq!(Pass::for_digits(&limits, &network(8), NOW).await.kind, PassKind::Solved, "someone else");
    }

    #[tokio::test]
    async fn a_network_that_misses_often_gets_lesser_passes() {
        let (limits, here) = (limits(), network(7));
        for _ in 0..29 {
            let _ = limits.check(Action::DigitMisses, &here).await;
        }
        assert_eq!(Pass::for_digits(&limits, &here, NOW).await.kind, PassKind::Solved, "people miss too");
        let _ = limits.check(Action::DigitMisses, &here).await;
        assert_eq!(Pass::for_digits(&limits, &here, NOW).await.kind, PassKind::Waited);
    }

    #[tokio::test]
    async fn who_waits_twenty_seconds_gets_a_pass_once() {
        let (_folder, one, two) = two_processes().await;
        let limits = limits();
        let token = WaitTicket::draw(&network(7), NOW).token(&key());
        for (seconds, left) in [(0, 20), (19, 1)] {
            let early = redeems(&one, &limits, &token, NOW + Duration::seconds(seconds)).await;
            assert!(
                matches!(early, Err(WaitError::TooEarly { left: l }) if l == Duration::seconds(left)),
                "{early:?}"
            );
        }
        let pass = redeems(&one, &limits, &token, NOW + WAIT).await.unwrap();
        assert_eq!(pass.kind, PassKind::Waited);
        for _ in 0..5 {
            let again = redeems(&two, &limits, &token, NOW + WAIT).await;
            assert!(
                matches!(again, Err(WaitError::Spent)),
                "a page that is loaded again takes no turn: {again:?}"
            );
        }
        let forgotten = WaitTicket::draw(&network(7), NOW).token(&key());
        let late = redeems(&one, &limits, &forgotten, NOW + Duration::minutes(10)).await;
        assert!(matches!(late, Err(WaitError::Expired)), "{late:?}");
        let strange = redeems(&one, &limits, &pass.to_cookie(&key()), NOW + WAIT).await;
        assert!(matches!(strange, Err(WaitError::Unreadable)), "{strange:?}");
        let older = key().seal(TICKET_PURPOSE, &ticket_bytes(chance::id(), NOW));
        let older = redeems(&one, &limits, &older, NOW + WAIT).await;
        assert!(matches!(older, Err(WaitError::Unreadable)), "{older:?}");
    }

    #[tokio::test]
    async fn tickets_that_are_drawn_together_end_one_after_the_other() {
        let (_folder, one, two) = two_processes().await;
        let clock = Clock::standing_at(NOW);
        let limits = RateLimits::local(LimitSettings::default(), &clock);
        let tickets: Vec<String> =
            (0..30).map(|_| WaitTicket::draw(&network(7), NOW).token(&key())).collect();
        clock.advance(WAIT);
        let mut passes = 0;
        for second in 0..=60 {
            let at_once = tickets
                .iter()
                .enumerate()
                .map(|(n, token)| redeems(if n % 2 == 0 { &one } else { &two }, &limits, token, clock.now()));
            let redeemed = futures_util::future::join_all(at_once).await;
            passes += redeemed.iter().filter(|one| one.is_ok()).count();
            let most = 3 + second / 20;
            assert!(passes <= most, "{passes} of 30 after {second} s more");
            clock.advance(Duration::seconds(1));
        }
        assert!(passes >= 3, "{passes}");
    }

    #[tokio::test]
    async fn a_ticket_is_good_in_the_network_that_drew_it() {
        let (_folder, one, _two) = two_processes().await;
        let limits = limits();
        let ticket = WaitTicket::draw(&network(7), NOW);
        let other = (8..=255).map(network).find(|other| other.trace(ticket.id) != ticket.drawn_by).unwrap();
        let (key, token) = (key(), ticket.token(&key()));
        let elsewhere = Redeemer { db: &one, key: &key, limits: &limits, from: &other };
        let moved = WaitTicket::redeem(elsewhere, &token, NOW + WAIT).await;
        assert!(matches!(moved, Err(WaitError::Another)), "{moved:?}");
        redeems(&one, &limits, &token, NOW + WAIT).await.unwrap();
    }
}

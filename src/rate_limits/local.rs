//! Counts in this process's memory, by governor's generic cell rate algorithm: one number per subject and action.
//! Memory is bounded: past the cap newcomers share counts, so a flood of addresses costs strangers more, never us.

use governor::{
    Quota, RateLimiter,
    clock::{Clock as Ticking, Reference},
    middleware::NoOpMiddleware,
    nanos::Nanos,
    state::{
        StateStore,
        keyed::{DashMapStateStore, ShrinkableKeyedStateStore},
    },
};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicU32, Ordering},
};
use std::time::{Duration, Instant};

use super::{Action, Limit, LimitSettings, NetworkKey, Subject, Verdict};
use crate::clock::{Clock, Moment};

/// While an action is at its cap, stale subjects are looked for once in so many checks.
const CHECKS_BETWEEN_SWEEPS: u32 = 1024;

pub struct Local {
    /// One per action, in the order of [`Action::ALL`].
    counts: [Count; Action::ALL.len()],
    network_key: RwLock<NetworkKey>,
}

impl std::fmt::Debug for Local {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Local(…)")
    }
}

impl Local {
    pub fn new(settings: LimitSettings, clock: &Clock) -> Local {
        let time = Time::of(clock);
        Local {
            counts: Action::ALL
                .map(|action| Count::new(settings.of(action), settings.most_subjects, time.clone())),
            network_key: RwLock::new(NetworkKey::draw(clock.now())),
        }
    }

    pub fn check(&self, action: Action, subject: &Subject) -> Verdict {
        self.counts[action as usize].check(*subject)
    }

    pub fn is_over(&self, action: Action, subject: &Subject) -> bool {
        self.counts[action as usize].is_over(*subject)
    }

    pub fn network(&self, address: IpAddr, now: Moment) -> Subject {
        let key = self.network_key.read().unwrap_or_else(PoisonError::into_inner);
        if key.is_of(now) {
            return Subject::network(address, &key);
        }
        drop(key);
        let mut key = self.network_key.write().unwrap_or_else(PoisonError::into_inner);
        if !key.is_of(now) {
            *key = NetworkKey::draw(now);
        }
        Subject::network(address, &key)
    }

    pub fn sweep(&self) {
        self.counts.iter().for_each(Count::sweep);
    }

    /// How many subjects are remembered, over all actions.
    pub fn remembered(&self) -> usize {
        self.counts.iter().map(|count| count.states.0.len()).sum()
    }
}

/// One action's limit and its subjects.
struct Count {
    limiter: RateLimiter<Subject, States, Time, NoOpMiddleware<Duration>>,
    states: States,
    time: Time,
    started: Duration,
    /// How far ahead of now a subject's debt may reach before it is refused: governor's tau.
    tolerance: Duration,
    most_subjects: usize,
    checks_at_cap: AtomicU32,
}

impl Count {
    fn new(limit: Limit, most_subjects: usize, time: Time) -> Count {
        let at_once = NonZeroU32::new(limit.at_once).unwrap_or(NonZeroU32::MIN);
        let refill = limit.refill.max(Duration::from_nanos(1));
        let quota =
            Quota::with_period(refill).unwrap_or(Quota::per_hour(NonZeroU32::MIN)).allow_burst(at_once);
        let states = States(Arc::default());
        Count {
            started: time.now(),
            limiter: RateLimiter::new(quota, states.clone(), time.clone()),
            states,
            time,
            tolerance: refill.saturating_mul(at_once.get() - 1),
            most_subjects,
            checks_at_cap: AtomicU32::new(0),
        }
    }

    fn check(&self, subject: Subject) -> Verdict {
        match self.limiter.check_key(&self.room_for(subject)) {
            Ok(()) => Verdict::Allowed,
            Err(until) => Verdict::Over { retry_after: until.wait_time_from(self.time.now()) },
        }
    }

    fn is_over(&self, subject: Subject) -> bool {
        let subject = self.room_for(subject);
        let Some(full_at) = self.states.full_at(&subject) else { return false };
        let elapsed = self.time.now().duration_since(self.started);
        Duration::from(elapsed) < Duration::from(full_at).saturating_sub(self.tolerance)
    }

    /// `subject` itself while there is room, or if it is known; else the shared one that it falls to.
    fn room_for(&self, subject: Subject) -> Subject {
        if self.states.0.len() < self.most_subjects || self.states.0.contains_key(&subject) {
            return subject;
        }
        if self.checks_at_cap.fetch_add(1, Ordering::Relaxed).is_multiple_of(CHECKS_BETWEEN_SWEEPS) {
            self.sweep();
            if self.states.0.len() < self.most_subjects {
                return subject;
            }
        }
        subject.crowded()
    }

    fn sweep(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

/// governor keeps its store to itself; shared, it can also be asked without counting.
#[derive(Clone)]
struct States(Arc<DashMapStateStore<Subject>>);

impl States {
    /// When, after the start, `subject` would be back at its full allowance; `None` if it is now.
    fn full_at(&self, subject: &Subject) -> Option<Nanos> {
        if !self.0.contains_key(subject) {
            return None;
        }
        self.0.measure_and_replace::<(), _, _>(subject, Err).err().flatten()
    }
}

impl StateStore for States {
    type Key = Subject;

    fn measure_and_replace<T, F, E>(&self, key: &Subject, decide: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        self.0.measure_and_replace(key, decide)
    }
}

impl ShrinkableKeyedStateStore<Subject> for States {
    fn retain_recent(&self, drop_below: Nanos) {
        ShrinkableKeyedStateStore::retain_recent(&*self.0, drop_below);
    }

    fn shrink_to_fit(&self) {
        ShrinkableKeyedStateStore::shrink_to_fit(&*self.0);
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Monotonic time, which a corrected wall clock can't set back; or a standing clock's, whole seconds.
#[derive(Clone)]
enum Time {
    Monotonic { from: Instant },
    Standing(Clock),
}

impl Time {
    fn of(clock: &Clock) -> Time {
        match clock {
            Clock::System => Time::Monotonic { from: Instant::now() },
            Clock::Standing(_) => Time::Standing(clock.clone()),
        }
    }
}

impl Ticking for Time {
    type Instant = Duration;

    fn now(&self) -> Duration {
        match self {
            Time::Monotonic { from } => from.elapsed(),
            Time::Standing(clock) => Duration::from_secs(clock.now().0.try_into().unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::RateLimits;
    use super::*;
    use uuid::Uuid;

    const NOON: Moment = Moment(1_795_003_200);

    fn someone(number: u128) -> Subject {
        Subject::pass(Uuid::from_u128(number))
    }

    fn allowed(limits: &RateLimits, action: Action, subject: &Subject) -> u32 {
        (0..10_000).take_while(|_| limits.check(action, subject) == Verdict::Allowed).count() as u32
    }

    #[test]
    fn each_action_stops_at_its_limit_and_comes_back() {
        let settings = LimitSettings::default();
        let clock = Clock::standing_at(NOON);
        let limits = RateLimits::local(settings.clone(), &clock);
        for action in Action::ALL {
            let limit = settings.of(action);
            assert!(!limits.is_over(action, &someone(1)), "{action:?}");
            assert_eq!(allowed(&limits, action, &someone(1)), limit.at_once, "{action:?}");
            assert!(limits.is_over(action, &someone(1)), "{action:?}");
            assert_eq!(limits.check(action, &someone(1)), Verdict::Over { retry_after: limit.refill });
            assert!(!limits.is_over(action, &someone(2)), "{action:?} of someone else");
            assert_eq!(limits.check(action, &someone(2)), Verdict::Allowed, "{action:?} of someone else");
        }
        for action in Action::ALL {
            clock.advance(time::Duration::try_from(settings.of(action).refill).unwrap());
            assert!(!limits.is_over(action, &someone(1)), "{action:?}");
            assert_eq!(limits.check(action, &someone(1)), Verdict::Allowed, "{action:?}");
        }
    }

    #[test]
    fn asking_counts_nothing() {
        let limits = RateLimits::local(LimitSettings::default(), &Clock::standing_at(NOON));
        for _ in 0..100 {
            assert!(!limits.is_over(Action::ReceiptMisses, &someone(1)));
        }
        assert_eq!(allowed(&limits, Action::ReceiptMisses, &someone(1)), 5);
    }

    #[test]
    fn real_time_counts_too() {
        let limits = RateLimits::local(LimitSettings::default(), &Clock::System);
        assert_eq!(allowed(&limits, Action::ReceiptMisses, &someone(1)), 5);
        assert!(limits.is_over(Action::ReceiptMisses, &someone(1)));
        let Verdict::Over { retry_after } = limits.check(Action::ReceiptMisses, &someone(1)) else {
            panic!("allowed a sixth")
        };
        assert!(
            (Duration::from_secs(700)..=Duration::from_secs(720)).contains(&retry_after),
            "{retry_after:?}"
        );
    }

    #[test]
    fn a_flood_of_subjects_takes_bounded_memory_and_known_ones_keep_their_counts() {
        let clock = Clock::standing_at(NOON);
        let settings = LimitSettings { most_subjects: 100, ..LimitSettings::default() };
        let local = Local::new(settings, &clock);
        for _ in 0..5 {
            assert_eq!(local.check(Action::ReceiptMisses, &someone(0)), Verdict::Allowed);
        }
        let refused = (1..60_000u128)
            .filter(|n| local.check(Action::ReceiptMisses, &someone(*n)) != Verdict::Allowed)
            .count();
        assert!(local.remembered() <= 100 + 4_096, "{}", local.remembered());
        assert!(refused > 20_000, "the crowd shares its counts: {refused}");
        assert!(local.is_over(Action::ReceiptMisses, &someone(0)));
        clock.advance(time::Duration::hours(2));
        local.sweep();
        assert_eq!(local.remembered(), 0);
    }

    #[test]
    fn a_network_is_another_one_after_midnight() {
        let clock = Clock::standing_at(NOON);
        let limits = RateLimits::local(LimitSettings::default(), &clock);
        let address = "192.0.2.7".parse().unwrap();
        let before = limits.network(address, clock.now());
        assert!(before == limits.network(address, clock.now() + time::Duration::hours(11)));
        assert!(before != limits.network(address, clock.now() + time::Duration::hours(12)));
    }
}

//! Counts in this process's memory, by governor's generic cell rate algorithm: one number per mark and action. Memory is
//! bounded: when it is full, new subjects share counts. A flood of addresses thus limits strangers sooner, but costs no more
//! memory.

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
use std::num::NonZeroU32;
use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicU32, Ordering},
};
use std::time::{Duration, Instant};

use time::Date;

use super::subject::{DayKey, Mark, Subject};
use super::{Action, Limit, LimitSettings, Verdict};
use crate::clock::Clock;

/// When an action's counts are full, one check in this many first removes stale subjects.
const CHECKS_BETWEEN_SWEEPS: u32 = 1024;

pub struct Local {
    /// One per action, in the order of [`Action::ALL`].
    counts: [Count; Action::ALL.len()],
    /// A day (UTC) and its key.
    today: RwLock<(Date, DayKey)>,
    clock: Clock,
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
            today: RwLock::new((clock.now().date(), DayKey::draw())),
            clock: clock.clone(),
        }
    }

    pub fn check(&self, action: Action, subject: &Subject) -> Verdict {
        self.counts[action as usize].check(self.mark(subject))
    }

    pub fn is_over(&self, action: Action, subject: &Subject) -> bool {
        self.counts[action as usize].is_over(self.mark(subject))
    }

    pub fn sweep(&self) {
        self.counts.iter().for_each(Count::sweep);
    }

    /// How many subjects are stored, over all actions.
    pub fn remembered(&self) -> usize {
        self.counts.iter().map(|count| count.states.0.len()).sum()
    }

    fn mark(&self, subject: &Subject) -> Mark {
        let date = self.clock.now().date();
        let today = self.today.read().unwrap_or_else(PoisonError::into_inner);
        if today.0 == date {
            return subject.under(&today.1);
        }
        drop(today);
        let mut today = self.today.write().unwrap_or_else(PoisonError::into_inner);
        if today.0 != date {
            *today = (date, DayKey::draw());
        }
        subject.under(&today.1)
    }
}

/// One action's limit, and the counts of its subjects.
struct Count {
    limiter: RateLimiter<Mark, States, Time, NoOpMiddleware<Duration>>,
    states: States,
    time: Time,
    started: Duration,
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
            tolerance: limit.tolerance(),
            most_subjects,
            checks_at_cap: AtomicU32::new(0),
        }
    }

    fn check(&self, mark: Mark) -> Verdict {
        match self.limiter.check_key(&self.room_for(mark)) {
            Ok(()) => Verdict::Allowed,
            Err(until) => Verdict::Over { retry_after: until.wait_time_from(self.time.now()) },
        }
    }

    fn is_over(&self, mark: Mark) -> bool {
        let mark = self.room_for(mark);
        let Some(full_at) = self.states.full_at(&mark) else { return false };
        let elapsed = self.time.now().duration_since(self.started);
        Duration::from(elapsed) < Duration::from(full_at).saturating_sub(self.tolerance)
    }

    /// The key to count under: `mark` itself if it is known or there is room, else one of the shared marks.
    fn room_for(&self, mark: Mark) -> Mark {
        if self.states.0.len() < self.most_subjects || self.states.0.contains_key(&mark) {
            return mark;
        }
        if self.checks_at_cap.fetch_add(1, Ordering::Relaxed).is_multiple_of(CHECKS_BETWEEN_SWEEPS) {
            self.sweep();
            if self.states.0.len() < self.most_subjects {
                return mark;
            }
        }
        mark.crowded()
    }

    fn sweep(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

/// A store shared with governor, which hides its own: through this one, a count can be read without counting.
#[derive(Clone)]
struct States(Arc<DashMapStateStore<Mark>>);

impl States {
    /// When `mark` will have its full allowance again, counted from the limiter's start; `None` if it has it now.
    fn full_at(&self, mark: &Mark) -> Option<Nanos> {
        if !self.0.contains_key(mark) {
            return None;
        }
        self.0.measure_and_replace::<(), _, _>(mark, Err).err().flatten()
    }
}

impl StateStore for States {
    type Key = Mark;

    fn measure_and_replace<T, F, E>(&self, key: &Mark, decide: F) -> Result<T, E>
    where
        F: Fn(Option<Nanos>) -> Result<(T, Nanos), E>,
    {
        self.0.measure_and_replace(key, decide)
    }
}

impl ShrinkableKeyedStateStore<Mark> for States {
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

/// Monotonic time, which a correction of the wall clock can't set back; in tests a standing clock's time, in whole seconds.
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
    use super::*;
    use crate::clock::Moment;
    use crate::ids::CaptchaId;

    const NOON: Moment = Moment(1_795_003_200);

    fn someone(number: u128) -> Subject {
        Subject::pass(CaptchaId::from_u128(number))
    }

    fn allowed(limits: &Local, action: Action, subject: &Subject) -> u32 {
        (0..10_000).take_while(|_| limits.check(action, subject) == Verdict::Allowed).count() as u32
    }

    #[test]
    fn each_action_stops_at_its_limit_and_comes_back() {
        let settings = LimitSettings::default();
        let clock = Clock::standing_at(NOON);
        let limits = Local::new(settings.clone(), &clock);
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
        let limits = Local::new(LimitSettings::default(), &Clock::standing_at(NOON));
        for _ in 0..100 {
            assert!(!limits.is_over(Action::ReceiptMisses, &someone(1)));
        }
        assert_eq!(allowed(&limits, Action::ReceiptMisses, &someone(1)), 5);
    }

    #[test]
    fn real_time_counts_too() {
        let limits = Local::new(LimitSettings::default(), &Clock::System);
        assert_eq!(allowed(&limits, Action::ReceiptMisses, &someone(1)), 5);
        assert!(limits.is_over(Action::ReceiptMisses, &someone(1)));
        let Verdict::Over { retry_after } = limits.check(Action::ReceiptMisses, &someone(1)) else {
            panic!("allowed a sixth")
        };
        assert!(
            (Duration::from_secs(700)..=Duration::from_mins(12)).contains(&retry_after),
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
        assert!((101..=100 + 4_096).contains(&local.remembered()), "{}", local.remembered());
        assert!(refused > 20_000, "the crowd shares its counts: {refused}");
        assert!(local.is_over(Action::ReceiptMisses, &someone(0)));
        clock.advance(time::Duration::hours(2));
        local.sweep();
        assert_eq!(local.remembered(), 0);
    }

    #[test]
    fn nobody_is_known_after_midnight() {
        let clock = Clock::standing_at(NOON);
        let limits = Local::new(LimitSettings::default(), &clock);
        assert_eq!(allowed(&limits, Action::MessagePerMailbox, &someone(1)), 20);
        clock.advance(time::Duration::minutes(11 * 60 + 59));
        assert_eq!(allowed(&limits, Action::MessagePerMailbox, &someone(1)), 9);
        clock.advance(time::Duration::minutes(1));
        assert_eq!(allowed(&limits, Action::MessagePerMailbox, &someone(1)), 20);
    }

    #[test]
    fn a_subject_without_room_shares_a_mark_until_another_leaves() {
        let clock = Clock::standing_at(NOON);
        let settings = LimitSettings { most_subjects: 3, ..LimitSettings::default() };
        let action = Action::ReceiptMisses;
        let has_own = |local: &Local, number| {
            let mark = local.mark(&someone(number));
            local.counts[action as usize].room_for(mark) == mark
        };
        let full = || {
            let local = Local::new(settings.clone(), &clock);
            for number in 1..=3 {
                assert!(has_own(&local, number), "{number}");
                assert_eq!(local.check(action, &someone(number)), Verdict::Allowed);
            }
            local
        };
        let crowded = full();
        assert!(!has_own(&crowded, 4));
        assert!(has_own(&crowded, 3), "it is known");
        let emptied = full();
        clock.advance(time::Duration::hours(2));
        assert!(has_own(&emptied, 4), "the first check of a full count sweeps");
    }

    #[test]
    fn no_count_is_printed() {
        let limits = Local::new(LimitSettings::default(), &Clock::standing_at(NOON));
        assert_eq!(format!("{limits:?}"), "Local(…)");
    }
}

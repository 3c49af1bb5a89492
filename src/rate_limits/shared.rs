//! Counts that all replicas share, in Redis or Valkey. The server may be away, slow or wrong at any time: then there is no
//! answer after `answers_within` at the latest, and no request asks it for a while. Nothing in it shows who was counted.

use redis::aio::MultiplexedConnection;
use redis::{AsyncConnectionConfig, Client, ErrorKind, RedisError, RedisResult, Script};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{sleep, timeout};
use zeroize::Zeroizing;

use super::subject::{DayKey, Subject};
use super::{Action, LimitSettings, Verdict};
use crate::chance;
use crate::clock::{Clock, Moment};

/// The timeout for connecting; no request waits for this.
const CONNECTS_WITHIN: Duration = Duration::from_secs(2);
/// The wait before the next attempt after a failure.
const LEFT_ALONE_FOR: Duration = Duration::from_secs(3);

/// The server's key for the day: an id of 8 bytes, by which the script recognises the day, and the secret key for the counts'
/// names. The first replica of the day creates it.
const DAY: &str = "kinlight:day";
const DAY_LIVES_FOR: Duration = Duration::from_hours(24);
const ID_BYTES: usize = 8;

const ANOTHER_DAY: i64 = -1;
const WITHIN_THE_LIMIT: i64 = 0;

#[derive(Debug, thiserror::Error)]
#[error("redis_url: an address such as redis://:password@host:6379/0, rediss://… or unix:///… was expected")]
pub struct WrongAddress;

pub struct Shared {
    client: Client,
    script: Script,
    settings: LimitSettings,
    clock: Clock,
    /// The timeout of one request to the server; a response asks up to three times in a row.
    answers_within: Duration,
    link: RwLock<Link>,
    /// Notified when the connection is lost.
    lost: Notify,
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Shared(…)")
    }
}

#[derive(Clone)]
enum Link {
    Up(Arc<Up>),
    Down { since: Moment, is_told: bool },
}

struct Up {
    connection: MultiplexedConnection,
    day: RwLock<Arc<Day>>,
}

struct Day {
    id: [u8; ID_BYTES],
    key: DayKey,
}

impl Shared {
    pub fn at(
        (address, answers_within): (&str, Duration),
        settings: LimitSettings,
        clock: &Clock,
    ) -> Result<Shared, WrongAddress> {
        Ok(Shared {
            // The error's text may repeat the address with its password, so it is dropped.
            client: Client::open(address).map_err(|_| WrongAddress)?,
            script: Script::new(include_str!("gcra.lua")),
            settings,
            clock: clock.clone(),
            answers_within,
            link: RwLock::new(Link::Down { since: clock.now(), is_told: false }),
            lost: Notify::new(),
        })
    }

    /// Counts the action; `None` if the server does not answer.
    pub async fn check(&self, action: Action, subject: &Subject) -> Option<Verdict> {
        self.ask(action, subject, true).await
    }

    /// Reads without counting; `None` if the server does not answer.
    pub async fn is_over(&self, action: Action, subject: &Subject) -> Option<bool> {
        Some(self.ask(action, subject, false).await? != Verdict::Allowed)
    }

    /// Since when the server has not answered; `None` if it answers.
    pub async fn since_when_away(&self) -> Option<Moment> {
        if let Link::Up(up) = self.link() {
            let ping = async { redis::cmd("PING").exec_async(&mut up.connection.clone()).await };
            self.in_time(&up, ping).await;
        }
        match self.link() {
            Link::Up(_) => None,
            Link::Down { since, .. } => Some(since),
        }
    }

    /// Tries once to connect.
    pub async fn meet(&self) {
        let connected = self.connect().await;
        let mut link = self.link.write().unwrap_or_else(PoisonError::into_inner);
        match connected {
            Ok(up) => {
                *link = Link::Up(Arc::new(up));
                tracing::info!("limits are shared with the other processes");
            }
            Err(error) => {
                if let Link::Down { is_told, .. } = &mut *link
                    && !std::mem::replace(is_told, true)
                {
                    tell_that_it_is_away(&error);
                }
            }
        }
    }

    /// Connects again after each loss.
    pub async fn watch(&self) {
        loop {
            if matches!(self.link(), Link::Up(_)) {
                self.lost.notified().await;
            }
            while matches!(self.link(), Link::Down { .. }) {
                sleep(LEFT_ALONE_FOR).await;
                self.meet().await;
            }
        }
    }

    async fn ask(&self, action: Action, subject: &Subject, is_counted: bool) -> Option<Verdict> {
        let Link::Up(up) = self.link() else { return None };
        self.in_time(&up, self.asked(&up, action, subject, is_counted)).await
    }

    async fn asked(
        &self,
        up: &Up,
        action: Action,
        subject: &Subject,
        is_counted: bool,
    ) -> RedisResult<Verdict> {
        let limit = self.settings.of(action);
        let mut connection = up.connection.clone();
        loop {
            let day = up.day.read().unwrap_or_else(PoisonError::into_inner).clone();
            let mut question = self.script.key(DAY);
            question.key(name(action, subject, &day.key)).arg(&day.id).arg(micros(limit.refill));
            question.arg(micros(limit.tolerance())).arg(u8::from(is_counted)).arg(self.now());
            match question.invoke_async(&mut connection).await? {
                ANOTHER_DAY => {
                    let day = today(&mut connection).await?;
                    *up.day.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(day);
                }
                WITHIN_THE_LIMIT => return Ok(Verdict::Allowed),
                wait => {
                    let retry_after = Duration::from_micros(u64::try_from(wait).unwrap_or_default());
                    return Ok(Verdict::Over { retry_after });
                }
            }
        }
    }

    /// Empty for Redis's own time, which is the same for all replicas; in tests the standing clock's time.
    fn now(&self) -> String {
        match &self.clock {
            Clock::System => String::new(),
            Clock::Standing(_) => self.clock.now().0.saturating_mul(1_000_000).to_string(),
        }
    }

    async fn connect(&self) -> RedisResult<Up> {
        let patience = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(CONNECTS_WITHIN))
            .set_response_timeout(Some(CONNECTS_WITHIN.max(self.answers_within)));
        let connecting = self.client.get_multiplexed_async_connection_with_config(&patience);
        let mut connection =
            timeout(CONNECTS_WITHIN, connecting).await.unwrap_or_else(|_| Err(too_slow()))?;
        // A server that is too slow, or too full to store a day's key, counts as away.
        let day =
            timeout(self.answers_within, today(&mut connection)).await.unwrap_or_else(|_| Err(too_slow()))?;
        Ok(Up { connection, day: RwLock::new(Arc::new(day)) })
    }

    fn link(&self) -> Link {
        self.link.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The answer, if it comes in time; otherwise the connection counts as lost.
    async fn in_time<T>(&self, up: &Arc<Up>, question: impl Future<Output = RedisResult<T>>) -> Option<T> {
        let error = match timeout(self.answers_within, question).await {
            Ok(Ok(answer)) => return Some(answer),
            Ok(Err(error)) => error,
            Err(_) => too_slow(),
        };
        let mut link = self.link.write().unwrap_or_else(PoisonError::into_inner);
        // Several requests may fail at once: only the first one logs it.
        if matches!(&*link, Link::Up(lost) if Arc::ptr_eq(lost, up)) {
            *link = Link::Down { since: self.clock.now(), is_told: true };
            tell_that_it_is_away(&error);
            self.lost.notify_one();
        }
        None
    }
}

/// The day's key; creates one if there is none.
async fn today(connection: &mut MultiplexedConnection) -> RedisResult<Day> {
    let drawn = Zeroizing::new(chance::bytes::<{ ID_BYTES + DayKey::BYTES }>());
    let (kept,): (Vec<u8>,) = redis::pipe()
        .cmd("SET")
        .arg(DAY)
        .arg(&drawn[..])
        .arg("NX")
        .arg("EX")
        .arg(DAY_LIVES_FOR.as_secs())
        .ignore()
        .cmd("GET")
        .arg(DAY)
        .query_async(connection)
        .await?;
    let kept = Zeroizing::new(kept);
    let parts = kept
        .split_first_chunk()
        .and_then(|(id, key)| Some((*id, <[u8; DayKey::BYTES]>::try_from(key).ok()?)));
    let (id, key) = parts.ok_or((ErrorKind::UnexpectedReturnType, "the day's key is not ours"))?;
    Ok(Day { id, key: DayKey::from_bytes(key) })
}

/// A key's name shows the action, but the subject only to somebody who has the day's key and guesses it.
fn name(action: Action, subject: &Subject, day: &DayKey) -> Vec<u8> {
    [format!("kinlight:{}:", action as usize).as_bytes(), subject.under(day).bytes()].concat()
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

fn too_slow() -> RedisError {
    (ErrorKind::Io, "too slow").into()
}

/// Logs without the server's own text, which may repeat what it was sent.
fn tell_that_it_is_away(error: &RedisError) {
    let (why, code) = (error.category(), error.code().unwrap_or_default());
    tracing::warn!(why, code, "the shared limits don't answer: this process uses its own counts");
}

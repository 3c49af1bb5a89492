//! A small pool of processes that read strangers' files, so that the service never does. Each has no files, no
//! network and little memory. Invariant: whatever a file does to its worker, it costs that one photo a clear message; a worker
//! that a file has taken over sees no other photo.

pub(super) mod checks;
pub mod child;
mod develop;
mod error;
pub(super) mod frame;
mod hooks;
mod pipe;
mod process;
pub(super) mod protocol;
mod sandbox;
mod shelf;
mod sight;

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kinlight_pictures::{Limits, Refusal};
use tokio::sync::Semaphore;

pub use error::WorkerError;
use process::Worker;
use protocol::Question;
pub use protocol::{
    Accepts, Answer, Copy, Covering, Covers, Developed, Edition, Faces, Framing, Hook, Job, Lacking, Part,
    PublicFiles, Sight, SightedFace, Source, Task, Touch, Whose,
};
use shelf::Shelf;

/// How long a process may take to say that its sandbox is closed.
const STARTS_WITHIN: Duration = Duration::from_secs(10);
/// The limit for files that wait or are worked on at one time, in KiB; beyond it, people are told to try again.
const ROOM_KIB: usize = 128 * 1024;

#[derive(Debug, Clone)]
pub struct WorkerSettings {
    /// Started as `PROGRAM photo-worker`: this program itself, except in tests.
    pub program: PathBuf,
    pub at_once: usize,
    /// A worker for one case's working copies is replaced after this many questions. One for an upload answers one.
    pub questions_each: u32,
    /// A photo that takes longer is given up, and its worker is killed.
    pub answers_within: Duration,
    /// How long a photo may wait for a free worker.
    pub waits_for: Duration,
    pub is_sandbox_required: bool,
    /// True if HEIC is read; its decoder is young.
    pub accepts_heic: bool,
    /// How far workers give way when others want the processor: 0 not at all, 19 all the way.
    pub niceness: u8,
}

impl WorkerSettings {
    /// For a command that works on one photo after the other.
    pub fn one_at_a_time(program: PathBuf, answers_within: Duration) -> Self {
        Self {
            program,
            at_once: 1,
            questions_each: 100,
            answers_within,
            waits_for: Duration::ZERO,
            is_sandbox_required: false,
            accepts_heic: true,
            niceness: 0,
        }
    }
}

/// The pool of workers. Clones share it; its processes end with the last clone.
#[derive(Clone)]
pub struct Workers {
    shared: Arc<Shared>,
}

struct Shared {
    settings: WorkerSettings,
    rehearsal: Option<Rehearsal>,
    turns: Arc<Semaphore>,
    room: Arc<Semaphore>,
    shelf: Mutex<Shelf<Worker>>,
    lost: AtomicU64,
}

/// Only tests start workers that obey a [`Hook`]; no setting and no request leads here.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rehearsal {
    /// As if the kernel had none of these.
    pub leaves_out: Lacking,
    /// As if the face finder couldn't be loaded.
    pub is_blind: bool,
    /// As if its first file had taken it over: later ones get the first one's pictures.
    pub remembers: bool,
}

/// The case whose files a rehearsal's hooks stand for.
const REHEARSED: Source = Source::CopyOf(Whose([0; 16]));

impl Workers {
    /// Starts nothing yet: the first photo does, or [`Workers::check`].
    pub fn new(settings: WorkerSettings) -> Workers {
        Workers::with(settings, None)
    }

    pub fn for_rehearsal(settings: WorkerSettings, rehearsal: Rehearsal) -> Workers {
        Workers::with(settings, Some(rehearsal))
    }

    fn with(settings: WorkerSettings, rehearsal: Option<Rehearsal>) -> Workers {
        let turns = Arc::new(Semaphore::new(settings.at_once.max(1)));
        let room = Arc::new(Semaphore::new(ROOM_KIB));
        Workers {
            shared: Arc::new(Shared {
                settings,
                rehearsal,
                turns,
                room,
                shelf: Mutex::default(),
                lost: AtomicU64::new(0),
            }),
        }
    }

    /// Waits for a free worker, for at most `waits_for`; an answer or an error comes `answers_within` later.
    pub async fn ask(&self, job: Job) -> Result<Answer, WorkerError> {
        self.in_turn(job.file.len(), move |shared| shared.answer(&job)).await
    }

    /// The same on this thread, without waiting for a turn: for a command that has one thread.
    pub fn ask_now(&self, job: &Job) -> Result<Answer, WorkerError> {
        self.shared.answer(job)
    }

    /// Makes a worker misbehave. In any pool but a rehearsal's, the worker ends itself at such a question.
    pub async fn provoke(&self, hook: Hook) -> Result<String, WorkerError> {
        let told = |answer| match answer {
            Answer::Told(text) => Ok(text),
            _ => Err(WorkerError::Garbled),
        };
        self.in_turn(0, move |shared| shared.exchange(REHEARSED, (&Question::Hook(hook), &[]), told)).await
    }

    /// Starts a worker and returns what its sandbox lacks; fails if that is more than the settings allow.
    pub async fn check(&self) -> Result<Lacking, WorkerError> {
        self.in_turn(0, |shared| {
            let worker = shared.worker_for(Source::Upload)?;
            let lacking = worker.lacking;
            // It has read nothing.
            shared.shelf().put_spare(worker);
            Ok(lacking)
        })
        .await
    }

    /// How many processes were lost so far.
    pub fn lost(&self) -> u64 {
        self.shared.lost.load(Ordering::Relaxed)
    }

    /// The most memory that each waiting worker of a case has ever held, in KiB.
    pub fn peaks_kib(&self) -> Vec<u32> {
        self.shared.shelf().used().map(|worker| worker.peak_kib).collect()
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        bytes: usize,
        work: impl FnOnce(&Shared) -> Result<T, WorkerError> + Send + 'static,
    ) -> Result<T, WorkerError> {
        let kib = u32::try_from(bytes / 1024).unwrap_or(u32::MAX);
        let room = self.shared.room.clone().try_acquire_many_owned(kib).map_err(|_| WorkerError::Busy)?;
        let turn =
            tokio::time::timeout(self.shared.settings.waits_for, self.shared.turns.clone().acquire_owned());
        let turn = turn.await.map_err(|_| WorkerError::Busy)?.map_err(|_| WorkerError::Busy)?;
        let shared = self.shared.clone();
        // Runs to its end even if the caller goes away, so that the worker comes back to the pool.
        let working = tokio::task::spawn_blocking(move || {
            let _held = (room, turn);
            let done = work(&shared);
            // The next one's start is over before its file has arrived.
            tokio::task::spawn_blocking(move || shared.keep_a_spare());
            done
        });
        working.await.map_err(|_| WorkerError::Died)?
    }
}

impl Shared {
    fn answer(&self, job: &Job) -> Result<Answer, WorkerError> {
        if job.file.len() > Limits::default().max_bytes {
            return Err(Refusal::TooManyBytes.into());
        }
        let Job { source, task, accepts, part, ref file } = *job;
        let question = Question::Photo { task, accepts, part, file_bytes: file.len() };
        self.exchange(source, (&question, file), |answer| checks::believed(task, accepts, answer))
    }

    /// Asks a worker that may read this file. It goes back to the shelf only if its answer is believed and it may read more;
    /// otherwise it is killed here.
    fn exchange<T>(
        &self,
        source: Source,
        (question, file): (&Question, &[u8]),
        believe: impl FnOnce(Answer) -> Result<T, WorkerError>,
    ) -> Result<T, WorkerError> {
        let mut worker = self.worker_for(source)?;
        let lost = |error: &WorkerError| {
            self.lost.fetch_add(1, Ordering::Relaxed);
            tracing::warn!(%error, "a photo worker was lost");
        };
        let answer = worker.ask(question, file, self.settings.answers_within).inspect_err(lost)?;
        let believed = believe(answer);
        match &believed {
            Err(error @ WorkerError::Garbled) => lost(error),
            _ if worker.answered < self.settings.questions_each => {
                let ended = self.shelf().put_back(source, worker);
                drop(ended);
            }
            _ => {}
        }
        believed
    }

    fn worker_for(&self, source: Source) -> Result<Worker, WorkerError> {
        // A worker that ended meanwhile or sent bytes unasked is dropped here.
        while let Some(mut worker) = { self.shelf().take(source) } {
            if worker.is_waiting() {
                self.make_room();
                return Ok(worker);
            }
        }
        self.make_room();
        self.started()
    }

    /// Ends waiting workers, so that no more of them hold a photo's memory than may work at one time.
    fn make_room(&self) {
        let most = self.turns.available_permits();
        let surplus = self.shelf().surplus(most);
        drop(surplus);
    }

    fn keep_a_spare(&self) {
        if self.shelf().has_spare() {
            return;
        }
        // If it fails, the next photo starts its own, and its sender is told why that fails.
        if let Ok(worker) = self.started() {
            let surplus = self.shelf().put_spare(worker);
            drop(surplus);
        }
    }

    fn started(&self) -> Result<Worker, WorkerError> {
        let worker = Worker::start(&self.settings.program, &self.arguments(), STARTS_WITHIN)?;
        if self.settings.is_sandbox_required && worker.lacking != Lacking::default() {
            return Err(WorkerError::Unsafe(worker.lacking));
        }
        Ok(worker)
    }

    fn arguments(&self) -> Vec<String> {
        let seconds = u64::from(self.settings.questions_each) * self.settings.answers_within.as_secs().max(1);
        let mut arguments = vec!["photo-worker".to_owned(), format!("--processor-seconds={seconds}")];
        if self.settings.niceness > 0 {
            arguments.push(format!("--niceness={}", self.settings.niceness));
        }
        if !self.settings.accepts_heic {
            arguments.push("--without-heic".to_owned());
        }
        if let Some(rehearsal) = self.rehearsal {
            arguments.push("--rehearsal".to_owned());
            arguments.extend(rehearsal.is_blind.then(|| "--blind".to_owned()));
            arguments.extend(rehearsal.remembers.then(|| "--remembers".to_owned()));
            let walls = rehearsal.leaves_out;
            for (name, is_left_out) in [("landlock", walls.landlock), ("seccomp", walls.seccomp)] {
                arguments.extend(is_left_out.then(|| format!("--without-{name}")));
            }
        }
        arguments
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf<Worker>> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

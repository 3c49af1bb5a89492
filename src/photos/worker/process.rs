//! One worker process, seen from the service. Invariant: whatever the worker does or fails to do, an answer or an
//! error is there when the time is up; a worker that failed once is never asked again, and none outlives its handle.

use std::io::{self, Read};
use std::os::fd::AsFd;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use kinlight_pictures::Refusal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::error::WorkerError;
use super::frame::{self, LENGTH_BYTES};
use super::protocol::{Answer, Lacking, MOST_REPLY_BYTES, Question, Reply};

/// How long a worker that has closed its pipe may take to exit before it is killed.
const DIES_WITHIN: Duration = Duration::from_millis(500);
/// How many bytes of its standard error are read.
const LAST_WORDS: u64 = 4_096;

pub struct Worker {
    child: Child,
    to: ChildStdin,
    from: ChildStdout,
    pub lacking: Lacking,
    pub answered: u32,
    /// As the worker reports it.
    pub peak_kib: u32,
}

/// What went wrong on the pipe. How the worker ended decides which error the photo gets.
enum Broken {
    Late,
    Closed,
    Garbled,
}

impl Worker {
    pub fn start(program: &Path, arguments: &[String], within: Duration) -> Result<Worker, WorkerError> {
        let not_started = |error: io::Error| WorkerError::NotStarted(error.to_string());
        let mut child = Command::new(program)
            .args(arguments)
            .env_clear()
            // By default the face finder's runtime keeps one thread per core, and the allocator reserves address space per
            // thread. Both count against the worker's limit.
            .env("RTEN_NUM_THREADS", "1")
            .env("MALLOC_ARENA_MAX", "1")
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(not_started)?;
        let (Some(to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            unreachable!("both are asked for above");
        };
        let mut worker = Worker { child, to, from, lacking: Lacking::default(), answered: 0, peak_kib: 0 };
        for pipe in [worker.to.as_fd(), worker.from.as_fd()] {
            rustix::io::ioctl_fionbio(pipe, true).map_err(|error| not_started(error.into()))?;
        }
        match worker.hear(Instant::now() + within) {
            Ok(Answer::Ready(lacking)) => {
                worker.lacking = lacking;
                Ok(worker)
            }
            Ok(_) | Err(Broken::Garbled) => Err(WorkerError::NotStarted("it is another program".to_owned())),
            Err(Broken::Late) => Err(WorkerError::NotStarted("it said nothing".to_owned())),
            Err(Broken::Closed) => {
                let words = worker.last_words();
                Err(WorkerError::NotStarted(words.lines().next().unwrap_or("it ended at once").to_owned()))
            }
        }
    }

    /// Asks a question; `file` is its photo's file, or empty. After an error, drop the worker.
    pub fn ask(&mut self, question: &Question, file: &[u8], within: Duration) -> Result<Answer, WorkerError> {
        let until = Instant::now() + within;
        self.answered += 1;
        let said = self.say(&frame::write(question), until).and_then(|()| self.say(file, until));
        let heard = said.and_then(|()| self.hear(until));
        heard.map_err(|broken| match broken {
            Broken::Late => WorkerError::Refused(Refusal::TookTooLong),
            Broken::Garbled => WorkerError::Garbled,
            Broken::Closed => self.how_it_ended(),
        })
    }

    /// True if it still waits for questions. A worker that ended or sent bytes unasked is of no use.
    pub fn is_waiting(&mut self) -> bool {
        let mut pipe = [PollFd::new(&self.from, PollFlags::IN)];
        let is_silent = poll(&mut pipe, Some(&Timespec { tv_sec: 0, tv_nsec: 0 })) == Ok(0);
        is_silent && matches!(self.child.try_wait(), Ok(None))
    }

    fn say(&self, mut bytes: &[u8], until: Instant) -> Result<(), Broken> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.to, bytes) {
                Ok(count) => bytes = &bytes[count..],
                Err(Errno::AGAIN) => self.wait_to_say(until)?,
                Err(Errno::INTR) => {}
                Err(_) => return Err(Broken::Closed),
            }
        }
        Ok(())
    }

    /// Waits until the pipe takes more of the question. If the worker answers before it has the whole question, that is an error.
    fn wait_to_say(&self, until: Instant) -> Result<(), Broken> {
        let left = left(until)?;
        let mut pipes = [PollFd::new(&self.to, PollFlags::OUT), PollFd::new(&self.from, PollFlags::IN)];
        match poll(&mut pipes, Some(&left)) {
            Ok(0) => Err(Broken::Late),
            Ok(_) if pipes[1].revents().contains(PollFlags::IN) => Err(Broken::Garbled),
            Ok(_) if pipes[1].revents().is_empty() => Ok(()),
            Err(Errno::INTR) => Ok(()),
            Ok(_) | Err(_) => Err(Broken::Closed),
        }
    }

    fn hear(&mut self, until: Instant) -> Result<Answer, Broken> {
        let length = self.read(LENGTH_BYTES, until)?;
        let length = *length.first_chunk::<LENGTH_BYTES>().ok_or(Broken::Garbled)?;
        let length = frame::body_length(length, MOST_REPLY_BYTES).map_err(|_| Broken::Garbled)?;
        let reply: Reply = frame::read(&self.read(length, until)?).map_err(|_| Broken::Garbled)?;
        self.peak_kib = reply.peak_kib;
        Ok(reply.answer)
    }

    /// Takes memory as bytes arrive, not as the length promises them.
    fn read(&self, length: usize, until: Instant) -> Result<Vec<u8>, Broken> {
        const STEP: usize = 1 << 18;
        let (mut bytes, mut filled) = (Vec::new(), 0);
        while filled < length {
            if filled == bytes.len() {
                bytes.resize(length.min(filled + STEP.max(filled)), 0);
            }
            match rustix::io::read(&self.from, &mut bytes[filled..]) {
                Ok(0) => return Err(Broken::Closed),
                Ok(count) => filled += count,
                Err(Errno::AGAIN) => self.wait_to_hear(until)?,
                Err(Errno::INTR) => {}
                Err(_) => return Err(Broken::Closed),
            }
            if Instant::now() > until {
                return Err(Broken::Late);
            }
        }
        Ok(bytes)
    }

    fn wait_to_hear(&self, until: Instant) -> Result<(), Broken> {
        match poll(&mut [PollFd::new(&self.from, PollFlags::IN)], Some(&left(until)?)) {
            Ok(0) => Err(Broken::Late),
            Ok(_) | Err(Errno::INTR) => Ok(()),
            Err(_) => Err(Broken::Closed),
        }
    }

    fn how_it_ended(&mut self) -> WorkerError {
        let status = self.end();
        let signal = status.and_then(|status| status.signal());
        match signal {
            Some(libc::SIGXCPU) => WorkerError::Refused(Refusal::TookTooLong),
            // Not ours: we have not killed it yet. The kernel does this when the machine's memory runs out.
            Some(libc::SIGKILL) if status.is_some() => WorkerError::OutOfMemory,
            // Rust prints this when an allocation fails. A stranger's photo can make the worker print it too, so it only selects the
            // error message.
            _ if self.last_words().contains("memory allocation of") => WorkerError::OutOfMemory,
            _ => WorkerError::Died,
        }
    }

    /// The exit status if it ended by itself; `None` if it had to be killed.
    fn end(&mut self) -> Option<ExitStatus> {
        let until = Instant::now() + DIES_WITHIN;
        while Instant::now() < until {
            match self.child.try_wait() {
                Ok(Some(status)) => return Some(status),
                Ok(None) => std::thread::sleep(Duration::from_millis(1)),
                Err(_) => break,
            }
        }
        self.kill();
        None
    }

    fn last_words(&mut self) -> String {
        self.kill();
        let mut words = Vec::new();
        if let Some(pipe) = self.child.stderr.take() {
            // The process is gone, so the pipe ends.
            let _ = pipe.take(LAST_WORDS).read_to_end(&mut words);
        }
        String::from_utf8_lossy(&words).into_owned()
    }

    fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.kill();
    }
}

fn left(until: Instant) -> Result<Timespec, Broken> {
    let left = until.checked_duration_since(Instant::now()).ok_or(Broken::Late)?;
    Ok(Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() })
}

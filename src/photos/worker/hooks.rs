//! Makes a photo worker misbehave, so that tests can see that no harm comes of it. Invariant: a worker obeys these
//! only if it was started for a rehearsal, which no setting can ask for.

use std::fs::{self, File};
use std::io;
use std::net::{TcpStream, UdpSocket};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::panic::panic_any;
use std::process::{self, Command};
use std::thread;
use std::time::Duration;

use super::frame;
use super::pipe::{Pipe, write_all};
use super::protocol::{Answer, Copy, Hook, Reply};

impl Hook {
    /// Runs in the worker. What it returns is sent like any answer.
    pub(super) fn act(self, pipe: Pipe) -> Answer {
        match self {
            Hook::Show => return Answer::Told(process::id().to_string()),
            Hook::Panic => panic_any("as asked"),
            Hook::Abort => process::abort(),
            Hook::Hang => loop {
                thread::sleep(Duration::from_mins(1));
            },
            Hook::EatMemory => {
                let mut eaten = Vec::new();
                loop {
                    eaten.push(vec![1_u8; 4_000_000]);
                }
            }
            Hook::Garbage => says(pipe, &[0x55; 4_096]),
            Hook::UnknownAnswer => says(pipe, &frame::write(&[100_u8, 0])),
            Hook::LongPromise => says(pipe, &u32::MAX.to_be_bytes()),
            Hook::HalfAnAnswer => {
                says(pipe, &1_000_u32.to_be_bytes());
                process::exit(0);
            }
            Hook::ClosePipe => process::exit(0),
            Hook::Shout => loop {
                eprintln!("{}", "as loud as I can ".repeat(1_000));
            },
            Hook::OtherAnswer => {
                return Answer::Copy(Copy {
                    width: 1,
                    height: 1,
                    is_damaged: false,
                    hash: 0,
                    sight: None,
                    jpeg: Vec::new(),
                });
            }
            Hook::AnswerTwice => {
                says(pipe, &frame::write(&Reply { answer: Answer::Told("once".to_owned()), peak_kib: 0 }));
            }
            Hook::Open => return told(File::open("/etc/passwd")),
            Hook::List => return told(fs::read_dir("/")),
            Hook::Write => return told(File::create("/tmp/from-a-photo")),
            Hook::MakeFolder => return told(fs::create_dir("/tmp/from-a-photo")),
            Hook::Connect => return told(TcpStream::connect(("127.0.0.1", 80))),
            Hook::ConnectUnix => return told(UnixStream::connect("/run/nobody")),
            Hook::Datagram => return told(UdpSocket::bind(("127.0.0.1", 0))),
            Hook::Exec => return told::<()>(Err(Command::new("/bin/true").exec())),
            Hook::Fork => return told(Command::new("/bin/true").spawn()),
            Hook::Thread => return told(thread::Builder::new().spawn(|| ())),
        }
        Answer::Told("still here".to_owned())
    }
}

fn says(pipe: Pipe, bytes: &[u8]) {
    // If nobody reads the pipe, the service has dropped this worker already.
    let _ = write_all(pipe, bytes);
}

fn told<T>(tried: io::Result<T>) -> Answer {
    Answer::Told(match tried {
        Ok(_) => "allowed".to_owned(),
        Err(error) => format!("refused: {error}"),
    })
}

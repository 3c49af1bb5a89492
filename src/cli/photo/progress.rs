//! The progress through a long list of photos: one line on a terminal, which is overwritten. Invariant: nothing is written if
//! standard error is not a terminal.

use std::io::{self, Write};
use std::path::Path;

const BAR: usize = 24;
/// A longer name would break the line on a narrow terminal.
const NAME: usize = 32;

pub(super) struct Progress {
    is_watched: bool,
    all: usize,
    done: usize,
}

impl Progress {
    /// Shows nothing for a single photo.
    pub fn new(is_watched: bool, all: usize) -> Self {
        Self { is_watched: is_watched && all > 1, all, done: 0 }
    }

    pub fn begins(&mut self, input: &Path) {
        if self.is_watched {
            let name = input.file_name().unwrap_or_default().to_string_lossy();
            write(&line(self.done, self.all, &name));
        }
        self.done += 1;
    }

    /// Removes the line, before something else is printed.
    pub fn clear(&self) {
        if self.is_watched {
            // Back to the start of the line, then erase to its end (ECMA-48).
            write("\r\x1b[K");
        }
    }
}

fn write(text: &str) {
    let mut terminal = io::stderr();
    // A terminal that has gone must not cost a photo.
    let _ = terminal.write_all(text.as_bytes()).and_then(|()| terminal.flush());
}

fn line(done: usize, all: usize, name: &str) -> String {
    let filled = done * BAR / all;
    // A file name may contain control characters that move the cursor.
    let name: String = name.chars().map(|c| if c.is_control() { '?' } else { c }).take(NAME).collect();
    format!("[{}{}] {done}/{all} {name}", "#".repeat(filled), ".".repeat(BAR - filled))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_fills_and_holds_no_more_than_a_terminal_can_show() {
        let cases = [
            (0, 4, "a.jpg", "[........................] 0/4 a.jpg"),
            (1, 4, "a.jpg", "[######..................] 1/4 a.jpg"),
            (3, 4, "\x1b[2Ja.jpg", "[##################......] 3/4 ?[2Ja.jpg"),
        ];
        for (done, all, name, expected) in cases {
            assert_eq!(line(done, all, name), expected);
        }
        let long = line(99_999, 100_000, &"x".repeat(500));
        assert!(long.len() < 80, "{long}");
    }
}

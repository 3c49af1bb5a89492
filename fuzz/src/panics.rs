//! Finds out which code panicked. A decoder may panic: our code turns that into a refusal, so the panic is counted, its file is
//! saved in `decoder-panics/`, and the run continues. Invariant: a panic in our own code, or one that is not caught, ends the
//! run.

use std::backtrace::Backtrace;
use std::collections::HashMap;
use std::fs;
use std::panic::{self, Location, PanicHookInfo};
use std::path::Path;
use std::sync::{LazyLock, Mutex, PoisonError};

const KEPT_IN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/decoder-panics");

/// The place of a decoder's last panic, until its file has been saved.
static LAST: Mutex<Option<String>> = Mutex::new(None);
/// Whether a place inside the standard library was called by a decoder: cached, because a backtrace is slow.
static KNOWN: LazyLock<Mutex<HashMap<String, bool>>> = LazyLock::new(Mutex::default);

/// Call once, before the first input. All other panics still go to libFuzzer's own hook, which aborts.
pub fn watch() {
    let abort = panic::take_hook();
    panic::set_hook(Box::new(move |told| {
        let place = told.location().map(Location::to_string).unwrap_or_default();
        if !is_in_a_dependency(&place) {
            return abort(told);
        }
        eprintln!("a decoder panicked at {place}");
        *LAST.lock().unwrap_or_else(PoisonError::into_inner) = Some(format!("{place}: {}", words(told)));
    }));
}

/// Call after work that catches panics: saves this file if a decoder panicked on it.
pub fn keep(file: &[u8]) {
    let Some(place) = LAST.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
    let whole = place.split(": ").next().unwrap_or_default();
    let short = whole.rsplit_once("/registry/src/").map_or(whole, |(_, after)| after);
    let short = short.split_once('/').map_or(short, |(_, after)| after);
    let name = short.replace(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.', "-");
    let (sample, list) = (Path::new(KEPT_IN).join(&name), Path::new(KEPT_IN).join(format!("{name}.txt")));
    // One file per place, and a line per panic. A full disk is no reason to stop.
    let _ = fs::create_dir_all(KEPT_IN);
    if !sample.exists() {
        let _ = fs::write(sample, file);
    }
    let line = format!("{} bytes: {place}\n", file.len());
    let _ = fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(list)
        .and_then(|mut list| std::io::Write::write_all(&mut list, line.as_bytes()));
}

fn is_in_a_dependency(place: &str) -> bool {
    if !place.starts_with("/rustc/") && !place.contains("/library/") {
        return place.contains("/registry/src/");
    }
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    *known.entry(place.to_owned()).or_insert_with(|| {
        // The first frame outside the standard library belongs to the caller that caused the panic.
        let trace = Backtrace::force_capture().to_string();
        let below = trace.rsplit_once("rust_begin_unwind").map_or(trace.as_str(), |(_, below)| below);
        let places = below.lines().filter_map(|line| line.trim().strip_prefix("at "));
        let asked = places.into_iter().find(|at| !at.starts_with("/rustc/") && !at.contains("/library/"));
        asked.is_some_and(|at| at.contains("/registry/src/"))
    })
}

fn words(told: &PanicHookInfo<'_>) -> String {
    let payload = told.payload();
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

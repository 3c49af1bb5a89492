//! Metrics of the service for its operators, as text for Prometheus. Invariant: no label contains what somebody typed, and a
//! count of people is rounded up to a multiple of five.

use arc_swap::ArcSwap;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric, text};
use prometheus_client::metrics::counter::{ConstCounter, Counter};
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use crate::clock::Moment;

/// The rounding step for counts of people: a rounded count shows that there is somebody, but not how few.
const STEP: u64 = 5;

/// In seconds. A page takes milliseconds; an upload takes as long as its sender's connection needs.
const BUCKETS: [f64; 10] = [0.001, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 2.5, 10.0, 30.0];

/// The content type of the metrics' text.
pub const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Rounds a count of people up to a multiple of five; 0 stays 0.
pub fn in_steps(people: u64) -> u64 {
    people.div_ceil(STEP).saturating_mul(STEP)
}

/// One metric with its value, read just now.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    name: &'static str,
    help: &'static str,
    value: f64,
    /// Whether it only grows while the process lives.
    is_counter: bool,
}

impl Figure {
    pub fn now(name: &'static str, help: &'static str, value: f64) -> Figure {
        Figure { name, help, value, is_counter: false }
    }

    pub fn so_far(name: &'static str, help: &'static str, value: u64) -> Figure {
        Figure { name, help, value: value as f64, is_counter: true }
    }

    /// A count of people, which is rounded.
    pub fn of_people(name: &'static str, help: &'static str, people: u64) -> Figure {
        Figure { name, help, value: in_steps(people) as f64, is_counter: false }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    face: &'static str,
    /// The route's pattern in the code, never the path.
    route: String,
    status: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Took {
    face: &'static str,
    route: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Task {
    /// Not named `job`: Prometheus uses that label for what it scrapes.
    task: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Failure {
    kind: &'static str,
}

/// The counters of this process, and the figures last read from elsewhere.
#[derive(Debug)]
pub struct Metrics {
    is_on: bool,
    registry: Registry,
    answered: Family<Answered, Counter>,
    took: Family<Took, Histogram>,
    failures: Family<Failure, Counter>,
    jobs_done: Family<Task, Gauge>,
    jobs_failed: Family<Task, Counter>,
    statements_failed: Counter,
    staff_not_told: Counter,
    sign_ins: Arc<SignIns>,
    connections_shut: Arc<AtomicU64>,
    looked_up: Arc<LookedUp>,
}

/// Counts of people, so they are rounded.
#[derive(Debug, Default)]
struct SignIns {
    failed: AtomicU64,
    throttled: AtomicU64,
    guessed_at: AtomicU64,
}

impl Metrics {
    /// If `is_on` is false, requests and failures are not counted.
    pub fn new(is_on: bool) -> Metrics {
        let mut registry = Registry::with_prefix("kinlight");
        let took = Family::new_with_constructor((|| Histogram::new(BUCKETS)) as fn() -> Histogram);
        let metrics = Metrics {
            is_on,
            answered: Family::default(),
            took: took.clone(),
            failures: Family::default(),
            jobs_done: Family::default(),
            jobs_failed: Family::default(),
            statements_failed: Counter::default(),
            staff_not_told: Counter::default(),
            sign_ins: Arc::default(),
            connections_shut: Arc::default(),
            looked_up: Arc::default(),
            registry: Registry::default(),
        };
        registry.register(
            "requests",
            "Requests by route pattern and class of status",
            metrics.answered.clone(),
        );
        registry.register("request_seconds", "Until an answer began, by route pattern", took);
        registry.register(
            "failures",
            "Requests that ended in an incident's page, by kind",
            metrics.failures.clone(),
        );
        registry.register(
            "job_last_success_timestamp_seconds",
            "When this process last ended a job well; compare the latest of all processes",
            metrics.jobs_done.clone(),
        );
        registry.register("job_failures", "Runs of a job that failed here", metrics.jobs_failed.clone());
        registry.register(
            "database_statement_failures",
            "Statements that the database refused or never answered; a few are part of life",
            metrics.statements_failed.clone(),
        );
        registry.register(
            "tellings_failed",
            "Times that a mail or a webhook that tells staff of waiting work could not be sent from here",
            metrics.staff_not_told.clone(),
        );
        let own = Own { sign_ins: metrics.sign_ins.clone(), looked_up: metrics.looked_up.clone() };
        registry.register_collector(Box::new(own));
        Metrics { registry, ..metrics }
    }

    pub fn is_on(&self) -> bool {
        self.is_on
    }

    /// `route` is a pattern from the code, `status` an HTTP status.
    pub fn request(&self, face: &'static str, route: String, status: u16, took: Duration) {
        if !self.is_on {
            return;
        }
        let status = match status / 100 {
            2 => "2xx",
            3 => "3xx",
            4 => "4xx",
            5 => "5xx",
            _ => "other",
        };
        self.took.get_or_create(&Took { face, route: route.clone() }).observe(took.as_secs_f64());
        self.answered.get_or_create(&Answered { face, route, status }).inc();
    }

    pub fn failure(&self, kind: &'static str) {
        if self.is_on {
            self.failures.get_or_create(&Failure { kind }).inc();
        }
    }

    pub fn job_done(&self, job: &'static str, at: Moment) {
        self.jobs_done.get_or_create(&Task { task: job }).set(at.0);
    }

    /// Starts the job's count of failures at 0, so that Prometheus sees the first increase.
    pub fn job_begins(&self, job: &'static str) {
        let _ = self.jobs_failed.get_or_create(&Task { task: job });
    }

    pub fn job_failed(&self, job: &'static str) {
        self.jobs_failed.get_or_create(&Task { task: job }).inc();
    }

    /// A callback that counts one failed statement, for the database's connections.
    pub fn statements_failed(&self) -> impl Fn() + Send + Sync + 'static {
        let counter = self.statements_failed.clone();
        move || {
            counter.inc();
        }
    }

    /// Counts mails and webhooks that could not be sent.
    pub fn staff_not_told(&self, times: u64) {
        self.staff_not_told.inc_by(times);
    }

    pub fn sign_in_failed(&self) {
        self.sign_ins.failed.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a sign-in that had to wait before its password was checked.
    pub fn sign_in_throttled(&self) {
        self.sign_ins.throttled.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a try under one name, from any network, above a limit that no member reaches.
    pub fn name_guessed_at(&self) {
        self.sign_ins.guessed_at.fetch_add(1, Ordering::Relaxed);
    }

    /// The counter of shut connections, for the code that shuts them when a network has too many.
    pub fn connections_shut(&self) -> Arc<AtomicU64> {
        self.connections_shut.clone()
    }

    pub fn look_up(&self, figures: Vec<Figure>) {
        self.looked_up.0.store(Arc::new(figures));
    }

    /// All metrics as text. Makes no query.
    pub fn text(&self) -> Result<String, std::fmt::Error> {
        let mut out = String::new();
        text::encode(&mut out, &self.registry)?;
        Ok(out)
    }
}

#[derive(Debug, Default)]
struct LookedUp(ArcSwap<Vec<Figure>>);

#[derive(Debug)]
struct Own {
    sign_ins: Arc<SignIns>,
    looked_up: Arc<LookedUp>,
}

impl SignIns {
    fn figures(&self) -> [Figure; 3] {
        let people = |count: &AtomicU64| in_steps(count.load(Ordering::Relaxed));
        [
            Figure::so_far(
                "sign_in_failures",
                "Sign-ins refused at the desk, in steps of five",
                people(&self.failed),
            ),
            Figure::so_far(
                "sign_ins_throttled",
                "Sign-ins that were told to wait, in steps of five",
                people(&self.throttled),
            ),
            Figure::so_far(
                "sign_ins_guessed",
                "Tries under one name beyond what anybody needs, from wherever, in steps of five",
                people(&self.guessed_at),
            ),
        ]
    }
}

impl Collector for Own {
    fn encode(&self, mut encoder: DescriptorEncoder) -> Result<(), std::fmt::Error> {
        for figure in self.looked_up.0.load().iter().chain(&self.sign_ins.figures()) {
            let Figure { name, help, value, is_counter } = *figure;
            if is_counter {
                let counter = ConstCounter::new(value);
                counter.encode(encoder.encode_descriptor(name, help, None, counter.metric_type())?)?;
            } else {
                let gauge = ConstGauge::new(value);
                gauge.encode(encoder.encode_descriptor(name, help, None, gauge.metric_type())?)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_people_are_told_as_five() {
        let told: Vec<u64> = [0, 1, 2, 4, 5, 6, 11].map(in_steps).into();
        assert_eq!(told, [0, 5, 5, 5, 5, 10, 15]);
    }

    #[test]
    fn what_is_off_counts_no_request() {
        let metrics = Metrics::new(false);
        metrics.request("site", "/".to_owned(), 200, Duration::from_millis(3));
        assert!(!metrics.text().unwrap().contains("route="));
    }
}

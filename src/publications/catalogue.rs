//! The one door to what the public may see: all live publications in one immutable snapshot, swapped when something
//! changes. Filters are bitmap intersections with exact counts, so a late page costs what the first one costs.
//! Invariant: an entry is shown only while its consent lives, by this replica's own clock.

mod checks;
mod loading;
pub mod memory;
mod pinned;
mod posters;
mod taken_down;

use arc_swap::ArcSwap;
use fixedbitset::FixedBitSet;
use sea_orm::{DatabaseConnection, DbErr};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use time::{Date, Duration};

use super::certificate::Certificate;
use super::facts::{AgeBand, Origin, PublicFacts, Region, Relation, Sex};
use super::spool::WithdrawalHash;
use crate::clock::Moment;
use crate::ids::{CaseId, PublicationId};
use crate::photo_number::PhotoNumber;
use crate::photos::Pictures;
use crate::sealing::{PublicKey, VerifyKey};
use checks::Checks;
use memory::Memory;
use pinned::Pinned;
pub use posters::{FoundPoster, Poster, Posters};

/// How long the database's last confirmation counts. After that pictures are hidden, since a withdrawal might have been missed.
const TRUSTED_FOR: Duration = Duration::hours(1);

/// While `installation` has a row of this name, no photo and no poster is shown; its value is the backup's time.
pub const WAITS: &str = "gallery_waits_for_tombstones";

/// A publication as the public may see it. Nothing else of a person reaches the site.
#[derive(Clone, Debug)]
pub struct Published {
    pub id: PublicationId,
    pub case: CaseId,
    /// The public key to which responses are sealed.
    pub case_key: PublicKey,
    pub number: PhotoNumber,
    pub facts: PublicFacts,
    pub pictures: Pictures,
    pub published_at: Moment,
    /// The consent covers posters as well.
    is_for_posters: bool,
    consent_ends_on: Date,
    /// The hash of its withdrawal code, where the database can tell it.
    withdrawal: Option<WithdrawalHash>,
}

/// What a visitor asked to see; everything empty means all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub relation: Option<Relation>,
    pub sex: Option<Sex>,
    pub age_band: Option<AgeBand>,
    pub place: Option<Place>,
}

/// A country of origin or a whole region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Origin(Origin),
    Region(Region),
}

impl Filter {
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

/// One page of an answer.
#[derive(Debug)]
pub struct Page {
    pub entries: Vec<Arc<Published>>,
    /// How many match in all.
    pub count: usize,
}

/// One value of one filter, as a key of the bitmaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Trait {
    Relation(Relation),
    Sex(Sex),
    AgeBand(AgeBand),
    Origin(Origin),
    Region(Region),
}

#[derive(Debug, Default)]
pub struct Snapshot {
    /// The catalogue's version in the database; part of a cached page's key.
    pub version: i64,
    /// Newest first.
    entries: Vec<Arc<Published>>,
    by_number: HashMap<PhotoNumber, usize>,
    ended: HashSet<PhotoNumber>,
    bitmaps: HashMap<Trait, FixedBitSet>,
    posters: Posters,
    first_end: Option<Date>,
    /// True after a restore, until the withdrawals since the backup are replayed.
    is_waiting: bool,
}

/// The publication behind a photo number.
#[derive(Debug)]
pub enum Found {
    Live(Arc<Published>),
    /// It was public once: 410.
    Ended,
    Unknown,
}

impl Snapshot {
    fn new(version: i64, mut entries: Vec<Arc<Published>>, ended: HashSet<PhotoNumber>) -> Snapshot {
        entries.sort_by(|a, b| b.published_at.cmp(&a.published_at).then_with(|| a.id.cmp(&b.id)));
        let mut bitmaps: HashMap<Trait, FixedBitSet> = HashMap::new();
        let count = entries.len();
        for (at, entry) in entries.iter().enumerate() {
            for property in traits(&entry.facts) {
                bitmaps.entry(property).or_insert_with(|| FixedBitSet::with_capacity(count)).insert(at);
            }
        }
        Snapshot {
            version,
            by_number: entries.iter().enumerate().map(|(at, entry)| (entry.number, at)).collect(),
            first_end: entries.iter().map(|entry| entry.consent_ends_on).min(),
            entries,
            ended,
            bitmaps,
            posters: Posters::default(),
            is_waiting: false,
        }
    }

    /// Adds the posters whose photos may all hang today.
    fn with(self, posters: &Posters, today: Date) -> Snapshot {
        let posters = posters.on(today, |number| {
            self.by_number.get(&number).is_some_and(|at| self.entries[*at].is_for_posters)
        });
        let first_end = self.first_end.into_iter().chain(posters.first_end()).min();
        Snapshot { posters, first_end, ..self }
    }

    /// A copy without the entries whose last day is over.
    fn on(&self, today: Date) -> Snapshot {
        let (live, over): (Vec<_>, Vec<_>) =
            self.entries.iter().cloned().partition(|entry| today <= entry.consent_ends_on);
        let mut ended = self.ended.clone();
        ended.extend(over.iter().map(|entry| entry.number));
        Snapshot::new(self.version, live, ended).with(&self.posters, today)
    }

    /// `page` counts from 1. A later page costs no more than the first.
    pub fn page(&self, filter: &Filter, page: usize, per_page: usize) -> Page {
        let first = page.saturating_sub(1).saturating_mul(per_page);
        if filter.is_empty() {
            let entries = self.entries.iter().skip(first).take(per_page).cloned().collect();
            return Page { entries, count: self.entries.len() };
        }
        let matching = self.matching(filter);
        let count = matching.count_ones(..);
        let entries = from_nth(matching, first).take(per_page).map(|at| self.entries[at].clone()).collect();
        Page { entries, count }
    }

    pub fn find(&self, number: PhotoNumber) -> Found {
        match self.by_number.get(&number) {
            Some(at) => Found::Live(self.entries[*at].clone()),
            None if self.ended.contains(&number) => Found::Ended,
            None => Found::Unknown,
        }
    }

    pub fn count(&self) -> usize {
        self.entries.len()
    }

    pub fn posters(&self) -> &Posters {
        &self.posters
    }

    /// The origins that occur, for the filter's choices.
    pub fn origins(&self) -> Vec<Origin> {
        self.bitmaps
            .keys()
            .filter_map(|property| match property {
                Trait::Origin(origin) => Some(*origin),
                _ => None,
            })
            .collect()
    }

    fn matching(&self, filter: &Filter) -> FixedBitSet {
        let wanted = [
            filter.relation.map(Trait::Relation),
            filter.sex.map(Trait::Sex),
            filter.age_band.map(Trait::AgeBand),
            filter.place.map(|place| match place {
                Place::Origin(origin) => Trait::Origin(origin),
                Place::Region(region) => Trait::Region(region),
            }),
        ];
        let mut all = FixedBitSet::with_capacity(self.entries.len());
        all.insert_range(..);
        for property in wanted.into_iter().flatten() {
            match self.bitmaps.get(&property) {
                Some(bitmap) => all.intersect_with(bitmap),
                None => return FixedBitSet::with_capacity(0),
            }
        }
        all
    }
}

/// The positions of the set bits from the `nth` on. Bits before it are counted by words, not one by one.
fn from_nth(mut bits: FixedBitSet, nth: usize) -> impl Iterator<Item = usize> {
    let (mut before, mut counted) = (nth, 0);
    for word in bits.as_slice() {
        let ones = word.count_ones() as usize;
        if ones > before {
            break;
        }
        (before, counted) = (before - ones, counted + fixedbitset::Block::BITS as usize);
    }
    bits.set_range(..counted.min(bits.len()), false);
    bits.into_ones().skip(before)
}

fn traits(facts: &PublicFacts) -> Vec<Trait> {
    let mut out: Vec<Trait> = facts.relations.iter().map(Trait::Relation).collect();
    out.push(Trait::Sex(facts.sex));
    out.push(Trait::AgeBand(facts.age_band));
    out.push(Trait::Origin(facts.origin));
    out.extend(facts.origin.region().map(Trait::Region));
    out
}

/// The replica's catalogue: cheap to clone, shared by all its threads.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    current: Arc<ArcSwap<Snapshot>>,
    /// When the database last confirmed the version, in Unix seconds.
    confirmed_at: Arc<AtomicI64>,
    taken_down: Arc<ArcSwap<HashSet<WithdrawalHash>>>,
    pinned: Pinned,
    checks: Arc<Checks>,
}

/// What the site shows now.
pub enum Shown {
    Photos(Arc<Snapshot>),
    /// The database has been away for an hour, or a restored system waits for its tombstones: pictures are hidden, and
    /// the page says why.
    Hidden,
}

impl Catalogue {
    /// Shows what one of these desks has countersigned, as far as this host remembers nothing newer.
    pub fn checking(desks: Vec<VerifyKey>, memory: Memory) -> Catalogue {
        Catalogue { checks: Arc::new(Checks::new(desks, memory)), ..Catalogue::default() }
    }

    /// Whether this host knows any desk: without one it shows nothing.
    pub fn knows_a_desk(&self) -> bool {
        self.checks.has_keys()
    }

    /// The version of what was loaded last.
    pub fn version(&self) -> i64 {
        self.current.load().version
    }

    /// How many certificates' signatures were verified since this process began.
    pub fn verified(&self) -> u64 {
        self.checks.verified()
    }

    /// The certificate, if a desk known to this host has countersigned this text.
    pub fn countersigned(&self, text: &str, signature: &[u8]) -> Option<Arc<Certificate>> {
        self.checks.countersigned(text, signature)
    }

    /// Whether this host has loaded no photos yet: the next load is its first.
    pub fn is_new_here(&self) -> bool {
        self.checks.memory.is_new()
    }

    /// Whether a program from before certificates may run beside this one.
    pub fn runs_beside(&self, now: Moment) -> bool {
        self.checks.memory.runs_beside(now)
    }

    pub fn runs_beside_until(&self, until: Moment) {
        self.checks.memory.set_beside(until);
    }

    /// Live rows of the last load that are not shown, since no certificate covers them.
    pub fn withheld(&self) -> u64 {
        self.checks.withheld.load(Ordering::Relaxed)
    }

    /// Live rows of the last load that say something else than their certificate.
    pub fn altered(&self) -> u64 {
        self.checks.altered.load(Ordering::Relaxed)
    }

    /// The generation of the newest certificate of this photo that was seen here; 0 if none was.
    pub fn newest_seen(&self, id: PublicationId) -> u32 {
        self.checks.memory.generation(id)
    }

    /// After a restore, the backup's certificates are the newest.
    pub fn forget_generations(&self) -> std::io::Result<()> {
        self.checks.memory.forget_generations()
    }

    /// The snapshot for this moment. It drops entries whose consent ended overnight, without the database.
    pub fn at(&self, now: Moment) -> Shown {
        if !self.is_confirmed(now) {
            return Shown::Hidden;
        }
        let current = self.current.load_full();
        if current.is_waiting {
            return Shown::Hidden;
        }
        if current.first_end.is_some_and(|end| end < now.date()) {
            let newer = Arc::new(current.on(now.date()));
            // Another thread may have swapped in a fresh load meanwhile, which must stay.
            self.current.compare_and_swap(&current, newer.clone());
            return Shown::Photos(newer);
        }
        Shown::Photos(current)
    }

    /// True if the database confirmed the version within the last hour, also while photos wait for tombstones.
    pub fn is_confirmed(&self, now: Moment) -> bool {
        now.since(Moment(self.confirmed_at.load(Ordering::Relaxed))) <= TRUSTED_FOR
    }

    /// When the database last confirmed what is shown; `None` before the first time.
    pub fn confirmed_at(&self) -> Option<Moment> {
        Some(Moment(self.confirmed_at.load(Ordering::Relaxed))).filter(|moment| moment.0 != 0)
    }

    /// How many photos the site shows now; `None` while they are hidden.
    pub fn count(&self, now: Moment) -> Option<u64> {
        match self.at(now) {
            Shown::Photos(photos) => Some(photos.count() as u64),
            Shown::Hidden => None,
        }
    }

    /// Reads the version in the database and loads everything if it changed. Returns whether it did.
    pub async fn refresh(&self, site: &DatabaseConnection, now: Moment) -> Result<bool, DbErr> {
        // If two refreshes run at once, the one that ends late must not set the other's time back. So this is read once, before
        // the first try: after a lost race it would be the other's time.
        let known = self.confirmed_at.load(Ordering::Relaxed);
        let confirm = || {
            let newer = |then| (then == known || then < now.0).then_some(now.0);
            let _ = self.confirmed_at.fetch_update(Ordering::Relaxed, Ordering::Relaxed, newer);
        };
        loop {
            let before = self.current.load_full();
            let version = loading::version(site).await?;
            if known != 0 && before.version == version {
                confirm();
                return Ok(false);
            }
            let mut loaded = loading::load(site, version, now, (&self.checks, &self.pinned)).await?;
            let taken_down = self.taken_down.load();
            if !taken_down.is_empty() {
                loaded = loaded.without(&taken_down, now.date());
            }
            let loaded = Arc::new(loaded);
            // If two loads run at once, the slower one may have an older state: it must not bring back what has gone.
            if Arc::ptr_eq(&self.current.compare_and_swap(&before, loaded), &before) {
                confirm();
                return Ok(true);
            }
        }
    }
}

#[cfg(test)]
mod tests;

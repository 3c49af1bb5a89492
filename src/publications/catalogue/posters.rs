//! Posters as the public may see them. They are part of the snapshot, so that a poster goes the moment one of its photos
//! goes, on every replica and by its own clock. Invariant: a poster is shown only while each photo on it may hang.

use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, Statement};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use time::Date;

use super::PhotoNumber;
use crate::ids::PosterId;

/// A finished poster. Its texts are in the file and not here.
#[derive(Clone, Debug)]
pub struct Poster {
    pub id: PosterId,
    pub paper: String,
    /// Codes joined by commas.
    pub languages: String,
    pub photos: u32,
    pub bytes: u32,
    /// The last day on which it may hang.
    pub ends_on: Date,
    pub(super) made_at: i64,
    pub(super) numbers: Vec<PhotoNumber>,
}

/// The poster behind an id.
#[derive(Debug)]
pub enum FoundPoster {
    Live(Arc<Poster>),
    /// It could be had once: 410.
    Ended,
    Unknown,
}

#[derive(Clone, Debug, Default)]
pub struct Posters {
    /// Newest first.
    live: Vec<Arc<Poster>>,
    ended: HashSet<PosterId>,
}

impl Posters {
    /// Leaves out the posters whose day is over, and those with a photo that may not hang.
    pub(super) fn on(&self, today: Date, may_hang: impl Fn(PhotoNumber) -> bool) -> Posters {
        let hangs = |poster: &Arc<Poster>| {
            let is_whole = poster.numbers.len() == poster.photos as usize;
            today <= poster.ends_on && is_whole && poster.numbers.iter().all(|number| may_hang(*number))
        };
        let (live, over): (Vec<_>, Vec<_>) = self.live.iter().cloned().partition(hangs);
        let mut ended = self.ended.clone();
        ended.extend(over.iter().map(|poster| poster.id));
        Posters { live, ended }
    }

    pub(super) fn first_end(&self) -> Option<Date> {
        self.live.iter().map(|poster| poster.ends_on).min()
    }

    pub fn live(&self) -> &[Arc<Poster>] {
        &self.live
    }

    pub fn find(&self, id: PosterId) -> FoundPoster {
        match self.live.iter().find(|poster| poster.id == id) {
            Some(poster) => FoundPoster::Live(poster.clone()),
            None if self.ended.contains(&id) => FoundPoster::Ended,
            None => FoundPoster::Unknown,
        }
    }
}

/// Loads all posters that were ever made; [`Posters::on`] decides which of them hang.
pub(super) async fn load(site: &DatabaseConnection) -> Result<Posters, DbErr> {
    let ask = |sql: &str| Statement::from_string(site.get_database_backend(), sql);
    let mut numbers: HashMap<PosterId, Vec<PhotoNumber>> = HashMap::new();
    for row in site.query_all_raw(ask("select poster_id, photo_number from public_poster_photos")).await? {
        let number = PhotoNumber::parse(&row.try_get::<String>("", "photo_number")?);
        // A number that can't be read is left out, so its poster is not complete.
        numbers.entry(row.try_get("", "poster_id")?).or_default().extend(number);
    }
    let mut all = Posters::default();
    for row in site.query_all_raw(ask("select * from public_posters")).await? {
        let id: PosterId = row.try_get("", "id")?;
        if row.try_get::<Option<i64>>("", "ended_at")?.is_some() {
            all.ended.insert(id);
            continue;
        }
        let whole = |column: &str| row.try_get::<i64>("", column).map(|n| u32::try_from(n).unwrap_or(0));
        all.live.push(Arc::new(Poster {
            id,
            paper: row.try_get("", "paper")?,
            languages: row.try_get("", "languages")?,
            photos: whole("photos")?,
            bytes: whole("bytes")?,
            ends_on: row.try_get("", "ends_on")?,
            made_at: row.try_get("", "made_at")?,
            numbers: numbers.remove(&id).unwrap_or_default(),
        }));
    }
    all.live.sort_by_key(|poster| (std::cmp::Reverse(poster.made_at), poster.id));
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    #[test]
    fn a_poster_hangs_until_its_day_and_while_every_photo_on_it_may() {
        let (one, other) = (PhotoNumber::draw(), PhotoNumber::draw());
        let ends_on = date!(2027 - 02 - 22);
        let poster = |photos| Poster {
            id: PosterId::from_u128(7),
            paper: "A4".into(),
            languages: "en".into(),
            photos,
            bytes: 1,
            ends_on,
            made_at: 0,
            numbers: vec![one, other],
        };
        let all = Posters { live: vec![Arc::new(poster(2))], ended: HashSet::new() };
        let is_live = |posters: Posters| matches!(posters.find(PosterId::from_u128(7)), FoundPoster::Live(_));
        assert!(is_live(all.on(ends_on, |_| true)));
        assert!(!is_live(all.on(date!(2027 - 02 - 23), |_| true)), "its day is over");
        assert!(!is_live(all.on(ends_on, |number| number == one)), "a photo went");
        let partial = Posters { live: vec![Arc::new(poster(3))], ended: HashSet::new() };
        assert!(!is_live(partial.on(ends_on, |_| true)), "one photo has no readable number");
        let gone = all.on(ends_on, |_| false);
        assert!(matches!(gone.find(PosterId::from_u128(7)), FoundPoster::Ended) && gone.live().is_empty());
        assert!(matches!(gone.find(PosterId::from_u128(8)), FoundPoster::Unknown));
    }
}

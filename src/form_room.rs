//! Memory for text forms while they arrive and are worked on, in KiB for all together: any number of senders who stop halfway
//! can't fill it. Turns limit how many forms of one network are worked on at once, so that others still find the machine free. A
//! new form is not refused for want of room: the form that has waited longest, in the network that holds most, loses its place.
//! Invariant: nobody loses a place to a network that holds more than theirs.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};

use crate::rate_limits::Subject;

/// The room for all text forms together. While worked on, a form takes three times its length: as sent, decoded, and in fields.
const ALL_KIB: usize = 32 * 1024;
/// The least that an arriving form counts for, since its connection has buffers too. It limits how many arrive at once to a few
/// hundred.
const ARRIVING_KIB: usize = 64;
const COPIES: usize = 3;
const KIB: usize = 1024;
/// The number of forms of one network that are worked on at once. The next waits for its turn and costs nothing meanwhile.
const TURNS: usize = 4;
/// An honest form's first bytes, and with them its token, arrive within this time.
const TOKEN_IS_HERE_WITHIN: Duration = Duration::from_secs(1);
/// The `Retry-After` of a form that found no place, or lost it.
pub const TRIES_AGAIN_AFTER: Duration = Duration::from_secs(10);

/// The form found no place, or lost it to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no room for the form")]
pub struct NoRoom;

#[derive(Clone, Debug)]
pub struct FormRoom {
    places: Arc<Mutex<Places>>,
    refused: Arc<AtomicU64>,
}

impl Default for FormRoom {
    fn default() -> FormRoom {
        FormRoom::of(ALL_KIB)
    }
}

#[derive(Debug)]
struct Places {
    free_kib: usize,
    /// In the order of arrival.
    taken: BTreeMap<u64, Taken>,
    networks: HashMap<Subject, Network>,
    next: u64,
}

#[derive(Debug)]
struct Taken {
    network: Subject,
    kib: usize,
    since: Instant,
    has_token: bool,
    /// Notified when the place is lost. `None` once the form has its turn: then nobody can take its place.
    waiting: Option<Arc<Notify>>,
}

#[derive(Debug)]
struct Network {
    kib: usize,
    forms: usize,
    turns: Arc<Semaphore>,
}

/// One form's place, released when the form is dropped.
#[derive(Debug)]
pub struct Place {
    room: FormRoom,
    id: u64,
    lost: Arc<Notify>,
    turns: Arc<Semaphore>,
    /// Nothing reads it: it is held until the form is dropped.
    turn: Option<OwnedSemaphorePermit>,
}

impl FormRoom {
    fn of(free_kib: usize) -> FormRoom {
        let places = Places { free_kib, taken: BTreeMap::new(), networks: HashMap::new(), next: 0 };
        FormRoom { places: Arc::new(Mutex::new(places)), refused: Arc::default() }
    }

    /// A place for a form of at most `bytes` bytes.
    pub fn place(&self, network: Subject, bytes: usize) -> Result<Place, NoRoom> {
        let kib = worked_on(bytes).max(ARRIVING_KIB);
        let mut places = self.places();
        let Some(losers) = places.losers(network, kib) else {
            self.refused.fetch_add(1, Ordering::Relaxed);
            return Err(NoRoom);
        };
        self.refused.fetch_add(losers.len() as u64, Ordering::Relaxed);
        for loser in losers {
            if let Some(told) = places.give_back(loser).and_then(|taken| taken.waiting) {
                told.notify_one();
            }
        }
        let lost = Arc::new(Notify::new());
        let (id, turns) = places.take(network, kib, lost.clone());
        drop(places);
        Ok(Place { room: self.clone(), id, lost, turns, turn: None })
    }

    /// The number of forms so far that found no place, or lost it.
    pub fn refused(&self) -> u64 {
        self.refused.load(Ordering::Relaxed)
    }

    /// True if less than a quarter is free.
    fn is_short(&self) -> bool {
        self.places().free_kib < ALL_KIB / 4
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn worked_on(bytes: usize) -> usize {
    (bytes * COPIES).div_ceil(KIB)
}

impl Places {
    fn take(&mut self, network: Subject, kib: usize, lost: Arc<Notify>) -> (u64, Arc<Semaphore>) {
        let turns = || Network { kib: 0, forms: 0, turns: Arc::new(Semaphore::new(TURNS)) };
        let of_network = self.networks.entry(network).or_insert_with(turns);
        of_network.kib += kib;
        of_network.forms += 1;
        let turns = of_network.turns.clone();
        let taken = Taken { network, kib, since: Instant::now(), has_token: false, waiting: Some(lost) };
        let id = self.next;
        self.next += 1;
        self.free_kib -= kib;
        self.taken.insert(id, taken);
        (id, turns)
    }

    fn give_back(&mut self, id: u64) -> Option<Taken> {
        let taken = self.taken.remove(&id)?;
        self.free_kib += taken.kib;
        if let Some(of_network) = self.networks.get_mut(&taken.network) {
            of_network.kib -= taken.kib;
            of_network.forms -= 1;
            if of_network.forms == 0 {
                self.networks.remove(&taken.network);
            }
        }
        Some(taken)
    }

    /// The forms that lose their places to one of this network, none if there is room. `None` if no choice would make enough room:
    /// then nobody loses a place. Each is chosen from the network that holds most at that point: first a form that has shown no
    /// token, then the one that came first.
    fn losers(&self, network: Subject, wanted: usize) -> Option<Vec<u64>> {
        let mut held: HashMap<Subject, usize> =
            self.networks.iter().map(|(of, one)| (*of, one.kib)).collect();
        let (mut free, mut losers) = (self.free_kib, Vec::new());
        while free < wanted {
            let of = |network: &Subject| held.get(network).copied().unwrap_or_default();
            let least = of(&network) + wanted;
            let waiting =
                self.taken.iter().filter(|(id, taken)| taken.waiting.is_some() && !losers.contains(*id));
            let candidates = waiting.filter_map(|(id, taken)| {
                let of_network = of(&taken.network);
                let may_lose = taken.network == network || of_network >= least;
                let is_doubtful = !taken.has_token && taken.since.elapsed() > TOKEN_IS_HERE_WITHIN;
                may_lose.then_some((of_network, is_doubtful, Reverse(*id)))
            });
            let (_, _, Reverse(loser)) = candidates.max()?;
            let taken = &self.taken[&loser];
            free += taken.kib;
            if let Some(kib) = held.get_mut(&taken.network) {
                *kib -= taken.kib;
            }
            losers.push(loser);
        }
        Some(losers)
    }
}

impl Place {
    /// Waits until another form takes the place.
    pub async fn lost(&self) -> NoRoom {
        self.lost.notified().await;
        NoRoom
    }

    /// Notes that the form begins with its right token.
    pub fn has_token(&self) {
        if let Some(taken) = self.room.places().taken.get_mut(&self.id) {
            taken.has_token = true;
        }
    }

    /// Whether a form with a wrong token is read on. It is, while there is enough room, since what was typed is shown again.
    pub fn may_go_on_without_token(&self) -> bool {
        !self.room.is_short()
    }

    /// Notes that the form has arrived, with `bytes` bytes.
    pub fn is_whole(&self, bytes: usize) {
        let mut places = self.room.places();
        let places = &mut *places;
        let Some(taken) = places.taken.get_mut(&self.id) else { return };
        let less = taken.kib.saturating_sub(worked_on(bytes));
        taken.kib -= less;
        places.free_kib += less;
        if let Some(of_network) = places.networks.get_mut(&taken.network) {
            of_network.kib -= less;
        }
    }

    fn keeps_its_place(&self) -> Result<(), NoRoom> {
        self.room.places().taken.get_mut(&self.id).ok_or(NoRoom)?.waiting = None;
        Ok(())
    }

    /// Waits for this form's turn. From then on nobody can take its place.
    pub async fn turn(&mut self) -> Result<(), NoRoom> {
        let turn = tokio::select! {
            biased;
            no_room = self.lost() => return Err(no_room),
            // Fails only if the turns were closed, which nobody does.
            turn = self.turns.clone().acquire_owned() => turn.map_err(|_| NoRoom)?,
        };
        self.keeps_its_place()?;
        self.turn = Some(turn);
        // Without this yield, tasks of one crowd would run one after the other, each taking a turn and giving it back before the
        // next: the crowd would fill the worker's loop before everybody else, and never wait for its turns.
        tokio::task::yield_now().await;
        Ok(())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = self.room.places().give_back(self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn network(number: u8) -> Subject {
        Subject::network([192, 0, 2, number].into())
    }

    fn is_lost(place: &Place) -> bool {
        !place.room.places().taken.contains_key(&place.id)
    }

    /// Room for four forms.
    fn small() -> FormRoom {
        FormRoom::of(4 * ARRIVING_KIB)
    }

    #[test]
    fn the_newest_finds_a_place_and_the_oldest_of_the_fullest_network_loses_it() {
        let room = small();
        let honest = room.place(network(1), 100).unwrap();
        let robots: Vec<Place> = (0..3).map(|_| room.place(network(2), 100).unwrap()).collect();
        let newest = room.place(network(3), 100).unwrap();
        assert!(is_lost(&robots[0]) && !is_lost(&robots[1]) && !is_lost(&robots[2]));
        let again = room.place(network(2), 100).unwrap();
        assert!(is_lost(&robots[1]), "a network loses its own places first");
        assert!([&honest, &newest, &again].into_iter().all(|place| !is_lost(place)));
        assert_eq!(room.refused(), 2);
    }

    #[tokio::test]
    async fn nobody_loses_a_place_to_a_network_that_holds_more() {
        let room = small();
        let mut whole: Vec<Place> = (0..2).map(|_| room.place(network(2), 21_000).unwrap()).collect();
        for place in &mut whole {
            place.is_whole(21_000);
            place.turn().await.unwrap();
        }
        let honest: Vec<Place> = (1..3).map(|n| room.place(network(10 + n), 100).unwrap()).collect();
        assert!(matches!(room.place(network(2), 21_000), Err(NoRoom)));
        assert!(honest.iter().all(|place| !is_lost(place)));
    }

    #[test]
    fn nobody_loses_a_place_that_would_not_help() {
        let room = FormRoom::of(3 * ARRIVING_KIB);
        let small: Vec<Place> = (0..3).map(|_| room.place(network(2), 100).unwrap()).collect();
        // A newcomer of the size of all three: after the first loss the other network would hold less than the newcomer.
        assert!(matches!(room.place(network(1), 60_000), Err(NoRoom)));
        assert!(small.iter().all(|place| !is_lost(place)));
        assert_eq!(room.refused(), 1);
    }

    #[test]
    fn a_whole_form_takes_what_it_is_and_gives_it_back() {
        let room = small();
        let place = room.place(network(1), 60_000).unwrap();
        assert_eq!(room.places().free_kib, 4 * ARRIVING_KIB - 176);
        place.is_whole(1_000);
        assert_eq!(room.places().free_kib, 4 * ARRIVING_KIB - 3);
        drop(place);
        assert_eq!(room.places().free_kib, 4 * ARRIVING_KIB);
        assert!(room.places().taken.is_empty() && room.places().networks.is_empty());
    }

    #[tokio::test]
    async fn who_lost_a_place_gives_nothing_back_twice() {
        let room = small();
        let mut places: Vec<Place> = (0..9).map(|_| room.place(network(1), 100).unwrap()).collect();
        assert_eq!(places.iter().filter(|place| is_lost(place)).count(), 5);
        places[0].is_whole(100);
        assert!(places[0].turn().await.is_err(), "the place was lost to another form");
        drop(places);
        assert_eq!(room.places().free_kib, 4 * ARRIVING_KIB);
    }

    #[tokio::test]
    async fn who_loses_a_place_is_told() {
        let room = small();
        let places: Vec<Place> = (0..5).map(|_| room.place(network(1), 100).unwrap()).collect();
        assert_eq!(places[0].lost().await, NoRoom);
        let kept = tokio::time::timeout(Duration::from_millis(20), places[1].lost());
        assert!(kept.await.is_err());
    }

    #[test]
    fn no_form_is_longer_than_the_room() {
        let room = small();
        let _kept = room.place(network(1), 100).unwrap();
        assert!(matches!(room.place(network(2), 10_000_000), Err(NoRoom)));
    }

    #[tokio::test]
    async fn a_network_has_so_many_turns_and_another_its_own() {
        let room = FormRoom::default();
        let mut robots: Vec<Place> = (0..=TURNS).map(|_| room.place(network(1), 100).unwrap()).collect();
        let mut next = robots.pop().unwrap();
        for robot in &mut robots {
            robot.turn().await.unwrap();
        }
        let waits = Duration::from_millis(20);
        assert!(tokio::time::timeout(waits, next.turn()).await.is_err(), "a fifth form has to wait");
        room.place(network(2), 100).unwrap().turn().await.unwrap();
        robots.pop();
        next.turn().await.unwrap();
    }
}

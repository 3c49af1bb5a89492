//! The catalogue counts and pages exactly, and forgets what has ended.

use super::*;
use crate::ids::{CaseId, PublicationId};
use crate::publications::facts::Relations;
use crate::sealing::SecretKey;
use time::macros::date;

/// A simple version of the filter, with which the bitmaps must agree.
fn admits(filter: &Filter, facts: &PublicFacts) -> bool {
    filter.relation.is_none_or(|relation| facts.relations.contains(relation))
        && filter.sex.is_none_or(|sex| facts.sex == sex)
        && filter.age_band.is_none_or(|band| facts.age_band == band)
        && filter.place.is_none_or(|place| match place {
            Place::Origin(origin) => facts.origin == origin,
            Place::Region(region) => facts.origin.region() == Some(region),
        })
}

fn entry(n: u128, relation: Relation, origin: &str, ends_on: Date, key: &PublicKey) -> Arc<Published> {
    Arc::new(Published {
        id: PublicationId::from_u128(n),
        case: CaseId::from_u128(n + 1_000_000),
        case_key: key.clone(),
        number: PhotoNumber::draw(),
        facts: PublicFacts {
            relations: Relations::one(relation),
            sex: Sex::Woman,
            age_band: AgeBand::From25,
            origin: Origin::parse(origin).unwrap(),
        },
        pictures: Pictures::parse("abc:160x200").unwrap(),
        published_at: Moment(i64::try_from(n).unwrap() * 3600),
        is_for_posters: true,
        consent_ends_on: ends_on,
        withdrawal: None,
    })
}

fn many(count: u128) -> Vec<Arc<Published>> {
    let key = SecretKey::generate().public();
    let origins = ["AF", "SY", "UA"];
    (0..count)
        .map(|n| {
            let relation = Relation::ALL[(n % 5) as usize];
            entry(n, relation, origins[(n % 3) as usize], date!(2027 - 01 - 01), &key)
        })
        .collect()
}

#[test]
fn bitmaps_give_what_a_walk_over_all_gives() {
    let snapshot = Snapshot::new(1, many(500), HashSet::new());
    for relation in Relation::ALL.into_iter().take(6) {
        for place in [None, Some(Place::Origin(Origin::parse("SY").unwrap()))] {
            let filter = Filter { relation: Some(relation), place, ..Filter::default() };
            let walked: Vec<PublicationId> =
                snapshot.entries.iter().filter(|e| admits(&filter, &e.facts)).map(|e| e.id).collect();
            for number in 1..=12 {
                let page = snapshot.page(&filter, number, 12);
                assert_eq!(page.count, walked.len());
                let ids: Vec<PublicationId> = page.entries.iter().map(|e| e.id).collect();
                assert_eq!(ids, walked.iter().copied().skip((number - 1) * 12).take(12).collect::<Vec<_>>());
            }
        }
    }
}

#[test]
fn newest_first_and_a_page_beyond_the_last_is_empty() {
    let snapshot = Snapshot::new(1, many(30), HashSet::new());
    let first = snapshot.page(&Filter::default(), 1, 12);
    assert!(first.entries.windows(2).all(|w| w[0].published_at >= w[1].published_at));
    assert_eq!(first.count, 30);
    assert!(snapshot.page(&Filter::default(), 4, 12).entries.is_empty());
    assert!(snapshot.page(&Filter::default(), usize::MAX, 12).entries.is_empty());
}

#[test]
fn an_entry_leaves_with_its_consent_by_the_clock_alone() {
    let key = SecretKey::generate().public();
    let ending = entry(1, Relation::Son, "AF", date!(2026 - 11 - 21), &key);
    let staying = entry(2, Relation::Son, "AF", date!(2027 - 11 - 21), &key);
    let catalogue = Catalogue::default();
    catalogue.current.store(Arc::new(Snapshot::new(1, vec![ending.clone(), staying], HashSet::new())));
    let evening = Moment(date!(2026 - 11 - 21).with_hms(23, 0, 0).unwrap().assume_utc().unix_timestamp());
    catalogue.confirmed_at.store(evening.0, Ordering::Relaxed);
    let count = |at| match catalogue.at(at) {
        Shown::Photos(snapshot) => snapshot.count(),
        Shown::Hidden => usize::MAX,
    };
    assert_eq!(count(evening), 2);
    let morning = evening + Duration::minutes(59) + Duration::seconds(60);
    assert_eq!(count(morning), 1);
    let Shown::Photos(snapshot) = catalogue.at(morning) else { panic!("hidden too early") };
    assert!(matches!(snapshot.find(ending.number), Found::Ended));
    assert!(matches!(catalogue.at(evening + Duration::minutes(61)), Shown::Hidden));
}

#[test]
#[ignore = "a measurement: cargo test --release --lib page_4000 -- --ignored --nocapture"]
fn page_4000_costs_what_page_1_costs() {
    let snapshot = Snapshot::new(1, many(245_000), HashSet::new());
    let brother = Filter { relation: Some(Relation::ALL[0]), ..Filter::default() };
    for (name, filter) in [("all", Filter::default()), ("one relation", brother)] {
        let took = |page: usize| {
            let began = std::time::Instant::now();
            (0..1_000).for_each(|_| assert_eq!(snapshot.page(&filter, page, 12).entries.len(), 12));
            began.elapsed()
        };
        let (first, far) = (took(1), took(4_000));
        println!("{name}: page 1 {:?}, page 4,000 {:?}", first / 1_000, far / 1_000);
    }
}

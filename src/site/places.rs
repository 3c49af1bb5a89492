//! The places in the gallery's filter: the regions and countries that occur, by their names in the visitor's language.

use super::gallery::Choice;
use crate::publications::catalogue::{Place, Snapshot};
use crate::publications::facts::{Origin, Region};
use crate::web::Visit;

pub fn regions(visit: &Visit, snapshot: &Snapshot) -> Vec<Choice> {
    let occurring: Vec<Region> = snapshot.origins().into_iter().filter_map(Origin::region).collect();
    let named = |region: Region| Choice { value: region.code(), label: visit.text(&region.label_key()) };
    sorted(Region::ALL.into_iter().filter(|region| occurring.contains(region)).map(named).collect())
}

/// "Not said" comes last, because it is no country.
pub fn countries(visit: &Visit, snapshot: &Snapshot) -> Vec<Choice> {
    let named = |origin: Origin| Choice { value: origin.code(), label: visit.text(&origin.label_key()) };
    let (not_said, countries): (Vec<_>, Vec<_>) =
        snapshot.origins().into_iter().partition(|origin| *origin == Origin::NotSaid);
    let mut choices = sorted(countries.into_iter().map(named).collect());
    choices.extend(not_said.into_iter().map(named));
    choices
}

pub fn label_key(place: Place) -> String {
    match place {
        Place::Origin(origin) => origin.label_key(),
        Place::Region(region) => region.label_key(),
    }
}

fn sorted(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

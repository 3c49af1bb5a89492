//! Other people in the picture: for each face a case worker says whose it is, covers it, or says why it may stay.
//! Covering is for good: the draft's copy is written and searched for faces again.

use sea_orm::sea_query::Expr;

use super::drafting::{editable, finish_edit, open_facts, open_look, sealed_facts, sealed_look, set};
use super::duplicates::Change;
use super::lifecycle::DraftFacts;
use super::{PublicationError, duplicate_index, entity, take_turn};
use crate::audit::eyes::Nobody;
use crate::audit::{self, Verb, entry, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::ids::{PublicationId, Seen, StaffId};
use crate::photos::face_report::{Area, Decision, FaceReport};
use crate::photos::{self, Covers, Stores, Touch};
use crate::staff::{Staff, roles};

/// A case worker's decisions in one form. A face's number is its place in the look that was shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    pub standings: Vec<(usize, Decision)>,
    pub covered: Vec<usize>,
    /// A part that the case worker drew because the finder saw no face there.
    pub drawn: Option<Area>,
    /// The photo lies on its side: turn it as proposed before anything else is decided.
    pub is_turned: bool,
    /// The case worker looked, where the finder could not.
    pub is_looked_at: bool,
}

impl Decisions {
    fn names_person(&self) -> bool {
        self.standings.iter().any(|(_, standing)| *standing == Decision::Person)
    }

    /// A case worker who names the person's face wants the crop around it, and a box on a turned picture means
    /// nothing: both drop the drawn box.
    fn drops_crop(&self) -> bool {
        self.names_person() || self.is_turned
    }

    /// What changes in the index; `retouched` is the hash of the new copy, if there is one. Covering does not change the hash
    /// of the whole photo: somebody who uploads the original again has the same photo.
    fn change(&self, retouched: Option<u64>) -> Option<Change> {
        match retouched {
            Some(hash) if self.is_turned => Some(Change::Photo(hash)),
            Some(_) => Some(Change::NoPart),
            None => self.names_person().then_some(Change::NoPart),
        }
    }
}

pub async fn decide(
    stores: Stores<'_>,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    decisions: &Decisions,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, row) = editable(stores.db, by, seen.id).await?;
    let Some(picture) = row.picture else { return Err(PublicationError::WrongStage) };
    // A picture older than the face finder has no look yet. It counts as not checked, and a person can say that they looked.
    let mut look = open_look(case.read_by(&Nobody), &row)?.unwrap_or_default();
    if row.version != seen.version {
        return Err(PublicationError::Conflict);
    }
    for (index, standing) in &decisions.standings {
        look.decide(*index, *standing);
    }
    look.is_looked_at |= decisions.is_looked_at;
    let retouched = match touch(&look, decisions) {
        None => None,
        Some(touch) => {
            let kept = photos::retouch(stores, &case, (picture, touch), now).await?;
            look = match decisions.is_turned {
                true => kept.look.of_the_same_photo(&look),
                false => kept.look.after(&look, touch.covers.areas().len()),
            };
            Some((kept.id, kept.hash))
        }
    };
    let facts = open_facts(case.read_by(&Nobody), &row)?.filter(|facts| facts.crop.is_some());
    let facts = facts.filter(|_| decisions.drops_crop());

    let txn = db::write(stores.db).await?;
    take_turn(&txn, seen).await?;
    if let Some((copy, _)) = retouched {
        photos::keep_working_copy(&txn, copy).await?;
        set(&txn, seen.id, entity::Column::Picture, Expr::value(copy)).await?;
        photos::erase_working_copy(&txn, picture, now).await?;
    }
    if let Some(facts) = facts {
        let sealed = sealed_facts(&case, seen.id, &DraftFacts { crop: None, ..facts })?;
        set(&txn, seen.id, entity::Column::Draft, Expr::value(sealed)).await?;
    }
    set(&txn, seen.id, entity::Column::Look, Expr::value(sealed_look(&case, seen.id, &look)?)).await?;
    if let Some(change) = decisions.change(retouched.map(|(_, hash)| hash)) {
        let forgotten_before = now - stores.kept.private_part;
        duplicate_index::remember(&txn, by, seen.id, change, forgotten_before).await?;
    }
    for line in lines(by.id, seen.id, decisions) {
        audit::append(&txn, by.society, now, line).await?;
    }
    finish_edit(&txn, by, seen.id, now).await?;
    txn.commit().await?;
    Ok(())
}

fn touch(look: &FaceReport, decisions: &Decisions) -> Option<Touch> {
    if decisions.is_turned {
        let quarters = look.quarters;
        return (quarters != 0).then_some(Touch { quarters, covers: Covers::default() });
    }
    let faces = decisions.covered.iter().filter_map(|index| Some(look.faces().get(*index)?.cover));
    let areas: Vec<Area> = faces.chain(decisions.drawn).collect();
    (!areas.is_empty()).then(|| Touch { quarters: 0, covers: Covers::of(&areas) })
}

/// Audit lines: why somebody may stay in the picture, that somebody was covered, and that a person looked.
fn lines(by: StaffId, id: PublicationId, decisions: &Decisions) -> Vec<audit::chain::Entry> {
    let dismissed = decisions.standings.iter().filter_map(|(_, standing)| match standing {
        Decision::Dismissed(reason) => Some(entry_with(Some(by), Verb::FaceDismissed, id, reason.code())),
        Decision::Person | Decision::Undecided => None,
    });
    let is_covered = !decisions.covered.is_empty() || decisions.drawn.is_some();
    let covered = is_covered.then(|| entry(Some(by), Verb::FacesCovered, id));
    let looked_at = decisions.is_looked_at.then(|| entry(Some(by), Verb::PictureLookedAt, id));
    dismissed.chain(covered).chain(looked_at).collect()
}

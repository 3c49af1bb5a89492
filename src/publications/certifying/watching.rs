//! Looks at every live photo as the desk sees it, and rings for what does not stand. A row that did not change is judged once.

use std::collections::{HashMap, HashSet};

use sea_orm::DatabaseConnection;
use sha2::{Digest, Sha256};

use super::due::{Society, page};
use super::judging::Row;
use super::ringing;
use crate::cases::CaseError;
use crate::clock::Moment;
use crate::db::isolation;
use crate::ids::{PublicationId, SocietyId};
use crate::proofs::Proofs;
use crate::publications::PublicationError;
use crate::publications::catalogue::Catalogue;
use crate::publications::certificate::Hash;
use crate::secrets::Pins;
use crate::societies::listed::{self, Standing};

/// What a desk looks with.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    pub db: &'a DatabaseConnection,
    pub proofs: &'a Proofs,
    pub pins: &'a Pins,
    pub catalogue: &'a Catalogue,
}

/// The rows that were judged before and stand.
#[derive(Default)]
pub struct Watched(HashMap<PublicationId, Hash>);

impl Watched {
    /// Judges the live photos of a Society that changed since, and rings for each flaw. Returns how many have one.
    pub async fn look(
        &mut self,
        desk: Desk<'_>,
        society: SocietyId,
        now: Moment,
    ) -> Result<usize, PublicationError> {
        let found = isolation::within(society, self.flaws(desk, society)).await?;
        let flawed: HashSet<PublicationId> = found.iter().map(|(id, _)| *id).collect();
        for (id, flaw) in found {
            ringing::ring(desk.db, society, (id, flaw), now).await?;
        }
        Ok(flawed.len())
    }

    async fn flaws(
        &mut self,
        Desk { db, proofs, pins, catalogue }: Desk<'_>,
        id: SocietyId,
    ) -> Result<Vec<(PublicationId, super::judging::Flaw)>, PublicationError> {
        let list = match listed::standing(db, id, (pins, None)).await.map_err(CaseError::from)? {
            Standing::Listed(list, _) => Some(list),
            Standing::Old => None,
        };
        let version = list.as_ref().map_or(0, |list| list.version);
        let society = Society { id, proofs, catalogue, list: list.as_deref().map(|list| &**list) };
        let (mut found, mut after) = (Vec::new(), None);
        loop {
            let rows = page(db, id, after).await?;
            let Some(last) = rows.last() else { return Ok(found) };
            after = Some(last.publication.id);
            let marked = |row: &Row| mark(row, version, catalogue);
            let changed: Vec<Row> = rows
                .into_iter()
                .filter(|row| self.0.get(&row.publication.id) != Some(&marked(row)))
                .collect();
            if changed.is_empty() {
                continue;
            }
            let known = society.known(db, &changed).await?;
            for row in &changed {
                let (id, flaws) = (row.publication.id, known.judge(row).flaws);
                match flaws.is_empty() {
                    true => self.0.insert(id, marked(row)),
                    false => self.0.remove(&id),
                };
                found.extend(flaws.into_iter().map(|flaw| (id, flaw)));
            }
        }
    }
}

/// Changes with everything that the judgement hangs on.
fn mark(row: &Row, list: u64, catalogue: &Catalogue) -> Hash {
    let newest = catalogue.newest_seen(row.publication.id);
    let all = format!("{:?} {:?} {} {list} {newest}", row.publication, row.consent, row.case_key);
    Sha256::digest(all).into()
}

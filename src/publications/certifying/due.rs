//! The photos that a reviewer should certify, and a Society's live photos with what judges them.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use sha2::{Digest, Sha256};

use super::AT_ONCE;
use super::judging::{Due, Judged, Known, Row};
use crate::audit::{self, Verb};
use crate::cases;
use crate::clock::Moment;
use crate::ids::{PublicationId, SocietyId};
use crate::photo_number::PhotoNumber;
use crate::photos::Pictures;
use crate::proofs::Proofs;
use crate::publications::catalogue::Catalogue;
use crate::publications::certificate::Certificate;
use crate::publications::consent::{Channel, parse_channels};
use crate::publications::facts::PublicFacts;
use crate::publications::lifecycle::Stage;
use crate::publications::{PublicationError, consent_entity, entity};
use crate::secrets::hex;
use crate::societies::key_list::KeyList;
use crate::societies::listed::Standing;
use crate::staff::{Staff, roles};

/// How many rows are read at a time.
const PAGE: u64 = 500;

/// A photo that should be certified, with what would be signed.
pub struct Candidate {
    pub row: entity::Model,
    pub due: Due,
    pub proposed: Certificate,
    /// Four eyes: this member recorded the new consent, and can't certify it.
    pub is_own: bool,
}

impl Candidate {
    /// Changes with anything that would be signed: what a page has shown is what its button certifies.
    pub fn mark(&self) -> String {
        hex(&Sha256::digest(self.proposed.to_string())[..12])
    }
}

/// The first photos of this reviewer's Society that should be certified.
pub async fn of(
    db: &DatabaseConnection,
    by: &Staff<roles::Approve>,
    catalogue: &Catalogue,
) -> Result<Vec<Candidate>, PublicationError> {
    let list = match by.key_holder().standing(db, by.society).await.map_err(cases::CaseError::from)? {
        Standing::Listed(list, _) => Some(list),
        Standing::Old => None,
    };
    let society =
        Society { id: by.society, proofs: &by.proofs, catalogue, list: list.as_deref().map(|l| &**l) };
    let mut found = Vec::new();
    let mut after = None;
    while found.len() < AT_ONCE {
        let rows = page(db, by.society, after).await?;
        let Some(last) = rows.last() else { break };
        after = Some(last.publication.id);
        let known = society.known(db, &rows).await?;
        found.extend(rows.into_iter().filter_map(|row| {
            let judged = known.judge(&row);
            candidate(by, row, &judged, catalogue)
        }));
    }
    found.truncate(AT_ONCE);
    Ok(found)
}

fn candidate(
    by: &Staff<roles::Approve>,
    row: Row,
    judged: &Judged,
    catalogue: &Catalogue,
) -> Option<Candidate> {
    let due = judged.due?;
    let consent = row.consent.as_ref().filter(|consent| consent.ended_at.is_none())?;
    // Terms that no member recorded are nobody's to certify.
    if !by.proofs.is_right(by.society, consent) {
        return None;
    }
    let is_own = due == Due::Renewed && consent.recorded_by == Some(by.id);
    let said = match &judged.certificate {
        Some(certificate) => (**certificate).clone(),
        None => of_row(&row)?,
    };
    let seen = catalogue.newest_seen(row.publication.id).max(said.generation);
    let proposed = Certificate {
        channels: parse_channels(&consent.channels),
        ends_on: consent.ends_on,
        generation: seen + 1,
        ..said
    };
    proposed.covers(Channel::Web).then_some(Candidate { row: row.publication, due, proposed, is_own })
}

/// What the row alone says: its files are nobody's word yet, and its generation counts from 0.
pub(super) fn of_row(row: &Row) -> Option<Certificate> {
    let publication = &row.publication;
    let consent = row.consent.as_ref().filter(|consent| consent.ended_at.is_none())?;
    Some(Certificate {
        publication: publication.id,
        case: publication.case_id,
        case_key: crate::sealing::PublicKey::parse(&row.case_key).ok()?,
        standby: None,
        number: PhotoNumber::parse(publication.photo_number.as_deref()?).ok()?,
        facts: PublicFacts {
            relations: publication.relations.clone()?,
            sex: publication.sex?,
            age_band: publication.age_band?,
            origin: publication.origin?,
        },
        pictures: Pictures::parse(publication.pictures.as_deref()?)?,
        files: None,
        published_at: Moment(publication.published_at?),
        channels: parse_channels(&consent.channels),
        ends_on: consent.ends_on,
        generation: 0,
    })
}

/// A Society's live photos after this one, in the order of their ids.
pub(super) async fn page(
    db: &impl ConnectionTrait,
    society: SocietyId,
    after: Option<PublicationId>,
) -> Result<Vec<Row>, PublicationError> {
    let mut live = entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Stage.eq(Stage::Live))
        .order_by_asc(entity::Column::Id)
        .limit(PAGE);
    if let Some(after) = after {
        live = live.filter(entity::Column::Id.gt(after));
    }
    let live = live.all(db).await?;
    let ids: Vec<PublicationId> = live.iter().map(|row| row.id).collect();
    let consents = consent_entity::Entity::find()
        .filter(consent_entity::Column::PublicationId.is_in(ids))
        .all(db)
        .await?;
    let mut consents: HashMap<PublicationId, consent_entity::Model> =
        consents.into_iter().map(|consent| (consent.publication_id, consent)).collect();
    let keys = cases::public_keys(db, society, live.iter().map(|row| row.case_id)).await?;
    let row = |publication: entity::Model| Row {
        consent: consents.remove(&publication.id),
        case_key: keys.get(&publication.case_id).cloned().unwrap_or_default(),
        publication,
    };
    Ok(live.into_iter().map(row).collect())
}

/// A Society, for judging its photos page by page.
pub(super) struct Society<'a> {
    pub id: SocietyId,
    pub proofs: &'a Proofs,
    pub catalogue: &'a Catalogue,
    pub list: Option<&'a KeyList>,
}

impl<'a> Society<'a> {
    pub async fn known(
        &self,
        db: &impl ConnectionTrait,
        rows: &[Row],
    ) -> Result<Known<'a>, PublicationError> {
        let Society { id: society, proofs, catalogue, list } = *self;
        let named: Vec<u64> = rows.iter().filter_map(Row::line).collect();
        let lines = audit::stored_at(db, society, &named).await?;
        let mut ended: HashMap<PublicationId, u64> = HashMap::new();
        for verb in [Verb::WithdrawnByStaff, Verb::WithdrawnByCode, Verb::ConsentEnded] {
            for line in audit::of_verb(db, society, verb, Moment(0)).await? {
                let last = ended.entry(PublicationId::of_record(line.subject)).or_default();
                *last = line.seq.max(*last);
            }
        }
        let lines = lines.into_iter().map(|line| (line.seq, line)).collect();
        Ok(Known { society, proofs, catalogue, list, lines, ended })
    }
}

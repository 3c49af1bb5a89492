//! Records a signed consent: its terms in plain text for the jobs, its details and its paper sealed to the case. A
//! draft's consent is recorded; a live photo's is renewed before its last day, with a new paper.

use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::Expr};

use super::certifying;
use super::consent::{Channel, Consent, channels_text};
use super::drafting::{consent_of, editable, finish_edit, set};
use super::facts::may_be_minor;
use super::lifecycle::{Lacks, Stage};
use super::{PublicationError, bump_catalogue, consent_entity, entity, of_society, take_turn};
use crate::audit::eyes::Nobody;
use crate::audit::{self, Verb, entry};
use crate::blobs::BlobKey;
use crate::cases::{self, OpenCase};
use crate::chance;
use crate::clock::Moment;
use crate::db;
use crate::ids::{PaperId, PrintId, PublicationId, Seen, StaffId};
use crate::photos::{self, Stores};
use crate::sealing::Kind;
use crate::staff::{Staff, roles};

/// Records a draft's consent. Without a new paper the older one stays.
pub async fn record(
    stores: Stores<'_>,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    consent: &Consent,
    paper: Option<Vec<u8>>,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, _) = editable(stores.db, by, seen.id).await?;
    let paper = match paper {
        Some(bytes) => Some(put_paper(stores, &case, &bytes, now).await?),
        None => None,
    };
    let txn = db::write(stores.db).await?;
    take_turn(&txn, seen).await?;
    let recorded = replace(&txn, (&case, by.id, seen.id), consent, paper, now).await?;
    finish_edit(&txn, by, seen.id, now).await?;
    certifying::prove(&txn, by, &recorded).await?;
    txn.commit().await?;
    Ok(())
}

/// Renews a live photo's consent. A narrower one counts at once; a longer or wider one when a reviewer has certified it
/// (`certifying`), and until then the photo stays up to its older last day. The new agreement needs a new paper and must cover the web. A person who may still be a minor needs the guardian's consent and their own again.
pub async fn renew(
    stores: Stores<'_>,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    consent: &Consent,
    paper: Option<Vec<u8>>,
    now: Moment,
) -> Result<(), PublicationError> {
    let db = stores.db;
    let row = of_society(db, by.society, seen.id).await?;
    if row.stage != Stage::Live {
        return Err(PublicationError::WrongStage);
    }
    let case = cases::open(db, by.society, row.case_id, by.key_holder()).await?;
    let year = case.private_part(&Nobody)?.birth_year;
    let is_minor = year.is_some_and(|year| may_be_minor(year, now.date()).unwrap_or(true));
    let lacks = lacks(consent, paper.is_some(), is_minor);
    let Some(paper) = paper.filter(|_| lacks.is_empty()) else {
        return Err(PublicationError::Lacks(lacks));
    };
    let paper = put_paper(stores, &case, &paper, now).await?;
    let txn = db::write(db).await?;
    take_turn(&txn, seen).await?;
    let recorded = replace(&txn, (&case, by.id, seen.id), consent, Some(paper), now).await?;
    if let (Some(print), false) = (row.print, consent.terms.channels.contains(&Channel::Poster)) {
        photos::prints::erase(&txn, print, now).await?;
        set(&txn, seen.id, entity::Column::Print, Expr::value(Option::<PrintId>::None)).await?;
    }
    bump_catalogue(&txn).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::ConsentRenewed, seen.id)).await?;
    certifying::prove(&txn, by, &recorded).await?;
    txn.commit().await?;
    Ok(())
}

fn lacks(Consent { terms, details }: &Consent, has_paper: bool, is_minor: bool) -> Vec<Lacks> {
    let all = [
        (Lacks::Consent, !terms.channels.contains(&Channel::Web)),
        (Lacks::Paper, !has_paper),
        (Lacks::Guardian, is_minor && details.guardian.trim().is_empty()),
        (Lacks::OwnAgreement, is_minor && !details.has_own_agreement),
    ];
    all.into_iter().filter_map(|(lacks, is_so)| is_so.then_some(lacks)).collect()
}

async fn put_paper(
    stores: Stores<'_>,
    case: &OpenCase,
    paper: &[u8],
    now: Moment,
) -> Result<PaperId, PublicationError> {
    let id = chance::id();
    let sealed = case.seal(Kind::ConsentPaper, id, paper)?;
    photos::put_sealed(stores, &BlobKey::consent_paper(id), sealed, now).await?;
    Ok(id)
}

/// Replaces the publication's one consent. If there is a new paper, the older one goes on the erasure list.
async fn replace(
    txn: &impl ConnectionTrait,
    (case, by, publication): (&OpenCase, StaffId, PublicationId),
    Consent { terms, details }: &Consent,
    paper: Option<PaperId>,
    now: Moment,
) -> Result<consent_entity::Model, PublicationError> {
    if let Some(paper) = paper {
        photos::keep_file(txn, &BlobKey::consent_paper(paper)).await?;
    }
    let older = consent_of(txn, publication).await?;
    let older_paper = older.as_ref().and_then(|older| older.paper);
    if let (Some(older_paper), true) = (older_paper, paper.is_some()) {
        photos::erase_paper(txn, older_paper, now).await?;
    }
    if let Some(older) = older {
        consent_entity::Entity::delete_by_id(older.id).exec(txn).await?;
    }
    let id = chance::id();
    let plain = serde_json::to_vec(details).map_err(|_| PublicationError::Unreadable)?;
    let row = consent_entity::Model {
        id,
        publication_id: publication,
        channels: channels_text(&terms.channels),
        agreed_on: terms.agreed_on,
        ends_on: terms.ends_on,
        ended_at: None,
        end_reason: None,
        details: case.seal(Kind::ConsentDetails, id, &plain)?,
        paper: paper.or(older_paper),
        recorded_by: Some(by),
        proof: None,
    };
    let new = row.clone().into_active_model().reset_all();
    consent_entity::Entity::insert(new).exec_without_returning(txn).await?;
    Ok(row)
}

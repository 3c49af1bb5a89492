//! The end of a case: its photo has ended and no response is open. Then its key moves to the Society's archive key,
//! which administrators alone hold. An answer that comes later still arrives; an administrator opens the case again.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter};
use time::Duration;
use uuid::Uuid;

use super::lifecycle::Stage;
use super::queue::{of_society, open_case};
use super::{ResponseError, entity, queries};
use crate::audit::{self, Verb, entry};
use crate::cases::{self, CaseError, keys};
use crate::clock::Moment;
use crate::db;
use crate::publications::lifecycle::Stage as PublicationStage;
use crate::societies::keys::{KeyError, Part};
use crate::staff::roles::{Administer, Moderate};
use crate::staff::{Member, Staff};

/// Archives open behind a second factor that was shown within this time.
const FRESH_FOR: Duration = Duration::minutes(10);

/// Whether the member's second factor is fresh enough to open an archive.
pub fn is_fresh(member: &Member, now: Moment) -> bool {
    now.since(member.session.fresh_at) <= FRESH_FOR
}

/// Closes the case of this response, if nothing of it is open any more. Returns whether it did.
pub async fn close_case_if_done(
    db: &DatabaseConnection,
    by: &Staff<Moderate>,
    response: Uuid,
    now: Moment,
) -> Result<bool, ResponseError> {
    let txn = db::write(db).await?;
    let row = of_society(&txn, by.society, response).await?;
    let publication = crate::publications::entity::Entity::find_by_id(row.publication_id).one(&txn).await?;
    let is_ended = publication.is_some_and(|p| PublicationStage::parse(&p.stage) == PublicationStage::Ended);
    if !is_ended || queries::open_for(&txn, row.publication_id).await? > 0 {
        return Ok(false);
    }
    let case = match open_case(&txn, by, &row).await {
        // It was closed before; only the archive key opens it.
        Err(ResponseError::Case(CaseError::Key(KeyError::NotHeld(_)))) => return Ok(false),
        other => other?,
    };
    keys::archive(&txn, &case, now).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::CaseClosed, case.id)).await?;
    txn.commit().await?;
    Ok(true)
}

/// A closed case for which somebody wrote afterwards.
pub struct Waiting {
    pub case: Uuid,
    pub responses: u64,
}

/// The closed cases of this Society that a moderator can't open, although an answer waits.
pub async fn waiting(
    db: &impl ConnectionTrait,
    by: &Staff<Administer>,
) -> Result<Vec<Waiting>, ResponseError> {
    let mut out = Vec::new();
    for case in cases::of_society(db, by.society).await? {
        if Part::parse(&case.key_part) == Part::Open {
            continue;
        }
        let responses = entity::Entity::find()
            .filter(entity::Column::CaseId.eq(case.id))
            .filter(entity::Column::Stage.ne(Stage::Closed.code()))
            .count(db)
            .await?;
        if responses > 0 {
            out.push(Waiting { case: case.id, responses });
        }
    }
    Ok(out)
}

/// Brings a case back under the open key, so that its moderators can read what came.
pub async fn open_again(
    db: &DatabaseConnection,
    by: &Staff<Administer>,
    case: Uuid,
    now: Moment,
) -> Result<(), ResponseError> {
    let txn = db::write(db).await?;
    let case = cases::open(&txn, by.society, case, (by.id, &by.key)).await?;
    keys::reopen(&txn, &case).await?;
    audit::append(&txn, by.society, now, entry(Some(by.id), Verb::CaseOpened, case.id)).await?;
    txn.commit().await?;
    Ok(())
}

//! The end of a case: when its photo has ended and no response is open, its key moves to the Society's archive key,
//! which only administrators hold. An answer that comes later still arrives; an administrator opens the case again.

use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect,
    QueryTrait,
};
use std::collections::HashSet;

use super::closed::UNDO_FOR;
use super::lifecycle::Stage;
use super::{ResponseError, entity};
use crate::audit::{self, Verb, entry};
use crate::cases::{self, CaseError, keys};
use crate::clock::Moment;
use crate::db;
use crate::ids::{CaseId, ResponseId, SocietyId};
use crate::publications::{self, lifecycle::Stage as PublicationStage};
use crate::societies::exchanged;
use crate::societies::keys::{KeyError, Part};
use crate::staff::roles::Administer;
use crate::staff::second_key::SecondKey;
use crate::staff::{Member, Staff};

/// How many cases one call closes. Wrapping a key again costs about a millisecond.
const AT_ONCE: u64 = 50;

/// Closes the cases of the member's Society that have come to their end, at most [`AT_ONCE`] since somebody waits for
/// it. Returns how many. Only a holder of the open key can hand on a case's key: so the next holder who signs in or
/// looks at the queue does it, also for cases that a job or the enquirer's own code ended. A case waits while a
/// closing can still be undone, because its moderator could not open it any more.
pub async fn close_ended_cases(
    db: &DatabaseConnection,
    by: &Member,
    now: Moment,
) -> Result<usize, ResponseError> {
    if !by.roles.iter().any(|role| role.holds_open_key()) {
        return Ok(0);
    }
    let ended = ended_cases(db, by.society).await?;
    let undoable = match ended.is_empty() {
        true => HashSet::new(),
        false => just_closed(db, by.society, now).await?,
    };
    let (mut closed, mut exchanged) = (0, None);
    for row in ended.iter().filter(|row| !undoable.contains(&row.id)) {
        match close_case(db, by, row.id, now).await {
            Ok(is_closed) => closed += usize::from(is_closed),
            // The member has joined, and waits for the keys.
            Err(ResponseError::Case(CaseError::Key(KeyError::NotHeld(_)))) => break,
            // One case's key must not hold up the others'; an exchanged key of the Society holds up all.
            Err(ResponseError::Case(CaseError::Key(KeyError::Exchanged(key)))) => {
                exchanged::ring(db, &key, now).await?;
                exchanged = Some(key);
            }
            Err(other) => return Err(other),
        }
    }
    exchanged.map_or(Ok(closed), |key| Err(CaseError::from(KeyError::Exchanged(key)).into()))
}

async fn close_case(
    db: &DatabaseConnection,
    by: &Member,
    case: CaseId,
    now: Moment,
) -> Result<bool, ResponseError> {
    let case = cases::open(db, by.society, case, by.key_holder()).await?;
    let txn = db::write(db).await?;
    let is_closed = keys::archive(&txn, &case, now).await?;
    if is_closed {
        audit::append(&txn, by.society, now, entry(Some(by.id), Verb::CaseClosed, case.id)).await?;
        txn.commit().await?;
    }
    Ok(is_closed)
}

/// Cases with a response that was closed so recently that this may be undone.
async fn just_closed(
    db: &impl ConnectionTrait,
    society: SocietyId,
    now: Moment,
) -> Result<HashSet<CaseId>, ResponseError> {
    let responses = audit::subjects_since(db, society, Verb::Closed, now - UNDO_FOR).await?;
    let responses = responses.into_iter().map(ResponseId::of_record);
    let rows = entity::Entity::find().filter(entity::Column::Id.is_in(responses)).all(db).await?;
    Ok(rows.into_iter().filter_map(|row| row.case_id).collect())
}

/// Cases still under the open key, although every publication has ended and every response is closed.
async fn ended_cases(
    db: &impl ConnectionTrait,
    society: SocietyId,
) -> Result<Vec<cases::entity::Model>, ResponseError> {
    let cases_with = |ended: bool| {
        let stage = publications::entity::Column::Stage;
        publications::entity::Entity::find()
            .select_only()
            .column(publications::entity::Column::CaseId)
            .filter(if ended { stage.eq(PublicationStage::Ended) } else { stage.ne(PublicationStage::Ended) })
            .into_query()
    };
    let with_open_responses = entity::Entity::find()
        .select_only()
        .column(entity::Column::CaseId)
        .filter(entity::Column::CaseId.is_not_null())
        .filter(entity::Column::Stage.ne(Stage::Closed))
        .into_query();
    let id = cases::entity::Column::Id;
    Ok(cases::entity::Entity::find()
        .filter(cases::entity::Column::SocietyId.eq(society))
        .filter(cases::entity::Column::KeyPart.eq(Part::Open))
        .filter(id.in_subquery(cases_with(true)))
        .filter(id.not_in_subquery(cases_with(false)))
        .filter(id.not_in_subquery(with_open_responses))
        .limit(AT_ONCE)
        .all(db)
        .await?)
}

/// A closed case with responses that came later.
pub struct Waiting {
    pub case: CaseId,
    pub responses: u64,
}

/// The closed cases of this Society that a moderator can't open, although an answer waits.
pub async fn waiting(
    db: &impl ConnectionTrait,
    by: &Staff<Administer>,
) -> Result<Vec<Waiting>, ResponseError> {
    let mut out = Vec::new();
    for case in cases::of_society(db, by.society).await? {
        if case.key_part == Part::Open {
            continue;
        }
        let responses = entity::Entity::find()
            .filter(entity::Column::CaseId.eq(case.id))
            .filter(entity::Column::Stage.ne(Stage::Closed))
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
    (by, second): (&Staff<Administer>, &SecondKey),
    case: CaseId,
    now: Moment,
) -> Result<(), ResponseError> {
    let txn = db::write(db).await?;
    let case = cases::open(&txn, by.society, case, by.key_holder_with(second)).await?;
    if keys::reopen(&txn, &case).await? {
        audit::append(&txn, by.society, now, entry(Some(by.id), Verb::CaseOpened, case.id)).await?;
        txn.commit().await?;
    }
    Ok(())
}

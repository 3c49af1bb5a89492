//! A case worker goes ahead with a photo although one much like it was taken down, and says why. The reason is kept beside what
//! was seen in the picture, and has a line in the audit log.

use sea_orm::{DatabaseConnection, sea_query::Expr};

use super::drafting::{editable, finish_edit, gathered, sealed_look, set};
use super::duplicates::unanswered;
use super::{PublicationError, entity, take_turn};
use crate::audit::eyes::Nobody;
use crate::audit::{self, Verb, entry_with};
use crate::clock::Moment;
use crate::db;
use crate::ids::{PublicationId, Seen};
use crate::photos::face_report::{Answered, GoAhead};
use crate::staff::{Staff, roles};

/// Records a case worker's reason why this photo may go up although one much like it was taken down.
pub async fn answer(
    db: &DatabaseConnection,
    by: &Staff<roles::Draft>,
    seen: Seen<PublicationId>,
    reason: GoAhead,
    now: Moment,
) -> Result<(), PublicationError> {
    let (case, row) = editable(db, by, seen.id).await?;
    let draft = gathered(db, by, case.read_by(&Nobody), &row).await?;
    let about: Vec<PublicationId> = unanswered(&draft.alike, None).map(|one| one.publication).collect();
    let Some(look) = draft.look.filter(|_| !about.is_empty()) else {
        return Err(PublicationError::WrongStage);
    };
    let look = look.with_answer(Some(Answered { about, reason }));
    let txn = db::write(db).await?;
    take_turn(&txn, seen).await?;
    set(&txn, seen.id, entity::Column::Look, Expr::value(sealed_look(&case, seen.id, &look)?)).await?;
    let line = entry_with(Some(by.id), Verb::WarningOverruled, seen.id, reason.code());
    audit::append(&txn, by.society, now, line).await?;
    finish_edit(&txn, by, seen.id, now).await?;
    txn.commit().await?;
    Ok(())
}

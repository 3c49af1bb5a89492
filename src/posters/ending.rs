//! The end of a poster: staff took it back, its last day is over, or a photo on it is gone. The catalogue hides it
//! from that moment; this module records the end and puts the file on the erasure list.

use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseConnection, EntityTrait, QueryFilter, sea_query::Expr};
use std::collections::HashSet;

use super::{EndReason, PosterError, entity, photo_entity};
use crate::audit::{self, Verb, entry_with};
use crate::blobs::BlobKey;
use crate::clock::Moment;
use crate::db;
use crate::ids::{PosterId, PublicationId, SocietyId, StaffId};
use crate::photos;
use crate::publications::{bump_catalogue, postable};
use crate::staff::{Staff, roles};

/// Staff take a poster back. A second time does nothing.
pub async fn take_back(
    db: &DatabaseConnection,
    by: &Staff<roles::MakePosters>,
    id: PosterId,
    now: Moment,
) -> Result<(), PosterError> {
    super::queries::one(db, by.society, id).await?;
    end(db, (id, by.society), Some(by.id), EndReason::TakenBack, now).await
}

/// Ends every poster whose last day is over, or with a photo on it that may no longer hang. Returns how many; a job calls it.
pub async fn end_over(db: &DatabaseConnection, now: Moment) -> Result<usize, PosterError> {
    let hanging = entity::Entity::find().filter(entity::Column::EndedAt.is_null()).all(db).await?;
    if hanging.is_empty() {
        return Ok(0);
    }
    let ids: Vec<PosterId> = hanging.iter().map(|poster| poster.id).collect();
    let carried =
        photo_entity::Entity::find().filter(photo_entity::Column::PosterId.is_in(ids)).all(db).await?;
    let photos: HashSet<PublicationId> = carried.iter().map(|one| one.publication_id).collect();
    let may_hang = postable::among(db, &photos, now.date()).await?;
    let mut ended = 0;
    for poster in hanging {
        let mut on_it = carried.iter().filter(|one| one.poster_id == poster.id);
        let is_whole = on_it.all(|one| may_hang.contains(&one.publication_id));
        let reason = match (is_whole, now.date() <= poster.ends_on) {
            (true, true) => continue,
            (false, _) => EndReason::PhotoGone,
            (true, false) => EndReason::DayOver,
        };
        end(db, (poster.id, poster.society_id), None, reason, now).await?;
        ended += 1;
    }
    Ok(ended)
}

/// Ends again, after a restore, a poster that was taken back since the backup. Returns false if nothing was left to do.
pub async fn end_again(db: &DatabaseConnection, id: PosterId, now: Moment) -> Result<bool, PosterError> {
    let Some(row) = entity::Entity::find_by_id(id).one(db).await? else { return Ok(false) };
    if row.ended_at.is_some() {
        return Ok(false);
    }
    end(db, (id, row.society_id), None, EndReason::TakenBack, now).await?;
    Ok(true)
}

async fn end(
    db: &DatabaseConnection,
    (id, society): (PosterId, SocietyId),
    by: Option<StaffId>,
    reason: EndReason,
    now: Moment,
) -> Result<(), PosterError> {
    let txn = db::write(db).await?;
    if !mark(&txn, id, reason, now).await? {
        return Ok(());
    }
    photos::erase_later(&txn, &BlobKey::poster(id), now).await?;
    bump_catalogue(&txn).await?;
    audit::append(&txn, society, now, entry_with(by, Verb::PosterEnded, id, reason.code())).await?;
    txn.commit().await?;
    Ok(())
}

/// Returns false if it has ended already.
async fn mark(
    txn: &impl ConnectionTrait,
    id: PosterId,
    reason: EndReason,
    now: Moment,
) -> Result<bool, PosterError> {
    let done = entity::Entity::update_many()
        .col_expr(entity::Column::EndedAt, Expr::value(now.hour().0))
        .col_expr(entity::Column::EndReason, Expr::value(reason))
        .filter(entity::Column::Id.eq(id))
        .filter(entity::Column::EndedAt.is_null())
        .exec(txn)
        .await?;
    Ok(done.rows_affected == 1)
}

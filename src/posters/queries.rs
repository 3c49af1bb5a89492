//! The desk's queries of posters: one Society's posters, and those with a certain photo on them.

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{PosterError, entity, photo_entity};
use crate::ids::{PosterId, PublicationId, SocietyId};

/// One Society's posters, newest first.
pub async fn of_society(
    db: &impl ConnectionTrait,
    society: SocietyId,
) -> Result<Vec<entity::Model>, PosterError> {
    Ok(entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .order_by_desc(entity::Column::MadeAt)
        .order_by_asc(entity::Column::Id)
        .all(db)
        .await?)
}

pub async fn one(
    db: &impl ConnectionTrait,
    society: SocietyId,
    id: PosterId,
) -> Result<entity::Model, PosterError> {
    entity::Entity::find_by_id(id)
        .filter(entity::Column::SocietyId.eq(society))
        .one(db)
        .await?
        .ok_or(PosterError::NotFound)
}

/// The posters with this photo on them. Ended ones count too: some still hang on a wall.
pub async fn with_photo(
    db: &impl ConnectionTrait,
    society: SocietyId,
    publication: PublicationId,
) -> Result<Vec<entity::Model>, PosterError> {
    let on = photo_entity::Entity::find()
        .filter(photo_entity::Column::PublicationId.eq(publication))
        .all(db)
        .await?;
    let ids: Vec<PosterId> = on.into_iter().map(|row| row.poster_id).collect();
    Ok(entity::Entity::find()
        .filter(entity::Column::SocietyId.eq(society))
        .filter(entity::Column::Id.is_in(ids))
        .order_by_desc(entity::Column::MadeAt)
        .all(db)
        .await?)
}

//! A row of `poster_photos`: which photo stands on which poster; declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::{PosterId, PublicationId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "poster_photos")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub poster_id: PosterId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub publication_id: PublicationId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

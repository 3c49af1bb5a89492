//! A row of `picture_indexes`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::SocietyId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "picture_indexes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub society_id: SocietyId,
    pub version: i64,
    pub sealed: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

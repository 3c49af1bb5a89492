//! A row of `key_lists`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::SocietyId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_lists")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub society_id: SocietyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i64,
    pub body: String,
    pub root_signature: Vec<u8>,
    pub hand_signature: Vec<u8>,
    pub signed_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A row of `sessions`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::StaffId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id_hash: Vec<u8>,
    pub staff_id: StaffId,
    pub wrapped_key: Vec<u8>,
    pub started_at: i64,
    pub seen_at: i64,
    pub fresh_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A row of `invitations`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::joining::Purpose;
use crate::ids::StaffId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub staff_id: StaffId,
    pub purpose: Purpose,
    pub made_by: Option<StaffId>,
    pub agreed_by: Option<StaffId>,
    pub ends_at: i64,
    pub used_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A row of `key_grants`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::keys::Part;
use crate::ids::{GrantId, SocietyId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_grants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GrantId,
    pub society_id: SocietyId,
    pub part: Part,
    pub staff_id: Option<StaffId>,
    pub wrapped_key: Vec<u8>,
    pub granted_by: Option<StaffId>,
    pub granted_at: i64,
    /// Sealed to the member's second key.
    pub is_to_second: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

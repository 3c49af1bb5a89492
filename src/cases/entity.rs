//! A row of `cases`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::{CaseId, SocietyId};
use crate::societies::keys::Part;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaseId,
    pub society_id: SocietyId,
    pub public_key: String,
    pub wrapped_key: Vec<u8>,
    pub key_part: Part,
    pub private_part: Option<Vec<u8>>,
    pub opened_at: i64,
    pub closed_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A row of `posters`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::EndReason;
use crate::ids::{PosterId, SocietyId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "posters")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PosterId,
    pub society_id: SocietyId,
    pub paper: String,
    pub per_page: i64,
    pub languages: String,
    pub photos: i64,
    pub bytes: i64,
    pub ends_on: TimeDate,
    pub made_by: StaffId,
    pub made_at: i64,
    pub ended_at: Option<i64>,
    pub end_reason: Option<EndReason>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

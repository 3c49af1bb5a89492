//! A row of `audit_lines`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::verbs::Verb;
use crate::ids::{RecordId, SocietyId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_lines")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub society_id: SocietyId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i64,
    pub at: i64,
    pub actor: Option<StaffId>,
    /// `None` for a verb that only a newer program knows: its line can't be read.
    pub verb: Option<Verb>,
    pub subject: RecordId,
    pub detail: Option<String>,
    pub previous: Vec<u8>,
    pub hash: Vec<u8>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

//! A row of `notes`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::{NoteId, ResponseId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notes")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: NoteId,
    pub response_id: ResponseId,
    pub author: StaffId,
    pub body: Vec<u8>,
    pub written_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

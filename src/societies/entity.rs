//! A row of `societies`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::SocietyId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "societies")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SocietyId,
    pub slug: String,
    pub name: String,
    pub contact: String,
    pub languages: String,
    pub offers: String,
    pub version: i64,
    pub open_key: Option<String>,
    pub archive_key: Option<String>,
    pub recovery_key: Option<String>,
    pub created_at: i64,
    pub country: String,
    pub help_lines: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

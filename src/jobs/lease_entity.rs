//! A row of `job_leases`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::ProcessId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job_leases")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub holder: ProcessId,
    pub held_until: i64,
    pub ran_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

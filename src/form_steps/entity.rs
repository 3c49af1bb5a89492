//! A row of `form_steps`; `db::columns` declares what each column may tell.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "form_steps")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub form: Vec<u8>,
    #[sea_orm(primary_key, auto_increment = false)]
    pub place: i64,
    pub browser: Vec<u8>,
    pub body: Vec<u8>,
    pub due_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

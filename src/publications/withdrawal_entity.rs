//! A row of `withdrawals`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::WithdrawalId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "withdrawals")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WithdrawalId,
    pub tag: Vec<u8>,
    pub asked_at: i64,
    pub is_chained: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

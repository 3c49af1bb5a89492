//! A row of `rota`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::rota::Way;
use super::rule::Level;
use crate::ids::{RotaLineId, SocietyId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "rota")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RotaLineId,
    pub society_id: SocietyId,
    /// `None` for a way that only a newer program knows: this one sends nothing there.
    pub way: Option<Way>,
    /// The e-mail address; empty for the webhook.
    pub address: String,
    pub language: String,
    pub days: String,
    pub is_always_on_call: bool,
    pub added_by: Option<StaffId>,
    pub added_at: i64,
    /// The message that is due to this line.
    pub due: Option<Level>,
    pub retry_at: i64,
    /// How often sending failed.
    pub tries: i64,
    pub told_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

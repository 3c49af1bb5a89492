//! A row of `consents`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::lifecycle::EndReason;
use crate::ids::{ConsentId, PaperId, PublicationId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "consents")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ConsentId,
    pub publication_id: PublicationId,
    pub channels: String,
    pub agreed_on: TimeDate,
    pub ends_on: TimeDate,
    pub ended_at: Option<i64>,
    pub end_reason: Option<EndReason>,
    pub details: Vec<u8>,
    pub paper: Option<PaperId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

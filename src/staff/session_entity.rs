//! A row of `sessions`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::StaffId;
use crate::proofs::{Authorises, Claim, RowKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id_hash: Vec<u8>,
    pub staff_id: StaffId,
    pub wrapped_key: Vec<u8>,
    pub started_at: i64,
    pub seen_at: i64,
    pub fresh_at: i64,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Authorises for Model {
    fn claim(&self) -> Claim<'_> {
        Claim::new(RowKind::Session, self.staff_id, Some(self.staff_id), self.proof.as_deref())
            .bytes("id_hash", Some(&self.id_hash))
            .id("staff_id", Some(self.staff_id.into()))
            .bytes("wrapped_key", Some(&self.wrapped_key))
            .number("started_at", Some(self.started_at))
            .number("fresh_at", Some(self.fresh_at))
    }

    fn key(&self) -> Vec<(&'static str, Value)> {
        vec![("id_hash", self.id_hash.clone().into())]
    }
}

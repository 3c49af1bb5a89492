//! A row of `invitations`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::joining::Purpose;
use crate::ids::StaffId;
use crate::proofs::{Authorises, Claim, RowKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitations")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: Vec<u8>,
    pub staff_id: StaffId,
    pub purpose: Purpose,
    pub made_by: Option<StaffId>,
    pub agreed_by: Option<StaffId>,
    pub ends_at: i64,
    pub used_at: Option<i64>,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Authorises for Model {
    fn claim(&self) -> Claim<'_> {
        let mut claim =
            Claim::new(RowKind::Invitation, self.staff_id, Some(self.staff_id), self.proof.as_deref())
                .bytes("token_hash", Some(&self.token_hash))
                .id("staff_id", Some(self.staff_id.into()))
                .text("purpose", Some(self.purpose.code()))
                .id("made_by", self.made_by.map(Into::into))
                .id("agreed_by", self.agreed_by.map(Into::into))
                .number("ends_at", Some(self.ends_at))
                .number("used_at", self.used_at);
        // What somebody asked for or agreed to ends with their access.
        claim.hangs_on = self.made_by.into_iter().chain(self.agreed_by).collect();
        claim
    }

    fn key(&self) -> Vec<(&'static str, Value)> {
        vec![("token_hash", self.token_hash.clone().into())]
    }
}

//! A row of `key_grants`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::keys::Part;
use crate::ids::{GrantId, RecordId, SocietyId, StaffId};
use crate::proofs::{Authorises, Claim, RowKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "key_grants")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: GrantId,
    pub society_id: SocietyId,
    pub part: Part,
    pub staff_id: Option<StaffId>,
    pub wrapped_key: Vec<u8>,
    pub granted_by: Option<StaffId>,
    pub granted_at: i64,
    /// Sealed to the member's second key.
    pub is_to_second: bool,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Authorises for Model {
    fn claim(&self) -> Claim<'_> {
        // The recovery key's grants are nobody's, and no act about a person takes them away.
        let about = self.staff_id.map_or(RecordId::from(self.society_id), RecordId::from);
        let mut claim = Claim::new(RowKind::Grant, about, self.staff_id, self.proof.as_deref())
            .id("id", Some(self.id.into()))
            .id("society_id", Some(self.society_id.into()))
            .text("part", Some(self.part.code()))
            .id("staff_id", self.staff_id.map(Into::into))
            .bytes("wrapped_key", Some(&self.wrapped_key))
            .id("granted_by", self.granted_by.map(Into::into))
            .number("granted_at", Some(self.granted_at))
            .number("is_to_second", Some(self.is_to_second.into()));
        claim.is_under_second = self.part.needs_second_key();
        claim
    }

    fn key(&self) -> Vec<(&'static str, Value)> {
        vec![("id", self.id.into())]
    }
}

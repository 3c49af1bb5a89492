//! A row of `staff`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::lifecycle::Stage;
use crate::ids::{SocietyId, StaffId};
use crate::proofs::{Authorises, Claim, RowKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "staff")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StaffId,
    pub society_id: Option<SocietyId>,
    pub sign_in_name: String,
    pub roles: String,
    pub stage: Stage,
    pub salt: Option<Vec<u8>>,
    pub verifier: Option<Vec<u8>>,
    pub public_key: Option<String>,
    pub wrapped_key: Option<Vec<u8>>,
    pub totp_secret: Option<Vec<u8>>,
    pub totp_last_step: i64,
    pub grant_ends_on: TimeDate,
    pub created_at: i64,
    pub signing_key: Option<String>,
    pub list_seen: Option<Vec<u8>>,
    pub key_mac: Option<Vec<u8>>,
    /// An administrator's second key (`second_key.rs`).
    pub second_salt: Option<Vec<u8>>,
    pub second_public_key: Option<String>,
    pub second_wrapped_key: Option<Vec<u8>>,
    pub second_witness: Option<Vec<u8>>,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Authorises for Model {
    fn claim(&self) -> Claim<'_> {
        // An operator's row names no Society; the proof is of the installation's chain.
        Claim::new(RowKind::Staff, self.id, Some(self.id), self.proof.as_deref())
            .id("id", Some(self.id.into()))
            .id("society_id", self.society_id.map(Into::into))
            .text("sign_in_name", Some(&self.sign_in_name))
            .text("roles", Some(&self.roles))
            .text("stage", Some(self.stage.code()))
            .bytes("salt", self.salt.as_deref())
            .bytes("verifier", self.verifier.as_deref())
            .text("public_key", self.public_key.as_deref())
            .bytes("wrapped_key", self.wrapped_key.as_deref())
            .bytes("totp_secret", self.totp_secret.as_deref())
            .number("grant_ends_on", Some(self.grant_ends_on.to_julian_day().into()))
            .number("created_at", Some(self.created_at))
            .bytes("second_salt", self.second_salt.as_deref())
            .text("second_public_key", self.second_public_key.as_deref())
            .bytes("second_wrapped_key", self.second_wrapped_key.as_deref())
            .bytes("second_witness", self.second_witness.as_deref())
    }

    fn lets_anybody(&self) -> bool {
        self.stage != Stage::Ended
    }

    fn key(&self) -> Vec<(&'static str, Value)> {
        vec![("id", self.id.into())]
    }
}

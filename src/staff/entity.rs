//! A row of `staff`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::lifecycle::Stage;
use crate::ids::{SocietyId, StaffId};

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
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

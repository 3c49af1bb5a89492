//! A row of `consents`; what each column may tell is declared in `db::columns`. Its proof says that the desk recorded these terms:
//! a certificate is made for no others.

use sea_orm::Value;
use sea_orm::entity::prelude::*;

use super::lifecycle::EndReason;
use crate::ids::{ConsentId, PaperId, PublicationId, StaffId};
use crate::proofs::{Authorises, Claim, RowKind};

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
    /// `None` for a consent from before certificates.
    pub recorded_by: Option<StaffId>,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Authorises for Model {
    fn claim(&self) -> Claim<'_> {
        // It outlives the account of the member who recorded it.
        Claim::new(RowKind::Consent, self.publication_id, None, self.proof.as_deref())
            .id("id", Some(self.id.into()))
            .id("publication_id", Some(self.publication_id.into()))
            .text("channels", Some(&self.channels))
            .text("agreed_on", Some(&self.agreed_on.to_string()))
            .text("ends_on", Some(&self.ends_on.to_string()))
            .bytes("details", Some(&self.details))
            .id("paper", self.paper.map(Into::into))
            .id("recorded_by", self.recorded_by.map(Into::into))
    }

    fn lets_anybody(&self) -> bool {
        self.ended_at.is_none()
    }

    fn key(&self) -> Vec<(&'static str, Value)> {
        vec![("id", self.id.into())]
    }
}

//! A row of `publications`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::facts::{AgeBand, Origin, Relations, Sex};
use super::lifecycle::{EndReason, Stage};
use crate::ids::{CaseId, PictureId, PrintId, PublicationId, SocietyId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PublicationId,
    pub case_id: CaseId,
    pub society_id: SocietyId,
    pub stage: Stage,
    pub version: i64,
    pub drafted_by: StaffId,
    pub draft: Option<Vec<u8>>,
    pub picture: Option<PictureId>,
    pub look: Option<Vec<u8>>,
    pub photo_number: Option<String>,
    pub relations: Option<Relations>,
    pub sex: Option<Sex>,
    pub age_band: Option<AgeBand>,
    pub origin: Option<Origin>,
    pub pictures: Option<String>,
    pub print: Option<PrintId>,
    pub created_at: i64,
    pub touched_at: i64,
    pub published_at: Option<i64>,
    pub approved_by: Option<StaffId>,
    pub ended_at: Option<i64>,
    pub ended_reason: Option<EndReason>,
    pub is_unpublished: bool,
    /// What was certified, as text.
    pub certificate: Option<String>,
    /// The desk's signature of it, which the site checks.
    pub countersignature: Option<Vec<u8>>,
    /// What the reviewer signed about the certificate, and that signature. The desk alone reads them.
    pub certified_by: Option<String>,
    pub certified_signature: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

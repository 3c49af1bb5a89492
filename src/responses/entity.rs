//! A row of `responses`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use super::lanes::{Lane, Trust};
use super::lifecycle::{Outcome, Stage};
use crate::ids::{CaseId, PublicationId, ResponseId, SocietyId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "responses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ResponseId,
    pub publication_id: PublicationId,
    pub case_id: Option<CaseId>,
    pub society_id: Option<SocietyId>,
    pub stage: Stage,
    pub version: i64,
    pub is_slow: bool,
    /// `None` in a response that an older program saved: its lane is what `is_slow` says.
    pub lane: Option<Lane>,
    pub trust: Option<Trust>,
    pub is_late: bool,
    pub is_urgent: bool,
    pub mailbox_tag: Vec<u8>,
    pub mailbox_key: String,
    pub triage: Vec<u8>,
    pub content: Vec<u8>,
    pub arrived_at: i64,
    pub claimed_by: Option<StaffId>,
    pub claimed_until: Option<i64>,
    pub first_opened_at: Option<i64>,
    pub outcome: Option<Outcome>,
    pub closed_at: Option<i64>,
    pub is_chained: bool,
    /// False from the responder's deletion until the audit log has it.
    pub is_taking_back_chained: bool,
    /// The outcome that it had before it was opened again.
    pub reopened_from: Option<Outcome>,
    /// The hour in which its sender opened it again by writing; `None` once somebody has claimed it.
    pub wrote_again_at: Option<i64>,
    /// False from that hour until the audit log has it.
    pub is_reopening_chained: bool,
    /// Grows with everything that its sender sends.
    pub news: i64,
    /// The value of `news` that staff were told of.
    pub told: i64,
    /// The response under which lists show it, since that one says the same. Its own id if it is the first; `None` if nobody
    /// has looked yet.
    pub fold: Option<ResponseId>,
    /// The response with which it was closed in one act.
    pub closed_with: Option<ResponseId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

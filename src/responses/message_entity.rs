//! A row of `messages`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::{MessageId, ResponseId, StaffId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MessageId,
    pub response_id: ResponseId,
    pub is_from_staff: bool,
    pub author: Option<StaffId>,
    pub body: Vec<u8>,
    pub case_copy: Option<Vec<u8>>,
    pub position: i64,
    pub sent_at: i64,
    /// For staff's messages: the mailbox was opened after it was sent. Until then staff can take it back.
    pub is_read: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

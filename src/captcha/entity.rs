//! `captcha_uses`: the ids of tried challenges and wait tickets. An id alone tells nothing about anyone.

use sea_orm::entity::prelude::*;

use crate::ids::CaptchaId;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "captcha_uses")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CaptchaId,
    /// The full hour before the try, in Unix seconds.
    pub used_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

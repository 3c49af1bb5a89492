//! A row of `publication_editors`; what each column may tell is declared in `db::columns`.

use sea_orm::entity::prelude::*;

use crate::ids::{PublicationId, StaffId};
use crate::proofs::{Authorises, Claim, RowKind};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "publication_editors")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub publication_id: PublicationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub staff_id: StaffId,
    pub proof: Option<Vec<u8>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Authorises for Model {
    fn claim(&self) -> Claim<'_> {
        Claim::new(RowKind::Editor, self.publication_id, Some(self.staff_id), self.proof.as_deref())
            .id("publication_id", Some(self.publication_id.into()))
            .id("staff_id", Some(self.staff_id.into()))
    }

    fn key(&self) -> Vec<(&'static str, Value)> {
        vec![("publication_id", self.publication_id.into()), ("staff_id", self.staff_id.into())]
    }
}

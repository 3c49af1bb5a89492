//! What the face finder and staff saw in a draft's picture, sealed to the case.

use sea_orm_migration::prelude::*;

pub struct Looks;

impl MigrationName for Looks {
    fn name(&self) -> &'static str {
        "m0002_looks"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Looks {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, "alter table publications add column look {bytes};").await
    }
}

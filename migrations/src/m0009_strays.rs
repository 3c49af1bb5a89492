//! How many files are in the store that no row knows. The jobs may change a setting but not add one, so this step adds it.

use sea_orm_migration::prelude::*;

pub struct Strays;

impl MigrationName for Strays {
    fn name(&self) -> &'static str {
        "m0009_strays"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Strays {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, "insert into installation (name, value) values ('strays_left', '0');").await
    }
}

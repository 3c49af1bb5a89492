//! What a Society's photos look like: one sealed row per Society. Without the Society's key, nobody can recognise a photo by
//! it.

use sea_orm_migration::prelude::*;

pub struct PictureIndexes;

impl MigrationName for PictureIndexes {
    fn name(&self) -> &'static str {
        "m0003_picture_indexes"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for PictureIndexes {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, TABLE).await
    }
}

const TABLE: &str = "
create table picture_indexes (
    society_id {uuid} primary key references societies (id),
    version bigint not null,
    sealed {bytes} not null
);
";

//! What a Society's photos look like, as one sealed row a Society: whoever lacks its key can't tell one photo by it.

use sea_orm_migration::prelude::*;

pub struct PictureIndexes;

impl MigrationName for PictureIndexes {
    fn name(&self) -> &str {
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

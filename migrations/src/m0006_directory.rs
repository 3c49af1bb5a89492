//! The directory says what each Society does. An entry has a version, so that when two administrators save at once, the second
//! is told.

use sea_orm_migration::prelude::*;

pub struct Directory;

impl MigrationName for Directory {
    fn name(&self) -> &'static str {
        "m0006_directory"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Directory {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, ENTRY).await
    }
}

/// The view is replaced, not dropped, so that the site's role keeps its right to read it on PostgreSQL.
const ENTRY: &str = "
alter table societies add column offers text not null default '';
alter table societies add column version bigint not null default 1;
-- sqlite
drop view society_directory;
create view society_directory as
select slug, name, contact, languages, offers from societies;
-- end
-- postgres
create or replace view society_directory as
select slug, name, contact, languages, offers from societies;
-- end
";

//! The directory says who can help now in a Society's country: telephone numbers, each with the day on which it was checked.

use sea_orm_migration::prelude::*;

pub struct HelpNow;

impl MigrationName for HelpNow {
    fn name(&self) -> &'static str {
        "m0013_help_now"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for HelpNow {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, ENTRY).await
    }
}

/// The view's new columns come last, so that an older program still reads what it knows. The view is replaced, not dropped, so
/// that it keeps its rights on PostgreSQL.
const ENTRY: &str = "
alter table societies add column country text not null default '';
alter table societies add column help_lines text not null default '';
-- sqlite
drop view society_directory;
create view society_directory as
select slug, name, contact, languages, offers, country, help_lines from societies;
-- end
-- postgres
create or replace view society_directory as
select slug, name, contact, languages, offers, country, help_lines from societies;
-- end
";

//! The jobs' role reads columns and no whole tables: a function tells it whether a case still has its private part.

use sea_orm_migration::prelude::*;

pub struct ColumnsForJobs;

impl MigrationName for ColumnsForJobs {
    fn name(&self) -> &'static str {
        "m0025_columns_for_jobs"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for ColumnsForJobs {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, FUNCTION).await
    }
}

/// SQLite has no roles, and no functions.
const FUNCTION: &str = "
-- postgres
create or replace function has_private_part(wanted uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from cases where id = wanted and private_part is not null)
$$;
revoke execute on function has_private_part(uuid) from public;
-- end
";

//! What replicas tell each other: on PostgreSQL a change of the catalogue is announced with the commit that makes it.

use sea_orm_migration::prelude::*;

pub struct Replicas;

impl MigrationName for Replicas {
    fn name(&self) -> &str {
        "m0007_replicas"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Replicas {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, ANNOUNCED).await
    }
}

/// The word carries nothing: whoever hears it asks for the version, under the rights that it has. Every role may listen.
const ANNOUNCED: &str = "
-- postgres
create function catalogue_announced() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    perform pg_notify('kinlight_catalogue', '');
    return null;
end $$;
create trigger catalogue_announced after update on installation
    for each row when (new.name = 'catalogue_version' and new.value is distinct from old.value)
    execute function catalogue_announced();
revoke execute on function catalogue_announced() from public;
-- end
";

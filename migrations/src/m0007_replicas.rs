//! How replicas stay in step. On PostgreSQL, the commit that changes the catalogue also notifies every replica; and each
//! replica keeps what it needs to take a photo down while the database is away.

use sea_orm_migration::prelude::*;

pub struct Replicas;

impl MigrationName for Replicas {
    fn name(&self) -> &'static str {
        "m0007_replicas"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Replicas {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, ANNOUNCED).await?;
        super::run(manager, WITHDRAWAL_HASHES).await
    }
}

/// The notification carries no data: a replica that receives it asks for the version, under its own rights. Any role may
/// listen.
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

/// The site must not read a tag. The tag's hash gives nobody a code: behind the tag are Argon2id and the installation's salt.
/// SQLite can't hash, but it is never away either. The view is replaced, not dropped, so that the site's role keeps its right
/// to it.
const WITHDRAWAL_HASHES: &str = "
create index withdrawal_codes_by_publication on withdrawal_codes (publication_id);
-- sqlite
drop view live_publications;
create view live_publications as
select p.id, p.case_id, c.public_key as case_key, p.photo_number, p.relations, p.sex, p.age_band, p.origin,
       p.pictures, p.published_at, k.ends_on as consent_ends_on, k.channels, x'' as withdrawal_hash
from publications p
join cases c on c.id = p.case_id
join consents k on k.publication_id = p.id
where p.stage = 'live' and k.ended_at is null;
-- end
-- postgres
create or replace view live_publications as
select p.id, p.case_id, c.public_key as case_key, p.photo_number, p.relations, p.sex, p.age_band, p.origin,
       p.pictures, p.published_at, k.ends_on as consent_ends_on, k.channels,
       (select sha256(w.tag) from withdrawal_codes w where w.publication_id = p.id limit 1) as withdrawal_hash
from publications p
join cases c on c.id = p.case_id
join consents k on k.publication_id = p.id
where p.stage = 'live' and k.ended_at is null;
-- end
";

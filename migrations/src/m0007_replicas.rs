//! What replicas tell each other: on PostgreSQL a change of the catalogue is announced with the commit that makes it, and each
//! replica knows of its photos what it needs to take one down while the database is away.

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
        super::run(manager, ANNOUNCED).await?;
        super::run(manager, WITHDRAWAL_HASHES).await
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

/// A tag must not be read by the site, and its hash tells nobody a code: behind the tag are Argon2id and the installation's
/// salt. SQLite can't hash, and can't be away. The view is replaced, not dropped: so the site's role keeps its right to it.
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

//! Certificates: what a reviewer signed of each live photo, and what the desk's hosts countersigned for the site. A consent says who
//! recorded it, and carries a proof like the rows that authorise.

use sea_orm_migration::prelude::*;

pub struct Certificates;

impl MigrationName for Certificates {
    fn name(&self) -> &'static str {
        "m0026_certificates"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Certificates {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, COLUMNS).await?;
        super::run(manager, VIEW).await?;
        super::run(manager, ENDED).await
    }
}

/// The program of the release before writes none of them, so they may be empty.
const COLUMNS: &str = "
alter table publications add column certificate text;
alter table publications add column countersignature {bytes};
alter table publications add column certified_by text;
alter table publications add column certified_signature {bytes};
alter table consents add column recorded_by {uuid};
alter table consents add column proof {bytes};
";

/// The site reads certificate and countersignature. What the reviewer signed beside them names the Society, so it is not here.
const VIEW: &str = "
-- sqlite
drop view live_publications;
create view live_publications as
select p.id, p.case_id, c.public_key as case_key, p.photo_number, p.relations, p.sex, p.age_band, p.origin,
       p.pictures, p.published_at, k.ends_on as consent_ends_on, k.channels, x'' as withdrawal_hash,
       p.certificate, p.countersignature
from publications p
join cases c on c.id = p.case_id
join consents k on k.publication_id = p.id
where p.stage = 'live' and k.ended_at is null;
-- end
-- postgres
create or replace view live_publications as
select p.id, p.case_id, c.public_key as case_key, p.photo_number, p.relations, p.sex, p.age_band, p.origin,
       p.pictures, p.published_at, k.ends_on as consent_ends_on, k.channels,
       (select sha256(w.tag) from withdrawal_codes w where w.publication_id = p.id limit 1) as withdrawal_hash,
       p.certificate, p.countersignature
from publications p
join cases c on c.id = p.case_id
join consents k on k.publication_id = p.id
where p.stage = 'live' and k.ended_at is null;
-- end
";

/// A certificate names public facts, which leave the row when the photo ends, whether staff, a code or a job ended it.
const ENDED: &str = "
-- sqlite
create trigger certificates_end after update on publications
when new.stage = 'ended' and new.certificate is not null
begin
    update publications set certificate = null, countersignature = null, certified_by = null, certified_signature = null
    where id = new.id;
end;
-- end
-- postgres
create function certificates_end() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    new.certificate := null;
    new.countersignature := null;
    new.certified_by := null;
    new.certified_signature := null;
    return new;
end $$;
-- end
-- postgres
create trigger certificates_end before update on publications
    for each row when (new.stage = 'ended') execute function certificates_end();
revoke execute on function certificates_end() from public;
-- end
";

//! Each Society's signed key lists, one row a version: a list is never changed, only followed by another. Beside them what a
//! member signs with, which list they have seen, and what binds a newcomer's keys until they are listed.

use sea_orm_migration::prelude::*;

pub struct KeyLists;

impl MigrationName for KeyLists {
    fn name(&self) -> &'static str {
        "m0022_key_lists"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for KeyLists {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, TABLE).await?;
        super::run(manager, &ON_BOTH.replace("{signs}", SIGNS)).await
    }
}

const TABLE: &str = "
create table key_lists (
    society_id {uuid} not null references societies (id),
    version bigint not null,
    body text not null,
    root_signature {bytes} not null,
    hand_signature {bytes} not null,
    signed_at bigint not null,
    primary key (society_id, version)
);
alter table staff add column signing_key text;
alter table staff add column list_seen {bytes};
alter table staff add column key_mac {bytes};
";

/// When an update exchanges the key that a member signs with. It is empty first when a new start replaces it.
const SIGNS: &str =
    "old.signing_key is not null and new.signing_key is not null and new.signing_key <> old.signing_key
     and new.public_key is not distinct from old.public_key";

const ON_BOTH: &str = "
-- sqlite
create trigger key_lists_hold_their_keys before update on key_lists
begin
    select raise(abort, 'a key that is set stays');
end;
-- end
-- sqlite
create trigger signing_hold_their_keys before update on staff when {signs}
begin
    select raise(abort, 'a key that is set stays');
end;
-- end
-- postgres
create trigger key_lists_hold_their_keys before update on key_lists for each row
    execute function a_key_that_is_set_stays();
create trigger signing_hold_their_keys before update on staff for each row when ({signs})
    execute function a_key_that_is_set_stays();
-- end
";

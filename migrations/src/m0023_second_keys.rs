//! A second key for each administrator, under a passphrase that signing in never asks for. Grants of the archive key are sealed
//! to it; one that an older program sealed to the first key moves when the second key is chosen.

use sea_orm_migration::prelude::*;

pub struct SecondKeys;

impl MigrationName for SecondKeys {
    fn name(&self) -> &'static str {
        "m0023_second_keys"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for SecondKeys {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, &ON_BOTH.replace("{changes}", CHANGES)).await
    }
}

/// When an update exchanges a second key, which is refused: the pair changes together with the passphrase that wraps it, and the
/// wrapping together with its salt.
const CHANGES: &str = "
    old.second_public_key is not null and new.second_public_key is distinct from old.second_public_key
        and not (new.second_salt is distinct from old.second_salt
                 and new.second_wrapped_key is distinct from old.second_wrapped_key)
    or old.second_wrapped_key is not null and new.second_wrapped_key is distinct from old.second_wrapped_key
        and new.second_salt is not distinct from old.second_salt";

const ON_BOTH: &str = "
alter table staff add column second_salt {bytes};
alter table staff add column second_public_key text;
alter table staff add column second_wrapped_key {bytes};
alter table staff add column second_witness {bytes};
alter table key_grants add column is_to_second boolean not null default false;
-- sqlite
create trigger staff_second_hold_their_keys before update on staff when {changes}
begin
    select raise(abort, 'a key that is set stays');
end;
create trigger second_keys_leave_a_tombstone after update on staff
when old.second_wrapped_key is not null and new.second_wrapped_key is not old.second_wrapped_key
begin
    insert into tombstones values ('second-key-replaced', new.id, null) on conflict do nothing;
end;
-- end
-- postgres
create trigger staff_second_hold_their_keys before update on staff for each row when ({changes})
    execute function a_key_that_is_set_stays();
create trigger second_keys_leave_a_tombstone after update on staff for each row
    when (old.second_wrapped_key is not null and new.second_wrapped_key is distinct from old.second_wrapped_key)
    execute function leave_a_tombstone('second-key-replaced');
-- end
";

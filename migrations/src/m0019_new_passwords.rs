//! A member changes their own password: the key stays, and gets a new wrapping. This exchanges no key. Without opening the old
//! wrapping nobody has a key to put into the new one, and a key that does not fit the public one signs nobody in.

use sea_orm_migration::prelude::*;

pub struct NewPasswords;

impl MigrationName for NewPasswords {
    fn name(&self) -> &'static str {
        "m0019_new_passwords"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for NewPasswords {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let schema = ON_BOTH.replace("{changes}", CHANGES);
        super::run(manager, &schema).await
    }
}

/// When an update of a member's row exchanges a key: as in `m0015_keys_hold`, except that the wrapped key may change together
/// with salt and verifier, which belong to the password.
const CHANGES: &str = "
    (old.public_key is not null and new.public_key is distinct from old.public_key
         and not (new.salt is distinct from old.salt and new.verifier is distinct from old.verifier
                  and new.wrapped_key is distinct from old.wrapped_key)
     or old.wrapped_key is not null and new.wrapped_key is not null
         and new.wrapped_key <> old.wrapped_key and new.public_key is not distinct from old.public_key
         and not (new.salt is distinct from old.salt and new.verifier is distinct from old.verifier))";

const ON_BOTH: &str = "
-- sqlite
drop trigger staff_hold_their_keys;
create trigger staff_hold_their_keys before update on staff when {changes}
begin
    select raise(abort, 'a key that is set stays');
end;
-- end
-- postgres
drop trigger staff_hold_their_keys on staff;
create trigger staff_hold_their_keys before update on staff for each row when ({changes})
    execute function a_key_that_is_set_stays();
-- end
";

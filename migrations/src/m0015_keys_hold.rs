//! A key that is set stays: no role can replace it, nor can a verb that forgot to check. When an account ends, the same
//! transaction releases the responses that its owner had claimed.

use sea_orm_migration::prelude::*;

pub struct KeysHold;

impl MigrationName for KeysHold {
    fn name(&self) -> &'static str {
        "m0015_keys_hold"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for KeysHold {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, ON_POSTGRES).await?;
        for (table, changes) in KEYS {
            super::run(manager, &trigger(table, changes)).await?;
        }
        super::run(manager, CLAIMS).await
    }
}

/// A table, and the condition under which an update exchanges a key, which is refused. Three updates are allowed: a person's
/// key pair changes together with the password that wraps it, a case's wrapped key together with the Society's key that wraps
/// it, and a mailbox is emptied by the holder of its code.
const KEYS: &[(&str, &str)] = &[
    (
        "societies",
        "old.open_key is not null and new.open_key is distinct from old.open_key
         or old.archive_key is not null and new.archive_key is distinct from old.archive_key
         or old.recovery_key is not null and new.recovery_key is distinct from old.recovery_key",
    ),
    (
        "staff",
        "old.public_key is not null and new.public_key is distinct from old.public_key
             and not (new.salt is distinct from old.salt and new.verifier is distinct from old.verifier
                      and new.wrapped_key is distinct from old.wrapped_key)
         or old.wrapped_key is not null and new.wrapped_key is not null
             and new.wrapped_key <> old.wrapped_key and new.public_key is not distinct from old.public_key",
    ),
    (
        "cases",
        "new.public_key <> old.public_key
         or (new.wrapped_key <> old.wrapped_key) <> (new.key_part <> old.key_part)",
    ),
    ("key_grants", "new.wrapped_key <> old.wrapped_key"),
    ("sessions", "new.wrapped_key <> old.wrapped_key"),
    (
        "responses",
        "(new.mailbox_key <> old.mailbox_key or new.mailbox_tag <> old.mailbox_tag)
             and not (coalesce(new.outcome, '') = 'taken-back' and new.mailbox_key = '')",
    ),
    ("withdrawal_codes", "new.tag <> old.tag or new.publication_id <> old.publication_id"),
    ("withdrawals", "new.tag <> old.tag"),
    ("invitations", "new.token_hash <> old.token_hash or new.staff_id <> old.staff_id"),
];

fn trigger(table: &str, changes: &str) -> String {
    format!(
        "
-- sqlite
create trigger {table}_hold_their_keys before update on {table} when {changes}
begin
    select raise(abort, 'a key that is set stays');
end;
-- end
-- postgres
create trigger {table}_hold_their_keys before update on {table} for each row when ({changes})
    execute function a_key_that_is_set_stays();
-- end
"
    )
}

const ON_POSTGRES: &str = "
-- postgres
create function a_key_that_is_set_stays() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
    raise exception 'a key that is set stays';
end $$;
revoke execute on function a_key_that_is_set_stays() from public;
-- end
";

/// The same rule as `Standing::release`: a response in contact stays in contact when its claim ends.
const CLAIMS: &str = "
-- sqlite
create trigger accounts_end_with_their_claims after update on staff
when new.stage = 'ended' and old.stage <> 'ended'
begin
    update responses set claimed_by = null, claimed_until = null, version = version + 1,
        stage = case stage when 'claimed' then 'new' else stage end
    where claimed_by = new.id;
end;
-- end
-- postgres
create function accounts_end_with_their_claims() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update responses set claimed_by = null, claimed_until = null, version = version + 1,
        stage = case stage when 'claimed' then 'new' else stage end
    where claimed_by = new.id;
    return null;
end $$;
create trigger accounts_end_with_their_claims after update on staff for each row
    when (new.stage = 'ended' and old.stage <> 'ended')
    execute function accounts_end_with_their_claims();
revoke execute on function accounts_end_with_their_claims() from public;
-- end
";

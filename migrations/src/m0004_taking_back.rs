//! A responder deletes the whole response: its words are erased at once. An empty row stays until staff have seen the deletion
//! and the audit log has a line about it.

use sea_orm_migration::prelude::*;

pub struct TakingBack;

impl MigrationName for TakingBack {
    fn name(&self) -> &'static str {
        "m0004_taking_back"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for TakingBack {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, SCHEMA).await
    }
}

/// The new tag must be unique and must open nothing. The row's own id does both: it is half as long as a tag, so no code leads
/// to it.
const SCHEMA: &str = "
alter table responses add column is_taking_back_chained boolean not null default true;
-- postgres
create function mailbox_erase(wanted bytea, at bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone integer;
begin
    delete from messages m using responses r where r.id = m.response_id and r.mailbox_tag = wanted;
    update responses set stage = 'closed', outcome = 'taken-back', closed_at = at, version = version + 1,
        claimed_by = null, claimed_until = null, is_taking_back_chained = false,
        triage = ''::bytea, content = ''::bytea, mailbox_tag = uuid_send(id), mailbox_key = ''
    where mailbox_tag = wanted;
    get diagnostics gone = row_count;
    return gone > 0;
end $$;
revoke execute on function mailbox_erase(bytea, bigint) from public;
-- end
";

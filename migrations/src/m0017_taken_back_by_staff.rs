//! Staff take back a message that nobody has read: each message knows whether its mailbox was opened after it.

use sea_orm_migration::prelude::*;

pub struct TakenBackByStaff;

impl MigrationName for TakenBackByStaff {
    fn name(&self) -> &'static str {
        "m0017_taken_back_by_staff"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for TakenBackByStaff {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, SCHEMA).await
    }
}

/// Messages from before this step, and from an older program, may have been read, so the default is true. The site's function
/// marks what it returns, so an older program that runs beside this one does so too.
const SCHEMA: &str = "
alter table messages add column is_read boolean not null default true;
-- postgres
create or replace function mailbox_messages(wanted bytea)
returns table (id uuid, is_from_staff boolean, body bytea, place bigint, sent_at bigint)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    update messages m set is_read = true from responses r
    where r.id = m.response_id and r.mailbox_tag = wanted and m.is_from_staff and not m.is_read;
    return query select m.id, m.is_from_staff, case when m.is_from_staff then m.body else ''::bytea end, m.position, m.sent_at
    from messages m join responses r on r.id = m.response_id where r.mailbox_tag = wanted;
end $$;
-- end
";

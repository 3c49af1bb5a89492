//! A closed response opens again when its sender writes. A trigger does it in the statement that saves the message, so that no
//! program can save one without it. This step also reopens responses whose senders wrote after the closing.

use sea_orm_migration::prelude::*;

pub struct Reopening;

impl MigrationName for Reopening {
    fn name(&self) -> &'static str {
        "m0010_reopening"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Reopening {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, COLUMNS).await?;
        super::run(manager, WHAT_WAITS).await?;
        super::run(manager, TRIGGERS).await?;
        super::run(manager, MAILBOXES).await
    }
}

const COLUMNS: &str = "
alter table responses add column reopened_from text;
alter table responses add column wrote_again_at bigint;
alter table responses add column is_reopening_chained boolean not null default true;
";

/// Times are rounded to the hour: a message from the hour of the closing may already have been read. Staff look at it once
/// more.
const WHAT_WAITS: &str = "
update responses set
    stage = case when exists (select 1 from messages m where m.response_id = responses.id and m.is_from_staff)
        then 'in-contact' else 'new' end,
    version = version + 1, reopened_from = outcome, outcome = null, closed_at = null,
    claimed_by = null, claimed_until = null, is_reopening_chained = false,
    wrote_again_at = (select max(m.sent_at) from messages m where m.response_id = responses.id)
where stage = 'closed'
  and exists (select 1 from messages m where m.response_id = responses.id and not m.is_from_staff
              and m.sent_at >= responses.closed_at
              and m.position = (select max(n.position) from messages n where n.response_id = responses.id));
";

/// Each message from the sender raises the version, so that a closing from a page that is older than the message fails.
const TRIGGERS: &str = "
-- sqlite
create trigger messages_open_again after insert on messages
when not new.is_from_staff
begin
    update responses set version = version + 1 where id = new.response_id;
    update responses set
        stage = case when exists (select 1 from messages m where m.response_id = new.response_id and m.is_from_staff)
            then 'in-contact' else 'new' end,
        reopened_from = outcome, outcome = null, closed_at = null,
        claimed_by = null, claimed_until = null, is_reopening_chained = false,
        wrote_again_at = new.sent_at
    where id = new.response_id and stage = 'closed';
end;
-- end
-- postgres
create or replace function messages_open_again() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update responses set version = version + 1 where id = new.response_id;
    update responses set
        stage = case when exists (select 1 from messages m where m.response_id = new.response_id and m.is_from_staff)
            then 'in-contact' else 'new' end,
        reopened_from = outcome, outcome = null, closed_at = null,
        claimed_by = null, claimed_until = null, is_reopening_chained = false,
        wrote_again_at = new.sent_at
    where id = new.response_id and stage = 'closed';
    return null;
end $$;
create trigger messages_open_again after insert on messages for each row
    when (not new.is_from_staff) execute function messages_open_again();
revoke execute on function messages_open_again() from public;
-- end
";

/// An answer and an erasure of the same response lock its row in turn: the second one finds no mailbox, and is told so. A
/// response that its sender reopened counts as unopened until somebody claims it.
const MAILBOXES: &str = "
-- postgres
create or replace function mailbox(wanted bytea)
returns table (id uuid, case_id uuid, case_key text, stage text, is_opened boolean, has_answer boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.id, r.case_id, c.public_key, r.stage, r.first_opened_at is not null and r.wrote_again_at is null,
           exists (select 1 from messages m where m.response_id = r.id and not m.is_from_staff)
    from responses r join cases c on c.id = r.case_id where r.mailbox_tag = wanted
$$;
create or replace function mailbox_answer(wanted bytea, new_id uuid, sealed bytea, at bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare owner uuid;
begin
    select r.id into owner from responses r where r.mailbox_tag = wanted for no key update;
    if owner is null then
        return false;
    end if;
    insert into messages (id, response_id, is_from_staff, body, position, sent_at)
    select new_id, owner, false, sealed,
           (select coalesce(max(m.position), 0) + 1 from messages m where m.response_id = owner), at
    on conflict (id) do nothing;
    return exists (select 1 from messages m where m.id = new_id and m.response_id = owner);
end $$;
create or replace function mailbox_erase(wanted bytea, at bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone integer;
begin
    perform 1 from responses r where r.mailbox_tag = wanted for update;
    delete from messages m using responses r where r.id = m.response_id and r.mailbox_tag = wanted;
    update responses set stage = 'closed', outcome = 'taken-back', closed_at = at, version = version + 1,
        claimed_by = null, claimed_until = null, is_taking_back_chained = false,
        triage = ''::bytea, content = ''::bytea, mailbox_tag = uuid_send(id), mailbox_key = ''
    where mailbox_tag = wanted;
    get diagnostics gone = row_count;
    return gone > 0;
end $$;
-- end
";

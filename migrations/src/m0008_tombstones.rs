//! Notes of what ended or was erased, which must stay so after a restore. Triggers write them in the same transaction, so that
//! no verb can forget to; a job moves the notes to a file outside the database.

use sea_orm_migration::prelude::*;

pub struct Tombstones;

impl MigrationName for Tombstones {
    fn name(&self) -> &'static str {
        "m0008_tombstones"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Tombstones {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, TABLE).await?;
        super::run(manager, TRIGGERS).await
    }
}

/// One note for each record and each way in which it ended. A second note of the same before the job comes changes nothing.
const TABLE: &str = "
create table tombstones (
    what text not null,
    record {uuid} not null,
    detail text,
    primary key (what, record)
);
insert into installation (name, value) values ('tombstones_told_until', '');
";

/// A consent that replaces another while the photo is shown may be narrower, so its channels and last day are noted. On
/// PostgreSQL the functions run with their owner's rights, because the site's role also withdraws photos and deletes responses.
const TRIGGERS: &str = "
-- sqlite
create trigger publications_leave_a_tombstone after update on publications
when new.stage = 'ended' and old.stage <> 'ended'
begin
    insert into tombstones values ('publication-ended', new.id, new.ended_reason) on conflict do nothing;
end;
create trigger consents_leave_a_tombstone after update on consents
when new.ended_at is not null and old.ended_at is null
begin
    insert into tombstones values ('consent-ended', new.id, new.end_reason) on conflict do nothing;
end;
create trigger consents_are_replaced after insert on consents
when exists (select 1 from publications where id = new.publication_id and stage = 'live')
begin
    insert into tombstones values ('consent-replaced', new.publication_id, new.ends_on || '/' || new.channels)
    on conflict (what, record) do update set detail = excluded.detail;
end;
create trigger cases_leave_a_tombstone after update on cases
when new.private_part is null and old.private_part is not null
begin
    insert into tombstones values ('private-part-erased', new.id, null) on conflict do nothing;
end;
create trigger responses_taken_back_leave_a_tombstone after update on responses
when new.outcome = 'taken-back' and old.outcome is not 'taken-back'
begin
    insert into tombstones values ('response-taken-back', new.id, null) on conflict do nothing;
end;
create trigger responses_erased_leave_a_tombstone after delete on responses
begin
    insert into tombstones values ('response-erased', old.id, null) on conflict do nothing;
end;
create trigger messages_leave_a_tombstone after delete on messages
begin
    insert into tombstones values ('message-erased', old.id, null) on conflict do nothing;
end;
create trigger posters_leave_a_tombstone after update on posters
when new.ended_at is not null and old.ended_at is null
begin
    insert into tombstones values ('poster-ended', new.id, new.end_reason) on conflict do nothing;
end;
create trigger accounts_leave_a_tombstone after update on staff
when new.stage = 'ended' and old.stage <> 'ended'
begin
    insert into tombstones values ('account-ended', new.id, null) on conflict do nothing;
end;
create trigger passwords_leave_a_tombstone after update on staff
when old.verifier is not null and new.verifier is not old.verifier
begin
    insert into tombstones values ('credentials-replaced', new.id, null) on conflict do nothing;
end;
-- end
-- postgres
create function leave_a_tombstone() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into tombstones (what, record, detail)
    values (tg_argv[0], case when tg_op = 'DELETE' then old.id else new.id end,
            case when tg_nargs > 1 then to_jsonb(new) ->> tg_argv[1] end)
    on conflict do nothing;
    return null;
end $$;
create function a_consent_is_replaced() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into tombstones (what, record, detail)
    select 'consent-replaced', new.publication_id, new.ends_on || '/' || new.channels
    from publications where id = new.publication_id and stage = 'live'
    on conflict (what, record) do update set detail = excluded.detail;
    return null;
end $$;
create trigger publications_leave_a_tombstone after update on publications for each row
    when (new.stage = 'ended' and old.stage <> 'ended')
    execute function leave_a_tombstone('publication-ended', 'ended_reason');
create trigger consents_leave_a_tombstone after update on consents for each row
    when (new.ended_at is not null and old.ended_at is null)
    execute function leave_a_tombstone('consent-ended', 'end_reason');
create trigger consents_are_replaced after insert on consents for each row
    execute function a_consent_is_replaced();
create trigger cases_leave_a_tombstone after update on cases for each row
    when (new.private_part is null and old.private_part is not null)
    execute function leave_a_tombstone('private-part-erased');
create trigger responses_taken_back_leave_a_tombstone after update on responses for each row
    when (new.outcome = 'taken-back' and old.outcome is distinct from 'taken-back')
    execute function leave_a_tombstone('response-taken-back');
create trigger responses_erased_leave_a_tombstone after delete on responses for each row
    execute function leave_a_tombstone('response-erased');
create trigger messages_leave_a_tombstone after delete on messages for each row
    execute function leave_a_tombstone('message-erased');
create trigger posters_leave_a_tombstone after update on posters for each row
    when (new.ended_at is not null and old.ended_at is null)
    execute function leave_a_tombstone('poster-ended', 'end_reason');
create trigger accounts_leave_a_tombstone after update on staff for each row
    when (new.stage = 'ended' and old.stage <> 'ended')
    execute function leave_a_tombstone('account-ended');
create trigger passwords_leave_a_tombstone after update on staff for each row
    when (old.verifier is not null and new.verifier is distinct from old.verifier)
    execute function leave_a_tombstone('credentials-replaced');
revoke execute on function leave_a_tombstone(), a_consent_is_replaced() from public;
-- end
";

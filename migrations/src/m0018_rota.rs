//! The rota: who is told that work waits. Each response also stores two counts: the messages that its sender sent, and how many
//! of them staff were told of.

use sea_orm_migration::prelude::*;

pub struct Rota;

impl MigrationName for Rota {
    fn name(&self) -> &'static str {
        "m0018_rota"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Rota {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, TABLE).await?;
        super::run(manager, NEWS).await
    }
}

/// A Society has at most one line for the webhook.
const TABLE: &str = "
create table rota (
    id {uuid} primary key,
    society_id {uuid} not null references societies(id),
    way text not null,
    address text not null default '',
    language text not null default 'en',
    days text not null default '',
    is_always_on_call boolean not null default false,
    added_by {uuid} references staff(id),
    added_at bigint not null,
    due text,
    retry_at bigint not null default 0,
    tries bigint not null default 0,
    told_at bigint
);
create unique index rota_once on rota (society_id, way, address);
create index rota_due on rota (due) where due is not null;
";

/// A trigger does the counting, so that no program can save a message that is not counted.
const NEWS: &str = "
alter table responses add column news bigint not null default 1;
alter table responses add column told bigint not null default 0;
-- sqlite
create trigger messages_are_news after insert on messages
when not new.is_from_staff
begin
    update responses set news = news + 1 where id = new.response_id;
end;
-- end
-- postgres
create or replace function messages_are_news() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update responses set news = news + 1 where id = new.response_id;
    return null;
end $$;
create trigger messages_are_news after insert on messages for each row
    when (not new.is_from_staff) execute function messages_are_news();
revoke execute on function messages_are_news() from public;
-- end
";

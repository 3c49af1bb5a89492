//! The first schema. Times are Unix seconds (bigint), days are dates; every column is declared in `src/db/columns.rs`.

use sea_orm_migration::prelude::*;

pub struct First;

impl MigrationName for First {
    fn name(&self) -> &'static str {
        "m0001_first"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for First {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::run(manager, TABLES).await?;
        crate::run(manager, VIEWS).await?;
        crate::run(manager, WHAT_THE_SITE_MAY_ASK).await
    }
}

const TABLES: &str = "
create table installation (
    name text primary key,
    value text not null
);
insert into installation (name, value) values ('catalogue_version', '1');

create table societies (
    id {uuid} primary key,
    slug text not null unique,
    name text not null,
    contact text not null,
    languages text not null,
    open_key text,
    archive_key text,
    recovery_key text,
    created_at bigint not null
);

create table staff (
    id {uuid} primary key,
    society_id {uuid} references societies (id),
    sign_in_name text not null unique,
    roles text not null,
    stage text not null,
    salt {bytes},
    verifier {bytes},
    public_key text,
    wrapped_key {bytes},
    totp_secret {bytes},
    totp_last_step bigint not null default 0,
    grant_ends_on date not null,
    created_at bigint not null
);

create table invitations (
    token_hash {bytes} primary key,
    staff_id {uuid} not null references staff (id),
    purpose text not null,
    made_by {uuid},
    agreed_by {uuid},
    ends_at bigint not null,
    used_at bigint
);

create table key_grants (
    id {uuid} primary key,
    society_id {uuid} not null references societies (id),
    part text not null,
    staff_id {uuid} references staff (id),
    wrapped_key {bytes} not null,
    granted_by {uuid},
    granted_at bigint not null,
    unique (society_id, part, staff_id)
);

create table sessions (
    id_hash {bytes} primary key,
    staff_id {uuid} not null references staff (id),
    wrapped_key {bytes} not null,
    started_at bigint not null,
    seen_at bigint not null,
    fresh_at bigint not null
);

create table cases (
    id {uuid} primary key,
    society_id {uuid} not null references societies (id),
    public_key text not null,
    wrapped_key {bytes} not null,
    key_part text not null,
    private_part {bytes},
    opened_at bigint not null,
    closed_at bigint
);

create table publications (
    id {uuid} primary key,
    case_id {uuid} not null references cases (id),
    society_id {uuid} not null references societies (id),
    stage text not null,
    version bigint not null,
    drafted_by {uuid} not null,
    draft {bytes},
    picture {uuid},
    photo_number text unique,
    relations text,
    sex text,
    age_band text,
    origin text,
    pictures text,
    created_at bigint not null,
    touched_at bigint not null,
    published_at bigint,
    approved_by {uuid},
    ended_at bigint,
    ended_reason text,
    is_unpublished boolean not null default false
);
create index publications_by_stage on publications (stage, society_id);
create index publications_by_case on publications (case_id);

create table publication_editors (
    publication_id {uuid} not null references publications (id),
    staff_id {uuid} not null,
    primary key (publication_id, staff_id)
);

create table consents (
    id {uuid} primary key,
    publication_id {uuid} not null unique references publications (id),
    channels text not null,
    agreed_on date not null,
    ends_on date not null,
    ended_at bigint,
    end_reason text,
    details {bytes} not null,
    paper {uuid}
);

create table withdrawal_codes (
    tag {bytes} primary key,
    publication_id {uuid} not null references publications (id),
    made_at bigint not null
);

create table withdrawals (
    id {uuid} primary key,
    tag {bytes} not null,
    asked_at bigint not null,
    is_chained boolean not null default false
);

create table responses (
    id {uuid} primary key,
    publication_id {uuid} not null references publications (id),
    case_id {uuid},
    society_id {uuid},
    stage text not null default 'new',
    version bigint not null default 0,
    is_slow boolean not null,
    is_late boolean not null,
    is_urgent boolean not null,
    mailbox_tag {bytes} not null unique,
    mailbox_key text not null,
    triage {bytes} not null,
    content {bytes} not null,
    arrived_at bigint not null,
    claimed_by {uuid},
    claimed_until bigint,
    first_opened_at bigint,
    outcome text,
    closed_at bigint,
    is_chained boolean not null default false
);
create index responses_by_society on responses (society_id, stage, arrived_at);
create index responses_by_publication on responses (publication_id);

create table messages (
    id {uuid} primary key,
    response_id {uuid} not null references responses (id),
    is_from_staff boolean not null,
    author {uuid},
    body {bytes} not null,
    case_copy {bytes},
    position bigint not null,
    sent_at bigint not null
);
create index messages_by_response on messages (response_id);

create table notes (
    id {uuid} primary key,
    response_id {uuid} not null references responses (id),
    author {uuid} not null,
    body {bytes} not null,
    written_at bigint not null
);
create index notes_by_response on notes (response_id);

create table audit_lines (
    society_id {uuid} not null,
    seq bigint not null,
    at bigint not null,
    actor {uuid},
    verb text not null,
    subject {uuid} not null,
    detail text,
    previous {bytes} not null,
    hash {bytes} not null,
    primary key (society_id, seq)
);
create index audit_lines_by_actor on audit_lines (actor, verb, at);

create table captcha_uses (
    id {uuid} primary key,
    used_at bigint not null
);

create table blob_erasures (
    key text primary key,
    due_at bigint not null
);

create table job_leases (
    name text primary key,
    holder {uuid} not null,
    held_until bigint not null,
    ran_at bigint not null
);
";

/// What the site may read about people: live publications with a live consent for the web, and the photo numbers that ended.
const VIEWS: &str = "
create view live_publications as
select p.id, p.case_id, c.public_key as case_key, p.photo_number, p.relations, p.sex, p.age_band, p.origin,
       p.pictures, p.published_at, k.ends_on as consent_ends_on, k.channels
from publications p
join cases c on c.id = p.case_id
join consents k on k.publication_id = p.id
where p.stage = 'live' and k.ended_at is null;

create view ended_numbers as
select photo_number from publications where stage = 'ended' and photo_number is not null;

create view society_directory as
select slug, name, contact, languages from societies;
";

/// A response names no Society: the trigger fills it in. Functions that take the 32-byte tag look up mailboxes and withdrawals,
/// so the site's role can't read these tables.
const WHAT_THE_SITE_MAY_ASK: &str = "
-- sqlite
create trigger responses_find_their_society after insert on responses
begin
    update responses set
        society_id = (select society_id from publications where id = new.publication_id),
        case_id = (select case_id from publications where id = new.publication_id)
    where id = new.id;
end;
create trigger withdrawals_act after insert on withdrawals
begin
    update consents set ended_at = new.asked_at, end_reason = 'withdrawn-by-code'
    where ended_at is null
      and publication_id in (select publication_id from withdrawal_codes where tag = new.tag);
    update publications set stage = 'ended', version = version + 1, ended_at = new.asked_at,
        ended_reason = 'withdrawn-by-code', relations = null, sex = null, age_band = null, origin = null
    where stage in ('draft', 'in-review', 'live')
      and id in (select publication_id from withdrawal_codes where tag = new.tag);
    update installation set value = cast(cast(value as integer) + 1 as text) where name = 'catalogue_version';
end;
-- end
-- postgres
create function responses_find_their_society() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    select society_id, case_id into new.society_id, new.case_id from publications where id = new.publication_id;
    return new;
end $$;
create trigger responses_find_their_society before insert on responses
    for each row execute function responses_find_their_society();

create function withdrawals_act() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update consents set ended_at = new.asked_at, end_reason = 'withdrawn-by-code'
    where ended_at is null
      and publication_id in (select publication_id from withdrawal_codes where tag = new.tag);
    update publications set stage = 'ended', version = version + 1, ended_at = new.asked_at,
        ended_reason = 'withdrawn-by-code', relations = null, sex = null, age_band = null, origin = null
    where stage in ('draft', 'in-review', 'live')
      and id in (select publication_id from withdrawal_codes where tag = new.tag);
    update installation set value = cast(cast(value as bigint) + 1 as text) where name = 'catalogue_version';
    return new;
end $$;
create trigger withdrawals_act after insert on withdrawals
    for each row execute function withdrawals_act();

create function is_withdrawal_code(wanted bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from withdrawal_codes where tag = wanted)
$$;
create function mailbox(wanted bytea)
returns table (id uuid, case_id uuid, case_key text, stage text, is_opened boolean, has_answer boolean)
language sql stable security definer set search_path = public, pg_temp as $$
    select r.id, r.case_id, c.public_key, r.stage, r.first_opened_at is not null,
           exists (select 1 from messages m where m.response_id = r.id and not m.is_from_staff)
    from responses r join cases c on c.id = r.case_id where r.mailbox_tag = wanted
$$;
create function mailbox_messages(wanted bytea)
returns table (id uuid, is_from_staff boolean, body bytea, place bigint, sent_at bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select m.id, m.is_from_staff, case when m.is_from_staff then m.body else ''::bytea end, m.position, m.sent_at
    from messages m join responses r on r.id = m.response_id where r.mailbox_tag = wanted
$$;
create function mailbox_answer(wanted bytea, new_id uuid, sealed bytea, at bigint) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into messages (id, response_id, is_from_staff, body, position, sent_at)
    select new_id, r.id, false, sealed,
           (select coalesce(max(m.position), 0) + 1 from messages m where m.response_id = r.id), at
    from responses r where r.mailbox_tag = wanted
    on conflict (id) do nothing;
    return exists (select 1 from messages m join responses r on r.id = m.response_id
                   where m.id = new_id and r.mailbox_tag = wanted);
end $$;
create function mailbox_take_back(wanted bytea, message uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare gone integer;
begin
    delete from messages m using responses r
    where m.id = message and not m.is_from_staff and r.id = m.response_id and r.mailbox_tag = wanted;
    get diagnostics gone = row_count;
    return gone > 0;
end $$;
revoke execute on all functions in schema public from public;
-- end
";

//! What was typed in a step of a form on the site, until it is sent. It is sealed under a key that takes both the browser's
//! cookie and the site's secret. The site adds rows, but can't list or change any; it finds one again by a 32-byte tag.

use sea_orm_migration::prelude::*;

pub struct FormSteps;

impl MigrationName for FormSteps {
    fn name(&self) -> &'static str {
        "m0011_form_steps"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for FormSteps {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        super::run(manager, SCHEMA).await
    }
}

/// A later step contains everything of the earlier ones, so it deletes them. If two arrive at once, the primary key refuses
/// one.
const SCHEMA: &str = "
create table form_steps (
    form {bytes} not null,
    place bigint not null,
    browser {bytes} not null,
    body {bytes} not null,
    due_at bigint not null,
    primary key (form, place)
);
create index form_steps_by_browser on form_steps (browser);
create index form_steps_by_due_at on form_steps (due_at);
-- sqlite
create trigger form_steps_replace after insert on form_steps
begin
    delete from form_steps where form = new.form and place < new.place;
end;
-- end
-- postgres
create function form_steps_replace() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from form_steps where form = new.form and place < new.place;
    return null;
end $$;
create trigger form_steps_replace after insert on form_steps
    for each row execute function form_steps_replace();
create function form_step(wanted bytea) returns table (place bigint, body bytea)
language sql stable security definer set search_path = public, pg_temp as $$
    select s.place, s.body from form_steps s where s.form = wanted order by s.place desc limit 1
$$;
create function form_steps_have_room(most bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) < most from (select 1 from form_steps limit most) as found
$$;
create function form_steps_of_browser(wanted bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select 1 from form_steps where browser = wanted)
$$;
create function form_erase(wanted bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from form_steps where form = wanted
$$;
create function form_erase_all(wanted bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
    delete from form_steps where browser = wanted
$$;
revoke execute on function form_steps_replace(), form_step(bytea), form_steps_have_room(bigint),
    form_steps_of_browser(bytea), form_erase(bytea), form_erase_all(bytea) from public;
-- end
";

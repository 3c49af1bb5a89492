#!/bin/sh
# PostgreSQL runs this once, when its folder is empty: the desk's role owns the schema, the site's gets its few rights
# from `kinlight migrate --site-role kinlight_site`.
set -eu
desk=$(cat /run/secrets/desk-role.password)
site=$(cat /run/secrets/site-role.password)
psql -v ON_ERROR_STOP=1 -U postgres -d kinlight -v desk="$desk" -v site="$site" <<'SQL'
create role kinlight login password :'desk';
create role kinlight_site login password :'site';
alter database kinlight owner to kinlight;
alter schema public owner to kinlight;
revoke all on database kinlight from public;
grant connect on database kinlight to kinlight_site;
SQL

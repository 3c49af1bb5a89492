#!/bin/sh
# PostgreSQL runs this once, when its data folder is empty. The role `kinlight` owns the schema and is only for the command
# line; the processes have roles of their own, which get their rights from `kinlight db grants`.
set -eu
password() { cat "/run/secrets/$1-role.password"; }
psql -v ON_ERROR_STOP=1 -U postgres -d kinlight -v owner="$(password owner)" \
  -v site="$(password site)" -v desk="$(password desk)" -v jobs="$(password jobs)" <<'SQL'
create role kinlight login password :'owner';
create role kinlight_site login password :'site';
create role kinlight_desk login password :'desk';
create role kinlight_jobs login password :'jobs';
alter database kinlight owner to kinlight;
alter schema public owner to kinlight;
revoke all on database kinlight from public;
grant connect on database kinlight to kinlight_site, kinlight_desk, kinlight_jobs;
SQL

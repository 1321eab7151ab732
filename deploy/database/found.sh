#!/bin/sh
# Once, on the node that founds the cluster, by Patroni: the roles, the database and what only a superuser may do in it.
set -eu
psql -v ON_ERROR_STOP=1 -d "$1" -f /etc/jingming/roles.sql
psql -v ON_ERROR_STOP=1 -d "$1" -v owner="$JINGMING_OWNER_PASSWORD" -v app="$JINGMING_APP_PASSWORD" <<'SQL'
alter role jingming_owner password :'owner';
alter role jingming_app password :'app';
alter role jingming_app set statement_timeout = 5000;
alter role jingming_app set lock_timeout = 2000;
alter role jingming_app set idle_in_transaction_session_timeout = 10000;
create database jingming owner jingming_owner;
\c jingming
\i /etc/jingming/roles.sql
SQL

#!/bin/bash
# One role and one database per service, each of the role's own; run once by the postgres image on an empty data folder.
# ZUGABE_PASSWORD is the password of the four roles.
set -eu
for service in catalog segmentation recommendation experiment; do
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set service="$service" --set password="$ZUGABE_PASSWORD" \
    --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role :"service" login password :'password';
create database :"service" owner :"service";
revoke connect on database :"service" from public;
SQL
done

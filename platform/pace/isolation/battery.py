"""What somebody would try who can inject SQL into partner A's requests to get at partner B.

Placeholders: `{A}` `{B}` the schemas, `{a}` `{b}` their login roles, `{mark}` a word that stands
in B's rows alone. `{table}` is a table of people's names that every schema has.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Attack:
    """One hostile statement and what it is after."""

    aim: str  # read, write, lock, poison, load
    statement: str


READING = [
    "SELECT name FROM {B}.{table}",
    "SELECT name FROM {table} UNION ALL SELECT name FROM {B}.{table}",
    "SET search_path = {B}; SELECT name FROM {table}",
    "SET LOCAL search_path = {B}; SELECT name FROM {table}",
    "SELECT set_config('search_path', '{B}', false); SELECT name FROM {table}",
    "SET ROLE {b}; SELECT name FROM {B}.{table}",
    "SET LOCAL ROLE {b}; SELECT name FROM {B}.{table}",
    "SET SESSION AUTHORIZATION {b}; SELECT name FROM {B}.{table}",
    "SET SESSION AUTHORIZATION DEFAULT; SELECT name FROM {B}.{table}",
    "RESET ROLE; SELECT name FROM {B}.{table}",
    "RESET ALL; SELECT name FROM {B}.{table}",
    "DISCARD ALL; SELECT name FROM {B}.{table}",
    "SET ROLE pace_owner; SELECT name FROM {B}.{table}",
    "SET ROLE pace_programme; SELECT name FROM {B}.{table}",
    "SET ROLE postgres; SELECT name FROM {B}.{table}",
    "GRANT {b} TO {a}; SELECT name FROM {B}.{table}",
    "GRANT pace_owner TO {a}; SET ROLE pace_owner; SELECT name FROM {B}.{table}",
    "GRANT SELECT ON {B}.{table} TO {a}; SELECT name FROM {B}.{table}",
    "COPY {B}.{table} TO STDOUT",
    "COPY (SELECT name FROM {B}.{table}) TO '/tmp/stolen'",
    "COPY {table} (name) FROM PROGRAM 'cat /etc/passwd'",
    "SELECT query_to_xml('SELECT name FROM {B}.{table}', true, false, '')",
    "SELECT schema_to_xml('{B}', true, false, '')",
    "SELECT table_to_xml('{B}.{table}', true, false, '')",
    "SELECT database_to_xml(true, false, '')",
    "SELECT cursor_to_xml('x', 1, true, false, '')",
    "DECLARE stolen CURSOR WITH HOLD FOR SELECT name FROM {B}.{table}; FETCH ALL FROM stolen",
    "PREPARE stolen AS SELECT name FROM {B}.{table}; EXECUTE stolen",
    "DO $$ BEGIN PERFORM name FROM {B}.{table}; END $$",
    "WITH stolen AS (SELECT * FROM {B}.{table}) SELECT name FROM stolen",
    "SELECT (SELECT string_agg(name, ',') FROM {B}.{table})",
    "SELECT name FROM {table} WHERE id IN (SELECT id FROM {B}.{table}) "
    "OR EXISTS (SELECT 1 FROM {B}.{table})",
    "SELECT most_common_vals::text FROM pg_stats WHERE schemaname = '{B}'",
    "SELECT stavalues1::text FROM pg_statistic",
    "SELECT 'rows {mark}', n_live_tup FROM pg_stat_all_tables WHERE schemaname = '{B}' "
    "AND n_live_tup >= 0",
    "SELECT 'rows {mark}', reltuples FROM pg_class c JOIN pg_namespace n "
    "ON n.oid = c.relnamespace WHERE nspname = '{B}'",
    "SELECT 'size {mark}', pg_total_relation_size('{B}.{table}')",
    "SELECT '{mark}', query FROM pg_stat_activity WHERE usename <> current_user AND query <> ''",
    "SELECT rolpassword, '{mark}' FROM pg_authid",
    "SELECT passwd FROM pg_shadow",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_ls_dir('base')",
    "SELECT lo_import('/etc/passwd')",
    "CREATE EXTENSION dblink; SELECT * FROM dblink('user={b}', 'SELECT name FROM {table}') "
    "AS t(name text)",
    "CREATE VIEW {A}.stolen AS SELECT name FROM {B}.{table}; SELECT name FROM {A}.stolen",
    "CREATE FUNCTION {A}.stolen() RETURNS SETOF text LANGUAGE sql SECURITY DEFINER AS "
    "$$ SELECT name FROM {B}.{table} $$; SELECT {A}.stolen()",
    "SELECT * FROM public.partners_schematemplate",
    "SELECT email FROM public.{table}",
    "SELECT session_data FROM {B}.django_session",
]
WRITING = [
    "INSERT INTO {B}.{table} SELECT * FROM {table}",
    "UPDATE {B}.{table} SET name = 'taken over'",
    "DELETE FROM {B}.{table}",
    "TRUNCATE {B}.{table} CASCADE",
    "DROP TABLE {B}.{table} CASCADE",
    "DROP SCHEMA {B} CASCADE",
    "ALTER TABLE {B}.{table} ADD COLUMN taken boolean",
    "ALTER SCHEMA {B} RENAME TO {B}_gone",
    "ALTER TABLE {B}.{table} SET SCHEMA {A}",
    "CREATE TABLE {B}.planted (id int)",
    "CREATE TRIGGER planted BEFORE INSERT ON {B}.{table} FOR EACH ROW EXECUTE FUNCTION "
    "suppress_redundant_updates_trigger()",
    "CREATE INDEX planted ON {B}.{table} (name)",
    "COMMENT ON TABLE {B}.{table} IS 'taken over'",
    "SELECT setval(pg_get_serial_sequence('{B}.{table}', 'id'), 1)",
    "SELECT nextval(pg_get_serial_sequence('{B}.{table}', 'id'))",
    "ALTER ROLE {b} SET search_path = {A}",
    "ALTER ROLE {b} PASSWORD 'stolen'",
    "ALTER ROLE {b} NOLOGIN",
    "DROP ROLE {b}",
    "REVOKE USAGE ON SCHEMA {B} FROM {b}",
    "REASSIGN OWNED BY {b} TO {a}",
    "WITH gone AS (DELETE FROM {B}.{table} RETURNING name) SELECT name FROM gone",
    "MERGE INTO {B}.{table} t USING {table} s ON t.id = s.id WHEN MATCHED THEN DELETE",
    "UPDATE public.partners_partner SET state = 'archived'",
    "DELETE FROM public.partners_domain",
]
LOCKING = [
    "LOCK TABLE {B}.{table} IN ACCESS EXCLUSIVE MODE",
    "LOCK TABLE {B}.{table} IN ACCESS SHARE MODE",
    "SELECT name FROM {B}.{table} FOR UPDATE",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_advisory_xact_lock(1)",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{b}'",
    "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE usename = '{b}'",
    "VACUUM FULL {B}.{table}",
    "REINDEX TABLE {B}.{table}",
    "CLUSTER {B}.{table}",
]
POISONING = [
    "SET search_path = {B}",
    "SET SESSION search_path = pg_catalog",
    "SET ROLE {b}",
    "CREATE TEMP TABLE {table} AS SELECT 'planted' AS name",
    "CREATE TABLE public.{table}_planted (id int)",
    "CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'planted' $$",
    "ALTER DATABASE {database} SET search_path = {A}",
    "SET default_transaction_read_only = on",
    "SET statement_timeout = 1",
    "SET row_security = off",
]
BATTERY = [
    *(Attack("read", text) for text in READING),
    *(Attack("write", text) for text in WRITING),
    *(Attack("lock", text) for text in LOCKING),
    *(Attack("poison", text) for text in POISONING),
]
LOADS = [
    "SET statement_timeout = 0; SELECT count(*) FROM generate_series(1, 20000000)",
    "SELECT count(*) FROM generate_series(1, 3000) a, generate_series(1, 3000) b",
    "SELECT sum(length(repeat('x', 100000))) FROM generate_series(1, 20000)",
]

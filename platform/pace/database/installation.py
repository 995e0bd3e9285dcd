"""Prepare a PostgreSQL server: roles, the database, and what a role must not be able to do.

The embedded server is prepared by `install_embedded`. For an external server an
administrator runs the scripts that `manage.py install --print` shows, once.

PostgreSQL lets every role see and do some things across schemas that a partner has no
business with: advisory locks are one space for the whole database, statistics tell how
many rows a neighbour's table has, large objects fill the disk. `HARDENING` takes these away
from everybody but the owner.
"""

import psycopg
from pgmq import install as pgmq_install

from pace.database import roles
from pace.embedded.cluster import Cluster

SERVICE_ROLES = (roles.ROUTER, roles.PROGRAMME, roles.PUBLIC, roles.QUEUE)
LIMITS = {
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
# Columns of pg_class that tell nothing of how full a table is.
CLASS_COLUMNS = (
    "oid, relname, relnamespace, reltype, reloftype, relowner, relam, relfilenode, "
    "reltablespace, reltoastrelid, relhasindex, relisshared, relpersistence, relkind, "
    "relnatts, relchecks, relhasrules, relhastriggers, relhassubclass, relrowsecurity, "
    "relforcerowsecurity, relispopulated, relreplident, relispartition, relrewrite, "
    "relacl, reloptions, relpartbound"
)


def role_script(secret_of=None) -> str:
    """SQL that makes the platform's service roles; run as a superuser, repeatable.

    `secret_of(role)` gives passwords for an external server; none are set without it.
    """
    lines = [_create_role(roles.OWNER, "CREATEROLE")]
    lines += [_create_role(role, "NOCREATEROLE") for role in SERVICE_ROLES]
    if secret_of is not None:
        for role in (roles.OWNER, *SERVICE_ROLES):
            lines.append(f"ALTER ROLE {role} PASSWORD '{secret_of(role)}';")
    for role in (roles.ROUTER, roles.PROGRAMME, roles.PUBLIC):
        lines.append(f"ALTER ROLE {role} SET search_path = public;")
        lines += [f"ALTER ROLE {role} SET {name} = '{value}';" for name, value in LIMITS.items()]
    return "\n".join(lines)


def _create_role(role: str, attribute: str) -> str:
    attributes = f"LOGIN {attribute} NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS"
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN "
        f"CREATE ROLE {role} {attributes}; END IF; END $$;"
    )


def database_script(name: str) -> str:
    """SQL that closes the database `name` to everyone but the platform's roles."""
    services = ", ".join(SERVICE_ROLES)
    return f"""
        REVOKE ALL ON DATABASE {name} FROM PUBLIC;
        GRANT CONNECT ON DATABASE {name} TO {services};
        REVOKE ALL ON SCHEMA public FROM PUBLIC;
        ALTER SCHEMA public OWNER TO {roles.OWNER};
        GRANT USAGE ON SCHEMA public TO {roles.ROUTER}, {roles.PROGRAMME}, {roles.PUBLIC};
        {HARDENING}
    """


HARDENING = f"""
    DO $$
    DECLARE f regprocedure;
    BEGIN
        FOR f IN SELECT oid::regprocedure FROM pg_proc
            WHERE pronamespace = 'pg_catalog'::regnamespace AND (
                proname LIKE 'pg\\_advisory%' OR proname LIKE 'pg\\_try\\_advisory%'
                OR proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite')
                OR proname LIKE 'pg\\_stat\\_get\\_%' OR proname LIKE 'pg\\_stat\\_reset%'
                OR proname LIKE 'pg\\_%\\_size'
                OR proname IN ('pg_notify', 'pg_lock_status', 'pg_prepared_xact')
            )
        LOOP
            EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
            EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO {roles.OWNER}, {roles.QUEUE}', f);
        END LOOP;
    END $$;
    DO $$
    DECLARE v regclass;
    BEGIN
        FOR v IN SELECT oid::regclass FROM pg_class
            WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'v' AND (
                relname LIKE 'pg\\_stat%' OR relname IN (
                    'pg_locks', 'pg_prepared_xacts', 'pg_cursors', 'pg_backend_memory_contexts',
                    'pg_replication_slots', 'pg_shmem_allocations'))
        LOOP
            EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', v);
            EXECUTE format('GRANT SELECT ON %s TO {roles.OWNER}', v);
        END LOOP;
    END $$;
    REVOKE SELECT ON pg_catalog.pg_class FROM PUBLIC;
    GRANT SELECT ({CLASS_COLUMNS}) ON pg_catalog.pg_class TO PUBLIC;
    GRANT SELECT ON pg_catalog.pg_class TO {roles.OWNER};
    REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
    GRANT USAGE ON LANGUAGE plpgsql TO {roles.OWNER}, {roles.QUEUE};
"""


def install_embedded(cluster: Cluster, name: str) -> bool:
    """Make roles and database on the embedded server; returns False when they were there."""
    cluster.ensure_running()
    with _connect(cluster, "postgres", "postgres") as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if found.fetchone():
            return False
        connection.execute(role_script())
        connection.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC")
        connection.execute(f"CREATE DATABASE {name} OWNER {roles.OWNER}")
    with _connect(cluster, name, "postgres") as connection:
        connection.execute(database_script(name))
    install_queue(cluster, name)
    return True


def queue_script(name: str) -> str:
    """SQL for psql that makes the message queue's tables as the queue's own role."""
    return f"""
        GRANT CREATE ON DATABASE {name} TO {roles.QUEUE};
        SET SESSION AUTHORIZATION {roles.QUEUE};
        {pgmq_install.get_embedded_install_sql()}
        RESET SESSION AUTHORIZATION;
        REVOKE CREATE ON DATABASE {name} FROM {roles.QUEUE};
    """


def install_queue(cluster: Cluster, name: str) -> None:
    """Make the message queue's tables, owned by the queue's own role."""
    with _connect(cluster, name, "postgres") as connection:
        connection.execute(f"GRANT CREATE ON DATABASE {name} TO {roles.QUEUE}")
        with _connect(cluster, name, roles.QUEUE) as queue:
            queue.execute(pgmq_install.get_embedded_install_sql())
        connection.execute(f"REVOKE CREATE ON DATABASE {name} FROM {roles.QUEUE}")


def _connect(cluster: Cluster, database: str, user: str) -> psycopg.Connection:
    host = str(cluster.socket_directory)
    return psycopg.connect(host=host, dbname=database, user=user, autocommit=True)

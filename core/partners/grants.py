"""What each database role may touch, as one statement list per schema.

Apps say which of their tables are special when they start: `append_only` tables take rows
and never change them; `frozen_for_collection` tables are what the programme's role may read
of a partner; `reference` tables of the shared layer may be read by every partner.
Everything else follows from the rule "a partner works in its own schema, the programme in
the shared layer, the public reads what is released".
"""

from core.partners.naming import PUBLIC_SCHEMA, role_of

APPEND_ONLY: set[str] = set()
FROZEN_FOR_COLLECTION: set[str] = set()
REFERENCE: set[str] = set()
RELEASED: set[str] = set()
READ_ONLY_FOR_PARTNERS = ("django_migrations", "django_content_type", "auth_permission")
ROUTER_TABLES = ("partners_partner", "partners_domain")
OWNER_ONLY_TABLES = ("partners_schematemplate", "django_migrations")
LIMITS = {
    "statement_timeout": "30s",
    "lock_timeout": "5s",
    "idle_in_transaction_session_timeout": "60s",
}
CONNECTIONS_PER_PARTNER = 40


def append_only(*tables: str) -> None:
    """Rows of these tables can be added and read, never changed or removed."""
    APPEND_ONLY.update(tables)


def frozen_for_collection(*tables: str) -> None:
    """The programme's role may read these tables in every partner's schema."""
    FROZEN_FOR_COLLECTION.update(tables)


def reference(*tables: str) -> None:
    """Partners may read these tables of the shared layer."""
    REFERENCE.update(tables)


def released(*tables: str) -> None:
    """The public reader may read these tables of the shared layer."""
    RELEASED.update(tables)


def role_statements(schema: str, database: str, password: str | None = None) -> list[str]:
    """SQL that makes (or resets) the login role of a partner's schema."""
    role = role_of(schema)
    attributes = f"LOGIN NOCREATEROLE CONNECTION LIMIT {CONNECTIONS_PER_PARTNER}"
    statements = [
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
        f"THEN CREATE ROLE {role} {attributes}; END IF; END $$",
        # A partner's role is a member of nothing, whatever was granted by mistake meanwhile.
        f"DO $$ DECLARE g regrole; BEGIN FOR g IN SELECT roleid FROM pg_auth_members "
        f"WHERE member = '{role}'::regrole LOOP EXECUTE format('REVOKE %s FROM {role}', g); "
        f"END LOOP; END $$",
        f"GRANT CONNECT ON DATABASE {database} TO {role}",
        f"ALTER ROLE {role} SET search_path = {schema}, {PUBLIC_SCHEMA}",
    ]
    statements += [f"ALTER ROLE {role} SET {name} = '{value}'" for name, value in LIMITS.items()]
    if password is not None:
        statements.append(f"ALTER ROLE {role} PASSWORD '{password}'")
    return statements


def schema_statements(schema: str, tables: set[str], shared: set[str]) -> list[str]:
    """SQL that grants a partner's role its own schema, and the programme its submissions.

    `tables` are the names of the tables that stand in the schema, `shared` those of the
    shared layer.
    """
    role = role_of(schema)
    statements = [
        f"REVOKE ALL ON SCHEMA {schema} FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA {schema} TO {role}, pace_programme",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {schema} TO {role}",
    ]
    for table in sorted(tables & set(READ_ONLY_FOR_PARTNERS)):
        statements.append(f"REVOKE INSERT, UPDATE, DELETE ON {schema}.{table} FROM {role}")
    for table in sorted(tables & APPEND_ONLY):
        statements.append(f"REVOKE UPDATE, DELETE ON {schema}.{table} FROM {role}")
    for table in sorted(tables & FROZEN_FOR_COLLECTION):
        statements.append(f"GRANT SELECT ON {schema}.{table} TO pace_programme")
    return [*statements, *reference_statements(role, shared)]


def reference_statements(role: str, shared: set[str]) -> list[str]:
    """SQL that lets a partner's role read the shared reference tables."""
    statements = [f"GRANT USAGE ON SCHEMA {PUBLIC_SCHEMA} TO {role}"]
    for table in sorted(REFERENCE & shared):
        statements.append(f"GRANT SELECT ON {PUBLIC_SCHEMA}.{table} TO {role}")
    return statements


def shared_statements(tables: set[str]) -> list[str]:
    """SQL that grants router, programme and public reader their part of the shared layer."""
    own = sorted(tables - set(OWNER_ONLY_TABLES))
    statements = []
    for table in own:
        changes = "SELECT, INSERT" if table in APPEND_ONLY else "SELECT, INSERT, UPDATE, DELETE"
        statements.append(f"GRANT {changes} ON {PUBLIC_SCHEMA}.{table} TO pace_programme")
    statements.append(
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA {PUBLIC_SCHEMA} TO pace_programme"
    )
    for table in ROUTER_TABLES:
        statements.append(f"REVOKE INSERT, UPDATE, DELETE ON {table} FROM pace_programme")
        statements.append(f"GRANT SELECT ON {PUBLIC_SCHEMA}.{table} TO pace_router, pace_public")
    for table in sorted(RELEASED & tables):
        statements.append(f"GRANT SELECT ON {PUBLIC_SCHEMA}.{table} TO pace_public")
    return statements

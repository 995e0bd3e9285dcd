"""The tenant-aware database backend: who is active decides *as whom* the database is asked.

django-tenants switches a partner by setting the connection's search path; one injected
statement undoes that. Here every partner has a login role of its own, and activating a
partner means using a connection that was opened as that role. Its search path is fixed at
connection time, so no request sets it. Switching inside a transaction is refused.
"""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django_tenants.postgresql_backend import base as tenants_backend

from pace.database import roles
from pace.database.operations import DatabaseOperations
from pace.database.pools import POOLS

EMBEDDED = "embedded"


class PartnerSwitchInsideTransaction(ImproperlyConfigured):
    """Another partner was activated while a transaction of the first was open."""


class DatabaseWrapper(tenants_backend.DatabaseWrapper):
    """A PostgreSQL connection that is signed in as the active partner's role."""

    ops_class = DatabaseOperations

    def __init__(self, *args, **kwargs):
        self.db_role = None
        super().__init__(*args, **kwargs)

    # -- who is active ---------------------------------------------------------------

    def set_tenant(self, tenant, include_public=True):
        """Activate `tenant`, anything with `schema_name` and, save for the owner, `db_role`.

        Raises `PartnerSwitchInsideTransaction` when a transaction is open and the schema or
        the role would change.
        """
        role = getattr(tenant, "db_role", None) or self._role_without_partner()
        changed = (role, tenant.schema_name) != (self.db_role, self.schema_name)
        if changed and self.in_atomic_block:
            raise PartnerSwitchInsideTransaction(
                f"A transaction of {self.schema_name} is open; end it before "
                f"{tenant.schema_name} is used."
            )
        if changed and self.connection is not None and role != self.db_role:
            self.close()
        self.db_role = role
        self.tenant = tenant
        if changed or self.moves_by_search_path:
            super().set_tenant(tenant, include_public=include_public)

    def _role_without_partner(self) -> str:
        return getattr(settings, "PACE_IDLE_ROLE", roles.ROUTER)

    @property
    def moves_by_search_path(self) -> bool:
        """The owner does, to migrate schemas; and the control of the isolation battery."""
        return self.db_role == roles.OWNER or getattr(self.tenant, "by_search_path", False)

    # -- connections -----------------------------------------------------------------

    @property
    def pool(self):
        """The pool of the active role (psycopg_pool), shared by the threads of this process."""
        role = self.db_role

        def configure(connection):
            self._configure_timezone(connection)

        key = (self.settings_dict["NAME"], self.settings_dict["HOST"], role)
        return POOLS.get(key, self.get_connection_params, configure)

    def close_pool(self):
        """Close all pools of the process (Django calls this when databases are torn down)."""
        POOLS.close_all()

    def get_connection_params(self):
        """Django's parameters, with the active role and its fixed search path."""
        parameters = super().get_connection_params()
        parameters["user"] = self.db_role
        if parameters.get("host") == EMBEDDED:
            parameters["host"] = str(settings.PACE_CLUSTER.ensure_running())
            parameters.pop("password", None)
        elif settings.PACE_DATABASE_SECRET:
            parameters["password"] = self.password_of(self.db_role)
        parameters.setdefault("application_name", "pace")
        return parameters

    def password_of(self, role: str) -> str:
        """The password of a role on an external server (see `pace.database.roles`)."""
        return roles.password_of(role, settings.PACE_DATABASE_SECRET)

    def _handle_search_path(self, cursor=None):
        if self.moves_by_search_path:
            super()._handle_search_path(cursor)

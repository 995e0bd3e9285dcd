"""Objects and querysets that know whose they are.

Each partner has tables of the same names, so a family of Mechelen looks to Django exactly
like a family of Gent with the same number. Every object and every query is therefore
stamped with the schema it came from, and refuses to be used while another is active. The
database's roles are the boundary; this turns a programming error into an exception before
it reaches the database.
"""

from django.db import connection, models
from django.db.models import Q


class ForeignPartnerData(RuntimeError):
    """Something that belongs to one partner was used while another was active."""

    def __init__(self, owner: str, active: str) -> None:
        super().__init__(f"This belongs to {owner}, but {active} is active.")


def _active_schema() -> str | None:
    # While nobody is active (import time: form fields, class-level querysets) there is
    # nothing to stamp; such a query belongs to whoever is active when it runs.
    active = getattr(connection, "tenant", None)
    return active.schema_name if hasattr(active, "kind") else None


def _check(instance: models.Model) -> None:
    stamp = getattr(instance._state, "schema", None)
    if stamp is not None and stamp != connection.schema_name:
        raise ForeignPartnerData(stamp, connection.schema_name)


def _check_value(value) -> None:
    if isinstance(value, StampedModel):
        _check(value)
    elif isinstance(value, list | tuple | set):
        for item in value:
            _check_value(item)


def _check_condition(condition: Q) -> None:
    for child in condition.children:
        if isinstance(child, Q):
            _check_condition(child)
        elif isinstance(child, tuple):
            _check_value(child[1])


class StampedQuerySet(models.QuerySet):
    """A queryset that runs only in the schema that was active when it was made."""

    def __init__(self, model=None, query=None, using=None, hints=None):
        super().__init__(model, query, using, hints)
        if query is None:
            self._query.stamped_schema = _active_schema()
        self._check_hints()

    def _check_hints(self) -> None:
        instance = self._hints.get("instance")
        if isinstance(instance, StampedModel):
            _check(instance)

    def _add_hints(self, **hints):
        super()._add_hints(**hints)
        self._check_hints()

    def _filter_or_exclude_inplace(self, negate, args, kwargs):
        for condition in args:
            if isinstance(condition, Q):
                _check_condition(condition)
        for value in kwargs.values():
            _check_value(value)
        super()._filter_or_exclude_inplace(negate, args, kwargs)


class StampedModel(models.Model):
    """Base of every model that lives in a partner's schema."""

    objects = StampedQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._state.schema = _active_schema()

    def save_base(self, *args, **kwargs):
        """Save, unless the object belongs to another partner than the active one."""
        _check(self)
        super().save_base(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """Delete, unless the object belongs to another partner than the active one."""
        _check(self)
        return super().delete(*args, **kwargs)

    def refresh_from_db(self, *args, **kwargs):
        """Read again, unless the object belongs to another partner than the active one."""
        _check(self)
        super().refresh_from_db(*args, **kwargs)

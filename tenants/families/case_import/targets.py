"""The tables that an import fills, and which of their columns.

While a file is checked nothing has a number yet: a new object is known by a negative number,
its place in the file. Writing takes real numbers from the table's own sequence and puts them
wherever a column points to a new object.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import Field, ForeignKey, Model


@dataclass(frozen=True)
class Target:
    """One table. `columns` are attribute names ("family_id"), in the order of the values.

    `action` is the access log's code for "made"; empty for tables that hold no record of
    their own. `late` are columns whose values are only known while writing: a function from
    the book and a count to that many values, in the order in which the rows were put down.
    """

    model: type[Model]
    columns: tuple[str, ...]
    action: str = ""
    late: Mapping[str, Callable[[Any, int], list[Any]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The model's label, such as "families.guardian"."""
        return self.model._meta.label_lower

    @cached_property
    def links(self) -> list[tuple[int, str]]:
        """Positions of the columns that point to another table, with that table's name."""
        found = []
        for position, column in enumerate(self.columns):
            link = self._field(column)
            if isinstance(link, ForeignKey):
                found.append((position, link.related_model._meta.label_lower))
        return found

    @cached_property
    def stamped_columns(self) -> list[str]:
        """Columns that take the moment of writing."""
        names = [field.attname for field in self.model._meta.concrete_fields]
        return [name for name in ("created_at",) if name in names and name not in self.columns]

    def table_columns(self) -> list[str]:
        """The names in the database of everything that is written, the number first."""
        names = [*self.columns, *self.late, *self.stamped_columns]
        return [self.model._meta.pk.column, *(self._field(name).column for name in names)]

    def _field(self, attribute: str) -> Field:
        for candidate in self.model._meta.concrete_fields:
            if candidate.attname == attribute:
                return candidate
        raise LookupError(f"{self.name} has no column {attribute!r}.")

"""Ages and numbers that are computed from birth dates on the day in question, never stored.

The same rules stand in SQL in `models.situation`; the tests hold the two against each other.
"""

from collections.abc import Iterable
from datetime import date

from tenants.families.models.situation import highest


def full_months(birth_date: date, on: date) -> int:
    """Completed months between a birth date and a day: 31 January is 1 month old on 1 March."""
    months = (on.year - birth_date.year) * 12 + on.month - birth_date.month
    return months - (birth_date.day > on.day)


def full_years(birth_date: date, on: date) -> int:
    """Completed years between a birth date and a day."""
    return full_months(birth_date, on) // 12


def computed_answers(
    parent_born: date | None, children_born: Iterable[date | None], on: date
) -> dict[str, int | None]:
    """The three computed attributes by code; None is unknown.

    Children who were not born yet do not count. The youngest child's age is unknown as soon as
    one birth date is missing, the number of children while no child has been written down.
    Ages stop at the highest answer of the vocabulary.
    """
    born = [birth for birth in children_born if birth is None or birth <= on]
    age = full_years(parent_born, on) if parent_born and parent_born <= on else None
    return {
        "youngest_child_age_months": _youngest(born, on),
        "number_of_children": min(len(born), highest("number_of_children")) or None,
        "parent_age_years": None if age is None else min(age, highest("parent_age_years")),
    }


def _youngest(born: list[date | None], on: date) -> int | None:
    known = [birth for birth in born if birth is not None]
    if not known or len(known) < len(born):
        return None
    return min(full_months(max(known), on), highest("youngest_child_age_months"))

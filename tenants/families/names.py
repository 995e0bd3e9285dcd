"""How names of this partner's families sort and match.

A sort key is stored, because the database compares bytes and the custom differs per country
("van den Berg" under B in the Netherlands, under V in Flanders). It has no accents or capitals,
so that it also serves for searching and for finding the same person twice. Whoever writes in
bulk, without `save()`, fills the key with these functions.
"""

from core.partners.context import current
from core.ui import names


def family_sort_key(name: str) -> str:
    """Key of a family's name by the custom of the active partner's country."""
    return names.sort_key(name, current().country, given="")


def person_sort_key(first_name: str, last_name: str) -> str:
    """Key of a person: family name first, then the given name."""
    return names.sort_key(last_name, current().country, given=first_name)

"""What somebody fills in about a family and its people, before anything is stored."""

from dataclasses import dataclass
from datetime import date

from tenants.families.enums import Sex


@dataclass(frozen=True, kw_only=True)
class PersonDetails:
    """A parent or a child. `own_reference` is the partner's own number, or None."""

    first_name: str
    last_name: str
    birth_date: date | None = None
    sex: str = Sex.UNKNOWN
    own_reference: str | None = None


@dataclass(frozen=True, kw_only=True)
class FamilyDetails:
    """How a family is called and reached; codes as in the vocabulary, empty is unknown."""

    name: str
    residence_lau: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    household_language: str = ""
    interpreter_needed: bool | None = None
    external_project: str = ""
    own_reference: str | None = None

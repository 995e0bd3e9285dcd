"""Invented people for the tests."""

from core.accounts.enums import Role
from core.accounts.models import User

PASSWORD = "a long and quiet word"


def staff_member(name: str, *roles: Role) -> User:
    """Make an account in the active schema."""
    email = f"{name.lower().replace(' ', '.')}@site.example"
    person = User(email=email, name=name, roles=list(roles), language="nl-be")
    person.set_password(PASSWORD)
    person.save()
    return person

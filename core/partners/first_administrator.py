"""The account a new site starts with."""

from core.accounts.services import create_first_administrator
from core.partners.models import Partner
from core.partners.provisioning import register_step


def register() -> None:
    """Make it part of every site's provisioning."""
    register_step("first administrator", _make)


def _make(partner: Partner, options: dict) -> None:
    address = options.get("administrator")
    if address:
        create_first_administrator(email=address, name=partner.name, language=partner.languages[0])

"""What guidance stores: the case, its contacts, and the work that parents find."""

from tenants.guidance.models.case import Case
from tenants.guidance.models.contact import Contact
from tenants.guidance.models.work import WorkSpell

__all__ = ["Case", "Contact", "WorkSpell"]

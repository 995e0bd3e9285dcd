"""Reading accounts: every list starts from what the reader may see."""

from core.accounts.models import Invitation, User
from core.accounts.models.invitation import InvitationQuerySet
from core.accounts.models.user import UserQuerySet
from core.accounts.permissions import can_read_access_log
from core.accounts.tokens import digest
from core.audit.models import Entry, EntryQuerySet


def people(user: User) -> UserQuerySet:
    """The people of this schema in the order of their names, switched-off accounts last."""
    return User.objects.visible_to(user).order_by("-is_active", "sort_key", "pk")


def waiting_invitations(user: User) -> InvitationQuerySet:
    """Invitations that were neither accepted nor withdrawn, newest first."""
    return Invitation.objects.visible_to(user).waiting().select_related("invited_by")


def usable_invitation(token: str) -> Invitation | None:
    """The invitation that a link's `token` belongs to, while it can be accepted."""
    return Invitation.objects.usable().filter(token_hash=digest(token)).first()


def log_entries(
    user: User, *, kind: str = "", person: int | None = None, family: int | None = None
) -> EntryQuerySet:
    """The access log as `user` may read it, restricted to a kind, a person, a family."""
    if not can_read_access_log(user):
        return Entry.objects.none()
    entries = Entry.objects.newest_first()
    if kind:
        entries = entries.of_kind(kind)
    if person is not None:
        entries = entries.of_person(person)
    if family is not None:
        entries = entries.of_family(family)
    return entries

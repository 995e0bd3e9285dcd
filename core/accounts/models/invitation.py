"""How a colleague gets an account: somebody invites, the colleague accepts with a link.

There is no sign-up. The link holds a random token of which only the digest is kept, so that
whoever reads the table can not accept in somebody's place.
"""

from typing import Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import OVERSEER_ROLES, PROGRAMME_ROLES, SITE_ROLES, in_order


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def waiting(self) -> Self:
        """Neither accepted nor withdrawn; the link may have expired."""
        return self.filter(accepted_at=None, revoked_at=None)

    def usable(self) -> Self:
        """Those whose link works now."""
        return self.waiting().filter(expires_at__gt=timezone.now())

    def visible_to(self, user: Any) -> Self:
        """Overseers see the invitations of their schema; others none."""
        if user.is_authenticated and user.is_active and user.has_role(*OVERSEER_ROLES):
            return self
        return self.none()


class Invitation(models.Model):
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150)
    roles = ArrayField(models.CharField(max_length=30), verbose_name=_("roles"))
    language = models.CharField(_("language"), max_length=10, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        "accounts.User",
        on_delete=models.PROTECT,
        null=True,
        related_name="invitations_sent",
        help_text=_("Empty when the platform itself invited, at the start of a site."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="accounts_invitation_email_in_small_letters",
                condition=models.Q(email=models.functions.Lower("email")),
            ),
            models.CheckConstraint(
                name="accounts_invitation_roles_of_one_host",
                condition=models.Q(roles__contained_by=sorted(SITE_ROLES))
                | models.Q(roles__contained_by=sorted(PROGRAMME_ROLES)),
            ),
            models.CheckConstraint(
                name="accounts_invitation_accepted_or_revoked",
                condition=models.Q(accepted_at=None) | models.Q(revoked_at=None),
            ),
            models.UniqueConstraint(
                name="accounts_invitation_one_waiting_per_address",
                fields=["email"],
                condition=models.Q(accepted_at=None, revoked_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        self.roles = in_order(self.roles)
        super().save(*args, **kwargs)

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= timezone.now()

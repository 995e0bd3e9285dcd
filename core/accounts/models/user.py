"""A person with an account in this schema: somebody of one partner, or of the programme.

The address is the login and is kept in small letters, so that it is unique whatever way it is
typed. Roles are a list on the account: there are ten of them, fixed, and they are read on every
request. The database refuses an account that mixes the roles of both kinds of host. A name sorts
by the custom of the person's own language.
"""

from typing import Any, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.accounts.enums import (
    ADMINISTRATOR_ROLES,
    OVERSEER_ROLES,
    PROGRAMME_ROLES,
    SITE_ROLES,
    in_order,
)
from core.ui.names import sort_key


class UserQuerySet(models.QuerySet["User"]):
    def active(self) -> Self:
        return self.filter(is_active=True)

    def with_role(self, *roles: str) -> Self:
        return self.filter(roles__overlap=list(roles))

    def administrators(self) -> Self:
        """Those who manage accounts and can sign in."""
        return self.active().with_role(*ADMINISTRATOR_ROLES)

    def visible_to(self, user: Any) -> Self:
        """Overseers see everybody of their schema; others see themselves."""
        if not (user.is_authenticated and user.is_active):
            return self.none()
        return self if user.has_role(*OVERSEER_ROLES) else self.filter(pk=user.pk)


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, *, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account without any check: for services and test fixtures.

        Without a password nobody can sign in until one is set through a reset link.
        """
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save()
        return user


class User(AbstractBaseUser):
    last_login = None  # `last_seen_at` says it, without a signal that writes behind our back.

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    sort_key = models.CharField(max_length=400, editable=False)
    roles = ArrayField(models.CharField(max_length=30), verbose_name=_("roles"))
    language = models.CharField(_("language"), max_length=10, blank=True)
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    last_seen_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["sort_key", "id"]
        constraints = [
            models.CheckConstraint(
                name="accounts_user_email_in_small_letters",
                condition=models.Q(email=models.functions.Lower("email")),
            ),
            models.CheckConstraint(
                name="accounts_user_roles_of_one_host",
                condition=models.Q(roles__contained_by=sorted(SITE_ROLES))
                | models.Q(roles__contained_by=sorted(PROGRAMME_ROLES)),
            ),
        ]
        indexes = [models.Index(fields=["sort_key", "id"], name="accounts_user_by_name")]

    def __str__(self) -> str:
        return self.name or self.email

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.strip().lower()
        self.roles = in_order(self.roles)
        self.sort_key = sort_key(self.name, country=self.language[-2:])
        super().save(*args, **kwargs)

    def has_role(self, *roles: str) -> bool:
        """Has this person at least one of `roles`?"""
        return not set(roles).isdisjoint(self.roles)

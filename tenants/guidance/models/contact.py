"""A contact: when and how a coach spoke, or tried to speak, with a parent.

The note is the coach's: professional secrecy keeps it from childcare staff, referrers and
funders. It is never shown outside guidance's own roles and never counted.
"""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from core.accounts.access import has_one_of
from core.partners.stamped import StampedModel, StampedQuerySet
from tenants.families.models.family import own_reference
from tenants.guidance.enums import Reached
from tenants.guidance.models.case import Case
from tenants.guidance.permissions import GUIDANCE_ROLES


class ContactQuerySet(StampedQuerySet):
    def visible_to(self, user) -> Self:
        """Family coaches and coordinators; a contact holds what is said in confidence."""
        return self if has_one_of(user, GUIDANCE_ROLES) else self.none()

    def newest_first(self) -> Self:
        return self.order_by("-on", "-id")


class Contact(StampedModel):
    """One contact or attempt. `submission` tells a form sent twice from two contacts."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="contacts")
    on = models.DateField(_("date"))
    kind = models.CharField(_("kind of contact"), max_length=60)
    reached = models.CharField(_("did you speak?"), max_length=10, choices=Reached)
    note = models.TextField(_("note"), blank=True)
    by_name = models.CharField(_("by"), max_length=150)
    own_reference = own_reference()
    submission = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ContactQuerySet.as_manager()

    class Meta(StampedModel.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["-on", "-id"]
        constraints = [
            models.CheckConstraint(
                name="guidance_contact_reached_is_known",
                condition=Q(reached__in=Reached.values),
            ),
            models.CheckConstraint(
                name="guidance_contact_own_reference_not_empty",
                condition=Q(own_reference__isnull=True) | ~Q(own_reference=""),
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-on"], name="guidance_contact_of_case"),
            models.Index(fields=["-on", "-id"], name="guidance_contact_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.kind}"

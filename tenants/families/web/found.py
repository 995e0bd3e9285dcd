"""Finding the family and the parent that an address names, for who may see them."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from core.audit.services import record_view
from tenants.families.models import Decision, Family, Guardian


def family_or_404(request: HttpRequest, reference: str) -> Family:
    """The family of that reference among those the reader may see."""
    return get_object_or_404(Family.objects.visible_to(request.user), reference=reference)


def parent_or_404(request: HttpRequest, reference: str, guardian: int) -> Guardian:
    """The parent of that number in the family of that reference."""
    parents = Guardian.objects.visible_to(request.user).select_related("family")
    return get_object_or_404(parents, family__reference=reference, pk=guardian)


def decision_or_404(request: HttpRequest, reference: str, pk: int) -> Decision:
    """The decision of that number in the family of that reference."""
    decisions = Decision.objects.visible_to(request.user)
    decisions = decisions.select_related("family", "guardian__family")
    return get_object_or_404(decisions, family__reference=reference, pk=pk)


def log_opening(request: HttpRequest, family: Family) -> None:
    """Write into the access log that somebody opens this family's file; then it may be served."""
    record_view(
        by=request.user,
        object_type="families.family",
        object_id=family.pk,
        family_id=family.pk,
    )

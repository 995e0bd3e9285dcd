"""Recording on a family's file: trainings and volunteering, and how they end."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from core.accounts.access import requires
from core.sites.selectors import current_configuration
from tenants.families.models import Family, Guardian
from tenants.families.web.recording import back_to_file, family_of, recorded, recording_page
from tenants.learning import services
from tenants.learning.models import TrainingParticipation, Volunteering
from tenants.learning.permissions import LEARNING_ROLES
from tenants.learning.web.forms import (
    CompleteForm,
    EndVolunteeringForm,
    TrainingForm,
    VolunteeringForm,
)

READ_AND_SEND = ["GET", "HEAD", "POST"]


@requires(*LEARNING_ROLES)
@require_http_methods(READ_AND_SEND)
def training(request: HttpRequest, reference: str) -> HttpResponse:
    """A training that a parent began."""
    family = family_of(request, reference)
    guardians = _guardians(family)
    form = TrainingForm(
        request.POST or None,
        people=_names(guardians),
        configuration=current_configuration().configuration,
    )

    def record_it() -> Any:
        guardian = guardians[form.person_id]
        return services.record_training(guardian=guardian, by=request.user, **form.given())

    if recorded(request, form, record_it):
        return back_to_file(request, family, _("The training is recorded."))
    return recording_page(request, "learning/training.html", family, form)


@requires(*LEARNING_ROLES)
@require_http_methods(READ_AND_SEND)
def volunteering(request: HttpRequest, reference: str) -> HttpResponse:
    """Volunteering that a parent began."""
    family = family_of(request, reference)
    guardians = _guardians(family)
    form = VolunteeringForm(request.POST or None, people=_names(guardians))

    def record_it() -> Any:
        guardian = guardians[form.person_id]
        return services.record_volunteering(guardian=guardian, by=request.user, **form.given())

    if recorded(request, form, record_it):
        return back_to_file(request, family, _("The volunteering is recorded."))
    return recording_page(request, "learning/volunteering.html", family, form)


@requires(*LEARNING_ROLES)
@require_http_methods(READ_AND_SEND)
def complete(request: HttpRequest, pk: int) -> HttpResponse:
    """When a training ended, and whether it was completed."""
    visible = TrainingParticipation.objects.visible_to(request.user)
    found = get_object_or_404(visible.select_related("family", "guardian"), pk=pk)
    form = CompleteForm(request.POST or None, initial={"hours": found.hours})

    def record_it() -> Any:
        return services.complete_training(
            training=found,
            on=form.cleaned_data["ended_on"],
            completed=form.cleaned_data["completed"],
            hours=form.cleaned_data["hours"],
            by=request.user,
        )

    if recorded(request, form, record_it):
        return back_to_file(request, found.family, _("The end of the training is recorded."))
    return recording_page(request, "learning/complete.html", found.family, form, training=found)


@requires(*LEARNING_ROLES)
@require_http_methods(READ_AND_SEND)
def end_volunteering(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of volunteering."""
    visible = Volunteering.objects.visible_to(request.user)
    found = get_object_or_404(visible.select_related("family", "guardian"), pk=pk)
    form = EndVolunteeringForm(request.POST or None)

    def record_it() -> Any:
        return services.end_volunteering(
            volunteering=found, on=form.cleaned_data["ended_on"], by=request.user
        )

    if recorded(request, form, record_it):
        return back_to_file(request, found.family, _("The end of the volunteering is recorded."))
    return recording_page(
        request, "learning/end_volunteering.html", found.family, form, volunteering=found
    )


def _guardians(family: Family) -> dict[int, Guardian]:
    return {guardian.pk: guardian for guardian in family.guardians.order_by("id")}


def _names(guardians: dict[int, Guardian]) -> list[tuple[int, str]]:
    return [(pk, guardian.name) for pk, guardian in guardians.items()]

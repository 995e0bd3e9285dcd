"""Who is in training and who volunteers: what goes on now, and what there was."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.accounts.access import requires
from core.sites.lists import labels
from tenants.learning.models import TrainingParticipation, Volunteering
from tenants.learning.permissions import LEARNING_ROLES

PAGE_LENGTH = 25
NOW, EVER = "now", "ever"


@requires(*LEARNING_ROLES)
@require_safe
def trainings(request: HttpRequest) -> HttpResponse:
    """Trainings, the latest first."""
    page = _page(request, TrainingParticipation)
    kinds = labels("training_kinds")
    rows = [(training, kinds.get(training.kind, training.kind)) for training in page]
    return _list(request, "learning/trainings.html", "learning:trainings", page=page, rows=rows)


@requires(*LEARNING_ROLES)
@require_safe
def volunteers(request: HttpRequest) -> HttpResponse:
    """Volunteering, the latest first."""
    page = _page(request, Volunteering)
    return _list(request, "learning/volunteers.html", "learning:volunteers", page=page, rows=page)


def _page(request: HttpRequest, model: Any) -> Any:
    found = model.objects.visible_to(request.user).select_related("guardian", "family")
    if _chosen(request) == NOW:
        found = found.open()
    in_order = found.order_by("-started_on", "-id")
    return Paginator(in_order, PAGE_LENGTH).get_page(request.GET.get("page"))


def _chosen(request: HttpRequest) -> str:
    return EVER if request.GET.get("show") == EVER else NOW


def _list(request: HttpRequest, template: str, url_name: str, **context: Any) -> HttpResponse:
    chosen = _chosen(request)
    parts = (("learning:trainings", _("Trainings")), ("learning:volunteers", _("Volunteering")))
    tabs = [
        {"label": label, "href": reverse(name), "current": name == url_name}
        for name, label in parts
    ]
    return render(request, template, {"tabs": tabs, "shows_all": chosen == EVER, **context})

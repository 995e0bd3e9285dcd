"""The list of families and a family's file."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.accounts.access import requires
from core.accounts.enums import Role
from tenants.families import actions, states, timeline
from tenants.families.models import Family
from tenants.families.selectors import list_of_families
from tenants.families.web.file import FamilyFile
from tenants.families.web.forms.filters import FamilyFilter
from tenants.families.web.found import log_opening
from tenants.families.web.shown import phone_url

PAGE_LENGTH = 50


@dataclass(frozen=True)
class Row:
    """A family in the list."""

    family: Family
    parents: str
    children: int
    state: states.FamilyState | None

    @property
    def phone_url(self) -> str:
        return phone_url(self.family.phone)


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def families(request: HttpRequest) -> HttpResponse:
    """The list, by name: search and where they stand."""
    filters = FamilyFilter(request.GET)
    chosen = filters.chosen()
    found = list_of_families(request.user, **chosen)
    page = Paginator(found, PAGE_LENGTH).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [_row(family) for family in page],
        "filters": filters,
        "is_filtered": any(chosen.values()),
        "query": chosen["query"],
    }
    return render(request, "families/list.html", context)


def _row(family: Any) -> Row:
    parents = ", ".join(parent.name for parent in family.guardians.all())
    return Row(family, parents, len(family.children.all()), states.state_of(family.state))


@requires(Role.FAMILY_COACH, Role.COORDINATOR)
def family_file(request: HttpRequest, reference: str) -> HttpResponse:
    """One family's file; opening it is logged, or it is not served."""
    file = FamilyFile.open(request.user, reference, on=timezone.localdate())
    log_opening(request, file.family)
    context = {
        "file": file,
        "family": file.family,
        "entries": timeline.entries_for(file.family, request.user),
        "record_actions": actions.offered(file.family, request.user),
    }
    return render(request, "families/file.html", context)

"""Reading a site's settings: what holds today, or what held under an earlier version."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from core.accounts.access import requires
from core.sites.configuration import SiteConfiguration
from core.sites.enums import Indicator
from core.sites.models import ConfigurationVersion
from core.sites.permissions import READER_ROLES
from core.sites.selectors import (
    NoConfiguration,
    configuration_number,
    configuration_versions,
    current_configuration,
)
from core.sites.web.coded_lists import shown_lists
from core.sites.web.practice import shown_practice
from core.sites.web.rules import shown_rules
from core.sites.web.shown import Sheet
from core.sites.web.tabs import PARTS, tabs
from core.sites.web.target_groups import shown_groups
from core.sites.web.week import shown_week

reading = requires(*READER_ROLES)


@dataclass(frozen=True)
class Looked:
    """The version that is looked at, and whether it is the one in force today."""

    version: ConfigurationVersion
    is_current: bool

    @property
    def configuration(self) -> SiteConfiguration:
        return self.version.configuration


def _looked_at(request: HttpRequest) -> Looked | None:
    """None where the site has no configuration yet; 404 for a version that does not exist."""
    wanted = request.GET.get("version", "")
    try:
        current = current_configuration()
    except NoConfiguration:
        current = None
    if not wanted:
        return Looked(current, True) if current else None
    if not wanted.isascii() or not wanted.isdigit() or len(wanted) > 6:
        raise Http404
    try:
        version = configuration_number(int(wanted))
    except NoConfiguration:
        raise Http404 from None
    return Looked(version, current is not None and version.pk == current.pk)


def _page(request: HttpRequest, part: str, looked: Looked | None, **content: Any) -> HttpResponse:
    query = "" if looked is None or looked.is_current else f"?version={looked.version.number}"
    context = {"looked": looked, "tabs": tabs(part, query), "part": PARTS[part], **content}
    template = "sites/empty.html" if looked is None else f"sites/{part}.html"
    return render(request, template, context)


@reading
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """What the site is, in a few lines, and how much of it is assumed."""
    looked = _looked_at(request)
    if looked is None:
        return _page(request, "overview", None)
    configuration = looked.configuration
    return _page(
        request,
        "overview",
        looked,
        groups=shown_groups(configuration),
        ages=Sheet(configuration).row("care", "ages_months").value,
        broken=_broken(configuration),
        inexact=[row for row in shown_practice(configuration) if row.tone != "good"],
        assumed=_assumed(configuration),
    )


def _broken(configuration: SiteConfiguration) -> list[str]:
    """Indicators whose series has a break or holds people of an external project."""
    return [
        str(Indicator(code).label)
        for code, practice in configuration.practice.items()
        if practice.breaks or practice.external_projects
    ]


def _assumed(configuration: SiteConfiguration) -> list[str]:
    """The assumed values in words, rules aside."""
    sheet = Sheet(configuration)
    return [sheet.place(*path.split(".")) for path in configuration.origin.assumed_paths()]


@reading
@require_safe
def target_groups(request: HttpRequest) -> HttpResponse:
    """Whom the site works for, as sentences, and what happens while answers are unknown."""
    looked = _looked_at(request)
    if looked is None:
        return _page(request, "target_groups", None)
    rows = [Sheet(looked.configuration).row("records", "attributes")]
    groups = shown_groups(looked.configuration)
    return _page(request, "target_groups", looked, groups=groups, rows=rows)


@reading
@require_safe
def care(request: HttpRequest) -> HttpResponse:
    """Day-parts as a week, places, ages and forms of care."""
    looked = _looked_at(request)
    if looked is None:
        return _page(request, "care", None)
    sheet = Sheet(looked.configuration)
    names = ("capacity_per_day_part", "capacity_binding", "ages_months", "forms",
             "free_for_participants", "note")  # fmt: skip
    rows = sheet.rows("care", names=names)
    return _page(request, "care", looked, week=shown_week(looked.configuration), rows=rows)


@reading
@require_safe
def practice(request: HttpRequest) -> HttpResponse:
    """How each figure is counted."""
    looked = _looked_at(request)
    shown = shown_practice(looked.configuration) if looked else []
    return _page(request, "practice", looked, practice=shown)


@reading
@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """The coded lists."""
    looked = _looked_at(request)
    return _page(
        request, "lists", looked, lists=shown_lists(looked.configuration) if looked else []
    )


@reading
@require_safe
def languages(request: HttpRequest) -> HttpResponse:
    """Languages, time zone and place."""
    looked = _looked_at(request)
    if looked is None:
        return _page(request, "languages", None)
    sheet = Sheet(looked.configuration)
    rows = [
        *sheet.rows(names=("name", "organisation", "country", "time_zone")),
        *sheet.rows("languages", names=("default", "enabled")),
        *sheet.rows("place", names=("lau_codes", "lau_version", "nuts_code", "latitude",
                                    "longitude")),
    ]  # fmt: skip
    return _page(request, "languages", looked, rows=rows)


@reading
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """Rules of the country and the site, with validity and status."""
    looked = _looked_at(request)
    today = timezone.localdate()
    shown = shown_rules(looked.configuration, today) if looked else []
    return _page(request, "rules", looked, rules=shown, today=today)


@reading
@require_safe
def versions(request: HttpRequest) -> HttpResponse:
    """Every version that was published, the newest first."""
    looked = _looked_at(request)
    found = configuration_versions(request.user)
    return _page(request, "versions", looked, versions=found)

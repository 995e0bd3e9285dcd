"""The public front page: what PACE is, where it is, and how figures are made comparable."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.accounts.access import open_to_all
from core.partners.context import PROGRAMME
from core.publishing.selectors import PublicSite, public_sites
from core.sites.enums import Country


@dataclass(frozen=True)
class Link:
    """A site's name and where its people sign in."""

    name: str
    href: str


@dataclass(frozen=True)
class CountryOfSites:
    label: Any
    sites: list[Link]


@open_to_all(why="The public front page: names of sites and words, no figures and no people.")
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Everything a passer-by wants to know on one page."""
    context = {
        "countries": _by_country(request, public_sites()),
        "programme_url": _address(request, PROGRAMME.slug, f"programme.{settings.PACE_BASE_HOST}"),
    }
    return render(request, "publishing/home.html", context)


def _by_country(request: HttpRequest, sites: list[PublicSite]) -> list[CountryOfSites]:
    labels = dict(Country.choices)
    return [
        CountryOfSites(
            labels.get(country, country),
            [Link(site.name, _address(request, site.slug, site.host)) for site in found],
        )
        for country, found in groupby(sites, key=lambda site: site.country)
    ]


def _address(request: HttpRequest, slug: str, host: str) -> str:
    """A host of its own, or its folder where names below ours do not resolve."""
    asked, _colon, port = request.get_host().partition(":")
    if not host or asked != settings.PACE_BASE_HOST:
        return f"/t/{slug}/"
    return f"{request.scheme}://{host}{':' + port if port else ''}/"

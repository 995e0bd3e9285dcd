"""The site's figures as of any date: what happened, explained, divided, to take away."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from core.accounts.access import requires
from core.sites.enums import Indicator
from core.ui.formats import number, plain_date
from tenants.reporting.figures import CountedFigure, configuration_of, figures
from tenants.reporting.lists import known_categories
from tenants.reporting.periods import Period, last_half_years, months_earlier
from tenants.reporting.permissions import FIGURE_READERS
from tenants.reporting.web.forms import FiguresForm
from tenants.reporting.web.pictures import divided_chart, ended_chart, way_chart
from tenants.reporting.web.shown import ShownFigure, in_order, shown_figures, topics
from tenants.reporting.words import CategoryWords, dimension_label, period_text

YEAR = 12  # months


@requires(*FIGURE_READERS)
@require_safe
def figures_page(request: HttpRequest) -> HttpResponse:
    """The dashboard. Wrong dates are told, and the figures of today shown meanwhile."""
    form, period, by = asked(request)
    counted = figures(period)
    before = figures(_a_year_before(period))
    configuration = configuration_of(period)
    shown = shown_figures(counted, before, configuration)
    words = CategoryWords(configuration)
    context = {
        "form": form,
        "period": period,
        "lead": lead(period, shown),
        "topics": topics(shown),
        "way": way_chart(counted, shown),
        "ended": ended_chart(counted, shown, words),
        "divided": _divided(by, counted, shown, words) if by else None,
        "definitions": [shown[code] for code in in_order(shown)],
        "is_empty": not any(figure.total for figure in counted.values()),
        "query": urlencode({key: value for key, value in form.data.items() if value})
        if form.is_bound
        else "",
        "days": quick_days(),
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "reporting/figures.html", context, status=status)


def asked(request: HttpRequest) -> tuple[FiguresForm, Period, str]:
    """The form, and what it asks for; today, as a whole, where it asks nothing sensible."""
    today = timezone.localdate()
    form = FiguresForm(request.GET if "end" in request.GET else None, initial={"end": today})
    if form.is_bound and form.is_valid():
        return form, form.period(), form.cleaned_data["by"]
    return form, Period(None, today), ""


def lead(period: Period, shown: Mapping[str, ShownFigure]) -> str:
    """The first sentence: what matters, with its day."""
    referred, taken_in = shown.get(Indicator.REFERRED), shown.get(Indicator.IN_TRAJECTORY)
    if not (referred and taken_in) or referred.unit != taken_in.unit:
        return _("Your site’s own figures, exact, as of %(day)s.") % {"day": plain_date(period.end)}
    text = _("As of %(day)s: %(referred)s %(unit)s referred, %(taken_in)s taken into a trajectory.")
    return text % {
        "day": plain_date(period.end),
        "referred": number(referred.value),
        "unit": referred.unit,
        "taken_in": number(taken_in.value),
    }


def quick_days() -> list[dict[str, str]]:
    """Days that are often asked for, as links: today, the ends of the last half year and years."""
    today = timezone.localdate()
    half_year = last_half_years(today, 1)[0].end
    days = [(_("Today"), today), (plain_date(half_year), half_year)]
    for year in (today.year - 1, today.year - 2):
        text = _("End of %(year)s") % {"year": year}
        days.append((text, today.replace(year=year, month=12, day=31)))
    return [{"label": label, "href": f"?end={day.isoformat()}"} for label, day in days]


def _a_year_before(period: Period) -> Period:
    return Period(
        period.start and months_earlier(period.start, YEAR), months_earlier(period.end, YEAR)
    )


def _divided(
    by: str,
    counted: Mapping[str, CountedFigure],
    shown: Mapping[str, ShownFigure],
    words: CategoryWords,
) -> dict[str, Any]:
    """A chart of who was taken in, and a table of all figures over the same categories."""
    codes = in_order(counted)
    found = {category for code in codes for category in counted[code].breakdowns.get(by, {})}
    known = known_categories(by, None, words.configuration)
    columns = [*(c for c in known if c in found), *sorted(found - set(known))]
    first = counted.get(Indicator.IN_TRAJECTORY)
    return {
        "title": capfirst(dimension_label(by)),
        "chart": divided_chart(first, shown[first.code], by, words) if first else None,
        "columns": [words.label(by, category) for category in columns],
        "rows": [
            {
                "figure": shown[code],
                "counts": [
                    (words.label(by, category), counted[code].breakdowns[by].get(category, 0))
                    for category in columns
                ],
            }
            for code in codes
        ],
        "caption": period_text(None, shown[codes[0]].as_of) if codes else "",
    }

"""The dashboard's charts. A chart's title is its finding, in words."""

from collections.abc import Mapping

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.indicators.enums import Dimension
from core.indicators.registry import registry
from core.sites.enums import Indicator, Kind
from core.ui.charts import Chart, Series, bar_chart
from core.ui.formats import list_of, number, percent, plain_date
from tenants.reporting.figures import CountedFigure
from tenants.reporting.lists import CLOSED, known_categories
from tenants.reporting.web.shown import ShownFigure
from tenants.reporting.words import CategoryWords, dimension_label

Counted = Mapping[str, CountedFigure]
Shown = Mapping[str, ShownFigure]


def way_chart(counted: Counted, shown: Shown) -> Chart | None:
    """What became of everyone referred; None where the figures are not of one kind.

    Referred less taken into a trajectory is not left unexplained: it is who did not start.
    """
    codes = (Indicator.REFERRED, Indicator.IN_TRAJECTORY, Indicator.RUNNING, Indicator.ENDED)
    if not all(code in counted for code in codes):
        return None
    referred, taken_in, running, ended = (counted[code] for code in codes)
    one_unit = len({counted[code].unit for code in codes}) == 1
    not_started = referred.total - taken_in.total
    if not one_unit or Kind.FLOW in (referred.kind, taken_in.kind) or not referred.total:
        return None
    if not_started < 0 or running.total + ended.total != taken_in.total:
        return None
    return bar_chart(
        title=_way_title(referred.total, running.total),
        subtitle=_("%(unit)s, as of %(day)s")
        % {"unit": shown[Indicator.REFERRED].unit, "day": plain_date(referred.scope.end)},
        categories=[_("Guidance running"), _("Guidance ended"), _("Not started")],
        series=[Series(_("Number"), [running.total, ended.total, not_started])],
        category_name=_("Where they are now"),
        note=_not_started(not_started),
    )


def _way_title(referred: int, running: int) -> str:
    text = ngettext(
        "Of %(referred)s referred, %(running)s is in guidance now",
        "Of %(referred)s referred, %(running)s are in guidance now",
        running,
    )
    return text % {"referred": number(referred), "running": number(running)}


def _not_started(count: int) -> str:
    text = ngettext(
        "“Not started” is who was referred and not taken into a trajectory: %(count)s. They may "
        "wait, may not have been eligible, or did not go on.",
        "“Not started” are those who were referred and not taken into a trajectory: %(count)s. "
        "They may wait, may not have been eligible, or did not go on.",
        count,
    )
    return text % {"count": number(count)}


def ended_chart(counted: Counted, shown: Shown, words: CategoryWords) -> Chart | None:
    """Ended, by reason: so that nobody reads "ended" as "succeeded"."""
    ended = counted.get(Indicator.ENDED)
    if ended is None or not ended.total or Dimension.DETAIL not in ended.breakdowns:
        return None
    return divided_chart(ended, shown[Indicator.ENDED], Dimension.DETAIL, words)


def divided_chart(
    figure: CountedFigure, shown: ShownFigure, dimension: str, words: CategoryWords
) -> Chart | None:
    """One figure over the categories of a breakdown: ages in their order, else largest first."""
    measure = registry.get(figure.code)
    counts = figure.breakdowns.get(dimension, {})
    if not counts:
        return None
    order = known_categories(dimension, measure, words.configuration)
    parts = sorted(counts.items(), key=lambda part: _rank(dimension, order, *part))
    labels = [words.label(dimension, category, measure) for category, _count in parts]
    return bar_chart(
        title=_divided_title(shown.label, labels, [count for _category, count in parts]),
        subtitle=_("%(unit)s %(divided)s, %(since)s, as of %(day)s")
        % {
            "unit": shown.unit,
            "divided": dimension_label(dimension, measure),
            "since": shown.since,
            "day": plain_date(shown.as_of),
        },
        categories=labels,
        series=[Series(_("Number"), [count for _category, count in parts])],
        category_name=capfirst(dimension_label(dimension, measure)),
        definition=f"{shown.definition} {shown.counting_rule}",
    )


def _rank(dimension: str, order: list[str], category: str, count: int) -> tuple[int, int]:
    place = order.index(category) if category in order else len(order)
    return (place, 0) if dimension in CLOSED else (-count, place)


def _divided_title(figure: str, labels: list[str], counts: list[int]) -> str:
    """The finding: the largest group, or those that share the first place."""
    most = max(counts)
    largest = [f"“{label}”" for label, count in zip(labels, counts, strict=True) if count == most]
    text = ngettext(
        "%(figure)s: %(groups)s is the largest group, %(share)s of %(total)s",
        "%(figure)s: %(groups)s are the largest groups, each %(share)s of %(total)s",
        len(largest),
    )
    return text % {
        "figure": figure,
        "groups": list_of(largest),
        "share": percent(most / sum(counts)),
        "total": number(sum(counts)),
    }

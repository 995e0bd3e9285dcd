"""The dashboard's charts. A chart's title is its finding, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.indicators.enums import Dimension
from core.indicators.registry import registry
from core.sites.enums import Indicator, Kind
from core.ui.charts import Chart, Series, bar_chart
from core.ui.formats import number, percent, plain_date
from tenants.reporting.figures import CountedFigure
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
    """One figure over the categories of a breakdown, the largest first."""
    measure = registry.get(figure.code)
    counts = figure.breakdowns.get(dimension, {})
    parts = sorted(counts.items(), key=lambda part: (-part[1], part[0]))
    if not parts:
        return None
    labels = [words.label(dimension, category, measure) for category, _count in parts]
    title = _("%(figure)s: “%(category)s” is the largest group, %(share)s of %(total)s")
    return bar_chart(
        title=title
        % {
            "figure": shown.label,
            "category": labels[0],
            "share": percent(parts[0][1] / figure.total),
            "total": number(figure.total),
        },
        subtitle=_("%(unit)s %(divided)s, %(since)s, as of %(day)s")
        % {
            "unit": shown.unit,
            "divided": dimension_label(dimension, measure),
            "since": shown.since,
            "day": plain_date(shown.as_of),
        },
        categories=labels,
        series=[Series(_("Number"), [count for _category, count in parts])],
        category_name=dimension_label(dimension, measure).capitalize(),
        definition=f"{shown.definition} {shown.counting_rule}",
    )

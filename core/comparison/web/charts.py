"""The figures that may stand side by side, as charts with their verdict."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.comparison.evidence import OWN
from core.comparison.figures import ShownFigure, shown_figure
from core.comparison.groups import Group
from core.comparison.selectors import Evidence
from core.comparison.wording import Reader, explain
from core.ui.charts import Chart, Series, bar_chart
from core.ui.formats import list_of, number

MOST_NAMED = 3
"""Sites that a chart's title can name without getting too long to read."""


@dataclass(frozen=True)
class ShownGroup:
    """Figures that may stand in one chart."""

    title: str
    kind: str
    notes: list[str]
    chart: Chart
    figures: list[ShownFigure]


def shown_group(group: Group, found: Evidence, reader: Reader) -> ShownGroup:
    """The chart of a group with its table and its verdict."""
    figures = [shown_figure(side, found, group.population) for side in group.sides]
    code = group.population.removeprefix("common:")
    people = "" if group.population == OWN else reader.populations.get(code, code)
    return ShownGroup(
        title=people or _("Figures that may stand side by side"),
        kind=group.verdict.kind.value,
        notes=[explain(item, reader).finding for item in group.verdict.telling],
        chart=_chart(figures, found, people),
        figures=figures,
    )


def _chart(figures: list[ShownFigure], found: Evidence, people: str) -> Chart:
    label = found.definition.label
    ordered = sorted(figures, key=lambda one: -(one.value or 0))
    most = ordered[0]
    return bar_chart(
        title=_finding(ordered, label),
        subtitle=", ".join(part for part in (people, most.unit, most.time) if part),
        categories=[one.name for one in ordered],
        series=[Series(label, [one.value for one in ordered], tone=1)],
        category_name=_("Site"),
        withheld=_("not shown"),
        definition=found.definition.definition,
    )


def _finding(ordered: list[ShownFigure], label: str) -> str:
    """What the picture says. No ranking: sites differ in size."""
    if len(ordered) > MOST_NAMED:
        return _("%(figure)s: from %(least)s to %(most)s %(unit)s at %(count)s sites") % {
            "figure": label,
            "least": number(ordered[-1].value),
            "most": number(ordered[0].value),
            "unit": ordered[0].unit,
            "count": len(ordered),
        }
    sites = [
        _("%(value)s at %(site)s") % {"value": number(one.value), "site": one.name}
        for one in ordered
    ]
    return _("%(figure)s: %(sites)s") % {"figure": label, "sites": list_of(sites)}

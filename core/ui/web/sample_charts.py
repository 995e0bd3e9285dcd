"""One chart of every kind on invented figures, for the style guide."""

from datetime import date

from django.utils.translation import gettext as _

from core.ui.charts import (
    Chart,
    Estimate,
    Series,
    TimeSeries,
    bar_chart,
    dot_chart,
    line_chart,
    small_multiples,
)


def charts() -> list[Chart]:
    return [_bars(), _grouped(), _line(), _dots(), _multiples()]


def _bars() -> Chart:
    return bar_chart(
        title=_("Most trajectories ended with work or training"),
        subtitle=_("34 ended trajectories, as of 29 February 2020"),
        categories=[
            _("Found paid work"),
            _("Went on to training"),
            _("Moved away"),
            _("Stopped without a reason known to us"),
        ],
        series=[Series(_("Parents"), [16, 11, 4, None])],
        category_name=_("Reason"),
        withheld=_("fewer than 5, not shown"),
        definition=_("The reason that the coach recorded when guidance ended."),
        download_url="#",
    )


def _grouped() -> Chart:
    return bar_chart(
        title=_("More families came in each year"),
        subtitle=_("Families that entered, by year of entry"),
        categories=["2018", "2019", "2020"],
        series=[Series(_("lone"), [12, 19, 1204]), Series(_("couple"), [9, 14, 860])],
        category_name=_("Year"),
    )


def _line() -> Chart:
    days = [date(year, month, 1) for year in range(2017, 2021) for month in (1, 5, 9)]
    return line_chart(
        title=_("Every third family that was referred is at work"),
        subtitle=_("Parents, cumulative since 2017"),
        series=[
            TimeSeries(
                _("Referred"),
                list(zip(days, [0, 6, 14, 22, 30, 39, 48, 57, 66, 75, 82, 86], strict=True)),
            ),
            TimeSeries(
                _("In a trajectory"),
                list(zip(days, [0, 3, 9, 15, 22, 29, 36, 44, 51, 58, 63, 67], strict=True)),
            ),
            TimeSeries(
                _("At work"),
                list(zip(days, [0, 0, 1, 3, 6, 9, 12, 15, 19, 22, 25, 27], strict=True)),
            ),
        ],
        step=True,
        definition=_("At work: at least one hour of paid work in the reference week."),
        download_url="#",
    )


def _dots() -> Chart:
    return dot_chart(
        title=_("Mechelen and Turnhout do not differ for those in common"),
        subtitle=_("Share at work among lone parents with a child under 3, 95% interval"),
        estimates=[
            Estimate("Mechelen", 0.41, 0.31, 0.52),
            Estimate("Turnhout", 0.36, 0.22, 0.53, tone=2),
            Estimate(
                "Centre Social Eclaté, Saint-Martin-Boulogne",
                None,
                note=_("not comparable: other unit counted"),
            ),
        ],
        reference=0.39,
        reference_label=_("together 39%"),
        label_name=_("Site"),
    )


def _multiples() -> Chart:
    days = [date(2020, month, 1) for month in range(1, 13)]
    waves = [
        [3, 4, 4, 6, 7, 7, 9, 9, 10, 12, 12, 14],
        [2, 2, 3, 3, 3, 4, 4, 5, 5, 5, 6, 6],
        [8, 8, 7, 7, 6, 6, 6, 5, 5, 4, 4, 3],
        [1, 1, None, None, 2, 3, 3, 4, 4, 5, 5, 6],
    ]
    return small_multiples(
        title=_("The waiting list grew at three of four sites"),
        subtitle=_("Families on the waiting list at the end of each month, 2020"),
        series=[
            TimeSeries(name, list(zip(days, wave, strict=True)), tone=1)
            for name, wave in zip(["Mechelen", "Gent", "Den Haag", "Wattrelos"], waves, strict=True)
        ],
    )

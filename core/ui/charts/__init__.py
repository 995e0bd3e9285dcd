"""Charts drawn on the server as SVG: a few kilobytes, no script, with a table beside them.

A chart's title is its finding in words. Colours are classes ("series-1"), so light, dark and
print follow the tokens. Places along the width are percentages and the text has a fixed size:
one drawing is legible at 390 and at 1,440 pixels.
"""

from core.ui.charts.bars import bar_chart
from core.ui.charts.chart import Chart, Series, TimeSeries, Written
from core.ui.charts.dots import Estimate, dot_chart
from core.ui.charts.lines import line_chart
from core.ui.charts.multiples import small_multiples

__all__ = [
    "Chart",
    "Estimate",
    "Series",
    "TimeSeries",
    "Written",
    "bar_chart",
    "dot_chart",
    "line_chart",
    "small_multiples",
]

"""Writes SVG: places along the width in per cent, heights and text in pixels."""

import textwrap
from hashlib import blake2b
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe


def share(value: float) -> str:
    """0.4056 as "40.56%"."""
    return f"{round(value * 100, 2):g}%"


def wrapped(text: str, width: int) -> list[str]:
    """Lines of a label of at most `width` signs; SVG does not wrap by itself."""
    return textwrap.wrap(str(text), width, break_long_words=False) or [""]


class Drawing:
    """An SVG image with a title and a description for screen readers."""

    def __init__(self, *, title: str, description: str, css_class: str = "") -> None:
        self.title, self.description, self.css_class = str(title), str(description), css_class
        self.parts: list[SafeString] = []

    def add(self, tag: str, content: Any = "", **attributes: Any) -> None:
        """Append an element; underscores in attribute names become hyphens, `css` is the class."""
        self.parts.append(element(tag, content, **attributes))

    def text(
        self, content: Any, x: float | str, y: float, css: str = "", **attributes: Any
    ) -> None:
        """Text at a place: a float is a share of the width, a string is taken as it is."""
        place = x if isinstance(x, str) else share(x)
        self.add("text", content, x=place, y=f"{y:g}", css=css or None, **attributes)

    def render(self, height: float) -> SafeString:
        """The whole element, `height` in pixels."""
        mark = blake2b(
            f"{self.title}{self.description}{len(self.parts)}".encode(), digest_size=5
        ).hexdigest()
        return format_html(
            '<svg class="chart-svg {}" width="100%" height="{}" role="img" '
            'aria-labelledby="t{} d{}"><title id="t{}">{}</title><desc id="d{}">{}</desc>{}</svg>',
            self.css_class,
            f"{height:g}",
            mark,
            mark,
            mark,
            self.title,
            mark,
            self.description,
            format_html_join("", "{}", ((part,) for part in self.parts)),
        )


def element(tag: str, content: Any = "", **attributes: Any) -> SafeString:
    """One element. Text content and attribute values are escaped."""
    written = format_html_join(
        "",
        ' {}="{}"',
        (
            ("class" if name == "css" else name.replace("_", "-"), value)
            for name, value in attributes.items()
            if value is not None
        ),
    )
    name = mark_safe(tag)  # noqa: S308 - tag names come from our own code
    return format_html("<{}{}>{}</{}>", name, written, content, name)


def key(names: list[tuple[str, int]], css: str = "") -> SafeString:
    """A line that names the colours, where names do not fit beside the marks."""
    return format_html(
        '<ul class="chart-key {}" aria-hidden="true">{}</ul>',
        css,
        format_html_join(
            "", '<li class="series-{}">{}</li>', ((tone, name) for name, tone in names)
        ),
    )


def joined(*parts: SafeString) -> SafeString:
    """Safe parts one after another."""
    return format_html_join("", "{}", ((part,) for part in parts))


def stretched(content: SafeString, height: float) -> SafeString:
    """A picture that stretches to the width (a thousand units) while its strokes do not."""
    return element(
        "svg",
        content,
        x="0",
        y="0",
        width="100%",
        height=f"{height:g}",
        viewBox=f"0 0 1000 {height:g}",
        preserveAspectRatio="none",
        overflow="visible",
    )


def level_line(y: float, *, axis: bool) -> SafeString:
    """A line across the whole width; the axis is darker than the grid."""
    css = "axis-line" if axis else "grid-line"
    return element("line", css=css, x1="0", x2="100%", y1=f"{y:g}", y2=f"{y:g}")

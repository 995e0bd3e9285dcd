"""Icons: a small checked-in choice from Bootstrap Icons 1.13.2 (MIT, see LICENSE beside this file).

They are written into the page as SVG: no icon font, no extra request, and they print.
A page that names an icon that is not here fails while developing and shows a plain dot in
service, because a missing picture must not take a family's file away from its coach.
"""

import logging
from functools import cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

FOLDER = Path(__file__).resolve().parent
FALLBACK = "circle"

log = logging.getLogger(__name__)


class UnknownIconError(LookupError):
    """The name is none of the files in `core/ui/icons/`."""


def names() -> list[str]:
    """All icon names that a template may use."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@cache
def _shape(name: str) -> SafeString:
    """The inside of the SVG element; our own files, so safe."""
    path = FOLDER / f"{name}.svg"
    if not name or "/" in name or not path.is_file():
        raise UnknownIconError(name)
    text = path.read_text(encoding="utf-8")
    # The files are ours, checked in beside this module.
    return mark_safe(text[text.index(">") + 1 : text.rindex("</svg>")])  # noqa: S308


def draw(name: str, *, label: str = "", css_class: str = "") -> SafeString:
    """SVG of an icon: decoration (hidden from screen readers) unless it has a label.

    Raises UnknownIconError while `DEBUG` is on; otherwise a name that is not here is logged.
    """
    try:
        shape = _shape(str(name))
    except UnknownIconError:
        if settings.DEBUG:
            raise
        log.warning("No icon is called %r", name)
        shape = _shape(FALLBACK)
    speech = (
        format_html('role="img" aria-label="{}"', label)
        if label
        else mark_safe('aria-hidden="true"')
    )
    return format_html(
        '<svg class="icon {}" viewBox="0 0 16 16" fill="currentColor" {}>{}</svg>',
        css_class,
        speech,
        shape,
    )

"""Tags and filters of the design system: icons, form controls, formats.

`{% load ui_tags %}` gives `{% icon "house" %}`, `{{ day|short_date }}` ...
"""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField
from django.forms.utils import ErrorList
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString

from core.ui import formats, names, notices, presentation
from core.ui.fields import FieldParts, describe
from core.ui.icons import draw

register = template.Library()

register.filter("initials", names.initials)
register.filter("middle_truncate", formats.middle_truncate)
register.filter("list_of", formats.list_of)
register.filter("undo_url", notices.undo_url)
register.filter("tone", notices.tone)

TONE_ICONS = {
    "neutral": "circle-fill",
    "good": "check-circle-fill",
    "attention": "exclamation-triangle-fill",
    "stop": "x-octagon-fill",
    "info": "info-circle-fill",
}


@register.simple_tag
def icon(name: str, label: str = "", css_class: str = "") -> SafeString:
    """An icon; decoration unless it has a label."""
    return draw(name, label=label, css_class=css_class)


@register.filter
def tone_icon(tone: str) -> str:
    """The icon that goes with a tone, so that colour never speaks alone."""
    return TONE_ICONS.get(tone, "info-circle-fill")


@register.filter
def short_date(value: date | datetime | None) -> str:
    """Day in a list: "do 12 nov."."""
    return formats.short_date(value)


@register.filter
def near_date(value: date | datetime | None) -> str:
    """Relative for the last days: "today", "yesterday" or the short date."""
    return formats.near_date(value)


@register.filter
def plain_date(value: date | datetime | None) -> str:
    """Day without its weekday: "12 november 2026"."""
    return formats.plain_date(value)


@register.filter
def long_date(value: date | datetime | None) -> str:
    """Day in full: "donderdag 12 november 2026"."""
    return formats.long_date(value)


@register.filter
def month_name(value: date | datetime | None) -> str:
    """Month and year: "nov. 2026"."""
    return formats.month(value)


@register.filter
def clock(value: datetime | None) -> str:
    """Local time of day."""
    return formats.clock(value)


@register.filter
def number(value: Any, decimals: int = 0) -> str:
    """A number as the reader writes it; text passes unchanged, so figures may be mixed."""
    if isinstance(value, str):
        return value
    return formats.number(value, decimals)


@register.filter
def signed(value: Any, decimals: int = 0) -> str:
    """A change with its sign."""
    return value if isinstance(value, str) else formats.signed(value, decimals)


@register.filter
def percent(value: Any, decimals: int = 0) -> str:
    """A share of one as a percentage."""
    return formats.percent(value, decimals)


@register.filter
def money(value: Any, currency: str = "EUR") -> str:
    """An amount with its currency."""
    return formats.money(value, currency)


@register.filter
def field_parts(field: BoundField, hint: Any = "") -> FieldParts:
    """Kind, identifiers, texts and the input that `<c-field>` needs."""
    return describe(field, hint)


@register.filter
def error_list(form: Any) -> list[dict[str, str]]:
    """All errors of a form in the order of its fields, each with the id to jump to."""
    found = [{"text": text, "target": ""} for text in form.non_field_errors()]
    for field in form:
        errors: ErrorList = field.errors
        if errors:
            target = describe(field).first_id
            found += [{"text": text, "target": target, "label": field.label} for text in errors]
    return found


@register.simple_tag
def attributes(attrs: Any) -> SafeString:
    """The attributes that a component passes on, escaped (cotton's own output is not)."""
    given = attrs.attrs_dict() if hasattr(attrs, "attrs_dict") else dict(attrs or {})
    return format_html_join(
        "",
        ' {}="{}"',
        (
            (name, "" if value is True else conditional_escape(value))
            for name, value in given.items()
            if value is not False and value is not None
        ),
    )


@register.simple_tag(takes_context=True)
def page_url(context: template.Context, **changes: Any) -> str:
    """The current query with some parameters changed: `{% page_url page=3 %}`."""
    request = context.get("request")
    query = request.GET.copy() if request else None
    if query is None:
        return "?" + "&".join(f"{key}={value}" for key, value in changes.items())
    for key, value in changes.items():
        if value in (None, ""):
            query.pop(key, None)
        else:
            query[key] = value
    return f"?{query.urlencode()}"


@register.filter
def number_or_text(value: Any) -> str:
    """A cell of a table: numbers as the reader writes them, a dash where there is none."""
    if value is None:
        return "–"
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return str(value)
    return formats.number(value, 0 if value == int(value) else 1)


@register.filter
def day_text(value: Any) -> str:
    """A date in full; text passes unchanged."""
    return value if isinstance(value, str) else formats.plain_date(value)


@register.filter
def direction_icon(change: Any) -> str:
    """Arrow for a change; a text tells by its sign."""
    sign = str(change).strip()[:1] if isinstance(change, str) else ("+" if change > 0 else "-")
    if not isinstance(change, str) and change == 0:
        return "dash-lg"
    return {"+": "arrow-up", "-": "arrow-down", "−": "arrow-down"}.get(sign, "dash-lg")


@register.filter
def lookup(mapping: Any, key: Any) -> Any:
    """Value of a dict by a variable key; empty where it has none."""
    return mapping.get(key, "") if hasattr(mapping, "get") else ""


@register.filter
def count_to(number: Any) -> range:
    """So many times."""
    return range(int(number))


@register.filter
def page_numbers(page: Any) -> Any:
    """Page numbers with gaps: 1 … 4 5 6 … 12."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def verdict_parts(verdict: Any) -> presentation.VerdictParts:
    """Tone, icon and words of a verdict."""
    return presentation.verdict(str(verdict))


@register.filter
def fact_parts(row: Any) -> presentation.Fact:
    """A row of `<c-facts>`, ready to show."""
    return presentation.fact(row)


@register.filter
def is_open_job(job: Any) -> bool:
    """The job still has something to do."""
    return getattr(job, "state", "") in ("waiting", "running")

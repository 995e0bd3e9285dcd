"""Dates, numbers and money as the reader's language writes them. Pure functions.

The tables come from CLDR 46 (short forms within a sentence), so that a date reads
"do 12 nov." in Dutch, "jeu. 12 nov." in French and "Thu 12 Nov" in British English.
Every function takes the language; without it the active language is used.
"""

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

NARROW_SPACE = "\u202f"
HARD_SPACE = "\u00a0"
MINUS = "\u2212"


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WEEKDAYS = {
    "nl": _words("ma di wo do vr za zo"),
    "fr": _words("lun. mar. mer. jeu. ven. sam. dim."),
    "en": _words("Mon Tue Wed Thu Fri Sat Sun"),
}
WEEKDAYS_FULL = {
    "nl": _words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    "fr": _words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    "en": _words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
}
MONTHS = {
    "nl": _words("jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec."),
    "fr": _words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    "en": _words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
}
MONTHS_FULL = {
    "nl": _words(
        "januari februari maart april mei juni juli augustus september oktober november december"
    ),
    "fr": _words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "en": _words(
        "January February March April May June July August September October November December"
    ),
}
SIGNS = {"nl": (".", ","), "fr": (NARROW_SPACE, ","), "en": (",", ".")}
"""Thousands separator and decimal sign."""


def family_of(language: str | None = None) -> str:
    """The tables to use, "nl", "fr" or "en", for a language code such as "nl-be"."""
    code = (language or get_language() or "en").lower()[:2]
    return code if code in SIGNS else "en"


def as_date(value: date | datetime) -> date:
    """The day where the reader is: an instant is first brought to the active time zone."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def _day_of_month(day: date, family: str) -> str:
    return "1er" if family == "fr" and day.day == 1 else str(day.day)


def short_date(
    value: date | datetime | None, *, today: date | None = None, language: str | None = None
) -> str:
    """Day in a list: "do 12 nov.", "Thu 12 Nov"; "12 nov. 2024" when it is not this year."""
    if value is None:
        return ""
    family, day = family_of(language), as_date(value)
    now = today or timezone.localdate()
    text = f"{_day_of_month(day, family)}{HARD_SPACE}{MONTHS[family][day.month - 1]}"
    if day.year != now.year:
        return f"{text}{HARD_SPACE}{day.year}"
    return f"{WEEKDAYS[family][day.weekday()]}{HARD_SPACE}{text}"


def long_date(value: date | datetime | None, *, language: str | None = None) -> str:
    """Day in full: "donderdag 12 november 2026" / "Thursday 12 November 2026"."""
    if value is None:
        return ""
    family, day = family_of(language), as_date(value)
    weekday, month = WEEKDAYS_FULL[family][day.weekday()], MONTHS_FULL[family][day.month - 1]
    return f"{weekday} {_day_of_month(day, family)}{HARD_SPACE}{month}{HARD_SPACE}{day.year}"


def plain_date(value: date | datetime | None, *, language: str | None = None) -> str:
    """Day without its weekday: "12 november 2026", for as-of dates and periods."""
    if value is None:
        return ""
    family, day = family_of(language), as_date(value)
    month = MONTHS_FULL[family][day.month - 1]
    return f"{_day_of_month(day, family)}{HARD_SPACE}{month}{HARD_SPACE}{day.year}"


def month(
    value: date | datetime | None, *, with_year: bool = True, language: str | None = None
) -> str:
    """A month on an axis or in a heading: "nov. 2026", or "nov." without its year."""
    if value is None:
        return ""
    day = as_date(value)
    name = MONTHS[family_of(language)][day.month - 1]
    return f"{name}{HARD_SPACE}{day.year}" if with_year else name


def near_date(
    value: date | datetime | None, *, today: date | None = None, language: str | None = None
) -> str:
    """Relative for the last days only: "today", "yesterday", "tomorrow", else the short date."""
    if value is None:
        return ""
    day, now = as_date(value), today or timezone.localdate()
    if day == now:
        return _("today")
    if day == now - timedelta(days=1):
        return _("yesterday")
    if day == now + timedelta(days=1):
        return _("tomorrow")
    return short_date(day, today=now, language=language)


def clock(value: datetime | None, *, language: str | None = None) -> str:
    """Local time of day: "14:05", in French "14 h 05"."""
    if value is None:
        return ""
    local = timezone.localtime(value) if isinstance(value, datetime) else value
    if family_of(language) == "fr":
        return f"{local.hour}{HARD_SPACE}h{HARD_SPACE}{local.minute:02d}"
    return f"{local.hour:02d}:{local.minute:02d}"


def number(value: object, decimals: int = 0, *, language: str | None = None) -> str:
    """1234567.8 as "1.234.568" (nl), "1 234 568" (fr) or "1,234,568" (en); half rounds up."""
    if value is None or value == "":
        return "–"
    thousands, point = SIGNS[family_of(language)]
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _dot, fraction = f"{abs(exact):,f}".partition(".")
    text = whole.replace(",", thousands) + (f"{point}{fraction}" if fraction else "")
    return f"{MINUS}{text}" if exact < 0 else text


def signed(value: object, decimals: int = 0, *, language: str | None = None) -> str:
    """A change: always with its sign, except nought ("+3", "−2", "0")."""
    text = number(value, decimals, language=language)
    return f"+{text}" if value is not None and Decimal(str(value)) > 0 else text


def percent(share: object, decimals: int = 0, *, language: str | None = None) -> str:
    """A share of one as a percentage: 0.405 is "41%" (en, nl "41%") or "41 %" (fr)."""
    if share is None or share == "":
        return "–"
    text = number(Decimal(str(share)) * 100, decimals, language=language)
    return f"{text}{NARROW_SPACE}%" if family_of(language) == "fr" else f"{text}%"


def money(
    value: object, currency: str = "EUR", decimals: int = 2, *, language: str | None = None
) -> str:
    """An amount: "€ 1.234,50" (nl), "1 234,50 €" (fr), "€1,234.50" (en)."""
    if value is None or value == "":
        return "–"
    sign = {"EUR": "€", "GBP": "£"}.get(currency, currency)
    text = number(value, decimals, language=language)
    match family_of(language):
        case "nl":
            return f"{sign}{HARD_SPACE}{text}"
        case "fr":
            return f"{text}{HARD_SPACE}{sign}"
        case _:
            return f"{sign}{text}"


def middle_truncate(text: str, length: int = 32) -> str:
    """Keep both ends of a long reference or file name. Never for names of people."""
    if length < 3 or len(text) <= length:
        return text
    tail = (length - 1) // 2
    return f"{text[: length - 1 - tail].rstrip()}…{text[len(text) - tail :].lstrip()}"


def list_of(words: list[str]) -> str:
    """Words as a sentence says them: "a, b and c" in the reader's language."""
    words = [str(word) for word in words]
    if len(words) < 2:
        return "".join(words)
    return _("%(all_but_last)s and %(last)s") % {
        "all_but_last": ", ".join(words[:-1]),
        "last": words[-1],
    }

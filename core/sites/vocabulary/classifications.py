"""Closed lists from international classifications, so that sites in four countries agree.

ISCED 2011 for education, ILO for the employment status (employed: at least one hour of paid work
in the reference week), the Council of Europe's CEFR for language. Income bands are the site's
own judgement of a household's income, because the four countries measure income differently.
"""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

INCOME_BANDS = {
    "very_low": pgettext_lazy("income", "very low"),
    "low": pgettext_lazy("income", "low"),
    "middle": pgettext_lazy("income", "middle"),
    "high": pgettext_lazy("income", "high"),
}

EMPLOYMENT_STATUSES = {
    "employed": pgettext_lazy("parent", "employed"),
    "unemployed": pgettext_lazy("parent", "unemployed"),
    "inactive": pgettext_lazy("parent", "not looking for work"),
}

EDUCATION_LEVELS = {
    "0": _("less than primary education"),
    "1": _("primary education"),
    "2": _("lower secondary education"),
    "3": _("upper secondary education"),
    "4": _("post-secondary education"),
    "5": _("short higher education"),
    "6": _("bachelor's degree"),
    "7": _("master's degree"),
    "8": _("doctorate"),
}

LANGUAGE_LEVELS = {
    "none": pgettext_lazy("language level", "none"),
    "a1": "A1",
    "a2": "A2",
    "b1": "B1",
    "b2": "B2",
    "c1": _("C1 or higher"),
}

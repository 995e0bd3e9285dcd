"""The intake's questions: those the site records and those its rules ask, grouped by topic.

"Not known" and "not asked" are answers. A question about money, health or origin says why it is
asked before it is asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _later

from core.sites.configuration import SiteConfiguration
from core.sites.vocabulary import VOCABULARY, CodesAttribute, IntervalAttribute, YesNoAttribute
from core.ui.forms import NOT_ASKED, NOT_KNOWN, DateField, PlainForm, YesNoUnknownField
from tenants.families.models.situation import STORED
from tenants.families.web.shown import capital

#: Topics in the order of the talk, with their attributes.
TOPICS = (
    ("joining", _later("Taking part"), "signpost", ("childcare_is_barrier", "willing_to_join")),
    (
        "home",
        _later("Family and home"),
        "house-heart",
        (
            "residence_lau",
            "household_language",
            "lone_parent",
            "foster_child",
            "sibling_in_care",
        ),
    ),
    (
        "work",
        _later("Work and learning"),
        "briefcase",
        (
            "employment_status",
            "months_unemployed",
            "registered_jobseeker",
            "in_training",
            "education_level",
            "language_level",
            "newcomer",
        ),
    ),
    (
        "means",
        _later("Income and health"),
        "wallet2",
        ("income_band", "receives_welfare", "care_situation"),
    ),
)
#: The fold "why do we ask this?" stands at these.
SENSITIVE = frozenset(
    {
        "lone_parent",
        "foster_child",
        "household_language",
        "newcomer",
        "income_band",
        "receives_welfare",
        "care_situation",
        "education_level",
        "childcare_is_barrier",
        "willing_to_join",
    }
)
MOST_RADIOS = 4


def asked_attributes(configuration: SiteConfiguration) -> list[str]:
    """Codes of what this site asks: what it records, and what its target groups need."""
    wanted = set(configuration.records.attributes)
    for group in configuration.target_groups:
        wanted.update(group.criteria.attributes())
    return [code for code in STORED if code in wanted]


@dataclass(frozen=True)
class Question:
    """A field with the reason why it is asked, where that is not plain."""

    field: forms.BoundField
    why: str
    inline: bool


@dataclass(frozen=True)
class Topic:
    code: str
    title: str
    icon: str
    questions: list[Question]


class IntakeForm(PlainForm):
    """The day and one field for each question, named by the attribute's code."""

    marks_optional = False

    held_on = DateField(
        label=_later("Day of the talk"), error_messages={"required": _later("Fill in the date.")}
    )

    def __init__(
        self,
        *args: Any,
        configuration: SiteConfiguration,
        answers: Mapping[str, Any] | None = None,
        not_asked: Any = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.initial["held_on"] = self.initial.get("held_on") or timezone.localdate()
        known = answers or {}
        first = configuration.place.lau_codes
        for code in asked_attributes(configuration):
            answer = known.get(code)
            skipped = not_asked is None or code in not_asked
            self.fields[code] = _field(code, answer, skipped, first)

    @property
    def topics(self) -> Iterator[Topic]:
        for code, title, icon, attributes in TOPICS:
            questions = [self._question(name) for name in attributes if name in self.fields]
            if questions:
                yield Topic(code, str(title), icon, questions)

    def _question(self, code: str) -> Question:
        why = str(VOCABULARY[code].why) if code in SENSITIVE else ""
        return Question(self[code], why, isinstance(self.fields[code].widget, forms.RadioSelect))

    def answers(self) -> dict[str, Any]:
        """Valid answers by code; None is unknown. Works on a form with errors too."""
        return {code: self.cleaned_data.get(code) for code in self.fields if code in VOCABULARY}

    def not_asked(self) -> list[str]:
        """Codes of the questions that were left untouched or marked "not asked"."""
        return [code for code in self.answers() if self._raw(code) in ("", NOT_ASKED)]

    def _raw(self, code: str) -> str:
        return str(self.data.get(self.add_prefix(code), ""))


class CodeField(forms.TypedChoiceField):
    """A code of the vocabulary, "not known" or "not asked"; cleaned to the code or None."""

    def __init__(self, attribute: CodesAttribute, known: list[tuple[str, Any]]) -> None:
        unknown = [(NOT_KNOWN, _("Not known")), (NOT_ASKED, _("Not asked"))]
        few = len(known) <= MOST_RADIOS
        super().__init__(
            label=attribute.question,
            choices=[*known, *unknown] if few else [*reversed(unknown), *known],
            widget=forms.RadioSelect if few else forms.Select,
            coerce=lambda value: None if value in (NOT_KNOWN, NOT_ASKED) else value,
            empty_value=None,
            required=False,
        )


def _field(code: str, answer: Any, skipped: bool, own_places: list[str]) -> forms.Field:
    """The form field of a question with its stored answer; untouched if it was not asked."""
    match VOCABULARY[code]:
        case YesNoAttribute() as attribute:
            field = YesNoUnknownField(label=attribute.question)
            unknown = "" if skipped else NOT_KNOWN
            field.initial = unknown if answer is None else answer
            return field
        case IntervalAttribute() as attribute:
            return forms.IntegerField(
                label=_("%(question)s (%(unit)s)")
                % {"question": attribute.question, "unit": attribute.unit.label},
                help_text=_("Leave it empty if you do not know."),
                min_value=attribute.lowest,
                max_value=attribute.highest,
                initial=answer,
                required=False,
                error_messages={
                    name: _("Give a whole number from %(lowest)s to %(highest)s.")
                    % {"lowest": attribute.lowest, "highest": attribute.highest}
                    for name in ("invalid", "min_value", "max_value")
                },
            )
        case attribute:
            known = _known_codes(attribute, answer, own_places)
            field = CodeField(attribute, known)
            few = isinstance(field.widget, forms.RadioSelect)
            unknown = ("" if few else NOT_ASKED) if skipped else NOT_KNOWN
            field.initial = answer or unknown
            return field


def _known_codes(
    attribute: CodesAttribute, answer: str | None, own_places: list[str]
) -> list[tuple[str, str]]:
    """Choices in the vocabulary's order; open lists by label, the site's own places first."""
    named = [(code, capital(str(label))) for code, label in attribute.choices()]
    if answer and answer not in dict(named):
        named.append((answer, attribute.label_of(answer)))
    if not attribute.is_open:
        return named
    other = attribute.other
    return sorted(
        named, key=lambda choice: (choice[0] == other, choice[0] not in own_places, choice[1])
    )

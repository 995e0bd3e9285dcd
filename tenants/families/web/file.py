"""What a family's file shows: members, situation, the way in, and the one next step."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Self

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.sites.selectors import current_configuration
from core.sites.vocabulary import VOCABULARY
from core.ui.presentation import Fact, said
from tenants.families import states
from tenants.families.eligibility import assessment_of
from tenants.families.models import Decision, Family, Guardian, Situation
from tenants.families.models.situation import STORED
from tenants.families.selectors import families_in_state
from tenants.families.web.forms.intake import asked_attributes
from tenants.families.web.shown import (
    ShownAssessment,
    age_in_words,
    answer_in_words,
    facts_of_answers,
    phone_url,
    shown,
)
from tenants.families.web.way_in import NextAction, WayIn


@dataclass(frozen=True)
class Member:
    """Somebody of the family, in a line."""

    name: str
    text: str


@dataclass
class FamilyFile:
    """A family's file on a day, for a reader who may see it."""

    family: Any
    parents: list[Guardian]
    on: date
    _children: list[Any] = field(default_factory=list)

    @classmethod
    def open(cls, user: Any, reference: str, *, on: date) -> Self:
        """The file of that reference, or a 404 for who may not see it."""
        family = get_object_or_404(families_in_state(user), reference=reference)
        parents = list(Guardian.objects.visible_to(user).filter(family=family).order_by("id"))
        for parent in parents:
            parent.family = family
        children = list(family.children.order_by("birth_date", "id"))
        return cls(family, parents, on, children)

    @property
    def state(self) -> states.FamilyState | None:
        return states.state_of(self.family.state)

    @property
    def lead(self) -> str:
        """Reference, parents and children in a line."""
        parents, children = len(self.parents), len(self._children)
        return " · ".join(
            (
                self.family.reference,
                ngettext("%(count)s parent", "%(count)s parents", parents) % {"count": parents},
                ngettext("%(count)s child", "%(count)s children", children) % {"count": children},
            )
        )

    @cached_property
    def members(self) -> list[Member]:
        """Parents first, then the children from old to young."""
        adults = [Member(person.name, self._about(person, _("Parent"))) for person in self.parents]
        return adults + [
            Member(child.name, self._about(child, _("Child"))) for child in self._children
        ]

    def _about(self, person: Any, role: str) -> str:
        return " · ".join(filter(None, (role, age_in_words(person.birth_date, self.on))))

    @property
    def phone_url(self) -> str:
        return phone_url(self.family.phone)

    @property
    def facts(self) -> list[Fact]:
        """How to reach the family."""
        family: Family = self.family
        place = VOCABULARY["residence_lau"]
        residence = place.label_of(family.residence_lau) if family.residence_lau else ""
        rows = [
            (_("Telephone"), family.phone, self.phone_url),
            (_("E-mail address"), family.email, f"mailto:{family.email}"),
            (_("Lives in"), " ".join(filter(None, (family.postcode, residence))), ""),
            (
                _("Language at home"),
                answer_in_words("household_language", family.household_language or None),
                "",
            ),
            (_("Interpreter needed"), family.interpreter_needed, ""),
        ]
        facts = [
            Fact(label, said(value), unknown=value in (None, ""), href=href if value else "")
            for label, value, href in rows
        ]
        return facts + [
            Fact(label, value)
            for label, value in (
                (_("Reference"), family.reference),
                (_("Own reference"), family.own_reference),
                (_("Related project"), family.external_project),
            )
            if value
        ]

    @cached_property
    def situations(self) -> list[tuple[Guardian, Situation, list[Fact]]]:
        """The last situation of each parent, with its answers as rows."""
        rows = Situation.objects.filter(family=self.family).latest_per_guardian(on=self.on)
        by_parent = {row.guardian_id: row for row in rows}
        codes = asked_attributes(current_configuration().configuration)
        found = [(parent, by_parent.get(parent.pk)) for parent in self.parents]
        return [
            (parent, situation, self._answers(situation, codes))
            for parent, situation in found
            if situation is not None
        ]

    def _answers(self, situation: Situation, codes: list[str]) -> list[Fact]:
        """What this site asks, and whatever else was answered; unasked questions are left out."""
        answers = situation.stored_answers()
        shown_codes = [
            code
            for code in STORED
            if answers[code] is not None or (code in codes and code not in situation.not_asked)
        ]
        return facts_of_answers(answers, shown_codes, situation.not_asked)

    @cached_property
    def decisions(self) -> list[tuple[Decision, ShownAssessment]]:
        """The last decision of each parent, explained; the newest first."""
        latest = self.way.decisions.values()
        newest = sorted(latest, key=lambda row: (row.decided_on, row.pk), reverse=True)
        return [(decision, shown(assessment_of(decision))) for decision in newest]

    @cached_property
    def way(self) -> WayIn:
        return WayIn(self.family, self.parents)

    @cached_property
    def next_actions(self) -> list[NextAction]:
        """The next step of each parent on the way in; none once guidance has been asked for."""
        actions = (self.way.next_action(parent) for parent in self.parents)
        return [action for action in actions if action is not None]


def file_url(family: Family) -> str:
    return reverse("families:file", kwargs={"reference": family.reference})

"""What is missing behind a period's figures: told to the coordinator before approving.

Figures are only as good as what was written down. Of the parents in a trajectory we look at
each attribute that the site records, at the decision and at the target group; of families at
the children's birth dates and at related projects whose people are counted in; of work at the
hours. A gap over the field's limit of 10 % makes a figure not comparable.

How many exactly stays at the site. Partners are told which gaps are over the limit, because
"3 of 67 unknown" would be a small count.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from core.sites.configuration import SiteConfiguration
from core.sites.vocabulary import VOCABULARY
from tenants.families.models import Child, Decision, Family, Guardian, Situation
from tenants.guidance.models import Case, WorkSpell

LIMIT = 0.1
"""Share of people of whom something is not known, over which figures do not compare."""

DECISION = "decision"
TARGET_GROUP = "target_group"
BIRTH_DATE = "birth_date"
WORK_HOURS = "work_hours"
RELATED_PROJECT = "related_project"
ATTRIBUTE = "attribute:"


@dataclass(frozen=True)
class Gap:
    """`missing` of `of` people (parents, children, families or spells of work) lack something.

    `code` is one of the codes above, or "attribute:" and the code of the vocabulary.
    """

    code: str
    missing: int
    of: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.missing / self.of if self.of else 0.0

    @property
    def is_over(self) -> bool:
        """Over the limit; a related project is named as soon as one family takes part in it."""
        return self.missing > 0 if self.code == RELATED_PROJECT else self.share > LIMIT

    @property
    def attribute(self) -> str:
        """The vocabulary's code, for a gap of an attribute."""
        return self.code.removeprefix(ATTRIBUTE) if self.code.startswith(ATTRIBUTE) else ""


def gaps(end: date, configuration: SiteConfiguration | None) -> list[Gap]:
    """Everything looked at, with or without something missing, the largest share first."""
    found = [
        *_of_parents(end),
        *_of_attributes(end, configuration),
        _of_children(end),
        _of_work(end),
        _of_projects(end),
    ]
    return sorted(found, key=lambda gap: (-gap.share, gap.code))


def told_to_partners(found: Iterable[Gap]) -> dict[str, Any]:
    """What a submission says of its completeness: which gaps are over the limit, no counts."""
    return {"limit": LIMIT, "over": sorted(gap.code for gap in found if gap.is_over)}


def as_signed(found: Iterable[Gap]) -> list[dict[str, Any]]:
    """The gaps that were on the page when somebody signed."""
    return [asdict(gap) for gap in found if gap.missing]


def _taken_in(end: date) -> QuerySet:
    cases = Case.objects.filter(guardian=OuterRef("pk")).started_by(end)
    return Guardian.objects.filter(Exists(cases))


def _of_parents(end: date) -> list[Gap]:
    decided = Decision.objects.filter(guardian=OuterRef("pk"), decided_on__lte=end)
    in_a_group = Case.objects.filter(~Q(target_group=""), guardian=OuterRef("pk")).started_by(end)
    counted = _taken_in(end).aggregate(
        of=Count("pk"),
        undecided=Count("pk", filter=~Exists(decided)),
        groupless=Count(
            "pk", filter=~Exists(decided.exclude(target_group="")) & ~Exists(in_a_group)
        ),
    )
    return [
        Gap(DECISION, counted["undecided"], counted["of"]),
        Gap(TARGET_GROUP, counted["groupless"], counted["of"]),
    ]


def _of_attributes(end: date, configuration: SiteConfiguration | None) -> list[Gap]:
    """Of each recorded attribute: parents whose latest situation leaves it open, or is missing."""
    recorded = configuration.records.attributes if configuration else []
    codes = [code for code in recorded if code in VOCABULARY]
    known = (
        Situation.objects.filter(guardian__in=_taken_in(end))
        .with_computed(on=end)
        .latest_per_guardian(on=end)
        .aggregate(**{f"known_{code}": Count(code) for code in codes}, of=Count("pk"))
    )
    everyone = _taken_in(end).count()
    return [Gap(ATTRIBUTE + code, everyone - known[f"known_{code}"], everyone) for code in codes]


def _of_children(end: date) -> Gap:
    taken_in = Case.objects.filter(family=OuterRef("family")).started_by(end)
    counted = Child.objects.filter(Exists(taken_in)).aggregate(
        of=Count("pk"), missing=Count("pk", filter=Q(birth_date__isnull=True))
    )
    return Gap(BIRTH_DATE, counted["missing"], counted["of"])


def _of_work(end: date) -> Gap:
    counted = WorkSpell.objects.open_on(end).aggregate(
        of=Count("pk"), missing=Count("pk", filter=Q(hours_per_week__isnull=True))
    )
    return Gap(WORK_HOURS, counted["missing"], counted["of"])


def _of_projects(end: date) -> Gap:
    taken_in = Case.objects.filter(family=OuterRef("pk")).started_by(end)
    counted = Family.objects.filter(Exists(taken_in)).aggregate(
        of=Count("pk"), missing=Count("pk", filter=~Q(external_project=""))
    )
    return Gap(RELATED_PROJECT, counted["missing"], counted["of"])

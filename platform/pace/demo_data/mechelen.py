"""Mechelen from 2017 to 2022: invented families whose figures are exactly the published ones.

As of 29 February 2020: 86 parents referred, 67 taken into a trajectory, of whom 34 ended and 33
running, and 27 at work. As of 31 December 2022: 167 families entered, 147 children cared for,
58 parents at work, 90 parents who followed training. The lives around these numbers are
invented: nobody in them exists. How many stand where is planned first (`counts`), chance fills
in the rest; the same seed gives the same file to the byte.

`python3 manage.py import_cases --remake-mechelen` writes the shipped file again.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from pace.demo_data import names, story
from pace.demo_data.care import Places, let_come
from pace.demo_data.dice import Dice
from pace.demo_data.lives import (
    Answers,
    Child,
    Entry,
    Family,
    Parent,
    Spell,
    children_of,
    months_after,
    parents_of,
)
from pace.demo_data.names import Origin
from pace.demo_data.notes import NOTES_NL
from pace.demo_data.opening import Opening
from pace.demo_data.rows import as_csv, rows_of

FILE = Path(__file__).with_name("mechelen-2017-2022.csv")

SEED = "Mechelen 2017-2022, second throw"
FIRST_DAY = date(2017, 2, 6)
CARE_BEGINS = date(2017, 12, 4)
FEBRUARY_2020 = date(2020, 2, 29)
LAST_DAY = date(2022, 12, 31)

HOME = "BE-12025"
AROUND = ("BE-12005", "BE-12035", "BE-12040", "BE-11002")
CAPACITY = 15
RELATED_PROJECT = "mama-leert"
RELATED_PROJECT_BEGINS = date(2021, 1, 11)

ORIGINS = {
    names.FLEMISH: 26,
    names.MOROCCAN: 27,
    names.TURKISH: 6,
    names.SYRIAN: 11,
    names.AFGHAN: 9,
    names.CONGOLESE: 6,
    names.SOMALI: 3,
    names.POLISH: 3,
    names.ROMANIAN: 5,
    names.UKRAINIAN: 1,
}
ASKED = (
    "residence_lau",
    "lone_parent",
    "household_language",
    "income_band",
    "receives_welfare",
    "employment_status",
    "months_unemployed",
    "registered_jobseeker",
    "in_training",
    "education_level",
    "language_level",
    "newcomer",
    "childcare_is_barrier",
    "willing_to_join",
)
NEEDED = ("residence_lau", "childcare_is_barrier", "willing_to_join")
REFERRERS_OF_PACE = {
    "employment_service": 24,
    "welfare_office": 22,
    "child_health": 14,
    "self": 10,
    "drop_in_team": 9,
    "integration_service": 8,
    "community_work": 6,
    "relative_or_friend": 5,
    "city_department": 2,
}
REFERRERS_OF_38_VOLT = REFERRERS_OF_PACE | {
    "family_centre": 14,
    "relative_or_friend": 16,
    "self": 16,
    "youth_care": 4,
}
SEASON = (1.2, 1.1, 1.1, 0.9, 1.0, 0.9, 0.4, 0.6, 1.6, 1.3, 1.1, 0.6)
BUSY_YEARS = {2017: 0.55, 2018: 1.0, 2019: 1.15, 2020: 0.9, 2021: 1.3, 2022: 1.8}
QUIET_MONTHS = {(2020, 3): 0.4, (2020, 4): 0.1, (2020, 5): 0.3, (2020, 11): 0.5}
COURSES = {
    "language": ("Nederlands, niveau 1.1", "Nederlands, niveau 1.2", "Taal en werk"),
    "job_application": ("Solliciteren met goesting", "Mijn cv en ik"),
    "soft_skills": ("Sterk staan", "Talenten in beeld"),
    "parenting": ("Samen groot worden", "Opvoeden in twee talen"),
    "digital": ("Start met de computer", "Digitaal aan de slag"),
    "vocational": ("Verzorgende", "Poetshulp", "Kinderbegeleider", "Logistiek assistent"),
    "civic_integration": ("Maatschappelijke oriëntatie",),
    "first_aid": ("Eerste hulp bij kinderen",),
    "basic_education": ("Rekenen voor elke dag",),
}
COURSE_WEIGHTS = {
    "language": 28,
    "job_application": 20,
    "soft_skills": 16,
    "parenting": 12,
    "digital": 10,
    "vocational": 10,
    "civic_integration": 6,
    "first_aid": 5,
    "basic_education": 4,
}
JOBS = {
    "temporary": 32,
    "regular": 24,
    "agency": 20,
    "social_employment": 10,
    "article_60": 9,
    "flexi_job": 3,
    "self_employed": 2,
}
ORGANISATIONS = (
    "Huis van het Kind",
    "De Keeting",
    "Buurthuis Oud Oefenplein",
    "Sociale kruidenier",
    "Wijkrestaurant",
    "Speelotheek",
    "Ouderraad van de school",
)
COACHES_OF_PACE = ("Greet Lauwers",)
COACHES_OF_38_VOLT = ("Greet Lauwers", "Samira Ouali")


@dataclass(frozen=True)
class Counts:
    """How many stand where. The published figures follow from these by addition."""

    # Up to 29 February 2020: 63 + 4 = 67 in a trajectory, 86 - 67 = 19 who were not.
    early_families: int = 63
    early_couples: int = 4
    early_ended: int = 34
    early_at_work: int = 27
    outside: int = 5
    without_barrier: int = 4
    not_known: int = 3
    withdrew: int = 4  # one of them the partner of somebody who started
    waiting: int = 3  # they start after the lockdown
    # From March 2020 to the end of 2022: 63 + 3 + 101 = 167 families.
    late_families: int = 101
    late_couples: int = 9
    late_outside: int = 10
    late_without_barrier: int = 8
    late_not_known: int = 6
    late_withdrew: int = 10
    late_waiting: int = 7
    # Children: 111 + 22 = 133 of own families, 14 of the related project: 147.
    families_in_care: int = 111
    with_two_in_care: int = 22
    project_families: int = 12
    project_children: int = 14
    # Of all 180 parents in a trajectory.
    at_work: int = 58
    still_at_work: int = 16  # of those at work in February 2020
    early_found_later: int = 12
    trained: int = 90
    volunteers: int = 24


@dataclass
class Plan:
    """The whole invented history, made step by step."""

    counts: Counts = field(default_factory=Counts)
    dice: Dice = field(default_factory=lambda: Dice(SEED))
    opening: Opening = field(default_factory=lambda: Opening("BE"))
    families: list[Family] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    in_care: list[Child] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.casting = story.Casting(
            self.dice,
            ORIGINS,
            HOME,
            ("2800", "2800", "2800", "2801", "2811", "2812"),
            lambda number: f"+32 15 00 {number // 100:02d} {number % 100:02d}",
        )

    # -- who comes, and when -------------------------------------------------------------

    def referral_days(self, count: int, first: date, last: date) -> list[date]:
        """So many days of referral, by season and year, in order."""
        months: dict[date, float] = {}
        month = first.replace(day=1)
        while month <= last:
            quiet = QUIET_MONTHS.get((month.year, month.month), 1.0)
            months[month] = SEASON[month.month - 1] * BUSY_YEARS[month.year] * quiet
            month = months_after(month, 1)
        days = []
        for _number in range(count):
            month = self.dice.weighed(months)
            end = months_after(month, 1) - timedelta(days=1)
            days.append(self.dice.working_day(max(month, first), min(end, last)))
        return sorted(days)

    def household(self, referred_on: date, *, couple: bool = False) -> Family:
        """A family that comes in on a day, with small children."""
        family, origin = self.casting.family("G")
        self.origins[family.reference] = origin
        self.families.append(family)
        self.casting.parent(family, origin, referred_on)
        if couple or self.dice.happens(0.45):
            self.casting.parent(family, origin, referred_on, partner=True)
        self.casting.youngest(family, referred_on, 2, 24)
        return family

    def referral(self, parent: Parent, family: Family, on: date) -> Entry:
        """A referral with what was answered at the intake after it."""
        referrers = REFERRERS_OF_PACE if on.year < 2021 else REFERRERS_OF_38_VOLT
        entry = Entry(on, self.dice.weighed(referrers))
        told = story.answers(self.dice, self.origins[family.reference], family)
        kept = {code: told[code] for code in ASKED if told[code] is not None}
        entry.answers = story.forget_some(self.dice, kept, NEEDED)
        entry.intake_on = self.dice.working_day(
            on + timedelta(days=3), on + timedelta(days=16)
        )
        entry.decided_on = self.dice.working_day(
            entry.intake_on, entry.intake_on + timedelta(days=6)
        )
        entry.outcome = "eligible"
        parent.entries.append(entry)
        return entry

    def coach(self, on: date) -> str:
        """Who guided on that day."""
        return self.dice.pick(COACHES_OF_PACE if on.year < 2021 else COACHES_OF_38_VOLT)

    def start(self, entry: Entry, latest: date) -> Spell:
        """Guidance begins, at once or after a wait, not later than `latest`."""
        decided = entry.decided_on
        assert decided is not None
        waits = self.dice.happens(0.3)
        days = self.dice.between(14, 75) if waits else self.dice.between(0, 9)
        on = self.dice.working_day(
            min(decided + timedelta(days=days), latest),
            min(decided + timedelta(days=days + 3), latest),
        )
        entry.guidance = Spell(max(on, decided), coach=self.coach(on))
        if waits and entry.guidance.on > decided:
            entry.waiting = Spell(decided)
        return entry.guidance

"""What is common to all invented lives: people, answers, contacts, courses, jobs."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from pace.demo_data import names
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Answers, Child, Family, Parent, Spell, months_after
from pace.demo_data.names import Origin
from pace.demo_data.opening import Opening

SHARE_UNKNOWN = 0.04
YOUNGEST_AT_BIRTH = 17 * 12  # months


@dataclass
class Casting:
    """Makes people for one site. `origins` are weighed; `residence` is where they live."""

    dice: Dice
    origins: dict[Origin, float]
    residence: str
    postcodes: tuple[str, ...]
    phone: Callable[[int], str]
    families: int = 0

    def family(self, prefix: str) -> tuple[Family, Origin]:
        """A household with a name, a language and perhaps a telephone."""
        self.families += 1
        origin = self.dice.weighed(self.origins)
        name = self.dice.pick(origin.families)
        reference = f"{prefix}{self.families:03d}"
        family = Family(
            reference,
            name,
            self.residence,
            origin.language,
            postcode=self.dice.pick(self.postcodes),
            phone=self.phone(self.families) if self.dice.happens(0.8) else "",
        )
        return family, origin

    def parent(self, family: Family, origin: Origin, on: date, *, partner: bool = False) -> Parent:
        """An adult of the family, of an age to have small children on that day."""
        man = not partner and self.dice.happens(0.12)
        if partner:
            man = family.parents[0].sex == "woman"
        number = len(family.parents) + 1
        parent = Parent(
            f"{family.reference}-P{number}",
            self.dice.pick(origin.men if man else origin.women),
            family.name if number == 1 or man else self.dice.pick(origin.families),
            on - timedelta(days=365 * self.dice.around(20, 30, 43) + self.dice.between(0, 364)),
            "man" if man else "woman",
        )
        family.parents.append(parent)
        return parent

    def child(self, family: Family, born: date) -> Child:
        """A child of the family, born on that day, with a name that no other child has."""
        girl = self.dice.happens(0.5)
        taken = {child.first_name for child in family.children}
        pool = [name for name in (names.GIRLS if girl else names.BOYS) if name not in taken]
        number = len(family.children) + 1
        child = Child(
            f"{family.reference}-C{number}",
            self.dice.pick(pool),
            family.name,
            born,
            "woman" if girl else "man",
        )
        family.children.append(child)
        return child

    def youngest(self, family: Family, on: date, lowest: int, highest: int) -> Child:
        """A child of `lowest` to `highest` months on a day, and older brothers and sisters."""
        born = months_after(on, -self.dice.between(lowest, highest)) - timedelta(
            days=self.dice.between(0, 27)
        )
        youngest = self.child(family, born)
        for _number in range(self.dice.weighed({0: 4, 1: 4, 2: 2, 3: 1})):
            born = months_after(born, -self.dice.between(14, 40))
            if any(
                born < months_after(parent.born, YOUNGEST_AT_BIRTH) for parent in family.parents
            ):
                break
            self.child(family, born)
        return youngest


def answers(dice: Dice, origin: Origin, family: Family) -> Answers:
    """What a parent might answer at an intake; the site keeps what it asks."""
    newcomer = dice.happens(origin.newcomers)
    local = origin.language in ("nl", "fr", "en")
    status = dice.weighed({"unemployed": 66, "inactive": 28, "employed": 6})
    out_of_work = status != "employed"
    level = {"b2": 3, "c1": 6} if local else {"none": 2, "a1": 3, "a2": 4, "b1": 3, "b2": 1}
    told: dict[str, Any] = {
        "residence_lau": family.residence,
        "lone_parent": len(family.parents) == 1 and dice.happens(0.62),
        "household_language": family.language,
        "income_band": dice.weighed({"very_low": 4, "low": 5, "middle": 1}),
        "foster_child": dice.happens(0.02),
        "sibling_in_care": dice.happens(0.1),
        "care_situation": dice.happens(0.18),
        "receives_welfare": dice.happens(0.42),
        "employment_status": status,
        "months_unemployed": dice.around(1, 14, 96) if out_of_work else None,
        "education_level": dice.weighed({"0": 1, "1": 3, "2": 6, "3": 6, "4": 1, "6": 2, "7": 1}),
        "in_training": dice.happens(0.15),
        "registered_jobseeker": out_of_work and dice.happens(0.68),
        "newcomer": newcomer,
        "childcare_is_barrier": True,
        "willing_to_join": True,
        "language_level": dice.weighed(level),
    }
    return told


def forget_some(dice: Dice, told: Answers, keep: tuple[str, ...]) -> Answers:
    """Some things were not known at the talk; never those in `keep`."""
    return {
        code: answer
        for code, answer in told.items()
        if code in keep or not dice.happens(SHARE_UNKNOWN)
    }


CONTACT_KINDS = {
    "home_visit": 28,
    "at_the_site": 34,
    "phone": 20,
    "message": 9,
    "joint_visit": 5,
    "client_consultation": 3,
    "elsewhere": 4,
}


def contacts(
    dice: Dice, case: Spell, opening: Opening, last_day: date, notes: tuple[str, ...]
) -> list[Spell]:
    """The contacts of one time in guidance: close together at first, then every few weeks."""
    found: list[Spell] = []
    end = min(case.until or last_day, last_day)
    day = case.on + timedelta(days=dice.between(0, 4))
    while day <= end:
        if day.weekday() > 4:
            day += timedelta(days=7 - day.weekday())
            continue
        found.append(_contact(dice, day, opening, notes, case.coach))
        close = (day - case.on).days < 35
        day += timedelta(days=dice.between(6, 11) if close else dice.around(10, 21, 48))
    return found


def _contact(dice: Dice, day: date, opening: Opening, notes: tuple[str, ...], coach: str) -> Spell:
    kind = dice.weighed(CONTACT_KINDS)
    if opening.is_locked_down(day):
        kind = dice.weighed({"phone": 6, "message": 3})
    reached = dice.weighed({"reached": 82, "tried": 7, "no_answer": 11})
    if reached == "no_answer":
        kind = dice.pick(("attempt", "phone", "home_visit"))
    spoke = reached == "reached"
    note = dice.pick(notes) if spoke and notes and dice.happens(0.3) else ""
    return Spell(day, None, kind, None if spoke else reached, text=note, coach=coach)


def course(dice: Dice, kind: str, title: str, first: date, last: date, last_day: date) -> Spell:
    """A training that began between two days; it may still go on on the last day known."""
    on = dice.working_day(first, last)
    weeks = {"language": 20, "vocational": 26, "basic_education": 24, "civic_integration": 16}
    length = weeks.get(kind, dice.between(2, 9))
    until: date | None = on + timedelta(weeks=length, days=dice.between(-3, 3))
    hours = float(length * dice.pick((3, 4, 6)))
    if until is not None and until > last_day:
        return Spell(on, None, kind, None, hours, title)
    completed = dice.weighed({"yes": 76, "no": 17, "": 7}) or None
    return Spell(on, until, kind, completed, hours, title)


def job_hours(dice: Dice) -> float:
    """Hours a week, as contracts have them."""
    return dice.weighed({38.0: 5, 32.0: 3, 30.0: 4, 25.0: 3, 19.0: 7, 15.0: 2, 10.0: 1})

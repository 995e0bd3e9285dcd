"""Who came to Mechelen, when, and who was taken in: the first half of the invented history."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from pace.demo_data import mechelen_facts as facts
from pace.demo_data import story
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Entry, Family, Parent, Spell, months_after
from pace.demo_data.mechelen_facts import Counts
from pace.demo_data.names import Origin
from pace.demo_data.opening import Opening
from pace.demo_data.phones import belgian_phone


@dataclass
class Intakes:
    """Families as they come in. `entered` are those taken into a trajectory, early and late."""

    dice: Dice
    counts: Counts
    opening: Opening
    families: list[Family] = field(default_factory=list)
    origins: dict[str, Origin] = field(default_factory=dict)
    early: list[Parent] = field(default_factory=list)
    after_the_lockdown: list[Parent] = field(default_factory=list)
    late: list[Parent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.casting = story.Casting(
            self.dice, facts.ORIGINS, facts.HOME, facts.POSTCODES, belgian_phone
        )

    # -- one family at a time ------------------------------------------------------------

    def days(self, count: int, first: date, last: date) -> list[date]:
        """So many days of referral, by season and year, in order."""
        months: dict[date, float] = {}
        month = first.replace(day=1)
        while month <= last:
            quiet = facts.QUIET_MONTHS.get((month.year, month.month), 1.0)
            busy = facts.BUSY_YEARS[month.year]
            months[month] = facts.SEASON[month.month - 1] * busy * quiet
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
        if couple or self.dice.happens(0.42):
            self.casting.parent(family, origin, referred_on, partner=True)
        if self.dice.happens(0.3):
            born = months_after(referred_on, -self.dice.between(2, 8))
            self.casting.child(family, born)
            self.casting.child(family, months_after(born, -self.dice.between(12, 16)))
        else:
            self.casting.youngest(family, referred_on, 2, 24)
        return family

    def refer(self, parent: Parent, family: Family, on: date) -> Entry:
        """A referral, with the intake and the decision after it."""
        referrers = facts.REFERRERS_OF_PACE
        if on >= date(2021, 1, 1):
            referrers = facts.REFERRERS_OF_38_VOLT
        entry = Entry(on, self.dice.weighed(referrers))
        told = story.answers(self.dice, self.origins[family.reference], family)
        asked = {code: told[code] for code in facts.ASKED if told[code] is not None}
        entry.answers = story.forget_some(self.dice, asked, facts.NEEDED)
        first = on + timedelta(days=3)
        entry.intake_on = self.dice.working_day(first, on + timedelta(days=14))
        last = entry.intake_on + timedelta(days=6)
        entry.decided_on = self.dice.working_day(entry.intake_on, last)
        entry.outcome = "eligible"
        parent.entries.append(entry)
        return entry

    def start(self, entry: Entry, latest: date) -> None:
        """Guidance begins, at once or after a wait, not later than `latest`."""
        decided = entry.decided_on or entry.referred_on
        waits = self.dice.happens(0.3)
        earliest = decided + timedelta(days=self.dice.between(14, 70) if waits else 0)
        on = self.dice.working_day(min(earliest, latest), min(earliest + timedelta(8), latest))
        if self.opening.is_locked_down(on):
            on = self.dice.working_day(date(2020, 6, 2), date(2020, 6, 19))
        entry.guidance = Spell(on, coach=self.coach(on))
        if waits and on > decided:
            entry.waiting = Spell(decided)

    def coach(self, on: date) -> str:
        """Who guided on that day."""
        later = on >= date(2021, 1, 1)
        return self.dice.pick(facts.COACHES_OF_38_VOLT if later else facts.COACHES_OF_PACE)

    # -- those who are taken in ----------------------------------------------------------

    def take_in(self, count: int, couples: int, first: date, last: date) -> list[Parent]:
        """Families referred between two days whose guidance starts within the weeks after."""
        latest = last + timedelta(days=46)
        both = set(self.dice.some(range(count), couples))
        taken = []
        for number, on in enumerate(self.days(count, first, last)):
            family = self.household(on, couple=number in both)
            joining = family.parents if number in both else family.parents[:1]
            for place, parent in enumerate(joining):
                referred = on + timedelta(days=self.dice.between(0, 14) if place else 0)
                entry = self.refer(parent, family, referred)
                self.start(entry, latest)
                taken.append(parent)
        return taken

    def wait_until_june(self, count: int) -> list[Parent]:
        """On the waiting list when February 2020 ended; they start after the lockdown."""
        taken = []
        for on in self.days(count, date(2019, 12, 2), date(2020, 1, 24)):
            family = self.household(on)
            entry = self.refer(family.parents[0], family, on)
            day = self.dice.working_day(date(2020, 6, 2), date(2020, 6, 30))
            entry.waiting = Spell(entry.decided_on or on)
            entry.guidance = Spell(day, coach=self.coach(day))
            taken.append(family.parents[0])
        return taken

    # -- those who are not ---------------------------------------------------------------

    def live_elsewhere(self, count: int, first: date, last: date) -> None:
        """Not eligible: the family lives in another municipality."""
        for on in self.days(count, first, last):
            family = self.household(on)
            family.residence, family.postcode = self.dice.pick(facts.AROUND), ""
            entry = self.refer(family.parents[0], family, on)
            entry.outcome = "not_eligible"

    def need_something_else(self, count: int, first: date, last: date) -> None:
        """Not eligible: childcare is no barrier, or since 2021 the parent will not commit."""
        for on in self.days(count, first, last):
            family = self.household(on)
            entry = self.refer(family.parents[0], family, on)
            may_refuse = (entry.decided_on or on) >= facts.RULES_OF_2021
            code = "childcare_is_barrier"
            if may_refuse and self.dice.happens(0.5):
                code = "willing_to_join"
            entry.answers[code] = False
            entry.outcome = "not_eligible"

    def do_not_come_back(self, count: int, first: date, last: date) -> None:
        """Not yet known: the intake was not finished and the parent did not come again."""
        for on in self.days(count, first, last):
            family = self.household(on)
            entry = self.refer(family.parents[0], family, on)
            del entry.answers["childcare_is_barrier"]
            entry.outcome = "not_yet_known"

    def withdraw(self, parent: Parent, family: Family, on: date) -> None:
        """Eligible, but gone from the waiting list before a place came free."""
        entry = self.refer(parent, family, on)
        decided = entry.decided_on or on
        until = self.dice.working_day(decided + timedelta(15), decided + timedelta(70))
        reason = self.dice.weighed({"withdrawn": 4, "no_contact": 3, "elsewhere": 2, "moved": 1})
        entry.waiting = Spell(decided, until, outcome=reason)

    def still_wait(self, count: int, first: date, last: date) -> None:
        """Eligible, and on the waiting list when the history ends."""
        for on in self.days(count, first, last):
            family = self.household(on)
            entry = self.refer(family.parents[0], family, on)
            entry.waiting = Spell(entry.decided_on or on)

    # -- the whole -----------------------------------------------------------------------

    def until_february_2020(self) -> None:
        """86 parents are referred, of whom 67 are taken into a trajectory."""
        counts, first = self.counts, facts.FIRST_DAY
        self.early = self.take_in(
            counts.early_families, counts.early_couples, first, date(2020, 1, 6)
        )
        self.live_elsewhere(counts.early_outside, first, date(2020, 2, 7))
        self.need_something_else(counts.early_without_barrier, first, date(2020, 2, 7))
        self.do_not_come_back(counts.early_not_known, first, date(2020, 2, 7))
        for on in self.days(counts.early_withdrew, first, date(2019, 11, 15)):
            family = self.household(on)
            self.withdraw(family.parents[0], family, on)
        with_partner = [
            family
            for family in self.families
            if len(family.parents) == 2
            and family.parents[0].cases
            and not family.parents[1].entries
            and family.parents[0].entries[0].referred_on < date(2019, 10, 1)
        ]
        for family in self.dice.some(with_partner, counts.early_partners_withdrew):
            self.withdraw(family.parents[1], family, family.parents[0].entries[0].referred_on)
        self.after_the_lockdown = self.wait_until_june(counts.early_waiting)

    def until_the_end_of_2022(self) -> None:
        """101 more families are taken in."""
        counts, first, last = self.counts, date(2020, 3, 2), date(2022, 12, 2)
        self.late = self.take_in(
            counts.late_families, counts.late_couples, first, date(2022, 11, 4)
        )
        self.live_elsewhere(counts.late_outside, first, last)
        self.need_something_else(counts.late_without_barrier, first, last)
        self.do_not_come_back(counts.late_not_known, first, last)
        for on in self.days(counts.late_withdrew, first, date(2022, 9, 16)):
            family = self.household(on)
            self.withdraw(family.parents[0], family, on)
        self.still_wait(counts.late_waiting, date(2022, 10, 17), last)

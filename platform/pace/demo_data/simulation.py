"""Invented histories of the other sites, each judged by the site's own rules.

Nothing here knows what a site's rules are: families are drawn, the published configuration of
that day says who is eligible, which day-parts are open and how many places there are. So the
demo's figures differ between sites for the reasons for which real ones do.

Every month and every family has a seed of its own and no draw depends on the day on which the
demo is filled: what has not happened yet is cut off afterwards (`pace.demo_data.cutting`). So
the figures of past years are the same on whatever day a demo is made.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from core.sites.criteria import Outcome, evaluate
from pace.demo_data import story
from pace.demo_data.care import Places, let_come
from pace.demo_data.cutting import cut
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Child, Entry, Family, Parent, Spell, children_of, months_after
from pace.demo_data.mechelen_facts import SEASON
from pace.demo_data.names import Origin
from pace.demo_data.opening import Opening
from pace.demo_data.people import of_host
from pace.demo_data.profiles import Profile
from tenants.families.ages import computed_answers, full_months
from tenants.families.case_import.site_rules import SiteRules

BUSY_YEARS = {2017: 0.75, 2018: 0.9, 2019: 1.05, 2020: 0.9, 2021: 1.15, 2022: 1.25}
LOCKED_DOWN_SHARE = 0.2
KNOWS_THE_RULES = 0.55  # share of referrers who would not send somebody in vain
MOST_CARE_DAYS = 330
NEVER = date(2100, 1, 1)
END_REASONS = {"training": 5, "moved": 4, "no_longer_reachable": 6, "own_request": 5}


@dataclass
class History:
    """The families of one site, from its first day (or `since`) to the eve of `today`."""

    profile: Profile
    rules: SiteRules
    today: date
    prefix: str = "F"
    since: date | None = None
    families: list[Family] = field(default_factory=list)

    def __post_init__(self) -> None:
        profile = self.profile
        self.first_day = self.since or profile.first_day
        self.opening = Opening(profile.country, profile.weeks_off, profile.first_day)
        self.dice = Dice(profile.slug)
        self.home = self.rules.current.place.lau_codes
        self.casting = story.Casting(
            self.dice, profile.origins, self.home[0], profile.postcodes, profile.phone
        )
        staff = of_host(profile.slug)
        self.coaches = [member.name for member in staff if "family_coach" in member.roles]

    def run(self) -> list[Family]:
        """The whole history, as far as it has happened."""
        month = self.first_day.replace(day=1)
        while month < self.today:
            for on in self._referral_days(month):
                if self.first_day <= on < self.today:
                    self._throw(f"{month} {self.casting.families}")
                    self._come_in(on)
            month = months_after(month, 1)
        self._let_children_come()
        return cut(self.families, self.today - timedelta(days=1))

    def _throw(self, about: str) -> None:
        """Take dice of their own for one month or one family."""
        self.dice = self.casting.dice = Dice(f"{self.profile.slug} {self.prefix} {about}")

    # -- who comes, and when -------------------------------------------------------------

    def _referral_days(self, month: date) -> list[date]:
        """The days of a month on which families are referred, by season and year."""
        self._throw(f"{month}")
        busy = BUSY_YEARS.get(month.year, self.profile.later_share)
        locked = self.opening.is_locked_down(month.replace(day=20))
        share = busy * (LOCKED_DOWN_SHARE if locked else 1.0)
        expected = self.profile.families_a_year / sum(SEASON) * SEASON[month.month - 1] * share
        count = int(expected) + self.dice.happens(expected % 1)
        last = months_after(month, 1) - timedelta(days=1)
        return sorted(self.dice.working_day(month, last) for _number in range(count))

    def _come_in(self, on: date) -> None:
        family, origin = self.casting.family(self.prefix)
        family.residence = self.dice.pick(self.home)
        if self.dice.happens(self.profile.elsewhere):
            family.residence = "XX-OTHER"
        self.families.append(family)
        self.casting.parent(family, origin, on)
        if self.dice.happens(self.profile.partner_at_home):
            self.casting.parent(family, origin, on, partner=True)
        ages = self.rules.on(on).care.ages_months
        self.casting.youngest(family, on, max(2, ages.from_), min(ages.below, 40) - 3)
        joining = family.parents if self.dice.happens(self.profile.couples) else family.parents[:1]
        for parent in joining:
            self._follow(parent, family, origin, on)

    # -- the way in ----------------------------------------------------------------------

    def _follow(self, parent: Parent, family: Family, origin: Origin, on: date) -> None:
        entry = self._refer(parent, family, origin, on)
        if entry.outcome == Outcome.ELIGIBLE:
            self._start_or_wait(entry)
        if entry.guidance is None:
            return
        self._guide(parent, entry.guidance)
        self._come_to_care(family, entry.guidance)
        ended = entry.guidance.until
        comes_back = self.dice.happens(self.profile.coming_back) and len(parent.entries) < 3
        if ended is not None and ended < self.today and comes_back:
            again = self.dice.working_day(ended + timedelta(30), ended + timedelta(300))
            self._follow(parent, family, origin, again)

    def _refer(self, parent: Parent, family: Family, origin: Origin, on: date) -> Entry:
        offered = {item.code for item in self.rules.on(on).lists.referrers}
        weights = {code: w for code, w in self.profile.referrers.items() if code in offered}
        entry = Entry(on, self.dice.weighed(weights))
        parent.entries.append(entry)
        entry.intake_on = self.dice.working_day(on + timedelta(2), on + timedelta(12))
        last = entry.intake_on + timedelta(days=4)
        entry.decided_on = self.dice.working_day(entry.intake_on, last)
        entry.answers = self._answers(origin, family, entry.intake_on)
        entry.outcome = self._judge(parent, family, entry)
        if entry.outcome != Outcome.ELIGIBLE and self.dice.happens(KNOWS_THE_RULES):
            entry.answers = self._answers(origin, family, entry.intake_on)
            entry.outcome = self._judge(parent, family, entry)
        return entry

    def _answers(self, origin: Origin, family: Family, on: date) -> dict[str, Any]:
        told = story.answers(self.dice, origin, family)
        told["childcare_is_barrier"] = self.dice.happens(0.92)
        told["willing_to_join"] = self.dice.happens(0.95)
        asked = self.rules.on(on).records.attributes
        kept = {code: told[code] for code in asked if told.get(code) is not None}
        return story.forget_some(self.dice, kept, ("residence_lau",))

    def _judge(self, parent: Parent, family: Family, entry: Entry) -> str:
        """What the site's rules of that day say, as the import will say again."""
        on = entry.decided_on or entry.referred_on
        born = [child.born for child in family.children]
        answers = entry.answers | computed_answers(parent.born, born, on)
        groups = self.rules.on(on).target_groups
        outcomes = {evaluate(group.criteria, answers).outcome for group in groups}
        for outcome in (Outcome.ELIGIBLE, Outcome.NOT_YET_KNOWN):
            if outcome in outcomes:
                return outcome.value
        return Outcome.NOT_ELIGIBLE.value

    def _start_or_wait(self, entry: Entry) -> None:
        decided = entry.decided_on or entry.referred_on
        if self.dice.happens(self.profile.withdrawing):
            until = self.dice.working_day(decided + timedelta(10), decided + timedelta(60))
            reason = self.dice.weighed({"withdrawn": 4, "no_contact": 3, "elsewhere": 2})
            entry.waiting = Spell(decided, until, outcome=reason)
            return
        waits = self.dice.happens(0.25)
        on = decided + timedelta(days=self.dice.between(10, 60) if waits else 0)
        if waits:
            entry.waiting = Spell(decided)
        on = self.dice.working_day(on, on + timedelta(days=6))
        entry.guidance = Spell(on, coach=self.dice.pick(self.coaches))

    # -- guidance, and what it leads to --------------------------------------------------

    def _guide(self, parent: Parent, case: Spell) -> None:
        end = case.on + timedelta(days=self.dice.around(*self.profile.case_days))
        case.until = max(case.on, end - timedelta(days=max(0, end.weekday() - 4)))
        case.outcome = self.dice.weighed(END_REASONS)
        notes = self.profile.notes
        parent.contacts += story.contacts(self.dice, case, self.opening, case.until, notes)
        if self.dice.happens(self.profile.trained):
            self._train(parent, case)
        if self.dice.happens(self.profile.working):
            self._work(parent, case)
        if self.dice.happens(self.profile.volunteering):
            on = self.dice.working_day(case.on + timedelta(10), case.until)
            until = on + timedelta(days=self.dice.between(30, 400))
            where = self.dice.pick(self.profile.organisations)
            parent.volunteering.append(Spell(on, until, text=where))

    def _train(self, parent: Parent, case: Spell) -> None:
        offered = set(self.rules.on(case.on).lists.codes("training_kinds"))
        kinds = [kind for kind in self.profile.courses if kind in offered]
        for _number in range(self.dice.weighed({1: 5, 2: 3, 3: 1})):
            kind = self.dice.pick(kinds)
            title = self.dice.pick(self.profile.courses[kind])
            last = case.until or case.on
            parent.trainings.append(
                story.course(self.dice, kind, title, case.on, last, last_day=NEVER)
            )

    def _work(self, parent: Parent, case: Spell) -> None:
        """A job for at most one time of guidance; many keep it."""
        if parent.work:
            return
        offered = set(self.rules.on(case.on).lists.codes("work_kinds"))
        kinds = {kind: w for kind, w in self.profile.jobs.items() if kind in offered}
        last = case.until or case.on
        on = self.dice.working_day(min(case.on + timedelta(days=20), last), last)
        hours = story.job_hours(self.dice) if self.dice.happens(0.85) else None
        job = Spell(on, None, self.dice.weighed(kinds), hours=hours)
        if self.dice.happens(0.6):
            job.until = on + timedelta(days=self.dice.around(40, 260, 1500))
        if (last - on).days < 60:
            case.outcome = "found_work"
        parent.work.append(job)

    # -- childcare -----------------------------------------------------------------------

    def _come_to_care(self, family: Family, case: Spell) -> None:
        if not self.dice.happens(self.profile.in_care):
            return
        first = case.on + timedelta(days=self.dice.between(2, 12))
        last = (case.until or case.on) + timedelta(days=14)
        last = min(last, first + timedelta(days=MOST_CARE_DAYS))
        for child in family.children[: self.dice.weighed({1: 4, 2: 1})]:
            child.days_a_week = int(self.dice.weighed(self.profile.days_a_week))
            if first < self.today and self._may_come(child, first):
                child.care.append((first, last))

    def _may_come(self, child: Child, on: date) -> bool:
        """Is the child of the site's ages on that day?"""
        configuration = self.rules.on(on)
        return child.born <= on and full_months(child.born, on) in configuration.care.ages_months

    def _let_children_come(self) -> None:
        @cache
        def slots(on: date) -> list[str]:
            return [part.code for part in self.rules.on(on).day_parts_on(on)]

        places = Places(
            self.opening,
            slots=slots,
            capacity=lambda on, part: self.rules.on(on).capacity_of(part),
            admits=self._may_come,
        )
        coming = [child for child in children_of(self.families) if child.care]
        coming.sort(key=lambda child: (child.care[0], child.reference))
        let_come(coming, places, lambda child: Dice(f"{self.profile.slug} {child.reference}"))

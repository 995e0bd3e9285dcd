"""Invented histories of the other sites, each judged by the site's own rules.

Nothing here knows what a site's rules are: families are drawn, the published configuration of
that day says who is eligible, which day-parts are open and how many places there are. So the
demo's figures differ between sites for the reasons for which real ones do.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from core.sites.configuration import SiteConfiguration
from core.sites.criteria import Outcome, evaluate
from pace.demo_data import story
from pace.demo_data.care import Places, let_come
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Child, Entry, Family, Parent, Spell, children_of, months_after
from pace.demo_data.mechelen_facts import SEASON
from pace.demo_data.names import Origin
from pace.demo_data.opening import Opening
from pace.demo_data.people import of_host
from pace.demo_data.profiles import Profile
from tenants.families.ages import computed_answers, full_months
from tenants.families.case_import.site_rules import SiteRules

#: The project's years, the quiet ones after it, and the last year again as busy as before.
QUIET_SINCE, QUIET_SHARE = date(2023, 1, 1), 0.35
BUSY_DAYS_BEFORE_TODAY = 400
MOST_CARE_DAYS = 330


@dataclass
class History:
    """The families of one site from its first day to yesterday."""

    profile: Profile
    rules: SiteRules
    today: date
    dice: Dice
    prefix: str = "F"
    since: date | None = None
    families: list[Family] = field(default_factory=list)

    def __post_init__(self) -> None:
        first = self.profile.first_day
        self.opening = Opening(self.profile.country, self.profile.weeks_off, first)
        current = self.rules.current
        self.home = current.place.lau_codes
        self.casting = story.Casting(
            self.dice,
            self.profile.origins,
            self.home[0],
            self.profile.postcodes,
            self.profile.phone,
        )
        self.yesterday = self.today - timedelta(days=1)
        self.coaches = [m.name for m in of_host(self.profile.slug) if "family_coach" in m.roles]
        self.arrived: list[Child] = []

    def run(self) -> list[Family]:
        """The whole history."""
        for on in self._referral_days():
            self._come_in(on)
        self._let_children_come()
        return self.families

    # -- who comes, and when -------------------------------------------------------------

    def _referral_days(self) -> list[date]:
        months: dict[date, float] = {}
        first = self.since or self.profile.first_day
        month = first.replace(day=1)
        busy_again = self.today - timedelta(days=BUSY_DAYS_BEFORE_TODAY)
        while month <= self.yesterday:
            quiet = QUIET_SINCE <= month < busy_again
            locked = self.opening.is_locked_down(month.replace(day=20))
            share = (QUIET_SHARE if quiet else 1.0) * (0.2 if locked else 1.0)
            months[month] = SEASON[month.month - 1] * share
            month = months_after(month, 1)
        days = []
        for _number in range(self.profile.families):
            month = self.dice.weighed(months)
            last = min(months_after(month, 1) - timedelta(days=1), self.yesterday)
            days.append(self.dice.working_day(max(month, first), last))
        return sorted(days)

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
        if ended is not None and self.dice.happens(self.profile.coming_back):
            again = self.dice.working_day(ended + timedelta(30), ended + timedelta(300))
            if again <= self.yesterday and len(parent.entries) < 3:
                self._follow(parent, family, origin, again)

    def _refer(self, parent: Parent, family: Family, origin: Origin, on: date) -> Entry:
        offered = {item.code for item in self.rules.on(on).lists.referrers}
        weights = {code: w for code, w in self.profile.referrers.items() if code in offered}
        entry = Entry(on, self.dice.weighed(weights))
        parent.entries.append(entry)
        intake_on = self.dice.working_day(on + timedelta(2), on + timedelta(12))
        if intake_on > self.yesterday:
            return entry
        entry.intake_on = intake_on
        entry.answers = self._answers(origin, family, intake_on)
        decided_on = self.dice.working_day(intake_on, intake_on + timedelta(4))
        if decided_on > self.yesterday:
            return entry
        entry.decided_on = decided_on
        entry.outcome = self._judge(parent, family, entry)
        return entry

    def _answers(self, origin: Origin, family: Family, on: date) -> dict:
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
            over = until <= self.yesterday
            reason = self.dice.weighed({"withdrawn": 4, "no_contact": 3, "elsewhere": 2})
            entry.waiting = Spell(decided, until if over else None, outcome=reason if over else "")
            return
        waits = self.dice.happens(0.25)
        on = decided + timedelta(days=self.dice.between(10, 60) if waits else 0)
        on = self.dice.working_day(on, on + timedelta(days=6))
        if waits:
            entry.waiting = Spell(decided)
        if on <= self.yesterday:
            entry.guidance = Spell(on, coach=self.dice.pick(self.coaches))

    # -- guidance, and what it leads to --------------------------------------------------

    def _guide(self, parent: Parent, case: Spell) -> None:
        case_end = case.on + timedelta(days=self.dice.around(*self.profile.case_days))
        case_end -= timedelta(days=max(0, case_end.weekday() - 4))
        if case_end <= self.yesterday and case_end > case.on:
            case.until = case_end
            case.outcome = self.dice.weighed(
                {"training": 5, "moved": 4, "no_longer_reachable": 6, "own_request": 5}
            )
        last = case.until or self.yesterday
        parent.contacts += story.contacts(
            self.dice, case, self.opening, self.yesterday, self.profile.notes
        )
        if self.dice.happens(self.profile.trained):
            self._train(parent, case, last)
        if self.dice.happens(self.profile.working):
            self._work(parent, case, last)
        if self.dice.happens(self.profile.volunteering):
            on = self.dice.working_day(case.on + timedelta(10), last)
            until = on + timedelta(days=self.dice.between(30, 400))
            over = until if until <= self.yesterday else None
            if on <= self.yesterday:
                where = self.dice.pick(self.profile.organisations)
                parent.volunteering.append(Spell(on, over, text=where))

    def _train(self, parent: Parent, case: Spell, last: date) -> None:
        offered = set(self.rules.on(case.on).lists.codes("training_kinds"))
        kinds = [kind for kind in self.profile.courses if kind in offered]
        for _number in range(self.dice.weighed({1: 5, 2: 3, 3: 1})):
            kind = self.dice.pick(kinds)
            title = self.dice.pick(self.profile.courses[kind])
            course = story.course(self.dice, kind, title, case.on, last, self.yesterday)
            if course.on <= self.yesterday:
                parent.trainings.append(course)

    def _work(self, parent: Parent, case: Spell, last: date) -> None:
        if any(job.until is None for job in parent.work):
            return
        offered = set(self.rules.on(case.on).lists.codes("work_kinds"))
        kinds = {kind: w for kind, w in self.profile.jobs.items() if kind in offered}
        earliest = min(case.on + timedelta(days=20), last)
        on = self.dice.working_day(earliest, last)
        hours = story.job_hours(self.dice) if self.dice.happens(0.85) else None
        job = Spell(on, None, self.dice.weighed(kinds), hours=hours)
        until = on + timedelta(days=self.dice.around(40, 260, 1500))
        if until <= self.yesterday and self.dice.happens(0.6):
            job.until = until
        if case.until is not None and abs((case.until - on).days) < 60:
            case.outcome = "found_work"
        parent.work.append(job)

    # -- childcare -----------------------------------------------------------------------

    def _come_to_care(self, family: Family, case: Spell) -> None:
        if not self.dice.happens(self.profile.in_care):
            return
        first = case.on + timedelta(days=self.dice.between(2, 12))
        last = min((case.until or self.yesterday) + timedelta(days=14), self.yesterday)
        last = min(last, first + timedelta(days=MOST_CARE_DAYS))
        for child in family.children[: self.dice.weighed({1: 4, 2: 1})]:
            if first <= last and self._may_come(child, first):
                child.care.append((first, last))
                child.days_a_week = int(self.dice.weighed(self.profile.days_a_week))

    def _may_come(self, child: Child, on: date) -> bool:
        """Is the child of the site's ages on that day?"""
        configuration = self.rules.on(on)
        return child.born <= on and full_months(child.born, on) in configuration.care.ages_months

    def _let_children_come(self) -> None:
        def configured(on: date) -> SiteConfiguration:
            return self.rules.on(on)

        places = Places(
            self.opening,
            slots=lambda on: [part.code for part in configured(on).day_parts_on(on)],
            capacity=lambda on, part: configured(on).capacity_of(part),
            admits=self._may_come,
        )
        coming = [child for child in children_of(self.families) if child.care]
        coming.sort(key=lambda child: (child.care[0], child.reference))
        let_come(coming, places, self.dice)

"""What became of those who were taken in: ends, returns, work, training, care.

How many parents stand where on 29 February 2020 and at the end of 2022 is planned; which ones,
and when exactly, is chance.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from pace.demo_data import mechelen_facts as facts
from pace.demo_data import story
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Child, Family, Parent, Spell, months_after
from pace.demo_data.mechelen_plan import Intakes
from pace.demo_data.notes import NOTES_NL

LAST_ENDS_EARLY = date(2020, 2, 21)
FIRST_ENDS_LATE = date(2020, 3, 3)
END_OF_RECORDS = date(2022, 12, 23)


@dataclass
class Paths:
    """Fills in the lives of the families that `intakes` brought."""

    dice: Dice
    intakes: Intakes
    ended_early: list[Parent] = field(default_factory=list)
    ran_on: list[Parent] = field(default_factory=list)
    in_care: list[Child] = field(default_factory=list)

    # -- guidance ends -------------------------------------------------------------------

    def natural_end(self, case: Spell) -> date:
        """When guidance would end by itself."""
        return case.on + timedelta(days=self.dice.around(90, 320, 800))

    def end_early_cases(self) -> None:
        """34 of the 67 have ended by the end of February 2020, 33 run."""
        counts = self.intakes.counts
        ends = {
            parent.reference: self.natural_end(parent.cases[0]) for parent in self.intakes.early
        }
        by_end = sorted(self.intakes.early, key=lambda parent: ends[parent.reference])
        first_ended = counts.early_ended + counts.early_came_back
        for place, parent in enumerate(by_end):
            case, end = parent.cases[0], ends[parent.reference]
            if place < first_ended:
                if end > LAST_ENDS_EARLY:
                    end = self.dice.working_day(case.on + timedelta(40), LAST_ENDS_EARLY)
                self._end(case, end)
            else:
                if end < FIRST_ENDS_LATE:
                    end = self.dice.working_day(FIRST_ENDS_LATE, date(2020, 12, 18))
                self._end(case, end)
        self.ended_early, self.ran_on = by_end[:first_ended], by_end[first_ended:]
        self._come_back_before_february(counts.early_came_back)

    def end_later_cases(self) -> None:
        """The others end when they end; some run when the history stops."""
        for parent in (*self.intakes.after_the_lockdown, *self.intakes.late):
            self._end(parent.cases[0], self.natural_end(parent.cases[0]))

    def _end(self, case: Spell, end: date) -> None:
        if end <= END_OF_RECORDS:
            case.until = end - timedelta(days=max(0, end.weekday() - 4))
            case.outcome = self.dice.weighed(facts.END_REASONS)

    def _come_back_before_february(self, count: int) -> None:
        """They had ended, came again in 2019, and are in guidance once more: counted once."""
        could = [parent for parent in self.ended_early if parent.cases[0].until < date(2018, 12, 1)]
        back = self.dice.some(could, count)
        self.ended_early = [parent for parent in self.ended_early if parent not in back]
        self.ran_on += back
        for parent in back:
            case = self._come_back(parent, date(2019, 3, 4), date(2019, 8, 30))
            self._end(case, max(self.natural_end(case), date(2020, 5, 8)))
        could = [parent for parent in self.ended_early if parent.cases[0].until < date(2018, 10, 1)]
        for parent in self.dice.some(could, 3):
            case = self._come_back(parent, date(2019, 1, 14), date(2019, 6, 28))
            self._end(case, case.on + timedelta(days=self.dice.between(80, 150)))

    def come_back_later(self) -> None:
        """Some who had ended come again in 2021 and 2022."""
        every = [*self.ended_early, *self.intakes.late]
        could = [
            parent
            for parent in every
            if len(parent.cases) == 1
            and parent.cases[0].until is not None
            and parent.cases[0].until < date(2021, 9, 1)
        ]
        for parent in self.dice.some(could, 9):
            first = max(parent.cases[0].until + timedelta(120), date(2020, 9, 1))
            case = self._come_back(parent, first, first + timedelta(days=200))
            self._end(case, self.natural_end(case))

    def _come_back(self, parent: Parent, first: date, last: date) -> Spell:
        family = next(f for f in self.intakes.families if parent in f.parents)
        entry = self.intakes.refer(parent, family, self.dice.working_day(first, last))
        self.intakes.start(entry, last + timedelta(days=90))
        assert entry.guidance is not None
        return entry.guidance

    # -- work ----------------------------------------------------------------------------

    def find_work(self) -> None:
        """27 at work on 29 February 2020, 58 at the end of 2022."""
        counts = self.intakes.counts
        ended = [p for p in self.ended_early if len(p.cases) == 1]
        running = [p for p in self.ran_on if p.cases[0].on < date(2019, 10, 1)]
        at_work = [
            *self.dice.some(ended, counts.early_at_work_ended),
            *self.dice.some(running, counts.early_at_work_running),
        ]
        still = self.dice.some(at_work, counts.still_at_work)
        for parent in at_work:
            self._work_in_february(parent, stays=parent in still)
        others = [p for p in self.intakes.early if p not in at_work]
        for parent in self.dice.some(others, 9):
            self._work_before_february(parent)
        later = [*others, *self.intakes.after_the_lockdown]
        self._work_later(later, counts.early_found_later, 7)
        self._work_later(self.intakes.late, counts.late_at_work, 24)

    def _job(self, on: date, until: date | None) -> Spell:
        kind = self.dice.weighed(facts.JOBS)
        return Spell(on, until, kind, hours=story.job_hours(self.dice))

    def _work_in_february(self, parent: Parent, *, stays: bool) -> None:
        case = parent.cases[-1]
        latest = date(2020, 2, 17)
        if case.until is not None and case.until < facts.FEBRUARY_2020:
            latest = min(latest, case.until)
            case.outcome = "found_work"
        earliest = max(case.on + timedelta(30), latest - timedelta(days=150))
        on = self.dice.working_day(min(earliest, latest), latest)
        if stays and self.dice.happens(0.7):
            parent.work.append(self._job(on, None))
            return
        until = self.dice.working_day(date(2020, 3, 13), date(2021, 11, 30))
        parent.work.append(self._job(on, until))
        if stays or self.dice.happens(0.3):
            again = until + timedelta(days=self.dice.between(30, 200))
            end = None if stays else again + timedelta(days=self.dice.between(40, 150))
            parent.work.append(self._job(again, end))

    def _work_before_february(self, parent: Parent) -> None:
        """A job that was over before the end of February 2020."""
        case = parent.cases[0]
        if case.on > date(2019, 9, 1):
            return
        on = self.dice.working_day(case.on + timedelta(40), date(2019, 11, 29))
        until = self.dice.working_day(on + timedelta(21), date(2020, 2, 14))
        parent.work.append(self._job(on, until))

    def _work_later(self, parents: list[Parent], staying: int, leaving: int) -> None:
        """So many find work that lasts to the end of 2022, and so many work that does not."""
        could = [p for p in parents if p.cases[-1].on < date(2022, 8, 1)]
        found = self.dice.some(could, staying + leaving)
        stay = self.dice.some(found, staying)
        for parent in found:
            case = parent.cases[-1]
            last = min(case.until or END_OF_RECORDS, END_OF_RECORDS)
            earliest = max(case.on + timedelta(35), date(2020, 6, 15))
            on = self.dice.working_day(min(earliest, date(2022, 11, 14)), max(earliest, last))
            on = min(on, date(2022, 11, 14))
            if parent in stay:
                if case.until is not None and abs((case.until - on).days) < 120:
                    case.outcome = "found_work"
                parent.work.append(self._job(on, None))
            else:
                until = self.dice.working_day(on + timedelta(14), date(2022, 12, 16))
                parent.work.append(self._job(on, until))

    # -- training and volunteering -------------------------------------------------------

    def train(self) -> None:
        """90 parents follow training by the end of 2022."""
        intakes, counts = self.intakes, self.intakes.counts
        every = [*intakes.early, *intakes.after_the_lockdown, *intakes.late]
        could = [parent for parent in every if parent.cases[0].on < date(2022, 10, 1)]
        for parent in self.dice.some(could, counts.trained):
            for _number in range(self.dice.weighed({1: 5, 2: 4, 3: 2})):
                parent.trainings.append(self._course(parent.cases[0]))
            parent.trainings.sort(key=lambda spell: spell.on)
        for parent in self.dice.some(could, counts.volunteers):
            case = parent.cases[0]
            on = self.dice.working_day(
                case.on + timedelta(30), min(case.on + timedelta(200), END_OF_RECORDS)
            )
            until = on + timedelta(days=self.dice.between(60, 500))
            ended = until if until <= END_OF_RECORDS else None
            where = self.dice.pick(facts.ORGANISATIONS)
            parent.volunteering.append(Spell(on, ended, text=where))

    def _course(self, case: Spell) -> Spell:
        kind = self.dice.weighed(facts.COURSE_WEIGHTS)
        title = self.dice.pick(facts.COURSES[kind])
        last = min(case.until or END_OF_RECORDS, END_OF_RECORDS, date(2022, 12, 9))
        first = min(case.on + timedelta(days=14), last)
        return story.course(self.dice, kind, title, first, last, END_OF_RECORDS)

    # -- childcare -----------------------------------------------------------------------

    def bring_children(self) -> None:
        """133 children of own families and 14 of the related project come to the childcare."""
        counts = self.intakes.counts
        could = [family for family in self.intakes.families if self._times(family)]
        with_two = [family for family in could if len(self._times(family)) > 1]
        two = self.dice.some(with_two, counts.with_two_in_care)
        rest = [family for family in could if family not in two]
        one = self.dice.some(rest, counts.families_in_care - counts.with_two_in_care)
        for family in self.intakes.families:
            if family in two or family in one:
                for child, first, last in self._times(family)[: 2 if family in two else 1]:
                    self._let_care(child, first, last, self.dice.weighed({1: 2, 2: 4, 3: 3, 4: 2}))
        self._related_project()

    def _let_care(self, child: Child, first: date, last: date, days_a_week: int) -> None:
        child.care, child.days_a_week = [(first, last)], days_a_week
        self.in_care.append(child)

    def _times(self, family: Family) -> list[tuple[Child, date, date]]:
        """When which children could come: in guidance, at the right age, with time to settle."""
        cases = [case for parent in family.parents for case in parent.cases]
        if not cases:
            return []
        first_case = min(cases, key=lambda case: case.on)
        ends = [case.until or END_OF_RECORDS for case in cases]
        first = max(first_case.on + timedelta(days=9), facts.CARE_BEGINS)
        found = []
        for child in family.children:
            too_old = months_after(child.born, 34)
            last = min(max(ends) + timedelta(days=35), too_old, END_OF_RECORDS)
            if child.born <= first - timedelta(days=60) and self._open_days(first, last) >= 15:
                found.append((child, first, min(last, first + timedelta(days=430))))
        return found

    def _open_days(self, first: date, last: date) -> int:
        return len(self.intakes.opening.days(first, last)) if first < last else 0

    def _related_project(self) -> None:
        """From 2021 on children of "Mama leert!" come too; their mothers are not in guidance."""
        counts, casting = self.intakes.counts, self.intakes.casting
        for number in range(counts.project_families):
            first = self.dice.working_day(facts.RELATED_PROJECT_BEGINS, date(2022, 10, 14))
            family, origin = casting.family("M")
            family.project = facts.RELATED_PROJECT
            self.intakes.families.append(family)
            casting.parent(family, origin, first)
            born = months_after(first, -self.dice.between(8, 20))
            children = [casting.child(family, born)]
            if number < counts.project_with_two:
                children.append(casting.child(family, months_after(born, -11)))
            last = min(first + timedelta(days=self.dice.between(60, 220)), END_OF_RECORDS)
            for child in children:
                age = months_after(child.born, 34)
                self._let_care(child, first, min(last, age), 1)

    # -- contacts ------------------------------------------------------------------------

    def keep_in_touch(self) -> None:
        """The coach's contacts in every time of guidance."""
        intakes = self.intakes
        for parent in (*intakes.early, *intakes.after_the_lockdown, *intakes.late):
            for case in parent.cases:
                parent.contacts += story.contacts(
                    self.dice, case, intakes.opening, END_OF_RECORDS, NOTES_NL
                )

"""Mechelen after 2022, up to yesterday: a second step, so that the shipped file stays pure.

What ran at the end of 2022 goes on and ends, those who waited start, and new families come.
Nothing here is dated before 2023, so no figure of the published years changes. It goes to the
day on which the demo is filled, so that there is always something to do today.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from pace.demo_data import mechelen, mechelen_facts
from pace.demo_data.care import Places, let_come
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Child, Family, children_of, months_after, parents_of
from pace.demo_data.notes import NOTES_NL
from pace.demo_data.opening import Opening
from pace.demo_data.phones import belgian_phone
from pace.demo_data.profiles import Profile
from pace.demo_data.rows import Row, rows_of
from pace.demo_data.simulation import History
from tenants.families.case_import.site_rules import SiteRules

FIRST_DAY = date(2023, 1, 9)
LAST_OLD_CARE = date(2023, 6, 30)

PROFILE = Profile(
    "mechelen",
    "BE",
    31,
    FIRST_DAY,
    mechelen_facts.ORIGINS,
    mechelen_facts.POSTCODES,
    belgian_phone,
    NOTES_NL,
    mechelen_facts.REFERRERS_OF_38_VOLT,
    mechelen_facts.COURSES,
    mechelen_facts.ORGANISATIONS,
    mechelen_facts.JOBS,
    case_days=(60, 270, 600),
    later_share=1.0,
)


def recent_rows(rules: SiteRules, today: date) -> Iterator[Row]:
    """Rows from 2023 to the day before `today`; none if the demo is set before that."""
    if today <= date(2024, 6, 30):
        return
    dice = Dice("Mechelen since 2023")
    published = mechelen.plan()
    yield from _endings(published, dice)
    yield from _starts(published, dice)
    yield from rows_of(_still_coming(published, dice), prefix="B")
    history = History(PROFILE, rules, today, prefix="N", since=FIRST_DAY)
    yield from rows_of(history.run(), prefix="N")


def _endings(published: list[Family], dice: Dice) -> Iterator[Row]:
    """What was open at the end of 2022 ends: guidance and courses all, jobs in part."""
    shares = {"guidance": 1.0, "training": 1.0, "work": 0.55, "volunteering": 0.7}
    for row in rows_of(published):
        share = shares.get(row["record"], 0)
        if not share or row.get("until") is not None or not dice.happens(share):
            continue
        until = dice.working_day(date(2023, 1, 16), date(2024, 5, 31))
        ended = {"until": until}
        if row["record"] == "guidance":
            ended["outcome"] = dice.weighed(mechelen_facts.END_REASONS | {"found_work": 12})
        if row["record"] == "training":
            ended["outcome"] = dice.weighed({"yes": 8, "no": 2})
        yield row | ended


def _starts(published: list[Family], dice: Dice) -> Iterator[Row]:
    """Who stood on the waiting list at New Year starts in the weeks after."""
    for parent in parents_of(published):
        entry = parent.entries[-1] if parent.entries else None
        if entry is None or entry.waiting is None or entry.waiting.until or entry.guidance:
            continue
        on = dice.working_day(FIRST_DAY, date(2023, 2, 17))
        yield {
            "record": "guidance",
            "reference": f"{parent.reference}-T{len(parent.entries)}",
            "person": parent.reference,
            "on": on,
            "until": dice.working_day(on + timedelta(90), date(2024, 4, 26)),
            "outcome": dice.weighed(mechelen_facts.END_REASONS | {"found_work": 12}),
            "coach": dice.pick(mechelen_facts.COACHES_OF_38_VOLT),
        }


def _still_coming(published: list[Family], dice: Dice) -> list[Family]:
    """Children who came in December go on coming until they are old enough for school."""
    coming = []
    for child in children_of(published):
        last = min(LAST_OLD_CARE, months_after(child.born, 34))
        came_lately = any(on >= date(2022, 12, 5) for on, _part in child.attended)
        if came_lately and last > FIRST_DAY:
            care = [(FIRST_DAY, last)]
            again = Child(child.reference, "", "", child.born, "", care, child.days_a_week)
            coming.append(again)
    opening = Opening("BE")
    places = Places(opening, mechelen.slots, lambda on, part: mechelen_facts.CAPACITY // 2)
    let_come(coming, places, lambda child: dice)
    return [Family("", "", "", "", children=coming)]

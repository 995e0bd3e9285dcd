"""Mechelen from 2017 to 2022: invented families whose figures are exactly the published ones.

As of 29 February 2020: 86 parents referred, 67 taken into a trajectory, of whom 34 ended and 33
running, and 27 at work. As of 31 December 2022: 167 families entered, 147 children cared for,
58 parents at work, 90 parents who followed training. The lives around these numbers are
invented: nobody in them exists. How many stand where is planned (`mechelen_facts.Counts`),
chance fills in the rest; the same seed gives the same file to the byte.

`python3 manage.py import_cases --remake-mechelen` writes the shipped file again.
"""

from datetime import date
from pathlib import Path

from pace.demo_data import mechelen_facts as facts
from pace.demo_data.care import Places, let_come
from pace.demo_data.dice import Dice
from pace.demo_data.lives import Family
from pace.demo_data.mechelen_paths import Paths
from pace.demo_data.mechelen_plan import Intakes
from pace.demo_data.opening import Opening
from pace.demo_data.rows import as_csv, rows_of

FILE = Path(__file__).with_name("mechelen-2017-2022.csv")


def slots(day: date) -> list[str]:
    """The day-parts of a day of the week: every morning, and afternoons but on Wednesday."""
    return ["morning"] if day.weekday() == 2 else ["morning", "afternoon"]


def plan() -> list[Family]:
    """The whole invented history; the same every time."""
    dice = Dice(facts.SEED)
    opening = Opening("BE")
    intakes = Intakes(dice, facts.Counts(), opening)
    intakes.until_february_2020()
    intakes.until_the_end_of_2022()
    paths = Paths(dice, intakes)
    paths.end_early_cases()
    paths.end_later_cases()
    paths.come_back_later()
    paths.find_work()
    paths.train()
    paths.bring_children()
    paths.keep_in_touch()
    places = Places(opening, slots, lambda on, part: facts.CAPACITY)
    by_arrival = sorted(paths.in_care, key=lambda child: (child.care[0], child.reference))
    let_come(by_arrival, places, lambda child: dice)
    return intakes.families


def file_content() -> bytes:
    """The shipped file, made again."""
    return as_csv(rows_of(plan()))

"""The figures of childcare, as of a day and in a period."""

from datetime import date

import pytest

from core.indicators.registry import COLUMN_OF_UNIT, Scope, registry
from tenants.childcare.models import Attendance, CareSession
from tests.households import child_of, household

pytestmark = pytest.mark.django_db

#: Which children came on which morning.
CAME = {
    "2018-05-02": ("Can", "Ece"),
    "2018-05-03": ("Can",),
    "2018-12-31": ("Noor",),
    "2019-01-02": ("Can", "Noor"),
}


@pytest.fixture(autouse=True)
def _attendances():
    family = household()
    children = {name: child_of(family, name) for name in ("Can", "Ece", "Noor")}
    for day, names in CAME.items():
        session = CareSession.objects.create(on=day, day_part="morning", capacity=15)
        for seat, name in enumerate(names, start=1):
            Attendance.objects.create(
                session=session, child=children[name], family=family, seat=seat
            )


def figure(code, start, end):
    measure = registry.get(code)
    scope = Scope(date.fromisoformat(start) if start else None, date.fromisoformat(end))
    rows = measure.rows(scope)
    return rows.values(COLUMN_OF_UNIT[measure.unit_for(None)]).distinct().count()


@pytest.mark.parametrize(
    ("start", "end", "children", "day_parts"),
    [
        (None, "2018-05-01", 0, 0),
        (None, "2018-05-02", 2, 2),
        (None, "2018-12-31", 3, 4),
        (None, "2019-12-31", 3, 6),
        ("2018-12-01", "2019-12-31", 2, 3),
        ("2019-01-01", "2019-12-31", 2, 2),
    ],
)
def test_the_figures_follow_the_days(start, end, children, day_parts):
    assert figure("children_cared_for", start, end) == children
    assert figure("day_parts_attended", start, end) == day_parts

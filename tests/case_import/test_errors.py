"""A file with errors: each is named by row and column, and nothing is written."""

import pytest

from core.audit.models import Entry
from core.partners.stamped import StampedModel
from core.sites.models import ConfigurationVersion
from tenants.families.case_import.service import import_cases
from tenants.families.models import Family
from tests.case_import.files import (
    ADMISSION,
    ATTENDANCE,
    CHILD,
    CONTACT,
    DECISION,
    EVERYTHING,
    FAMILY,
    GUIDANCE,
    INTAKE,
    PARENT,
    PEOPLE,
    REFERRAL,
    TRAINING,
    WORK,
    csv_file,
)


@pytest.fixture
def refused(coordinator):
    """Import rows that must be refused; returns (row, column, text) of each problem."""

    def refused(rows):
        outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator)
        assert outcome.problem_count and not outcome.written
        assert not Family.objects.exists()
        return [(each.row, each.column, each.text) for each in outcome.problems]

    return refused


#: A change to one row, and the column in which it must be found.
WRONG_CELLS = [
    (FAMILY, {"last_name": ""}, "last_name"),
    (FAMILY, {"email": "no address"}, "email"),
    (FAMILY, {"phone": "call me"}, "phone"),
    (FAMILY, {"residence_lau": "Mechelen"}, "residence_lau"),
    (FAMILY, {"reference": "x" * 61}, "reference"),
    (FAMILY, {"hours": "3"}, "hours"),
    (PARENT, {"family": "G9"}, "family"),
    (PARENT, {"birth_date": "02/13/1990"}, "birth_date"),
    (PARENT, {"birth_date": "2031-01-01"}, "birth_date"),
    (PARENT, {"sex": "f"}, "sex"),
    (CHILD, {"birth_date": "1995-01-01"}, "birth_date"),
    (REFERRAL, {"person": "G9-O1"}, "person"),
    (REFERRAL, {"on": "soon"}, "on"),
    (REFERRAL, {"on": "2031-01-01"}, "on"),
    (REFERRAL, {"on": "2016-12-30"}, "on"),
    (REFERRAL, {"kind": "the_neighbour"}, "kind"),
    (REFERRAL, {"text": "number 85.07.30-033.28"}, "text"),
    (INTAKE, {"on": "2018-09-01"}, "on"),
    (INTAKE, {"childcare_is_barrier": "perhaps"}, "childcare_is_barrier"),
    (INTAKE, {"months_unemployed": "-3"}, "months_unemployed"),
    (DECISION, {"on": "2018-09-05"}, "on"),
    (DECISION, {"outcome": "not_eligible"}, "outcome"),
    (GUIDANCE, {"on": "2018-09-01"}, "on"),
    (GUIDANCE, {"until": "2018-09-01", "outcome": "moved"}, "until"),
    (GUIDANCE, {"until": "2019-09-01"}, "outcome"),
    (GUIDANCE, {"coach": "nobody@mechelen.example"}, "coach"),
    (CONTACT, {"on": "2018-09-19"}, "on"),
    (CONTACT, {"kind": "pigeon"}, "kind"),
    (TRAINING, {"outcome": "yes"}, "outcome"),
    (TRAINING, {"until": "2018-11-01"}, "until"),
    (WORK, {"hours": "100"}, "hours"),
    (WORK, {"captured": "gossip"}, "captured"),
    (ATTENDANCE, {"person": "G1-O1"}, "person"),
    (ATTENDANCE, {"on": "2018-10-06"}, "kind"),
    (ATTENDANCE, {"on": "2018-10-03", "kind": "afternoon"}, "kind"),
    (ATTENDANCE, {"on": "2021-03-01"}, "person"),
    (ATTENDANCE, {"on": "2018-01-10"}, "on"),
]


@pytest.mark.parametrize(("row", "change", "column"), WRONG_CELLS)
def test_it_names_the_row_and_the_column(refused, row, change, column):
    rows = [each | change if each is row else each for each in EVERYTHING]
    found = refused(rows)
    assert (EVERYTHING.index(row) + 2, column) in [(number, where) for number, where, _t in found]


def test_it_finds_all_errors_at_once(refused):
    wrong = [row | change for row, change, _column in WRONG_CELLS[:6]]
    assert [(row, column) for row, column, _text in refused(wrong)] == [
        (number, column) for number, (_row, _change, column) in enumerate(WRONG_CELLS[:6], 2)
    ]


def test_it_says_what_stands_there_and_what_is_allowed(coordinator):
    rows = [*PEOPLE, REFERRAL | {"kind": "the_neighbour"}]
    outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator)
    (problem,) = outcome.problems
    assert (problem.letter, problem.value) == ("G", "the_neighbour")
    assert "employment_service" in problem.allowed


def test_a_wrong_parent_is_one_error_and_not_one_for_each_of_their_rows(refused):
    rows = [PARENT | {"sex": "f"} if row is PARENT else row for row in EVERYTHING]
    assert [(row, column) for row, column, _text in refused(rows)] == [(3, "sex")]


def test_an_unknown_record_is_named_with_those_that_exist(coordinator):
    rows = [{"record": "caze"}, {"record": ""} | {"person": "x"}]
    outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator)
    assert [problem.row for problem in outcome.problems] == [2, 3]
    assert "attendance" in outcome.problems[0].allowed


def test_the_same_reference_twice_names_the_first_row(refused):
    ((row, column, text),) = refused([FAMILY, FAMILY | {"last_name": "Peeters"}])
    assert (row, column) == (3, "reference")
    assert "row 2" in text


def test_many_errors_are_all_counted_and_the_first_shown(coordinator):
    rows = [FAMILY | {"reference": f"G{number}", "email": "?"} for number in range(450)]
    outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator)
    assert (outcome.problem_count, len(outcome.problems)) == (450, 200)
    assert outcome.problems[0].row == 2


def test_guidance_of_one_parent_runs_once_at_a_time(refused):
    second = GUIDANCE | {"reference": "B2", "on": "2018-11-05"}
    ((row, column, _text),) = refused([*PEOPLE, GUIDANCE, second])
    assert (row, column) == (6, "on")


def test_a_second_guidance_needs_a_second_decision(refused):
    first = GUIDANCE | {"until": "2018-12-03", "outcome": "moved"}
    second = GUIDANCE | {"reference": "B2", "on": "2019-11-05"}
    ((row, column, _text),) = refused([*PEOPLE, *ADMISSION, first, second])
    assert (row, column) == (9, "on")


def test_guidance_cannot_follow_on_a_refusal(refused):
    elsewhere = INTAKE | {"residence_lau": "BE-12005"}
    decision = DECISION | {"outcome": "not_eligible"}
    ((row, column, _text),) = refused([*PEOPLE, REFERRAL, elsewhere, decision, GUIDANCE])
    assert (row, column) == (8, "on")


def test_a_full_day_part_takes_no_sixteenth_child(refused):
    children = [CHILD | {"reference": f"K{number}"} for number in range(16)]
    came = [ATTENDANCE | {"reference": f"A{n}", "person": f"K{n}"} for n in range(16)]
    ((row, column, text),) = refused([FAMILY, PARENT, *children, *came])
    assert (row, column) == (2 + 2 + 16 + 15, "kind")
    assert "15" in text


def test_a_child_comes_once_in_a_day_part(refused):
    ((row, column, _text),) = refused([*PEOPLE, ATTENDANCE, ATTENDANCE | {"reference": "A2"}])
    assert (row, column) == (6, "person")


def test_a_site_without_rules_is_told_so(coordinator, monkeypatch):
    none = ConfigurationVersion.objects.none()
    monkeypatch.setattr(ConfigurationVersion.objects, "without_document", lambda: none)
    rows = [*PEOPLE, ATTENDANCE]
    outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator)
    assert outcome.problem_count == 1 and not outcome.written


def test_nothing_at_all_is_written(coordinator):
    before = Entry.objects.count()
    rows = [*EVERYTHING, CONTACT | {"reference": "C2", "kind": "pigeon"}]
    outcome = import_cases(file=csv_file(rows), name="cases.csv", by=coordinator)
    assert outcome.problem_count == 1
    written = [model for model in stamped_models() if model.objects.filter().exists()]
    assert [model.__name__ for model in written] == ["ConfigurationVersion"]
    assert Entry.objects.count() == before


def stamped_models():
    return [model for model in StampedModel.__subclasses__() if not model._meta.abstract]

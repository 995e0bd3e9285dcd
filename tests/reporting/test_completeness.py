"""What is missing is counted for the site, and told to partners without counts."""

import pytest

from core.sites.selectors import configuration_on
from tenants.reporting.completeness import Gap, as_signed, gaps, told_to_partners
from tests.reporting.cast import day, decided, family, guided, parent, situation, working

pytestmark = pytest.mark.django_db
END = day("2020-06-30")


def found(code):
    configuration = configuration_on(END).configuration
    return next(gap for gap in gaps(END, configuration) if gap.code == code)


def test_a_parent_without_a_decision_is_missing_one():
    decided_one, undecided = parent(), parent()
    for who in (decided_one, undecided):
        guided(who, "2019-01-01")
    decided(decided_one, "2018-12-01")
    assert found("decision") == Gap("decision", 1, 2)
    assert found("target_group").missing == 1


def test_an_open_answer_and_no_situation_at_all_both_miss_the_attribute():
    for answer in (True, None):
        who = parent()
        guided(who, "2019-01-01")
        situation(who, "2019-01-01", lone_parent=answer)
    guided(parent(), "2019-01-01")
    assert found("attribute:lone_parent") == Gap("attribute:lone_parent", 2, 3)


def test_who_is_not_in_a_trajectory_is_not_looked_at():
    parent(family(None))
    assert found("decision").of == 0
    assert found("birth_date").of == 0


def test_children_without_a_birth_date_and_jobs_without_hours_are_missing():
    who = parent(family("2018-01-01", None))
    guided(who, "2019-01-01")
    working(who, "2019-02-01", hours=None)
    assert found("birth_date").share == 0.5
    assert found("work_hours") == Gap("work_hours", 1, 1)


def test_a_family_of_a_related_project_is_named_from_the_first():
    home = family()
    home.external_project = "amif"
    home.save()
    for who in (parent(home), *(parent() for _number in range(20))):
        guided(who, "2019-01-01")
    assert found("related_project").is_over


def test_ten_percent_is_the_limit():
    assert not Gap("decision", 10, 100).is_over
    assert Gap("decision", 11, 100).is_over
    assert not Gap("decision", 0, 0).is_over


def test_partners_are_told_codes_and_no_counts():
    told = told_to_partners([Gap("decision", 3, 20), Gap("birth_date", 0, 9)])
    assert told == {"limit": 0.1, "over": ["decision"]}


def test_who_signs_keeps_the_counts_that_were_on_the_page():
    assert as_signed([Gap("decision", 3, 20), Gap("birth_date", 0, 9)]) == [
        {"code": "decision", "missing": 3, "of": 20}
    ]


def test_the_number_of_statements_is_constant(django_assert_num_queries):
    for _number in range(5):
        guided(parent(), "2019-01-01")
    configuration = configuration_on(END).configuration
    with django_assert_num_queries(6):
        gaps(END, configuration)

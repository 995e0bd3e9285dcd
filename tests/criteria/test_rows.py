"""The database finds the same people, also where it knows nothing of them."""

import pytest
from django.apps import apps
from django.apps.registry import Apps
from django.db import connection, models
from django.db.models import F
from hypothesis import HealthCheck, given, settings

from core.sites.criteria import Criteria, Outcome, evaluate, to_q
from core.sites.criteria.proof.rows import RowOfAnswers, membership_by_rows, rows_where
from tests.criteria.written_forms import criteria, persons

pytestmark = pytest.mark.django_db

LONE = {"attribute": "lone_parent", "is": True}
NEW = {"attribute": "newcomer", "is": True}
HERE = {"attribute": "residence_lau", "in": ["BE-12025"]}
BABY = {"attribute": "youngest_child_age_months", "from": 3, "below": 36}
LEVELS = {Outcome.ELIGIBLE: 1.0, Outcome.NOT_ELIGIBLE: 0.0, Outcome.NOT_YET_KNOWN: 0.5}


def membership(form: dict, *people: dict) -> list[float]:
    return membership_by_rows(Criteria.model_validate(form), people)


def test_a_row_without_an_answer_is_unknown_also_under_not():
    for form in (LONE, {"not": LONE}, HERE, {"not": HERE}, BABY, {"not": BABY}):
        assert membership(form, {}) == [0.5]


def test_at_least_two_of_three_counts_exactly():
    form = {"at_least": {"count": 2, "of": [LONE, NEW, HERE]}}
    here = {"residence_lau": "BE-12025"}
    people = [{}, {"lone_parent": True}, {**here, "newcomer": True}, {"lone_parent": False}]
    people += [{"lone_parent": False, "newcomer": False}, {**here, "lone_parent": False}]
    assert membership(form, *people) == [0.5, 0.5, 1.0, 0.5, 0.0, 0.5]


def test_everyone_and_no_one_need_no_answers():
    assert membership({"all": []}, {}, {"lone_parent": True}) == [1.0, 1.0]
    assert membership({"any": []}, {}) == [0.0]
    assert membership({"at_least": {"count": 1, "of": [{"any": []}, LONE]}}, {}) == [0.5]


@given(criteria, persons())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_agrees_with_the_evaluation(rules, answers):
    assert membership_by_rows(rules, [answers]) == [LEVELS[evaluate(rules, answers).outcome]]


def test_conditions_can_be_combined_with_others():
    everyone, nobody = (to_q(Criteria.model_validate({key: []})) for key in ("all", "any"))
    lone = models.Q(lone_parent=True)
    people = [{"lone_parent": True}, {"lone_parent": False}]
    assert rows_where(everyone.certainly_in & lone, people) == {0}
    assert rows_where(nobody.certainly_in | lone, people) == {0}


class Situation(models.Model):
    """Where the answers are; it exists only as SQL."""

    place = models.TextField(null=True)
    born_months_ago = models.IntegerField(null=True)

    class Meta:
        apps = Apps()
        app_label = "criteria_tests"

    def __str__(self):
        return f"{self.place}"


class Family(models.Model):
    """A table that keeps its answers elsewhere; it exists only as SQL."""

    situation = models.ForeignKey(Situation, models.CASCADE, null=True)

    class Meta:
        apps = Situation._meta.apps
        app_label = "criteria_tests"

    def __str__(self):
        return f"{self.pk}"


TABLES = """
    WITH criteria_tests_situation (id, place, born_months_ago) AS (
        VALUES (1, 'BE-12025', 6), (2, 'BE-44021', 6), (3, NULL, 6), (4, 'BE-12025', 40)),
    criteria_tests_family (id, situation_id) AS (
        VALUES (10, 1), (20, 2), (30, 3), (40, 4), (50, NULL))
"""


def families(condition: models.Q) -> set[int]:
    rows = Family.objects.annotate(months=F("situation__born_months_ago")).filter(condition)
    select, values = rows.values_list("pk").query.get_compiler(connection=connection).as_sql()
    with connection.cursor() as cursor:
        cursor.execute(TABLES + select, values)
        return {key for (key,) in cursor.fetchall()}


@pytest.mark.parametrize(
    ("form", "inside", "unknown"),
    [
        (HERE, {10, 40}, {30, 50}),
        ({"not": HERE}, {20}, {30, 50}),
        ({"all": [HERE, BABY]}, {10}, {30, 50}),
        ({"not": {"all": [HERE, BABY]}}, {20, 40}, {30, 50}),
        ({"at_least": {"count": 2, "of": [HERE, BABY, {"not": HERE}]}}, {10, 20}, {30, 50}),
    ],
)
def test_answers_may_stand_in_another_table_or_be_computed(form, inside, unknown):
    sources = {"residence_lau": "situation__place", "youngest_child_age_months": "months"}
    rows = to_q(Criteria.model_validate(form), sources)
    assert families(rows.certainly_in) == inside
    assert families(rows.unknown) == unknown


def test_the_proof_adds_no_model_to_the_platform():
    assert RowOfAnswers._meta.app_label not in apps.all_models

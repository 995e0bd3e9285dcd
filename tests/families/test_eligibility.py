"""The site's own rules decide, explain, and can be asked again after they changed."""

from datetime import date

import pytest
from django.utils import translation

from core.sites.criteria import Outcome
from core.sites.documents import document_of
from core.sites.files.folder import site_folder
from core.sites.selectors import configuration_on
from core.sites.services import import_version
from tenants.families.eligibility import answers_on, assess, assess_under, assessment_of, replay
from tenants.families.history import main_reasons
from tenants.families.selectors import eligible_families, eligible_situations
from tenants.families.services import record_intake
from tests.families.conftest import ELIGIBLE, INTAKE, TODAY

pytestmark = pytest.mark.django_db


def reasons(decision, language="en-gb"):
    with translation.override(language):
        return main_reasons(decision)


def publish_stricter_rules(valid_from):
    """From `valid_from` on Mechelen asks for lone parents."""
    before = configuration_on(TODAY).configuration
    document = document_of(before) | {"valid_from": valid_from.isoformat()}
    document["target_groups"] = [
        {
            "code": "lone_parents",
            "label": {"en": "Lone parents", "nl": "Alleenstaande ouders", "fr": "Parents isolés"},
            "valid_from": valid_from.isoformat(),
            "criteria": {"attribute": "lone_parent", "is": True},
        }
    ]
    configuration = type(before).model_validate(document)
    return import_version(
        by_text="Test",
        configuration=configuration,
        valid_from=valid_from,
        reason="The city asks for it",
        source="test",
    )


def test_who_fits_a_target_group_is_eligible_and_hears_why(decision):
    assert decision.outcome == Outcome.ELIGIBLE
    assert decision.target_group == "families_with_childcare_barrier"
    assert "The family lives in Mechelen" in reasons(decision)


def test_who_does_not_fit_hears_which_rule_says_so(interview, guardian):
    decision = interview(guardian, residence_lau="BE-44021")
    assert decision.outcome == Outcome.NOT_ELIGIBLE
    assert reasons(decision) == "The family lives outside Mechelen"
    assert decision.target_group == ""


def test_what_nobody_asked_leaves_the_outcome_open(interview, guardian):
    decision = interview(guardian, willing_to_join=None)
    assert decision.outcome == Outcome.NOT_YET_KNOWN
    assert assessment_of(decision).attributes_to_ask == ("willing_to_join",)
    assert "is the parent willing to join" in reasons(decision)


@pytest.mark.parametrize("language", ["nl-be", "nl-nl", "fr", "en-gb"])
def test_it_explains_in_every_language_without_having_stored_words(decision, language):
    assert reasons(decision, language)
    assert "Mechelen" not in str(decision.explanation["groups"][0]["evaluation"])


def test_a_decision_keeps_the_answers_and_the_version_it_was_made_on(decision):
    version = configuration_on(INTAKE)
    assert decision.configuration_number == version.number
    assert decision.configuration_checksum == version.checksum
    assert decision.answers["youngest_child_age_months"] == 20
    assert decision.answers["parent_age_years"] == 30
    assert decision.answers["income_band"] is None


def test_rules_of_a_day_hold_from_that_day_on(guardian, interview):
    interview(guardian)
    publish_stricter_rules(date(2026, 11, 20))
    assert assess(answers_on(guardian, INTAKE), date(2026, 11, 19)).outcome == Outcome.ELIGIBLE
    assert assess(answers_on(guardian, INTAKE), TODAY).outcome == Outcome.NOT_YET_KNOWN


def test_a_decision_is_replayed_under_the_rules_of_its_day(decision):
    publish_stricter_rules(INTAKE)  # a rule published for the past
    again = replay(decision)
    assert again.agrees
    assert again.assessment.configuration_number == decision.configuration_number
    assert configuration_on(INTAKE).number != decision.configuration_number


def test_a_replay_does_not_hear_later_answers(coach, decision, guardian):
    answers = {**ELIGIBLE, "childcare_is_barrier": False}
    record_intake(by=coach, guardian=guardian, held_on=TODAY, answers=answers)
    decision.refresh_from_db()
    assert replay(decision).agrees
    assert answers_on(guardian, TODAY)["childcare_is_barrier"] is False


def test_a_replay_notices_a_decision_that_its_rules_do_not_give(decision):
    decision.answers = {**decision.answers, "childcare_is_barrier": False}
    assert not replay(decision).agrees


def test_a_decision_of_unknown_rules_can_not_be_replayed(decision):
    decision.configuration_number = 999
    assert replay(decision).assessment is None
    assert not replay(decision).agrees


def test_the_database_finds_the_eligible_families(interview, register, coach, childcare_worker):
    eligible, refused = register(first_name="A"), register(first_name="B")
    interview(eligible.guardian)
    interview(refused.guardian, childcare_is_barrier=False)
    register(first_name="C")

    assert list(eligible_families(coach, on=TODAY)) == [eligible.family]
    assert not eligible_families(childcare_worker, on=TODAY).exists()


@pytest.mark.parametrize("slug", site_folder().slugs())
def test_the_query_agrees_with_the_engine_on_the_rules_of_every_site(
    slug, register, coach, monkeypatch
):
    """Every combination of three values for what decides at one site or another."""
    version = configuration_on(TODAY)
    configuration = list(site_folder().versions(slug))[-1]
    monkeypatch.setattr(type(version), "configuration", configuration)
    for number, answers in enumerate(sample_answers(configuration)):
        referral = register(first_name=f"P{number}")
        record_intake(by=coach, guardian=referral.guardian, held_on=INTAKE, answers=answers)

    found = {row.guardian_id for row in eligible_situations(coach, on=TODAY)}

    for guardian in referral.family.guardians.model.objects.select_related("family"):
        outcome = assess_under(version, answers_on(guardian, TODAY)).outcome
        assert (guardian.pk in found) == (outcome == Outcome.ELIGIBLE)


def sample_answers(configuration):
    """Everything known and fitting; then each asked attribute unknown, and each different."""
    fitting = fitting_answers(configuration)
    yield fitting
    for code in fitting:
        yield {**fitting, code: None}
        if isinstance(fitting[code], bool):
            yield {**fitting, code: not fitting[code]}


def fitting_answers(configuration):
    answers = {}
    for group in configuration.target_groups:
        for leaf in group.criteria.leaves():
            written = leaf.written()
            if leaf.attribute in ("youngest_child_age_months", "number_of_children"):
                continue
            if leaf.attribute == "parent_age_years":
                continue
            if "is" in written:
                answers.setdefault(leaf.attribute, written["is"])
            elif "in" in written:
                answers.setdefault(leaf.attribute, written["in"][0])
            else:
                answers.setdefault(leaf.attribute, written.get("from", 0))
    return answers

"""Approving a period freezes its figures and sends their faces on."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.accounts.access import NotPermitted
from core.audit.models import Entry
from tenants.reporting.freezing import checksum
from tenants.reporting.models import FaceCell, Signature, Submission, SubmissionCell
from tenants.reporting.services import approve_period, withdraw_approval
from tests.reporting.cast import guided, parent
from tests.reporting.conftest import END, START


def total(model, code, **more):
    return model.objects.get(indicator=code, dimension="", population="own", **more).value


def test_it_writes_down_the_exact_figures(submission):
    totals = {code: total(SubmissionCell, code) for code in ("referred", "ended", "running")}
    assert totals == {"referred": 30, "ended": 9, "running": 15}


def test_partners_see_totals_and_no_small_count(submission):
    assert total(FaceCell, "at_work", audience="consortium") == 8
    couples = FaceCell.objects.get(
        audience="consortium", indicator="in_trajectory", category="couple"
    )
    assert (couples.value, couples.state) == (None, "suppressed")
    shown = FaceCell.objects.filter(audience="consortium", state="shown").exclude(dimension="")
    assert not shown.filter(value__range=(1, 4)).exists()


def test_the_public_sees_multiples_of_five(submission):
    shown = FaceCell.objects.filter(audience="public", state="shown")
    assert shown.exists()
    assert all(cell.value % 5 == 0 for cell in shown)


def test_later_cases_do_not_change_it(submission):
    guided(parent(), "2020-03-01")
    assert total(SubmissionCell, "running") == 15


def test_it_sends_the_number_alone_to_the_shared_layer(submission, sent):
    assert sent == [("indicators.collect_submission", ("mechelen", submission.pk), "programme")]


def test_it_is_logged_and_signed(submission, coordinator):
    entry = Entry.objects.get(action="reporting.period_approved")
    assert entry.details == {"from": "2020-01-01", "to": "2020-06-30", "revision": 1}
    assert Signature.objects.get(submission=submission).by_name == str(coordinator)


def test_the_checksum_is_of_the_cells(submission):
    cells = {cell.key: cell.value for cell in submission.cells.all()}
    assert submission.checksum == checksum(cells)


def test_it_is_refused_twice_and_says_how_to_go_on(submission, approve):
    with pytest.raises(ValidationError, match="Withdraw that approval first") as refusal:
        approve()
    assert "start" in refusal.value.message_dict


def test_a_period_that_is_not_over_is_refused(approve, db):
    with pytest.raises(ValidationError, match="not over yet") as refusal:
        approve(end=timezone.localdate())
    assert "end" in refusal.value.message_dict


def test_a_period_runs_forward(approve, db):
    with pytest.raises(ValidationError, match="ends before it starts"):
        approve(start=END, end=START)


def test_a_period_before_the_first_configuration_is_refused(approve, db):
    with pytest.raises(ValidationError, match="no configuration"):
        approve(start=date(1990, 1, 1), end=date(1990, 1, 1) + timedelta(days=30))


@pytest.mark.parametrize("who", ["coach", "team_coach", "administrator", "stranger"])
def test_only_the_coordinator_approves(who, request, db):
    with pytest.raises(NotPermitted):
        approve_period(start=START, end=END, by=request.getfixturevalue(who))
    assert not Submission.objects.exists()


def test_withdrawn_with_a_reason_it_can_be_approved_again(submission, approve, coordinator):
    reason = "Two cases were counted twice."
    withdraw_approval(submission=submission, reason=reason, by=coordinator)
    again = approve()
    submission.refresh_from_db()
    assert (submission.withdrawn_reason, again.revision) == (reason, 2)
    assert Signature.objects.filter(submission=submission).count() == 2


def test_withdrawing_is_sent_on_as_well(submission, coordinator, sent):
    withdraw_approval(submission=submission, reason="Counted two twice.", by=coordinator)
    assert len(sent) == 2


@pytest.mark.parametrize("reason", ["", "   ", "wrong", "de BSN 111222333 klopt niet"])
def test_withdrawing_needs_a_reason_without_personal_numbers(submission, coordinator, reason):
    with pytest.raises(ValidationError) as refusal:
        withdraw_approval(submission=submission, reason=reason, by=coordinator)
    assert "reason" in refusal.value.message_dict


def test_it_is_withdrawn_once(submission, coordinator):
    withdraw_approval(submission=submission, reason="Counted two twice.", by=coordinator)
    with pytest.raises(ValidationError, match="already"):
        withdraw_approval(submission=submission, reason="Counted again.", by=coordinator)


@pytest.mark.parametrize("who", ["coach", "administrator", "stranger"])
def test_only_the_coordinator_withdraws(submission, who, request):
    with pytest.raises(NotPermitted):
        withdraw_approval(
            submission=submission, reason="Because I say so.", by=request.getfixturevalue(who)
        )

"""The database itself keeps an approved period as it was approved."""

import pytest
from django.db import DatabaseError, ProgrammingError, transaction
from django.utils import timezone

from tenants.reporting.models import FaceCell, Signature, Submission, SubmissionCell


@pytest.mark.parametrize("model", [SubmissionCell, FaceCell])
def test_the_sites_role_cannot_change_or_remove_figures(submission, model):
    for attempt in (lambda: model.objects.update(value=1), lambda: model.objects.all().delete()):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            attempt()


def test_nobody_signs_for_somebody_else_afterwards(submission):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Signature.objects.update(by_name="Somebody else")


@pytest.mark.parametrize(
    "change", [{"revision": 7}, {"period_end": "2020-07-31"}, {"checksum": ""}]
)
def test_of_a_submission_only_the_withdrawal_can_be_written(submission, change):
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Submission.objects.update(**change)


def test_a_withdrawal_is_final(submission):
    Submission.objects.update(withdrawn_at=timezone.now(), withdrawn_reason="Counted twice.")
    with pytest.raises(DatabaseError, match="once"), transaction.atomic():
        Submission.objects.update(withdrawn_at=None, withdrawn_reason="")


def test_a_submission_does_not_disappear(submission):
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic():
        Submission.objects.filter(pk=submission.pk)._raw_delete("default")

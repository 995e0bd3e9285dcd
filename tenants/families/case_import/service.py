"""The door for importing existing cases: check everything, then write everything or nothing.

Only a coordinator imports: it is the whole site's work at once. The same file may come again; what
the site has is recognised by the partner's own references and stays as it is.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils import timezone
from django.utils.translation import gettext as _

from tenants.families.case_import.book import Difference
from tenants.families.case_import.checking import Check, Tally
from tenants.families.case_import.kinds import Kinds, kinds
from tenants.families.case_import.permissions import must_import_cases
from tenants.families.case_import.problems import Problem, Unreadable
from tenants.families.case_import.writing import Writer, in_one_transaction

Progress = Callable[[float], None]
SHARE_OF_CHECKING = 0.7


@dataclass
class Outcome:
    """What a file would make, or has made (`written`).

    `counts` tells per kind of record how many rows there are, how many are new, known already,
    ended by this file, or differ from what the site has. Problems and differences are counted
    all and shown in part.
    """

    rows: int = 0
    counts: dict[str, Tally] = field(default_factory=dict)
    problem_count: int = 0
    problems: list[Problem] = field(default_factory=list)
    difference_count: int = 0
    differences: list[Difference] = field(default_factory=list)
    written: bool = False

    @property
    def changes_something(self) -> bool:
        """Is there anything in the file that the site does not have?"""
        return any(tally.new or tally.ended for tally in self.counts.values())

    @property
    def can_be_written(self) -> bool:
        return self.problem_count == 0 and self.changes_something

    def as_json(self) -> dict[str, Any]:
        """The outcome as a job keeps it."""
        return asdict(self)


def import_cases(
    *,
    file: BinaryIO,
    name: str,
    by: Any,
    dry_run: bool = False,
    source: str = "",
    today: date | None = None,
    progress: Progress = lambda share: None,
    register: Kinds = kinds,
) -> Outcome:
    """Import a file of cases, or with `dry_run` only tell what it would make.

    `name` is the file's name; `source` is what the access log gives as the reason (the
    file's name without it). `progress` hears a share from 0 to 1. Raises `NotPermitted`, and
    `ValidationError` when somebody changed the same records while the file was written; in
    both cases nothing is written.
    """
    must_import_cases(by)
    today = today or timezone.localdate()
    told = _first(progress, dry_run)
    with Check(kinds=register, by=by, today=today, progress=told) as check:
        try:
            check.run(file, name)
        except Unreadable as refusal:
            return Outcome(problem_count=1, problems=[refusal.problem])
        outcome = _outcome(check)
        if not dry_run and outcome.can_be_written:
            _write(check, register, source or name, progress)
            outcome.written = True
    return outcome


def _first(progress: Progress, dry_run: bool) -> Progress:
    share = 1 if dry_run else SHARE_OF_CHECKING
    return lambda part: progress(share * part)


def _outcome(check: Check) -> Outcome:
    problems = check.book.problems
    counts = {code: tally for code, tally in check.tallies.items() if tally.rows}
    return Outcome(
        rows=check.rows,
        counts=counts,
        problem_count=problems.count,
        problems=problems.in_order(),
        difference_count=sum(tally.differing for tally in counts.values()),
        differences=check.differences,
    )


def _write(check: Check, register: Kinds, source: str, progress: Progress) -> None:
    targets = [target for kind in register.in_order() for target in kind.targets]
    writer = Writer(
        check.book,
        source=source,
        progress=lambda part: progress(SHARE_OF_CHECKING + (1 - SHARE_OF_CHECKING) * part),
    )
    try:
        in_one_transaction(writer, targets)
    except IntegrityError as error:
        raise ValidationError(
            _(
                "Somebody recorded the same while the file was being written, so nothing was "
                "written. Check the file again."
            )
        ) from error

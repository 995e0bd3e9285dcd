"""Approvals that were taken back: what rested on them no longer holds, and the page says so."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from core.indicators.models import CollectedSubmission


@dataclass(frozen=True)
class Withdrawal:
    """Who took back its approval, when, and why: as a sentence, for text goes on after it."""

    partner_name: str
    withdrawn_at: datetime
    withdrawn_reason: str


def withdrawals(rows: Iterable[CollectedSubmission]) -> list[Withdrawal]:
    """Those of the submissions that were withdrawn."""
    return [
        Withdrawal(row.partner_name, row.withdrawn_at, _sentence(row.withdrawn_reason))
        for row in rows
        if row.withdrawn_at is not None
    ]


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…" else f"{text}."

"""Definitions, which travel to the sites, and collected figures, which travel back."""

from core.indicators.models.collected import (
    CollectedCell,
    CollectedConfiguration,
    CollectedSubmission,
)
from core.indicators.models.definitions import CommonPopulation, Indicator
from core.indicators.models.receipts import Receipt

__all__ = [
    "CollectedCell",
    "CollectedConfiguration",
    "CollectedSubmission",
    "CommonPopulation",
    "Indicator",
    "Receipt",
]

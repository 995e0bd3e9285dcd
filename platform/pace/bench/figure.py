"""What a benchmark says: one figure, what it stands beside, and their ratio."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Figure:
    """One measured figure; `ratio` is `value / reference` as measured side by side in one run."""

    name: str
    value: float
    unit: str
    reference: float | None = None
    ratio: float | None = None

    @classmethod
    def beside(cls, name: str, value: float, unit: str, reference: float) -> "Figure":
        """A figure with its reference and their ratio (None where the reference is zero)."""
        ratio = round(value / reference, 4) if reference else None
        return cls(name, round(value, 4), unit, round(reference, 4), ratio)

    def as_json(self) -> str:
        """One line of JSON with name, value, unit, reference and ratio."""
        return json.dumps(asdict(self))

    def as_text(self) -> str:
        """One line for people."""
        text = f"{self.name:<28} {self.value:>14,.4g} {self.unit}"
        if self.reference is not None:
            text += f"   beside {self.reference:,.4g}"
        if self.ratio is not None:
            text += f"   ratio {self.ratio:.3g}"
        return text

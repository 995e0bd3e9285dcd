"""Days in addresses: /figures/periods/2020-01-01/2020-06-30/."""

from datetime import date


class DayConverter:
    """An ISO date; a day that does not exist is an address that does not exist."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()

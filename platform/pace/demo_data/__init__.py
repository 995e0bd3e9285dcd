"""Invented cases and people for the demo: Mechelen's published figures, and nine more sites."""

from pace.demo_data.loading import approve_past_periods, load, load_programme
from pace.demo_data.people import PASSWORD, people

__all__ = ["PASSWORD", "approve_past_periods", "load", "load_programme", "people"]

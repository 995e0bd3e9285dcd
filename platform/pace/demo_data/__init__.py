"""Invented cases and people for the demo: Mechelen's published figures, and nine more sites."""

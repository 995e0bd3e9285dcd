"""What this app adds to the platform's registers when it starts."""

from tenants.families import states, timeline, today
from tenants.families.admission import STATES
from tenants.families.case_import.register import register_kinds
from tenants.families.history import admission_entries
from tenants.families.measures import register_measures
from tenants.families.waiting_work import admission_items


def register_all() -> None:
    """Called once, from `AppConfig.ready()`."""
    for state in STATES:
        states.register(state)
    timeline.register_source(admission_entries)
    today.register_source(admission_items)
    register_measures()
    register_kinds()

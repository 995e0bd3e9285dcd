"""The doors through which families change; other apps use these and `selectors` alone."""

from tenants.families.services.decision import decide
from tenants.families.services.intake import record_intake
from tenants.families.services.registration import (
    LikelyKnown,
    add_child,
    refer_again,
    register_referral,
)
from tenants.families.services.waiting_list import (
    place_on_waiting_list,
    resume_waiting,
    start_guidance,
    withdraw_from_waiting_list,
)

__all__ = [
    "LikelyKnown",
    "add_child",
    "decide",
    "place_on_waiting_list",
    "record_intake",
    "refer_again",
    "register_referral",
    "resume_waiting",
    "start_guidance",
    "withdraw_from_waiting_list",
]

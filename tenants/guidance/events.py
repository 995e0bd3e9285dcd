"""What guidance tells the other apps, through the register of `tenants.families.events`."""

#: A case has started. Payload: case, guardian, on (date), by (user).
CASE_STARTED = "guidance.case_started"

#: A case has ended. Payload: case, guardian, on (date), reason (code), by (user).
CASE_ENDED = "guidance.case_ended"

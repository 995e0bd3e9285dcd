from core.accounts.models.attempt import AttemptCount
from core.accounts.models.invitation import Invitation
from core.accounts.models.user import User

__all__ = ["AttemptCount", "Invitation", "User"]

"""The doors through which learning changes."""

from tenants.learning.services.training import complete_training, record_training
from tenants.learning.services.volunteering import end_volunteering, record_volunteering

__all__ = ["complete_training", "end_volunteering", "record_training", "record_volunteering"]

"""What learning stores: trainings that parents follow, and their volunteering."""

from tenants.learning.models.training import TrainingParticipation
from tenants.learning.models.volunteering import Volunteering

__all__ = ["TrainingParticipation", "Volunteering"]

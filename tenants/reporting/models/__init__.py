"""An approved period: what the coordinator saw, and what leaves the site of it."""

from tenants.reporting.models.cells import FaceCell, SubmissionCell
from tenants.reporting.models.submission import Signature, Submission

__all__ = ["FaceCell", "Signature", "Submission", "SubmissionCell"]

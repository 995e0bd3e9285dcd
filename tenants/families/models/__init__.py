from tenants.families.models.admission import Decision, Intake, Referral, WaitingEntry
from tenants.families.models.family import Child, Family, Guardian
from tenants.families.models.import_job import ImportJob, ImportPiece, ImportState
from tenants.families.models.reference import ReferenceCounter
from tenants.families.models.situation import Situation

__all__ = [
    "Child",
    "Decision",
    "Family",
    "Guardian",
    "ImportJob",
    "ImportPiece",
    "ImportState",
    "Intake",
    "ReferenceCounter",
    "Referral",
    "Situation",
    "WaitingEntry",
]

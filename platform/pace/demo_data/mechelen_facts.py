"""What is typical of Mechelen: where families come from, who refers them, what they do.

Numbers are weights of chance, except in `Counts`, from which the published figures follow.
"""

from dataclasses import dataclass
from datetime import date

from pace.demo_data import names

SEED = "Mechelen 2017-2022"
FIRST_DAY = date(2017, 2, 6)
CARE_BEGINS = date(2017, 12, 4)
FEBRUARY_2020 = date(2020, 2, 29)
LAST_DAY = date(2022, 12, 31)
RULES_OF_2021 = date(2021, 6, 1)  # from here on only who is willing to join is eligible

HOME = "BE-12025"
AROUND = ("BE-12005", "BE-12035", "BE-12040", "BE-11002")
POSTCODES = ("2800", "2800", "2800", "2801", "2811", "2812")
CAPACITY = 15
RELATED_PROJECT = "mama-leert"
RELATED_PROJECT_BEGINS = date(2021, 1, 11)


@dataclass(frozen=True)
class Counts:
    """How many stand where. The published figures follow by addition."""

    # Up to 29 February 2020: 63 + 4 = 67 parents in a trajectory, 86 - 67 = 19 who were not.
    early_families: int = 63
    early_couples: int = 4
    early_ended: int = 34
    early_came_back: int = 2  # their first guidance had ended, a second one runs
    early_at_work_ended: int = 19  # 19 + 8 = 27 at work
    early_at_work_running: int = 8
    early_outside: int = 5
    early_without_barrier: int = 4
    early_not_known: int = 3
    early_withdrew: int = 3
    early_partners_withdrew: int = 1
    early_waiting: int = 3  # they start after the lockdown
    # From March 2020 to the end of 2022: 63 + 3 + 101 = 167 families.
    late_families: int = 101
    late_couples: int = 9
    late_outside: int = 10
    late_without_barrier: int = 8
    late_not_known: int = 6
    late_withdrew: int = 10
    late_waiting: int = 7
    # Children: 111 + 22 of own families and 14 of the related project are 147.
    families_in_care: int = 111
    with_two_in_care: int = 22
    project_families: int = 12
    project_with_two: int = 2
    # At the end of 2022: 16 + 12 + 30 = 58 at work, 90 followed training.
    still_at_work: int = 16
    early_found_later: int = 12
    late_at_work: int = 30
    trained: int = 90
    volunteers: int = 24


ORIGINS = {
    names.FLEMISH: 26,
    names.MOROCCAN: 27,
    names.SYRIAN: 11,
    names.AFGHAN: 9,
    names.TURKISH: 6,
    names.CONGOLESE: 6,
    names.ROMANIAN: 5,
    names.SOMALI: 3,
    names.POLISH: 3,
}
ASKED = (
    "residence_lau",
    "lone_parent",
    "household_language",
    "income_band",
    "receives_welfare",
    "employment_status",
    "months_unemployed",
    "registered_jobseeker",
    "in_training",
    "education_level",
    "language_level",
    "newcomer",
    "childcare_is_barrier",
    "willing_to_join",
)
NEEDED = ("residence_lau", "childcare_is_barrier", "willing_to_join")

REFERRERS_OF_PACE = {
    "employment_service": 24,
    "welfare_office": 22,
    "child_health": 14,
    "self": 10,
    "drop_in_team": 9,
    "integration_service": 8,
    "community_work": 6,
    "relative_or_friend": 5,
    "city_department": 2,
}
REFERRERS_OF_38_VOLT = REFERRERS_OF_PACE | {
    "family_centre": 14,
    "relative_or_friend": 16,
    "self": 16,
    "youth_care": 4,
}
SEASON = (1.2, 1.1, 1.1, 0.9, 1.0, 0.9, 0.4, 0.6, 1.6, 1.3, 1.1, 0.6)
BUSY_YEARS = {2017: 0.55, 2018: 1.0, 2019: 1.15, 2020: 0.9, 2021: 1.3, 2022: 1.8}
QUIET_MONTHS = {(2020, 3): 0.4, (2020, 4): 0.1, (2020, 5): 0.3, (2020, 11): 0.5}
COACHES_OF_PACE = ("Greet Lauwers",)
COACHES_OF_38_VOLT = ("Greet Lauwers", "Samira Ouali")

END_REASONS = {
    "training": 6,
    "moved": 6,
    "no_longer_reachable": 8,
    "own_request": 5,
    "other_service": 4,
    "found_work": 2,
    "other": 1,
}
COURSES = {
    "language": ("Nederlands, niveau 1.1", "Nederlands, niveau 1.2", "Taal en werk"),
    "job_application": ("Solliciteren met goesting", "Mijn cv en ik"),
    "soft_skills": ("Sterk staan", "Talenten in beeld"),
    "parenting": ("Samen groot worden", "Opvoeden in twee talen"),
    "digital": ("Start met de computer", "Digitaal aan de slag"),
    "vocational": ("Verzorgende", "Poetshulp", "Kinderbegeleider", "Logistiek assistent"),
    "civic_integration": ("Maatschappelijke oriëntatie",),
    "first_aid": ("Eerste hulp bij kinderen",),
    "basic_education": ("Rekenen voor elke dag",),
}
COURSE_WEIGHTS = {
    "language": 28,
    "job_application": 20,
    "soft_skills": 16,
    "parenting": 12,
    "digital": 10,
    "vocational": 10,
    "civic_integration": 6,
    "first_aid": 5,
    "basic_education": 4,
}
JOBS = {
    "temporary": 32,
    "regular": 24,
    "agency": 20,
    "social_employment": 10,
    "article_60": 9,
    "flexi_job": 3,
    "self_employed": 2,
}
ORGANISATIONS = (
    "Huis van het Kind",
    "De Keeting",
    "Buurthuis",
    "Sociale kruidenier",
    "Wijkrestaurant",
    "Speelotheek",
    "Ouderraad van de school",
)

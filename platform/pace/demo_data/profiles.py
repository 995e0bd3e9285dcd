"""How the ten sites differ in the demo: size, people, rhythm, words. Invented throughout.

What binds (who is eligible, which day-parts, how many places) is not here but in each site's
own configuration, which the invented families are judged by.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from pace.demo_data import names
from pace.demo_data.names import Origin
from pace.demo_data.notes import NOTES_EN, NOTES_FR, NOTES_NL
from pace.demo_data.phones import belgian_phone, british_phone, dutch_phone, french_phone

Weights = dict[str, float]


@dataclass(frozen=True)
class Profile:
    """One site's invented practice. Shares are from 0 to 1, `case_days` lowest, usual, highest.

    `later_share` is how many come after 2022, beside the project's years.
    """

    slug: str
    country: str
    families_a_year: float
    first_day: date
    origins: dict[Origin, float]
    postcodes: tuple[str, ...]
    phone: Callable[[int], str]
    notes: tuple[str, ...]
    referrers: Weights
    courses: dict[str, tuple[str, ...]]
    organisations: tuple[str, ...]
    jobs: Weights
    case_days: tuple[int, int, int] = (90, 300, 700)
    elsewhere: float = 0.07
    withdrawing: float = 0.09
    couples: float = 0.05
    partner_at_home: float = 0.45
    coming_back: float = 0.06
    in_care: float = 0.66
    days_a_week: Weights = field(default_factory=lambda: {1: 3, 2: 4, 3: 3})
    trained: float = 0.5
    working: float = 0.42
    volunteering: float = 0.12
    weeks_off: tuple[int, ...] = (29, 30, 31)
    later_share: float = 0.6


FLEMISH_ORIGINS = {
    names.FLEMISH: 30,
    names.TURKISH: 16,
    names.MOROCCAN: 9,
    names.SYRIAN: 12,
    names.AFGHAN: 9,
    names.SOMALI: 6,
    names.ROMANIAN: 8,
    names.POLISH: 4,
}
FRENCH_ORIGINS = {names.FRENCH: 62, names.ALGERIAN: 22, names.MOROCCAN: 9, names.CONGOLESE: 5}
ENGLISH_ORIGINS = {
    names.ENGLISH: 64,
    names.POLISH: 9,
    names.BANGLADESHI: 8,
    names.ROMANIAN: 5,
    names.SYRIAN: 4,
    names.UKRAINIAN: 2,
}
REFERRERS: Weights = {
    "employment_service": 5,
    "welfare_office": 4,
    "family_centre": 3,
    "child_health": 3,
    "self": 4,
    "relative_or_friend": 3,
    "integration_service": 2,
    "school": 1,
}
JOBS: Weights = {"regular": 4, "temporary": 6, "agency": 3, "social_employment": 2}
FRENCH_COURSES = {
    "job_application": ("Atelier CV et lettre", "Préparer son entretien"),
    "soft_skills": ("Atelier théâtre", "Confiance en soi"),
    "first_aid": ("Premiers secours (PSC1)",),
    "language": ("Français, niveau A1", "Français, niveau A2"),
    "digital": ("Le numérique au quotidien",),
    "parenting": ("Café des parents",),
    "vocational": ("CAP Accompagnant éducatif petite enfance", "Agent d'entretien"),
}
FRENCH_HELP = ("Épicerie solidaire", "Comité des fêtes", "Bibliothèque", "Secours alimentaire")
ENGLISH_COURSES = {
    "vocational": ("Level 2 in childcare", "Food hygiene"),
    "digital": ("Getting online",),
    "parenting": ("Strengthening families",),
    "language": ("English for everyday life",),
    "first_aid": ("Paediatric first aid",),
}
ENGLISH_HELP = ("Toy library", "Community café", "Charity shop", "Baby bank", "School library")
BRITISH_JOBS: Weights = {"regular": 4, "temporary": 3, "agency": 2, "zero_hours": 4}
DUTCH_LESSONS = ("Nederlands met de pop-up", "Taal aan de speelmat")

SITES = (
    Profile(
        "gent",
        "BE",
        64,
        date(2018, 3, 8),
        FLEMISH_ORIGINS,
        ("9000", "9040", "9050"),
        belgian_phone,
        NOTES_NL,
        REFERRERS | {"job_fair": 8},
        {
            "dutch_lesson": DUTCH_LESSONS,
            "job_fair": ("Jobbeurs", "Jobdag in de buurt"),
            "language": ("Nederlands, niveau 1.1",),
        },
        ("Buurtwerking", "Ouderwerking van de school"),
        {"regular": 3, "temporary": 5, "agency": 5, "flexi_job": 1},
        case_days=(2, 25, 120),
        in_care=0.85,
        days_a_week={1: 1},
        trained=0.7,
        working=0.16,
        volunteering=0.03,
        coming_back=0.18,
    ),
    Profile(
        "turnhout",
        "BE",
        27,
        date(2018, 1, 8),
        FLEMISH_ORIGINS,
        ("2300",),
        belgian_phone,
        NOTES_NL,
        REFERRERS | {"employment_service": 16, "childcare_provider": 5},
        {"vocational": ("Verzorgende", "Poetshulp"), "language": ("Nederlands, niveau 1.2",)},
        ("Speelotheek",),
        JOBS,
        case_days=(30, 95, 190),
        in_care=0.95,
        days_a_week={2: 3, 3: 3},
        trained=0.25,
        working=0.38,
        volunteering=0.02,
        coming_back=0.2,
    ),
    Profile(
        "den-haag",
        "NL",
        31,
        date(2017, 3, 6),
        {
            names.DUTCH: 20,
            names.SURINAMESE: 20,
            names.MOROCCAN: 18,
            names.TURKISH: 16,
            names.SYRIAN: 10,
            names.POLISH: 9,
            names.SOMALI: 5,
        },
        ("2526", "2525", "2572"),
        dutch_phone,
        NOTES_NL,
        REFERRERS | {"neighbourhood_team": 8, "self": 9},
        {
            "workshop": ("Koken voor de buurt", "Naaiatelier", "Mijn stap naar werk"),
            "language": ("Taal in de buurt",),
            "job_application": ("Solliciteren",),
            "digital": ("Klik en tik",),
        },
        ("Buurthuis", "Voedselbank", "Wijkbus", "Moestuin"),
        JOBS | {"wage_subsidy": 2},
        volunteering=0.3,
        working=0.33,
        trained=0.62,
        weeks_off=(30, 31, 32),
    ),
    Profile(
        "wattrelos",
        "FR",
        35,
        date(2017, 1, 9),
        FRENCH_ORIGINS,
        ("59150",),
        french_phone,
        NOTES_FR,
        REFERRERS,
        FRENCH_COURSES,
        FRENCH_HELP,
        JOBS | {"subsidised_contract": 4},
        trained=0.58,
        volunteering=0.2,
        weeks_off=(31, 32, 33),
    ),
    Profile(
        "arques",
        "FR",
        12,
        date(2017, 9, 4),
        {names.FRENCH: 90, names.ALGERIAN: 6, names.POLISH: 4},
        ("62510",),
        french_phone,
        NOTES_FR,
        REFERRERS,
        FRENCH_COURSES,
        FRENCH_HELP,
        JOBS | {"subsidised_contract": 4},
        working=0.3,
        weeks_off=(31, 32, 33),
    ),
    Profile(
        "saint-martin-boulogne",
        "FR",
        20,
        date(2017, 1, 16),
        {names.FRENCH: 84, names.ALGERIAN: 10, names.CONGOLESE: 4},
        ("62280", "62200"),
        french_phone,
        NOTES_FR,
        REFERRERS,
        FRENCH_COURSES,
        FRENCH_HELP,
        JOBS | {"subsidised_contract": 3},
        working=0.45,
        weeks_off=(32, 33),
    ),
    Profile(
        "brighton-hove",
        "GB",
        48,
        date(2017, 4, 3),
        ENGLISH_ORIGINS,
        ("BN1", "BN2", "BN3", "BN41"),
        british_phone,
        NOTES_EN,
        REFERRERS | {"health_care": 3},
        ENGLISH_COURSES
        | {
            "cv": ("Writing your CV", "CV clinic"),
            "confidence": ("Confidence course",),
            "interview": ("Interview practice",),
            "employability": ("Steps to work", "Skills for work"),
        },
        ENGLISH_HELP,
        BRITISH_JOBS | {"self_employed": 1},
        trained=0.74,
        volunteering=0.36,
        in_care=0.45,
        days_a_week={1: 4, 2: 2},
        weeks_off=(31, 32, 33, 34),
    ),
    Profile(
        "kent",
        "GB",
        26,
        date(2017, 4, 10),
        ENGLISH_ORIGINS,
        ("ME14", "CT9", "TN23", "DA11"),
        british_phone,
        NOTES_EN,
        REFERRERS,
        ENGLISH_COURSES | {"job_application": ("Back to work",)},
        ENGLISH_HELP,
        BRITISH_JOBS,
        in_care=0.5,
        days_a_week={1: 4, 2: 2},
        weeks_off=(31, 32, 33, 34),
    ),
    Profile(
        "the-education-people",
        "GB",
        13,
        date(2018, 9, 10),
        ENGLISH_ORIGINS,
        ("ME15", "ME4", "TN9"),
        british_phone,
        NOTES_EN,
        REFERRERS | {"school": 9, "childcare_provider": 6},
        ENGLISH_COURSES | {"basic_education": ("English and maths",)},
        ENGLISH_HELP,
        BRITISH_JOBS,
        trained=0.8,
        working=0.25,
        in_care=0.5,
        days_a_week={1: 1},
        weeks_off=(31, 32, 33, 34),
    ),
)
BY_SLUG = {profile.slug: profile for profile in SITES}

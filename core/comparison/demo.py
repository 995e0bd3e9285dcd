"""Common populations of the demo: whom pairs of the shipped sites all work for.

They must be agreed before the sites approve, because figures for them are frozen at approval.
"""

from typing import Any

from core.comparison.services import agree_on_population
from core.indicators.models import CommonPopulation
from core.partners.models import Partner

BARRIER = {"attribute": "childcare_is_barrier", "is": True}
OUT_OF_WORK = {"attribute": "employment_status", "in": ["unemployed", "inactive"]}

POPULATIONS = (
    {
        "code": "seekers_without_childcare",
        "labels": {
            "en-gb": "Job seekers with a child under 3 for whom childcare is a barrier",
            "nl-be": "Werkzoekenden met een kind jonger dan 3 voor wie opvang een drempel is",
            "nl-nl": "Werkzoekenden met een kind jonger dan 3 voor wie opvang een drempel is",
            "fr": "Demandeurs d'emploi avec un enfant de moins de 3 ans, freinés par la garde",
        },
        "criteria": {
            "all": [
                {"attribute": "youngest_child_age_months", "below": 36},
                {"attribute": "registered_jobseeker", "is": True},
                BARRIER,
            ]
        },
        "sites": ["mechelen", "saint-martin-boulogne"],
    },
    {
        "code": "out_of_work_without_childcare",
        "labels": {
            "en-gb": "Parents out of work with a child under 4 for whom childcare is a barrier",
            "nl-be": "Ouders zonder werk met een kind jonger dan 4 voor wie opvang een drempel is",
            "nl-nl": "Ouders zonder werk met een kind jonger dan 4 voor wie opvang een drempel is",
            "fr": "Parents sans emploi avec un enfant de moins de 4 ans, freinés par la garde",
        },
        "criteria": {
            "all": [
                {"attribute": "youngest_child_age_months", "below": 48},
                OUT_OF_WORK,
                BARRIER,
            ]
        },
        "sites": ["den-haag", "mechelen"],
    },
    {
        "code": "lone_parents_on_welfare",
        "labels": {
            "en-gb": "Lone parents out of work, on welfare, with a child under 6",
            "nl-be": "Alleenstaande ouders zonder werk, met een leefloon en een kind jonger dan 6",
            "nl-nl": "Alleenstaande ouders zonder werk, met bijstand en een kind jonger dan 6",
            "fr": "Parents isolés sans emploi, aidés, avec un enfant de moins de 6 ans",
        },
        "criteria": {
            "all": [
                {"attribute": "youngest_child_age_months", "below": 72},
                OUT_OF_WORK,
                {"attribute": "lone_parent", "is": True},
                {"attribute": "receives_welfare", "is": True},
            ]
        },
        "sites": ["arques", "wattrelos"],
    },
)


def agree_on_demo_populations(*, by: Any) -> int:
    """Agree on those whose sites are there; repeatable. Returns how many are new."""
    known = set(CommonPopulation.objects.values_list("code", flat=True))
    sites = set(Partner.objects.values_list("slug", flat=True))
    wanted = [
        one for one in POPULATIONS if one["code"] not in known and sites.issuperset(one["sites"])
    ]
    for one in wanted:
        agree_on_population(by=by, **one)
    return len(wanted)

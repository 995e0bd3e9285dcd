"""Target groups as sites write them, to measure on what people really compare.

Invented after the ways in which sites differ: another municipality, other ages of the child,
another idea of who comes first. Together two of them ask about ten attributes.
"""

from itertools import combinations

from core.sites.criteria.proof.enumeration import Written

CITY_WITH_A_TRAJECTORY: Written = {
    "all": [
        {"attribute": "residence_lau", "in": ["BE-12025"]},
        {"attribute": "childcare_is_barrier", "is": True},
        {"attribute": "willing_to_join", "is": True},
        {"attribute": "youngest_child_age_months", "from": 0, "below": 36},
    ]
}

PRIORITY_BY_TWO_GROUNDS: Written = {
    "all": [
        {"attribute": "residence_lau", "in": ["BE-44021", "BE-12025"]},
        {"attribute": "youngest_child_age_months", "from": 3, "below": 30},
        {
            "at_least": {
                "count": 2,
                "of": [
                    {"attribute": "lone_parent", "is": True},
                    {"attribute": "newcomer", "is": True},
                    {"attribute": "employment_status", "in": ["unemployed", "inactive"]},
                    {"attribute": "income_band", "in": ["very_low", "low"]},
                ],
            }
        },
        {"not": {"attribute": "in_training", "is": True}},
    ]
}

LONG_WITHOUT_WORK: Written = {
    "all": [
        {"attribute": "employment_status", "in": ["unemployed", "inactive"]},
        {"attribute": "youngest_child_age_months", "below": 60},
        {
            "any": [
                {"attribute": "months_unemployed", "from": 12},
                {"attribute": "parent_age_years", "below": 25},
                {"attribute": "language_level", "in": ["none", "a1", "a2"]},
            ]
        },
        {
            "not": {
                "all": [
                    {"attribute": "income_band", "in": ["middle", "high"]},
                    {"attribute": "number_of_children", "below": 3},
                ]
            }
        },
    ]
}

REALISTIC_PAIRS = list(
    combinations([CITY_WITH_A_TRAJECTORY, PRIORITY_BY_TWO_GROUNDS, LONG_WITHOUT_WORK], 2)
)

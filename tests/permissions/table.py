"""Who may open what: one row per route, read by people and by `test_matrix.py`.

The row names the verbs of an API route; a page has one row for all its verbs. A route
without a row fails the tests, and so does a row without a route.
"""

from core.accounts.enums import PROGRAMME_ROLES, SITE_ROLES, Role

ANYBODY = frozenset({"anybody"})
SITE = frozenset(SITE_ROLES)
PROGRAMME = frozenset(PROGRAMME_ROLES)
ADMINISTRATORS = frozenset({Role.SITE_ADMINISTRATOR, Role.LEAD_PARTNER})
OVERSEERS = ADMINISTRATORS | {Role.COORDINATOR, Role.PROJECT_MANAGER}
CASEWORK = frozenset({Role.FAMILY_COACH, Role.COORDINATOR})
CARE = CASEWORK | {Role.CHILDCARE_WORKER, Role.TEAM_COACH}
READERS = SITE - {Role.CHILDCARE_WORKER}
COORDINATOR = frozenset({Role.COORDINATOR})

EVERY_SIGNED_IN_HOST = {
    "accounts:people": OVERSEERS,
    "accounts:invite": ADMINISTRATORS,
    "accounts:person": ADMINISTRATORS,
    "accounts:deactivate": ADMINISTRATORS,
    "accounts:reactivate": ADMINISTRATORS,
    "accounts:send_again": ADMINISTRATORS,
    "accounts:revoke": ADMINISTRATORS,
    "accounts:accept": ANYBODY,
    "accounts:profile": SITE | PROGRAMME,
    "accounts:password": SITE | PROGRAMME,
    "accounts:audit_log": OVERSEERS,
    "account_login": ANYBODY,
    "account_logout": ANYBODY,
    "account_reset_password": ANYBODY,
    "account_reset_password_done": ANYBODY,
    "account_reset_password_from_key": ANYBODY,
    "set_language": ANYBODY,
    "styleguide": ANYBODY,
    "openapi": SITE | PROGRAMME,
    "api-me": {"GET": SITE | PROGRAMME},
    "api-people": {"GET": OVERSEERS},
}
PARTNER = {
    "families:today": SITE,
    "families:list": CASEWORK,
    "families:register": CASEWORK,
    "families:file": CASEWORK,
    "families:add_child": CASEWORK,
    "families:decision": CASEWORK,
    "families:refer_again": CASEWORK,
    "families:intake": CASEWORK,
    "families:check_answers": CASEWORK,
    "families:decide": CASEWORK,
    "families:next_step": CASEWORK,
    "families:withdraw": CASEWORK,
    "families:resume": CASEWORK,
    "families:imports": COORDINATOR,
    "families:import_guide": COORDINATOR,
    "families:import_template": COORDINATOR,
    "families:import_job": COORDINATOR,
    "families:import_progress": COORDINATOR,
    "families:import_now": COORDINATOR,
    "families:import_put_aside": COORDINATOR,
    "guidance:cases": CASEWORK,
    "guidance:assign": CASEWORK,
    "guidance:contact": CASEWORK,
    "guidance:work": CASEWORK,
    "guidance:end": CASEWORK,
    "guidance:end_work": CASEWORK,
    "childcare:day": CARE,
    "childcare:add": CARE,
    "childcare:undo": CARE,
    "childcare:attendance": CASEWORK,
    "learning:trainings": CASEWORK,
    "learning:volunteers": CASEWORK,
    "learning:training": CASEWORK,
    "learning:volunteering": CASEWORK,
    "learning:complete": CASEWORK,
    "learning:end_volunteering": CASEWORK,
    "reporting:figures": READERS,
    "reporting:download": READERS,
    "reporting:periods": READERS,
    "reporting:period": READERS,
    "reporting:approved": READERS,
    "reporting:withdraw": COORDINATOR,
    "reporting:arrival": READERS,
    "settings:overview": READERS,
    "settings:target_groups": READERS,
    "settings:care": READERS,
    "settings:practice": READERS,
    "settings:lists": READERS,
    "settings:languages": READERS,
    "settings:rules": READERS,
    "settings:versions": READERS,
    "api-configuration": {"GET": READERS},
    "api-configuration-versions": {"GET": READERS},
    "api-families": {"GET": CASEWORK, "POST": CASEWORK},
    "api-family": {"GET": CASEWORK},
    "api-family-intakes": {"POST": CASEWORK},
    "api-family-decisions": {"POST": CASEWORK},
    "api-figures": {"GET": READERS},
    "api-submissions": {"GET": READERS, "POST": COORDINATOR},
    "api-submission": {"GET": READERS},
    "api-submission-withdraw": {"POST": COORDINATOR},
    "api-cases": {"GET": CASEWORK},
    "api-case": {"GET": CASEWORK},
    "api-case-coach": {"POST": CASEWORK},
    "api-case-end": {"POST": CASEWORK},
    "api-contacts": {"GET": CASEWORK, "POST": CASEWORK},
    "api-work": {"GET": CASEWORK, "POST": CASEWORK},
    "api-work-end": {"POST": CASEWORK},
    "api-attendances": {"GET": CARE, "POST": CARE},
    "api-attendance": {"DELETE": CARE},
    "api-care-day": {"GET": CARE},
    "api-trainings": {"GET": CASEWORK, "POST": CASEWORK},
    "api-training-end": {"POST": CASEWORK},
    "api-volunteering": {"GET": CASEWORK, "POST": CASEWORK},
    "api-volunteering-end": {"POST": CASEWORK},
}
PROGRAMME_HOST = {
    "comparison:overview": PROGRAMME,
    "comparison:compare": PROGRAMME,
    "comparison:pair": PROGRAMME,
    "api-comparison": {"GET": PROGRAMME},
    "api-indicators": {"GET": PROGRAMME},
    "api-collected": {"GET": PROGRAMME},
}
PUBLIC_HOST = {
    "publishing:home": ANYBODY,
    "set_language": ANYBODY,
    "styleguide": ANYBODY,
    "openapi": frozenset(),
}


def rows() -> dict[str, dict[str, frozenset]]:
    """`{"partner families:list": {"GET": roles}}` for all hosts."""
    tables = {
        "partner": EVERY_SIGNED_IN_HOST | PARTNER,
        "programme": EVERY_SIGNED_IN_HOST | PROGRAMME_HOST,
        "public": PUBLIC_HOST,
    }
    return {
        f"{host} {name}": row if isinstance(row, dict) else {"GET": row}
        for host, table in tables.items()
        for name, row in table.items()
    }

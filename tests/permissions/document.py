"""The permissions table for people: `docs/permissions.md` is made from the tests' own table."""

from core.accounts.enums import PROGRAMME_ROLES, SITE_ROLES
from tests.permissions.table import rows

HEAD = """# Who may open what

Made from the table that the tests check (`tests/permissions/table.py`); do not edit by hand:
`python3 manage.py shell -c "from tests.permissions.document import write; write()"`.

Every route is tested for every role, both ways. Inside a page the rows follow
`visible_to(user)` of their model; each site sees its own schema alone.
"""
TITLES = {
    "partner": ("On a site's host", SITE_ROLES),
    "programme": ("On the programme's host", PROGRAMME_ROLES),
    "public": ("On the public host", ()),
}


def text() -> str:
    """The whole document."""
    return "\n".join([HEAD, *(_section(host) for host in TITLES)])


def write() -> None:
    """Renew the file in docs/."""
    from django.conf import settings

    (settings.BASE_DIR / "docs" / "permissions.md").write_text(text())


def _section(host: str) -> str:
    title, roles = TITLES[host]
    roles = sorted(roles)
    names = [role.replace("_", " ") for role in roles]
    lines = [f"## {title}", "", f"| route | verb | signed out | {' | '.join(names)} |"]
    if not roles:
        lines[-1] = "| route | verb | signed out |"
    lines.append("| --- " * (3 + len(roles)) + "|")
    for key, row in rows().items():
        if key.startswith(f"{host} "):
            lines += [_line(key.partition(" ")[2], verb, row[verb], roles) for verb in row]
    return "\n".join([*lines, ""])


def _line(name: str, verb: str, allowed: frozenset, roles: list) -> str:
    cells = [_mark("anybody" in allowed)]
    cells += [_mark("anybody" in allowed or role in allowed) for role in roles]
    return f"| `{name}` | {verb} | {' | '.join(cells)} |"


def _mark(allowed: bool) -> str:
    return "yes" if allowed else "–"

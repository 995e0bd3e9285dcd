"""The demo's cast: invented staff of every site and of the programme's host.

Addresses end in `.example`, which never leads anywhere. All share one password.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from core.accounts.enums import Role

PASSWORD = "together-on-the-way"  # noqa: S105 – of the demo, told on its first screen

ROLES_OF_A_SITE = (
    (Role.COORDINATOR,),
    (Role.FAMILY_COACH,),
    (Role.FAMILY_COACH,),
    (Role.TEAM_COACH,),
    (Role.CHILDCARE_WORKER,),
    (Role.SITE_ADMINISTRATOR,),
)


@dataclass(frozen=True)
class Member:
    """Somebody with an account on one host: a site's short name, or "programme"."""

    host: str
    name: str
    email: str
    roles: tuple[str, ...]
    language: str


#: Coordinator, two family coaches, team coach, childcare worker, administrator.
SITES = {
    "mechelen": (
        "nl-be",
        (
            "Marijke Aerts",
            "Samira Ouali",
            "Greet Lauwers",
            "Ilse Nuyts",
            "Gülsüm Kaplan",
            "Wout Goossens",
        ),
    ),
    "gent": (
        "nl-be",
        (
            "Liesbet De Backer",
            "Nele Hellemans",
            "Hicham Tahiri",
            "Tine Verlinden",
            "Prisca Mukendi",
            "Thijs Moens",
        ),
    ),
    "turnhout": (
        "nl-be",
        (
            "Katrien Dierckx",
            "Hanne Smets",
            "Dries Wuyts",
            "Veerle Raeymaekers",
            "Naima Ziani",
            "Kobe Bosmans",
        ),
    ),
    "den-haag": (
        "nl-nl",
        (
            "Marloes van den Berg",
            "Sharon Pinas",
            "Niels de Graaf",
            "Wendy Mulder",
            "Priya Ramdin",
            "Jeroen Bakker",
        ),
    ),
    "wattrelos": (
        "fr",
        (
            "Sandrine Delattre",
            "Nassima Cherif",
            "Cédric Vasseur",
            "Laetitia Caron",
            "Coralie Pruvost",
            "Benoît Lemaire",
        ),
    ),
    "arques": (
        "fr",
        (
            "Aurélie Bailleul",
            "Émilie Cousin",
            "Yohan Carpentier",
            "Ludivine Defrance",
            "Mélanie Wattel",
            "Fabien Leroy",
        ),
    ),
    "saint-martin-boulogne": (
        "fr",
        (
            "Delphine Fournier",
            "Jessica Hennebelle",
            "Karim Benali",
            "Céline Dubois",
            "Pauline Delannoy",
            "Anthony Lefebvre",
        ),
    ),
    "brighton-hove": (
        "en-gb",
        (
            "Rachel Whitfield",
            "Gemma Hartley",
            "Aaron Fletcher",
            "Natalie Dawson",
            "Salma Khatun",
            "Tom Lambert",
        ),
    ),
    "kent": (
        "en-gb",
        (
            "Leanne Osborne",
            "Zoe Kemp",
            "Callum Ellis",
            "Hayley Goddard",
            "Beata Pawlak",
            "Scott Newman",
        ),
    ),
    "the-education-people": (
        "en-gb",
        (
            "Abigail Sutton",
            "Paige Coleman",
            "Jamie Rowe",
            "Emma Barker",
            "Chloe Pearce",
            "Nathan Marsh",
        ),
    ),
}

PROGRAMME = (
    ("Hilde Ceulemans", Role.LEAD_PARTNER, "nl-be"),
    ("Oliver Marsh", Role.PROJECT_MANAGER, "en-gb"),
    ("Camille Delannoy", Role.COMMUNICATIONS, "fr"),
    ("Stijn Van Hove", Role.RESEARCHER, "nl-be"),
    ("Loubna El Idrissi", Role.RESEARCHER, "nl-be"),
    ("Nele Hellemans", Role.PARTNER_REPORTER, "nl-be"),
    ("Gemma Hartley", Role.PARTNER_REPORTER, "en-gb"),
)


def _address(name: str, host: str) -> str:
    """The name without accents, with full stops: "cedric.vasseur@wattrelos.example"."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return f"{'.'.join(plain.split())}@{host}.example"


@cache
def people() -> tuple[Member, ...]:
    """Everybody, site by site, then the programme's host."""
    return tuple(_everybody())


def _everybody() -> Iterator[Member]:
    for host, (language, names) in SITES.items():
        for name, roles in zip(names, ROLES_OF_A_SITE, strict=True):
            yield Member(host, name, _address(name, host), roles, language)
    for name, role, language in PROGRAMME:
        yield Member("programme", name, _address(name, "programme"), (role,), language)


def of_host(host: str) -> list[Member]:
    """The cast of one host."""
    return [member for member in people() if member.host == host]

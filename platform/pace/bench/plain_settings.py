"""The reference of `bench requests`: the same pages on plain Django.

Django's own backend with a persistent connection to one schema, its usual middleware, and
nothing that knows of partners. One small middleware hands the templates what they show.
"""

import os

from pace.settings.local import *  # noqa: F403
from pace.settings.local import DATABASES, MIDDLEWARE, PACE_CLUSTER

OURS = {
    "core.partners.web.middleware.HostMiddleware": "pace.bench.plain_site.OneSite",
    "core.accounts.middleware.HostAuthenticationMiddleware": (
        "django.contrib.auth.middleware.AuthenticationMiddleware"
    ),
}
MIDDLEWARE = [OURS.get(name, name) for name in MIDDLEWARE]
DATABASES["default"] |= {
    "ENGINE": "django.db.backends.postgresql",
    "HOST": str(PACE_CLUSTER.socket_directory),
    "USER": os.environ.get("PACE_PLAIN_ROLE", "pace_be_mechelen"),
    "CONN_MAX_AGE": None,
}
PACE_LISTEN = False

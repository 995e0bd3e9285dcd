"""One machine: the demo and development. Everything embedded unless a URL says otherwise."""

import os
import sys

from pace.embedded.cluster import Cluster
from pace.settings.base import *
from pace.settings.base import BASE_DIR, DATABASE_CONNECTION_SECONDS
from pace.settings.database import databases, queue_url
from pace.settings.places import state_directory

DEBUG = False
SECRET_KEY = os.environ.get("PACE_SECRET_KEY", "only-for-one-machine-not-for-production")
ALLOWED_HOSTS = ["localhost", ".localhost", "127.0.0.1", "[::1]", "testserver"]
PACE_SUBFOLDERS = True

PACE_STATE = state_directory(BASE_DIR)
PACE_CLUSTER = Cluster(PACE_STATE / "postgresql")
PACE_DATABASE_NAME = os.environ.get("PACE_DATABASE_NAME", "pace")
PACE_DATABASE_SECRET = os.environ.get("PACE_DATABASE_SECRET", "")
DATABASES = databases(
    os.environ.get("DATABASE_URL", ""),
    PACE_CLUSTER,
    PACE_DATABASE_NAME,
    DATABASE_CONNECTION_SECONDS,
)

if os.environ.get("CELERY_BROKER_URL"):
    CELERY_BROKER_URL = os.environ["CELERY_BROKER_URL"]
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 660}
else:
    CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = queue_url(PACE_CLUSTER, PACE_DATABASE_NAME)

# The owner's commands; everything else starts as the router, who knows hosts alone.
OWNER_COMMANDS = {"migrate_schemas", "migrate", "makemigrations", "partner", "demo", "bench"}
OWNER_COMMANDS |= {"sqlmigrate", "showmigrations", "install", "site", "import_cases", "screenshots"}
if len(sys.argv) > 1 and sys.argv[1] in OWNER_COMMANDS:
    PACE_IDLE_ROLE = "pace_owner"

# Static files straight from the apps: nothing has to be collected on one machine.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True

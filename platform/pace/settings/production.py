"""A server on the network. Every secret and address comes from the environment.

A missing value stops the start with its name.
"""

import os

from django.core.exceptions import ImproperlyConfigured

from pace.embedded.cluster import Cluster
from pace.settings.base import *
from pace.settings.base import BASE_DIR, DATABASE_CONNECTION_SECONDS
from pace.settings.database import databases


def required(name: str) -> str:
    """Return an environment variable, or stop the start naming it."""
    value = os.environ.get(name)
    if not value:
        raise ImproperlyConfigured(f"Set the environment variable {name}; see docs/operations.md.")
    return value


DEBUG = False
SECRET_KEY = required("PACE_SECRET_KEY")
PACE_BASE_HOST = required("PACE_BASE_HOST")
ALLOWED_HOSTS = [PACE_BASE_HOST, f".{PACE_BASE_HOST}", *os.environ.get("PACE_HOSTS", "").split()]
PACE_DATABASE_SECRET = required("PACE_DATABASE_SECRET")
PACE_CLUSTER = Cluster(BASE_DIR / ".pace" / "postgresql")
DATABASES = databases(required("DATABASE_URL"), PACE_CLUSTER, "pace", DATABASE_CONNECTION_SECONDS)
CELERY_BROKER_URL = required("CELERY_BROKER_URL")
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 660}
PACE_IDLE_ROLE = os.environ.get("PACE_IDLE_ROLE", "pace_router")

SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = os.environ.get("EMAIL_HOST", "localhost")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

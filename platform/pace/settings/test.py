"""Tests: a throw-away server without disk safety, one cloned database for each worker."""

import os

from pace.embedded.cluster import Cluster
from pace.settings.base import *
from pace.settings.base import BASE_DIR
from pace.settings.database import databases, queue_url
from pace.settings.places import state_directory

DEBUG = False
SECRET_KEY = "tests"
ALLOWED_HOSTS = ["*"]
PACE_SUBFOLDERS = True
PACE_STATE = state_directory(BASE_DIR)
PACE_CLUSTER = Cluster(PACE_STATE / "test", throwaway=True)
PACE_DATABASE_NAME = os.environ.get("PACE_DATABASE_NAME", "pace_test")
DATABASES = databases("", PACE_CLUSTER, PACE_DATABASE_NAME, 300)
CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = queue_url(PACE_CLUSTER, PACE_DATABASE_NAME)
PACE_IDLE_ROLE = os.environ.get("PACE_IDLE_ROLE", "pace_owner")
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
STATIC_ROOT = None

"""Settings that hold everywhere. `local`, `test` and `production` add what differs.

This package's `__init__` is empty on purpose: an import of the base there would make the
tests use the development database.
"""

from pathlib import Path

from django.conf.locale import LANG_INFO
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parents[3]

# -- applications ----------------------------------------------------------------------
# Shared: schema `public`. Tenant: the schema of each partner. An app in both lists has its
# own tables, and so its own rows, in every schema.
IN_EVERY_SCHEMA = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "core.audit",
    "core.accounts",
]
SHARED_APPS = [
    "modeltranslation",
    "django_tenants",
    "pace",
    *IN_EVERY_SCHEMA,
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "django_cotton",
    "django_filters",
    "rest_framework",
    "drf_spectacular",
    "csp",
    "core.ui",
    "core.partners",
    "core.indicators",
    "core.disclosure",
    "core.comparison",
    "core.publishing",
]
TENANT_APPS = [
    *IN_EVERY_SCHEMA,
    "core.sites",
    "tenants.families",
    "tenants.guidance",
    "tenants.childcare",
    "tenants.learning",
    "tenants.reporting",
]
INSTALLED_APPS = [*SHARED_APPS, *(app for app in TENANT_APPS if app not in SHARED_APPS)]

TENANT_MODEL = "partners.Partner"
TENANT_DOMAIN_MODEL = "partners.Domain"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
TENANT_LIMIT_SET_CALLS = True
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- requests --------------------------------------------------------------------------
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.partners.web.middleware.HostMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "core.accounts.middleware.HostAuthenticationMiddleware",
    "core.accounts.language.PreferredLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "core.accounts.middleware.DeclaredAccessMiddleware",
]
ROOT_URLCONF = "pace.urls.partner"
HOST_URLCONFS = {
    "partner": "pace.urls.partner",
    "programme": "pace.urls.programme",
    "public": "pace.urls.public",
}
WSGI_APPLICATION = "pace.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "core.ui.context.interface",
            ],
        },
    }
]

# -- hosts -----------------------------------------------------------------------------
# The public site answers on the base host, the programme on `programme.<base>`, a partner
# on `<slug>.<base>` or on any host name it was given.
PACE_BASE_HOST = "localhost"
PACE_SUBFOLDERS = False  # answer on /t/<slug>/ as well: for demos and closed networks

# -- sessions, security ----------------------------------------------------------------
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "core.ui.web.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
AUTHENTICATION_BACKENDS = ["core.accounts.backends.EmailBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60 * 4  # seconds
LANGUAGE_COOKIE_NAME = "language"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"  # no write on a GET
TRUSTED_PROXIES = 0  # how many proxies of ours add to X-Forwarded-For
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

# -- languages and time ----------------------------------------------------------------
LANG_INFO["nl-be"] = LANG_INFO["nl"] | {"code": "nl-be", "name_local": "Nederlands (België)"}
LANG_INFO["nl-nl"] = LANG_INFO["nl"] | {"code": "nl-nl", "name_local": "Nederlands (Nederland)"}
LANGUAGE_CODE = "en-gb"
LANGUAGES = [
    ("nl-be", _("Dutch (Belgium)")),
    ("nl-nl", _("Dutch (Netherlands)")),
    ("fr", _("French")),
    ("en-gb", _("English")),
]
MODELTRANSLATION_LANGUAGES = ("en-gb", "nl-be", "nl-nl", "fr")
MODELTRANSLATION_DEFAULT_LANGUAGE = "en-gb"
MODELTRANSLATION_FALLBACK_LANGUAGES = {
    "default": ("en-gb", "nl-be", "nl-nl", "fr"),
    "nl-be": ("nl-nl", "en-gb", "fr"),
    "nl-nl": ("nl-be", "en-gb", "fr"),
    "fr": ("en-gb", "nl-be", "nl-nl"),
}
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# -- files -----------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-collected"
SITE_CONFIGS = BASE_DIR / "site_configs"

# -- interfaces ------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["core.accounts.access.DeclaredAccess"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
    "PAGE_SIZE": 50,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "PACE platform",
    "DESCRIPTION": "The same objects and permissions as the screens of a site.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "ENUM_NAME_OVERRIDES": {"UnitEnum": "core.sites.enums.Unit"},
}

# -- database --------------------------------------------------------------------------
# "embedded" as host means: the server inside the wheel, started on first use.
PACE_DATABASE_SECRET = ""
PACE_IDLE_ROLE = "pace_router"
DATABASE_CONNECTION_SECONDS = 300

# -- mail ------------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = "PACE <no-reply@pace.example>"
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django_tenants": {"level": "ERROR"}},
}

"""URLs of the public site."""

from pace.urls.common import common_patterns, error_handlers, language_patterns, sections

urlpatterns = [
    *language_patterns,
    *sections(("", "core.publishing.web.urls")),
    *common_patterns,
]
handler400, handler403, handler404, handler500 = error_handlers

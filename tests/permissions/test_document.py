"""The permissions table in the docs says what the tests check."""

from django.conf import settings

from tests.permissions.document import text


def test_the_document_is_current():
    assert (settings.BASE_DIR / "docs" / "permissions.md").read_text() == text()

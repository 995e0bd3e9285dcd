"""Fixtures of the tests of accounts."""

import pytest


@pytest.fixture(autouse=True)
def _reads_english(client):
    """These tests quote the pages in English; the site's own default is Dutch."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en-gb"

"""What several tests of the import use."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.case_import.files import EVERYTHING, csv_file


@pytest.fixture
def upload():
    """A file as a browser hands it in."""

    def upload(rows=EVERYTHING, name="cases.csv"):
        return SimpleUploadedFile(name, csv_file(rows).getvalue())

    return upload

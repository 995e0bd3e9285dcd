"""A site_configs folder of a test's own: the real one, with one file changed."""

import shutil
from pathlib import Path

from django.conf import settings

from core.sites.files import Folder

REAL = Path(settings.SITE_CONFIGS)


def copied_folder(tmp_path: Path) -> Folder:
    """A copy that a test may spoil."""
    path = tmp_path / "site_configs"
    shutil.copytree(REAL, path)
    return Folder(path)


def replaced(folder: Folder, old: str, new: str, slug: str = "turnhout") -> Folder:
    """Replace the first occurrence of `old` in the site's first file."""
    file = folder.path / slug / "site.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text, old
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder

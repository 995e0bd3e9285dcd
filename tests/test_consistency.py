"""The codebase tests itself: layout, templates, what the repository must not hold."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

BASE = settings.BASE_DIR
TOP = {"platform", "tenants", "core", "site_configs", "locale", "tests", "docs", "requirements"}
TOP |= {"manage.py", "pyproject.toml", "README.md", "CHANGELOG.md"}
FORBIDDEN = {
    "a package registry": r"py[p]i\.org|files\.python[h]osted|registry\.npm[j]s",
    "a registry as an option": r"--(extra-)?inde[x]-url",
    "a path of a machine": r"(?<![\w.~/-])/(work|opt|root)/[a-z.]",
    "a mark of unfinished work": r"\b(TO[D]O|FIX[M]E|XX[X])\b|NotImplemented[E]rror|lorem [i]psum",
}


def tracked(*patterns):
    output = subprocess.run(
        ["git", "ls-files", *patterns], cwd=BASE, capture_output=True, text=True, check=True
    )
    names = [BASE / name for name in output.stdout.splitlines()]
    return [path for path in names if path.is_file() and "vendor" not in path.parts]


def test_the_top_level_is_the_design_card():
    top = {path.relative_to(BASE).parts[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP


def test_the_platform_folder_never_shadows_the_standard_library():
    assert not (BASE / "platform" / "__init__.py").exists()
    code = "import platform; print(platform.python_version())"
    result = subprocess.run([sys.executable, "-c", code], cwd=BASE, capture_output=True, text=True)
    assert result.returncode == 0


def test_folder_is_subject_is_schema():
    for config in apps.get_app_configs():
        if config.name.startswith(("core.", "tenants.")):
            assert config.label == config.name.rpartition(".")[2]
            assert all(
                model._meta.db_table.startswith(config.label) for model in config.get_models()
            )


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_repository_does_not_hold(what):
    pattern = re.compile(FORBIDDEN[what])
    texts = tracked("*.py", "*.md", "*.html", "*.yaml", "*.toml", "*.txt", "*.in", "*.js", "*.css")
    own = Path(__file__)
    found = [
        f"{path.relative_to(BASE)}: {match[0]}"
        for path in texts
        if path != own and (match := pattern.search(path.read_text()))
    ]
    assert found == []


def test_no_template_is_an_orphan():
    sources = "\n".join(
        path.read_text() for path in tracked("*.py", "*.html") if "tests" not in path.parts
    )
    orphans = []
    for path in tracked("*/templates/*.html", "*/templates/*.txt"):
        name = str(path).partition("/templates/")[2]
        if name.startswith("cotton/") or re.fullmatch(r"[45]\d\d(_csrf)?\.html", name):
            continue
        if name not in sources and Path(name).stem not in sources:
            orphans.append(name)
    assert orphans == []


def test_every_cotton_component_is_used_or_shown():
    sources = "\n".join(path.read_text() for path in tracked("*.html"))
    names = [path.stem.replace("_", "-") for path in tracked("*/templates/cotton/*.html")]
    assert [name for name in names if f"<c-{name}" not in sources] == []


def test_each_migration_has_one_leaf_per_app():
    from django.db.migrations.loader import MigrationLoader

    leaves = [app for app, _name in MigrationLoader(None).graph.leaf_nodes()]
    assert len(leaves) == len(set(leaves))


def test_documents_link_to_files_that_exist():
    broken = []
    for path in tracked("*.md"):
        for target in re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", path.read_text()):
            if not (path.parent / target).exists():
                broken.append(f"{path.relative_to(BASE)} -> {target}")
    assert broken == []

"""The shape of the code base, held by tests: layers, origins, sizes, the error tree, the catalogue, the ontology."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph.errors
from api.cli import COMMANDS
from graph.store import CATALOGUE, Question

ROOT = Path(__file__).resolve().parent.parent
MAY_IMPORT = {"graph": {"graph"}, "ingest": {"ingest", "graph"}, "api": {"api", "graph"}}
COMPOSITION_ROOT = "api/cli/"
CONFINED = {
    "pyoxigraph": "graph/store/oxigraph.py",
    "neo4j": "graph/store/neo4j.py",
    "sqlite3": "graph/store/search.py",
    "fastapi": "api/",
    "typer": "api/cli/",
    "lxml": "ingest/",
    "shacl": "ingest/checks/shapes.py",
    "spacy": "ingest/text/",
    "fpdf": "api/exports/",
    "fontTools": "api/exports/",
    "xlsxwriter": "api/exports/",
    "networkx": "graph/derive/",
    "sssom_pydantic": "ingest/mapping_sets.py",
    "curies": "ingest/mapping_sets.py",
}
MAX_LINES = 300
MAX_FUNCTION = 40
MODULES = sorted(p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_packages_come_from_this_checkout(package: str) -> None:
    module = importlib.import_module(package)
    assert Path(str(module.__file__)).resolve().parent.parent == ROOT


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_keeps_its_layer(path: Path) -> None:
    rel = path.relative_to(ROOT).as_posix()
    names = set(imported(path))
    allowed = MAY_IMPORT[rel.split("/")[0]] | (
        {"ingest"} if rel.startswith(COMPOSITION_ROOT) else set()
    )
    assert names & set(MAY_IMPORT) <= allowed
    assert not [n for n, place in CONFINED.items() if n in names and not rel.startswith(place)]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_module_and_its_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MAX_LINES
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MAX_FUNCTION
    ]
    assert not long


def test_modules_were_found() -> None:
    assert len(MODULES) >= 80  # a loop over nothing passes: say how many there should be


def test_error_tree_is_documented() -> None:
    doc = graph.errors.__doc__ or ""
    listed = re.findall(r"^ *[*x+-] (\w+)", doc, re.MULTILINE)
    defined = [
        n
        for n, o in vars(graph.errors).items()
        if isinstance(o, type) and o.__module__ == "graph.errors"
    ]
    assert listed == defined


def test_each_question_is_asked_in_both_dialects() -> None:
    files = {path.name for path in CATALOGUE.iterdir()}
    assert files == {
        f"{question}.{dialect}" for question in Question for dialect in ("rq", "cypher")
    }
    assert len(files) >= 38


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [name for name in COMMANDS if f"`comity {name}" not in readme]
    modules = {path.stem for path in (ROOT / "api" / "cli").glob("*.py")}
    assert set(COMMANDS) <= modules


def test_no_file_names_a_package_registry() -> None:
    hosts = re.compile(r"pypi\.|files\.pythonhosted|registry\.npm|repo\d?\.maven|deb\.debian")
    texts = [
        path
        for path in ROOT.rglob("*")
        if path.suffix in {".py", ".toml", ".lock", ".md", ".xml", ".yml", ""}
        and path.is_file()
        and not {".git", ".venv"} & set(path.relative_to(ROOT).parts)
        and path != Path(__file__)
    ]
    assert len(texts) > 80
    assert not [p for p in texts if hosts.search(p.read_text(encoding="utf-8", errors="ignore"))]

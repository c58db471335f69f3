"""The walls of the house: what may import what, and what may be read where.

Each test is one rule, named as a sentence. It reads the source and runs nothing of it.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "studydag"

VALUES = "studydag.model.values"
RULES = "studydag.model.rules"
STORE = "studydag.model.store"
OPERATIONS = "studydag.model.operations"
EXCHANGE = "studydag.model.exchange"
EXPORT = "studydag.export"
UI = "studydag.ui"
CLI = "studydag.cli"
APP = "studydag.app"
RESOURCES = "studydag.resources"
FOLDERS = "studydag.folders"
MOVING = "studydag.moving"
SCRATCH = "studydag.scratch"
CATALOGUE = "studydag.catalogue"
LANGUAGE = "studydag.language"
LABELS = "studydag.labels"

NETWORK = (
    "PySide6.QtNetwork",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "xmlrpc",
)

STATEMENT = re.compile(
    r"\s*(?:SELECT\s.+\sFROM|(?:INSERT|REPLACE)\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM|PRAGMA|ATTACH|VACUUM"
    r"|(?:CREATE|ALTER|DROP)\s(?:\w+\s)*(?:TABLE|INDEX|TRIGGER|VIEW))\b",
    re.DOTALL,
)
# From what knows least to what knows most; what stands beside these rooms may know all of them.
ROOMS_OF_RULES = (
    "partners",
    "written",
    "time",
    "calendar",
    "formats",
    "on_the_day",
    "space",
    "versions",
    "goals",
    "people",
    "follow_up",
    "threads",
    "choices",
    "effect",
    "provisions",
    "handing_on",
    "checks",
    "remedies",
)
ROOMS_OF_IMPORTING = ("vocabulary", "recognising", "reading", "titles", "texts", "tables", "lines", "schedules")


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One source file: its dotted name, its syntax tree, and the dotted names that it imports."""

    name: str
    path: Path
    tree: ast.Module
    imports: frozenset[str]

    def within(self, *rooms: str) -> bool:
        return _within(self.name, rooms)


def _within(name: str, rooms: tuple[str, ...]) -> bool:
    return any(name == room or name.startswith(f"{room}.") for room in rooms)


@cache
def modules() -> tuple[Module, ...]:
    return tuple(_read(path) for path in sorted(PACKAGE.rglob("*.py")))


def _read(path: Path) -> Module:
    parts = path.relative_to(ROOT).with_suffix("").parts
    name = ".".join(part for part in parts if part != "__init__")
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    return Module(name=name, path=path, tree=tree, imports=frozenset(_imports(tree)))


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute, so that these rules can read them"
            assert node.module is not None
            # `from a import b` may mean the module a.b or a name in a: both are looked at, as a.b.
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _at_import(tree: ast.Module, known: set[str]) -> set[str]:
    """Return which modules are imported with this one: not those for types alone, nor those that a function needs."""
    at_once = [node for node in _run_at_import(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    named = set(_imports(ast.Module(body=list[ast.stmt](at_once), type_ignores=[])))
    return {name if name in known else name.rpartition(".")[0] for name in named} & known


def _offences(imported: tuple[str, ...], allowed_in: tuple[str, ...]) -> list[str]:
    """List who imports one of `imported` outside the rooms that may."""
    return [
        f"{module.name} imports {name}"
        for module in modules()
        if not module.within(*allowed_in)
        for name in sorted(module.imports)
        if _within(name, imported)
    ]


def _reaches_beyond(room: str, *allowed: str) -> list[str]:
    """List what a room imports of ours outside itself and `allowed`."""
    return [
        f"{module.name} imports {name}"
        for module in modules()
        if module.within(room)
        for name in sorted(module.imports)
        if _within(name, ("studydag",)) and not _within(name, (room, *allowed))
    ]


# Who may import what


def test_only_ui_and_app_know_qt():
    assert _offences(("PySide6", "shiboken6"), (UI, APP)) == []


def test_only_the_store_knows_sql():
    assert _offences(("sqlalchemy", "sqlite3"), (STORE,)) == []


def test_no_statement_stands_outside_the_store():
    written = [
        f"{module.name}: {node.value.strip()[:60]}"
        for module in modules()
        if not module.within(STORE)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and STATEMENT.match(node.value)
    ]
    assert written == []


def test_only_export_knows_reportlab():
    assert _offences(("reportlab", "rl_accel"), (EXPORT,)) == []


def test_nothing_knows_the_network():
    assert _offences(NETWORK, ()) == []


def test_the_model_knows_no_language_no_export_and_no_face():
    assert [
        f"{module.name} imports {name}"
        for module in modules()
        if module.within("studydag.model")
        for name in sorted(module.imports)
        if _within(name, (LANGUAGE, LABELS, EXPORT, UI, CLI, APP))
    ] == []


def test_values_know_nothing_of_ours_but_values():
    assert _reaches_beyond(VALUES) == []


def test_rules_know_only_values():
    assert _reaches_beyond(RULES, VALUES) == []


def test_the_store_knows_only_values_and_resources():
    assert _reaches_beyond(STORE, VALUES, RESOURCES, MOVING, SCRATCH) == []


def test_exchange_knows_only_values_rules_and_resources():
    assert _reaches_beyond(EXCHANGE, VALUES, RULES, RESOURCES) == []


def test_rooms_of_importing_know_only_those_below_them():
    rooms = [f"{EXCHANGE}.importing.{room}" for room in ROOMS_OF_IMPORTING]
    for place, room in enumerate(rooms):
        assert _reaches_beyond(room, *rooms[:place], f"{EXCHANGE}.parsing", VALUES, RULES, RESOURCES) == []


def test_rooms_of_rules_know_only_those_below_them():
    rooms = [f"{RULES}.{room}" for room in ROOMS_OF_RULES]
    for place, room in enumerate(rooms):
        assert _reaches_beyond(room, *rooms[:place], VALUES) == []


def test_operations_know_only_values_rules_store_and_exchange():
    assert _reaches_beyond(OPERATIONS, VALUES, RULES, STORE, EXCHANGE, MOVING, SCRATCH) == []


def test_export_knows_only_values_rules_words_and_resources():
    assert _reaches_beyond(EXPORT, VALUES, RULES, LANGUAGE, LABELS, RESOURCES, MOVING) == []


def test_what_sets_documents_knows_no_study_day():
    assert _reaches_beyond(f"{EXPORT}.typeset", f"{EXPORT}.asked", RESOURCES) == []


def test_words_and_resources_know_only_values():
    assert _reaches_beyond(RESOURCES) == []
    assert _reaches_beyond(FOLDERS) == []
    assert _reaches_beyond(MOVING) == []
    assert _reaches_beyond(SCRATCH) == []
    assert _reaches_beyond(CATALOGUE) == []
    assert _reaches_beyond(LANGUAGE, CATALOGUE, VALUES, RESOURCES) == []
    assert _reaches_beyond(LABELS, VALUES, LANGUAGE) == []


def test_the_rooms_that_all_others_use_know_no_others():
    rooms = {f"studydag.ui.{path.name}" for path in (PACKAGE / "ui").iterdir() if path.is_dir()}
    fields, models, layouts = "studydag.ui.fields", "studydag.ui.item_models", "studydag.ui.layouts"
    tables, widgets, asking = "studydag.ui.tables", "studydag.ui.widgets", "studydag.ui.asking"
    # What isn't there yet is added where it is chosen: the one dialog that a widget opens.
    asked = "studydag.ui.dialogs.naming"
    beyond = [
        f"{module.name} imports {name}"
        for room, known in (
            (fields, {fields}),
            (models, {models}),
            (layouts, {layouts}),
            (tables, {fields, models, layouts, tables}),
            (widgets, {fields, models, layouts, tables, widgets}),
            (asking, {asking, layouts, tables, widgets}),
        )
        for module in modules()
        if module.within(room)
        for name in sorted(module.imports)
        if _within(name, tuple(rooms - known)) and not _within(name, (asked,))
    ]
    assert beyond == []


def test_only_documents_and_what_opens_late_are_imported_by_name():
    # What is imported so, the other rules don't see: documents of export, and modules of the window that wait.
    by_name = {
        module.name
        for module in modules()
        if module.imports & {"importlib", "importlib.import_module", "importlib.util", "runpy", "pkgutil"}
        or any(isinstance(node, ast.Name) and node.id == "__import__" for node in ast.walk(module.tree))
    }
    assert by_name == {f"{EXPORT}.makers", f"{UI}.opening"}


def test_no_modules_import_each_other_in_a_circle():
    known = {module.name for module in modules()}
    waiting = {module.name: _at_import(module.tree, known) - {module.name} for module in modules()}
    while free := {name for name, needed in waiting.items() if not needed}:
        waiting = {name: needed - free for name, needed in waiting.items() if name not in free}
    assert sorted(waiting) == []


def test_a_package_that_brings_its_modules_is_the_only_way_to_them():
    # Two threads that import the package and one of its modules at once would wait for each other: Python then gives
    # one of them the half of it.
    packages = {module.name: module for module in modules() if module.path.name == "__init__.py"}
    bring = {
        package: {
            name for name in _at_import(module.tree, {each.name for each in modules()}) if _within(name, (package,))
        }
        for package, module in packages.items()
    }
    assert [
        f"{module.name} imports {name}"
        for module in modules()
        for package, brought in bring.items()
        if brought and not module.within(package)
        for name in sorted(module.imports)
        if _within(name, tuple(brought))
    ] == []


def test_the_two_faces_know_nothing_of_each_other_and_nothing_of_the_root():
    assert [
        f"{module.name} imports {name}"
        for module in modules()
        for face, other in ((UI, CLI), (CLI, UI))
        if module.within(face)
        for name in sorted(module.imports)
        if _within(name, (other, APP))
    ] == []


def test_only_main_knows_the_composition_root():
    assert _offences((APP,), (APP, "studydag.__main__")) == []


# What may be read where


def test_values_rules_exchange_and_documents_are_told_what_day_it_is():
    clock = re.compile(r"\b(date\.today|datetime\.(now|today|utcnow)|time\.(time|localtime|gmtime))\(")
    assert [
        f"{module.name}: {found}"
        for module in modules()
        if module.within(VALUES, RULES, EXCHANGE, EXPORT)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and (found := ast.unparse(node)) and clock.search(found)
    ] == []


def test_only_resources_and_migrations_ask_where_files_lie():
    assert [
        module.name
        for module in modules()
        if not module.within(RESOURCES, f"{STORE}.migrations")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Name) and node.id == "__file__"
    ] == []


def test_no_text_is_translated_at_import():
    translators = {"_", "gettext", "ngettext", "pgettext"}
    assert [
        f"{module.name}, line {node.lineno}: {ast.unparse(node)}"
        for module in modules()
        for node in _run_at_import(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in translators
    ] == []


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) or _is_for_types(child):
            continue
        yield child
        yield from _run_at_import(child)


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def test_no_function_changes_a_global():
    assert [
        f"{module.name}, line {node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Global)
    ] == []


# What lies where

"""The schema is described once: today's tables, the migrations, and the values are equal."""

import re
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, inspect

from studydag.model.store import schema
from studydag.model.store.migrations import migrate, statements
from studydag.model.store.tables import tables


@pytest.fixture
def migrated(tmp_path: Path) -> Path:
    path = tmp_path / "new.studydag"
    raw = sqlite3.connect(path, isolation_level=None)
    migrate(raw, path)
    raw.close()
    return path


def structure(engine: Engine) -> dict[str, object]:
    found: dict[str, object] = {}
    seen = inspect(engine)
    for table in seen.get_table_names():
        if table.startswith("search_text"):
            continue
        found[table] = (
            sorted((c["name"], str(c["type"]), c["nullable"]) for c in seen.get_columns(table)),
            sorted(
                (tuple(f["constrained_columns"]), f["referred_table"], str(f["options"]))
                for f in seen.get_foreign_keys(table)
            ),
            sorted((i["name"], tuple(i["column_names"])) for i in seen.get_indexes(table)),
            sorted(tuple(u["column_names"]) for u in seen.get_unique_constraints(table)),
            sorted(re.sub(r"\s", "", str(c["sqltext"])) for c in seen.get_check_constraints(table)),
        )
    engine.dispose()
    return found


def test_the_migrations_make_the_tables_of_today(migrated: Path) -> None:
    today = create_engine("sqlite://")
    tables().create_all(today)
    assert structure(create_engine(f"sqlite:///{migrated}")) == structure(today)


def test_every_table_has_an_integer_primary_key_and_strict_types(migrated: Path) -> None:
    raw = sqlite3.connect(migrated)
    for table in tables().tables:
        key = [row for row in raw.execute(f'PRAGMA table_info("{table}")') if row[5]]
        assert [(row[1], row[2]) for row in key] == [("id", "INTEGER")]
        assert raw.execute("SELECT strict FROM pragma_table_list(?)", (table,)).fetchone() == (1,)
    raw.close()


def test_every_thing_has_id_and_uid_and_every_column_of_its_value() -> None:
    for kind, entity in schema.entities().items():
        names = set(tables().tables[kind].columns.keys())
        assert {"id", "uid", *entity.by_field} <= names


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from studydag.model.store import migrations

    def broken(number: int) -> list[str]:
        return [*statements(number), "CREATE TABLE school(again)"]

    monkeypatch.setattr(migrations, "statements", broken)
    path = tmp_path / "broken.studydag"
    raw = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        migrate(raw, path)
    assert raw.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert raw.execute("PRAGMA user_version").fetchone() == (0,)
    raw.close()

"""The list of study days and the school's language, by the standard library alone: there before anything else is.

SQLAlchemy takes longer to import than this takes to answer, and the list is what everyone sees first.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from studydag.model.store.file_check import check_file
from studydag.model.store.migrations import VERSION
from studydag.model.values.errors import CannotRead, LibraryDamaged
from studydag.model.values.school import DocumentLanguage
from studydag.model.values.study_day import DayStatus

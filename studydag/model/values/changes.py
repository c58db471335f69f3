"""What an edit was, and what it touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Op(StrEnum):
    """What an edit did. The first three say it of any kind of thing; its name in menus tells which."""

    ADD = "add"
    CHANGE = "change"
    DELETE = "delete"
    REORDER = "reorder"
    LINK = "link"
    UNLINK = "unlink"

    ADD_DAY = "add_day"
    SET_STATUS = "set_status"
    MOVE_DAY = "move_day"
    SAVE_TEMPLATE = "save_template"
    KEEP_BLOCK = "keep_block"
    RENAME_OWN_BLOCK = "rename_own_block"
    DELETE_OWN_BLOCK = "delete_own_block"
    INSERT_BLOCK = "insert_block"
    MAKE_VERSION = "make_version"
    RENAME_VERSION = "rename_version"
    WITHDRAW_VERSION = "withdraw_version"
    RESTORE_VERSION = "restore_version"
    ACCEPT_FINDING = "accept_finding"
    WITHDRAW_ACCEPTANCE = "withdraw_acceptance"
    SET_RULE = "set_rule"
    TAKE_ALONG = "take_along"

    ADD_BLOCK = "add_block"
    SET_MINUTES = "set_minutes"
    STRETCH = "stretch"
    PIN = "pin"
    UNPIN = "unpin"
    SHIFT = "shift"
    FIT = "fit"
    SPLIT_BLOCK = "split_block"
    MERGE_BLOCKS = "merge_blocks"
    PASTE_BLOCKS = "paste_blocks"
    SET_TIMES = "set_times"
    MOVE_BLOCKS = "move_blocks"
    PARK_BLOCKS = "park_blocks"
    DUPLICATE_BLOCKS = "duplicate_blocks"
    DELETE_BLOCKS = "delete_blocks"
    CANCEL_BLOCKS = "cancel_blocks"
    RESTORE_BLOCKS = "restore_blocks"
    CHOOSE_FORMAT = "choose_format"
    MAKE_ROUND = "make_round"
    ADD_OPTION = "add_option"
    DISSOLVE_ROUND = "dissolve_round"
    MAKE_CAROUSEL = "make_carousel"
    REPEAT_OPTION = "repeat_option"
    CHANGE_OPTION = "change_option"
    SEND_GROUP = "send_group"
    SET_LEADS = "set_leads"
    SET_LEAD_STATUS = "set_lead_status"

    START_BLOCK = "start_block"
    SKIP_BLOCK = "skip_block"
    STEP_BACK = "step_back"
    GIVE_TIME = "give_time"
    FORGET_TIMES = "forget_times"

    ADD_NEEDS = "add_needs"
    SET_STATE = "set_state"
    ENTER_RESULTS = "enter_results"
    ANONYMISE = "anonymise"
    TICK = "tick"
    AGREE = "agree"
    SCORE = "score"
    CHOOSE_CANDIDATE = "choose_candidate"
    CHOOSE_FORM = "choose_form"
    IMPORT_PEOPLE = "import_people"
    SET_WISHES = "set_wishes"
    ALLOT = "allot"
    PLACE = "place"
    LOCK = "lock"
    UNLOCK = "unlock"
    COMPOSE_GROUPS = "compose_groups"
    MARK = "mark"
    ADD_WALK_IN = "add_walk_in"
    SET_LOGO = "set_logo"
    COPY_FORMAT = "copy_format"
    HIDE = "hide"
    SHOW = "show"

    ADD_PROGRAMME = "add_programme"
    LOAD_DAY = "load_day"
    TAKE_IN = "take_in"
    ERASE_PERSON = "erase_person"
    APPLY_REMEDY = "apply_remedy"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edit happened: the study day (None: the school) and the thing, so that undo can go there.

    To lead someone there it may name a field as well; id 0 is where things of the kind are, and are added.
    """

    day: int | None
    kind: str
    id: int
    field: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What one committed edit (or its undo or redo) touched: ids of rows by kind, such as {"block": {7}}.

    Rows of a part of a thing (a checklist item, a link) name the thing as well: {"action": {2}}.
    """

    op: str
    rows: Mapping[str, frozenset[int]] = field(default_factory=dict)
    place: Place | None = None

    def touches(self, *kinds: str) -> bool:
        """Whether a row of one of `kinds` was made, changed or deleted."""
        return any(kind in self.rows for kind in kinds)

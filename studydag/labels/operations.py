"""The names of operations, as they follow "Undo: " in the menu: a verb and what it was done to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from studydag.model.values.changes import Op
from studydag.model.values.wording import N_

OPERATIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        Op.ADD: N_("add {kind:kind}"),
        Op.CHANGE: N_("change {kind:kind}"),
        Op.DELETE: N_("delete {kind:kind}"),
        Op.REORDER: N_("put {kind:kinds} in another order"),
        Op.LINK: N_("link {kind:kind}"),
        Op.UNLINK: N_("unlink {kind:kind}"),
        Op.ADD_DAY: N_("add study day"),
        Op.DUPLICATE_DAY: N_("copy study day"),
        Op.SET_STATUS: N_("change status of the study day"),
        Op.MOVE_DAY: N_("move study day"),
        Op.ADD_DAY_FROM_TEMPLATE: N_("make study day from template"),
        Op.SAVE_TEMPLATE: N_("save as template"),
        Op.MAKE_VERSION: N_("keep version"),
        Op.ACCEPT_FINDING: N_("accept finding"),
        Op.WITHDRAW_ACCEPTANCE: N_("no longer accept finding"),
        Op.SET_RULE: N_("change setting of a check"),
        Op.TAKE_ALONG: N_("take along from an earlier day"),
        Op.ADD_BLOCK: N_("add block"),
        Op.SET_MINUTES: N_("change duration"),
        Op.STRETCH: N_("stretch block"),
        Op.PIN: N_("pin block"),
        Op.UNPIN: N_("unpin block"),
        Op.SHIFT: N_("shift the rest"),
        Op.MOVE_BLOCKS: N_("move block"),
        Op.PARK_BLOCKS: N_("park block"),
        Op.DUPLICATE_BLOCKS: N_("copy block"),
        Op.DELETE_BLOCKS: N_("delete block"),
        Op.CANCEL_BLOCKS: N_("call off block"),
        Op.RESTORE_BLOCKS: N_("bring back block"),
        Op.CHOOSE_FORMAT: N_("choose working format"),
        Op.MAKE_ROUND: N_("make choice round"),
        Op.ADD_OPTION: N_("add option"),
        Op.DISSOLVE_ROUND: N_("dissolve choice round"),
        Op.MAKE_CAROUSEL: N_("make carousel"),
        Op.REPEAT_OPTION: N_("repeat option"),
        Op.CHANGE_OPTION: N_("change option"),
        Op.SEND_GROUP: N_("choose option for a group"),
        Op.SET_LEADS: N_("choose leads"),
        Op.SET_LEAD_STATUS: N_("change status of a lead"),
        Op.START_BLOCK: N_("start on the day"),
        Op.SKIP_BLOCK: N_("skip on the day"),
        Op.STEP_BACK: N_("back one step on the day"),
        Op.GIVE_TIME: N_("give time on the day"),
        Op.FORGET_TIMES: N_("forget the times of the day"),
        Op.ADD_NEEDS: N_("add needs"),
        Op.SET_STATE: N_("change state of an action"),
        Op.TICK: N_("tick off"),
        Op.AGREE: N_("make agreement on the climate"),
        Op.SCORE: N_("score candidate"),
        Op.CHOOSE_CANDIDATE: N_("choose candidate"),
        Op.SET_WISHES: N_("change wishes"),
        Op.ALLOT: N_("allot places"),
        Op.SET_LOGO: N_("change logo"),
        Op.COPY_FORMAT: N_("copy working format"),
        Op.HIDE: N_("hide {kind:kind}"),
        Op.SHOW: N_("show {kind:kind} again"),
        Op.LOAD_DAY: N_("load study day"),
        Op.TAKE_IN: N_("take in file"),
        Op.ERASE_PERSON: N_("erase person"),
        Op.APPLY_REMEDY: N_("carry out remedy"),
    }
)

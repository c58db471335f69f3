"""The agenda of a moment on the follow-up page: the next date first, another one on request, and to copy."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from studydag.model.operations import editing
from studydag.model.store.library import Library
from studydag.model.values.effect import Success
from studydag.model.values.follow_up import Moment
from studydag.ui.pages.follow_up import FollowUpPage
from studydag.ui.pages.page import Page


def test_r069_a_success_that_is_noted_comes_on_the_agenda_at_once(
    show: Callable[[type[Page]], Page], library: Library
) -> None:
    page = show(FollowUpPage)
    assert isinstance(page, FollowUpPage)
    first = dt.date(2027, 4, 1)
    moment = Moment(title="Bouwoverleg", first_date=first, rhythm="FREQ=WEEKLY", times=3)
    made = editing.create(library, moment, ("study_day", 1))
    page.moments.choose(made)
    page.tabs.show_part(page.moments)
    view = page.agenda
    assert view.dates.count() == 3
    assert view.dates.currentData() == first
    success = Success(what="Leerlingen stellen nu zelf vragen", date=first + dt.timedelta(days=2))
    editing.create(library, success, ("study_day", 1))
    assert "Leerlingen stellen nu zelf vragen" not in view.text.text()
    view.dates.setCurrentIndex(1)
    view.dates.activated.emit(1)
    assert "Vieren\n- Leerlingen stellen nu zelf vragen" in view.text.text()
    view.copy.click()
    assert QApplication.clipboard().text() == view.text.text()
    library.undo()
    assert "Leerlingen stellen nu zelf vragen" not in view.text.text()
    page.moments.table.clearSelection()
    assert not view.isVisible()

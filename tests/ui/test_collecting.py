"""Waste is looked for on the window's own thread alone."""

import gc
import threading

from pytestqt.qtbot import QtBot

from studydag.ui.collecting import Collecting


def test_only_the_windows_own_thread_looks_for_waste(qtbot: QtBot) -> None:
    threads: set[int] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def waste() -> None:
        for _ in range(10_000):
            circle: list[object] = []
            circle.append(circle)

    gc.callbacks.append(note)
    collecting = Collecting()
    try:
        worker = threading.Thread(target=waste)
        worker.start()
        worker.join()
        assert threads == set()
        qtbot.waitUntil(lambda: bool(threads), timeout=5_000)
        assert threads == {threading.main_thread().ident}
    finally:
        gc.callbacks.remove(note)
        collecting.deleteLater()
        gc.unfreeze()

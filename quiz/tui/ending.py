"""Ending when the system asks for it, or the terminal is gone: left as it was found if it is there, at once if not."""

from __future__ import annotations

import asyncio
import contextvars
import os
import select
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp

PATIENCE = 1.5
"""Seconds that Textual has to put the terminal in order; it waits for ever for one that takes no output."""
_BY_SIGNAL = 128
"""What the shell adds to the number of a signal for an exit code."""


def end_in_order(app: QuizApp) -> None:
    """From now on end on SIGTERM and SIGHUP with the terminal put in order, and when the terminal is closed.

    Without it SIGTERM leaves the terminal in the alternate screen, and where SIGHUP is ignored or sent to
    somebody else, Textual reads the end of its input again and again.
    """
    if app.is_headless or not hasattr(select, "poll"):  # Windows has neither
        return
    loop, context = asyncio.get_running_loop(), contextvars.copy_context()

    def end(number: int, _frame: object) -> None:
        for further in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(further, signal.SIG_IGN)
        _end_soon(app, _BY_SIGNAL + number)
        with suppress(RuntimeError):  # the loop has ended by itself
            loop.call_soon_threadsafe(lambda: app.exit(return_code=_BY_SIGNAL + number), context=context)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, end)  # one of the loop's own would wait with it for a terminal that takes no output
    threading.Thread(target=_watch, name="hang-up", daemon=True).start()


def _end_soon(app: QuizApp, code: int) -> None:
    """End now where there is no terminal to put in order, and else before long, come what may."""
    if _is_gone(timeout=0):
        app.record.close()
        os._exit(code)
    last = threading.Timer(PATIENCE, os._exit, (code,))
    last.daemon = True
    last.start()


def _watch() -> None:
    """Wait, without using the processor, until the terminal is gone, and say so as the kernel does."""
    if _is_gone(timeout=None):
        os.kill(os.getpid(), signal.SIGHUP)


def _is_gone(timeout: int | None) -> bool:
    """Return whether the terminal is closed; without a `timeout`, wait until it is."""
    if sys.__stdin__ is None:
        return False
    terminal = select.poll()
    terminal.register(sys.__stdin__.fileno(), 0)  # a hang-up is told without being asked for
    return any(event & select.POLLHUP for _, event in terminal.poll(timeout))

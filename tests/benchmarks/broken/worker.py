"""Processes in which broken banks are tried, so that one that hangs or takes all memory is found out.

A worker that has everything loaded makes a copy of itself for every few banks, so that what they leave behind in
memory is not put down to those that come much later.
"""

import os
import resource
import signal
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import NoReturn

from tests.benchmarks.broken.tried import Outcome, tried
from tests.benchmarks.broken.words import DATA

SECONDS = 2.0
"""A bank may take so long, in seconds of this process: other programs on the machine do not count."""
MEGABYTES = 300
"""A process that tries a bank may have so much memory at its peak, with the program itself."""
_WALL = 20.0
"""After so long on the clock the worker is killed: it is in a call that cannot be interrupted."""
_ADDRESSES = 2 << 30
_BANKS = 20


class TooLongError(BaseException):
    """A bank has taken longer than it may; no `except Exception` catches it."""


@dataclass(frozen=True)
class Tried:
    """What came of trying a bank: the outcome or what went wrong, seconds, and the process's peak memory in MB."""

    outcome: Outcome | None
    trouble: str
    seconds: float
    megabytes: float


def measured(folder: Path, seed: int) -> Tried:
    """Try the bank in a folder, in this process, within the limit of time."""
    began, trouble, outcome = time.process_time(), "", None
    try:
        with _limited():
            outcome = tried(folder, seed)
    except (Exception, TooLongError):
        trouble = traceback.format_exc()
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if megabytes > MEGABYTES and not trouble:
        trouble = f"the memory of the process has grown to {megabytes:.0f} MB"
    return Tried(outcome, trouble, time.process_time() - began, megabytes)


@contextmanager
def _limited() -> Iterator[None]:
    """Raise TooLongError in the block when it takes longer than SECONDS."""

    def stop(_: int, __: FrameType | None) -> None:
        raise TooLongError(f"longer than {SECONDS} s")

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _serve(pipe: Connection) -> None:
    os.setpgid(0, 0)  # so that copies can be killed with it
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    tried(DATA, 0)
    while True:
        child = os.fork()
        if not child:
            _try_some(pipe)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:  # the answer that it owed
            pipe.send(Tried(None, f"the process ended with code {code}", 0, 0))


def _try_some(pipe: Connection) -> NoReturn:
    for _ in range(_BANKS):
        found = measured(*pipe.recv())
        pipe.send(found)
        if found.trouble:
            break
    os._exit(0)


class Worker:
    """The process that makes copies of itself, begun anew after one of them has hung."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def tried(self, folder: Path, seed: int) -> Tried:
        """Try the bank in a folder; what goes wrong is told, whatever becomes of the process."""
        self._pipe.send((folder, seed))
        if self._pipe.poll(_WALL):
            found: Tried = self._pipe.recv()
            return found
        self.end()
        self._begin()
        return Tried(None, f"no answer within {_WALL:.0f} s", _WALL, 0)

    def end(self) -> None:
        """End the process, and the copy that it may be waiting for."""
        assert self._process.pid
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.join()
        self._pipe.close()

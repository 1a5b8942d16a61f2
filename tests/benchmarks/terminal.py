"""A program in a real pseudo-terminal, its output read by a screen emulator, with the times at which things show."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Sequence

import pyte


class Terminal:
    """A program under test. Times are in seconds; `sent` counts the bytes that it wrote."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = 0
        self.began = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            settings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
            settings.pop("PYTHONDONTWRITEBYTECODE", None)
            os.execvpe(command[0], list(command), settings)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait(self, shown: Callable[[str], bool], timeout: float = 20.0) -> float:
        """Read until the screen shows what is wanted; return the time since the program began."""
        end = time.perf_counter() + timeout
        while not shown(self.text):
            if not self._read(max(end - time.perf_counter(), 0)):
                raise TimeoutError(f"not shown within {timeout} s:\n{self.text}")
        return time.perf_counter() - self.began

    @property
    def text(self) -> str:
        """The screen as it is now."""
        return "\n".join(self.screen.display)

    def _read(self, timeout: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], timeout)
        if not ready:
            return False
        try:
            data = os.read(self._fd, 65536)
        except OSError:
            return False
        self.sent += len(data)
        self._stream.feed(data)
        return bool(data)

    def quiet(self, seconds: float = 0.12) -> None:
        """Read until nothing has come for so long."""
        while self._read(seconds):
            pass

    def key(self, keys: str) -> None:
        """Press keys."""
        os.write(self._fd, keys.encode())

    def timed(self, keys: str, shown: Callable[[str], bool]) -> tuple[float, int]:
        """Press keys and return the time until the screen is fully painted, and the bytes that this took.

        Fully painted is the last output before a silence, once what is wanted is on the screen.
        """
        self.quiet()
        before, begin = self.sent, time.perf_counter()
        self.key(keys)
        last = begin
        while True:
            if self._read(0.08 if shown(self.text) else 10.0):
                last = time.perf_counter()
            elif shown(self.text):
                return last - begin, self.sent - before
            else:
                raise TimeoutError(f"not shown after {keys!r}:\n{self.text}")

    def close(self) -> None:
        """End the program."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)


def median(values: Sequence[float]) -> float:
    """Return the median of some values."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


def compiled() -> None:
    """Compile the program's files first: missing .pyc files would double the time of a start."""
    import compileall

    import quiz

    for folder in quiz.__path__:
        compileall.compile_dir(folder, quiet=2)


PYTHON = sys.executable

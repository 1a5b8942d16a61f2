"""A program in a real pseudo-terminal, its output read by a screen emulator, with the times at which things show."""

import fcntl
import os
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence

import pyte

_AT_TERMINAL = ("sh", "-c", 'exec "$@" <"$0" >"$0" 2>&1')
"""What makes a terminal that of a new session: forking a process with threads is not safe, opening one is."""


class Terminal:
    """A program under test. Times are in seconds; `sent` counts the bytes that it wrote, `output` holds them."""

    def __init__(self, command: Sequence[str], columns: int = 80, rows: int = 24, **environment: str) -> None:
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.sent = 0
        self.output = bytearray()
        self.began = time.perf_counter()
        self._fd, inner = os.openpty()
        self._set_size(columns, rows)
        settings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
        for name in ("PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES"):  # the last two would hide every change of size
            settings.pop(name, None)
        line = [*_AT_TERMINAL, os.ttyname(inner), *command]
        self.process = subprocess.Popen(line, stdin=inner, start_new_session=True, env=settings)
        os.close(inner)
        self.pid = self.process.pid

    def wait(self, shown: Callable[[str], bool], timeout: float = 20.0) -> float:
        """Read until the screen shows what is wanted; return the time since the program began."""
        end = time.perf_counter() + timeout
        while not shown(self.text):
            if not self.read(max(end - time.perf_counter(), 0)):
                raise TimeoutError(f"not shown within {timeout} s:\n{self.text}")
        return time.perf_counter() - self.began

    @property
    def text(self) -> str:
        """The screen as it is now."""
        return "\n".join(self.screen.display)

    def read(self, timeout: float) -> bool:
        """Read and show what the program writes next; return whether it wrote anything within the timeout."""
        data = self.take(timeout)
        self._stream.feed(data)
        return bool(data)

    def take(self, timeout: float) -> bytes:
        """Take what the program writes, without showing it; nothing after the timeout, or when it has ended."""
        ready, _, _ = select.select([self._fd], [], [], timeout)
        try:
            data = os.read(self._fd, 65536) if ready else b""
        except OSError:
            data = b""
        self.sent += len(data)
        self.output += data
        return data

    def quiet(self, seconds: float = 0.12) -> None:
        """Read until nothing has come for so long."""
        while self.read(seconds):
            pass

    def key(self, keys: str) -> None:
        """Press keys."""
        data = keys.encode()
        while data:
            data = data[os.write(self._fd, data[:4096]) :]

    def timed(self, keys: str, shown: Callable[[str], bool]) -> tuple[float, int]:
        """Press keys and return the time until the screen is fully painted, and the bytes that this took.

        Fully painted is the last output before a silence, once what is wanted is on the screen.
        """
        self.quiet()
        before, begin = self.sent, time.perf_counter()
        self.key(keys)
        last = begin
        while True:
            if self.read(0.08 if shown(self.text) else 10.0):
                last = time.perf_counter()
            elif shown(self.text):
                return last - begin, self.sent - before
            else:
                raise TimeoutError(f"not shown after {keys!r}:\n{self.text}")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is sent SIGWINCH."""
        self.screen.resize(rows, columns)
        self._set_size(columns, rows)

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal, as its window is closed; nothing can be read from it any more."""
        os.close(self._fd)
        self._fd = -1

    def ended(self, timeout: float = 20.0) -> int:
        """Read until the program has ended; return its exit code, a signal as a negative number."""
        end = time.perf_counter() + timeout
        while self.process.poll() is None and time.perf_counter() < end:
            if self._fd < 0 or not self.read(0.05):
                time.sleep(0.005)
        while self._fd >= 0 and self.read(0):
            pass
        return self.process.wait(max(end - time.perf_counter(), 0))

    def close(self) -> None:
        """End the program."""
        self.process.kill()
        self.process.wait()
        if self._fd >= 0:
            self.hang_up()


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

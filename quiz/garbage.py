"""The garbage collector, kept from looking through many values that are made to stay."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_AT_START, _LATER = (100_000, 20, 100), (10_000, 20, 20)


def begin_lightly() -> None:
    """Let the collector wait until the program has begun: what is made then stays, and it would look at it 100 times.

    That is 20 ms of the 250 until the first screen is painted. At the end of the program it need not look either.
    """
    gc.set_threshold(*_AT_START)
    atexit.register(gc.freeze)


def settle() -> None:
    """Leave out of all later collections what the program has made until now, so that none takes more than 3 ms."""
    gc.freeze()
    gc.set_threshold(*_LATER)


@contextmanager
def no_collection(*, spare: bool = False) -> Iterator[None]:
    """Keep the collector off within the block, if it was on.

    With `spare`, what there is at the end is left out of all later collections: for a program that is about to
    print and end, the first of these would take as long as a quarter of a check.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if spare:
                gc.freeze()
            gc.enable()

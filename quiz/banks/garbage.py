"""The garbage collector, kept off while many small values are made: it would look through them all."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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

"""What the system says of files is told in plain sentences."""

import errno
import os
import re

import pytest

from quiz.core.troubles import trouble


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (
            errno.ENOENT,
            "the folder of x/y is not there, or takes no files; make that folder first, or choose another place",
        ),
        (errno.ENOSPC, "there is no room left on the disk of x/y; make room on that disk, and try again"),
        (errno.ENAMETOOLONG, "the name x/y is too long; choose a shorter one"),
        (errno.EIO, "Input/output error (x/y); try again at a place on another disk"),
    ],
)
def test_it_says_what_happened_where_and_what_to_do(number: int, says: str) -> None:
    assert says == trouble(OSError(number, os.strerror(number)), "x/y")


USUAL = "ENOSPC EDQUOT EACCES EPERM EROFS ENOENT ENOTDIR EEXIST EISDIR ENAMETOOLONG EBUSY"


@pytest.mark.parametrize("number", [getattr(errno, name) for name in USUAL.split()])
def test_what_goes_wrong_often_is_not_told_in_the_words_of_the_system(number: int) -> None:
    said = trouble(OSError(number, os.strerror(number)), "x/y")
    assert os.strerror(number) not in said
    assert "x/y" in said.split("; ")[0]
    assert re.fullmatch(r"[a-z][^;]*; [a-z].*[a-z]", said), "it stands in a sentence"


def test_an_error_without_a_number_is_told_as_it_is() -> None:
    assert "odd (x/y); try again at a place on another disk" == trouble(OSError("odd"), "x/y")

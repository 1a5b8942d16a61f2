"""Patterns are compiled when they are used, and every one of the program's can be."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import quiz
from quiz.core.patterns import _Late, late

ROOT = Path(quiz.__file__).parent
MODULES = [
    ".".join(("quiz", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
    for part in ("core", "banks", "check")
    for path in sorted((ROOT / part).rglob("*.py"))
]


def within(value: Any) -> Iterator[_Late]:
    """Yield the late patterns in a value of a module, and in the parts of tuples."""
    if isinstance(value, _Late):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from within(part)


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    pattern, compiled = late(r"(\d+)-(\w)", re.IGNORECASE), re.compile(r"(\d+)-(\w)", re.IGNORECASE)
    text = "12-a and 3-B"
    assert compiled.findall(text) == pattern.findall(text) == [("12", "a"), ("3", "B")]
    assert compiled.sub(r"\2", text) == pattern.sub(r"\2", text) == "a and B"
    assert compiled.groups == pattern.groups
    assert compiled.pattern == pattern.pattern


def test_a_late_pattern_is_compiled_when_it_is_used_and_not_before() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_every_pattern_of_the_program_can_be_compiled() -> None:
    found = [late for name in MODULES for value in vars(import_module(name)).values() for late in within(value)]
    assert len(found) > 60
    for pattern in found:
        assert re.compile(pattern.pattern, pattern.flags)

"""The values of a bank as JSON and back: by the fields of their classes, every one checked to be of its type."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache, partial
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

from quiz.core.questions import type_named
from quiz.core.questions.base import Question

Maker = Callable[[Any], Any]
"""Makes a value from what JSON had for it; raises MisshapenError when that does not fit."""
_MOST_DIGITS = 1000


class MisshapenError(ValueError):
    """What was read is not what was written: another program's, or damaged."""


def pack(value: object) -> bytes:
    """Return a value as JSON without line breaks: records as the lists of their fields, decimals as texts."""
    return _encode(value).encode("utf-8", "surrogatepass")


def _plain(value: object) -> object:
    cls: Any = type(value)
    return str(value) if cls is Decimal else _parts(cls)(value)


@cache
def _parts(cls: Any) -> Callable[[object], object]:
    return attrgetter(*field_names(cls))


def field_names(cls: Any) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass or named tuple."""
    return tuple(field.name for field in fields(cls)) if is_dataclass(cls) else cls._fields


_encode = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain).encode


def unpack(data: bytes) -> Any:
    """Return what a line of JSON holds. Raises MisshapenError."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MisshapenError(str(error)) from error


def pack_question(question: Question) -> bytes:
    """Return a question as JSON, its type first."""
    return pack((question.kind, question))


def unpack_question(data: bytes) -> Question:
    """Return the question that `pack_question` wrote. Raises MisshapenError."""
    kind, values = items_of(unpack(data), 2)
    cls = type_named(kind) if isinstance(kind, str) else None
    if cls is None:
        raise MisshapenError("no question type")
    question: Question = maker(cls)(values)
    return question


def items_of(data: Any, size: int | None = None) -> list[Any]:
    """Return data that is a list, of so many items if a size is given. Raises MisshapenError."""
    if not isinstance(data, list) or size not in (None, len(data)):
        raise MisshapenError("no such list")
    return data


@cache
def maker(kind: Any) -> Maker:
    """Return what makes values of a type: a text, number or flag, a tuple of others, or a record of them."""
    if kind in (str, bool, int):
        return partial(_same, kind)
    if kind is Decimal:
        return _decimal
    if get_origin(kind) is tuple:
        return _tuple_maker(get_args(kind))
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        hints = get_type_hints(kind)
        return _record_maker(kind, {name: maker(hints[name]) for name in field_names(kind)})
    raise TypeError(f"no bank holds a {kind}")


def _same(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise MisshapenError(f"no {kind.__name__}")
    return data


def _decimal(data: Any) -> Decimal:
    try:
        value = Decimal(_same(str, data))
    except InvalidOperation as error:
        raise MisshapenError("no number") from error
    if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
        raise MisshapenError("no such number")
    return value


def _tuple_maker(parts: tuple[Any, ...]) -> Maker:
    if parts[-1] is Ellipsis:
        each = maker(parts[0])
        return lambda data: tuple(each(item) for item in items_of(data))
    makers = [maker(part) for part in parts]
    return lambda data: tuple(make(item) for make, item in zip(makers, items_of(data, len(makers)), strict=True))


def _record_maker(cls: Any, makers: dict[str, Maker]) -> Maker:
    def make(data: Any) -> Any:
        items = zip(makers.items(), items_of(data, len(makers)), strict=True)
        return cls(**{name: part(item) for (name, part), item in items})

    return make

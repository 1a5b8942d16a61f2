"""Banks that hypothesis draws: structures of any shape under the keys of our format, and loose YAML around them.

They are drawn in batches, so that the same seed gives the same bank whichever is asked for.
"""

import json
from functools import lru_cache
from random import Random
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.benchmarks.broken.words import CODES, KEYS, LEVELS, NUMBERS, PIECES, QUOTES, SIGNS, SOURCE, TOKENS, TYPES

BATCH = 200
_TEXTS = st.one_of(
    st.sampled_from((*QUOTES, *NUMBERS, *TYPES, *LEVELS, *CODES, "early", "source.txt", "a", "b")),
    st.text(st.sampled_from("".join(SIGNS) + "ab01 "), max_size=20),
    st.text(st.characters(codec="utf-8"), max_size=8),
    st.sampled_from((*PIECES, *TOKENS)),
)
_NAMES = st.one_of(st.sampled_from(KEYS), _TEXTS)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=8,
)


@st.composite
def _mapping(draw: st.DrawFn, /, **fields: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Draw a mapping with most of these fields, most of them as they should be, and now and then another one."""
    wild = draw(st.sampled_from((0, 0, 0, 1, 3)))
    found = {}
    for key, value in fields.items():
        kind = draw(st.integers(0, 19))
        if kind or not wild:
            found[key] = draw(_VALUES if 1 <= kind <= wild else value)
    if wild == 3:
        found[draw(_NAMES)] = draw(_VALUES)
    return found


_OPTIONS = st.lists(_TEXTS | _mapping(text=_TEXTS, why=_TEXTS), max_size=6)
_QUOTES = st.sampled_from(QUOTES) | st.lists(st.sampled_from(QUOTES) | _mapping(source=_TEXTS, text=_TEXTS), max_size=3)
_QUESTIONS = _mapping(
    id=st.sampled_from(("q1", "q2", "q3", "é")),
    phase=st.just("early"),
    type=st.sampled_from(TYPES),
    prompt=_TEXTS,
    answer=_TEXTS | st.lists(_TEXTS, max_size=5),
    answers=st.lists(_TEXTS, max_size=5),
    distractors=_OPTIONS,
    accept=st.lists(_TEXTS, max_size=3) | st.dictionaries(_TEXTS, st.lists(_TEXTS, max_size=2), max_size=2),
    pairs=st.dictionaries(_TEXTS, _TEXTS, max_size=4) | st.lists(st.lists(_TEXTS, min_size=2, max_size=2), max_size=4),
    text=_TEXTS.map(lambda text: f"a {{{{{text}}}}} b"),
    tolerance=st.sampled_from(NUMBERS),
    allow=st.dictionaries(st.sampled_from(CODES), _TEXTS, max_size=2),
    explanation=_TEXTS,
    quote=_QUOTES,
)
_BANKS = _mapping(
    id=st.just("drawn"),
    title=_TEXTS,
    language=st.sampled_from(("en", "de", "")),
    source=st.just("source.txt") | _mapping(file=st.just("source.txt"), sha256=_TEXTS, sentences=_TEXTS),
    phases=st.lists(_mapping(id=st.just("early"), title=_TEXTS, quote=_QUOTES), max_size=2).map(
        lambda phases: [{"id": "early", "title": "Early"}, *phases]
    ),
    questions=st.lists(_QUESTIONS, max_size=4),
)
_WHOLE = st.one_of(
    *[st.tuples(_BANKS, st.booleans(), st.booleans())] * 3,
    st.tuples(_VALUES, st.booleans(), st.booleans()),
    st.lists(st.sampled_from((*TOKENS, *SIGNS, "a", "1", "\n", "\n  ")), max_size=40).map("".join),
)


def _as_text(whole: Any) -> str:
    if isinstance(whole, str):
        return whole
    value, as_json, ascii_only = whole
    if as_json:
        return json.dumps(value, ensure_ascii=ascii_only, indent=1)
    return yaml.safe_dump(value, allow_unicode=not ascii_only, sort_keys=False)


@lru_cache(maxsize=1)
def _batch(number: int) -> tuple[str, ...]:
    found: list[str] = []

    @seed(number)
    @settings(
        max_examples=BATCH,
        database=None,
        deadline=None,
        derandomize=False,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(_WHOLE)
    def keep(whole: Any) -> None:
        found.append(_as_text(whole))

    keep()
    return tuple(found)


def drawn(rng: Random, number: int) -> dict[str, bytes]:
    """Return the files of the bank of that number among those drawn; `rng` decides which hundreds are drawn."""
    texts = _batch(Random(f"{rng.random()}:{number // BATCH}").getrandbits(32))
    return {"bank.yaml": texts[number % BATCH % len(texts)].encode("utf-8", "replace"), "source.txt": SOURCE.encode()}

"""Words of a text, as the rules compare them."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "est", "ed", "es", "er", "ly", "s")
_BLANK = re.compile(r"_{2,}|\[_+\]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_SENTENCE = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[^\W_a-z])")


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case and compatibility form (NFKC), without punctuation."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("’", "'")
    return tuple(_WORD.findall(plain.casefold()))


@lru_cache(maxsize=65536)
def stemmed(word: str) -> str:
    """Return a word without a common English ending: light, so that forms of a word meet."""
    base = word.partition("'")[0]
    for ending in _ENDINGS:
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            stem = base[: -len(ending)]
            return stem + "y" if ending in ("ies", "ied") else stem.rstrip("e")
    return base.rstrip("e") if len(base) > 4 else base


def content(words: tuple[str, ...], stop: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that carry meaning: no stop word, and four letters or more, or a number."""
    return frozenset(
        word if word.isdecimal() else stemmed(word)
        for word in words
        if word not in stop and (len(word) >= 4 or word.isdecimal())
    )


def has_blank(text: str) -> bool:
    """Return whether a text has a blank to fill in, such as ____."""
    return _BLANK.search(text) is not None


def after_blank(text: str) -> str:
    """Return what follows the last blank in a text, or "" when there is none."""
    return _BLANK.split(text)[-1] if has_blank(text) else ""


def without_quotations(text: str) -> str:
    """Return a text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text) if any(sign in text for sign in '“"‘') else text


def last_sentence(text: str) -> str:
    """Return the last sentence of a text: in a prompt, the question proper."""
    return _SENTENCE.split(text.strip())[-1]


def contains_run(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Return whether `run` stands within `words`, whole words in order."""
    size = len(run)
    return bool(size) and any(words[i : i + size] == run for i in range(len(words) - size + 1))

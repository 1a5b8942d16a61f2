"""Words of a text, as the rules compare them."""

from functools import lru_cache

from quiz.core.normal import normalized
from quiz.core.patterns import late

_WORD = late(r"[^\W_]+(?:['’][^\W\d_]+)?")
_ASCII_WORD = late(r"[a-z0-9]+(?:'[a-z]+)?")  # the same for plain letters, and faster
_ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ers", "est", "ed", "es", "er", "ly", "s")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = late(
    rf"\b(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\s+(?:\d{{1,2}},\s+)?)?(?:1\d{{3}}|20\d\d)(?:-\d\d){{0,2}}\b(?![,.]\d|\s*%)"
    r"|\b\d{1,4}\s?(?:BCE?|AD|CE)\b|\bAD\s?\d{1,4}\b|\b\d{1,2}(?:st|nd|rd|th)[ -]century(?:\s+BCE?)?"
)
_BLANK = late(r"_{2,}|\[_+\]")
_QUOTED = late(  # within bounds, so that many marks that are never closed take no time
    r"“[^”]{0,500}”|\"[^\"]*\"|‘[^’]{0,500}’(?!\w)|(?<!\w)'(?:[^']|(?<=\w)'(?=\w)){0,500}'(?!\w)"
)
_SENTENCE = late(r"(?<=[.!?])[\"'”’)]*\s+(?=[\"'“‘(]*[^\W_a-z])")


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case and compatibility form (NFKC), without punctuation."""
    if text.isascii():
        return tuple(_ASCII_WORD.findall(text.lower()))
    plain = normalized("NFKC", text).replace("’", "'")
    return tuple(_WORD.findall(plain.casefold()))


@lru_cache(maxsize=65536)
def stemmed(word: str) -> str:
    """Return a word without a common English ending: light, so that forms of a word meet."""
    base = word.partition("'")[0]
    for ending in _ENDINGS if base.endswith(_ENDINGS) else ():
        if base.endswith(ending) and len(base) - len(ending) >= 4:
            stem = base[: -len(ending)]
            return stem + "y" if ending in ("ies", "ied") else stem.rstrip("e")
    return base.rstrip("e") if len(base) > 4 else base


class _Stems(dict[str, str]):
    """For every word met its stem, or "" when it carries no meaning; worked out once."""

    def __init__(self, stop: frozenset[str]) -> None:
        super().__init__()
        self._stop = stop

    def __missing__(self, word: str) -> str:
        number = word.isdecimal()
        carries = word not in self._stop and (len(word) >= 4 or number)
        self[word] = (word if number else stemmed(word)) if carries else ""
        return self[word]


_stems = lru_cache(maxsize=8)(_Stems)
_NOTHING = frozenset({""})


def content(words: tuple[str, ...], stop: frozenset[str]) -> frozenset[str]:
    """Return the stems of the words that carry meaning: no stop word, and four letters or more, or a number."""
    return frozenset(map(_stems(stop).__getitem__, words)) - _NOTHING


def has_blank(text: str) -> bool:
    """Return whether a text has a blank to fill in, such as ____."""
    return _BLANK.search(text) is not None


def after_blank(text: str) -> str:
    """Return what follows the last blank in a text, or "" when there is none."""
    return _BLANK.split(text)[-1] if has_blank(text) else ""


def after_first_blank(text: str) -> str:
    """Return what follows the first blank in a text, or "" when there is none."""
    return _BLANK.split(text, maxsplit=1)[-1] if has_blank(text) else ""


def without_quotations(text: str) -> str:
    """Return a text without what stands in quotation marks."""
    return _QUOTED.sub(" ", text) if any(sign in text for sign in "“\"‘'") else text


def last_sentence(text: str) -> str:
    """Return the last sentence of a text: in a prompt, the question proper."""
    return _SENTENCE.split(text.strip())[-1]


def contains_run(words: tuple[str, ...], run: tuple[str, ...]) -> bool:
    """Return whether `run` stands within `words`, whole words in order."""
    size = len(run)
    return bool(size) and any(words[i : i + size] == run for i in range(len(words) - size + 1))


def before_gap(text: str) -> str:
    """Return the word before the last blank of a text or, if it has none, the last word of an open sentence."""
    if "__" in text or "[_" in text:
        pieces = _BLANK.split(text)
        text = pieces[-2] if len(pieces) > 1 else text
    elif text.endswith(("?", "!")):
        return ""
    return text.rstrip(" \n:.…—–-").rpartition(" ")[2].casefold()


def dates_in(text: str) -> tuple[str, ...]:
    """Return the dates in a text as they are written: years, centuries, English months with a year."""
    return tuple(_DATE.findall(text)) if any(c.isdigit() for c in text) else ()

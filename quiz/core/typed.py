"""Typed answers, judged fairly: what was meant counts, and one slip of spelling is forgiven."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from quiz.core.normal import normalized
from quiz.core.patterns import late

LONG_WORD = 6
"""A slip of spelling is forgiven in words of at least this many letters: shorter ones turn into others."""

_ARTICLES: dict[str, frozenset[str]] = {
    "en": frozenset({"the", "a", "an"}),
    "de": frozenset({"der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer"}),
    "fr": frozenset({"le", "la", "les", "l", "un", "une", "des"}),
    "es": frozenset({"el", "la", "los", "las", "un", "una", "unos", "unas"}),
    "it": frozenset({"il", "lo", "la", "i", "gli", "le", "l", "un", "uno", "una"}),
    "nl": frozenset({"de", "het", "een"}),
    "pt": frozenset({"o", "a", "os", "as", "um", "uma"}),
}
_MARKS = late("[\u0300-\u036f]")
_APOSTROPHES = late(r"(?<=\w)['’ʼ](?=\w)")
_INITIALS = late(r"\b([^\W\d_])\.(?=[^\W\d_]\b)")
_THOUSANDS = late(r"(?<=\d)[,\s](?=\d{3}(?!\d))")
_JOINTS = late(r"(?<!\d) | (?!\d)")
_OTHER = late(r"[^\w]+|_")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe"})


class Judged(NamedTuple):
    """Whether a typed text was accepted; `taken_as` is the answer it was read as, when it was misspelt."""

    accepted: bool
    taken_as: str = ""


def bare(text: str) -> str:
    """Return a text without accents on its letters, character for character, so that places stay the same."""
    if text.isascii():
        return text
    signs = {ord(c): unicodedata.normalize("NFD", c)[0] for c in set(text) if not c.isascii()}
    return text.translate(signs)


def words(text: str, language: str = "en") -> tuple[str, ...]:
    """Return the words of `text` without case, accents, punctuation and articles.

    The last word always stays: in "vitamin A" the letter is no article.
    """
    language = language[:2].casefold()
    plain = _MARKS.sub("", normalized("NFKD", text.casefold())).translate(_LETTERS)
    joined = plain if language in ("fr", "it") else _APOSTROPHES.sub("", plain)
    joined = _THOUSANDS.sub("", _INITIALS.sub(r"\1", joined))
    found = tuple(word for word in _OTHER.split(joined) if word)
    articles = _ARTICLES.get(language, frozenset())
    return (*(word for word in found[:-1] if word not in articles), *found[-1:])


def judge(given: str, accepted: Iterable[str], language: str = "en", exact: bool = False) -> Judged:
    """Return whether `given` is one of the `accepted` answers.

    With `exact` only white space at the ends and its amount are forgiven. Otherwise case, accents, articles,
    punctuation and white space do not count, and one slip (a letter missing, added, changed, or two swapped)
    is forgiven in one word of at least `LONG_WORD` letters.
    """
    answers = list(accepted)
    if exact:
        return Judged(" ".join(given.split()) in {" ".join(answer.split()) for answer in answers})
    if given.strip() and given.strip() in {answer.strip() for answer in answers}:
        return Judged(True)
    mine = words(given, language)
    if not mine:
        return Judged(False)
    joined = _run_together(mine)
    theirs = [words(answer, language) for answer in answers]
    if any(joined == _run_together(found) for found in theirs):
        return Judged(True)
    meant = next((answer for answer, found in zip(answers, theirs, strict=True) if _one_slip(mine, found)), "")
    return Judged(bool(meant), meant)


def _run_together(found: tuple[str, ...]) -> str:
    """Return words without the blanks between them, which stay between digits: 1 11 is not 11 1."""
    return _JOINTS.sub("", " ".join(found))


def _one_slip(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    if len(mine) != len(theirs):
        return False
    differing = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(differing) != 1:
        return False
    given, meant = differing[0]
    return len(meant) >= LONG_WORD and meant.isalpha() and given.isalpha() and slip_apart(given, meant)


def slip_apart(a: str, b: str) -> bool:
    """Return whether one insertion, deletion, change or swap of neighbours turns `a` into `b`.

    This is a restricted Damerau-Levenshtein distance of exactly one.
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    i = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) > len(b):
        return a[i + 1 :] == b[i:]
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])

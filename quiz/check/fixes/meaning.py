"""Whether two texts of a bank mean the same, but for what fixes may change."""

from quiz.check.fixes.draft import Branch, Leaf, Spot, items, kind_of, parsed
from quiz.core.patterns import late
from quiz.core.quotes import fold

_LETTERS = late(r"(?:\(?[A-Ha-h1-9](?:\)\s*|[.:]\s+))+")
_OPTIONS = {"answer", "answers", "distractors"}
_LOCK = {"sha256", "sentences"}
Meaning = str | tuple["Meaning", ...]


def same_meaning(before: str, after: str) -> bool:
    """Return whether two texts hold the same bank.

    May differ: white space in texts, the signs that quotations are compared without, letters before options, the
    order of a choice's distractors, an id where there was none, and the locks of sources.
    """
    mine, theirs = parsed(before), parsed(after)
    old, new = (
        [spot.text("id") if isinstance(spot, Branch) else "" for spot in items(root.get("questions"))]
        for root in (mine, theirs)
    )
    same_ids = len(old) == len(new) and all(a in ("", b) for a, b in zip(old, new, strict=True))
    return same_ids and _bank(mine) == _bank(theirs)


def _bank(root: Branch) -> Meaning:
    return tuple((_meaning(key), _top(key.text if isinstance(key, Leaf) else "", value)) for key, value in root.entries)


def _top(key: str, value: Spot) -> Meaning:
    if key == "questions":
        return tuple(_question(spot) for spot in items(value))
    skipped = _LOCK if key in ("source", "sources") else set()
    return tuple(_mapping(spot, skipped) for spot in items(value))


def _mapping(spot: Spot, skipped: set[str]) -> Meaning:
    if isinstance(spot, Leaf) or spot.is_list:
        return _meaning(spot)
    entries = ((key, value) for key, value in spot.entries if not (isinstance(key, Leaf) and key.text in skipped))
    return tuple((_meaning(key), _meaning(value, _is(key, "quote"))) for key, value in entries)


def _is(key: Spot, name: str) -> bool:
    return isinstance(key, Leaf) and key.text == name


def _question(spot: Spot) -> Meaning:
    if isinstance(spot, Leaf) or spot.is_list:
        return _meaning(spot)
    rest = _mapping(spot, {"id", *_OPTIONS})
    options = tuple((key, _options(spot, key)) for key in sorted(_OPTIONS))
    return rest, options


def _options(question: Branch, key: str) -> Meaning:
    found = [_meaning(spot, bare=True) for spot in items(question.get(key))]
    unordered = key == "distractors" and kind_of(question) == "choice"
    return tuple(sorted(found, key=repr) if unordered else found)


def _meaning(spot: Spot, folded: bool = False, bare: bool = False) -> Meaning:
    """Return what a value says: `folded` as quotations are compared, `bare` without the letter before an option."""
    if isinstance(spot, Leaf):
        text = " ".join(spot.text.split())
        text = _LETTERS.sub("", text, count=1) if bare and _LETTERS.match(text) else text
        return fold(text) if folded else text
    return (str(spot.is_list), *(_meaning(part, folded, bare) for part in spot.parts))

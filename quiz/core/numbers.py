"""Numbers and dates as people write them: read, compared and put in order."""

import re
from decimal import Decimal, InvalidOperation

from quiz.core.patterns import late

_LONGEST = 100  # no number or date has more characters


_MONTHS = "january february march april may june july august september october november december".split()
_GAP = r"[,’'\u00a0\u2009\u202f ]"  # between thousands
_THOUSANDS = rf"[1-9]\d{{0,2}}(?:{_GAP}\d{{3}})+"
_NUMBER = late(rf"(?:(?<!\w)[-+−])?(?:{_THOUSANDS}|\d+)(?:[.,]\d+)?(?!\d)|(?<!\w)[-+−]?[.,]\d+")
_BARE = late(r"(?i)(?:about|circa|c\.|ca\.|around|[$€£¥])?\s*(?P<number>\S.*?)\s*(?:%|per cent|percent|BC|BCE|AD|CE)?")
_DAY_FIRST = r"(?i)(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[a-z]{3,9})\.?"
_DATE = late(rf"{_DAY_FIRST}\s+(?:(?P<day2>\d{{1,2}}),\s+)?(?P<year>\d{{3,4}})")
_DAY = late(rf"{_DAY_FIRST}(?:\s+(?P<day2>\d{{1,2}}))?")
_RANGE = late(r"(?i)(?P<first>\d+)\s*(?:[-–—]|to)\s*\d+")
_BEFORE = r"(?:(?:in|the|year|about|around|approximately|approx\.?|circa|ca\.?|c\.?|a\.?d\.?|[~≈$€£¥])\s*)*"
_AFTER = r"(?:st|nd|rd|th|per ?cent|[%$€£¥]|a\.?d\.?|b\.?c\.?|(?:b\.?)?c\.?e\.?)?"
_TYPED = late(rf"{_BEFORE}(?P<sign>[-+−–]?)\s*(?P<number>(?:{_THOUSANDS}|\d+)(?:[.,]\d+)?|[.,]\d+)\s*{_AFTER}")


def number_in(text: str) -> Decimal | None:
    """Return the one number in `text`, or None when there is none, or more than one.

    Thousands may be separated ("1,917" is 1917), and the decimal sign is a point or a comma.
    """
    found = _NUMBER.findall(text)
    return _decimal(found[0]) if len(found) == 1 else None


def number_typed(text: str, unit: str = "") -> Decimal | None:
    """Return the number that `text` is, or None when it is anything more or less than one number.

    Read are the forms of `number_in`, also with a blank behind the sign ("− 5") and a full stop at the end. Before
    the number may stand a currency and what people say of years ("in the year", "about", "c."), behind it an ending
    ("3rd"), a currency, per cent, an era or the `unit`. The era does not change the number: 44 BC is 44. All other
    words are refused: who can say whether "5 million" is 5?
    """
    plain = text.strip().rstrip(".,; ").casefold()
    if unit:
        plain = plain.removesuffix(unit.strip().rstrip(".").casefold()).rstrip()
    found = _TYPED.fullmatch(plain)
    return _decimal(found["sign"].replace("–", "-") + found["number"]) if found else None


def _decimal(text: str) -> Decimal | None:
    plain = text.replace("−", "-")
    if re.fullmatch(rf"[-+]?{_THOUSANDS}(?:[.,]\d+)?", plain):
        head, tail = re.fullmatch(r"(.*?\d{3})((?:[.,]\d{1,2}|[.,]\d{4,}|\.\d{3})?)", plain).groups()  # type: ignore[union-attr]
        plain = re.sub(_GAP, "", head) + tail
    try:
        return Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None


def sort_key(text: str) -> tuple[Decimal, int, int] | None:
    """Return what orders `text` among numbers and dates, or None when it is neither.

    Understood are numbers with a currency, per cent or era, "March 1918", "3 March 1918", "March 3, 1918",
    "3 March", and ranges of years, which count by their first.
    """
    text = text.strip().rstrip(".")
    if len(text) > _LONGEST or not any(map(str.isdecimal, text)):
        return None
    if text.isdecimal():  # most are, and need no pattern
        return Decimal(text), 0, 0
    if date := _DATE.fullmatch(text) or _DAY.fullmatch(text):
        name, day = date["month"].casefold(), date["day"] or date["day2"]
        month = next((i + 1 for i, full in enumerate(_MONTHS) if full.startswith(name)), 0)
        year = date.groupdict().get("year")
        if month and (year or day):
            return Decimal(year or 0), month, int(day or 0)
    if years := _RANGE.fullmatch(text):
        return Decimal(years["first"]), 0, 0
    bare = _BARE.fullmatch(text)
    number = bare["number"] if bare else text
    value = _decimal(number) if _NUMBER.fullmatch(number) else None
    if value is None:
        return None
    return (-value if re.search(r"\bBCE?\b", text, re.I) else value), 0, 0


def in_order(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return `texts` in rising order when all are numbers or dates, else None."""
    keys = {}
    for text in texts:
        key = sort_key(text)
        if key is None:
            return None
        keys[text] = key
    return tuple(sorted(texts, key=keys.__getitem__))

"""Numbers and dates as people write them: read, compared and put in order."""

import re
from decimal import Decimal, InvalidOperation

_MONTHS = "january february march april may june july august september october november december".split()
_GAP = r"[,’'\u00a0\u2009\u202f ]"  # between thousands
_THOUSANDS = rf"[1-9]\d{{0,2}}(?:{_GAP}\d{{3}})+"
_NUMBER = re.compile(rf"(?:(?<!\w)[-+−])?(?:{_THOUSANDS}|\d+)(?:[.,]\d+)?(?!\d)|(?<!\w)[-+−]?[.,]\d+")
_BARE = re.compile(
    r"(?:about|circa|c\.|ca\.|around|[$€£¥])?\s*(?P<number>\S.*?)\s*(?:%|per cent|percent|BC|BCE|AD|CE)?",
    re.I,
)
_DATE = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[a-z]{3,9})\.?\s+(?:(?P<day2>\d{1,2}),\s+)?(?P<year>\d{3,4})",
    re.I,
)
_DAY = re.compile(r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<month>[a-z]{3,9})\.?(?:\s+(?P<day2>\d{1,2}))?", re.I)
_RANGE = re.compile(r"(?P<first>\d+)\s*(?:[-–—]|to)\s*\d+", re.I)


def number_in(text: str) -> Decimal | None:
    """Return the one number in `text`, or None when there is none, or more than one.

    Thousands may be separated ("1,917" is 1917), and the decimal sign is a point or a comma.
    """
    found = _NUMBER.findall(text)
    return _decimal(found[0]) if len(found) == 1 else None


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
    keys = [sort_key(text) for text in texts]
    if any(key is None for key in keys):
        return None
    return tuple(text for _, text in sorted(zip(keys, texts, strict=True), key=lambda pair: pair[0] or ()))

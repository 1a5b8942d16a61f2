"""Turns of phrase of English."""

import re

from quiz.check.words.phrases import Phrase, Phrases
from quiz.core.patterns import late

_MARK = r"\(?(?:[IVX]{1,4}|[A-Ha-h]|[1-9])\)?"
_JOINT = r"(?:\s*,\s*(?:(?i:and|or)\s+)?|\s+(?i:and|or|nor)\s+|\s*[&+/]\s*)"
_THEM = (
    r"(?:the\s+)?(?:above|these|those|them|below|preceding|options?|answers?|choices?|following)"
    r"(?:\s+(?:options|answers|choices|statements|responses|items|reasons|causes|factors|things|places|people|groups"
    r"|events|countries|states))?(?:\s+(?:is|are|was|were|apply|applies))?(?:\s+(?:correct|true|right))?"
)


def _phrase(needs: str, pattern: str) -> Phrase:
    return Phrase(frozenset(needs.split()), late(pattern, re.IGNORECASE))


PHRASES = Phrases(
    picking=late(
        r"\b(?:which|what|who|whom|where|all|each|any|one)(?:\s+[a-z]+)?\s+of\s+(?:the|these|those|them|his|her|its"
        r"|their)\b|\bthe\s+following\b|\b(?:all|each|every\w*)\b(?=.{0,300}?\bexcept\b)"
        r"|\b(?:which|what)\s+(?:one\s+|two\s+)?(?:statement|option|answer|claim|sentence)s?\b",
        re.IGNORECASE,
    ),
    clause=late(
        r"\b(?:why|that|who|whom|whose|because|when|if|whether|where|how|which|while|although|though|so)\b",
        re.IGNORECASE,
    ),
    content_negation=late(r"\b(?:(?:for|by|of|in|with|without)\s+not|not\s+to)\b", re.IGNORECASE),
    no_negation=late(
        r"\b(?:at\s+(?:the\s+very\s+)?least|not\s+least|least\s+of\s+all|(?:whether\s+)?or\s+not|if\s+not|and\s+not"
        r"|not\s+(?:only|just|merely)|never\s+before|true\s+or\s+false)\b",
        re.IGNORECASE,
    ),
    untrue=late(
        r"\b(?:is|are|was|were|be)\s+(?:\*\*)?(?:false|incorrect|untrue)\b"
        r"|\b(?:false|incorrect|untrue)(?:\*\*)?\s+(?:statement|option|answer|claim|sentence|one)s?\b",
        re.IGNORECASE,
    ),
    yes_no=frozenset({"true", "false", "yes", "no"}),
    no_amount=frozenset({"none", "zero", "nobody"}),
    deictic=_phrase(
        "above below saw read chapter section",
        r"\b(?:passage|text|extract|paragraph|figure|map|picture|table)\s+(?:above|below)\b"
        r"(?!\s+(?:the|an?|his|her|its|their|all|any|suspicion|reproach|\d))"
        r"|\bas\s+(?:we|you)\s+(?:saw|read)\b|\bin\s+this\s+(?:chapter|section)\b",
    ),
    settled_vague=late(
        r"\b(?:\w+ly|often|sometimes)\s+(?:\w+\s+)?(?:known|called|referred|named|termed|regarded|thought|considered"
        r"|described|credited|seen|held|believed|accepted|said|remembered|dated|attributed|nicknamed)\b",
        re.IGNORECASE,
    ),
    quantity=_phrase("how what", r"\bhow\s+(?:many|much|far|large)\b|\bwhat\s+(?:part|share|proportion|fraction)\b"),
    span=_phrase(
        "between during when period periods era span long last lasted years dates reign reigned rule ruled term decade",
        r"\bbetween\s+(?:which|what)\b|\bfrom\s+when\b|\bduring\s+(?:which|what)\b|\bhow\s+long\b|\blast(?:ed)?\b"
        r"|\b(?:period|era|span|years|dates|reign)s?|\bdecade\b|\b(?:reign|rule)[ds]?\b|\bterm\b",
    ),
    all_of_them=_phrase(
        "all each every",
        rf"^(?:all|each|every\s+one)\s+(?:of\s+)?{_THEM}[.!]?$"
        r"|^all\s+(?:are\s+)?(?:correct|true)[.!]?$",
    ),
    none_of_them=_phrase(
        "none neither no",
        rf"^(?:none|neither)\s+of\s+{_THEM}[.!]?$|^neither[.!]?$|^none\s+(?:is|are)\s+(?:correct|true|right)[.!]?$"
        r"|^no\s+(?:correct|right)\s+(?:answer|option)[.!]?$",
    ),
    pointing=frozenset({"above", "below", "preceding", "following"}),
    by_position=Phrase(
        frozenset("option options answer answers choice choices above below foregoing".split()),
        late(
            r"\b(?i:options?|answers?|choices?)\s+(?:[A-H]\b(?!['’.])|[1-9]\b(?!%))"
            r"|\b(?i:the)\s+(?i:above|foregoing)\b(?!-)"
            r"|^(?i:both|all|any|none|neither|either)\s+(?:of\s+)?(?:the\s+)?(?i:other|previous|preceding|first|last)"
            r"\s+(?i:(?:two|three|four)\s+)?(?i:options?|answers?|choices?)\b"
        ),
    ),
    combined=late(
        rf"(?:(?i:only|both|either|neither)\s+)?{_MARK}(?:{_JOINT}{_MARK})+(?:\s+(?i:only))?\.?"
        rf"|(?i:only)\s+{_MARK}\.?|{_MARK}\s+(?i:only)\.?"
    ),
)

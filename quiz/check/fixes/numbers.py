"""Wrong options that are numbers or dates are put into rising order: see OP209. Comments go with their option."""

from collections.abc import Iterator

from quiz.check.fixes.draft import Branch, Draft, Edit, Spot, kind_of, text_leaf
from quiz.check.fixes.letters import options
from quiz.check.rules.op209_numeric_unordered import CODE
from quiz.core.numbers import sort_key
from quiz.core.patterns import late
from quiz.core.quotes import Span

WHAT = "numbers in rising order"
_DIGIT = late(r"\d")
_ABOVE = late(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*[ \t]*-\s+(?:#[^\r\n]*\s+)?")
"""Comments and blank lines above an item, and its dash."""


def edits(draft: Draft) -> Iterator[Edit]:
    """Yield the edits that sort the wrong options of the choices that are all numbers or dates."""
    for question in draft.questions:
        wrong = question.get("distractors")
        texts = [leaf.text if leaf else "" for leaf in options(question)]
        numeric = all(_DIGIT.search(text) and sort_key(text) for text in texts)
        if isinstance(wrong, Branch) and wrong.is_list and numeric and kind_of(question) == "choice":
            order = _order(wrong)
            if order != sorted(order) and not draft.allows(question, CODE):
                slots = _in_brackets(draft, wrong) if wrong.flow else _in_lines(draft, _key(question), wrong)
                yield from _moved(draft, question.text("id"), slots, order)


def _key(question: Branch) -> Spot:
    return next(key for key, value in question.entries if value is question.get("distractors"))


def _order(wrong: Branch) -> list[int]:
    leaves = [text_leaf(spot) for spot in wrong.parts]
    return sorted(range(len(leaves)), key=lambda i: sort_key(leaf.text if (leaf := leaves[i]) else "") or ())


def _moved(draft: Draft, owner: str, slots: list[Span], order: list[int]) -> Iterator[Edit]:
    for slot, i in zip(slots, order, strict=False):
        if slot != slots[i]:
            yield Edit(*slot, draft.text[slice(*slots[i])], owner, WHAT)


def _in_brackets(draft: Draft, wrong: Branch) -> list[Span]:
    """Return where the items stand; none where a comment stands between them, as it may belong to either."""
    slots = [(spot.start, spot.end) for spot in wrong.parts]
    ends = [wrong.start, *(end for _, end in slots)]
    starts = [*(start for start, _ in slots), wrong.end]
    between = "".join(draft.text[a:b] for a, b in zip(ends, starts, strict=True))
    return [] if "#" in between else slots


def _in_lines(draft: Draft, key: Spot, wrong: Branch) -> list[Span]:
    """Return the lines of each item, with the comments above it and without the last line break."""
    slots, above = [], key.end
    for spot in wrong.parts:
        begin = _next_line(draft, above)
        above = spot.end
        if not _ABOVE.fullmatch(draft.text, begin, spot.start):
            return []
        slots.append((begin, draft.line_end(spot.end)))
    return slots


def _next_line(draft: Draft, index: int) -> int:
    end = draft.line_end(index)
    return end + (2 if draft.text.startswith("\r\n", end) else 1)

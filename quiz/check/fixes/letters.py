"""Letters and numbers that stand before all options of a question, such as "A) ", are removed: see OP216."""

from collections.abc import Iterator

from quiz.check.fixes.draft import Branch, Draft, Edit, Leaf, items, kind_of, plain_may_begin, single_quoted, text_leaf
from quiz.check.rules.op216_option_untrimmed import CODE, prefixes
from quiz.core.patterns import late

WHAT = "letters before options"
_FIELDS = {"choice": ("answer", "distractors"), "multiple": ("answers", "distractors"), "order": ("answer",)}
_HEADER = late(r"[|>][^\r\n]*[\r\n]\s*")


def edits(draft: Draft) -> Iterator[Edit]:
    """Yield an edit for every option of the questions in which all have a letter."""
    for question in draft.questions:
        leaves = options(question)
        found = prefixes([leaf.text for leaf in leaves if leaf])
        if draft.allows(question, CODE) or None in leaves or None in found:
            continue
        bare = [leaf.text[match.end() :] for leaf, match in zip(leaves, found, strict=True) if leaf and match]
        if len({" ".join(text.split()).casefold() for text in bare}) < len(bare):
            continue
        made = [
            _edit(draft, question, leaf, match[0]) for leaf, match in zip(leaves, found, strict=True) if match and leaf
        ]
        if None not in made:
            yield from (edit for edit in made if edit)


def options(question: Branch) -> list[Leaf | None]:
    """Return the options of a question, or the items to be put in order; None for one that is no text."""
    spots = [spot for key in _FIELDS.get(kind_of(question), ()) for spot in items(question.get(key))]
    return [text_leaf(spot) for spot in spots]


def _edit(draft: Draft, question: Branch, leaf: Leaf, prefix: str) -> Edit | None:
    """Return the edit that takes a prefix away, or None where it is not written as it reads."""
    start = leaf.start + (leaf.style in ("'", '"'))
    if leaf.style in ("|", ">"):
        header = _HEADER.match(draft.text, start)
        start = header.end() if header else start
    if not draft.text.startswith(prefix, start):
        return None
    rest = draft.text[start + len(prefix) : leaf.end]
    new = single_quoted(rest) if not leaf.style and not plain_may_begin(rest) else rest
    return Edit(start, leaf.end, new, question.text("id"), WHAT)

"""Quotation marks and dashes of a quotation are made those of the source, where it stands there but for them."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from quiz.check.fixes.draft import Branch, Draft, Edit, Leaf, Spot, items, plain_may_begin, single_quoted, text_leaf
from quiz.core.bank import Source
from quiz.core.normal import normalized
from quiz.core.patterns import late
from quiz.core.quotes import ELISION, fold

WHAT = "signs in quotations"
_PIECES = late(f"({ELISION.pattern})")
_HEADER = late(r"[|>][^\r\n]*")
_PLAIN = late(r".", re.S)
_ATOMS = {
    "'": late(r"''|.", re.S),
    '"': late(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)|.", re.S),
}
_SAME = "\"\\/'"
_SIGN = late(r"\S")


def edits(draft: Draft) -> Iterator[Edit]:
    """Yield an edit for every quotation, of a question or a phase, that has other signs than the source."""
    for owner, holders in (("", draft.mappings("phases")), (None, draft.questions)):
        for holder in holders:
            for spot in items(holder.get("quote")):
                edit = _edit(draft, spot, holder.text("id") if owner is None else owner)
                if edit:
                    yield edit


def _edit(draft: Draft, spot: Spot, owner: str) -> Edit | None:
    leaf, source = text_leaf(spot), _source(draft, spot)
    if leaf is None or source is None:
        return None
    raw = draft.text[leaf.start : leaf.end]
    if normalized("NFC", raw) != raw or not (wanted := _signs_wanted(leaf.text, source)):
        return None
    new = _rewritten(raw, leaf, wanted)
    return Edit(leaf.start, leaf.end, new, owner, WHAT) if new not in ("", raw) else None


def _source(draft: Draft, spot: Spot) -> Source | None:
    named = spot.text("source") if isinstance(spot, Branch) else ""
    if named:
        return draft.sources.get(named)
    return next(iter(draft.sources.values())) if len(draft.sources) == 1 else None


def _signs_wanted(text: str, source: Source) -> str:
    """Return a quotation's signs (all but white space) as they stand in the source; "" when nothing need be done."""
    spans = source.indexed.find(text)
    pieces = _PIECES.split(text)
    parts = [piece for piece in pieces[::2] if fold(piece)]
    if not spans or all(_stands(part, source.text[slice(*span)]) for part, span in zip(parts, spans, strict=True)):
        return ""
    left, there = iter(spans), " ".join(source.text.split())
    if all(" ".join(part.split()) in there for part in parts):
        return ""  # it stands so in another place
    theirs = (
        source.text[slice(*next(left))] if i % 2 == 0 and fold(piece) else piece for i, piece in enumerate(pieces)
    )
    return _signs("".join(theirs))


def _stands(mine: str, theirs: str) -> bool:
    return mine.split() == theirs.split()


def _signs(text: str) -> str:
    return "".join(_SIGN.findall(text))


def _rewritten(raw: str, leaf: Leaf, wanted: str) -> str:
    """Return a text as it is written, with other signs but the same white space and quoting; "" if that fails."""
    header = _HEADER.match(raw) if leaf.style in ("|", ">") else None
    begin = header.end() if header else len(leaf.style)
    end = len(raw) - (0 if header else len(leaf.style))
    atoms = _ATOMS.get(leaf.style, _PLAIN).findall(raw[begin:end])
    read = [_read(atom) for atom in atoms]
    signs = iter(wanted)
    if any(a is None or b is None or fold(a) != fold(b) for a, b in zip_longest(_signs("".join(read)), wanted)):
        return ""
    made = (
        atom if not _SIGN.match(sign) or (new := next(signs)) == sign else _written(new, leaf.style)
        for atom, sign in zip(atoms, read, strict=True)
    )
    body = "".join(made)
    if not leaf.style and not plain_may_begin(body):
        return single_quoted(body)
    return raw[:begin] + body + raw[end:]


def _read(atom: str) -> str:
    """Return the sign that a piece of a scalar stands for, a blank for any escaped white space."""
    if len(atom) == 1:
        return atom
    if atom == "''" or atom[1] in _SAME:
        return atom[1]
    return chr(int(atom[2:], 16)) if atom[1] in "xuU" else " "


def _written(sign: str, style: str) -> str:
    if style == "'" and sign == "'":
        return "''"
    return f"\\{sign}" if style == '"' and sign == '"' else sign

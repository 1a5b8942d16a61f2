"""A bank, or its parts, as YAML that a person would have written: what was read back equals what was written."""

import json
import re
import textwrap
from collections.abc import Iterable

from quiz.banks.slips import LIST_SIGN
from quiz.core.bank import Bank, Phase, Quote, Source
from quiz.core.patterns import late
from quiz.core.questions.base import Option, Question
from quiz.core.questions.choice import Choice
from quiz.core.questions.cloze import DEFAULT_PROMPT, Cloze
from quiz.core.questions.match import Match
from quiz.core.questions.multiple import Multiple
from quiz.core.questions.number import Number
from quiz.core.questions.order import Order
from quiz.core.questions.short_answer import ShortAnswer
from quiz.core.questions.true_false import TrueFalse
from quiz.core.visible import first_hidden

_WIDTH = 116
_LONG_KEY = 100
_PLAIN = late(r"(?![-?:,\[\]{}#&*!|>'\"%@`\s“”„‟«»‹›‘’‚‛])(?:(?!: |:$| #)[^\n\t])+(?<!\s)|-\d[\d.]*")
_IN_BRACKETS = late(r"[\w.’-](?:[\w.’ -]*[\w.’-])?")
_FOLDABLE = late(r"[^\s]+(?: [^\s]+)*")
_LITERAL = late(r"\S[^\t]*\S", re.DOTALL)


def scalar(text: str) -> str:
    """Return a text as it stands after a key, on one line: in quotation marks only where these are needed."""
    is_plain = _PLAIN.fullmatch(text) and first_hidden(text) is None and not text.startswith(("---", "..."))
    is_plain = is_plain and not LIST_SIGN.match(text)  # which the reader takes for a slip where a hyphen was meant
    if is_plain:
        return text
    if first_hidden(text) is None and "\n" not in text and "\t" not in text:
        return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=first_hidden(text.replace("\n", "")) is not None)


def _entry(lead: str, text: str) -> list[str]:
    """Return the lines of a text after `lead` (an indented key, or a dash): folded when it is long."""
    indent = " " * (len(lead) - len(lead.lstrip(" -")) + 2)
    if lead.endswith("-"):
        indent = " " * (len(lead) + 1)
    line = f"{lead} {scalar(text)}"
    if "\n" in text and _LITERAL.fullmatch(text) and first_hidden(text) is None and not _uneven(text):
        return [f"{lead} |-", *(f"{indent}{part}".rstrip() for part in text.split("\n"))]
    if len(line) <= _WIDTH or not _FOLDABLE.fullmatch(text) or first_hidden(text) is not None:
        return [line]
    width = max(_WIDTH - len(indent), 40)
    parts = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return [f"{lead} >-", *(indent + part for part in parts)]


def _uneven(text: str) -> bool:
    """Return whether a line of a text begins or ends with a blank, which would not come back as it is."""
    return any(line != line.strip() for line in text.split("\n"))


def _field(indent: str, key: str, text: str) -> list[str]:
    """Return the lines of a field; none when it is empty."""
    return _entry(f"{indent}{key}:", text) if text else []


def _list(indent: str, key: str, texts: Iterable[str]) -> list[str]:
    """Return a field that is a list: in brackets when that is short, else an item a line."""
    texts = list(texts)
    line = f"{indent}{key}: [{', '.join(texts)}]"
    if all(_IN_BRACKETS.fullmatch(text) and _PLAIN.fullmatch(text) for text in texts) and len(line) < 80:
        return [line] if texts else []
    return [f"{indent}{key}:", *(line for text in texts for line in _entry(f"{indent}  -", text))]


def _options(indent: str, options: Iterable[Option]) -> list[str]:
    lines = [f"{indent}distractors:"]
    for option in options:
        if option.why:
            lines += _entry(f"{indent}  - text:", option.text) + _entry(f"{indent}    why:", option.why)
        else:
            lines += _entry(f"{indent}  -", option.text)
    return lines if len(lines) > 1 else []


def _quotes(indent: str, quotes: tuple[Quote, ...], named: bool) -> list[str]:
    """Return the quotations; `named`: with the ids of their sources."""
    if len(quotes) == 1 and not named:
        return _entry(f"{indent}quote:", quotes[0].text)
    lines = [f"{indent}quote:"] if quotes else []
    for quote in quotes:
        if named:
            lines += _entry(f"{indent}  - source:", quote.source) + _entry(f"{indent}    text:", quote.text)
        else:
            lines += _entry(f"{indent}  -", quote.text)
    return lines


def _own(indent: str, question: Question) -> list[str]:
    """Return the fields that only questions of this type have."""
    match question:
        case Choice():
            return _entry(f"{indent}answer:", question.answer) + _options(indent, question.wrong)
        case Multiple():
            answers = [line for text in question.answers for line in _entry(f"{indent}  -", text)]
            return [f"{indent}answers:", *answers, *_options(indent, question.wrong)]
        case TrueFalse():
            return [f"{indent}answer: {str(question.answer).lower()}", *_field(indent, "why", question.why)]
        case ShortAnswer():
            lines = _entry(f"{indent}answer:", question.answer) + _list(indent, "accept", question.accept)
            return lines + [f"{indent}exact: true"] * question.exact
        case Number():
            lines = [f"{indent}answer: {question.answer:f}"]
            lines += [f"{indent}tolerance: {question.tolerance:f}"] * bool(question.tolerance)
            return lines + _field(indent, "unit", question.unit)
        case Order():
            return [f"{indent}answer:", *(line for text in question.answer for line in _entry(f"{indent}  -", text))]
        case Match():
            return _pairs(indent, question) + _options(indent, question.spare)
        case Cloze():
            return _cloze(indent, question)
        case _:
            raise TypeError(f"questions of the type '{question.kind}' cannot be written yet")


def _pairs(indent: str, question: Match) -> list[str]:
    lines = [f"{indent}pairs:"]
    if any("\n" in left or len(left) > _LONG_KEY for left in question.lefts):
        for left, right in question.pairs:
            lines += _entry(f"{indent}  - left:", left) + _entry(f"{indent}    right:", right)
        return lines
    for left, right in question.pairs:
        lines += _entry(f"{indent}  {scalar(left)}:", right)
    return lines


def _cloze(indent: str, question: Cloze) -> list[str]:
    gaps = tuple("{{" + " | ".join((gap.right, *gap.wrong)) + "}}" for gap in question.gaps)
    lines = _entry(f"{indent}text:", question.filled(gaps))
    accept = {gap.right: gap.accept for gap in question.gaps if gap.accept}
    lines += [f"{indent}accept:"] * bool(accept)
    for right, variants in accept.items():
        key = scalar(right)
        if len(key) > _LONG_KEY:
            lines += [f"{indent}  ? {key}", f"{indent}  :", *_items(f"{indent}    ", variants)]
        else:
            lines += [f"{indent}  {key}:", *_items(f"{indent}    ", variants)]
    return lines + [f"{indent}exact: true"] * question.exact


def _items(indent: str, texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in _entry(f"{indent}-", text)]


def question_lines(question: Question, named: bool = False) -> list[str]:
    """Return a question as an item of `questions:`; `named`: its quotations name their sources."""
    indent = "    "
    lines = [f"  - id: {scalar(question.id)}"]
    lines += _field(indent, "type", "" if question.kind == Choice.kind else question.kind)
    lines += _field(indent, "phase", question.phase) + _field(indent, "level", question.level)
    lines += _list(indent, "tags", question.tags)
    prompt = "" if question.kind == Cloze.kind and question.prompt == DEFAULT_PROMPT else question.prompt
    lines += _field(indent, "prompt", prompt) + _own(indent, question)
    return lines + _field(indent, "explanation", question.explanation) + _quotes(indent, question.quotes, named)


def phase_lines(phase: Phase, named: bool = False) -> list[str]:
    """Return a phase as an item of `phases:`."""
    indent = "    "
    lines = [
        f"  - id: {scalar(phase.id)}",
        *_field(indent, "title", phase.title),
        *_field(indent, "years", phase.years),
    ]
    return lines + _field(indent, "summary", phase.summary) + _quotes(indent, phase.quotes, named)


def source_lines(source: Source, named: bool = False) -> list[str]:
    """Return a source as it stands below `source:`; `named`: as an item of `sources:`, with its id."""
    keys = ("id", "file", "title", "author", "origin", "license", "sha256", "sentences")
    details = [(key, getattr(source, key, "")) for key in keys[0 if named else 1 :]]
    lines = [line for key, text in details for line in _field("    " if named else "  ", key, text)]
    return [f"  - {lines[0].lstrip()}", *lines[1:]] if named else lines


def bank_text(bank: Bank) -> str:
    """Return a bank as the text of its file; its sources are files of their own."""
    named = len(bank.sources) > 1
    keys = ("id", "title", "language", "license", "author", "description")
    lines = [line for key in keys for line in _field("", key, getattr(bank, key))]
    lines.append("sources:" if named else "source:")
    lines += [line for source in bank.sources for line in source_lines(source, named)]
    lines += ["", "phases:", *(line for phase in bank.phases for line in phase_lines(phase, named)), "", "questions:"]
    for question in bank.questions:
        lines += [*question_lines(question, named), ""]
    return "\n".join(lines).rstrip() + "\n"

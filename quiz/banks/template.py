"""A new bank as text: a head with comments, one question made from the source, and an example of every type."""

from collections.abc import Iterator
from itertools import islice

from quiz.banks.examples import Gapped, examples, first_question
from quiz.banks.schema import SCHEMA_FILE
from quiz.banks.writer import phase_lines, question_lines, scalar, source_lines
from quiz.core.bank import Phase, Source
from quiz.core.patterns import late
from quiz.core.questions.base import Question
from quiz.core.quotes import SourceText
from quiz.core.visible import first_hidden, shorten

SOURCE_FILE = "source.txt"
PHASE = Phase(id="whole-text", title="The whole text")
_LOOKED_AT = 100_000
"""So many characters of a source are enough to find a first question in."""
_MOST_TRIES = 8
_WORD = late(r"[^\W_]+(?:['’-][^\W_]+)*")
_NUMBER = late(r"(?<![\w.,])\d{2,4}(?!\w|[.,]\d)")
_NOT_IN_A_GAP = late(r"[{}]|_{2,}|\[(?:…|\.\.\.)\]")
_GOOD_LENGTH = range(7, 31)
_TOO_LONG = 300


def heading(text: str) -> str:
    """Return the heading with which a source begins, or ""."""
    source = SourceText(text[:_LOOKED_AT])
    if not source.paragraphs or source.numbers[0] != 0:
        return ""
    start, end = source.paragraphs[0]
    words = " ".join(text[start:end].split())
    return words if first_hidden(words) is None else ""


def sentences(text: str) -> list[str]:
    """Return what can be quoted of a source: its sentences, or where there are none its lines."""
    source = SourceText(text[:_LOOKED_AT])
    numbered = [span for span, number in zip(source.paragraphs, source.numbers, strict=True) if number]
    found = [text[start:end] for paragraph in numbered for start, end in source.sentences(paragraph)]
    texts = [_cut(" ".join(sentence.split())) for sentence in found]
    whole = [sentence for sentence in texts if _is_quotable(sentence)]
    return list(dict.fromkeys(whole or filter(None, map(_longest_stretch, texts))))


def _cut(sentence: str) -> str:
    """Return a sentence, or as many of its first words as can be quoted well."""
    return sentence if len(sentence) <= _TOO_LONG else sentence[:_TOO_LONG].rpartition(" ")[0] or sentence[:_TOO_LONG]


def _is_quotable(sentence: str) -> bool:
    return first_hidden(sentence) is None and not _NOT_IN_A_GAP.search(sentence)


def _longest_stretch(sentence: str) -> str:
    """Return the longest part of a sentence without signs that mean something in a bank; "" when there is none."""
    parts = [part.strip() for part in _NOT_IN_A_GAP.split(sentence) if first_hidden(part) is None]
    return max(parts, key=len, default="")


def gaps(sentence: str) -> Iterator[Gapped]:
    """Yield what can be asked for in a sentence, the best first: a number, a name, the longest word, all of it."""
    once = [match for match in _WORD.finditer(sentence) if _is_alone(match.group(), sentence)]
    for match in _NUMBER.finditer(sentence):
        if _is_alone(match.group(), sentence):
            yield Gapped(sentence, *match.span(), is_number=True)
    words = [match for match in once if not any(c.isdigit() for c in match.group())]
    names = [match for match in words if match.start() and match.group()[0].isupper() and len(match.group()) > 3]
    longest = sorted(words, key=lambda match: -len(match.group()))
    for match in [*names, *longest[:1]]:
        yield Gapped(sentence, *match.span())
    yield Gapped(sentence, 0, len(sentence))


def _is_alone(word: str, sentence: str) -> bool:
    return sentence.casefold().count(word.casefold()) == 1


def ranked(found: list[str]) -> list[Gapped]:
    """Return one gap for each sentence, those first of which the best questions can be made."""
    best = [next(gaps(sentence)) for sentence in found]

    def rank(gap: Gapped) -> tuple[bool, int]:
        is_name = gap.start > 0 and gap.word[0].isupper()
        return len(gap.sentence.split()) not in _GOOD_LENGTH, 0 if gap.is_number else 1 if is_name else 2

    return sorted(best, key=rank)


def bank_texts(text: str, ident: str, title: str, source_title: str) -> Iterator[str]:
    """Yield new banks on a source, as texts: each with another working question, the likeliest first.

    Nothing is yielded for a source of which nothing can be quoted.
    """
    found = sentences(text)
    order = ranked(found)
    for gap in islice(order, _MOST_TRIES):
        others = [other for other in order if other is not gap]
        parts = [
            _head(ident, title, source_title),
            "phases:",
            *phase_lines(PHASE),
            _PHASES,
            *question_lines(first_question(gap, PHASE.id)),
            _EXAMPLES,
        ]
        for question in examples(gap, others, found, PHASE.id):
            parts += ["", f"  # {_TYPES.get(question.kind, question.kind)}:", *_commented(question)]
        yield "\n".join(parts) + "\n"


def _commented(question: Question) -> list[str]:
    return [f"  # {line[2:]}".rstrip() for line in question_lines(question)]


def _head(ident: str, title: str, source_title: str) -> str:
    source = Source(id="source", title=shorten(source_title, 200), text="", file=SOURCE_FILE)
    return _HEAD.format(
        schema=SCHEMA_FILE, id=scalar(ident), title=scalar(title), source="\n".join(source_lines(source))
    )


_HEAD = """\
# yaml-language-server: $schema={schema}
# The line above lets editors with YAML support (VS Code with its YAML extension, Neovim, Helix, …) complete the
# fields, explain them and check them as you type. Lines that begin with # are for you; the program skips them.
#
# In this folder:  quiz watch .   checks at every save, and shows the question that you work on
#                  quiz check .   says what is wrong, and what to do about it
#                  quiz take .    asks the questions

id: {id}  # the scores are kept by it, so do not change it later
title: {title}
language: en
# license: CC BY-SA 4.0
# author: Your name
# description: What the questions are about, in a sentence.
source:
{source}
  # author: Who wrote the text
  # origin: Where it is from
  # license: What others may do with it

# Rules of the checker that this bank may break, each with the reason. `quiz check` says when this can go.
allow:
  BK507: the bank has only been begun

# The sections of the subject, in order; every question belongs to one."""
_PHASES = """\
  # - id: second-part
  #   title: The second part
  #   years: 1917–1921
  #   summary: What it is about, in a sentence or two.
  #   quote: The words of the source with which it begins.

questions:
  # A first question, made from your text. Change it, or put your own in its place."""
_EXAMPLES = """
  # One example for each type of question follows. To use one, remove "# " from its lines, change the words, and
  # give it an id of its own. A quotation must stand in source.txt to the letter; […] leaves words out."""
_TYPES = {
    "choice": "One right option (the type when none is named)",
    "multiple": "Several right options; the prompt says how many",
    "true-false": "A statement, true or false",
    "short-answer": "A word or two, typed",
    "number": "A number or a year, typed",
    "order": "Items in the right order; the program shuffles them",
    "match": "Pairs; distractors are right sides that belong to no pair",
    "cloze": "Gaps: without a bar | they are typed, with it one of the options is chosen",
}

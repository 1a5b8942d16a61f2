"""`quiz coverage`: how the questions of a bank spread over its text."""

from argparse import ArgumentParser, Namespace
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.check.coverage import Sentence
    from quiz.core.bank import Bank

SUMMARY = "print the source with the number of questions on each sentence"
EXAMPLE = "quiz coverage soviet-foreign-policy"
_BAR = 20


def arguments(parser: ArgumentParser) -> None:
    """Declare the bank and the output format."""
    parser.add_argument("bank", metavar="BANK", help="a bank's id or path")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: Namespace) -> int:
    """Print the coverage."""
    from quiz.check.coverage import coverage
    from quiz.cli.opening import usable_bank
    from quiz.cli.report import as_json

    bank = usable_bank(options.bank).bank
    assert bank is not None
    sentences = coverage(bank)
    if options.json:
        print(as_json(_data(bank, sentences)))
    else:
        _print(bank, sentences)
    return 0


def _bar(share: float) -> str:
    full = round(share * _BAR)
    return "█" * full + "░" * (_BAR - full)


def _print(bank: "Bank", sentences: "list[Sentence]") -> None:
    from quiz.core.visible import one_line
    from quiz.core.words import count

    for (ident, paragraph), group in groupby(sentences, key=lambda s: (s.source, s.paragraph)):
        _print_paragraph(bank, ident, paragraph, list(group))
    print("Questions per phase:")
    most = max((len(found) for found in bank.by_phase.values()), default=0) or 1
    for phase in bank.phases:
        number = len(bank.by_phase[phase.id])
        print(f"  {_bar(number / most)}  {count(number, 'question')}  {one_line(phase.title)}")
    unused = [sentence for sentence in sentences if sentence.paragraph and not sentence.questions]
    print(f"{count(len(unused), 'sentence is', 'sentences are')} used by no question{':' if unused else '.'}")
    for sentence in unused:
        print(f"  {_place(bank, sentence)}: {_text(bank, sentence)}")


def _print_paragraph(bank: "Bank", ident: str, paragraph: int, sentences: "list[Sentence]") -> None:
    from quiz.core.visible import one_line
    from quiz.core.words import count

    if not paragraph:
        print("\n".join(_text(bank, sentence) for sentence in sentences) + "\n")
        return
    used = sum(bool(sentence.questions) for sentence in sentences)
    questions = len({question for sentence in sentences for question in sentence.questions})
    name = f"{one_line(bank.source_by_id[ident].title)}, p" if len(bank.sources) > 1 else "P"
    told = f"{used} of {count(len(sentences), 'sentence')} quoted, {count(questions, 'question')}"
    print(f"{name}aragraph {paragraph}  {_bar(used / len(sentences))}  {told}")
    for sentence in sentences:
        print(f"  {len(sentence.questions) or '–':>3}  {_text(bank, sentence)}")
    print()


def _text(bank: "Bank", sentence: "Sentence") -> str:
    from quiz.core.visible import one_line

    return one_line(bank.source_by_id[sentence.source].text[slice(*sentence.span)])


def _place(bank: "Bank", sentence: "Sentence") -> str:
    from quiz.core.visible import one_line

    where = f"paragraph {sentence.paragraph}, sentence {sentence.number}"
    return where if len(bank.sources) == 1 else f"{one_line(bank.source_by_id[sentence.source].title)}, {where}"


def _data(bank: "Bank", sentences: "list[Sentence]") -> dict[str, object]:
    rows = [
        {
            "source": sentence.source,
            "paragraph": sentence.paragraph,
            "sentence": sentence.number,
            "text": bank.source_by_id[sentence.source].text[slice(*sentence.span)],
            "questions": list(sentence.questions),
        }
        for sentence in sentences
        if sentence.paragraph
    ]
    phases = [
        {"id": phase.id, "title": phase.title, "questions": len(bank.by_phase[phase.id])} for phase in bank.phases
    ]
    return {"bank": bank.id, "phases": phases, "sentences": rows}

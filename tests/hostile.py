"""Texts that nobody would wish on a terminal, a bank that has them in every field, and what a terminal may be sent."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unicodedata import normalize
from unittest.mock import patch
from zlib import crc32

TEXTS = {
    "colour": "\x1b[31mred\x1b[0m \x1b[38;5;9mx \x1b[4:3my",
    "cursor": "\x1b[2J\x1b[H\x1b[9A\x1b[6n\x1b[c\x1b7\x1b8\x1b[?1049l\x1b[?25l\x1b[>31u\x1b[8;1;1t\x1b[21t",
    "title": "\x1b]0;owned\x07 \x1b]2;owned\x1b\\ \x1b]1337;File=:AA\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07 \x1b]8;;https://x.example\x1b\\link\x1b]8;;\x1b\\",
    "strings": "\x1bP1$r0m\x1b\\ \x1b_Gq=1\x1b\\ \x1b^pm\x1b\\ \x1bXsos\x1b\\ \x1bc \x1b(0 \x1b#8 \x1b%G",
    "c0": "".join(chr(code) for code in range(32) if code != 10) + "\x7f",
    "c1": "\x9b31m \x9d0;t\x9c \x90q\x9c \x9fq\x9c \x9eq\x9c \x98q\x9c " + "".join(map(chr, range(0x80, 0xA0))),
    "lines": "one\ntwo\r\nthree\rfour\x0bfive\x0csix\x85seven\u2028eight\u2029nine",
    "bidi": "\u202aa\u202bb\u202cc\u202dd\u202ee \u2066f\u2067g\u2068h\u2069i \u200ej\u200fk\u061cl",
    "zero width": "a\u200bb\u2060c\ufeffd\u180ee\u2061f\u2062g\u2063h\u2064i\u206aj\u206fk\ufff9l\ufffam\ufffbn",
    "joiners": "a\u200db\u200cc \u200d\u200d\u200d d\ufe0f\u200d😀 \u200d",
    "tags": "\U000e0001x\U000e0041\U000e0061\U000e007f y\U000e0100",
    "selectors": "☁\ufe0f ☁\ufe0e z\ufe0f 1\ufe0f\u20e3 \ufe00\ufe00",
    "marks": "Z\u0301\u0302" + "\u0335\u0489" * 30 + "lgo \u0301alone",
    "emoji": "😀 👩‍🚀 👩🏽‍❤️‍💋‍👨🏿 🇫🇷🇫 👍🏽 🏽🏽🏽 " + "👩‍" * 9,
    "wide": "日本語の長い文章です。全角ＡＢＣ ﾊﾝｶｸ 한국어",
    "right to left": "שלום עולם, 1917 (abc) مرحبا بالعالم می\u200cخواهم",
    "scripts": "क्\u200dष ශ්\u200dරී ไทยำ ꦏꦺꦴ ᠮᠣᠩ",
    "markup": "[/] [/b] [bold red]x [b]y[/b] [@click=app.quit]z[/] [link=https://x.example]l \\[b] \\\\[/] [$accent]",
    "formats": "{x} {0!r} {{y}} %s %(a)s %d $x ${x} `id` $(id) \\e[31m \\x1b \\u001b \\0 ~ & | ; ' \" <b>&amp;</b>",
    "markdown": "# a **b** __c__ | d <i>e</i> [f](g) ![h](https://x.example/i) --- 1. x > y ~~z~~ :smile: @user",
    "spreadsheet": '=HYPERLINK("https://x.example") +1 -1 @SUM(A1) \t=1',
    "blanks": "\u00a0\u3000\u2003 \t\u2007 \u2800",
    "odd": "\ue000\uf8ff\uffff\U0010ffff \u034f\u115f\u3164\uffa0\u00ad\u17b4 \U0001d173 \ufffd",
    "word": "x" * 200,
}
TEXTS = {name: normalize("NFC", text) for name, text in TEXTS.items()}  # as a file's text is read
"""The texts, each by what it is hostile with; what a YAML reader would not take at all is `SURROGATES`."""
SURROGATES = "\ud800 \udfff \udc1b"
Say = Callable[[str], str]
"""Returns what is to stand in a field, by the field's name."""

_QUOTED = "Quoted words of the text"


def everything(field: str) -> str:
    """Return all hostile texts together, after a mark by which the field can be told."""
    return f"{mark(field)} {' '.join(TEXTS.values())}"


def some(field: str) -> str:
    """Return a few of the hostile texts after the mark of a field; those of other fields are others."""
    texts = list(TEXTS.values())
    first = crc32(field.encode()) % len(texts)
    return f"{mark(field)} {' '.join((texts * 2)[first : first + 2])}"


def mark(field: str) -> str:
    """Return the mark of a field: a word that stands nowhere else."""
    return f"m{''.join(char for char in field if char.isalnum())}m"


def typed(text: str) -> str:
    """Return a text in double quotation marks as YAML reads it, everything unusual as an escape."""
    return '"' + "".join(char if char.isalnum() and char.isascii() else f"\\U{ord(char):08x}" for char in text) + '"'


def bank_text(say: Say) -> str:
    """Return a bank in YAML with a question of every type; each of its free texts is what `say` returns for it."""
    head = {field: say(field) for field in ("title", "license", "author", "description")}
    source = {field: say(f"source {field}") for field in ("title", "author", "origin", "license")}
    phases = [
        {"id": "p", **{field: say(f"phase {field}") for field in ("title", "years", "summary")}, "quote": _QUOTED},
        {"id": "r", "title": say("other phase")},
    ]
    bank = {"id": "hostile", **head, "allow": {"CU303": say("allowed")}, "source": {"file": "source.txt", **source}}
    return "".join(
        f"{key}: {_flow(value)}\n" for key, value in {**bank, "phases": phases, "questions": _questions(say)}.items()
    )


def _flow(value: Any) -> str:
    """Return a value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{typed(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return typed(value)


def _questions(say: Say) -> list[dict[str, Any]]:
    return [
        _question(say, "choice", answer=say("choice answer"), distractors=_wrong(say, "choice")),
        _question(say, "multiple", answers=[say("multiple a"), say("multiple b")], distractors=_wrong(say, "multiple")),
        _question(say, "true-false", answer="true", why=say("true-false why")),
        _question(say, "short-answer", answer=say("short answer"), accept=[say("accepted")]),
        _question(say, "number", answer="7", unit=say("unit")),
        _question(say, "order", answer=[say("order a"), say("order b"), say("order c")]),
        _question(say, "match", pairs=_pairs(say), distractors=_wrong(say, "match")),
        _question(say, "cloze", text=_cloze(say)),
    ]


def _question(say: Say, kind: str, **fields: Any) -> dict[str, Any]:
    common = {field: say(f"{kind} {field}") for field in ("prompt", "explanation")}
    quote = f"{say('quoted')}. {_QUOTED}" if kind == "choice" else _QUOTED
    own = {"tags": [say(f"{kind} tag")], "allow": {"CU303": say("allowed")}, "quote": quote}
    return {"id": kind, "type": kind, "phase": "p", **common, **own, **fields}


def _wrong(say: Say, kind: str) -> list[Any]:
    return [{"text": say(f"{kind} wrong"), "why": say(f"{kind} why")}, say(f"{kind} wrong too")]


def _pairs(say: Say) -> list[list[str]]:
    return [[say("left a"), say("right a")], [say("left b"), say("right b")]]


def _cloze(say: Say) -> str:
    """Return a text with two gaps; the signs that gaps are made with stand nowhere else in it."""
    texts = [re.sub("[{}|]", "/", say(f"gap {part}")) for part in ("before", "option", "wrong", "between", "typed")]
    return "{} {{{{{}|{}}}}} {} {{{{{}}}}}".format(*texts)


def source_text(say: Say) -> str:
    """Return the source of the bank: paragraphs, one of which is quoted."""
    return f"{say('heading')}\n\n{say('quoted')}. {_QUOTED} and on. {say('paragraph')}.\n\nThe end.\n"


def write_bank(folder: Path, say: Say = everything) -> Path:
    """Write the bank into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bank.yaml").write_text(bank_text(say), "utf-8")
    (folder / "source.txt").write_bytes(source_text(say).encode("utf-8", "replace"))
    return folder


def unguarded() -> Any:
    """Return a context in which the reader takes what it refuses: what a bank is shown as must not depend on it."""
    return patch("quiz.banks.nodes.first_hidden", return_value=None)


# what a terminal may be sent

_NEVER = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb"
    "\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""Characters that are no text: nothing that a program prints holds them, but within a sequence of its own."""


def misfit(text: str, sequences: str = "(?!)") -> str:
    """Return the beginning of what a terminal may not be sent, or "" when all is text or one of some sequences."""
    match = re.match(f"(?:{sequences}|[^{_NEVER}])*+", text)
    assert match is not None
    return ascii(text[match.end() :][:60]) if match.end() < len(text) else ""

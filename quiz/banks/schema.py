"""The format as a JSON Schema, so that editors complete, explain and check a bank while it is typed.

It says what a schema can say, and no more than the reader does. Every scalar is text to the reader, so that
wherever a text may stand, what an editor takes for a number or a boolean is valid as well. Only keywords that
older editors know are used: conditions are written with `if` and `then`, forms of a field with a list of types.
"""

import json
from typing import Any

from quiz.banks.content import LEVELS
from quiz.banks.nodes import MAX_TEXT
from quiz.core.questions import types
from quiz.core.questions.base import LETTERS

Schema = dict[str, Any]

SCHEMA_FILE = "bank.schema.json"
"""How the schema is called beside a bank."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"

_SCALAR = ["string", "number", "boolean"]
_PAIR_LIMIT = 9
_ORDER_LIMIT = 9
_NUMBER = r"(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$"
_YES_OR_NO = "|".join("".join(f"[{c.upper()}{c}]" for c in word) for word in "true false yes no on off".split())
_ID = r"^\s*[^\s!-/:-@\[-`{-~](?:[^\s!-,/:-@\[-^`{-~]*[^\s!-/:-@\[-^`{-~])?\s*$"
_SINGLE = r"\{[^{}\n]*[^\s\d!-/:-@\[-`{-~][^{}\n]*\}"
_OUTSIDE = rf"(?:(?!\{{\{{|\}}\}}|{_SINGLE})[\s\S])*"
_OPTION = r"\s*[^|\s{}][^|{}]*"
_GAPS = rf"^{_OUTSIDE}(?:\{{\{{{_OPTION}(?:\|{_OPTION})*\}}\}}{_OUTSIDE})+$"
_QUOTED = r"^(?!(?:\s|\[(?:…|\.\.\.)\])*$)"


def _text(description: str = "") -> Schema:
    """Return the schema of a text that must not be empty."""
    schema: Schema = {"type": _SCALAR, "pattern": r"\S", "maxLength": MAX_TEXT}
    return {"description": description, **schema} if description else schema


def _optional(description: str) -> Schema:
    """Return the schema of a text that may be left empty."""
    return {"description": description, "type": [*_SCALAR, "null"], "maxLength": MAX_TEXT}


def _id(description: str) -> Schema:
    return {"description": description, "type": _SCALAR, "pattern": _ID, "maxLength": 100, "minimum": 0}


def _one_of(description: str, words: list[str]) -> Schema:
    """Return the schema of one of some words, or nothing."""
    return {"description": description, "anyOf": [{"enum": words}, {"type": ["string", "null"], "maxLength": 0}]}


def _flag(description: str) -> Schema:
    return {"description": description, "type": ["boolean", "string"], "pattern": rf"^\s*(?:{_YES_OR_NO})\s*$"}


def _mapping(properties: Schema, required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _texts(description: str, least: int = 0) -> Schema:
    """Return the schema of a list of texts, or a single one."""
    return {**_text(description), "type": [*_SCALAR, "array"], "items": _text(), "minItems": least}


def _options(description: str, least: int) -> Schema:
    """Return the schema of a list of options, or a single text."""
    most = len(LETTERS) - 1
    return {**_texts(description, least), "items": {"$ref": "#/$defs/option"}, "maxItems": most}


def _number(description: str, sign: str = "[+-]?", **limits: float) -> Schema:
    limits = {"exclusiveMinimum": -1e30, "exclusiveMaximum": 1e30} | limits
    return {"description": description, "type": ["number", "string"], "pattern": rf"^\s*{sign}{_NUMBER}", **limits}


def _option() -> Schema:
    fields = {
        "text": _text("The wrong option."),
        "why": _optional("Why just this option is wrong; who chooses it reads this."),
    }
    return {**_text(), **_mapping(fields, ["text"]), "type": [*_SCALAR, "object"]}


def _quotation() -> Schema:
    fields = {
        "source": _optional("The id of the source that is quoted; needed when the bank has several."),
        "text": {**_text("The quoted words, as they stand in the source."), "pattern": _QUOTED},
    }
    return {**_text(), **_mapping(fields, ["text"]), "type": [*_SCALAR, "object"], "pattern": _QUOTED}


def _quote(description: str) -> Schema:
    """Return the schema of a quotation in any of its forms: a text, `source` and `text`, or a list of these."""
    one = _quotation()
    items = {"$ref": "#/$defs/quotation"}
    return {"description": description, **one, "type": [*one["type"], "array"], "items": items, "minItems": 1}


def _pairs(description: str) -> Schema:
    """Return the schema of pairs in any of their forms: a mapping, or a list of mappings or of two texts."""
    item = {
        "type": ["object", "array"],
        "items": _text(),
        "minItems": 2,
        "maxItems": 2,
        "additionalProperties": _text(),
        "minProperties": 1,
        "maxProperties": 2,
        "if": {"minProperties": 2},
        "then": {"required": ["left", "right"]},
    }
    limits = {"minItems": 2, "maxItems": _PAIR_LIMIT, "minProperties": 2, "maxProperties": _PAIR_LIMIT}
    both = {"type": ["object", "array"], "additionalProperties": _text(), "propertyNames": {"pattern": r"\S"}}
    return {"description": description, **both, "items": item, **limits}


def _allow(whose: str) -> Schema:
    description = f"Rules of the checker that {whose} may break, each with the reason: a code, a colon, why."
    return {"description": description, "type": "object", "additionalProperties": _text("Why the rule is silenced.")}


def _accept_by_gap() -> Schema:
    description = "Other right answers: a gap's own answer, a colon, and a text or a list of texts."
    return {"description": description, "type": "object", "additionalProperties": _texts("Also right in this gap.", 1)}


_EXACT = "true: the exact spelling counts, capitals and accents included."
_WRONG = "The wrong options, three or so: texts, or `text` with `why`. The best are true of something else in the text."


def _order() -> Schema:
    description = "The items in the right order, three to seven; the program shuffles them."
    return {"description": description, "type": "array", "items": _text(), "minItems": 2, "maxItems": _ORDER_LIMIT}


def _typed_fields() -> dict[str, tuple[Schema, list[str]]]:
    """Return for the types that are answered by typing their fields, and those that must be there beside `answer`."""
    accept = _texts("Other right answers: full names, abbreviations, other spellings.")
    short = {"answer": _text("The right answer, a word or two."), "accept": accept, "exact": _flag(_EXACT)}
    number = {
        "answer": _number("The right number or year, in digits."),
        "tolerance": _number("How far an answer may be off, and still be right.", r"\+?", minimum=0),
        "unit": _optional("What the number counts, shown with the answer."),
    }
    gaps = "The text with its gaps: {{answer}} is typed, {{answer | wrong | wrong}} is chosen."
    text = {"description": gaps, "type": "string", "pattern": _GAPS, "maxLength": MAX_TEXT}
    cloze = {"text": text, "accept": _accept_by_gap(), "exact": _flag(_EXACT)}
    return {"short-answer": (short, []), "number": (number, []), "cloze": (cloze, ["text"])}


def _fields_of_types() -> dict[str, tuple[Schema, list[str]]]:
    """Return for every question type its own fields, and those of them that must be there."""
    spare = _options("Right sides that belong to no pair, so that the last pair is no gift.", 0)
    answers = {**_texts("All right options; the prompt says how many there are.", 1), "maxItems": len(LETTERS) - 1}
    verdict = _flag("Whether the statement in the prompt is true.")
    pairs = _pairs("Left side, colon, right side: two to nine.")
    found: dict[str, tuple[Schema, list[str]]] = {
        "choice": ({"answer": _text("The right option."), "distractors": _options(_WRONG, 1)}, ["distractors"]),
        "multiple": ({"answers": answers, "distractors": _options(_WRONG, 1)}, ["answers", "distractors"]),
        "true-false": ({"answer": verdict, "why": _optional("For the student who was wrong: why.")}, []),
        "order": ({"answer": _order()}, []),
        "match": ({"pairs": pairs, "distractors": spare}, ["pairs"]),
        **_typed_fields(),
    }
    return {kind: (own, ["answer", *musts] if "answer" in own else musts) for kind, (own, musts) in found.items()}


def _common() -> Schema:
    """Return the fields that questions of all types have."""
    kinds = (
        "The question type; without it, `choice`. `choice` has one right option, `multiple` several; `number` takes "
        "years, too; `cloze` is a text with gaps."
    )
    return {
        "id": _id("A name of its own, for good: the scores are kept by it."),
        "type": _one_of(kinds, list(types())),
        "phase": _text("The id of the phase that it belongs to."),
        "level": _one_of("What is asked of the student.", list(LEVELS)),
        "tags": _texts("Words to find it by; for you."),
        "prompt": _text("What is asked: one thing, as a full question."),
        "explanation": _optional("Why the answer is right, in 15 to 60 words; it is read after the answer."),
        "quote": _quote("The words of the source that prove the answer, to the letter; [...] leaves words out."),
        "allow": _allow("this question"),
    }


def _branch(kind: str, own: Schema, required: list[str]) -> Schema:
    """Return the condition under which a question has the fields of a type, and no others."""
    prompt = {"prompt": _optional("What is asked; without it, 'Fill in the gaps.'")} if kind == "cloze" else {}
    must = required if kind == "cloze" else ["prompt", *required]
    named: Schema = {"properties": {"type": {"const": kind}}, "required": ["type"]}
    if kind == "choice":
        named = {"properties": {"type": {"anyOf": [{"const": kind}, {"type": ["string", "null"], "maxLength": 0}]}}}
    fields = {**dict.fromkeys(_common(), True), **prompt, **own}
    return {"if": named, "then": {"properties": fields, "required": must, "additionalProperties": False}}


def _question() -> Schema:
    common = _common()
    common["prompt"] = _optional(common["prompt"]["description"])  # a cloze may do without; the others say so
    branches = [_branch(kind, *fields) for kind, fields in _fields_of_types().items()]
    return {"type": "object", "properties": common, "required": ["id", "phase", "quote"], "allOf": branches}


def _phase() -> Schema:
    fields = {
        "id": _id("A short name, which the questions give as their phase."),
        "title": _text("The title that students see."),
        "years": _optional("From when to when, such as 1917 to 1921."),
        "summary": _optional("What it is about, in a few sentences."),
        "quote": _quote("The words of the source with which it begins."),
    }
    return _mapping(fields, ["id", "title"])


def _source() -> Schema:
    fields = {
        "id": _optional("A short name, which quotations give as their source; needed when there are several."),
        "file": _text("The file with the text, in the bank's folder: plain text in UTF-8."),
        "title": _optional("The title of the text."),
        "author": _optional("Who wrote it."),
        "origin": _optional("Where it is from."),
        "license": _optional("What others may do with the text."),
        "sha256": _optional("Locks the text: written by `quiz check --fix`."),
        "sentences": _optional("What the text was when it was locked: written by `quiz check --fix`."),
    }
    fields["id"] |= {"pattern": _ID + r"|^\s*$", "maxLength": 100, "minimum": 0}
    fields["sha256"] |= {"pattern": r"^\s*(?:[0-9a-fA-F]{64})?\s*$"}
    fields["sentences"] |= {"pattern": r"^\s*(?:[a-z2-7]{5}(?:\s+(?:/\s+)?[a-z2-7]{5})*)?\s*$"}
    return {**_text(), **_mapping(fields, ["file"]), "type": [*_SCALAR, "object"]}


def _sources(description: str) -> Schema:
    """Return the schema of the sources: one, as file name or mapping, or a list; several need ids."""
    one = _source()
    many = {"items": {"$ref": "#/$defs/source"}, "minItems": 1}
    several: Schema = {"if": {"type": "array", "minItems": 2}, "then": {"$ref": "#/$defs/named"}}
    return {"description": description, **one, "type": [*one["type"], "array"], **many, **several}


def _named() -> Schema:
    """Return the schema of sources that have ids."""
    one: Schema = {"type": "object", "required": ["id"], "properties": {"id": {"type": _SCALAR, "pattern": r"\S"}}}
    return {**one, "type": ["object", "array"], "items": one}


def _head() -> Schema:
    return {
        "id": _id("Names the bank for the program; the scores are kept by it, so do not change it later."),
        "title": _text("The title that students see."),
        "language": _optional("The language of the bank, such as en; it comes before the questions."),
        "license": _optional("What others may do with your questions, such as CC BY-SA 4.0."),
        "author": _optional("Who wrote the questions."),
        "description": _optional("What the bank is about, in a sentence or two."),
        "exact": _flag("true: in typed answers the exact spelling counts, unless a question says otherwise."),
        "allow": _allow("the whole bank"),
        "source": _sources("The text that the questions are about: its file, title and origin."),
        "sources": _sources("Several texts: a list, each with an id."),
    }


def schema() -> Schema:
    """Return the JSON Schema of a bank file."""
    phases = "The phases of the subject, in order; a subject without phases has one."
    questions = "The questions; each has an id, a phase, a prompt, an answer, and a quotation that proves it."
    lists = {
        "phases": {"description": phases, "type": "array", "items": {"$ref": "#/$defs/phase"}, "minItems": 1},
        "questions": {"description": questions, "type": "array", "items": {"$ref": "#/$defs/question"}, "minItems": 1},
    }
    named = {"$ref": "#/$defs/named"}
    return {
        "$schema": DIALECT,
        "title": "A bank of questions",
        "description": "Questions on a source text, each with the words of the text that prove its answer.",
        **_mapping(_head() | lists, ["id", "title", "phases", "questions"]),
        "anyOf": [{"required": ["source"]}, {"required": ["sources"]}],
        "if": {"required": ["source", "sources"]},
        "then": {"properties": {"source": named, "sources": named}},
        "$defs": _parts(),
    }


def _parts() -> Schema:
    """Return the schemas that others refer to."""
    return {
        "question": _question(),
        "phase": _phase(),
        "option": _option(),
        "quotation": _quotation(),
        "source": _source(),
        "named": _named(),
    }


def schema_text() -> str:
    """Return the schema as the text of a file; in ASCII, so that it comes well through any shell and console."""
    return json.dumps(schema(), indent=2) + "\n"

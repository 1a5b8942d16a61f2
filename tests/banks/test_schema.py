"""The schema and the reader: the same verdict on whatever the shape of a bank is."""

import json
import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from quiz.banks.content import LEVELS
from quiz.banks.reader import read_bank
from quiz.banks.schema import DIALECT, schema, schema_text
from quiz.core.questions import types
from tests.banks import test_format as of_format
from tests.banks.conftest import GOOD, HEAD, Read, codes
from tests.banks.schema_examples import ALL, AS_AN_EDITOR_SEES_IT_EMPTY, ROOT, head_with

WRITTEN = ROOT / "question_banks" / "bank.schema.json"
VALIDATOR = Draft202012Validator(schema())

OUT_OF_REACH = {
    "BK510": "a schema cannot compare ids",
    "EV401": "nor look into the source",
    "FM201": "keys that stand twice are gone when the schema sees the file",
    "FM206": "which phases there are stands elsewhere in the file",
    "FM209": "so do the sources",
    "OP210": "equal but for case and blanks is no shape",
    "RD101": "an empty file has no shape",
    "RD104": "an editor's own YAML parser says so",
    "RD105": "anchors and tags are gone when the schema sees the file",
    "RD106": "so are they",
    "RD107": "a schema does not count levels",
    "RD108": "an editor looks at each document by itself",
    "RD109": "which characters are invisible is no shape",
    "RD113": "quotation marks of other kinds are only warned of",
    "SO301": "a schema does not look at the disk",
    "SO302": "nor here",
    "SO303": "nor here",
}
"""The reader's codes on which a schema has nothing to say, and why."""
OUT_OF_REACH_CASES = (
    "FM204: a key that is a list",  # JSON has none
    "FM205: an accept for no gap",
)


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 (core), as editors read it: only true and false are booleans, and a date is a text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own way)


for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+\.?[0-9]*)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), _first)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
EditorLoader.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def as_json(value: Any) -> Any:
    """Return a value with texts for keys, as JSON has them."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


def is_valid(text: str) -> bool:
    """Return whether the schema accepts a bank."""
    return bool(VALIDATOR.is_valid(as_json(yaml.load(text, EditorLoader))))


@pytest.mark.parametrize(("shows", "text"), ALL, ids=[shows[:80] for shows, _ in ALL])
def test_schema_and_reader_agree(read: Read, shows: str, text: str) -> None:
    found = set(codes(read(text))) - OUT_OF_REACH.keys()
    if shows in OUT_OF_REACH_CASES:
        assert found
        found = set()
    try:
        assert (not found) is is_valid(text), found
    except yaml.YAMLError:  # which the editor says by itself
        assert shows in OUT_OF_REACH_CASES or {code[:2] for code in codes(read(text))} == {"RD"}


def test_the_examples_reach_every_code_that_a_schema_can_know(read: Read) -> None:
    reached = {code for _, text in ALL for code in codes(read(text))}
    assert {"FM202", "FM203", "FM204", "FM205", "FM207", "FM208", "TY702", "TY703"} == reached - OUT_OF_REACH.keys()


@pytest.mark.parametrize("folder", ["question_banks/soviet_foreign_policy", "tests/data/eight"])
def test_the_banks_at_hand_are_valid(folder: str) -> None:
    assert is_valid((ROOT / folder / "bank.yaml").read_text("utf-8"))
    assert () == read_bank(ROOT / folder).findings


def test_a_null_is_the_one_text_that_an_editor_cannot_see(read: Read) -> None:
    for typed in AS_AN_EDITOR_SEES_IT_EMPTY:
        text = HEAD + GOOD.replace("answer: Rapallo", f"answer: {typed}")
        assert ([], False) == (codes(read(text)), is_valid(text))


def test_it_is_a_schema_of_its_dialect() -> None:
    Draft202012Validator.check_schema(schema())
    assert DIALECT == schema()["$schema"]
    assert schema() == json.loads(schema_text())
    assert schema_text().isascii()


def known_keys(read: Read, text: str) -> set[str]:
    """Return the keys that the reader knows where a bank has the key `zzz`."""
    cures = [finding.cure for finding in read(text).findings if finding.code == "FM202"]
    assert 1 == len(cures), text
    return set(cures[0].removeprefix("Known here are: ").removesuffix(".").split(", "))


def of_a_type(kind: str) -> tuple[str, set[str]]:
    """Return a question of a type with the key `zzz`, and the fields that the schema has for it."""
    branches = [
        branch for branch in schema()["$defs"]["question"]["allOf"] if f"'const': '{kind}'" in str(branch["if"])
    ]
    assert 1 == len(branches)
    found = re.search(rf"  - id: {kind}\n.*?(?=\n  - id|\Z)", of_format.EIGHT, re.DOTALL)
    assert found
    return f"{HEAD}{found[0]}\n    zzz: 1\n", set(branches[0]["then"]["properties"])


@pytest.mark.parametrize("kind", types())
def test_every_type_has_just_the_fields_that_the_reader_knows(read: Read, kind: str) -> None:
    text, fields = of_a_type(kind)
    assert known_keys(read, text) == fields


def test_head_phase_source_and_the_small_parts_have_just_the_fields_that_the_reader_knows(read: Read) -> None:
    parts = schema()["$defs"]
    examples = {
        "zzz: 1\n" + HEAD + GOOD: schema(),
        head_with("file: source.txt", "file: source.txt\n  zzz: 1"): parts["source"],
        head_with("title: Early years", "title: Early years\n    zzz: 1"): parts["phase"],
        HEAD + GOOD.replace("[Berlin,", "[{text: Berlin, zzz: 1},"): parts["option"],
        HEAD + GOOD.replace("quote: ", "quote: {zzz: 1, text: ") + "}": parts["quotation"],
    }
    for text, part in examples.items():
        assert known_keys(read, text) == set(part["properties"])


def fields(part: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every field of a schema with its name and its own schema."""
    if isinstance(part, dict):
        for key, inner in part.items():
            if key in ("properties", "$defs") and not re.search("/(if|then|named)(/|$)", name):
                for field, its in inner.items():
                    yield from [(f"{name}/{field}", its)] * (key == "properties")
                    yield from fields(its, f"{name}/{field}")
            else:
                yield from fields(inner, f"{name}/{key}")
    elif isinstance(part, list):
        for inner in part:
            yield from fields(inner, name)


def test_every_field_is_described_for_the_editor() -> None:
    branches = schema()["$defs"]["question"]["allOf"]
    own = [pair for branch in branches for pair in branch["then"]["properties"].items() if pair[1] is not True]
    found = [*fields(schema()), *own]
    assert 50 < len(found)
    assert [] == [name for name, its in found if len(its.get("description", "")) < 10]


def test_levels_and_types_can_be_completed() -> None:
    question = schema()["$defs"]["question"]["properties"]
    assert list(LEVELS) == question["level"]["anyOf"][0]["enum"]
    assert list(types()) == question["type"]["anyOf"][0]["enum"]


def test_the_schema_beside_the_banks_is_current() -> None:
    """UPDATE_SCHEMA=1 writes it anew."""
    if os.environ.get("UPDATE_SCHEMA"):
        WRITTEN.write_text(schema_text(), "utf-8")
    assert schema_text() == WRITTEN.read_text("utf-8")

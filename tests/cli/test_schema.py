"""`quiz schema`: the format for editors."""

import json

from jsonschema import Draft202012Validator

from tests.cli.conftest import Call


def test_a_json_schema_is_printed(program: Call) -> None:
    result = program("schema")
    printed = json.loads(result.out)
    assert (0, "") == (result.code, result.err)
    assert "https://json-schema.org/draft/2020-12/schema" == printed["$schema"]
    Draft202012Validator.check_schema(printed)


def test_its_help_says_how_an_editor_finds_it(quiz: Call) -> None:
    assert "# yaml-language-server: $schema=bank.schema.json" in " ".join(quiz("schema", "--help").out.split())

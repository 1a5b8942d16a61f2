"""`quiz schema`: the format of a bank for editors and other programs."""

from argparse import ArgumentParser, Namespace

SUMMARY = "print a JSON Schema of bank.yaml, with which editors complete and check"
EXAMPLE = "quiz schema > question_banks/bank.schema.json"


def arguments(parser: ArgumentParser) -> None:
    """Declare nothing, but say how an editor finds the schema."""
    parser.description = (
        f"{parser.description} They find it by the first line of the file, `# yaml-language-server: "
        "$schema=bank.schema.json`, which `quiz new` writes. The dialect is draft 2020-12."
    )


def run(options: Namespace) -> int:  # noqa: ARG001
    """Print the schema."""
    from quiz.banks.schema import schema_text

    print(schema_text(), end="")
    return 0

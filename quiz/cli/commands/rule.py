"""`quiz rule`: what a rule of the checker looks for, and why."""

from argparse import ArgumentParser, Namespace

SUMMARY = "explain a rule of the checker, or list them all"
EXAMPLE = "quiz rule OP207"


def arguments(parser: ArgumentParser) -> None:
    """Declare the code."""
    parser.add_argument("code", metavar="CODE", nargs="?", help="a rule's code or name; all rules without it")


def run(options: Namespace) -> int:
    """Print a rule's page, or the list."""
    from quiz.banks.problems import did_you_mean
    from quiz.check.pages import listing, page
    from quiz.check.rule import rules
    from quiz.cli.errors import UserError
    from quiz.core.finding import CODES

    if not options.code:
        print(listing())
        return 0
    wanted = options.code.casefold()
    for rule in rules().values():
        if wanted in (rule.code.casefold(), rule.name):
            print(page(rule))
            return 0
    if options.code.upper() in CODES:
        print(f"{options.code.upper()}: {CODES[options.code.upper()]}. It is found while a bank is read and checked.")
        return 0
    near = did_you_mean(options.code.upper(), [*rules(), *CODES]) or "."
    raise UserError(f"there is no rule '{options.code}'{near} `quiz rule` lists them", 2)

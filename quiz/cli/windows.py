"""The option `--days`: the answers of how many days are looked at."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace

_MOST_DIGITS = 5


def days(text: str) -> int | None:
    """Return the number of days that a text says, None for "all". Raises ArgumentTypeError."""
    word = text.strip().casefold()
    if word == "all":
        return None
    if word.isdecimal() and len(word) <= _MOST_DIGITS and int(word) > 0:
        return int(word)
    raise ArgumentTypeError(f"'{text}' is not a number of days: give one from 1 to 99999, or all")


def declare(parser: ArgumentParser) -> None:
    """Declare the option; without it, the window is the one in the settings."""
    parser.add_argument(
        "--days",
        type=days,
        metavar="N",
        default=SUPPRESS,
        help="look at the answers of the last N days, or at all; without it, as set in the app (60 at first)",
    )


def chosen(options: Namespace) -> int | None:
    """Return the window that was asked for, or else the one in the settings."""
    if "days" in options:
        given: int | None = options.days
        return given
    from quiz import settings

    return settings.load().days

"""`quiz check --fix` and `--diff`: what is mechanical is mended in the banks' files, or shown first."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from quiz.check.fixes.fixer import Fixed, diff, file_of, fixed_file, save, summary
from quiz.core.troubles import trouble
from quiz.core.visible import one_line, visible


def show_diffs(banks: Iterable[tuple[Path, str]]) -> int:
    """Print what --fix would change in banks; 0 when there is nothing, else 1."""
    code = 0
    for path, shown in banks:
        result = fixed_file(path)
        if result is None:
            continue  # an ordinary check says why
        if result.refused:
            _refuse(shown, result.refused)
        for line in diff(result, one_line(str(_named(path, shown)))):
            print(visible(line))
        code |= bool(result.refused or result.fixes)
    return code


def fix(banks: Iterable[tuple[Path, str]], out: TextIO) -> bool:
    """Mend banks and say what was mended; return whether that could be done."""
    done = True
    for path, shown in banks:
        result = fixed_file(path)
        if result:
            done &= _fix_one(path, shown, result, out)
    return done


def _fix_one(path: Path, shown: str, result: Fixed, out: TextIO) -> bool:
    why = result.refused
    if result.fixes:
        try:
            save(file_of(path), result)
        except OSError as error:
            why = trouble(error, file_of(path))
    if why:
        _refuse(shown, why)
    elif result.fixes:
        print(one_line(f"{shown}: {summary(result)}."), file=out)
        for note in result.notes:
            print(one_line(f"{shown}: {note}."), file=out)
    return not why


def _refuse(shown: str, why: str) -> None:
    print(one_line(f"quiz: {shown} was not fixed: {why}"), file=sys.stderr)


def _named(path: Path, shown: str) -> Path:
    return Path(shown) if path.suffix in (".yaml", ".yml") else Path(shown) / file_of(path).name

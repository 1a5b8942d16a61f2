"""Where banks are found: shipped with the program, the user's own, `./question_banks`, any path once it was taken."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quiz import places
from quiz.banks.elsewhere import keep, remembered
from quiz.banks.reading import BANK_FILE, exists, folder_and_file, peek_id

SHIPPED, OWN, HERE, ELSEWHERE = "shipped with the program", "your own", "in this folder", "elsewhere"


class Found(NamedTuple):
    """A bank's folder, the id at its head, and in words where it was found."""

    id: str
    path: Path
    origin: str


class UnknownBankError(LookupError):
    """No bank has this id or stands at this path; the text says so, and what to do."""


def shipped_folder() -> Path:
    """Return the folder of the banks that came with the program: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "question_banks"
    return inside if inside.is_dir() else package.parent / "question_banks"


def folders() -> list[tuple[Path, str]]:
    """Return the folders that are searched, each once, with words for them; the first to have an id wins."""
    candidates = [
        (Path("question_banks"), HERE),
        (places.user_banks(), OWN),
        (shipped_folder(), SHIPPED),
    ]
    seen: dict[Path, tuple[Path, str]] = {}
    for path, origin in reversed(candidates):
        seen.setdefault(_resolved(path), (path, origin))
    return list(reversed(seen.values()))


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def banks_in(folder: Path) -> list[Path]:
    """Return the banks below a folder, or the folder itself when it is one; sorted by name, without hidden ones."""
    try:
        if (folder / BANK_FILE).is_file():
            return [folder]
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith(".")]
        return sorted(entry for entry in entries if (entry / BANK_FILE).is_file())
    except OSError:
        return []


def every_bank() -> Iterator[Found]:
    """Yield every bank in the searched folders, then those remembered that are still there; of one id, the first."""
    seen: set[str] = set()
    for folder, origin in folders():
        for path in banks_in(folder):
            ident = peek_id(path) or path.name
            if ident not in seen:
                seen.add(ident)
                yield Found(ident, path, origin)
    for ident, path in remembered().items():
        if ident not in seen and _is_bank(path) and peek_id(path) == ident:
            yield Found(ident, path, ELSEWHERE)


def remember(ident: str, path: Path) -> None:
    """Remember where a bank stands, unless it is in a folder that is always searched, so that its id will do."""
    folder, file = folder_and_file(_resolved(path))
    always = [_resolved(searched) for searched, origin in folders() if origin != HERE]
    if folder.parent not in always:
        keep(ident, folder if file.name == BANK_FILE else file)


def find(name: str) -> Path:
    """Return the folder (or file) of the bank that `name` means: a path, an id or a folder's name.

    Raises UnknownBankError.
    """
    path = _as_path(name)
    if _is_bank(path):
        return path
    banks = list(every_bank())
    meant = [bank for bank in banks if bank.id == name] or [bank for bank in banks if bank.path.name == name]
    if meant:
        return meant[0].path
    if os.sep in name or name.startswith((".", "~")) or exists(path):
        raise UnknownBankError(f"there is no bank at '{name}': name a folder that holds a {BANK_FILE}")
    from quiz.banks.problems import did_you_mean  # with the parser, which a compiled bank does without

    known = [bank.id for bank in banks]
    near = did_you_mean(name, known) or "."
    raise UnknownBankError(f"no bank is called '{name}'{near} `quiz banks` lists them")


def _as_path(name: str) -> Path:
    try:
        return Path(name).expanduser()
    except (RuntimeError, ValueError):  # ~somebody who is not known here, or whom nobody can be called
        return Path(name)


def _is_bank(path: Path) -> bool:
    try:
        return (path / BANK_FILE).is_file() or (path.suffix in (".yaml", ".yml") and path.is_file())
    except (OSError, ValueError):
        return False

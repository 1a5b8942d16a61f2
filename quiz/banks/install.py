"""Bringing a bank into the user's own folder: from a folder or a .zip, checked first, whole or not at all."""

import os
import re
import shutil
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from unicodedata import normalize

from quiz import places
from quiz.banks.files import MAX_BANK_BYTES
from quiz.banks.library import banks_in, shipped_folder
from quiz.banks.reader import BANK_FILE, Reading, peek_id, read_bank
from quiz.core.patterns import late
from quiz.core.visible import first_hidden

MAX_ENTRIES = 1000
MAX_TOTAL_BYTES = 2 * MAX_BANK_BYTES
_MAX_LIST_BYTES = 1 << 20
"""How long the list of files at the end of an archive may be: all of it is read before the files can be counted."""
_MAX_NAME = 240
"""Bytes that a name may have on all systems, with some room."""
_CHUNK = 1 << 20
_DEVICE = late(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_END, _END_SIZE = b"PK\x05\x06", 22
_LARGE = b"PK\x06\x07"


class RefusedError(Exception):
    """Why a bank was not added; nothing was written."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of adding: the reading of the bank, and its new folder (None when it has errors)."""

    reading: Reading
    folder: Path | None
    replaced: bool = False


def add_bank(path: Path, *, replace: bool = False) -> Added:
    """Copy the bank at `path` (a folder or a .zip) into the user's folder, when it has no errors.

    A bank of the same id that is there already is only replaced with `replace`. Raises RefusedError, and
    OSError when the folder cannot be written.
    """
    home = places.user_banks()
    with _made(home), TemporaryDirectory(prefix=".adding-", dir=home) as draft:
        copy = Path(draft) / "bank"
        copy.mkdir()
        _copy(path, copy)
        reading = read_bank(copy, str(path))
        if reading.bank is None or any(finding.severity == "error" for finding in reading.findings):
            return Added(reading, None)
        return _put(copy, home / reading.bank.id, reading, replace)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder, and those it stands in; take away again those that were made and are empty after the block."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    finally:
        with suppress(OSError):
            for path in missing:
                path.rmdir()


def _put(copy: Path, target: Path, reading: Reading, replace: bool) -> Added:
    """Move a checked copy to its place; an older one goes only once the new one is there."""
    exists = target.exists()
    shipped = next((path for path in banks_in(shipped_folder()) if peek_id(path) == target.name), None)
    if shipped and not replace:
        raise RefusedError(
            f"the id '{target.name}' belongs to a bank that comes with the program; choose another id, or put this one"
            " before it with --replace"
        )
    if exists and not replace:
        raise RefusedError(
            f"you already have a bank '{target.name}' in {target}; add --replace to put this one in its place"
        )
    with _set_aside(target):
        copy.rename(target)
    return Added(reading, target, exists)


@contextmanager
def _set_aside(target: Path) -> Iterator[None]:
    """Keep what stands at `target` until the block has put something else there."""
    old = target.with_name(f".replaced-{os.getpid()}")
    exists = target.exists()
    if exists:
        target.rename(old)
    try:
        yield
    except BaseException:
        if exists:
            old.rename(target)
        raise
    if old.is_symlink():
        old.unlink()
    elif exists:
        shutil.rmtree(old, ignore_errors=True)


def _copy(path: Path, copy: Path) -> None:
    if path.is_dir():
        _copy_folder(path, copy)
    elif path.is_file() and zipfile.is_zipfile(path):
        _unpack(path, copy)
    elif path.is_file():
        raise RefusedError(f"{path} is neither a folder nor a .zip file")
    else:
        raise RefusedError(f"there is no such file or folder: {path}")


def _copy_folder(path: Path, copy: Path) -> None:
    """Copy the regular files of a folder, without links and hidden ones."""
    if not (path / BANK_FILE).is_file():
        raise RefusedError(f"there is no {BANK_FILE} in {path}")
    room, count = MAX_TOTAL_BYTES, 0
    for folder, names, files in os.walk(path):
        names[:] = [name for name in names if not name.startswith(".")]
        for name in files:
            file = Path(folder) / name
            if name.startswith(".") or not stat.S_ISREG(file.lstat().st_mode):
                continue
            room, count = room - file.stat().st_size, count + 1
            if room < 0 or count > MAX_ENTRIES:
                raise RefusedError(_too_much(path))
            target = copy / file.relative_to(path)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def _too_much(path: Path) -> str:
    return f"{path} holds more than {MAX_ENTRIES} files or {MAX_TOTAL_BYTES >> 20} MB, more than any bank needs"


def _unpack(path: Path, copy: Path) -> None:
    _refuse_long_list(path)
    try:
        with zipfile.ZipFile(path) as archive:
            members = _members(archive, path)
            top = _top(members, path)
            room = MAX_TOTAL_BYTES
            for name, info in members.items():
                inside = PurePosixPath(name).relative_to(top)
                if not any(part.startswith(".") for part in inside.parts):
                    room = _extract(archive, info, copy.joinpath(*inside.parts), room, path)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError) as error:
        raise RefusedError(f"{path} cannot be unpacked: {error}") from error


def _refuse_long_list(path: Path) -> None:
    """Refuse an archive whose list of files alone would fill the memory, by what its last bytes say of it."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(size - _END_SIZE - len(_LARGE) - 16 - 0xFFFF, 0))
        tail = file.read()
    at = tail.rfind(_END)
    end = tail[at : at + _END_SIZE] if at >= 0 else b""
    if len(end) < _END_SIZE or tail[max(at - 20, 0) : at].startswith(_LARGE):
        raise RefusedError(f"{path} is damaged, or made for far more than any bank needs")
    if struct.unpack_from("<L", end, 12)[0] > _MAX_LIST_BYTES:
        raise RefusedError(_too_much(path))


def _members(archive: zipfile.ZipFile, path: Path) -> dict[str, zipfile.ZipInfo]:
    """Return the files of an archive by name. Raises RefusedError for anything that is not plainly a file in it."""
    found: dict[str, zipfile.ZipInfo] = {}
    infos = archive.infolist()
    if len(infos) > MAX_ENTRIES or sum(info.file_size for info in infos) > MAX_TOTAL_BYTES:
        raise RefusedError(_too_much(path))
    for info in infos:
        if wrong := _wrong_with(info):
            raise RefusedError(f"{path} holds {wrong}: {_quoted(info)}")
        name = PurePosixPath(info.filename)
        if info.is_dir() or name.parts[:1] == ("__MACOSX",):
            continue
        if str(name) in found:
            raise RefusedError(f"{path} holds the same name twice: {_quoted(info)}")
        found[str(name)] = info
    _refuse_clashes(infos, found, path)
    return found


def _quoted(info: zipfile.ZipInfo) -> str:
    name = info.orig_filename
    return repr(name if len(name) <= 80 else f"{name[:79]}…")


def _wrong_with(info: zipfile.ZipInfo) -> str:
    """Return what is wrong with an entry of an archive, or "" when it is plainly a file or folder in it."""
    name, mode = info.orig_filename, info.external_attr >> 16
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        return "a path that leaves its folder"
    if stat.S_IFMT(mode) and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        return "a link or a device"
    if not path.parts or first_hidden(name) is not None or "\n" in name or "\t" in name:
        return "a file without a proper name"
    if any(len(part.encode()) > _MAX_NAME for part in path.parts) or len(name.encode()) > 4 * _MAX_NAME:
        return "a name that is too long"
    if any(_DEVICE.fullmatch(part) or part.rstrip(". ") != part for part in path.parts):
        return "a name that Windows keeps for itself"
    if info.header_offset < 0:
        return "a file that begins before it"
    if info.flag_bits & 1:
        return "an encrypted file; zip it without a password"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "a file that is packed in an unusual way; zip it anew"
    return ""


def _refuse_clashes(infos: Iterable[zipfile.ZipInfo], found: dict[str, zipfile.ZipInfo], path: Path) -> None:
    """Refuse names that are one on some systems, by case or accents, and files that are folders as well."""
    folders = {_folded(parent) for info in infos for parent in PurePosixPath(info.filename).parents}
    folders |= {_folded(PurePosixPath(info.filename)) for info in infos if info.is_dir()}
    seen: set[str] = set()
    for name, info in found.items():
        folded = _folded(PurePosixPath(name))
        if folded in seen or folded in folders:
            raise RefusedError(f"{path} holds the same name twice: {_quoted(info)}")
        seen.add(folded)


def _folded(name: PurePosixPath) -> str:
    return normalize("NFD", normalize("NFD", str(name)).casefold())


def _top(members: dict[str, zipfile.ZipInfo], path: Path) -> PurePosixPath:
    """Return the folder within the archive in which the bank file stands."""
    banks = [PurePosixPath(name).parent for name in members if PurePosixPath(name).name == BANK_FILE]
    if not banks:
        raise RefusedError(f"there is no {BANK_FILE} in {path}")
    top = min(banks, key=lambda folder: len(folder.parts))
    if any(not PurePosixPath(name).is_relative_to(top) for name in members):
        raise RefusedError(f"{path} holds files beside the bank's folder; zip the bank's folder alone")
    return top


def _extract(archive: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, room: int, path: Path) -> int:
    """Unpack one file, counting what really comes out, and return the room that is left."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with archive.open(info) as packed, target.open("xb") as out:
        while chunk := packed.read(_CHUNK):
            room -= len(chunk)
            if room < 0:
                raise RefusedError(_too_much(path))
            out.write(chunk)
    return room

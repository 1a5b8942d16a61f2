"""Archives that mean harm: each is refused with the reason, and nothing of it is written."""

import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from quiz.banks import install
from quiz.banks.install import RefusedError, add_bank
from tests.banks.archives import ADDED, BANK, Archive, in_home, many, patched


def refusal(path: Path, home: Path) -> str:
    """Return why an archive is refused; nothing of it is written, not even the user's folder."""
    before = sorted(home.parent.rglob("*"))
    with pytest.raises(RefusedError) as refused:
        add_bank(path)
    assert before == sorted(home.parent.rglob("*"))
    assert len(str(refused.value)) < 600
    return str(refused.value).removeprefix(f"{path} ")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("C:\\evil.txt", "holds a path that leaves its folder: 'C:\\\\evil.txt'"),
        ("\\\\server\\share\\x", "holds a path that leaves its folder"),
        ("mine/x:stream", "holds a path that leaves its folder: 'mine/x:stream'"),
        ("mine/..", "holds a path that leaves its folder: 'mine/..'"),
        ("//evil", "holds a path that leaves its folder: '//evil'"),
        ("mine/a\x1b[31m", "holds a file without a proper name: 'mine/a\\x1b[31m'"),
        ("mine/a\nb", "holds a file without a proper name: 'mine/a\\nb'"),
        ("mine/\u202etxt.exe", "holds a file without a proper name: 'mine/\\u202etxt.exe'"),
        (".", "holds a file without a proper name: '.'"),
        ("mine/con.txt", "holds a name that Windows keeps for itself: 'mine/con.txt'"),
        ("mine/LPT1", "holds a name that Windows keeps for itself: 'mine/LPT1'"),
        ("mine/source.txt.", "holds a name that Windows keeps for itself: 'mine/source.txt.'"),
        ("mine/source.txt ", "holds a name that Windows keeps for itself: 'mine/source.txt '"),
        ("mine/" + "x" * 5000, f"holds a name that is too long: 'mine/{'x' * 74}…'"),
        ("mine/" + "x/" * 3000 + "y", "holds a name that is too long"),
        ("mine/ſource.txt", "holds the same name twice: 'mine/ſource.txt'"),
        ("mine/bank.yaml/x", "holds the same name twice: 'mine/bank.yaml'"),
        ("mine/Bank.YAML/", "holds the same name twice: 'mine/bank.yaml'"),
        ("mine", "holds the same name twice: 'mine'"),
    ],
)
def test_a_name_that_means_harm_is_refused(archive: Archive, home: Path, name: str, reason: str) -> None:
    assert refusal(archive((name, "x")), home).startswith(reason)


def test_names_that_are_one_but_for_accents_are_refused(archive: Archive, home: Path) -> None:
    assert "holds the same name twice: 'mine/é'" == refusal(archive(("mine/e\u0301", "x"), ("mine/é", "y")), home)


@pytest.mark.parametrize("name", [b"\0ine/x.txt", b"mine/\0.txt", b"mine/x.tx\0"])
def test_a_name_with_a_null_in_it_is_refused(archive: Archive, home: Path, name: bytes) -> None:
    plain = "mine/x.txt"[: len(name)]
    path = patched(archive((plain, "x")), plain.encode(), name)
    assert refusal(path, home).startswith("holds a file without a proper name: ")


def test_an_encrypted_file_is_refused(archive: Archive, home: Path) -> None:
    path = archive()
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\1\2")
    data[at + 8] |= 1
    path.write_bytes(data)
    reason = "holds an encrypted file; zip it without a password: 'mine/bank.yaml'"
    assert reason == refusal(path, home)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_that_is_packed_in_an_unusual_way_is_refused(tmp_path: Path, home: Path, method: int) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", method) as made:
        made.writestr("bank.yaml", BANK)
    assert "packed in an unusual way; zip it anew: 'bank.yaml'" in refusal(tmp_path / "x.zip", home)


def test_a_hundred_thousand_files_are_refused_before_they_are_listed(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = many(tmp_path / "x.zip", 100_000)
    monkeypatch.setattr(install, "_members", None)
    assert refusal(path, home).startswith("holds more than 1000 files")


def test_entries_that_share_their_bytes_are_refused(archive: Archive, home: Path) -> None:
    path = archive(("mine/a.txt", "x" * 99), ("mine/b.txt", "y" * 99))
    with zipfile.ZipFile(path) as made:
        first, second = made.getinfo("mine/a.txt").header_offset, made.getinfo("mine/b.txt").header_offset
    patched(path, struct.pack("<L", second) + b"mine/b.txt", struct.pack("<L", first) + b"mine/b.txt")
    assert refusal(path, home).startswith("cannot be unpacked: ")


def test_an_archive_within_an_archive_is_just_a_file(archive: Archive, home: Path) -> None:
    inner = archive(("../evil.txt", "x")).read_bytes()
    assert add_bank(archive(("mine/inner.zip", inner))).folder
    assert sorted([*ADDED, "small/inner.zip"]) == in_home(home)


@pytest.mark.parametrize("field", range(4, 22, 2))
def test_nonsense_at_the_end_of_an_archive_is_refused_or_harmless(archive: Archive, home: Path, field: int) -> None:
    data = archive().read_bytes()
    at = data.rindex(b"PK\5\6")
    for word in (b"\xff\xff", b"\0\0", b"\1\0"):
        (home.parent / "x.zip").write_bytes(data[: at + field] + word + data[at + field + 2 :])
        with suppress(RefusedError):
            add_bank(home.parent / "x.zip", replace=True)
        assert in_home(home) in ([], ADDED)


def test_the_end_of_a_very_large_archive_is_refused(archive: Archive, home: Path) -> None:
    data = archive().read_bytes()
    at = data.rindex(b"PK\5\6")
    large = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 1 << 60, 1 << 60, 1 << 60, 1 << 60)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    (home.parent / "x.zip").write_bytes(data[:at] + large + locator + data[at:])
    assert "is damaged, or made for far more than any bank needs" == refusal(home.parent / "x.zip", home)


def test_a_comment_that_looks_like_an_archive_changes_nothing(archive: Archive, home: Path) -> None:
    path = archive()
    with zipfile.ZipFile(path, "a") as made:
        made.comment = b"PK\5\6" + bytes(18) + b"PK\1\2 and PK\3\4"
    with suppress(RefusedError):
        add_bank(path)
    assert in_home(home) in ([], ADDED)


def test_an_archive_cut_short_anywhere_is_refused(archive: Archive, home: Path) -> None:
    data = archive().read_bytes()
    for size in range(0, len(data), 29):
        (home.parent / "x.zip").write_bytes(data[:size])
        refusal(home.parent / "x.zip", home)

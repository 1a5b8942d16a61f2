"""A bank is brought in whole or not at all; an archive that is more than a bank is refused."""

import os
import random
import stat
import zipfile
from pathlib import Path

import pytest

from quiz.banks import install
from quiz.banks.install import MAX_ENTRIES, RefusedError, add_bank
from tests.banks.archives import ADDED, BANK, Archive, entry, in_home, write
from tests.banks.conftest import SOURCE


def test_a_folder_is_copied(bank: Path, home: Path) -> None:
    added = add_bank(bank)
    assert (home / "banks" / "small", False) == (added.folder, added.replaced)
    assert ADDED == in_home(home)
    assert SOURCE == (home / "banks" / "small" / "source.txt").read_text()


@pytest.mark.parametrize("top", ["", "mine/", "a/b/"])
def test_a_zip_is_unpacked_wherever_in_it_the_bank_stands(archive: Archive, home: Path, top: str) -> None:
    assert home / "banks" / "small" == add_bank(archive(top=top)).folder
    assert ADDED == in_home(home)


def test_what_systems_put_into_archives_is_left_out(archive: Archive, home: Path) -> None:
    add_bank(archive(("__MACOSX/._bank.yaml", "x"), ("mine/.DS_Store", "x"), ("mine/.git/config", "x"), ("mine/", "")))
    assert ADDED == in_home(home)


def test_links_and_hidden_files_of_a_folder_are_not_copied(bank: Path, home: Path) -> None:
    (bank / "secret.txt").symlink_to("/etc/passwd")
    (bank / "etc").symlink_to("/etc")
    (bank / ".git").mkdir()
    (bank / ".git" / "config").touch()
    (bank / ".hidden").touch()
    (bank / "notes").mkdir()
    (bank / "notes" / "more.txt").write_text("More.")
    add_bank(bank)
    assert sorted([*ADDED, "small/notes", "small/notes/more.txt"]) == in_home(home)


def test_a_bank_whose_source_is_a_link_is_not_added(bank: Path, home: Path) -> None:
    (bank / "source.txt").unlink()
    (bank / "source.txt").symlink_to("/etc/passwd")
    added = add_bank(bank)
    assert (None, ["SO302"]) == (added.folder, [finding.code for finding in added.reading.findings])
    assert [] == in_home(home)


def test_a_bank_with_errors_comes_back_with_its_findings(archive: Archive, home: Path) -> None:
    path = archive(bank=BANK.replace("phase: early", "phase: late"))
    added = add_bank(path)
    assert (None, [f"{path}/bank.yaml"]) == (added.folder, [finding.path for finding in added.reading.findings])
    assert [] == in_home(home)


# what is there already


def test_a_bank_that_is_there_is_not_overwritten(bank: Path, home: Path) -> None:
    add_bank(bank)
    (home / "banks" / "small" / "mine.txt").write_text("my notes")
    with pytest.raises(RefusedError, match=r"you already have a bank 'small' in .*; add --replace to put this one in"):
        add_bank(bank)
    assert [*ADDED[:2], "small/mine.txt", ADDED[2]] == in_home(home)


def test_replacing_leaves_nothing_of_the_old_one(bank: Path, home: Path) -> None:
    add_bank(bank)
    (home / "banks" / "small" / "stale.txt").touch()
    assert add_bank(bank, replace=True).replaced
    assert ADDED == in_home(home)


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full", "stopped"]
)
def test_when_the_new_one_cannot_be_put_there_the_old_one_stays(
    bank: Path, home: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    add_bank(bank)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "bank":
            raise error
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(type(error)):
        add_bank(write(bank, BANK.replace("A small bank", "Another")), replace=True)
    assert ADDED == in_home(home)
    assert "title: A small bank" in (home / "banks" / "small" / "bank.yaml").read_text()


def test_replacing_with_errors_leaves_the_old_one(bank: Path, home: Path) -> None:
    add_bank(bank)
    assert add_bank(write(bank, BANK.replace("phase: early", "phase: late")), replace=True).folder is None
    assert ADDED == in_home(home)


# refused


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("../evil.txt", "holds a path that leaves its folder: '../evil.txt'"),
        ("mine/../../evil.txt", "holds a path that leaves its folder: 'mine/../../evil.txt'"),
        ("/evil.txt", "holds a path that leaves its folder: '/evil.txt'"),
        ("mine\\..\\evil.txt", "holds a path that leaves its folder: "),
        ("C:/evil.txt", "holds a path that leaves its folder: 'C:/evil.txt'"),
        ("mine/source.txt", "holds the same name twice: 'mine/source.txt'"),
        ("mine/SOURCE.TXT", "holds the same name twice: 'mine/SOURCE.TXT'"),
        ("mine/./source.txt", "holds the same name twice: 'mine/./source.txt'"),
        ("beside.txt", "holds files beside the bank's folder; zip the bank's folder alone"),
        ("other/bank.yaml", "holds files beside the bank's folder; zip the bank's folder alone"),
    ],
)
def test_an_archive_with_a_bad_name_is_refused(archive: Archive, home: Path, name: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        add_bank(archive((name, "x")))
    assert reason in str(refused.value)
    assert [] == in_home(home)
    assert not list(home.parent.rglob("evil.txt"))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK])
def test_a_link_or_a_device_in_an_archive_is_refused(archive: Archive, home: Path, kind: int) -> None:
    with pytest.raises(RefusedError, match="holds a link or a device: 'mine/x'"):
        add_bank(archive((entry("mine/x", kind | 0o777), "/etc/passwd")))
    assert [] == in_home(home)


def test_too_many_files_are_refused(archive: Archive, bank: Path, home: Path) -> None:
    many = [(f"mine/{i}.txt", "") for i in range(MAX_ENTRIES)]
    with pytest.raises(RefusedError, match="holds more than 1000 files or 256 MB, more than any bank needs"):
        add_bank(archive(*many))
    for name, _ in many:
        (bank / Path(name).name).touch()
    with pytest.raises(RefusedError, match="holds more than 1000 files or 256 MB, more than any bank needs"):
        add_bank(bank)
    assert [] == in_home(home)


def test_a_bomb_is_refused_before_it_is_unpacked(archive: Archive, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "MAX_TOTAL_BYTES", 1 << 20)
    path = archive(("mine/zeros.txt", bytes(3 << 20)))
    assert path.stat().st_size < 10_000
    with pytest.raises(RefusedError, match="more than any bank needs"):
        add_bank(path)
    assert [] == in_home(home)


def test_a_bomb_that_lies_about_its_size_gets_no_further_than_it_says(
    archive: Archive, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install, "MAX_TOTAL_BYTES", 1 << 20)
    path = archive(("mine/zeros.txt", bytes(3 << 20)))
    data = path.read_bytes()
    assert data.count((3 << 20).to_bytes(4, "little")) == 2
    path.write_bytes(data.replace((3 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    with pytest.raises(RefusedError, match=r"cannot be unpacked: Bad CRC-32 for file 'mine/zeros.txt'"):
        add_bank(path)
    assert [] == in_home(home)


def test_what_really_comes_out_is_counted(archive: Archive, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive()
    monkeypatch.setattr(install, "MAX_TOTAL_BYTES", 100)
    monkeypatch.setattr(install, "_members", lambda made, _: {info.filename: info for info in made.infolist()})
    with pytest.raises(RefusedError, match="more than any bank needs"):
        add_bank(path)
    assert [] == in_home(home)


def test_a_folder_of_too_many_bytes_is_refused(bank: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(install, "MAX_TOTAL_BYTES", 100)
    with pytest.raises(RefusedError, match="more than any bank needs"):
        add_bank(bank)
    assert [] == in_home(home)


@pytest.mark.parametrize("data", [b"", b"Not a zip.", b"PK\x03\x04 and then nothing"])
def test_what_is_not_a_zip_is_refused(tmp_path: Path, home: Path, data: bytes) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    with pytest.raises(RefusedError, match=r"x\.zip is neither a folder nor a \.zip file"):
        add_bank(tmp_path / "x.zip")
    assert [] == in_home(home)


def test_an_archive_without_a_bank_is_refused(tmp_path: Path, home: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        made.writestr("mine/notes.txt", "x")
    with pytest.raises(RefusedError, match=r"there is no bank\.yaml in .*x\.zip"):
        add_bank(tmp_path / "x.zip")
    assert [] == in_home(home)


def test_a_device_and_a_pipe_are_refused(tmp_path: Path, home: Path) -> None:
    for path in (Path("/dev/zero"), tmp_path / "nothing"):
        with pytest.raises(RefusedError, match="there is no such file or folder"):
            add_bank(path)
    assert [] == in_home(home)


def test_a_damaged_archive_is_refused_or_read_and_never_an_error(archive: Archive, home: Path) -> None:
    data, rng = archive().read_bytes(), random.Random(1)
    path = home.parent / "damaged.zip"
    refused = 0
    for _ in range(300):
        spoilt = bytearray(data[: rng.choice([len(data), rng.randrange(len(data))])])
        for _ in range(rng.randrange(1, 4)):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        path.write_bytes(spoilt)
        try:
            add_bank(path, replace=True)
        except (RefusedError, OSError):
            refused += 1
    assert refused > 150
    assert set(in_home(home)) <= set(ADDED)


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_spoilt_data_in_an_archive_is_refused(tmp_path: Path, home: Path, method: int) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w", method) as made:
        made.writestr("bank.yaml", BANK * 20)
    data = bytearray(path.read_bytes())
    data[45:75] = bytes(range(100, 130))
    path.write_bytes(data)
    with pytest.raises((RefusedError, OSError)):
        add_bank(path)
    assert [] == in_home(home)


# nothing half written


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_when_the_disk_is_full_midway_nothing_is_left(
    bank: Path, archive: Archive, home: Path, monkeypatch: pytest.MonkeyPatch, kind: str, replace: bool
) -> None:
    before = []
    if replace:
        add_bank(bank)
        before = ADDED
    written: list[int] = []

    def full(*_: object) -> None:
        written.append(1)
        if len(written) == 2:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("quiz.banks.install.shutil.copyfile", full)
    monkeypatch.setattr(install, "_extract", full)
    with pytest.raises(OSError, match="No space left"):
        add_bank(bank if kind == "folder" else archive(), replace=replace)
    assert before == in_home(home)
    assert replace == home.exists()


def test_a_link_in_the_place_of_a_bank_is_replaced_and_what_it_leads_to_stays(bank: Path, home: Path) -> None:
    elsewhere = write(home.parent / "elsewhere")
    (home / "banks").mkdir(parents=True)
    (home / "banks" / "small").symlink_to(elsewhere)
    assert add_bank(bank, replace=True).replaced
    assert ADDED == in_home(home)
    assert not (home / "banks" / "small").is_symlink()
    assert (elsewhere / "bank.yaml").exists()


@pytest.mark.parametrize(
    "ident", ["../evil", "..", ".", "a/b", "/etc", "a\\\\b", "~", ".hidden", "a\\0b", "con:", "-rf"]
)
def test_a_bank_whose_id_is_a_path_is_refused(archive: Archive, home: Path, ident: str) -> None:
    added = add_bank(archive(bank=BANK.replace("id: small", f'id: "{ident}"')))
    assert added.folder is None
    assert [] == in_home(home)


def test_an_id_as_long_as_ids_may_be_can_be_added_and_replaced(archive: Archive, home: Path) -> None:
    path = archive(bank=BANK.replace("id: small", f"id: {'ж' * 100}"))
    assert [False, True] == [add_bank(path, replace=again).replaced for again in (False, True)]
    assert 3 == len(in_home(home))


def test_of_links_that_lead_out_of_a_folder_nothing_is_taken(bank: Path, home: Path) -> None:
    (bank / "up").symlink_to("..")
    (bank / "loop").symlink_to(".")
    (bank / "gone").symlink_to("/nothing/there")
    os.mkfifo(bank / "pipe")
    (bank / "bank.yaml").rename(bank.parent / "real.yaml")
    (bank / "bank.yaml").symlink_to("../real.yaml")
    added = add_bank(bank)
    assert (None, ["RD110"]) == (added.folder, [finding.code for finding in added.reading.findings])
    assert [] == in_home(home)

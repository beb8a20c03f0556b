"""The folder of keys: made once, rotated at any time, never in doubt about which is in use."""

from pathlib import Path

import pytest

from youthvoice.envelope.keys import KeyPair
from youthvoice.envelope.keyset import KeySet
from youthvoice.record.keys import KeyFolder, KeyTrouble, make_keys, rotate


def test_the_escrow_key_is_written_apart(tmp_path: Path) -> None:
    file = make_keys(tmp_path / "keys", "example")
    assert file.parent != tmp_path / "keys"
    escrow = KeyPair.from_pem(file.read_bytes()).public
    assert KeyFolder.load(tmp_path / "keys").current.escrow == escrow
    private = [one.read_bytes() for one in (tmp_path / "keys").iterdir()]
    assert file.read_bytes() not in private


def test_nobody_else_may_read_them(key_folder: Path) -> None:
    assert all(file.stat().st_mode & 0o077 == 0 for file in key_folder.iterdir())
    assert key_folder.stat().st_mode & 0o077 == 0


def test_keys_are_never_overwritten(key_folder: Path) -> None:
    before = {file.name: file.read_bytes() for file in key_folder.iterdir()}
    with pytest.raises(KeyTrouble, match="already"):
        make_keys(key_folder, "example")
    assert {file.name: file.read_bytes() for file in key_folder.iterdir()} == before


def test_the_first_set_is_signed_by_the_root(key_folder: Path) -> None:
    keys = KeyFolder.load(key_folder)
    assert keys.current.serial == 1
    assert KeySet.checked(keys.signed, keys.root) == keys.current
    assert keys.opening[keys.current.operational.key_id].public == keys.current.operational


def test_a_rotation_keeps_the_older_pairs(key_folder: Path) -> None:
    first = KeyFolder.load(key_folder).current
    second = rotate(key_folder)
    keys = KeyFolder.load(key_folder)
    assert (second.serial, keys.current) == (2, second)
    assert second.operational != first.operational
    assert set(keys.opening) == {first.operational.key_id, second.operational.key_id}
    assert keys.recipients(first.operational.key_id) == [first.operational, first.escrow]


def test_a_rotation_that_was_cut_short_changes_nothing(
    key_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = KeyFolder.load(key_folder).current
    real = Path.replace

    def cut_short(self: Path, target: Path) -> Path:
        if target.name == "keyset.json":
            raise OSError("no more power")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", cut_short)
    with pytest.raises(OSError, match="no more power"):
        rotate(key_folder)
    monkeypatch.undo()
    keys = KeyFolder.load(key_folder)
    assert keys.current == before
    assert before.operational.key_id in keys.opening
    assert rotate(key_folder).serial == 2


def test_a_set_that_the_root_did_not_sign_is_refused(key_folder: Path) -> None:
    (key_folder / "root.pem").write_bytes(KeyPair.new().to_pem())
    with pytest.raises(KeyTrouble):
        KeyFolder.load(key_folder)


@pytest.mark.parametrize("name", ["keyset.json", "signing.pem", "door.pem", "root.pem"])
def test_what_is_missing_is_named(key_folder: Path, name: str) -> None:
    (key_folder / name).unlink()
    with pytest.raises(KeyTrouble, match=name):
        KeyFolder.load(key_folder)


def test_a_file_that_is_no_key_is_trouble(key_folder: Path) -> None:
    (key_folder / "signing.pem").write_text("no key")
    with pytest.raises(KeyTrouble, match="not what it should be"):
        KeyFolder.load(key_folder)


def test_the_escrow_key_of_somebody_else_is_refused(key_folder: Path) -> None:
    with pytest.raises(KeyTrouble, match="not the private half"):
        KeyFolder.load(key_folder).with_escrow(KeyPair.new())

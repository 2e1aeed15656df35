"""What the rows read: made once, the same each time, and kept in .build/bench."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ROOT / ".build/release"
DATA = ROOT / ".build/bench"
PYTHON = ROOT / ".build/python/bin/python3"


def archive(occurrences):
    """An archive of so many occurrences, with 1.35 media rows each in another order."""
    # The number of the layout, so that files of an earlier one are not taken for this one's.
    file = DATA / f"archive-2-{occurrences}.zip"
    if not file.exists():
        part = file.with_suffix(".part")
        run([ROOT / "scripts/bench-archive", "--rows", occurrences, "--order", "shuffled", part])
        part.rename(file)
    return file


def records(occurrences):
    """About 400 MB of records, as dwca-cat makes them."""
    file = DATA / f"records-2-{occurrences}.ndjson"
    if not file.exists():
        whole, part = file.with_suffix(".whole"), file.with_suffix(".part")
        run([TOOLS / "dwca-cat", "-q", "-o", whole, archive(occurrences)])
        shell(f"head -c 400000000 {whole} | head -n -1 > {part}; rm {whole}")
        part.rename(file)
    return file


def installed(package, command=None):
    """A command of a Python package, of the same name if none is named, in an environment of its
    own."""
    folder = DATA / package
    if not (folder / "installed").exists():
        run(["python3", "-m", "venv", folder])
        run([folder / "bin/pip", "install", "--quiet", "--disable-pip-version-check", package])
        (folder / "installed").touch()
    return folder / "bin" / (command or package)


def run(command):
    subprocess.run([str(word) for word in command], check=True)


def shell(command):
    subprocess.run(["bash", "-c", command], check=True)

"""Needs Python 3.10 or newer. Makes `.venv` beside this file, with what requirements.txt pins and the stubs of the repository's fetcher.proto, unless it is there already.

Exit code 69: there is no module venv, or the registry is out of reach. Everything else that goes wrong is an error of its own.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
PROTOS = FOLDER.parent.parent / "proto"
PROTO = PROTOS / "isochron" / "fetcher" / "v1" / "fetcher.proto"
REQUIREMENTS = FOLDER / "requirements.txt"
ENVIRONMENT = FOLDER / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
# Written last, so that half an installation does not count.
MARKER = ENVIRONMENT / "prepared.txt"
UNAVAILABLE = 69


def main() -> None:
    made_of = hashlib.sha256(REQUIREMENTS.read_bytes() + PROTO.read_bytes()).hexdigest()
    if MARKER.exists() and MARKER.read_text() == made_of:
        return
    print(f"Installing gRPC for Python into {ENVIRONMENT} (once) ...", file=sys.stderr)
    shutil.rmtree(ENVIRONMENT, ignore_errors=True)
    install()
    generate_stubs()
    MARKER.write_text(made_of)


def install() -> None:
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)
        subprocess.run([*pip, "-r", REQUIREMENTS], check=True)
    except subprocess.CalledProcessError as error:
        print(f"It could not be installed: {error}", file=sys.stderr)
        sys.exit(UNAVAILABLE)


def generate_stubs() -> None:
    """Among the installed packages, where they are imported from without a path being set."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.run([PYTHON, "-c", ask], check=True, capture_output=True, text=True).stdout.strip()
    outputs = [f"--python_out={packages}", f"--grpc_python_out={packages}"]
    subprocess.run([PYTHON, "-m", "grpc_tools.protoc", f"-I{PROTOS}", *outputs, PROTO], check=True)


if __name__ == "__main__":
    main()

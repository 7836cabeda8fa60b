import hashlib
import sys


def checked(path):
    """The bytes of a weights file, once it is known to be the one that the run used."""
    with open(path, "rb") as file:
        content = file.read()
    found = hashlib.sha256(content).hexdigest()
    if found != WEIGHTS_SHA256:
        sys.exit(f"{path} is another file than the run's: its SHA-256 is {found}, not {WEIGHTS_SHA256}.")
    return content

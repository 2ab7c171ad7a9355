"""Good texts under odd names."""

from .case import PROSE, loads, refused

NAMES = (
    "name with spaces .txt", "<img src=x onerror=document.title='XSS'>.txt", "e\u0301 nfd.txt", "CON.txt", "=1+1.txt", "a" * 240 + ".txt",
    "two.dots.v1.txt", "../../etc/passwd.txt", "C:\\Users\\x.txt", "line\nbreak.txt", "\u202etxt.exe.txt", ".txt", "UPPER.TXT", "*bold* $x$ :red[y].txt",
)  # fmt: skip
CASES = (
    *(loads(name, PROSE.encode, "Every house along the bank") for name in NAMES),
    refused("unknown.xyz", PROSE.encode, "of a kind that is not read here"),
    refused("no_ending", PROSE.encode, "of a kind that is not read here"),
    refused("program.exe", lambda: b"MZ" + bytes(100), "of a kind that is not read here"),
)

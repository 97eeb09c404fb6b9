# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads C++ as text: which characters are code, comment or literal, so that rules look only where they mean."""
import os
import re
import subprocess
from dataclasses import dataclass, field

_TOKEN = re.compile(
    r"""
    (?P<comment> //(?:\\\n|[^\n])* | /\*.*?(?:\*/|\Z) )
  | (?P<raw> (?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)" )
  | (?P<string> (?:u8|[uUL])?"(?:[^"\\\n]|\\.)*" )
  | (?P<char> (?:u8|[uUL])?'(?:[^'\\\n]|\\.)+' )
  | (?P<number> \.?\d(?:'?[\w.])* )
  | (?P<word> [A-Za-z_]\w* )
  | (?P<other> \s+ | . )
    """,
    re.S | re.X,
)
_NOT_NEWLINE = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Piece:
    """A comment or a literal, where it begins, and its text as written."""

    offset: int
    line: int
    text: str
    is_raw: bool = False
    is_char: bool = False

    @property
    def value(self):
        """The literal between its quotes; escapes stay as written."""
        if self.is_raw:
            return self.text[self.text.index("(") + 1 : self.text.rindex(")")]
        quote = self.text[-1]
        return self.text[self.text.index(quote) + 1 : -1]


@dataclass
class Source:
    """One file in three readings of equal length: as written, without comments, code alone."""

    text: str
    code: str = ""
    without_comments: str = ""
    comments: list = field(default_factory=list)
    literals: list = field(default_factory=list)

    def line_of(self, offset):
        return self.text.count("\n", 0, offset) + 1


def blank(text):
    """Spaces of the same length; line ends stay, so that line numbers do."""
    return _NOT_NEWLINE.sub(" ", text)


def read_source(text):
    """Takes the text of a .h or .cpp apart."""
    source = Source(text)
    code, without_comments = [], []
    line = 1
    for match in _TOKEN.finditer(text):
        token, kind = match.group(), match.lastgroup
        if match.group("raw") is not None:
            kind = "raw"
        if kind == "comment":
            source.comments.append(Piece(match.start(), line, token))
            code.append(blank(token))
            without_comments.append(blank(token))
        elif kind in ("raw", "string", "char"):
            source.literals.append(
                Piece(match.start(), line, token, kind == "raw", kind == "char"))
            code.append(blank(token))
            without_comments.append(token)
        else:
            code.append(token)
            without_comments.append(token)
        line += token.count("\n")
    source.code = "".join(code)
    source.without_comments = "".join(without_comments)
    return source


def project_root():
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def tracked_files(root):
    """Paths that git tracks and that exist; in a folder without git, every file outside build/."""
    listed = subprocess.run(
        ["git", "-C", root, "ls-files", "-z"], capture_output=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        names = [os.fsdecode(name) for name in listed.stdout.split(b"\0") if name]
    else:
        names = []
        for folder, folders, files in os.walk(root):
            folders[:] = [f for f in folders if f not in ("build", ".git")]
            names += [os.path.relpath(os.path.join(folder, f), root) for f in files]
    return sorted(n for n in names if os.path.isfile(os.path.join(root, n)))


def read_text(root, path):
    """The file as text, or None when it is not UTF-8."""
    try:
        with open(os.path.join(root, path), encoding="utf-8", newline="") as file:
            return file.read()
    except UnicodeDecodeError:
        return None

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuses words, calls and habits that the project has banned, each with its reason and its place."""
import argparse
import os
import re
import sys
from typing import NamedTuple

sys.dont_write_bytecode = True
from source_text import project_root, read_source, read_text, tracked_files

LINE_COLUMNS_MAX = 100
FUNCTION_LINES_MAX = 80
FILE_LINES_MAX = 600
# The gate's own list of banned words, and the snippets that test it, name what they ban.
SELF = ("scripts/tidy.py", "tests/gate/")


class Finding(NamedTuple):
    path: str
    line: int
    rule: str
    sentence: str
    is_note: bool = False  # a note is shown and fails nothing


class CodeRule(NamedTuple):
    """A pattern that code may not contain, outside the folders where it belongs."""

    name: str
    pattern: re.Pattern
    reason: str
    allowed: tuple = ()
    only: tuple = ()


CODE_RULES = (
    CodeRule("time", re.compile(r"\bQ(?:DateTime|Date|Time)\s*::\s*current\w*"),
             "time comes from an injected Clock", allowed=("core/base/",)),
    CodeRule("time", re.compile(r"\bsystem_clock\b"),
             "time comes from an injected Clock", allowed=("core/base/",)),
    CodeRule("chance", re.compile(r"\bQUuid\s*::\s*createUuid\s*\("),
             "ids come from Id::make with an injected Random", allowed=("core/base/",)),
    CodeRule("chance", re.compile(r"\bQRandomGenerator\b|\brandom_device\b|\b(?:std\s*::\s*)?s?rand\s*\(\s*\)"),
             "chance comes from an injected Random", allowed=("core/base/",)),
    CodeRule("then", re.compile(r"(?:\.|->)\s*then\s*\("),
             "QFuture::then asserts in Qt 6.4.2 when the context died; use deliver()"),
    CodeRule("nested-loop", re.compile(r"\bprocessEvents\b|\bwaitForFinished\b|\bQEventLoop\b"),
             "no nested event loop: deliver() the answer instead",
             allowed=("core/base/", "tests/", "app/")),
    CodeRule("nested-loop", re.compile(r"(?<![Dd]rag)(?<![Dd]rag\(\))\s*(?:\.|->)\s*exec\s*\("),
             "no nested event loop: open() and finished, popup() for menus", only=("ui/",)),
    CodeRule("nested-loop", re.compile(
        r"\bQMessageBox\s*::\s*(?:question|information|warning|critical|about)\s*\("
        r"|\bQ(?:Input|File|Color|Font)Dialog\s*::\s*get\w+\s*\(|\bQMenu\s*::\s*exec\s*\("),
             "no nested event loop: a MessageBar, or a dialog with open()", only=("ui/", "app/")),
    CodeRule("lock", re.compile(r"\bstd\s*::\s*(?:\w+_)?mutex\b|\bQ(?:Recursive)?Mutex\b|\bQReadWriteLock\b"),
             "only values cross threads; the one lock is TaskThread's", allowed=("core/base/",)),
    CodeRule("clang14", re.compile(r"\bstd\s*::\s*(?:ranges\s*::\s*)?views\b|\bsource_location\b"),
             "clang 14 cannot parse it, and the analysis would stop there"),
)

_OPEN_WORK = re.compile(r"\b(?:" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
_FILLER = re.compile(r"\b(simply|just|obviously|basically|ensures that|leverages|robust)\b", re.I)
_MACHINE_PATH = re.compile(r"(?<![\w.$}*-])/(?:wor[k]|roo[t])/|(?<![\w.$}*-])/hom[e]/[A-Za-z0-9_.-]+")
_REGISTRY = re.compile(
    r"\b(?:deb|security|snapshot|ftp)\.debian\.org|\bpypi\.org|\bpythonhosted\.org|\bregistry\.npmjs\.org"
    r"|\b(?:docker|gcr|ghcr|quay)\.io|\bpkg\.dev\b|\bartifactory\b|\bhttps?://\d+\.\d+\.\d+\.\d+", re.I)
_VAGUE_NAMES = frozenset(
    "util utils helper helpers common manager handler misc data info".split())
_IDEOGRAPH = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_TRANSLATORS = frozenset(
    ("tr", "translate", "QT_TR_NOOP", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_NOOP3",
     "QT_TR_N_NOOP", "QT_TRANSLATE_N_NOOP"))
_LITERAL_LINE = re.compile(
    r"""\s*(?:<<\s*|[%+?:]\s*)?(?:[\w:]+\s*\(\s*)*[uULR8]*["(].*["()][\s\w.]*[)\]}]*\s*[,;]?[)\]}]*[;,]?\s*$""")
_CONTROL = re.compile(r"\b(?:if|for|while|switch|catch|do|else|try)\b")
_SCOPE = re.compile(r"\b(?:namespace|class|struct|union|enum|extern)\b")


def allowed_here(rule, path):
    if rule.only and not path.startswith(rule.only):
        return False
    return not path.startswith(rule.allowed) if rule.allowed else True


def check_banned_code(path, source):
    for rule in CODE_RULES:
        if not allowed_here(rule, path):
            continue
        for match in rule.pattern.finditer(source.code):
            word = " ".join(match.group().split())
            yield Finding(path, source.line_of(match.start()), rule.name, f"{word}: {rule.reason}")


def _arguments(code, start):
    """The arguments of the call whose "(" stands at start, split at its own commas; None when it never ends."""
    depth, angle, begin, parts = 0, 0, start + 1, []
    for i in range(start, len(code)):
        c = code[i]
        if c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
            if depth == 0:
                parts.append(code[begin:i])
                return parts
        elif c == "<" and depth == 1 and re.match(r"\w", code[i - 1]) and code[i + 1 : i + 2] not in "< =":
            angle += 1
        elif c == ">" and angle and code[i - 1] != "-":
            angle -= 1
        elif c == "," and depth == 1 and angle == 0:
            parts.append(code[begin:i])
            begin = i + 1
    return None


def check_connect(path, source):
    """A lambda without a receiver runs after its captures died."""
    for match in re.finditer(r"\bconnect\s*\(", source.code):
        arguments = _arguments(source.code, match.end() - 1)
        if arguments and len(arguments) == 3 and arguments[2].lstrip().startswith("["):
            yield Finding(path, source.line_of(match.start()), "connect",
                          "connect() with a lambda names its receiver (four arguments)")


def _callee_before(code, offset):
    """The name before the nearest open parenthesis around offset, or None."""
    depth = 0
    for i in range(offset - 1, -1, -1):
        c = code[i]
        if c in ")]}":
            depth += 1
        elif c in "([{":
            if depth == 0:
                if c != "(":
                    return None
                found = re.search(r"(\w+)\s*$", code[max(0, i - 80) : i])
                return found.group(1) if found else None
            depth -= 1
        elif c == ";" and depth == 0:
            return None
    return None


def check_translation(path, source):
    """Chinese that people read goes through tr, or the English screen shows Chinese."""
    # The headless companion is for operators and other programs; its sentences are Chinese alone.
    if not path.startswith(("ui/", "app/")) or path.startswith("app/admin/"):
        return
    for literal in source.literals:
        if _IDEOGRAPH.search(literal.value):
            if _callee_before(source.code, literal.offset) not in _TRANSLATORS:
                yield Finding(path, literal.line, "tr",
                              f"Chinese outside tr(): {literal.text.splitlines()[0][:40]}")


def _line_is_literal(line, is_inside_raw):
    return is_inside_raw or bool(_LITERAL_LINE.match(line))


def check_columns(path, source):
    raw_lines = set()
    for literal in source.literals:
        if literal.is_raw:
            raw_lines.update(range(literal.line, literal.line + literal.text.count("\n") + 1))
    for number, line in enumerate(source.text.split("\n"), 1):
        if len(line) > LINE_COLUMNS_MAX and not _line_is_literal(line, number in raw_lines):
            yield Finding(path, number, "columns",
                          f"{len(line)} characters; a line has at most {LINE_COLUMNS_MAX}")


def _blocks(code):
    """Yields (begin, end, head) of each outermost function body: begin and end are offsets of its braces."""
    stack = []  # (offset, is_scope, head)
    head_start = 0
    for i, c in enumerate(code):
        if c == "{":
            head = code[head_start:i].strip()
            in_scope = all(is_scope for _, is_scope, _ in stack)
            is_scope = in_scope and bool(_SCOPE.search(head)) and not head.endswith(")")
            is_scope = is_scope or (in_scope and head.startswith("extern"))
            stack.append((i, is_scope, head))
            head_start = i + 1
        elif c == "}":
            if stack:
                begin, is_scope, head = stack.pop()
                outer = all(scope for _, scope, _ in stack)
                is_table = head.endswith(("=", ",", "(", "return"))
                if outer and not is_scope and not is_table and not _CONTROL.match(head):
                    yield begin, i, head
            head_start = i + 1
        elif c == ";":
            head_start = i + 1


def check_sizes(path, source):
    if path.startswith("tests/"):
        return
    lines = source.text.count("\n")
    if lines > FILE_LINES_MAX:
        yield Finding(path, 1, "size", f"{lines} lines; is the file still one idea?", True)
    for begin, end, head in _blocks(source.code):
        count = source.code.count("\n", begin, end) + 1
        if count > FUNCTION_LINES_MAX:
            name = re.findall(r"([\w:~]+)\s*\(", head)
            label = name[0] if name else "a function"
            yield Finding(path, source.line_of(begin), "size",
                          f"{label} has {count} lines; {FUNCTION_LINES_MAX} are plenty", True)


def check_filler(path, line, text):
    for match in _FILLER.finditer(text):
        at = line + text.count("\n", 0, match.start())
        yield Finding(path, at, "filler", f'"{match.group(1)}" says nothing in a comment')


def check_opening(path, text):
    """SPDX in the first line, then a sentence that says what the file is for."""
    lines = text.split("\n")
    first = 1 if lines[0].startswith("#!") else 0
    spdx = lines[first] if len(lines) > first else ""
    if not re.match(r"(?://|#|--) SPDX-License-Identifier: GPL-3\.0-or-later$", spdx):
        yield Finding(path, first + 1, "opening", "the first line is the SPDX line")
        return
    purpose = lines[first + 1] if len(lines) > first + 1 else ""
    words = re.match(r'(?:// |# |-- |r?""")(.+)', purpose)
    if not words or len(words.group(1).split()) < 2:
        yield Finding(path, first + 2, "opening",
                      "the second line says in a sentence what the file is for")


def check_name(path):
    for part in path.split("/"):
        for word in re.split(r"[_.\-]", part):
            if word.lower() in _VAGUE_NAMES:
                yield Finding(path, 1, "name", f'"{word}" in a name says nothing about what is inside')


def check_anywhere(path, text):
    """What no text file of the project may contain."""
    for number, line in enumerate(text.split("\n"), 1):
        if path != "LICENSE" and (found := _OPEN_WORK.search(line)):
            yield Finding(path, number, "open-work", f"{found.group()}: open work lives in the tracker")
        if found := _MACHINE_PATH.search(line):
            yield Finding(path, number, "machine", f"{found.group()}: a path of one machine")
        if found := _REGISTRY.search(line):
            yield Finding(path, number, "machine", f"{found.group()}: the machine knows its registries")


def check_file(path, text):
    """All findings in one file."""
    kind = os.path.splitext(path)[1]
    is_script = kind in (".py", ".sh") or (kind == "" and text.startswith("#!"))
    is_self = path.startswith(SELF)
    if not is_self:
        yield from check_anywhere(path, text)
    if kind in (".h", ".cpp") or is_script:
        yield from check_opening(path, text)
    if kind in (".h", ".cpp", ".sql", ".cmake") or is_script:
        yield from check_name(path)
    if kind in (".h", ".cpp"):
        source = read_source(text)
        yield from check_banned_code(path, source)
        yield from check_connect(path, source)
        yield from check_translation(path, source)
        yield from check_columns(path, source)
        yield from check_sizes(path, source)
        for comment in source.comments:
            yield from check_filler(path, comment.line, comment.text)
    elif (is_script or kind == ".cmake" or path.endswith("CMakeLists.txt")) and not is_self:
        for number, line in enumerate(text.split("\n"), 1):
            if line.lstrip().startswith("#"):
                yield from check_filler(path, number, line)


def check_tree(root, paths):
    findings = []
    for path in paths:
        text = read_text(root, path)
        if text is not None:
            findings += check_file(path, text)
    return findings


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=project_root(), help="the project to look at")
    parser.add_argument("paths", nargs="*", help="files to look at, from the root; all that git tracks")
    arguments = parser.parse_args()
    paths = arguments.paths or tracked_files(arguments.root)
    findings = check_tree(arguments.root, paths)
    for finding in findings:
        kind = "note: " if finding.is_note else ""
        print(f"{finding.path}:{finding.line}: {kind}{finding.sentence} [{finding.rule}]")
    return 1 if any(not finding.is_note for finding in findings) else 0


if __name__ == "__main__":
    sys.exit(main())

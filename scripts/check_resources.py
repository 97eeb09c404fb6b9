#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the starter organisation: files parse, ids exist, scripts end, sentences promise nothing vague."""
import argparse
import glob
import json
import os
import re
import sys

sys.dont_write_bytecode = True
from source_text import project_root

KINDS = frozenset("报修 投诉 咨询 建议 表扬 求助 议事".split())
LEVELS = frozenset("红橙黄绿")
FRONT_MATTER = ("id", "title", "version", "layer", "categories", "keywords", "review")
LAYERS = ("direct", "transfer")
_VAGUE = re.compile("可能|大概|也许|尽快|稍后|回头")
# A caller who is not verified may be anybody: what everybody hears names no owner and no room.
_NAMES_SOMEBODY = re.compile(r"\{(?:owner|room)\}")
_CARD = re.compile(r"\{card:([^{}]*)\}")
_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")


class Book:
    """The files of resources/starter as read, and the problems found in them."""

    def __init__(self, root):
        self.root = root
        self.problems = []
        self.category_ids = set()
        self.department_ids = set()
        self.number_ids = set()
        self.card_ids = set()

    def say(self, path, sentence):
        self.problems.append(f"{path}: {sentence}")

    def rows(self, name, key):
        """The list under `key` of resources/starter/<name>; empty when the file does not exist."""
        path = f"resources/starter/{name}"
        full = os.path.join(self.root, path)
        if not os.path.exists(full):
            return path, []
        try:
            with open(full, encoding="utf-8") as file:
                content = json.load(file)
        except ValueError:
            return path, []  # said by check_parses
        rows = content.get(key) if isinstance(content, dict) else None
        if not isinstance(rows, list):
            self.say(path, f'has no list "{key}"')
            return path, []
        seen = set()
        for row in rows:
            if row.get("id") in seen:
                self.say(path, f"{row['id']} stands there twice")
            seen.add(row.get("id"))
            if not row.get("id"):
                self.say(path, "a row has no id")
        return path, rows

    def covers_something(self, prefix):
        """True for "*", a category, or the beginning of one at a dot."""
        return prefix == "*" or prefix in self.category_ids or any(
            known.startswith(prefix + ".") for known in self.category_ids)

    def need_prefixes(self, path, owner, prefixes):
        for prefix in prefixes or ():
            if not self.covers_something(prefix):
                self.say(path, f"{owner}: no category {prefix}")

    def need_category(self, path, owner, category):
        if category and category not in self.category_ids:
            self.say(path, f"{owner}: no category {category}")

    def need_numbers(self, path, owner, numbers):
        for number in numbers or ():
            if number not in self.number_ids:
                self.say(path, f"{owner}: no outside number {number}")


def check_parses(book):
    for full in sorted(glob.glob(os.path.join(book.root, "resources", "**", "*.json"), recursive=True)):
        path = os.path.relpath(full, book.root)
        try:
            with open(full, encoding="utf-8") as file:
                json.load(file)
        except ValueError as error:
            book.say(path, f"does not parse: {error}")


def _check_category(book, path, row, parent):
    own = row.get("id", "")
    if own in book.category_ids:
        book.say(path, f"{own} stands there twice")
    book.category_ids.add(own)
    if parent and not own.startswith(parent + "."):
        book.say(path, f"{own} does not begin with its parent {parent}")
    children = row.get("children") or []
    for child in children:
        _check_category(book, path, child, own)
    if children:
        return
    if row.get("kind") not in KINDS:
        book.say(path, f"{own}: kind {row.get('kind')} is not one of ours")
    if row.get("level") not in LEVELS:
        book.say(path, f"{own}: level {row.get('level')} is not one of ours")
    if book.department_ids and row.get("department") not in book.department_ids:
        book.say(path, f"{own}: no department {row.get('department')}")


def check_lists(book):
    """Departments, categories, numbers, cards, equipment and phrases."""
    book.department_ids = {row.get("id") for row in book.rows("departments.json", "departments")[1]}
    book.number_ids = {row.get("id") for row in book.rows("outside_numbers.json", "numbers")[1]}
    path, rows = book.rows("categories.json", "categories")
    for row in rows:
        _check_category(book, path, row, "")
    check_cards(book)
    path, rows = book.rows("equipment.json", "equipment")
    for row in rows:
        book.need_prefixes(path, row.get("id"), row.get("categories"))
    path, rows = book.rows("phrases.json", "phrases")
    for row in rows:
        book.need_prefixes(path, row.get("id"), row.get("categories"))
        _check_sentence(book, path, row.get("id"), row.get("text") or "")
    book.rows("wrapup.json", "codes")


def need_cards(book, path, owner, text):
    for card in _CARD.findall(text):
        if card not in book.card_ids:
            book.say(path, f"{owner}: no fact card {card}")


def _check_sentence(book, path, owner, sentence):
    need_cards(book, path, owner, sentence)
    found = _VAGUE.search(sentence)
    if found:
        book.say(path, f"{owner}: 「{found.group()}」 promises nothing: {sentence[:30]}")


def check_cards(book):
    """The outside of the cards; what they say is checked by the tests of core/domain."""
    path, rows = book.rows("fact_cards.json", "cards")
    book.card_ids = {row.get("id") for row in rows}
    for row in rows:
        own = row.get("id")
        for category in row.get("categories") or ():
            book.need_category(path, own, category)
        if row.get("owner") not in book.department_ids:
            book.say(path, f"{own}: no department {row.get('owner')}")
        number = (row.get("from") or {}).get("outside_number")
        book.need_numbers(path, own, [number] if number else ())
        if not (row.get("source") or {}).get("name"):
            book.say(path, f"{own}: names no source")
        if sum(key in row for key in ("from", "value", "filled_by")) != 1:
            book.say(path, f"{own}: has not one of from, value and filled_by")
        for key in ("effective_from", "effective_to", "review"):
            if key in row and not _DATE.fullmatch(row[key]):
                book.say(path, f"{own}: {key} {row[key]} is not a day")
        _check_sentence(book, path, own, row.get("statement") or "")


def script_list():
    """The one list of what answers set, steps ask for and saying marks: core/domain/script_keys.cpp."""
    own = os.path.join(project_root(), "core", "domain", "script_keys.cpp")
    with open(own, encoding="utf-8") as file:
        text = file.read()
    keys = dict(re.findall(r'^ *\{ScriptKey::\w+, "(\w+)", "([^"]*)"\},$', text, re.MULTILINE))
    names = dict(re.findall(r'(fieldNames|markNames) =\s*"([^"]*)"', text))
    return keys, names["fieldNames"].split(), names["markNames"].split()


def check_set(book, path, name, filled):
    """What the form would drop without a word may not stand in the data."""
    keys = script_list()[0]
    for key, value in (filled or {}).items():
        values = keys.get(key)
        if values is None:
            book.say(path, f"{name}: no key {key} in an answer")
        elif values == "<category>":
            book.need_category(path, name, value)
        elif values == "<flag>":
            if not isinstance(value, bool):
                book.say(path, f"{name}: {key} is true or false, not {value}")
        elif value not in values.split():
            book.say(path, f"{name}: {key} may not be {value}")


def check_when(book, path, name, when):
    """A condition asks for what the form knows: the parts of core/domain/script_condition.cpp."""
    fields = script_list()[1]
    for key, value in (when or {}).items():
        for word in value if isinstance(value, list) else [value]:
            if key == "night":
                if not isinstance(word, bool):
                    book.say(path, f"{name}: night is true or false, not {word}")
            elif key in ("has", "lacks"):
                if word not in fields:
                    book.say(path, f"{name}: no field {word}")
            else:
                check_set(book, path, name, {key: word})


def check_safety(book):
    path, rows = book.rows("safety.json", "situations")
    for row in rows:
        own = row.get("id")
        book.need_category(path, own, row.get("category"))
        book.need_numbers(path, own, row.get("call"))
        for part in (row.get("do"), row.get("never"), row.get("then")):
            sentence = part.get("text") if isinstance(part, dict) else part
            if not sentence:
                book.say(path, f"{own}: lacks do, never or then")
            _check_sentence(book, path, own, sentence or "")
        for question in row.get("questions") or ():
            for answer in question.get("answers") or ():
                check_set(book, path, own, answer.get("set"))
                book.need_numbers(path, own, answer.get("call"))


def _next_steps(step):
    """Ids of the steps that may follow; an answer without its own goes where the step goes."""
    targets = [answer.get("next") for answer in step.get("answers") or ()]
    targets.append(step.get("next"))
    return [target for target in targets if target and target != "end"]


def check_graph(script):
    """Sentences about steps that lack, are never reached, or lead in a ring."""
    steps = {step.get("id"): step for step in script.get("steps") or ()}
    problems = []
    if len(steps) != len(script.get("steps") or ()):
        problems.append("two steps share an id")
    start = script.get("start")
    if start not in steps:
        return problems + [f"start {start} is not a step"]
    state, ring = {}, []

    def visit(name, trail):
        state[name] = "open"
        for target in _next_steps(steps[name]):
            if target not in steps:
                problems.append(f"{name} leads to {target}, which is not a step")
            elif state.get(target) == "open":
                ring.append(" -> ".join([*trail[trail.index(target) :], target]))
            elif target not in state:
                visit(target, [*trail, target])
        state[name] = "done"

    visit(start, [start])
    problems += [f"goes round and never ends: {way}" for way in ring]
    problems += [f"{name} is never reached" for name in steps if name not in state]
    if not any(not _next_steps(steps[name]) for name in state):
        problems.append("has no last step")
    return problems


def check_scripts(book):
    path, rows = book.rows("scripts.json", "scripts")
    for row in rows:
        own = row.get("id")
        match = row.get("match") or {}
        book.need_prefixes(path, own, match.get("categories"))
        for level in match.get("levels") or ():
            if level not in LEVELS:
                book.say(path, f"{own}: level {level} is not one of ours")
        for kind in match.get("kinds") or ():
            if kind not in KINDS:
                book.say(path, f"{own}: kind {kind} is not one of ours")
        for sentence in check_graph(row):
            book.say(path, f"{own}: {sentence}")
        for step in row.get("steps") or ():
            name = f"{own}/{step.get('id')}"
            if not step.get("say"):
                book.say(path, f"{name}: says nothing")
            if _NAMES_SOMEBODY.search(step.get("say") or ""):
                book.say(path, f"{name}: {{owner}} and {{room}} belong into say_verified")
            _check_sentence(book, path, name, step.get("say") or "")
            _check_sentence(book, path, name, step.get("say_verified") or "")
            need_cards(book, path, name, step.get("hint") or "")
            for answer in step.get("answers") or ():
                check_set(book, path, name, answer.get("set"))
            check_when(book, path, name, step.get("when"))
            _, fields, marks = script_list()
            if step.get("field") and step["field"] not in fields:
                book.say(path, f"{name}: no field {step['field']}")
            for mark in step.get("marks") or ():
                if mark not in marks:
                    book.say(path, f"{name}: no mark {mark}")


STAGES = "受理 派单 处理 待回访 回访 归档".split()


def check_sop(book):
    """Every stage has its lines, two or three, for whatever the matter is."""
    path, rows = book.rows("sop.json", "steps")
    bare = set(STAGES if rows else ())
    for row in rows:
        own = row.get("id")
        if row.get("stage") not in STAGES:
            book.say(path, f"{own}: stage {row.get('stage')} is not one of ours")
        if not row.get("categories"):
            bare.discard(row.get("stage"))
        book.need_prefixes(path, own, row.get("categories"))
        lines = row.get("lines") or ()
        if not 1 <= len(lines) <= 3:
            book.say(path, f"{own}: has {len(lines)} lines, not one to three")
        for line in lines:
            if len(line) > 40:
                book.say(path, f"{own}: longer than anybody reads in a call: {line[:20]}")
            _check_sentence(book, path, own, line)
    for stage in sorted(bare):
        book.say(path, f"nothing is written for every matter in {stage}")


def read_front_matter(text):
    """The keys between the two lines of ---, or None."""
    end = text.find("\n---\n", 3)
    if not text.startswith("---\n") or end < 0:
        return None
    pairs = (line.split(":", 1) for line in text[4:end].split("\n") if ":" in line)
    return {key.strip(): value.strip() for key, value in pairs}


def check_article(book, path, text):
    keys = read_front_matter(text)
    if keys is None:
        book.say(path, "has no front matter")
        return
    for key in FRONT_MATTER:
        if not keys.get(key):
            book.say(path, f"front matter lacks {key}")
    if keys.get("id") != os.path.splitext(os.path.basename(path))[0]:
        book.say(path, f"id {keys.get('id')} is not the file's name")
    if not keys.get("version", "").isdigit():
        book.say(path, "version is not a number")
    if keys.get("layer") not in LAYERS:
        book.say(path, f"layer {keys.get('layer')} is not {' or '.join(LAYERS)}")
    if not _DATE.fullmatch(keys.get("review", "")):
        book.say(path, f"review {keys.get('review')} is not a day")
    prefixes = [part.strip() for part in keys.get("categories", "").split(",") if part.strip()]
    book.need_prefixes(path, keys.get("id"), prefixes)
    need_cards(book, path, keys.get("id"), text)


def check_articles(book):
    pattern = os.path.join(book.root, "resources", "starter", "articles", "*.md")
    for full in sorted(glob.glob(pattern)):
        with open(full, encoding="utf-8") as file:
            check_article(book, os.path.relpath(full, book.root), file.read())


# Nobody's number: 138 0000 and four digits, as the demo's people have.
_MADE_UP_NUMBER = re.compile(r"1380000\d{4}")
_PLACE = re.compile(r"\{([^{}]*)\}")
_PLACES = frozenset("公司 工号 单号 称呼 房号 到场 回电 方案".split())


def check_scenario(book, path, text):
    """Header, names and model sentences of one scenario; its ways are checked by the program."""
    lines = [line.strip() for line in text.split("\n")]
    heads = dict(line.split("：", 1) for line in lines if "：" in line and not line.startswith(("#", "如果", "否则")))
    own = os.path.splitext(os.path.basename(path))[0]
    if heads.get("编号") != own:
        book.say(path, f"编号 {heads.get('编号')} is not the name of the file")
    if heads.get("类别") not in book.category_ids:
        book.say(path, f"no category {heads.get('类别')}")
    if heads.get("级别") not in LEVELS:
        book.say(path, f"级别 {heads.get('级别')} is not one of ours")
    if heads.get("派单") and heads["派单"] not in book.department_ids:
        book.say(path, f"no department {heads['派单']}")
    if heads.get("电话") and not _MADE_UP_NUMBER.fullmatch(heads["电话"]):
        book.say(path, f"电话 {heads['电话']} may be somebody's: 1380000 and four digits are nobody's")
    for line in lines:
        if line.startswith("整句："):
            _check_sentence(book, path, own, line[3:])
        for place in _PLACE.findall(line):
            if place not in _PLACES:
                book.say(path, f"nobody fills in {{{place}}}")


def check_scenarios(book):
    pattern = os.path.join(book.root, "resources", "starter", "scenarios", "*.txt")
    for full in sorted(glob.glob(pattern)):
        with open(full, encoding="utf-8") as file:
            check_scenario(book, os.path.relpath(full, book.root), file.read())
    path, rows = book.rows("score_card.json", "dimensions")
    if rows and sum(row.get("points", 0) for row in rows) != 100:
        book.say(path, "the dimensions do not add up to 100")
    book.rows("score_card.json", "criteria")
    book.rows("score_card.json", "offences")


def check_tree(root):
    """All problems of the resources, as lines "path: sentence"."""
    book = Book(root)
    check_parses(book)
    check_lists(book)
    check_safety(book)
    check_scripts(book)
    check_sop(book)
    check_articles(book)
    check_scenarios(book)
    return book.problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=project_root(), help="the project to look at")
    problems = check_tree(parser.parse_args().root)
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

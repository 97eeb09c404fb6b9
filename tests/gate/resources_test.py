# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the starter organisation, on small ones written for the purpose."""
import copy
import json
import os
import tempfile
import unittest

import gate_path  # noqa: F401
from check_resources import check_graph, check_tree

CATEGORIES = {"categories": [{"id": "repair", "children": [
    {"id": "repair.water", "kind": "报修", "level": "黄", "department": "engineering"}]}]}
DEPARTMENTS = {"departments": [{"id": "engineering", "name": "工程部"}]}
NUMBERS = {"numbers": [{"id": "fire", "name": "火警"}]}
SCRIPT = {"id": "opening", "match": {"categories": ["repair"], "levels": ["红"]}, "start": "a", "steps": [
    {"id": "a", "say": "您好。", "answers": [{"label": "漏水", "set": {"category": "repair.water"}, "next": "b"}]},
    {"id": "b", "say": "我 10 点前给您回电。", "say_verified": "{owner}，我 10 点前给您回电。"}]}
SITUATION = {"id": "fire", "category": "repair.water", "do": {"text": "到楼下。"}, "never": {"text": "别乘电梯。"},
             "then": "我马上联系。", "call": ["fire"], "questions": [{"ask": "?", "answers": [{"call": ["fire"]}]}]}
CARD = {"id": "warranty", "statement": "防渗漏 {value}。", "value": 5, "unit": "年", "source": {"name": "条例"},
        "review": "2027-06-30", "owner": "engineering", "categories": ["repair.water"]}
ARTICLE = ("---\nid: leak\ntitle: 漏水\nversion: 1\nlayer: direct\ncategories: repair.water, repair\n"
           "keywords: 漏水\nreview: 2027-06-30\n---\n**答复业主** 好的。\n")
SCENARIO = ("标题：漏水\n编号：leak-home\n类别：repair.water\n级别：黄\n派单：engineering\n【客户】\n电话：13800000001\n"
            "【段 开头】\n整句：您好，{公司}，我 {回电} 前给您回电。\n")


class Starter(unittest.TestCase):
    def problems(self, files):
        with tempfile.TemporaryDirectory() as root:
            for name, content in files.items():
                path = os.path.join(root, "resources", "starter", name)
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(content if isinstance(content, str) else json.dumps(content))
            return check_tree(root)

    def whole(self, **changes):
        files = {"categories.json": CATEGORIES, "departments.json": DEPARTMENTS,
                 "outside_numbers.json": NUMBERS, "scripts.json": {"scripts": [SCRIPT]},
                 "safety.json": {"situations": [SITUATION]}, "articles/leak.md": ARTICLE,
                 "phrases.json": {"phrases": [{"id": "p", "categories": ["*"], "text": "我理解。"}]}}
        files.update({name.replace("__", "/").replace("_json", ".json").replace("_md", ".md"): content
                      for name, content in changes.items()})
        return self.problems(files)

    def refuses(self, word, **changes):
        self.assertIn(word, "\n".join(self.whole(**changes)))

    def script(self, step=0, **changes):
        script = copy.deepcopy(SCRIPT)
        script["steps"][step].update(changes)
        return {"scripts": [script]}

    def test_nothing_and_a_whole_one_pass(self):
        self.assertEqual(self.problems({}), [])
        self.assertEqual(self.whole(), [])

    def test_scenarios_are_looked_at(self):
        name = "scenarios/leak-home.txt"
        self.assertEqual(self.whole(**{name: SCENARIO}), [])
        for before, after, word in (("编号：leak-home", "编号：leak", "name of the file"),
                                    ("类别：repair.water", "类别：repair.fire", "no category"),
                                    ("级别：黄", "级别：蓝", "not one of ours"),
                                    ("派单：engineering", "派单：nobody", "no department"),
                                    ("13800000001", "13912345678", "may be somebody's"),
                                    ("{回电}", "{回信}", "nobody fills in"),
                                    ("我 {回电} 前", "我尽快", "尽快")):
            self.assertIn(before, SCENARIO)
            problems = self.whole(**{name: SCENARIO.replace(before, after)})
            self.assertIn(word, "\n".join(problems))

    def test_a_card_adds_up_to_a_hundred(self):
        card = {"dimensions": [{"id": "opening", "points": 99}], "criteria": [], "offences": []}
        self.refuses("add up to 100", score_card_json=card)

    def test_broken_json_is_named(self):
        self.refuses("does not parse", phrases_json="{")

    def test_ids_exist(self):
        self.refuses("no category repair.gas", phrases_json={"phrases": [{"id": "p", "categories": ["repair.gas"]}]})
        self.refuses("no category repair.wat", phrases_json={"phrases": [{"id": "p", "categories": ["repair.wat"]}]})
        self.refuses("no category repair.gas", safety_json={"situations": [{**SITUATION, "category": "repair.gas"}]})
        self.refuses("no outside number x", safety_json={"situations": [{**SITUATION, "call": ["x"]}]})
        self.refuses("no department", departments_json={"departments": [{"id": "other"}]})
        self.refuses("stands there twice", phrases_json={"phrases": [{"id": "p"}, {"id": "p"}]})

    def card(self, **changes):
        return {"cards": [{**CARD, **changes}]}

    def test_cards_are_whole_and_known(self):
        self.assertEqual(self.whole(fact_cards_json=self.card()), [])
        self.assertEqual(self.whole(fact_cards_json=self.card(),
                                    articles__leak_md=ARTICLE + "质保 {card:warranty}。\n"), [])
        self.refuses("no fact card warranty", articles__leak_md=ARTICLE + "质保 {card:warranty}。\n")
        self.refuses("no fact card x", phrases_json={"phrases": [{"id": "p", "text": "{card:x}"}]})
        self.refuses("no fact card x", scripts_json=self.script(say="{card:x} 前到。"))
        self.refuses("no fact card x", scripts_json=self.script(hint="{card:x} 前到。"))
        self.refuses("no category repair.gas", fact_cards_json=self.card(categories=["repair.gas"]))
        self.refuses("no department x", fact_cards_json=self.card(owner="x"))
        self.refuses("names no source", fact_cards_json=self.card(source={}))
        self.refuses("not one of", fact_cards_json=self.card(filled_by="project"))
        self.refuses("not a day", fact_cards_json=self.card(review="2027-06-31x"))
        self.refuses("promises nothing", fact_cards_json=self.card(statement="大概 {value}。"))
        self.refuses("stands there twice", fact_cards_json={"cards": [CARD, CARD]})

    def test_scripts_say_what_they_may(self):
        self.refuses("promises nothing", scripts_json=self.script(say="师傅可能晚点到。"))
        self.refuses("promises nothing", scripts_json=self.script(1, say_verified="我尽快回电。"))
        self.refuses("say_verified", scripts_json=self.script(say="{owner}，您好。"))
        self.refuses("say_verified", scripts_json=self.script(say="{room} 对吗？"))
        self.refuses("says nothing", scripts_json=self.script(say=""))
        self.refuses("no category repair.gas",
                     scripts_json=self.script(answers=[{"set": {"category": "repair.gas"}, "next": "b"}]))

    def test_answers_set_what_the_form_knows(self):
        def answer(**filled):
            return self.script(answers=[{"label": "x", "set": filled, "next": "b"}])
        self.assertEqual(self.whole(scripts_json=answer(reach="message", occurred="now", danger=True)), [])
        self.refuses("no key colour", scripts_json=answer(colour="red"))
        self.refuses("reach may not be pigeon", scripts_json=answer(reach="pigeon"))
        self.refuses("danger is true or false", scripts_json=answer(danger="yes"))
        self.refuses("no field colour", scripts_json=self.script(field="colour"))
        self.refuses("no mark sung", scripts_json=self.script(marks=["sung"]))
        question = {"ask": "?", "answers": [{"set": {"colour": "red"}}]}
        self.refuses("no key colour", safety_json={"situations": [{**SITUATION, "questions": [question]}]})

    def test_every_stage_says_what_is_done(self):
        steps = [{"id": stage, "stage": stage, "categories": [], "lines": ["报单号。"]}
                 for stage in "受理 派单 处理 待回访 回访 归档".split()]
        self.assertEqual(self.whole(sop_json={"steps": steps}), [])
        self.refuses("in 归档", sop_json={"steps": steps[:-1]})
        self.refuses("not one of ours", sop_json={"steps": [*steps, {**steps[0], "id": "x", "stage": "y"}]})
        self.refuses("no category repair.gas",
                     sop_json={"steps": [*steps, {**steps[0], "id": "x", "categories": ["repair.gas"]}]})
        self.refuses("promises nothing", sop_json={"steps": [*steps, {**steps[0], "id": "x", "lines": ["尽快去。"]}]})
        self.refuses("not one to three", sop_json={"steps": [*steps, {**steps[0], "id": "x", "lines": []}]})

    def test_graphs_are_whole(self):
        self.assertEqual(check_graph(SCRIPT), [])
        for change, word in (({"next": "c"}, "not a step"), ({"next": "a"}, "goes round")):
            script = self.script(1, **change)["scripts"][0]
            self.assertIn(word, "\n".join(check_graph(script)))
        alone = self.script(0, answers=[])["scripts"][0]
        self.assertIn("b is never reached", check_graph(alone))
        self.assertIn("start x is not a step", check_graph({**SCRIPT, "start": "x"}))

    def test_front_matter_is_complete(self):
        for key in ("title", "version", "layer", "categories", "keywords", "review"):
            lines = [line for line in ARTICLE.split("\n") if not line.startswith(key + ":")]
            self.refuses(f"lacks {key}", articles__leak_md="\n".join(lines))
        self.refuses("no front matter", articles__leak_md="# 漏水\n")
        self.refuses("not a day", articles__leak_md=ARTICLE.replace("2027-06-30", "2027-13-01"))
        self.refuses("not the file's name", articles__leak_md=ARTICLE.replace("id: leak", "id: flood"))
        self.refuses("layer", articles__leak_md=ARTICLE.replace("direct", "somewhere"))


if __name__ == "__main__":
    unittest.main()

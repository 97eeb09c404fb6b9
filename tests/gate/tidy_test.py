# SPDX-License-Identifier: GPL-3.0-or-later
"""Each rule of tidy: a snippet that it refuses and one that it lets pass."""
import unittest

import gate_path  # noqa: F401
from tidy import FILE_LINES_MAX, FUNCTION_LINES_MAX, check_file

OPENING = "// SPDX-License-Identifier: GPL-3.0-or-later\n// Says what it is for.\n"


def rules(path, body, opening=OPENING):
    return [finding.rule for finding in check_file(path, opening + body)]


def failing(path, body):
    return [finding.rule for finding in check_file(path, OPENING + body) if not finding.is_note]


class Rule(unittest.TestCase):
    def refuses(self, rule, path, body):
        self.assertIn(rule, rules(path, body), body)

    def passes(self, path, body):
        self.assertEqual(rules(path, body), [], body)


class BannedCalls(Rule):
    def test_time_comes_from_a_clock(self):
        for call in ("QDateTime::currentDateTimeUtc()", "QDate::currentDate()", "QTime::currentTime()",
                     "std::chrono::system_clock::now()"):
            self.refuses("time", "core/domain/a.cpp", f"auto a = {call};\n")
            self.passes("core/base/clock.cpp", f"auto a = {call};\n")
        self.passes("core/domain/a.cpp", "auto a = std::chrono::steady_clock::now();\n")

    def test_chance_comes_from_a_source(self):
        for call in ("QUuid::createUuid()", "QRandomGenerator::global()", "std::random_device{}", "rand()"):
            self.refuses("chance", "core/store/a.cpp", f"auto a = {call};\n")
            self.passes("core/base/random.cpp", f"auto a = {call};\n")
        self.passes("core/store/a.cpp", "auto a = QUuid::createUuidV5(space, name);\nint b = operand();\n")

    def test_then_is_banned_everywhere(self):
        self.refuses("then", "core/base/a.cpp", "future.then(this, f);\n")
        self.refuses("then", "ui/desk/a.cpp", "future\n    .then([] {});\n")
        self.passes("core/base/a.cpp", "// future.then(this, f) asserts.\nthen(f);\n")

    def test_nested_loops(self):
        for call in ("QCoreApplication::processEvents();", "future.waitForFinished();", "QEventLoop loop;"):
            self.refuses("nested-loop", "ui/desk/a.cpp", call + "\n")
            for path in ("core/base/a.cpp", "tests/ui/a_test.cpp", "app/admin.cpp"):
                self.passes(path, call + "\n")
        for call in ("dialog->exec();", "menu.exec(at);", "QMenu::exec(actions);",
                     "QMessageBox::question(this, a, b);", "QFileDialog::getOpenFileName(this);"):
            self.refuses("nested-loop", "ui/desk/a.cpp", call + "\n")
        self.passes("ui/desk/a.cpp", "drag->exec(Qt::CopyAction);\ndialog->open();\n")
        self.passes("core/store/a.cpp", "query.exec();\n")
        self.passes("app/main.cpp", "return application.exec();\n")

    def test_locks(self):
        for word in ("std::mutex m;", "std::shared_mutex m;", "QMutex m;", "QReadWriteLock m;"):
            self.refuses("lock", "core/store/a.cpp", word + "\n")
            self.passes("core/base/task_thread.h", word + "\n")

    def test_what_clang_14_cannot_read(self):
        self.refuses("clang14", "core/text/a.cpp", "for (auto a : b | std::views::filter(f)) {}\n")
        self.refuses("clang14", "core/text/a.cpp", "void f(std::source_location at);\n")
        self.passes("core/text/a.cpp", "std::ranges::sort(b);\nstd::string_view views;\n")


class Connect(Rule):
    def test_a_lambda_needs_a_receiver(self):
        self.refuses("connect", "ui/desk/a.cpp", "connect(button, &QPushButton::clicked, [this] { save(); });\n")
        self.refuses("connect", "ui/desk/a.cpp",
                     "QObject::connect(box, qOverload<int, int>(&Box::changed),\n  [a, b](int) { f(a, b); });\n")

    def test_four_arguments_or_a_member_pass(self):
        self.passes("ui/desk/a.cpp", "connect(button, &QPushButton::clicked, this, [this] { save(a, b); });\n")
        self.passes("ui/desk/a.cpp", "connect(button, &QPushButton::clicked, this, &Page::save);\n")
        self.passes("ui/desk/a.cpp", "connect(a, &A::b, &C::d);\nreconnect(a, b, [] {});\n")


class Translation(Rule):
    def test_chinese_outside_tr_is_refused(self):
        for text in ('setText(QStringLiteral("保存"));', 'label->setText(tr("a").arg(u"保存"_qs));',
                     'const char* a = "保存";', "if (c == u'栋') f();",
                     'setText(tr(a ? f("保存") : b));', 'auto a = R"(保存)";'):
            self.refuses("tr", "ui/desk/a.cpp", text + "\n")

    def test_chinese_inside_tr_passes(self):
        for text in ('setText(tr("保存"));', 'setText(tr("保存 %1 条", "按钮",\n           count));',
                     'setText(tr(\n    "第一句"\n    "第二句"));',
                     'QCoreApplication::translate("Desk", "保存");',
                     'const char* a[] = {QT_TR_NOOP("保存"), QT_TRANSLATE_NOOP("Desk", "取消")};',
                     'setText(tr("（%1）").arg(tr("保存")));'):
            self.passes("ui/desk/a.cpp", text + "\n")

    def test_comments_core_and_punctuation_are_free(self):
        self.passes("ui/desk/a.cpp", '// 保存 keeps it.\nauto a = QStringLiteral("，");\n')
        self.passes("core/domain/a.cpp", 'auto a = u"报修";\n')
        self.passes("tests/ui/a_test.cpp", 'auto a = u"报修";\n')
        self.refuses("tr", "app/main.cpp", 'auto a = u"报修";\n')


class Shape(Rule):
    def test_long_lines(self):
        self.refuses("columns", "core/text/a.cpp", "int a = " + "1 + " * 30 + "1;\n")
        self.refuses("columns", "core/text/a.cpp", "// " + "word " * 30 + "\n")
        self.passes("core/text/a.cpp", "// " + "字" * 97 + "\n")

    def test_lines_that_are_one_literal(self):
        long = "a" * 110
        for line in (f'    "{long}"', f'    u"{long}",', f'      tr("{long}"));', f'  QStringLiteral("{long}")',
                     f'      << "{long}";', f'auto q = R"(\n{long} x\n)";'):
            self.passes("core/text/a.cpp", line + "\n")
        self.refuses("columns", "core/text/a.cpp", f'  int a = compute(1, 2, "{long}") + 3;\n')

    def test_long_functions_are_notes(self):
        body = "int f(int a) {\n" + "  ++a;\n" * FUNCTION_LINES_MAX + "}\n"
        wrapped = f"namespace yingda {{\nclass A {{\n{body}}};\n}}\n"
        self.assertEqual(rules("core/text/a.cpp", body), ["size"])
        self.assertEqual(rules("core/text/a.cpp", wrapped), ["size"])
        self.assertEqual(failing("core/text/a.cpp", body), [])
        self.assertEqual(rules("tests/text/a_test.cpp", body), [])

    def test_a_long_table_or_class_is_no_function(self):
        rows = "  {1, 2},\n" * (FUNCTION_LINES_MAX + 5)
        self.assertEqual(rules("core/text/a.cpp", f"const Row rows[] = {{\n{rows}}};\n"), [])
        self.assertEqual(rules("core/text/a.cpp", "class A {\n" + "  int m_a;\n" * 90 + "};\n"), [])
        self.assertEqual(rules("core/text/a.cpp", "enum class A {\n" + "  B,\n" * 90 + "};\n"), [])

    def test_a_constructor_with_initialisers_is_a_function(self):
        body = "A::A(int a) : m_a{a}, m_b(2) {\n" + "  f();\n" * FUNCTION_LINES_MAX + "}\n"
        self.assertEqual(rules("core/text/a.cpp", body), ["size"])

    def test_long_files_are_notes(self):
        self.assertEqual(rules("core/text/a.cpp", "int a;\n" * FILE_LINES_MAX), ["size"])
        self.assertEqual(failing("core/text/a.cpp", "int a;\n" * FILE_LINES_MAX), [])


class Words(Rule):
    def test_open_work_is_refused_in_every_file(self):
        for word in ("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK"):
            self.refuses("open-work", "core/text/a.cpp", f"// {word} later\n")
            self.assertIn("open-work", rules("resources/starter/a.json", f'{{"a": "{word}"}}\n'))
        self.passes("core/text/a.cpp", "// Todo lists are a feature.\n")

    def test_filler_in_comments(self):
        for word in ("Simply", "just", "obviously", "basically", "ensures that", "leverages", "robust"):
            self.refuses("filler", "core/text/a.cpp", f"// It {word} works.\n")
            self.refuses("filler", "core/text/a.cpp", f"/* It\n {word} works. */\n")
            self.assertIn("filler", rules("scripts/a.py", f"# It {word} works.\n"))
        self.passes("core/text/a.cpp", '// It adjusts.\nauto a = "just";\n')

    def test_machine_paths_and_registries(self):
        for text in ("/wor" "k/main/a", "/roo" "t/.cache", "/hom" "e/ann/a", "deb.deb" "ian.org",
                     "https://py" "pi.org/simple", "http://10" ".0.0.7/debian"):
            self.refuses("machine", "core/text/a.cpp", f'auto a = "{text}";\n')
            self.assertIn("machine", rules("README.md", text + "\n"))
        self.passes("core/text/a.cpp", '#include "core/text/a.h"\nauto a = "http://127.0" ".0.1";\n')


class Names(Rule):
    def test_vague_names(self):
        for path in ("core/text/utils.cpp", "core/text/text_helpers.h", "scripts/common.sh",
                     "ui/desk/call_manager.cpp", "core/data/row.h", "core/store/misc.sql"):
            self.assertIn("name", rules(path, ""), path)
        self.assertEqual(rules("core/text/dataset_reader.cpp", ""), [])
        self.assertNotIn("name", rules("resources/starter/articles/burst-common.md", ""))


class Openings(Rule):
    def test_spdx_then_a_sentence(self):
        spdx = "// SPDX-License-Identifier: GPL-3.0-or-later\n"
        for opening in ("", "// What it is for.\n" + spdx, spdx, spdx + "#pragma once\n", spdx + "// Word\n"):
            self.assertEqual(rules("core/text/a.h", "int a;\n", opening), ["opening"], opening)

    def test_scripts_open_after_their_interpreter(self):
        spdx = "# SPDX-License-Identifier: GPL-3.0-or-later\n"
        self.assertEqual(rules("scripts/a", "", "#!/usr/bin/env bash\n" + spdx + "# Does a thing.\n"), [])
        self.assertEqual(rules("scripts/a.py", "", spdx + '"""Does a thing."""\n'), [])
        self.assertEqual(rules("scripts/a", "", "#!/usr/bin/env bash\nset -e\n"), ["opening"])
        self.assertEqual(rules("resources/starter/a.json", "", "{}\n"), [])


class Places(unittest.TestCase):
    def test_a_finding_names_its_line(self):
        found = list(check_file("core/text/a.cpp", OPENING + "\nint a;\nauto b = x.then(f);\n"))
        self.assertEqual([(f.line, f.rule) for f in found], [(5, "then")])


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of layers: what may include and link what."""
import unittest

import gate_path
from check_layers import LAYERS, check_module, check_source, find_cycle, folder_of, may_include


def problems(path, text):
    return [sentence for _, sentence in check_source(path, text)[0]]


class Table(unittest.TestCase):
    def test_rows_look_down_only(self):
        order = list(LAYERS)
        for folder, allowed in LAYERS.items():
            for other in allowed:
                self.assertLess(order.index(other), order.index(folder), f"{folder} -> {other}")

    def test_features_never_see_each_other(self):
        features = [f for f in LAYERS if f.startswith("ui/") and f not in
                    ("ui/kit", "ui/parts", "ui/desk")]
        for feature in features:
            for other in features:
                self.assertEqual(may_include(feature, other), feature == other)

    def test_folders_are_read_from_paths(self):
        self.assertEqual(folder_of("core/text/fold.cpp"), "core/text")
        self.assertEqual(folder_of("tests/text/fold_test.cpp"), "tests")
        self.assertIsNone(folder_of("core/CMakeLists.txt"))


class Includes(unittest.TestCase):
    def test_an_upward_include_is_refused_with_its_line(self):
        found, _ = check_source("core/text/a.cpp", '#include "core/base/log.h"\n'
                                                   '#include "core/domain/ticket.h"\n')
        self.assertEqual([line for line, _ in found], [2])
        self.assertIn("core/text may not include core/domain", found[0][1])

    def test_an_allowed_include_passes(self):
        self.assertEqual(problems("core/domain/a.h", '#include "core/text/fold.h"\n'), [])
        self.assertEqual(problems("app/main.cpp", '#include "ui/shell/window.h"\n'), [])
        self.assertEqual(problems("tests/ui/a_test.cpp", '#include "ui/desk/call_bar.h"\n'), [])

    def test_rows_that_do_not_exist_yet_count(self):
        self.assertEqual(problems("core/sync/a.cpp", '#include "core/remote/gateway.h"\n'), [])
        self.assertTrue(problems("core/remote/a.cpp", '#include "core/text/fold.h"\n'))

    def test_features_do_not_see_each_other(self):
        self.assertTrue(problems("ui/calls/a.cpp", '#include "ui/training/page.h"\n'))
        self.assertTrue(problems("ui/shell/a.cpp", '#include "ui/desk/call_bar.h"\n'))

    def test_own_headers_are_rooted_and_quoted(self):
        self.assertTrue(problems("core/text/a.cpp", '#include "fold.h"\n'))
        self.assertTrue(problems("core/text/a.cpp", "#include <core/text/fold.h>\n"))
        self.assertEqual(problems("ui/kit/ticker.cpp", '#include "ticker.moc"\n'), [])

    def test_a_folder_without_a_row_is_refused(self):
        self.assertTrue(problems("core/extra/a.cpp", "int a;\n"))

    def test_an_include_in_a_comment_is_not_one(self):
        self.assertEqual(problems("core/base/a.h", '// #include "ui/kit/page.h"\n'), [])

    def test_core_knows_no_widgets(self):
        self.assertTrue(problems("core/service/a.cpp", "#include <QLabel>\n"))
        self.assertTrue(problems("core/service/a.cpp", "#include <QtWidgets/QLabel>\n"))
        self.assertEqual(problems("core/exchange/a.cpp", "#include <QPdfWriter>\n"), [])
        self.assertEqual(problems("ui/kit/a.cpp", "#include <QLabel>\n"), [])

    def test_qt_sql_has_its_folders(self):
        text = "#include <QSqlQuery>\n"
        self.assertEqual(problems("core/store/a.cpp", text), [])
        self.assertEqual(problems("core/remote/a.cpp", text), [])
        self.assertEqual(problems("tests/store/a_test.cpp", text), [])
        for path in ("core/service/a.cpp", "ui/desk/a.cpp", "app/main.cpp"):
            self.assertTrue(problems(path, text), path)


class SqlText(unittest.TestCase):
    STATEMENTS = ("SELECT id FROM ticket", "INSERT INTO ticket VALUES (1)", "UPDATE ticket SET a=1",
                  "CREATE TABLE a (b)", "INSERT OR REPLACE INTO a VALUES (1)", "DELETE FROM ticket")

    def test_statements_are_refused_outside_the_store(self):
        for statement in self.STATEMENTS:
            text = f'auto q = QStringLiteral("{statement}");\n'
            self.assertTrue(problems("core/service/a.cpp", text), statement)
            self.assertEqual(problems("core/store/a.cpp", text), [], statement)
            self.assertEqual(problems("tests/store/a_test.cpp", text), [], statement)

    def test_raw_literals_are_read(self):
        self.assertTrue(problems("ui/desk/a.cpp", 'auto q = R"(\n  SELECT\n  1)";\n'))

    def test_words_are_not_statements(self):
        self.assertEqual(problems("ui/desk/a.cpp", 'auto a = "Select a ticket";\n'
                                                   "// SELECT id in a comment\n"), [])


class Cycles(unittest.TestCase):
    def test_a_ring_is_named_in_order(self):
        graph = {"a.h": ["b.h"], "b.h": ["c.h"], "c.h": ["a.h"], "d.h": ["a.h"]}
        self.assertEqual(find_cycle(graph), ["a.h", "b.h", "c.h", "a.h"])

    def test_a_diamond_is_not_a_ring(self):
        self.assertIsNone(find_cycle({"a.h": ["b.h", "c.h"], "b.h": ["d.h"], "c.h": ["d.h"], "d.h": []}))

    def test_a_file_that_includes_itself_is_a_ring(self):
        self.assertEqual(find_cycle({"a.h": ["a.h"]}), ["a.h", "a.h"])

    def test_long_chains_do_not_exhaust_the_stack(self):
        graph = {f"{i:05}.h": [f"{i + 1:05}.h"] for i in range(5000)}
        self.assertIsNone(find_cycle(graph))


class Modules(unittest.TestCase):
    def sentences(self, path, text):
        return [sentence for _, sentence in check_module(path, text)]

    def test_links_follow_the_table(self):
        text = "yingda_module(core/text\n  SOURCES a.cpp\n  LINK yingda_core_domain Qt6::Core)\n"
        self.assertEqual(self.sentences("core/text/module.cmake", text),
                         ["core/text may not link core/domain"])
        good = "yingda_module(core/domain SOURCES a.cpp LINK yingda_core_text yingda_core_base)\n"
        self.assertEqual(self.sentences("core/domain/module.cmake", good), [])

    def test_target_link_libraries_counts_too(self):
        text = "target_link_libraries(yingda_ui_kit PUBLIC yingda_core_domain)\n"
        self.assertTrue(self.sentences("ui/kit/module.cmake", text))

    def test_a_comment_links_nothing(self):
        text = "# target_link_libraries(yingda_ui_kit PUBLIC yingda_core_domain)\n"
        self.assertEqual(self.sentences("ui/kit/module.cmake", text), [])

    def test_qt_libraries_have_homes(self):
        for folder, library in (("core/service", "Qt6::Widgets"), ("core/domain", "Qt6::Sql"),
                                ("ui/shell", "Qt6::Charts"), ("ui/desk", "Qt6::Multimedia")):
            text = f"yingda_module({folder} SOURCES a.cpp LINK {library})\n"
            self.assertTrue(self.sentences(f"{folder}/module.cmake", text), library)
        fine = "yingda_module(core/store SOURCES a.cpp LINK Qt6::Sql)\n"
        self.assertEqual(self.sentences("core/store/module.cmake", fine), [])

    def test_a_module_stands_in_its_own_folder(self):
        text = "yingda_module(core/text SOURCES a.cpp)\n"
        self.assertTrue(self.sentences("core/domain/module.cmake", text))
        self.assertTrue(self.sentences("core/extra/module.cmake", "yingda_module(core/extra SOURCES a.cpp)\n"))


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader of C++: what is a comment, a literal, or code."""
import unittest

import gate_path  # noqa: F401
from source_text import read_source


class ReadSource(unittest.TestCase):
    def test_comments_and_strings_leave_the_code(self):
        source = read_source('int a; // "no"\nauto b = "// no"; /* c\nd */ int e;')
        self.assertNotIn("no", source.code)
        self.assertEqual(source.code.count("\n"), 2)
        self.assertIn("int e;", source.code)
        self.assertEqual([c.line for c in source.comments], [1, 2])

    def test_a_literal_knows_its_value_and_line(self):
        source = read_source('\nf(u8"a\\"b");\ng(uR"x(\nq")x");\nh(u\'栋\');')
        self.assertEqual([(p.line, p.value) for p in source.literals],
                         [(2, 'a\\"b'), (3, '\nq"'), (5, "栋")])

    def test_digit_separators_are_not_characters(self):
        source = read_source("int a = 60'000; int b = 0xFF'FF; char c = 'x';")
        self.assertEqual([p.value for p in source.literals], ["x"])

    def test_every_reading_has_the_length_of_the_text(self):
        text = 'auto s = R"(a\nb)"; // c \\\n still a comment\nint x;'
        source = read_source(text)
        self.assertEqual(len(source.code), len(text))
        self.assertEqual(len(source.without_comments), len(text))
        self.assertNotIn("still", source.code)


if __name__ == "__main__":
    unittest.main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Planted faults that the checker must find, one by one, and a sound history that it lets pass."""
import unittest

import checker

HASHES = [f"{number:064x}" for number in range(1, 6)]
SOUND = list(enumerate(HASHES, 1))
TEXT = "".join(f"saved {sequence} {fingerprint}\n" for sequence, fingerprint in SOUND)


def problems(history=SOUND, journal=SOUND, ledger=SOUND):
    return checker.check_operations("seat", history, journal, ledger)


class Operations(unittest.TestCase):
    def test_a_sound_history_passes(self):
        self.assertEqual(checker.read_history(TEXT), SOUND)
        self.assertEqual(problems(), [])
        # Saved, and killed before it was told.
        self.assertEqual(problems(history=SOUND[:3]), [])

    def test_a_line_that_was_cut_off_told_nothing(self):
        cut = TEXT + f"saved 6 {HASHES[0][:20]}\n\nsaved 7 "
        self.assertEqual(checker.read_history(cut), SOUND)

    def test_one_missing_and_one_doubled_are_found(self):
        found = problems(ledger=SOUND[:1] + SOUND[2:] + [SOUND[3]])
        self.assertTrue(any("operation 2 was reported saved and is not in the ledger" in one
                            for one in found), found)
        self.assertTrue(any("operation 4 is 2 times in the ledger" in one for one in found), found)
        found = problems(history=SOUND + [SOUND[0]])
        self.assertEqual(len(found), 1, found)
        self.assertIn("operation 1 is 2 times in the history", found[0])

    def test_another_hash_is_found_wherever_it_is(self):
        other = SOUND[:2] + [(3, "f" * 64)] + SOUND[3:]
        for changed in ({"history": other}, {"journal": other}, {"ledger": other}):
            self.assertTrue(any("operation 3" in one for one in problems(**changed)), changed)

    def test_what_only_one_side_has_is_found(self):
        self.assertIn("journal only", "".join(problems(history=[], ledger=SOUND[:4])))
        self.assertIn("ledger only", "".join(problems(history=[], journal=SOUND[:4])))


class Pictures(unittest.TestCase):
    def test_every_difference_is_found(self):
        truth = {"ticket/a/level": "2", "activity/b": "note 0 a"}
        self.assertEqual(checker.check_picture("seat", dict(truth), truth), [])
        for seen in ({"ticket/a/level": "2"}, {**truth, "ticket/a/level": "3"},
                     {**truth, "ticket/c/level": "1"}):
            self.assertEqual(len(checker.check_picture("seat", seen, truth)), 1, seen)

    def test_empty_values_are_no_difference(self):
        self.assertEqual(checker.picture_of({"ticket/a/note": "", "ticket/a/x": None,
                                             "ticket/a/received_at": 0, "ticket/a/level": 2.0}),
                         {"ticket/a/level": "2"})

    def test_a_record_that_came_twice_is_found(self):
        self.assertEqual(checker.check_activities(7, 7), [])
        self.assertEqual(len(checker.check_activities(8, 7)), 1)


if __name__ == "__main__":
    unittest.main()

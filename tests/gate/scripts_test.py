# SPDX-License-Identifier: GPL-3.0-or-later
"""The scripts as a person meets them: help from any folder, and wrong arguments refused."""
import os
import subprocess
import tempfile
import unittest

from gate_path import ROOT

SCRIPTS = sorted(
    path for folder in ("scripts", ".ci") for name in os.listdir(os.path.join(ROOT, folder))
    if os.path.isfile(path := os.path.join(ROOT, folder, name)) and os.access(path, os.X_OK))


def run(name, *arguments, **settings):
    return subprocess.run([os.path.join(ROOT, name), *arguments], capture_output=True, text=True,
                          check=False, **settings)


class Help(unittest.TestCase):
    def test_every_script_helps_from_a_folder_with_spaces(self):
        with tempfile.TemporaryDirectory(prefix="with spaces ") as folder:
            environment = {**os.environ, "HOME": folder, "TMPDIR": folder}
            self.assertGreater(len(SCRIPTS), 10)
            for name in SCRIPTS:
                result = run(name, "--help", cwd=folder, env=environment)
                self.assertEqual(result.returncode, 0, name + result.stderr)
                self.assertGreater(len(result.stdout.split()), 5, name)
                self.assertNotIn("SPDX", result.stdout)
            self.assertEqual(os.listdir(folder), [])

    def test_unknown_arguments_are_refused(self):
        for name in ("setup", "check", "bench", "prove_fresh", "tour"):
            self.assertNotEqual(run(f"scripts/{name}", "--nonsense").returncode, 0, name)


class Setup(unittest.TestCase):
    def test_the_list_names_each_package_once(self):
        names = run("scripts/setup", "--list").stdout.split()
        self.assertGreater(len(names), 20)
        self.assertEqual(len(names), len(set(names)))


if __name__ == "__main__":
    unittest.main()

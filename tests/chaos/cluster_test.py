# SPDX-License-Identifier: GPL-3.0-or-later
"""The cluster for development: made, failed over, put back and ended, by the script that people use."""
import os
import shutil
import subprocess
import tempfile
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPT = os.path.join(ROOT, "scripts", "dev_cluster")


class Cluster(unittest.TestCase):
    def setUp(self):
        # Open to the server's own user, who is not us when we are root.
        self.parent = tempfile.mkdtemp(prefix="yingda-cluster-", dir="/tmp")
        os.chmod(self.parent, 0o755)
        self.folder = os.path.join(self.parent, "cluster")
        self.addCleanup(shutil.rmtree, self.parent, ignore_errors=True)
        self.addCleanup(subprocess.run, [SCRIPT, "stop", self.folder], check=False)

    def run_verb(self, verb, *more):
        result = subprocess.run([SCRIPT, verb, self.folder, *more], capture_output=True, text=True,
                                check=False)
        self.assertEqual(result.returncode, 0, f"{verb}: {result.stdout}{result.stderr}")
        return result.stdout

    def status(self):
        """Role, name and the rest of each line, the primary first."""
        lines = [line.split(" ", 3) for line in self.run_verb("status").splitlines()]
        self.assertEqual([line[0] for line in lines], ["primary", "standby"])
        return [(line[1], line[3]) for line in lines]

    def ask(self, sql):
        """The primary's answer in one text."""
        with open(os.path.join(self.folder, "cluster"), encoding="utf-8") as state:
            settings = dict(line.strip().split("=", 1) for line in state)
        port = settings["port_" + settings["primary"]]
        result = subprocess.run(
            ["psql", "-h", "127.0.0.1", "-p", port, "-U", "postgres", "-d", "yingda", "-qtAX", "-c",
             sql], capture_output=True, text=True, check=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout.strip()

    def test_a_life(self):
        told = self.run_verb("start")
        people = [line.split() for line in told.splitlines()[-3:]]
        self.assertEqual([person[1] for person in people], ["supervisor", "agent", "agent"])
        self.assertTrue(all(len(person[2]) == 16 for person in people))
        self.assertEqual(self.ask("SELECT count(*) FROM yingda.person"), "3")
        first, second = self.status()
        self.assertEqual(first, ("a", "up, timeline 1, followers 1"))
        self.assertTrue(second[1].startswith("up, behind by "))
        self.ask("CREATE TABLE kept(n integer); INSERT INTO kept VALUES (1)")
        self.run_verb("backup", "early")
        self.ask("INSERT INTO kept VALUES (2)")

        # What the standby had received is there after the failover, under another timeline.
        while self.ask("SELECT bool_and(replay_lsn >= pg_current_wal_lsn())"
                       " FROM pg_stat_replication") != "t":
            pass
        self.run_verb("promote")
        self.assertEqual(self.status(), [("b", "up, timeline 2, followers 0"), ("a", "down")])
        self.assertEqual(self.ask("SELECT count(*) FROM kept"), "2")
        self.run_verb("rejoin")
        self.assertEqual(self.status()[0], ("b", "up, timeline 2, followers 1"))

        self.run_verb("kill")
        self.assertEqual(self.status()[0], ("b", "down"))
        self.run_verb("restart")
        self.assertEqual(self.ask("SELECT count(*) FROM kept"), "2")
        self.run_verb("restore", "early")
        self.assertEqual(self.ask("SELECT count(*) FROM kept"), "1")

        self.run_verb("stop")
        self.assertFalse(os.path.exists(self.folder))

    def test_nonsense_makes_nothing(self):
        for line in (["start", self.folder, "--wrong"], ["restore", self.folder, "x"],
                     ["status", self.folder], ["dance", self.folder]):
            result = subprocess.run([SCRIPT, *line], capture_output=True, text=True, check=False)
            self.assertNotEqual(result.returncode, 0, line)
            self.assertEqual(result.stderr.count("\n"), 1, result.stderr)
        self.assertFalse(os.path.exists(self.folder))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole workstations as processes on a real cluster, while everything around them falls.

Then all is healed, and every operation that was reported saved must be in the ledger once, every
seat must show what the server has, and every chain must hold. The figures printed are counted.
"""
import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

import checker
from cutting_proxy import CuttingProxy

HERE = os.path.dirname(os.path.abspath(__file__))
CLUSTER_SCRIPT = os.path.join(os.path.dirname(os.path.dirname(HERE)), "scripts", "dev_cluster")
DAY = 86_400
ROUNDS_MAX = 10


class Cluster:
    """The servers, by the script that people use."""

    def __init__(self, folder, environment):
        self.folder = os.path.join(folder, "cluster")
        self.environment = environment
        self.run("start")
        self.read()

    def run(self, verb, *more):
        with tempfile.TemporaryFile() as told:
            result = subprocess.run([CLUSTER_SCRIPT, verb, self.folder, *more], stdout=told,
                                    stderr=subprocess.STDOUT, env=self.environment, check=False)
            if result.returncode != 0:
                told.seek(0)
                raise RuntimeError(f"dev_cluster {verb}: {told.read().decode()}")
        if verb not in ("start", "stop"):
            self.read()

    def read(self):
        with open(os.path.join(self.folder, "cluster"), encoding="utf-8") as state:
            settings = dict(line.strip().split("=", 1) for line in state)
        self.ports = (int(settings["port_a"]), int(settings["port_b"]))
        self.port = int(settings["port_" + settings["primary"]])

    def command(self, sql):
        return ["psql", "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", "yingda",
                "-qtAX", "-c", sql]

    def ask(self, sql):
        """The answer as text; empty when there is none."""
        result = subprocess.run(self.command(sql), capture_output=True, text=True, check=False)
        return result.stdout.strip()

    def rows(self, sql):
        """Rows of a query that gives one JSON value a row."""
        result = subprocess.run(self.command(sql), capture_output=True, text=True, check=True)
        return [json.loads(line) for line in result.stdout.splitlines() if line]


class Seat:
    """A workstation: its store, its history, and the process that works there."""

    def __init__(self, number, options, chance):
        self.number, self.options = number, options
        self.name = f"seat{number}"
        self.store = os.path.join(options.folder, self.name)
        self.history = os.path.join(options.folder, self.name + ".history")
        self.log = os.path.join(options.folder, self.name + ".log")
        self.process = None
        self.back_at = None  # when it is started again, of the monotonic clock
        self.offset = 0      # seconds that its clock is wrong
        self.chance = chance

    def admin(self, *arguments, **environment):
        return subprocess.run(
            [self.options.admin, *arguments, "--store", self.store, "--json"], capture_output=True,
            text=True, env={**self.options.environment, **environment}, check=False)

    def join(self, server, password):
        joined = self.admin("join", "--server", server, "--ssl", "prefer", "--login", self.name,
                            PGPASSWORD=password)
        if joined.returncode != 0:
            raise RuntimeError(f"{self.name} cannot join: {joined.stderr}")

    def start(self):
        environment = {**self.options.environment, "YINGDA_CLOCK_OFFSET_S": str(self.offset)}
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.options.seat, "work", self.store, self.name, self.history,
                 str(self.chance.getrandbits(60))],
                stdin=subprocess.PIPE, stdout=log, stderr=log, env=environment)
        self.back_at = None

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process = None

    def say(self, words):
        try:
            if self.process:
                self.process.stdin.write(words.encode() + b"\n")
                self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def finish(self):
        """Lets it end what it does."""
        if not self.process:
            return
        self.say("stop")
        code = self.process.wait()
        self.process.stdin.close()
        self.process = None
        if code != 0:
            raise RuntimeError(f"{self.name} ended with {code}; see {self.log}")

    def dump(self):
        result = subprocess.run([self.options.seat, "dump", self.store], capture_output=True,
                                env=self.options.environment, check=False)
        if result.returncode != 0:
            raise RuntimeError(f"{self.name} cannot be read: {result.returncode}")
        return json.loads(result.stdout)


class Outages(threading.Thread):
    """Asks through the proxies, as a client would, whether something could be written now."""

    def __init__(self, ports):
        super().__init__(daemon=True)
        self.ports, self.longest, self.is_over = ports, 0.0, threading.Event()

    def run(self):
        where = ("host=127.0.0.1,127.0.0.1 port=%d,%d user=postgres dbname=yingda connect_timeout=3"
                 " target_session_attrs=read-write" % self.ports)
        good = time.monotonic()
        while not self.is_over.wait(0.3):
            try:
                asked = subprocess.run(["psql", where, "-qtAX", "-c", "SELECT 1"], timeout=5,
                                       capture_output=True, check=False).returncode
            except subprocess.TimeoutExpired:
                asked = 1
            now = time.monotonic()
            # Between two good answers lies the pause between questions, too.
            self.longest = max(self.longest, now - good)
            if asked == 0:
                good = now


class Chaos:
    """One run: a seed, a time, and what happened."""

    def __init__(self, options):
        self.options = options
        self.chance = random.Random(options.seed)
        self.counts = dict.fromkeys(
            ("stalls", "refusals", "delays", "half-open", "kills", "clock jumps", "backends ended",
             "backends killed", "restarts", "promotions", "restores", "open writers", "backups"), 0)
        self.cluster = Cluster(options.folder, options.environment)
        self.proxies = [CuttingProxy(port, options.seed + port) for port in self.cluster.ports]
        self.seats = [Seat(number, options, self.chance) for number in range(options.seats)]
        self.writers = []
        self.deeds = {
            self.cut: 30, self.kill: 20, self.stall: 8, self.terminate: 8, self.refuse: 6,
            self.deafen: 4, self.delay: 6, self.jump: 8, self.kill_backend: 3, self.restart: 4,
            self.promote: 8, self.restore: 2, self.open_writer: 6}
        for name in filter(None, options.leave_out.split(",")):
            del self.deeds[getattr(self, name)]

    # What can happen.

    def cut(self):
        self.chance.choice(self.proxies).cut(self.chance.choice(("up", "down")))

    def stall(self):
        self.counts["stalls"] += 1
        for proxy in self.proxies:
            proxy.stall(self.chance.uniform(0.5, 3))

    def refuse(self):
        self.counts["refusals"] += 1
        for proxy in self.proxies:
            proxy.refuse()
        time.sleep(self.chance.uniform(0.2, 1.5))
        for proxy in self.proxies:
            proxy.accept()

    def delay(self):
        self.counts["delays"] += 1
        seconds = self.chance.choice((0, 0.02, 0.1))
        for proxy in self.proxies:
            proxy.delay(seconds)

    def deafen(self):
        self.counts["half-open"] += 1
        for proxy in self.proxies:
            proxy.deafen(self.chance.uniform(2, 8))

    def kill(self):
        seat = self.chance.choice([one for one in self.seats if one.process] or self.seats)
        if seat.process:
            self.counts["kills"] += 1
            seat.kill()
            seat.back_at = time.monotonic() + self.chance.uniform(0.1, 3)

    def jump(self):
        self.counts["clock jumps"] += 1
        seat = self.chance.choice(self.seats)
        seat.offset = self.chance.choice((0, self.chance.randint(-DAY, DAY)))
        seat.say(f"clock {seat.offset * 1000}")

    def some_backend(self):
        pids = self.cluster.ask("SELECT pid FROM pg_stat_activity"
                                " WHERE application_name = 'yingda'").split()
        return int(self.chance.choice(pids)) if pids else None

    def terminate(self):
        pid = self.some_backend()
        if pid:
            self.counts["backends ended"] += 1
            self.cluster.ask(f"SELECT pg_terminate_backend({pid})")

    def kill_backend(self):
        pid = self.some_backend()
        if pid:
            self.counts["backends killed"] += 1
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def restart(self):
        self.counts["restarts"] += 1
        self.cluster.run("kill")
        time.sleep(self.chance.uniform(0, 2))
        self.cluster.run("restart")

    def promote(self):
        self.counts["promotions"] += 1
        if self.chance.random() < 0.5:
            # The standby lags, so that something is lost with the primary.
            other = sum(self.cluster.ports) - self.cluster.port
            for sql in ("ALTER SYSTEM SET primary_conninfo = 'host=127.0.0.1 port=1'",
                        "SELECT pg_reload_conf()"):
                subprocess.run(["psql", "-h", "127.0.0.1", "-p", str(other), "-U", "postgres", "-d",
                                "postgres", "-qtAX", "-c", sql], capture_output=True, check=False)
            time.sleep(self.chance.uniform(0.5, 2))
        self.cluster.run("promote")
        self.come_back(1)
        self.cluster.run("rejoin")

    def backup(self, name):
        self.counts["backups"] += 1
        self.cluster.run("backup", name)

    def restore(self):
        """A file-level restore as the README wants it: nobody enters before `db adopt`."""
        self.counts["restores"] += 1
        for proxy in self.proxies:
            proxy.refuse()
        self.cluster.run("restore", "early")
        self.admin("db", "adopt")
        self.cluster.run("rejoin")
        for proxy in self.proxies:
            proxy.accept()

    def open_writer(self):
        """Holds everybody's view back, and one seat's row."""
        self.counts["open writers"] += 1
        seconds = self.chance.uniform(1, 4)
        self.writers.append(subprocess.Popen(
            self.cluster.command("SELECT pg_current_xact_id(), pg_sleep(%.1f) FROM (SELECT 1 FROM"
                                 " yingda.workstation ORDER BY random() LIMIT 1 FOR UPDATE) x"
                                 % seconds),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    # The run.

    def admin(self, *arguments):
        result = subprocess.run(
            [self.options.admin, *arguments, "--json", "--server", f"127.0.0.1:{self.cluster.port}",
             "--ssl", "prefer", "--login", "postgres"], capture_output=True, text=True,
            env=self.options.environment, check=False)
        if result.returncode != 0:
            raise RuntimeError(f"{arguments}: {result.stderr}{result.stdout}")
        return json.loads(result.stdout)

    def come_back(self, seconds):
        """Waits so long, and starts again whoever is due."""
        until = time.monotonic() + seconds
        while True:
            now = time.monotonic()
            for seat in self.seats:
                if seat.process and seat.process.poll() is not None:
                    raise RuntimeError(f"{seat.name} died by itself; see {seat.log}")
                if seat.back_at is not None and now >= seat.back_at:
                    seat.start()
            if now >= until:
                return
            time.sleep(min(0.05, until - now))

    def join_all(self):
        server = ",".join(f"127.0.0.1:{proxy.port}" for proxy in self.proxies)
        for seat in self.seats:
            person = self.admin("user", "add", seat.name, "--name", seat.name)
            seat.join(server, person["password"])

    def disturb(self):
        deeds, weights = list(self.deeds), list(self.deeds.values())
        # Each at least once, also when it takes longer.
        queue = self.chance.sample(deeds, len(deeds))
        end = time.monotonic() + self.options.seconds
        while queue or time.monotonic() < end:
            self.come_back(self.chance.uniform(0.2, 0.9))
            deed = queue.pop() if queue else self.chance.choices(deeds, weights)[0]
            deed()

    def heal(self):
        for proxy in self.proxies:
            proxy.heal()
        for seat in self.seats:
            seat.finish()
        for writer in self.writers:
            writer.wait()
        quiet = 0
        before = None
        for _ in range(ROUNDS_MAX):
            results = [seat.admin("sync", "--once") for seat in self.seats]
            now = self.cluster.ask("SELECT count(*), (SELECT count(*) FROM yingda.conflict)"
                                   " FROM yingda.op")
            is_good = all(result.returncode == 0 for result in results)
            quiet = quiet + 1 if is_good and now == before else 0
            before = now
            if quiet == 2:
                return []
        return ["no quiet: " + " ".join(result.stderr.strip() for result in results)]

    def truth(self):
        """What the server has, as screens would show it."""
        fields = {(kind, field) for kind, field in self.cluster.rows(
            "SELECT jsonb_build_array(kind, field) FROM yingda.field_rule"
            " WHERE kind <> 'agent_secret'")}
        rows = {}
        for kind, identity, body in self.cluster.rows(
                "SELECT jsonb_build_array(kind, id, body) FROM yingda.entity"):
            rows.update({f"{kind}/{identity}/{field}": value for field, value in body.items()
                         if (kind, field) in fields})
        for identity, kind, is_void, ticket in self.cluster.rows(
                "SELECT jsonb_build_array(id, content ->> 'k', is_void::integer, ticket)"
                " FROM yingda.activity"):
            rows["activity/" + identity] = f"{kind} {is_void} {ticket}"
        return checker.picture_of(rows)

    def check(self):
        problems = []
        ledger = {}
        for workstation, sequence, fingerprint in self.cluster.rows(
                "SELECT jsonb_build_array(workstation, sequence, encode(hash, 'hex'))"
                " FROM yingda.op ORDER BY workstation, sequence"):
            ledger.setdefault(workstation, []).append((sequence, fingerprint))
        truth = self.truth()
        self.reported = 0
        for seat in self.seats:
            dump = seat.dump()
            with open(seat.history, encoding="utf-8") as file:
                history = checker.read_history(file.read())
            self.reported += len(history)
            journal = [tuple(row) for row in dump["operations"]]
            problems += checker.check_operations(seat.name, history, journal,
                                                 ledger.pop(dump["workstation"], []))
            problems += checker.check_picture(seat.name, checker.picture_of(dump["rows"]), truth)
            if dump["broken"]:
                problems.append(f"{seat.name}: its chain is broken {dump['broken']} times")
        problems += [f"{workstation}: a ledger of nobody" for workstation in ledger]
        in_table, in_operations = self.cluster.rows(
            "SELECT jsonb_build_array((SELECT count(*) FROM yingda.activity),"
            " (SELECT count(DISTINCT a.value ->> 'i') FROM yingda.op o, jsonb_array_elements("
            "coalesce(convert_from(o.payload, 'UTF8')::jsonb -> 'a', '[]')) a"
            " WHERE o.result = 'applied'))")[0]
        problems += checker.check_activities(in_table, in_operations)
        verified = self.admin("verify")
        problems += [f"the ledger is broken: {place}" for place in verified["broken"]]
        return problems

    def told_by_seats(self, words):
        count = 0
        for seat in self.seats:
            with open(seat.log, encoding="utf-8", errors="replace") as log:
                count += log.read().count(words)
        return count

    def run(self):
        self.join_all()
        self.backup("early")
        for seat in self.seats:
            seat.start()
        outages = Outages(tuple(proxy.port for proxy in self.proxies))
        outages.start()
        try:
            self.come_back(1)
            self.disturb()
        finally:
            outages.is_over.set()
            outages.join()
        problems = self.heal() + self.check()
        report = {"seed": self.options.seed, "seats": self.options.seats,
                  "seconds": self.options.seconds,
                  "operations in the ledger": int(self.cluster.ask("SELECT count(*) FROM yingda.op")),
                  "reported saved": self.reported,
                  "not carried out": int(self.cluster.ask(
                      "SELECT count(*) FROM yingda.op WHERE result NOT IN ('applied', 'withheld', 'repeated')")),
                  "conflicts kept": int(self.cluster.ask("SELECT count(*) FROM yingda.conflict")),
                  "connections cut": sum(proxy.cuts for proxy in self.proxies), **self.counts,
                  "answers lost and found by the ledger": self.told_by_seats("their answer was lost"),
                  "copies read anew": self.told_by_seats("everything is sent and read anew"),
                  "longest outage, s": round(outages.longest, 1), "problems": len(problems)}
        for name, value in report.items():
            print(f"{name:38} {value}")
        for problem in problems[: checker.PROBLEMS_MAX]:
            print("PROBLEM", problem)
        return not problems

    def close(self):
        for seat in self.seats:
            seat.kill()
        for writer in self.writers:
            if writer.poll() is None:
                writer.kill()
            writer.wait()
        for proxy in self.proxies:
            proxy.stop()
        self.cluster.run("stop")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="of disturbance, at least (20)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seats", type=int, default=4, help="workstations, each a process (4)")
    parser.add_argument("--leave-out", default="", help="what must not happen, as restore,refuse")
    parser.add_argument("--programs", required=True, help="the folder of yingda-admin and chaos_seat")
    options = parser.parse_args()
    options.admin = os.path.join(options.programs, "yingda-admin")
    options.seat = os.path.join(options.programs, "chaos_seat")
    options.folder = tempfile.mkdtemp(prefix="yingda-chaos-", dir="/tmp")
    # Open to the server's own user, who is not us when we are root.
    os.chmod(options.folder, 0o755)
    options.environment = {**os.environ, "YINGDA_ADMIN": options.admin, "HOME": options.folder,
                           "QT_LOGGING_RULES": "yingda.*.info=true"}
    chaos = None
    is_good = False
    try:
        chaos = Chaos(options)
        is_good = chaos.run()
    finally:
        if chaos:
            chaos.close()
        if is_good:
            shutil.rmtree(options.folder, ignore_errors=True)
        else:
            print("what is left lies in", options.folder)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())

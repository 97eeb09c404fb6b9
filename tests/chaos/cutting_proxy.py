# SPDX-License-Identifier: GPL-3.0-or-later
"""A TCP proxy that cuts, stalls, refuses and forgets, between workstations and a server."""
import asyncio
import random
import socket
import threading

CHUNK = 16 * 1024


class CuttingProxy:
    """Listens on 127.0.0.1 in a thread of its own; every method may be called from any thread."""

    def __init__(self, target_port, seed):
        self.target_port = target_port
        self.cuts = 0
        self._random = random.Random(seed)
        self._cut_side = None       # "up" or "down": the next chunk on that way is cut in two
        self._stalled_until = 0.0   # of the loop's clock
        self._delay = 0.0
        self._deaf = set()          # connections that answer nothing any more
        self._open = {}             # connection number -> its two writers
        self._count = 0
        self._server = None
        self._loop = asyncio.new_event_loop()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self.accept()

    def _call(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    # What a chaos does to it.

    def accept(self):
        """Takes connections (again)."""
        self._call(self._listen())

    def refuse(self):
        """Drops all connections, and refuses new ones until accept."""
        self._call(self._close())

    def cut(self, side):
        """Forwards half of the next chunk on that way, then resets the connection."""
        self._cut_side = side

    def stall(self, seconds):
        self._stalled_until = self._loop.time() + seconds

    def delay(self, seconds):
        """Of every chunk from now on; 0 ends it."""
        self._delay = seconds

    def deafen(self, seconds):
        """What is open now hears nothing and is told nothing, and breaks after that time."""
        numbers = list(self._open)
        self._deaf.update(numbers)
        for number in numbers:
            self._loop.call_soon_threadsafe(self._loop.call_later, seconds, self._break, number)

    def heal(self):
        """Nothing is disturbed any more; what was deaf breaks now."""
        self._cut_side, self._stalled_until, self._delay = None, 0.0, 0.0
        for number in list(self._deaf):
            self._loop.call_soon_threadsafe(self._break, number)
        self.accept()

    def stop(self):
        self.refuse()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    # Inside the loop.

    async def _listen(self):
        if self._server is None:
            self._server = await asyncio.start_server(self._serve, "127.0.0.1", self.port)

    async def _close(self):
        if self._server is not None:
            self._server.close()
            self._server = None
        for number in list(self._open):
            self._break(number)

    def _break(self, number):
        self._deaf.discard(number)
        for writer in self._open.pop(number, ()):
            # Reset instead of an orderly end, as after a cable was pulled.
            writer.transport.abort()

    async def _serve(self, reader, writer):
        try:
            there = await asyncio.open_connection("127.0.0.1", self.target_port)
        except OSError:
            writer.transport.abort()
            return
        self._count += 1
        number = self._count
        self._open[number] = (writer, there[1])
        await asyncio.gather(self._pass(number, "up", reader, there[1]),
                             self._pass(number, "down", there[0], writer))
        self._break(number)

    async def _pass(self, number, side, reader, writer):
        try:
            while number in self._open:
                chunk = await reader.read(CHUNK)
                if not chunk:
                    break
                while number in self._deaf or self._loop.time() < self._stalled_until:
                    await asyncio.sleep(0.05)
                if self._delay:
                    await asyncio.sleep(self._delay)
                if self._cut_side == side and len(chunk) > 8:
                    self._cut_side = None
                    self.cuts += 1
                    writer.write(chunk[: self._random.randrange(1, len(chunk))])
                    await writer.drain()
                    break
                writer.write(chunk)
                await writer.drain()
        except (OSError, asyncio.CancelledError):
            pass
        self._break(number)

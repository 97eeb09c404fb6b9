// SPDX-License-Identifier: GPL-3.0-or-later
// A rest ends by time, by a ring from anywhere, or by a socket; never twice for one ring.
#include "core/base/wake_up.h"

#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <thread>

using namespace yingda;
using Cause = WakeUp::Cause;

namespace {

constexpr Milliseconds longTime{600'000};

}  // namespace

TEST_CASE("a ring that comes before the rest ends it, once", "[base]") {
  WakeUp wakeUp;
  wakeUp.ring();
  wakeUp.ring();
  CHECK(wakeUp.wait(longTime) == Cause::Asked);
  CHECK(wakeUp.wait(Milliseconds(1)) == Cause::Time);
  CHECK(wakeUp.wait(Milliseconds(-5)) == Cause::Time);
}

TEST_CASE("a ring from another thread ends a rest", "[base]") {
  WakeUp wakeUp;
  std::thread other([&wakeUp] { wakeUp.ring(); });
  CHECK(wakeUp.wait(longTime) == Cause::Asked);
  other.join();
}

TEST_CASE("a socket with something to read ends a rest, and so does one whose other end is gone",
          "[base]") {
  int ends[2] = {-1, -1};
  REQUIRE(socketpair(AF_UNIX, SOCK_STREAM, 0, ends) == 0);
  WakeUp wakeUp;
  CHECK(wakeUp.wait(Milliseconds(1), ends[0]) == Cause::Time);
  REQUIRE(write(ends[1], "x", 1) == 1);
  CHECK(wakeUp.wait(longTime, ends[0]) == Cause::Socket);
  // Who asks comes first: the socket waits.
  wakeUp.ring();
  CHECK(wakeUp.wait(longTime, ends[0]) == Cause::Asked);
  char taken = 0;
  REQUIRE(read(ends[0], &taken, 1) == 1);
  close(ends[1]);
  CHECK(wakeUp.wait(longTime, ends[0]) == Cause::Socket);
  close(ends[0]);
}

TEST_CASE("being told to end is a ring", "[base]") {
  static WakeUp wakeUp;
  ringWhenToldToEnd(wakeUp);
  REQUIRE(raise(SIGTERM) == 0);
  CHECK(wakeUp.wait(longTime) == Cause::Asked);
  REQUIRE(raise(SIGINT) == 0);
  CHECK(wakeUp.wait(longTime) == Cause::Asked);
  signal(SIGTERM, SIG_DFL);
  signal(SIGINT, SIG_DFL);
}

// SPDX-License-Identifier: GPL-3.0-or-later
// poll(2) on an eventfd and a socket.
#include "core/base/wake_up.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>

namespace yingda {

namespace {

constexpr Milliseconds longest{86'400'000};

WakeUp* toldToEnd = nullptr;

}  // namespace

// Without a descriptor to spare nobody can ring, and every rest lasts its time: poll passes over
// -1.
WakeUp::WakeUp() : m_bell(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

WakeUp::~WakeUp() {
  if (m_bell >= 0) close(m_bell);
}

void WakeUp::ring() noexcept {
  const int saved = errno;
  const uint64_t one = 1;
  // A counter that is full has been rung.
  [[maybe_unused]] const auto written = write(m_bell, &one, sizeof one);
  errno = saved;
}

WakeUp::Cause WakeUp::wait(Milliseconds most, int socket) {
  const auto end = std::chrono::steady_clock::now() + std::clamp(most, Milliseconds(0), longest);
  for (;;) {
    // Rounded up, so that the last part of a millisecond is not spent turning in a circle.
    const auto left =
        std::chrono::ceil<Milliseconds>(end - std::chrono::steady_clock::now()).count();
    pollfd watched[] = {{m_bell, POLLIN, 0}, {socket, POLLIN, 0}};
    const int ready = poll(watched, 2, static_cast<int>(std::max<qint64>(left, 0)));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return Cause::Time;
    if (watched[0].revents != 0) {
      uint64_t count = 0;
      [[maybe_unused]] const auto taken = read(m_bell, &count, sizeof count);
      return Cause::Asked;
    }
    return Cause::Socket;
  }
}

void ringWhenToldToEnd(WakeUp& wakeUp) {
  toldToEnd = &wakeUp;
  struct sigaction action {};
  action.sa_handler = [](int) { toldToEnd->ring(); };
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGINT, &action, nullptr);
}

}  // namespace yingda

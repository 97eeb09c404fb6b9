// SPDX-License-Identifier: GPL-3.0-or-later
// A rest that ends early: when somebody asks, when a socket has something to read, or when the
// process is told to end.
#pragma once

#include "core/base/local_time.h"

namespace yingda {

/// Thread: `wait` from one at a time; `ring` from any, also from a signal handler. A ring that
/// comes when nobody rests ends the next rest at once; several rings are one.
class WakeUp {
 public:
  enum class Cause {
    Time,    ///< nothing happened
    Asked,   ///< `ring` was called
    Socket,  ///< there is something to read, or the other side is gone
  };

  WakeUp();
  ~WakeUp();
  WakeUp(const WakeUp&) = delete;
  WakeUp& operator=(const WakeUp&) = delete;

  void ring() noexcept;
  /// `socket`: a descriptor to watch, or -1. Not negative: milliseconds, at most a day.
  Cause wait(Milliseconds most, int socket = -1);

 private:
  int m_bell = -1;
};

/// From now on SIGTERM and SIGINT ring it instead of ending the process. One a process, for as long
/// as the process lives.
void ringWhenToldToEnd(WakeUp& wakeUp);

}  // namespace yingda

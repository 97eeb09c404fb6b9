// SPDX-License-Identifier: GPL-3.0-or-later
// When a draft must be written: soon after the first key that is not on disk yet, however fast she
// types.
#pragma once

#include <optional>

#include "core/base/local_time.h"

namespace yingda::ui {

/// Pure: times go in, decisions come out. At most one write is under way.
/// Limits: a write begins at most `delay` after the first unwritten key, or as soon as the one
/// before ended.
class DraftPacer {
 public:
  /// Well under the 250 ms that a word may be lost by, commit and a busy disk included.
  static constexpr Milliseconds delay{120};
  /// After a failed write the next try waits this long.
  static constexpr Milliseconds retryDelay{2000};

  void edited(Instant now);
  /// True when a write must begin now; it then counts as begun.
  bool beginIfDue(Instant now);
  void ended(bool isWritten, Instant now);
  /// How long until `beginIfDue` has something to do; nothing when it waits for a key or for an
  /// end.
  std::optional<Milliseconds> wait(Instant now) const;
  /// Everything typed is on disk.
  bool isClean() const { return !m_firstUnwritten && !m_isWriting; }
  /// Forgets everything: another draft comes.
  void reset() { *this = DraftPacer(); }

 private:
  std::optional<Instant> m_firstUnwritten;
  std::optional<Instant> m_notBefore;
  std::optional<Instant> m_writingSince;
  bool m_isWriting = false;
};

}  // namespace yingda::ui

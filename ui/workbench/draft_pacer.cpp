// SPDX-License-Identifier: GPL-3.0-or-later
// The bookkeeping of unwritten keys.
#include "ui/workbench/draft_pacer.h"

#include <algorithm>

namespace yingda::ui {

void DraftPacer::edited(Instant now) {
  if (!m_firstUnwritten) m_firstUnwritten = now;
}

bool DraftPacer::beginIfDue(Instant now) {
  const auto left = wait(now);
  if (!left || *left > Milliseconds{0}) return false;
  m_isWriting = true;
  m_writingSince = m_firstUnwritten;
  m_firstUnwritten.reset();
  m_notBefore.reset();
  return true;
}

void DraftPacer::ended(bool isWritten, Instant now) {
  m_isWriting = false;
  if (isWritten) return;
  // What that write held is unwritten again, with its own age.
  m_firstUnwritten = m_writingSince;
  m_notBefore = now + retryDelay;
}

std::optional<Milliseconds> DraftPacer::wait(Instant now) const {
  if (m_isWriting || !m_firstUnwritten) return std::nullopt;
  Instant due = *m_firstUnwritten + delay;
  if (m_notBefore) due = std::max(due, *m_notBefore);
  return std::max(due - now, Milliseconds{0});
}

}  // namespace yingda::ui

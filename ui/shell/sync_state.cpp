// SPDX-License-Identifier: GPL-3.0-or-later
// One value of the floor, said in three places.
#include "ui/shell/sync_state.h"

#include "ui/parts/sync_text.h"
#include "ui/shell/offline_bar.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/store_state.h"
#include "ui/shell/sync_chip.h"
#include "ui/shell/top_bar.h"

namespace yingda::ui {

namespace {

/// The strip's words: the state first, then what is counted. Empty when all is well or the store
/// stands alone.
QStringList stripParts(const SyncView& view, Instant now) {
  using State = SyncView::State;
  QStringList parts;
  switch (view.state) {
    case State::Alone:
      return parts;
    case State::Offline: {
      const QString since = sinceText(view.seenAt, now);
      parts << (since.isEmpty() ? offlineWord()
                                : QString(offlineWord() % QStringLiteral(" · ") % since));
      break;
    }
    case State::Live:
      parts << (view.unsent > 0 || view.conflicts > 0 || view.refusals > 0 ? syncedText()
                                                                           : QString());
      if (view.unsent > 0) parts.front() = connectedWord();
      if (view.standbyAge) parts.front() = standbyText(*view.standbyAge);
      break;
    case State::Connecting:
    case State::Refused:
    case State::Stopped:
    case State::Pushing:
    case State::Copying:
      parts << syncWords(view, now).text;
      break;
  }
  if (view.unsent > 0 && view.state != State::Pushing) parts << unsentText(view.unsent);
  if (view.conflicts > 0) parts << conflictsText(view.conflicts);
  if (view.refusals > 0) parts << refusalsText(view.refusals);
  return parts.front().isEmpty() ? QStringList() : parts;
}

}  // namespace

void SyncState::set(const SyncView& view, Instant now) {
  m_view = view;
  m_places.store->setJoined(view.state != SyncView::State::Alone);
  tick(now);
}

void SyncState::tick(Instant now) {
  const SyncShape shape = syncShape(m_view);
  m_places.top->setSync(shape, syncWords(m_view, now));
  m_places.bar->setSync(m_view, now);
  m_places.status->setSync(shape, stripParts(m_view, now));
}

}  // namespace yingda::ui

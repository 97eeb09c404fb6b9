// SPDX-License-Identifier: GPL-3.0-or-later
// A seeded morning at a journal, and what it must hold after each step, for the crash tests.
#pragma once

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/store/journal.h"

namespace yingda::test {

/// What can be read back from a journal.
struct JournalState {
  std::vector<QByteArray> payloads;  ///< of operation 1, 2, …; empty when erased
  QMap<QString, QByteArray> drafts;
  QMap<QString, QByteArray> facts;
  friend bool operator==(const JournalState&, const JournalState&) = default;
  QString text() const;
};

struct ScriptStep {
  enum class Act { Draft, DropDraft, Append, SaveTicket, Number, Fact, Erase, Reopen };
  Act act = Act::Draft;
  DraftId draft;
  QByteArray body;
  std::vector<QByteArray> payloads;
  qint64 sequence = 0;
};

/// The same seed gives the same steps; `payloadBytes` bounds the size of one.
std::vector<ScriptStep> makeScript(quint64 seed, int steps, int payloadBytes);

/// Plays steps on a journal and remembers what was acknowledged.
class ScriptPlayer {
 public:
  ScriptPlayer(QString folder, JournalOptions options);
  /// Opens the journal. Bounded by the caller; may be called again after a failure.
  Result<void> open();
  /// Done means acknowledged. After a failure `pending` is what the step would have made.
  Result<void> play(const ScriptStep& step);
  void close() { m_journal.reset(); }
  /// Reads everything back, and proves the chain.
  Result<JournalState> readBack();

  JournalState acknowledged;
  JournalState pending;
  QSet<QString> numbers;
  std::optional<WorkstationId> seat;  ///< known since the first open

 private:
  Result<void> act(const ScriptStep& step);

  QString m_folder;
  JournalOptions m_options;
  ManualClock m_clock{instantFromMs(1'770'000'000'000)};
  SystemRandom m_random;
  std::unique_ptr<Journal> m_journal;
};

}  // namespace yingda::test

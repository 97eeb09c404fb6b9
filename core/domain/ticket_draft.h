// SPDX-License-Identifier: GPL-3.0-or-later
// What the form holds while an agent types: saved with every pause of the keys, restored to the
// caret.
#pragma once

#include <QJsonObject>
#include <QStringList>

#include "core/base/result.h"
#include "core/domain/promise.h"
#include "core/domain/ticket.h"
#include "core/domain/tie.h"

namespace yingda {

/// A fact that was set before the ticket was saved, with the time it really happened.
struct DraftFact {
  ActivityKind kind = ActivityKind::Confirmed;
  Instant at{};
  QJsonObject data;
  bool stored = false;  ///< already an activity of the ticket, after an early dispatch
  friend bool operator==(const DraftFact&, const DraftFact&) = default;
};

/// What was promised before the ticket was saved; its id is made with the ticket's operation.
struct DraftPromise {
  Promise promise;
  bool stored = false;  ///< already on the ticket, after an early dispatch
  friend bool operator==(const DraftPromise&, const DraftPromise&) = default;
};

/// One call or matter being written down.
struct TicketDraft {
  DraftId id;
  Ticket ticket;  ///< its number is final from the first moment
  TicketText text;
  bool isSaved = false;  ///< the ticket exists already (early dispatch, or an edit of an open one)
  bool levelTouched = false;  ///< a person chose it; suggestions leave it alone
  bool kindTouched = false;
  QString callerNumber;   ///< canonical, or what was heard when it is no number
  bool verified = false;  ///< surname and room were confirmed; until then the household is dashed
  HouseholdId candidate;  ///< the household on the card, verified or not
  QString occurredWords;  ///< 发生时间 as typed while it cannot be read as a time; else empty
  QString occurredKept;   ///< those of the words that the ticket's history has already
  std::vector<DraftFact> facts;
  TicketId tieTo;  ///< what this one will be tied to when it is saved
  TieKind tieKind = TieKind::None;
  QList<TicketId> apartFrom;  ///< a person has said that these are something else
  QString suggested;          ///< a category that is decided by triage, shown, and chosen by nobody
  int suggestedSure = 0;      ///< its probability, in percent
  QString scriptId;
  QString scriptStep;
  QStringList scriptTrail;  ///< steps said, for going back
  QStringList usedPhrases;
  QStringList offered;  ///< what script, phrases and articles put into the texts, as it was put in
  QString emotion;      ///< how the owner feels, in the word that a person chose; empty: nobody has
  QString pace;         ///< 慢一点: slow or usual as a person chose; empty: nobody has
  bool isQuick = false;  ///< 快录: written down by quick entry, for the event of its ticket
  bool isShort = false;  ///< … and it stands in the short form
  std::vector<DraftPromise> promises;
  QString focusField;  ///< objectName of the field with the caret
  int caret = 0;
  Instant touchedAt{};

  bool has(ActivityKind kind) const;
  /// Adds the fact once; later calls change nothing.
  void mark(ActivityKind kind, Instant at, const QJsonObject& data = {});
  void unmark(ActivityKind kind);
  /// Nothing was typed or chosen yet: it may be dropped without a question.
  bool isBlank() const;
  friend bool operator==(const TicketDraft&, const TicketDraft&) = default;
};

QByteArray encode(const TicketDraft& draft);
Result<TicketDraft> decodeDraft(const QByteArray& bytes);

}  // namespace yingda

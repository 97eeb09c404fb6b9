// SPDX-License-Identifier: GPL-3.0-or-later
// One call being written down: household card, form, clocks. Everything typed is on disk within 250
// ms.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "core/domain/script_keys.h"
#include "core/service/backend.h"
#include "ui/desk/read_back.h"
#include "ui/workbench/draft_pacer.h"

class QScrollArea;

namespace yingda::ui {

class ClockSection;
class EventBar;
class HouseholdCardView;
class TicketForm;

/// Holds the draft that the form shows; facts, script position and household live here.
/// Owner: the workbench.
class DraftView final : public QWidget {
  Q_OBJECT
 public:
  explicit DraftView(Backend& backend, QWidget* parent = nullptr);
  /// Shows the draft; the one before is written out first.
  void show(const TicketDraft& draft);
  bool hasDraft() const { return !m_draft.id.isNull(); }
  /// As it is now, with what the form holds.
  TicketDraft draft() const;
  /// Writes what is not on disk yet, now.
  void flush();
  /// Lets go of the draft without writing: it was saved or ended.
  void release();
  void tick(Instant now);

  void setHousehold(const HouseholdCard& card);
  void setUnknownCaller();
  const HouseholdCard& household() const { return m_household; }
  void verify();
  void addFact(ActivityKind kind, const QJsonObject& details = {});
  // draft_answers.cpp
  /// Fills in what an answer says; what a person typed stays. `step` names it for takeBack.
  void applyAnswer(const QJsonObject& set, const QString& step = {});
  /// The step was gone back to: what its answer filled in and nobody changed since is open again.
  void takeBack(const QString& step);
  /// What the form says in the words of a script's answers.
  QHash<QString, QString> chosenWords() const;
  /// What conditions of a script's steps ask for, as the form says it now.
  QHash<QString, QString> standingWords() const;
  void noteScript(const QString& scriptId, const QString& step, const QStringList& trail);
  void notePhrase(const QString& id);
  void save(SaveIntent intent);
  /// 复述: place, matter, by when, person, number, as they stand in the form.
  std::vector<ReadBackPart> readBackParts() const;
  /// They were said: the process is told, and what was said stays in the record.
  void noteReadBack(const std::vector<ReadBackPart>& parts);
  /// 慢一点: slow or usual.
  void setPace(const QString& pace);
  /// A spoken warning, or the polite end; `seen` is how many insults there were by then.
  void noteWarning(int step, const QString& text, int seen);

  // draft_quick.cpp
  /// 快录: where it is on or proposed now.
  void setQuickEntries(const std::vector<QuickEntry>& entries);
  /// A new call's draft as the quick entry of its project wants it; unchanged where there is none.
  /// A caller whose home is not known belongs to the newest.
  TicketDraft quickened(const TicketDraft& draft, const CommunityId& community) const;
  /// Out of quick entry, into the whole form, and back; what was typed stays. Why not, or empty.
  QString toggleQuick();
  /// The draft that was saved last stood in the short form.
  bool endedShort() const { return m_endedShort; }
  /// The words that the line of what looks like it was an answer to.
  QString likeWords() const { return m_likeWords; }
  EventBar* eventBar() const { return m_event; }

  TicketForm* form() const { return m_form; }
  HouseholdCardView* card() const { return m_card; }
  ClockSection* clocks() const { return m_clocks; }

 Q_SIGNALS:
  /// Something of the draft changed: script and suggestions look again.
  void changed();
  /// The draft became a ticket and is gone; an early dispatch keeps it and does not signal this.
  void saved(const yingda::TicketView& view);
  void dispatchedEarly(const yingda::TicketView& view);
  void failed(const QString& sentence);
  /// The group event of the quick entry is to be shown.
  void eventWanted(const yingda::EventId& event);

 protected:
  bool event(QEvent* event) override;

 private:
  void build();
  void connectForm();
  void noteEdited();
  void pace();
  /// The pacer's own time: a jump of the wall clock must not delay a save.
  Instant paceNow() const { return instantFromMs(m_paceClock.elapsed()); }
  void giveRoom();
  void write();
  void refreshClocks();
  void findLike();
  void askTriage();
  void tieTo(const TicketId& ticket, TieKind kind);
  void takeAnswer(const Result<SaveAnswer>& answer, SaveIntent intent);
  void askRemarks(WordingField field, const QString& text, int generation);
  void askFeeling(const QString& request, int generation);
  void countCalls();
  void makePromise(const PromiseWish& wish);
  LintContext lintContext() const;
  void explain(const QString& milestoneId);
  // draft_quick.cpp
  const QuickEntry* quickEntry() const;
  void showQuick();
  void leaveQuick();
  // draft_answers.cpp
  void fillIn(ScriptKey key, const QJsonValue& value);

  Backend& m_backend;
  TicketDraft m_draft;
  HouseholdCard m_household;
  std::optional<Instant> m_standingArrival;
  DraftPacer m_pacer;
  QTimer m_paceTimer;
  QTimer m_likeTimer;
  QElapsedTimer m_paceClock;
  /// What an answer of the script found and left.
  struct Answered {
    QString step;
    TicketDraft before;
    TicketDraft after;
  };
  std::vector<Answered> m_answered;
  QString m_likeWords;    ///< what the line of what looks like it was an answer to
  int m_callsBefore = 0;  ///< of this household or number, within 7 days
  bool m_isSaving = false;
  bool m_endedShort = false;
  std::vector<QuickEntry> m_quickEntries;
  EventBar* m_event = nullptr;
  HouseholdCardView* m_card = nullptr;
  TicketForm* m_form = nullptr;
  ClockSection* m_clocks = nullptr;
};

}  // namespace yingda::ui

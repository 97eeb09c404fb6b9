// SPDX-License-Identifier: GPL-3.0-or-later
// The agent's desk: queue at the left, the call or the ticket in the middle, what to say at the
// right.
#pragma once

#include <QTimer>
#include <optional>

#include "core/service/backend.h"
#include "ui/desk/act_available.h"
#include "ui/desk/read_back.h"
#include "ui/kit/page.h"

class QStackedWidget;

namespace yingda::ui {

class Actions;
class CallBar;
class ReasonBar;
class CallLine;
class DraftView;
class DutyEditor;
class HouseholdEditor;
class HouseholdFinder;
class KeyTable;
class MessageBar;
class OpenTicket;
class QueuePanel;
class RingingPage;
class SidePane;
class TabStrip;
class WrapUpPanel;

/// What is said and read beside a call follows the category that stands there, chosen or not.
QString matterOf(const TicketDraft& draft);

/// Composes the widgets of ui/desk over one Backend. Nothing here moves the focus by itself while
/// she types. Owner: the window.
class WorkbenchPage final : public Page {
  Q_OBJECT
 public:
  WorkbenchPage(Backend& backend, Actions& actions, const KeyTable& keys, CallBar* callBar,
                QWidget* parent = nullptr);
  QString id() const override;
  QString title() const override;

  /// Somebody has signed in: her drafts, her queue.
  void enter();
  /// Writes out what is being typed; before a lock or the end.
  void flush();
  /// Once a second.
  void tick();
  /// A call rings; shown in the centre when nothing is being written, else in the bar alone.
  void ring(const QString& number);
  void openTicket(const TicketId& id);
  void openHousehold(const HouseholdId& id);
  /// The whole form over a saved ticket, to complete what quick entry left out.
  void complete(const TicketId& id);
  void openArticle(const QString& id);
  /// Shows the call script, from its first sentence.
  void openScript(const QString& id);
  /// Puts a kind word into the answer that is being written.
  void sayPhrase(const QString& id);
  /// Puts an article's sentence into the answer that is being written and keeps whose words it is;
  /// false when nothing is being written.
  bool quote(const QString& article, int version, const QString& sentence);
  void setCompact(bool compact);
  /// Who else is at work, and how the store stands to the shared floor.
  void setPresence(const std::vector<PresenceView>& others);
  /// What another page of the window says that she does, such as practising; empty: nothing.
  void setElsewhere(const QString& presence);
  void setFloor(const SyncView& view);

  DraftView* draftView() const { return m_draftView; }
  OpenTicket* ticketView() const { return m_openTicket; }
  QueuePanel* queuePanel() const { return m_queue; }
  SidePane* side() const { return m_side; }
  RingingPage* ringingPage() const { return m_ringing; }
  /// The object name of what stands in the centre: idle, ringing, draft, ticket, household.
  QString centre() const;

  /// Nobody would be interrupted: no call, no form, no act is open.
  bool isIdle() const;

 Q_SIGNALS:
  void said(const QString& sentence);
  /// The group event of the open ticket is to be shown.
  void eventWanted(const yingda::EventId& event);
  /// No call, no form and no act is open any more.
  void idle();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  /// What she said of herself, a code of awayCodes; only she ends it.
  struct Away {
    QString code;
    Instant since{};
    bool isReminded = false;
  };
  struct Call {
    QString number;
    Instant rangAt{};
    std::optional<Instant> takenAt;
    CallerCard caller;
    DraftId draft;  ///< what is being written down for this call
  };

  // workbench_page.cpp
  void build();
  QWidget* buildCentre();
  void connectParts();
  void show(QWidget* view);
  void loadQueue();
  void refreshDrafts();
  void noteChanged(const QList<TicketId>& tickets, const QList<HouseholdId>& households);
  // workbench_floor.cpp
  void connectPresence();
  void tellPresence();
  QString presenceCode() const;
  /// What she does beside the phone is asked for; or, when it is known, she is there again.
  void toggleAway();
  void setAway(const QString& code);
  void remindOfAway();
  void toggleHelp();
  void showLookers();
  // workbench_calls.cpp
  void takeOrRegister();
  void registerCall(const QString& number);
  void takeCall(const HouseholdId& preselected);
  void startDraft(const QString& number, Instant rangAt, const HouseholdId& candidate);
  /// Of a household on the card or of the caller's; null when it is neither.
  CommunityId communityOf(const HouseholdId& candidate) const;
  void rejectCall();
  void hangUp();
  void openWrapUp();
  void wrapUp(const QString& code, const QString& text);
  void newMatter();
  void nextDraft();
  /// Keeps what stands in the form, so that it can be brought back.
  void park();
  void showDraft(const TicketDraft& draft);
  void draftEnded(const TicketView& view);
  void editHousehold();
  void afterHouseholdSaved(const Result<HouseholdCard>& card);
  void refreshCallBar();
  // workbench_acts.cpp
  void connectScript();
  void refreshScript();
  void suggest();
  void dropStaleSuggestions();
  void findSimilar(const SimilarQuestion& question);
  void answer(int digit);
  void insertSentence(int digit);
  /// Something else than the script takes Ctrl+1…9 now.
  bool areDigitsTaken() const;
  void showAnswerKeys();
  void ask(Deed kind);
  void saveOrSubmit();
  void urge();
  void reveal(const QString& purpose);
  // workbench_care.cpp
  void connectCare();
  void refreshCare(const TicketDraft& draft);
  void showKindWords(const TicketDraft& draft);
  void toggleSlow();
  void offerPace(const TicketDraft& draft);
  void toggleSensitive();
  void openTemplates();
  /// The first press shows what to say, the next says that it was said; slowly, part by part.
  void readBack();
  void showReadBack();
  void foldReadBack();
  /// False the first time that a slow call is about to be dispatched without its read-back.
  bool mayDispatch();
  void copyOwnerSentence();
  bool isDrafting() const;
  /// On a narrow window the right pane is a tab: true when this call brought it up.
  bool revealSide();
  // workbench_quick.cpp
  void addQuickKeys();
  void loadQuick();
  /// Out of the short form and back; of a ticket that quick entry left bare, to complete it.
  void toggleQuick();
  void afterQuickSave(const TicketView& view);
  // workbench_duty.cpp
  void connectDuty();
  void loadDuty();
  void showDuty(bool isNew = false);
  void openDuty();
  void saveDuty(const std::vector<DutyContact>& rows);
  // workbench_keys.cpp
  void addKeys();
  void addTicketKeys();

  Backend& m_backend;
  Actions& m_actions;
  const KeyTable& m_keys;
  std::optional<Call> m_call;
  std::vector<TicketDraft> m_parked;
  std::vector<QuickEntry> m_quickEntries;
  std::vector<DutyContact> m_dutyContacts;
  std::vector<PresenceView> m_others;
  std::optional<Away> m_away;
  bool m_isHelpAsked = false;
  bool m_wasIdle = true;
  QString m_elsewhere;
  CommunityId m_dutyCommunity;
  QTimer m_reload;
  QTimer m_suggest;
  QString m_suggestedFor;
  QString m_endingsOf;  ///< the category whose endings are shown or asked for
  CallBar* m_callBar;
  ReasonBar* m_awayBar = nullptr;
  QueuePanel* m_queue = nullptr;
  CallLine* m_callLine = nullptr;
  HouseholdFinder* m_finder = nullptr;
  MessageBar* m_message = nullptr;
  std::vector<ReadBackPart> m_readBack;  ///< what is being said, empty when nothing is
  size_t m_readBackAt = 0;
  DraftId m_readBackOffered;  ///< the draft whose dispatch has asked for it once
  QStackedWidget* m_centre = nullptr;
  QWidget* m_idle = nullptr;
  RingingPage* m_ringing = nullptr;
  DraftView* m_draftView = nullptr;
  OpenTicket* m_openTicket = nullptr;
  HouseholdEditor* m_editor = nullptr;
  DutyEditor* m_dutyEditor = nullptr;
  QWidget* m_beforeDuty = nullptr;
  WrapUpPanel* m_wrapUp = nullptr;
  SidePane* m_side = nullptr;
  TabStrip* m_compactTabs = nullptr;
  QWidget* m_beforeSide = nullptr;
};

}  // namespace yingda::ui

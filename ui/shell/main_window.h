// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the workstation: bars, pages, palette, and the ways into it.
#pragma once

#include <QPointer>
#include <QWidget>
#include <memory>
#include <vector>

#include "core/service/backend.h"
#include "core/service/sync_views.h"
#include "ui/kit/actions.h"

class QStackedWidget;

namespace yingda::ui {

class CommandPalette;
class FirstRunPage;
class JoinPage;
class KeyHelp;
class MessageBar;
class OfflineBar;
class Page;
class SignInPage;
class StatusStrip;
class StoreState;
class SyncState;
class Theme;
class Toast;
class TopBar;

/// Joins the shell's parts to the backend. Pages add their verbs to actions().
/// Owner: the composition root. Limits: backend and theme outlive it.
class MainWindow final : public QWidget {
  Q_OBJECT
 public:
  MainWindow(Backend& backend, Theme& theme, const KeyTable& keys, QWidget* parent = nullptr);
  ~MainWindow() override;

  Actions& actions() { return *m_actions; }
  const KeyTable& keys() const { return m_actions->keys(); }

  /// Puts the page into the navigation; the first becomes current. Takes ownership.
  void addPage(Page* page);
  /// Makes the page current, adding it when it is new.
  void setPage(Page* page);
  Page* currentPage() const;
  /// A widget in place of the bars and pages (takes ownership); null goes back to the pages.
  void setCentral(QWidget* widget);
  /// A bar above the pages, under what the store has to tell. Takes ownership.
  void addBar(QWidget* bar);
  /// The place for the call in the top bar; null empties it. Takes ownership.
  void setCallBar(QWidget* bar);
  /// The verbs whose keys stand in the status strip.
  void setStatusHints(const QStringList& verbs);
  /// What a verb would act on now, shown behind it in the palette: 当前工单 公区爆管.
  void setCommandDetails(const QHash<QString, QString>& details);

  TopBar* topBar() const { return m_top; }
  StatusStrip* statusStrip() const { return m_status; }
  CommandPalette* palette() const { return m_palette; }
  /// The bar above the pages; hidden while there is nothing to say.
  MessageBar* messages() const { return m_messages; }
  void say(const QString& sentence);
  /// First run, sign-in or the pages, as the store asks for.
  void begin();
  void lock();
  /// The pages instead of a sheet of the shift: somebody calls.
  void leaveHandover();
  void openPalette();
  /// What the last outage may have doubled, in place of the pages; nothing happens when there is
  /// nothing, and says so when a person asked.
  void askDoubles(bool isAsked);
  /// The page of group events, at this one if it is not null.
  void openEvents(const EventId& event = {});
  /// With what would have been typed, e.g. the number of a ticket.
  void openPaletteWith(const QString& text);

  /// The page of conflicts and refused operations, opened by the chip, the bar and its key. It has
  /// no word in the navigation while the store stands alone. Takes ownership; once.
  void setInbox(Page* page);
  /// How the store stands to the shared floor, for chip, bar, strip and verbs.
  void setSync(const SyncView& view);
  const SyncView& sync() const;
  /// For the inbox, by conflictsGiven and refusalsGiven.
  void setConflicts(const std::vector<ConflictView>& conflicts);
  void setRefusals(const std::vector<RefusalView>& refusals);
  /// The page in which a server is joined, in place of bars and pages.
  void openJoin();
  /// The answer to joinTestWanted, or of a joinWanted that came to nothing.
  void showJoinTest(const JoinTest& test);
  /// A join has come about: sign-in or the pages.
  void showJoined();
  /// A join was taken back; see JoinPage::showCancelled.
  void showJoinCancelled(qint64 kept);
  /// Null while the page is not open.
  JoinPage* joinPage() const;
  OfflineBar* offlineBar() const { return m_offline; }
  /// Once a second: the words that count minutes.
  void tick();

 Q_SIGNALS:
  /// Somebody has signed in; the pages are shown.
  void entered(const yingda::Agent& agent);
  /// The first run asked for the demonstration.
  void demoAsked();
  void languageChosen(const QString& language);
  void householdChosen(const yingda::HouseholdId& id);
  void ticketChosen(const yingda::TicketId& id);
  /// A ticket that quick entry left bare is to be completed.
  void completionChosen(const yingda::TicketId& id);
  void articleChosen(const QString& id);
  void scriptChosen(const QString& id);
  void phraseChosen(const QString& id);
  /// What setSync, setConflicts and setRefusals gave, for the inbox.
  void syncGiven(const yingda::SyncView& view);
  void conflictsGiven(const std::vector<yingda::ConflictView>& conflicts);
  void refusalsGiven(const std::vector<yingda::RefusalView>& refusals);
  void ticked(yingda::Instant now);
  /// The inbox is opened: what it shows should be read anew.
  void conflictsWanted();
  /// A person wants the value that lost, or has looked at it.
  void restoreWanted(const QUuid& conflict);
  void seenWanted(const QUuid& conflict);
  void syncNowWanted();
  /// A person has confirmed that this store takes a new seat.
  void newSeatWanted();
  void joinTestWanted(const yingda::ServerAddress& request);
  void joinWanted(const yingda::ServerAddress& request);
  void joinCancelWanted();
  /// The window closes or the seat is locked: what is still in the hands must be saved now. Nothing
  /// is asked.
  void leaving();

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  void build();
  QWidget* makeFrame();
  void addVerbs();
  void connectParts();
  void openInbox();
  void leaveJoin();
  void showFirstRun();
  void showSignIn(const std::vector<Agent>& people);
  void enter(const Agent& agent);
  void openHandover();
  void handOver(const std::vector<HandoverGift>& gifts);
  /// Shows what the last shift left for who has come; takes the page away when nothing is left.
  void askWaiting();
  void takeOver(const QList<TicketId>& tickets, const QList<DraftId>& drafts);
  void showDoubles(const std::vector<DoubleView>& doubles);
  void loadEvents();
  void askCommunities();
  void showEventOf(const EventId& event);
  void actOnEvent(const EventId& event, const event_act::Any& what);
  void checkStatement(const QString& words);
  void tie(const TicketId& mine, const TicketId& other, TieKind kind);
  void signIn(const QString& staffNumber, const QString& secret);
  void setUp(const FirstRun& first);
  void askPeople();
  void showPerson();
  void toggleTheme();
  void readSettings();
  void writeSettings() const;
  QString settingsFile() const;

  Backend& m_backend;
  Theme& m_theme;
  Actions* m_actions;
  QStackedWidget* m_whole = nullptr;
  QWidget* m_frame = nullptr;
  TopBar* m_top = nullptr;
  MessageBar* m_messages = nullptr;
  OfflineBar* m_offline = nullptr;
  QPointer<Page> m_inbox;
  MessageBar* m_door = nullptr;
  QStackedWidget* m_pages = nullptr;
  StatusStrip* m_status = nullptr;
  QStringList m_communities;  ///< their names, for the filters of the palette
  CommandPalette* m_palette = nullptr;
  KeyHelp* m_keyHelp = nullptr;
  QPointer<FirstRunPage> m_firstRun;
  QPointer<SignInPage> m_signIn;
  QPointer<JoinPage> m_join;
  Toast* m_toast = nullptr;
  std::unique_ptr<StoreState> m_store;
  std::unique_ptr<SyncState> m_sync;
  QWidget* m_central = nullptr;
  QString m_lastStaffNumber;
};

}  // namespace yingda::ui

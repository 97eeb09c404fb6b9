// SPDX-License-Identifier: GPL-3.0-or-later
// The workstation put together: one backend, one window, its pages. No logic of its own.
#pragma once

#include <QObject>
#include <memory>
#include <optional>

#include "app/chime.h"
#include "core/service/backend.h"
#include "ui/kit/key_table.h"

namespace yingda {

class AlertDesk;

namespace ui {
class BulletinBar;
class ConflictPage;
class KnowledgePage;
class FloorPage;
class LearningPage;
class MainWindow;
class PracticePage;
class Theme;
class Ticker;
class TrainerPage;
class WorkbenchPage;
}  // namespace ui

/// Owner: main, or a test.
class Workstation final : public QObject {
  Q_OBJECT
 public:
  Workstation(std::unique_ptr<Backend> backend, ui::Theme& theme, QObject* parent = nullptr);
  ~Workstation() override;
  Backend& backend() { return *m_backend; }
  ui::MainWindow& window() { return *m_window; }
  ui::WorkbenchPage& workbench() { return *m_workbench; }
  ui::ConflictPage& inbox() { return *m_inbox; }
  ui::LearningPage& learningPage() { return *m_learning; }
  ui::KnowledgePage& knowledgePage() { return *m_knowledge; }
  ui::FloorPage& floorPage() { return *m_board; }
  ui::PracticePage& practicePage() { return *m_practice; }
  ui::TrainerPage& trainerPage() { return *m_trainer; }
  AlertDesk& alerts() { return *m_alerts; }
  /// First run, sign-in or the desk, whichever the store asks for.
  void begin();
  /// The demo organisation: made when the store is empty, entered as 8021 without asking.
  void beginDemo();
  /// A message of another process: "call NUMBER" or "raise".
  void receive(const QStringList& lines);

 Q_SIGNALS:
  void demoAsked();
  /// The wall is wanted, beside this window.
  void tvAsked();

 private:
  void connectParts();
  void connectInbox();
  void connectFloor();
  void connectLearning();
  void connectKnowledge();
  void readBulletins();
  void connectBoard();
  void connectPractice();
  void connectTrainer();
  void showLearning();
  void relearn();
  /// Verbs of the desk that work from another page: they go there first.
  void lendDeskVerbs(QWidget* page);
  void showDoubles();
  void takeSync(const SyncView& view);
  void readInbox();
  void tellRestored(const Result<void>& done);
  void tellNewSeat(const Result<SeatChange>& change);
  void join(const ServerAddress& request);
  void cancelJoin();
  void tellJoinFailed(const QString& fault, const QString& detail);
  /// Goes on as who joined, as soon as the server's people are here.
  void enterJoined();
  void enterDemo();

  std::unique_ptr<Backend> m_backend;
  ui::KeyTable m_keys;
  std::unique_ptr<ui::MainWindow> m_window;
  ui::WorkbenchPage* m_workbench = nullptr;
  ui::ConflictPage* m_inbox = nullptr;
  ui::LearningPage* m_learning = nullptr;
  ui::KnowledgePage* m_knowledge = nullptr;
  ui::BulletinBar* m_bulletins = nullptr;
  AlertDesk* m_alerts = nullptr;
  Chime m_chime;
  ui::FloorPage* m_board = nullptr;
  ui::PracticePage* m_practice = nullptr;
  ui::TrainerPage* m_trainer = nullptr;
  ui::Ticker* m_ticker = nullptr;
  QString m_waitingCall;
  /// Waits for the server's people, to go on as the one that they know.
  struct Joiner {
    AgentId agent;
    QString password;
  };
  std::optional<Joiner> m_joiner;
  bool m_isBack = false;  ///< what the outage may have doubled is to be shown
};

}  // namespace yingda

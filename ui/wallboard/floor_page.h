// SPDX-License-Identifier: GPL-3.0-or-later
// 看板: the supervisor's seat. Six tiles, the list behind the chosen one with one-key acts, what
// comes in, today's figures, and who is at work.
#pragma once

#include <QTimer>
#include <array>
#include <functional>

#include "core/service/backend.h"
#include "ui/kit/page.h"
#include "ui/wallboard/agent_grid.h"
#include "ui/wallboard/figure_table.h"
#include "ui/wallboard/floor_text.h"
#include "ui/wallboard/floor_tiles.h"

class QStackedWidget;

namespace yingda::ui {

class Actions;
class ArrivalsChart;
class Card;
class DepartmentBar;
class FigureList;
class FloorListCard;
class FloorModel;
class Label;
class Segmented;
class StageTable;
class ReasonBar;

/// The lists of the tiles, by their digits; Chosen is that of a figure or of a part of the queue.
enum class FloorTab { AtRisk = 1, NotTaken, Urgent, Promised, Groups, Agents, Chosen };

/// Reads for itself while it can be seen: soon after every change, and every five seconds.
/// Owner: the window. Limits: the backend outlives it.
class FloorPage final : public Page {
  Q_OBJECT
 public:
  FloorPage(Backend& backend, Actions& actions, QWidget* parent = nullptr);
  QString id() const override;
  QString title() const override;
  QString keyId() const override;
  QStringList hints() const override;

  /// Who leads the desk may look; to others `whyNot` says why not.
  bool mayLook() const;
  QString whyNot() const;
  void refresh();
  /// Once a second.
  void tick();
  void setPresence(const std::vector<PresenceView>& others);
  void setAlone(bool isAlone);
  /// The server answers; while it does not, who is at work is unknown.
  void setServer(bool isHeard);
  /// For pictures and tests: shows this instead of what the store holds.
  void show(const FloorSnapshot& snapshot);
  void show(const std::vector<KpiFigure>& figures);
  using QWidget::show;
  const FloorSnapshot& snapshot() const { return m_snapshot; }
  FloorTab tab() const { return m_tab; }
  void setTab(FloorTab tab);
  /// Null: the list is empty.
  TicketId currentTicket() const;
  const FloorModel& model() const;

 Q_SIGNALS:
  void ticketWanted(const yingda::TicketId& ticket);
  /// Enter on a group event.
  void eventWanted(const yingda::EventId& event);
  void said(const QString& sentence);
  void leaveAsked();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void openCurrent();
  QWidget* makeTiles();
  QWidget* makeLeft();
  QWidget* makeRight();
  void addVerbs(Actions& actions);
  void readFigures();
  void refreshTiles();
  /// `isOther`: than the one that was shown.
  void refreshList(bool isOther);
  Card* makeLowerCard();
  /// What comes in, or the queue by level and stage; `isAsked`: by a key, which goes on there.
  void showLower(int index, bool isAsked);
  /// The tickets behind a number, under its name.
  struct ChosenList {
    QString title;
    std::function<QFuture<Result<FloorList>>(int most)> read;
    FloorList list;
    int most = floorListMost;  ///< so many rows are read; 0 reads more
    QString name;              ///< of a figure and its span
    bool isFigure = false;
    bool isFromTable = false;
    /// Of a figure: what was not done, all that it counts, what its counter-figure counts.
    std::array<QList<TicketId>, 3> parts;
    int part = 0;
  };
  /// A tile's key; the first one once more lists what has run out already.
  void press(FloorTab tab);
  void chooseLate();
  void choose(ChosenList chosen);
  void readChosen();
  void chooseFigure(const KpiFigure& figure, FigureSpan span, bool isFromTable);
  QStringList partNames() const;
  void showPart(int part);
  void showMore();
  void openCell(Level level, Stage stage);
  void readTable();
  bool isTableShown() const;
  void showTable(bool isShown);
  /// 9: the next span of the table, the next part of a figure's tickets.
  void lookOtherwise();
  void arrange();
  const FloorList& listOf(FloorTab tab) const;
  void act(FloorAct what);
  void urge();
  void send(const QString& department);
  void stepIn();
  /// Somebody has it in hand: the reason is asked for.
  void askWhy(const TicketId& ticket);
  void takeOver(const QString& reason);
  void tell(const Result<TicketView>& done, const QString& sentence);

  Backend& m_backend;
  FloorSnapshot m_snapshot;
  FloorTab m_tab = FloorTab::AtRisk;
  ChosenList m_chosen;
  int m_chosenSerial = 0;
  std::vector<KpiFigure> m_shownFigures;
  AgentWatch m_watch;
  std::vector<PresenceView> m_others;
  FloorPeopleWatch m_people;
  bool m_isReading = false;
  bool m_isStale = false;  ///< something changed while a reading was under way
  TicketId m_acting;
  QString m_actingTitle;
  Instant m_readAt{};
  Instant m_figuresAt{};
  QTimer m_soon;

  std::array<FloorTile*, 6> m_tiles{};
  FloorListCard* m_list = nullptr;
  FigureTable* m_table = nullptr;
  QStackedWidget* m_sheets = nullptr;  ///< how it is now, and all figures
  DepartmentBar* m_departments = nullptr;
  ReasonBar* m_takeOver = nullptr;
  Label* m_arrivalsTitle = nullptr;
  Label* m_lowerNote = nullptr;
  ArrivalsChart* m_arrivals = nullptr;
  StageTable* m_queue = nullptr;
  QStackedWidget* m_lower = nullptr;
  Segmented* m_lowerChoice = nullptr;
  FigureList* m_figures = nullptr;
  Label* m_agentsNote = nullptr;
  AgentGrid* m_agents = nullptr;
  QWidget* m_left = nullptr;
  QWidget* m_right = nullptr;
  QWidget* m_figuresCard = nullptr;
  QWidget* m_arrivalsCard = nullptr;
  bool m_showsRight = false;  ///< in a narrow window: which half is shown
};

}  // namespace yingda::ui

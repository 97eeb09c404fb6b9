// SPDX-License-Identifier: GPL-3.0-or-later
// 交接班, in place of the pages: what this shift leaves and to whom, or what the last one left
// here.
#pragma once

#include <QHash>
#include <QWidget>

#include "core/service/views.h"

class QListView;

namespace yingda::ui {

class Card;
class HandoverDelegate;
class HandoverModel;
class HintButton;
class Label;
class LineBox;
class RichLabel;

/// Giving: digits choose the colleague for the lines that are selected (Ctrl+A: all), 0 the next
/// shift, Enter the colleague chosen last; a letter or / goes to the box that finds one of
/// hundreds, by staff number, name or pinyin, where Enter chooses the first found; Ctrl+Enter hands
/// over what is assigned and signs out; Esc goes back to work. Taking: Enter takes the selected
/// lines, Ctrl+Enter all; Esc goes to work, and the rest stays.
class HandoverPage final : public QWidget {
  Q_OBJECT
 public:
  explicit HandoverPage(QWidget* parent = nullptr);
  /// What this shift leaves. `unsent`: operations that the server does not have yet.
  void showSheet(const HandoverSheet& sheet, qint64 unsent, Instant now);
  /// What was left for the person who has come.
  void showWaiting(const std::vector<HandoverLine>& lines, Instant now);
  bool isGiving() const { return m_isGiving; }
  /// Tickets with nobody yet. A draft without anybody stays its writer's.
  int unassigned() const;

 Q_SIGNALS:
  void giveAsked(const std::vector<yingda::HandoverGift>& gifts);
  void takeAsked(const QList<yingda::TicketId>& tickets, const QList<yingda::DraftId>& drafts);
  /// Back to work, or to it.
  void closed();

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void assign(int colleague);
  /// Whoever the box finds, with a digit each for as many as there are digits.
  void findPeople();
  bool takeFindKey(QKeyEvent& event);
  void leaveFinding();
  void refreshRows();
  void refreshWords();
  void step(int by);
  void finish();
  bool takeKey(QKeyEvent& event);
  int current() const;
  /// Places of the selected lines.
  std::vector<size_t> chosen() const;
  void take(const std::vector<size_t>& places);
  QString nameOf(int colleague) const;

  bool m_isGiving = true;
  std::vector<HandoverLine> m_lines;
  std::vector<Agent> m_colleagues;
  std::vector<int> m_found;  ///< places in `m_colleagues`
  /// For each line of this sheet: place in `m_colleagues`, or `nextShift`.
  QHash<QUuid, int> m_chosen;
  int m_last = 0;
  int m_stays = 0;
  qint64 m_unsent = 0;
  Instant m_now{};
  Label* m_title;
  RichLabel* m_intro;
  HandoverModel* m_model;
  HandoverDelegate* m_delegate;
  QListView* m_view;
  Card* m_people;
  LineBox* m_find;
  RichLabel* m_names;
  RichLabel* m_note;
  HintButton* m_back;
  HintButton* m_one;
  HintButton* m_done;
};

}  // namespace yingda::ui

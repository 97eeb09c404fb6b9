// SPDX-License-Identifier: GPL-3.0-or-later
// 群诉, in place of the pages: what the radar proposes, the events, and one of them whole.
#pragma once

#include <QWidget>

#include "core/service/event_views.h"

class QListWidget;

namespace yingda::ui {

class HintButton;
class Label;
class MessageBar;
class RichLabel;
class TextBox;

/// In the left list Enter makes an event of a proposal, or goes to the tickets of an event. Among
/// the tickets Space marks, Enter opens; 1 splits the marked off, 2 takes them out, 3 approves the
/// words, 4 closes or opens again, 5 puts the next notice half an hour on, 6 turns quick entry on
/// or off, 7 shows only what quick entry left to be completed, which Enter then opens to be
/// written on, 0 takes the last act back. Delete dismisses a proposal and brings it back.
/// Ctrl+Enter in the words saves them. Esc goes to work.
/// Owner: the window, which asks the backend.
class EventPage final : public QWidget {
  Q_OBJECT
 public:
  explicit EventPage(QWidget* parent = nullptr);
  void setLists(const std::vector<EventProposal>& proposals, const std::vector<EventView>& events);
  /// Who looks: whose own proposal of quick entry a second person has to confirm.
  void setMe(const AgentId& me) { m_me = me; }
  /// For which projects quick entry may be opened before the first report.
  void setCommunities(const std::vector<Community>& communities);
  /// The event at the right; its words are kept while they are being written.
  void setEvent(const EventView& view, Instant now);
  EventId shownEvent() const { return m_view.event.id; }
  /// What the wording check says of the words, a sentence each.
  void setRemarks(const QStringList& remarks);
  /// The tickets that are marked; the one the cursor stands on when none is.
  QList<TicketId> marked() const;

 Q_SIGNALS:
  void eventWanted(const yingda::EventId& event);
  void actAsked(const yingda::EventId& event, const yingda::event_act::Any& what);
  void ticketWanted(const yingda::TicketId& ticket);
  /// A ticket that quick entry left bare is to be written on.
  void completeWanted(const yingda::TicketId& ticket);
  void dismissAsked(const yingda::EventProposal& proposal, bool isDismissed);
  void wordsWritten(const QString& words);
  void closed();

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeLists();
  QWidget* makeEvent();
  void take();
  void fillList();
  void fillMembers();
  void toggleQuick();
  /// 不是一件事: the proposal that the cursor stands on, or back again.
  void dismiss();
  const EventProposal* currentProposal() const;
  bool takeKey(const QKeyEvent& event);
  void actMarked(int key);
  void save(std::optional<Instant> notice);
  void showActs();

  std::vector<EventProposal> m_proposals;
  std::vector<EventView> m_events;
  std::vector<Community> m_communities;
  std::vector<Community> m_opens;    ///< those without quick entry, as the last rows offer them
  std::vector<EventMember> m_shown;  ///< all members, or the bare ones
  AgentId m_me;
  bool m_isBareOnly = false;
  EventView m_view;
  EventUndo m_undo;
  Instant m_now{};
  QListWidget* m_list;
  QListWidget* m_members;
  Label* m_title;
  RichLabel* m_head;
  TextBox* m_words;
  RichLabel* m_remarks;
  Label* m_empty;
  QWidget* m_right = nullptr;
  HintButton* m_close = nullptr;
  HintButton* m_back = nullptr;
  HintButton* m_quick = nullptr;
  HintButton* m_bare = nullptr;
  HintButton* m_dismiss = nullptr;
};

}  // namespace yingda::ui

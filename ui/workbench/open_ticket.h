// SPDX-License-Identifier: GPL-3.0-or-later
// An existing ticket in the centre: what it is, what can be done, its clocks and its record.
#pragma once

#include <QWidget>
#include <memory>

#include "core/base/task_thread.h"
#include "core/service/backend.h"
#include "ui/desk/act_available.h"

class QMimeData;

namespace yingda::ui {

class ActPanel;
class AttachmentStrip;
class ClockSection;
class EventBar;
class LikeBar;
class PromiseLine;
class PromiseList;
class ReasonBar;
class TicketPanel;
class TieList;

/// Owner: the workbench. Loads by id; a newer load makes older answers stale.
class OpenTicket final : public QWidget {
  Q_OBJECT
 public:
  explicit OpenTicket(Backend& backend, QWidget* parent = nullptr);
  void load(const TicketId& id);
  void show(const TicketView& view);
  TicketId id() const { return m_view.ticket.id; }
  const TicketView& view() const { return m_view; }
  void tick(Instant now);
  /// The act of a key; false when the ticket does not allow it now.
  bool ask(Deed kind);
  bool isActing() const;
  void submitAct();
  /// 认领 what nobody has, 放手 what is one's own; of another's ticket a leader is asked why.
  void toggleClaim();
  /// 敏感来电: marks the ticket; a marked one is asked why it is none, of who may say so.
  void toggleSensitive();
  void setLookers(const std::vector<PresenceView>& here);
  void setFloor(const SyncView& view);
  /// Ctrl+M: ties this ticket to what it looks like; false when nothing does.
  bool mergeLike();
  /// F7: opens the line of a promise, or registers what stands in the open one.
  void askPromise();
  ClockSection* clocks() const { return m_clocks; }
  /// Asks for files; they are added when chosen.
  void askFiles();
  void attach(const QStringList& paths);
  /// A picture or files of the clipboard, or dropped here; false when there is neither.
  bool attachFrom(const QMimeData* content);

 Q_SIGNALS:
  void shown(const yingda::TicketView& view);
  void failed(const QString& sentence);
  /// The group event of this ticket is to be opened.
  void eventWanted(const yingda::EventId& event);
  /// Another ticket is to be opened.
  void wanted(const yingda::TicketId& ticket);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void connectAttachments();
  void showAttachments(bool isOther);
  void takeChanged(const TicketId& id, const Result<TicketView>& view);
  void openAttachment(const Attachment& attachment);
  void showThumbnail(const Attachment& attachment);
  Role role() const;
  void act(const act::Any& what);
  void explain(const QString& milestoneId);
  void connectPromises();
  void findLike();
  void tieTo(const TicketId& other, TieKind kind);
  void claim(ClaimWish wish, const QString& reason = {});
  /// False when somebody else has the ticket and this is the first time of asking.
  bool mayCall();

  Backend& m_backend;
  TicketView m_view;
  int m_question = 0;
  TicketPanel* m_panel;
  EventBar* m_event;
  TieList* m_ties;
  LikeBar* m_like;
  PromiseList* m_promises;
  PromiseLine* m_promise;
  AttachmentStrip* m_attachments;
  std::unique_ptr<TaskThread> m_encoder;  ///< made when a picture is first pasted
  ReasonBar* m_takeOver;
  ActPanel* m_acts;
  bool m_isJoined = false;
  bool m_insists = false;  ///< was told whose it is, and may call the owner all the same
  ClockSection* m_clocks;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// One line under the form: what is being written down looks like a ticket that is there.
#pragma once

#include "core/domain/ticket_draft.h"
#include "core/service/views.h"
#include "ui/kit/message_bar.h"

namespace yingda::ui {

/// Opens in place and never takes the focus. The act ties as proposed or takes back; tied, the bar
/// asks which of the three relations it is, and Ctrl+1…3 answer until something else is typed. The
/// cross says that it is something else.
/// Owner: the form.
class LikeBar final : public MessageBar {
  Q_OBJECT
 public:
  explicit LikeBar(QWidget* parent = nullptr);
  /// What the draft is tied to already stays shown, whatever looks like it now.
  void set(const LikeAnswer& answer, const TicketDraft& draft);
  /// For a ticket that is saved already: the act ties at once, and there is nothing to say about a
  /// save to come. What it is tied to is not offered again.
  void setSaved(const LikeAnswer& answer, const TicketView& view);
  void clear();
  bool isOffering() const { return !isHidden(); }
  const LikeAnswer& offered() const { return m_answer; }
  /// The words that it was an answer to stand there no more; what is tied stays.
  void dropOffer();
  /// The verb of the key: ties, or takes back what was tied.
  void act();
  /// It has been tied by now: the digits are the bar's until endChoice.
  bool isChoosing() const { return m_isChoosing && !isHidden(); }
  /// 1 重复, 2 同因, 3 相关; false for another digit or when nothing is tied.
  bool choose(int digit);
  void endChoice();

 Q_SIGNALS:
  /// None: taken back.
  void tieAsked(const yingda::TicketId& ticket, yingda::TieKind kind);
  void apartSaid(const yingda::TicketId& ticket);
  /// The digits have become the bar's, or have gone back.
  void choosingChanged();

 private:
  QWidget* makeChoices();
  void setChoosing(bool isChoosing);
  void showChoices();
  void showOffer();
  void showTied();
  QString causeText(const QString& number) const;

  LikeAnswer m_answer;
  TicketId m_tiedTo;
  TieKind m_tied = TieKind::None;
  bool m_isSaved = false;
  bool m_isChoosing = false;
  QWidget* m_choices = nullptr;
  std::vector<HintButton*> m_kinds;
  QString m_tiedNumber;
};

/// 同梯 40 分钟内 2 户报「漏水」：3栋2单元202、3栋2单元502
QString likeText(const LikeAnswer& answer);

}  // namespace yingda::ui

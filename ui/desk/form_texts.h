// SPDX-License-Identifier: GPL-3.0-or-later
// The three texts of a ticket: what the owner said, what we answered, what only we read.
#pragma once

#include <QWidget>

#include "core/domain/ticket.h"
#include "ui/desk/text_remarks.h"

class QHBoxLayout;
class QVBoxLayout;

namespace yingda::ui {

class FormField;
class KeyHint;
class RemarkLine;
class TextBox;

/// Request and reply side by side; the note is one line until it is used.
class FormTexts final : public QWidget {
  Q_OBJECT
 public:
  explicit FormTexts(QWidget* parent = nullptr);
  /// Puts the texts in without telling anybody.
  void set(const TicketText& text);
  void store(TicketText& text) const;
  TextBox* request() const { return m_request; }
  TextBox* reply() const { return m_reply; }
  TextBox* note() const { return m_note; }
  void setRequestError(const QString& sentence);
  /// 快录: the request alone.
  void setShort(bool isShort);
  /// The reply under the request, for good.
  void setNarrow();
  /// A field beside the note: the equipment.
  void setBeside(QWidget* widget);

  /// The answer to `remarksAsked`; one for an older text is dropped.
  void setRemarks(WordingField field, int generation, const std::vector<Remark>& remarks);
  /// Keys of StandingRemark.
  void setSnoozed(const QSet<QString>& keys);
  /// Asks about both texts, as after a change.
  void askRemarks();
  /// The one on the line: of the text that had the caret last, nearest to the caret; null when
  /// there is none.
  const StandingRemark* shownRemark() const;
  std::optional<StandingRemark> acceptRemark();
  /// What may not be said to an owner, of both texts.
  std::vector<StandingRemark> hardRemarks() const;

 Q_SIGNALS:
  void edited();
  void requestEdited();
  void remarksAsked(yingda::WordingField field, const QString& text, int generation);
  void acceptAsked();
  void snoozeAsked();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void foldNote();
  void watchWords();
  TextRemarks* shownText() const;
  void showRemark();

  TextBox* m_request;
  TextBox* m_reply;
  TextBox* m_note;
  FormField* m_requestField;
  FormField* m_replyField;
  KeyHint* m_noteHint;
  QHBoxLayout* m_pair;  ///< request and reply
  QHBoxLayout* m_noteRow;
  TextRemarks* m_replyRemarks;
  TextRemarks* m_noteRemarks;
  RemarkLine* m_remark;
  QVBoxLayout* m_column;
  bool m_isNoteLast = false;  ///< the caret was in the note, not in the reply
  bool m_isOurs = false;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The three texts of a ticket: what the owner said, what we answered, what only we read.
#pragma once

#include <QWidget>

#include "core/domain/ticket.h"

class QHBoxLayout;

namespace yingda::ui {

class FormField;
class KeyHint;
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
  /// A field beside the note: the equipment.
  void setBeside(QWidget* widget);

 Q_SIGNALS:
  void edited();
  void requestEdited();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void foldNote();

  TextBox* m_request;
  TextBox* m_reply;
  TextBox* m_note;
  FormField* m_requestField;
  FormField* m_replyField;
  KeyHint* m_noteHint;
  QHBoxLayout* m_noteRow;
  bool m_isOurs = false;
};

}  // namespace yingda::ui

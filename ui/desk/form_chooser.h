// SPDX-License-Identifier: GPL-3.0-or-later
// A field or pill with a short closed list: digits and initials choose at once.
#pragma once

#include <QWidget>
#include <optional>
#include <vector>

#include "core/domain/words.h"

class QPainter;

namespace yingda::ui {

class ChoiceList;

/// One choice of a closed list.
struct FormOption {
  QString id;
  QString text;
  QString letters = {};                       ///< pinyin initials; made from the text when empty
  std::optional<Level> level = std::nullopt;  ///< shows its chip
};

/// Takes no text and so no input method: the n-th digit chooses the n-th option, letters narrow by
/// initials, Down or a click opens the list. Tab goes on and accepts nothing.
class FormChooser final : public QWidget {
  Q_OBJECT
 public:
  enum class Look { Field, Pill };
  explicit FormChooser(Look look, QWidget* parent = nullptr);
  void setOptions(const std::vector<FormOption>& options);
  const std::vector<FormOption>& options() const { return m_options; }
  QString current() const { return m_current; }
  QString currentText() const;
  /// Shows the option without telling anybody; an unknown id shows the placeholder.
  void setCurrent(const QString& id);
  void setPlaceholder(const QString& text);
  /// A small word at the right: 按类别建议.
  void setReason(const QString& reason);
  QString reason() const { return m_reason; }
  /// Backspace and Delete take the choice away.
  void setClearable(bool clearable) { m_isClearable = clearable; }
  ChoiceList* list() const { return m_list; }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  /// A person has chosen it; empty when it was taken away.
  void chosen(const QString& id);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  const FormOption* find(const QString& id) const;
  void open();
  void pick(const QString& id);
  bool pickByLetters(const QString& typed);
  void describe();
  QRect paintLead(QPainter& painter, const QRect& area) const;

  Look m_look;
  std::vector<FormOption> m_options;
  QString m_current;
  QString m_placeholder;
  QString m_reason;
  QString m_letters;
  bool m_isClearable = false;
  ChoiceList* m_list;
};

std::vector<FormOption> levelOptions();
std::vector<FormOption> kindOptions();
std::vector<FormOption> channelOptions();
QString optionId(Level level);
QString optionId(Kind kind);
QString optionId(Channel channel);

}  // namespace yingda::ui

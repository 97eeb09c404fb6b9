// SPDX-License-Identifier: GPL-3.0-or-later
// Text on the screen: elided labels, labels with marked ranges, and the same for delegates.
#pragma once

#include <QList>
#include <QWidget>
#include <memory>

#include "ui/kit/theme.h"

class QTextLayout;

namespace yingda::ui {

/// Search: found words on the mark colour. Strong: bold. Accent: bold in accent. Underline: a
/// changed part.
enum class MarkKind { Search, Strong, Accent, Underline };

/// A range of a text, in UTF-16 units.
struct Mark {
  int start = 0;
  int length = 0;
  MarkKind kind = MarkKind::Search;
  friend bool operator==(const Mark&, const Mark&) = default;
};

/// The same ranges as marks of one kind.
QList<Mark> marksOf(const QList<QPair<int, int>>& ranges, MarkKind kind = MarkKind::Search);

/// Paints one line with the painter's font and pen, elided at the right to the rectangle.
void paintMarked(QPainter& painter, const QRect& rect, const QString& text,
                 const QList<Mark>& marks,
                 Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

/// One line that elides and then shows the whole text as a tool tip.
class Label final : public QWidget {
  Q_OBJECT
 public:
  explicit Label(const QString& text = {}, FontRole role = FontRole::Body13,
                 Token token = Token::Text, QWidget* parent = nullptr);
  QString text() const { return m_text; }
  void setText(const QString& text);
  void setText(const QString& text, const QList<Mark>& marks);
  void setRole(FontRole role);
  void setToken(Token token);
  void setAlignment(Qt::Alignment alignment);
  /// False: the label keeps its natural width instead of giving way.
  void setElides(bool elides);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void clicked();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();

  QString m_text;
  QList<Mark> m_marks;
  FontRole m_role;
  Token m_token;
  Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
  bool m_elides = true;
};

/// Wrapped text with marks, as high as its width asks for, optionally at most so many lines.
class RichLabel final : public QWidget {
  Q_OBJECT
 public:
  explicit RichLabel(FontRole role = FontRole::Body13, Token token = Token::Text,
                     QWidget* parent = nullptr);
  ~RichLabel() override;
  QString text() const { return m_text; }
  void setText(const QString& text, const QList<Mark>& marks = {});
  void setRole(FontRole role);
  void setToken(Token token);
  /// 0 means all lines.
  void setMaxLines(int lines);
  /// The height of a line over its font size; 1.6 for spoken sentences, 1.4 otherwise.
  void setLineSpacing(double factor);

  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  int lineHeight() const;
  int layOut(int width) const;
  void refresh();

  QString m_text;
  QList<Mark> m_marks;
  FontRole m_role;
  Token m_token;
  int m_maxLines = 0;
  double m_spacing = 1.4;
  std::unique_ptr<QTextLayout> m_layout;
};

}  // namespace yingda::ui

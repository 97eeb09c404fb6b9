// SPDX-License-Identifier: GPL-3.0-or-later
// A small pill with a word of state.
#pragma once

#include <QWidget>

namespace yingda::ui {

enum class Tone { Neutral, Accent, Red, Orange, Yellow, Green, Dashed };

/// A pill of 20 px: weak fill and the tone's text; Dashed is an edge without fill, for what is not
/// certain.
class Badge final : public QWidget {
  Q_OBJECT
 public:
  explicit Badge(const QString& text = {}, Tone tone = Tone::Neutral, QWidget* parent = nullptr);
  QString text() const { return m_text; }
  void setText(const QString& text);
  Tone tone() const { return m_tone; }
  void setTone(Tone tone);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_text;
  Tone m_tone;
};

/// Paints a pill without a widget, for delegates; `badgeSize` is what it needs.
QSize badgeSize(const QString& text);
void paintBadge(class QPainter& painter, const QRect& rect, const QString& text, Tone tone);

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The passing sentence at the bottom.
#include <QEvent>
#include <QPainter>
#include <chrono>

#include "ui/kit/message_bar.h"
#include "ui/kit/paint.h"

namespace yingda::ui {

namespace {

constexpr std::chrono::seconds lifeTime{4};
constexpr int toastHeight = 36;
constexpr int padding = 16;
constexpr int bottomGap = 44;  // clear of the status strip

}  // namespace

Toast::Toast(QWidget* window) : QWidget(window) {
  hide();
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
  setFont(ui::font(FontRole::Body13));
  window->installEventFilter(this);
  m_life.setSingleShot(true);
  m_life.setInterval(lifeTime);
  connect(&m_life, &QTimer::timeout, this, [this] { fadeTo(0.0); });
  connect(&m_fade, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    m_opacity = value.toDouble();
    update();
  });
  connect(&m_fade, &QVariantAnimation::finished, this, [this] {
    if (m_opacity <= 0.0) hide();
  });
}

void Toast::say(const QString& text) {
  m_text = text;
  setAccessibleName(text);
  place();
  show();
  raise();
  fadeTo(1.0);
  m_life.start();
}

void Toast::fadeTo(double opacity) {
  m_fade.stop();
  if (fadeMs() == 0) {
    m_opacity = opacity;
    setVisible(opacity > 0.0);
    update();
    return;
  }
  m_fade.setDuration(fadeMs());
  m_fade.setStartValue(m_opacity);
  m_fade.setEndValue(opacity);
  m_fade.start();
}

void Toast::place() {
  const QWidget* window = parentWidget();
  const int natural = fontMetrics().horizontalAdvance(m_text) + 2 * padding;
  const int wide = qMin(natural, window->width() - 2 * padding);
  setGeometry((window->width() - wide) / 2, window->height() - toastHeight - bottomGap, wide,
              toastHeight);
}

void Toast::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setOpacity(m_opacity);
  paintBox(painter, rect(), {color(Token::Text), std::nullopt, 1.0, 8.0, false});
  painter.setPen(color(Token::Surface));
  painter.setFont(font());
  paintMarked(painter, rect().adjusted(padding, 0, -padding + 1, 0), m_text, {});
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize && isVisible()) place();
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui

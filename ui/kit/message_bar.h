// SPDX-License-Identifier: GPL-3.0-or-later
// Messages in the page: a bar where the thing is, and a toast for what needs no answer.
#pragma once

#include <QFrame>
#include <QTimer>
#include <QVariantAnimation>

#include "ui/kit/badge.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

class HintButton;

/// A bar with a word in its tone, a sentence, at most one act, and a close cross when it may go.
/// It opens in place and never takes the focus.
class MessageBar : public QFrame {
  Q_OBJECT
 public:
  explicit MessageBar(Tone tone = Tone::Accent, QWidget* parent = nullptr);
  Tone tone() const { return m_tone; }
  void setTone(Tone tone);
  /// The word at the left, bold in the tone: "含糊", "同因？". Empty hides it.
  void setTitle(const QString& title);
  void setText(const QString& text, const QList<Mark>& marks = {});
  QString text() const;
  /// Empty text takes the act away.
  void setAct(const QString& text, const QString& hint = {});
  HintButton* actButton() const { return m_act; }
  /// A widget before the act; the bar takes it.
  void setBeside(QWidget* widget);
  void setClosable(bool closable);

 Q_SIGNALS:
  void acted();
  /// The person closed it; it is hidden already.
  void closed();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  Tone m_tone;
  Label* m_title;
  RichLabel* m_text;
  HintButton* m_act;
  HintButton* m_close;
};

/// A sentence at the bottom centre of its window for four seconds; a new one replaces the old.
/// Owner: the window.
class Toast final : public QWidget {
  Q_OBJECT
 public:
  explicit Toast(QWidget* window);
  void say(const QString& text);
  QString text() const { return m_text; }

 protected:
  void paintEvent(QPaintEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void place();
  void fadeTo(double opacity);

  QString m_text;
  double m_opacity = 0.0;
  QTimer m_life;
  QVariantAnimation m_fade;
};

}  // namespace yingda::ui

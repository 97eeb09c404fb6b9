// SPDX-License-Identifier: GPL-3.0-or-later
// Small parts of the script pane: a key cap to press, the box of the sentence, and a flowing row.
#pragma once

#include <QAbstractButton>
#include <QLayout>
#include <QList>
#include <QWidget>

#include "ui/desk/script_run.h"

namespace yingda::ui {

class RichLabel;

/// A key cap that can be pressed: Shift F5, F5.
class CapButton final : public QAbstractButton {
  Q_OBJECT
 public:
  CapButton(const QString& name, const QString& hint, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_hint;
};

/// 公区爆管 · 第 2 步，共 6 步: the title gives way, the progress stays. Pressing it opens the
/// chooser.
class ScriptTitle final : public QAbstractButton {
  Q_OBJECT
 public:
  explicit ScriptTitle(QWidget* parent = nullptr);
  /// `brief` stands there when the progress leaves no room for the title.
  void set(const QString& title, const QString& progress, const QString& brief);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_progress;
  QString m_brief;
};

/// The sentence to say, 15 px on weak accent, its values bold.
class ScriptSentenceBox final : public QWidget {
  Q_OBJECT
 public:
  explicit ScriptSentenceBox(QWidget* parent = nullptr);
  void setSentence(const ScriptSentence& sentence);
  /// 20 px for who is asked to speak slowly.
  void setLarge(bool large);
  /// Words of ours in place of a sentence, muted.
  void setNote(const QString& note);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  RichLabel* m_text;
};

/// Widgets from left to right at their own size, on as many lines as they need.
class FlowLayout final : public QLayout {
 public:
  explicit FlowLayout(QWidget* parent = nullptr, int gap = 8);
  ~FlowLayout() override;
  void addItem(QLayoutItem* item) override;
  int count() const override { return static_cast<int>(m_items.size()); }
  QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
  QLayoutItem* takeAt(int index) override;
  Qt::Orientations expandingDirections() const override { return {}; }
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  void setGeometry(const QRect& rect) override;
  QSize sizeHint() const override;
  QSize minimumSize() const override;

 private:
  int layOut(const QRect& rect, bool isReal) const;
  QList<QLayoutItem*> m_items;
  int m_gap;
};

}  // namespace yingda::ui

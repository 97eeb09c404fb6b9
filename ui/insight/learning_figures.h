// SPDX-License-Identifier: GPL-3.0-or-later
// A row of figures with the words under them, and the pairs that are taken for each other.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/starter.h"
#include "core/service/learning_view.h"

class QVBoxLayout;

namespace yingda::ui {

class Label;

/// One figure: big number, name, and what it means in one line. Owner: the page.
class LearningFigure final : public QWidget {
  Q_OBJECT
 public:
  LearningFigure(const QString& name, const QString& meaning, QWidget* parent = nullptr);
  void setText(const QString& text);
  QString text() const;

 private:
  Label* m_number;
  QString m_name;
};

/// 判成 → 应为, how often; at most eight rows. Owner: the page. Limits: the starter outlives it.
class ConfusionList final : public QWidget {
  Q_OBJECT
 public:
  explicit ConfusionList(const Starter& starter, QWidget* parent = nullptr);
  void set(const std::vector<LearningConfusion>& confusions);
  int count() const;

 private:
  QString nameOf(const QString& category) const;

  const Starter& m_starter;
  QVBoxLayout* m_rows;
};

}  // namespace yingda::ui

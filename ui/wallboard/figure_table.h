// SPDX-License-Identifier: GPL-3.0-or-later
// Every figure of the dictionary in its order, of a day, a week or a month, with what must stand
// beside it.
#pragma once

#include <QHash>
#include <QStyledItemDelegate>
#include <QWidget>
#include <set>
#include <vector>

#include "core/insight/kpi_figure.h"
#include "ui/kit/row_model.h"
#include "ui/wallboard/figure_words.h"

class QListView;

namespace yingda::ui {

class Label;
class Segmented;

/// What the table counts: until now, since midnight, since Monday, or since the first of the month.
enum class FigureSpan { Today, Week, Month };
KpiSpan kpiSpanOf(FigureSpan span, Instant now);
/// 今日 本周 本月
QString figureSpanText(FigureSpan span);

/// Never resets.
class FigureModel final : public RowModel<FigureWords> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
};

/// One line a figure; where that would be too narrow, what stands beside it has lines below.
class FigureDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void setWidth(int width) { m_isNarrow = width < narrowBelow; }
  /// Whose parts are shown.
  void setUnfolded(const std::set<int>* figures) { m_unfolded = figures; }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  static constexpr int narrowBelow = 1280;
  bool m_isNarrow = false;
  const std::set<int>* m_unfolded = nullptr;
};

/// Up and Down move, Enter asks for the tickets, Right and Left unfold and fold the projects, 9
/// goes to the next span; other keys are the page's. Owner: the page.
class FigureTable final : public QWidget {
  Q_OBJECT
 public:
  explicit FigureTable(QWidget* parent = nullptr);
  /// `dictionary` outlives the table.
  void set(std::vector<KpiFigure> figures, const KpiDictionary& dictionary);
  FigureSpan span() const { return m_span; }
  void setSpan(FigureSpan span);
  void nextSpan();
  const std::vector<KpiFigure>& figures() const { return m_figures; }
  int rowCount() const { return m_model->rowCount(); }
  /// What stands in a line, for those who hear it.
  QString textOf(int row) const { return m_model->rowAt(row).text(); }
  int current() const;

 Q_SIGNALS:
  void chosen(int figure);
  /// Other figures are wanted.
  void spanChanged();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void fill();
  void fold(bool isUnfolded);
  void open();

  FigureSpan m_span = FigureSpan::Today;
  std::vector<KpiFigure> m_figures;
  const KpiDictionary* m_dictionary = nullptr;
  std::set<int> m_unfolded;
  FigureModel* m_model;
  FigureDelegate* m_delegate;
  QListView* m_view;
  Segmented* m_spans;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as rows: title and version, and two lines with what was found.
#pragma once

#include <QListView>
#include <QStyledItemDelegate>
#include <vector>

#include "core/service/views.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/row_model.h"

namespace yingda::ui {

/// One article as it is listed.
struct KnowledgeRow {
  QString id;
  QString title;
  QString detail;
  QString badge;  ///< v3
  QList<Mark> marks;
  QList<Mark> detailMarks;
  friend bool operator==(const KnowledgeRow&, const KnowledgeRow&) = default;
};

/// Article hits of an answer, at most `limit`; a detail begins near its first mark.
std::vector<KnowledgeRow> knowledgeRows(const SearchAnswer& answer, int limit);

/// Never resets.
class KnowledgeModel final : public RowModel<KnowledgeRow> {
  Q_OBJECT
 public:
  using RowModel::RowModel;
  QVariant data(const QModelIndex& index, int role) const override;
};

class KnowledgeList;

/// As high as its one or two lines of detail ask for.
class KnowledgeDelegate final : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit KnowledgeDelegate(KnowledgeList* view);
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 private:
  KnowledgeList* m_view;
};

/// Up and Down move, Enter or a click opens. Whole: as high as its rows, without scrolling.
class KnowledgeList final : public QListView {
  Q_OBJECT
 public:
  enum class Extent { Scrolling, Whole };
  explicit KnowledgeList(Extent extent, QWidget* parent = nullptr);
  void setRows(const std::vector<KnowledgeRow>& rows);
  const std::vector<KnowledgeRow>& rows() const { return m_model->rows(); }

  /// Nothing at a point where a row is cut and therefore not shown.
  QModelIndex indexAt(const QPoint& point) const override;
  /// The row is cut at the lower edge; lists show whole rows.
  bool isCut(const QRect& rowRect) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void openAsked(const QString& articleId);

 protected:
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  int contentHeight() const;

  Extent m_extent;
  KnowledgeModel* m_model;
};

}  // namespace yingda::ui

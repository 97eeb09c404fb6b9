// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the ringing page, painted as rows that never take the focus.
#pragma once

#include <QWidget>
#include <vector>

#include "core/domain/words.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

/// One row: a key cap or a level chip, two lines, a word in the middle, two lines at the right.
struct RingingRow {
  QString cap;  ///< Ctrl 1; empty when the row has a level or nothing in front
  std::optional<Level> level;
  QString title;
  QString badge;  ///< dashed, behind the title
  QString detail;
  QString middle;
  bool isMiddleStrong = false;
  QString right;
  Token rightToken = Token::Text;
  QString rightDetail;
};

/// Whole rows of 57 px, one of them chosen. A click chooses.
class RingingList final : public QWidget {
  Q_OBJECT
 public:
  static constexpr int rowHeight = 57;
  explicit RingingList(QWidget* parent = nullptr);
  void setRows(const std::vector<RingingRow>& rows);
  const std::vector<RingingRow>& rows() const { return m_rows; }
  int chosen() const { return m_chosen; }
  void setChosen(int row);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

 Q_SIGNALS:
  void clicked(int row);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;

 private:
  void paintRow(QPainter& painter, int index) const;
  void describe();
  int paintLead(QPainter& painter, const QRect& area, const RingingRow& row) const;

  std::vector<RingingRow> m_rows;
  int m_chosen = -1;
};

}  // namespace yingda::ui

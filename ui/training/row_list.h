// SPDX-License-Identifier: GPL-3.0-or-later
// A list of rows with two lines each, as every list of practice looks.
#pragma once

#include <QListWidget>
#include <optional>
#include <vector>

#include "core/domain/words.h"
#include "ui/kit/badge.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

struct ListRow {
  QString key;   ///< stays the same while its words change
  QString lead;  ///< short, before the words: −6, ✓
  Token leadInk = Token::Text;
  QString title;
  QString detail;
  QString trailing;  ///< at the right of the title
  QString badge;     ///< at the right of the detail
  Tone tone = Tone::Neutral;
  std::optional<Level> level;
  bool isDim = false;
};

/// Enter and a double click choose. The current row stays the same thing when rows change.
/// Owner: its page.
class RowList final : public QListWidget {
  Q_OBJECT
 public:
  explicit RowList(QWidget* parent = nullptr);
  void setRows(const std::vector<ListRow>& rows);
  /// Empty without rows.
  QString currentKey() const;
  void choose(const QString& key);
  const ListRow& rowAt(int row) const { return m_rows[static_cast<size_t>(row)]; }
  /// With boxes to tick before each row (Space).
  void setCheckable(bool isCheckable) { m_isCheckable = isCheckable; }
  bool isCheckable() const { return m_isCheckable; }
  QStringList checkedKeys() const;
  void setLeadWidth(int width) { m_leadWidth = width; }
  int leadWidth() const { return m_leadWidth; }

 Q_SIGNALS:
  void chosen(const QString& key);
  void currentKeyChanged(const QString& key);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  std::vector<ListRow> m_rows;
  bool m_isCheckable = false;
  bool m_isFilling = false;
  int m_leadWidth = 0;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// A tile of the floor: what it counts, how many, what is wished for, one line of evidence.
#pragma once

#include <QWidget>

#include "ui/kit/theme.h"

namespace yingda::ui {

/// What a tile shows.
struct TileWords {
  QString title;
  QString value;
  Token tone = Token::Text;  ///< of the value
  QString first;             ///< the target
  QString second;            ///< the evidence
  friend bool operator==(const TileWords&, const TileWords&) = default;
};

/// Chosen by its digit, the mouse or Tab and Space. Owner: the page.
class FloorTile final : public QWidget {
  Q_OBJECT
 public:
  FloorTile(int digit, QWidget* parent = nullptr);
  void set(const TileWords& words);
  const TileWords& words() const { return m_words; }
  void setChosen(bool isChosen);
  bool isChosen() const { return m_isChosen; }
  QSize sizeHint() const override { return {180, 76}; }
  QSize minimumSizeHint() const override { return {130, 76}; }

 Q_SIGNALS:
  void chosen(int digit);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  int m_digit;
  TileWords m_words;
  bool m_isChosen = false;
};

}  // namespace yingda::ui

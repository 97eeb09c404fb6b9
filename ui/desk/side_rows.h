// SPDX-License-Identifier: GPL-3.0-or-later
// A line of the household list: title, words under it, words at the right; some can be opened.
#pragma once

#include <QAbstractButton>
#include <optional>

#include "core/domain/words.h"
#include "ui/kit/theme.h"

namespace yingda::ui {

/// What a row shows.
struct SideRowText {
  std::optional<Level> level = std::nullopt;
  QString title;
  QString detail = {};
  QString trailing = {};
  Token trailingToken = Token::Text2;
};

/// 32 high with one line, 52 with two. Without `canOpen` it takes no focus and no press.
class SideRow final : public QAbstractButton {
  Q_OBJECT
 public:
  SideRow(const SideRowText& text, bool canOpen, QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  SideRowText m_text;
  bool m_canOpen;
};

}  // namespace yingda::ui

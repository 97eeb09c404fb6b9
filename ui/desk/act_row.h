// SPDX-License-Identifier: GPL-3.0-or-later
// The acts of a ticket as buttons that go to a second line when the first is full.
#pragma once

#include <QWidget>
#include <vector>

#include "ui/desk/act_available.h"

namespace yingda::ui {

class HintButton;

/// The recommended act is the filled one. Wraps by its width.
class ActRow final : public QWidget {
  Q_OBJECT
 public:
  explicit ActRow(QWidget* parent = nullptr);
  void set(const std::vector<ActOffer>& offers);
  bool hasHeightForWidth() const override { return true; }
  int heightForWidth(int width) const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 Q_SIGNALS:
  void asked(yingda::Deed kind);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  int place(int width, bool moves) const;

  std::vector<HintButton*> m_buttons;
};

}  // namespace yingda::ui

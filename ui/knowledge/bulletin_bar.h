// SPDX-License-Identifier: GPL-3.0-or-later
// A bulletin that has to be read, above the pages until one key says that it was.
#pragma once

#include "core/service/knowledge_views.h"
#include "ui/kit/message_bar.h"

namespace yingda::ui {

/// Shows the first unread one with how many there are; takes no focus.
class BulletinBar final : public MessageBar {
  Q_OBJECT
 public:
  /// `hint`: the key that says it was read.
  explicit BulletinBar(const QString& hint, QWidget* parent = nullptr);
  void set(const KnowledgeView& view);
  /// The bulletin that is shown; empty while there is none.
  QString current() const { return m_current; }

 private:
  QString m_hint;
  QString m_current;
};

}  // namespace yingda::ui

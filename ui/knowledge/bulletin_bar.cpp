// SPDX-License-Identifier: GPL-3.0-or-later
// The first unread bulletin in one line.
#include "ui/knowledge/bulletin_bar.h"

#include <algorithm>

namespace yingda::ui {

BulletinBar::BulletinBar(const QString& hint, QWidget* parent)
    : MessageBar(Tone::Accent, parent), m_hint(hint) {
  setObjectName(QStringLiteral("bulletin"));
  setClosable(false);
  hide();
}

void BulletinBar::set(const KnowledgeView& view) {
  m_current = view.unread.value(0);
  const auto found = std::find_if(view.pieces.begin(), view.pieces.end(),
                                  [&](const PieceLine& line) { return line.id == m_current; });
  if (m_current.isEmpty() || found == view.pieces.end()) {
    m_current.clear();
    hide();
    return;
  }
  const auto count = view.unread.size();
  setTitle(count > 1 ? tr("通告 1 / %1").arg(count) : tr("通告"));
  setText(found->title % QStringLiteral("　") % found->detail);
  setAct(tr("已读"), m_hint);
  show();
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Closed tickets like this one, and how they ended.
#pragma once

#include "core/service/similar_views.h"
#include "ui/kit/quiet_list.h"

namespace yingda::ui {

/// Enter opens the ticket. Owner: the side pane.
class SimilarList final : public QuietList {
  Q_OBJECT
 public:
  explicit SimilarList(QWidget* parent = nullptr);
  void set(const std::vector<SimilarCase>& cases);

 Q_SIGNALS:
  void openAsked(const yingda::TicketId& ticket);

 private:
  std::vector<SimilarCase> m_cases;
};

/// 厨房下水堵了 · 已解决：疏通后试水正常 · 1.5 天 · 业主 5 分
QString similarText(const SimilarCase& one);

}  // namespace yingda::ui

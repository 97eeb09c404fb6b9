// SPDX-License-Identifier: GPL-3.0-or-later
// One operation that the server did not carry out: what it was, why, and what to do.
#pragma once

#include <QWidget>

#include "core/service/sync_views.h"

namespace yingda::ui {

class HintButton;
class Label;
class RichLabel;

class RefusalDetail final : public QWidget {
  Q_OBJECT
 public:
  explicit RefusalDetail(QWidget* parent = nullptr);
  void setRefusal(const RefusalView& refusal, Instant now);

 Q_SIGNALS:
  void openAsked();

 private:
  Label* m_title;
  Label* m_about;
  HintButton* m_open;
  RichLabel* m_summary;
  RichLabel* m_reason;
  Label* m_promise;
};

}  // namespace yingda::ui

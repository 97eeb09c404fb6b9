// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection test found, beside the fields.
#pragma once

#include <QWidget>

#include "core/service/sync_views.h"

class QGridLayout;

namespace yingda::ui {

class Label;
class RichLabel;

/// Before a test what it does, afterwards company and role and what a join would send, or the
/// server's own words about a fault.
class JoinResult final : public QWidget {
  Q_OBJECT
 public:
  explicit JoinResult(QWidget* parent = nullptr);
  void showIdle();
  void showTesting();
  void showFound(const JoinTest& test);
  void showFault(const JoinTest& test);
  void showJoining(const SyncView& view);
  void showCancelled(qint64 kept);
  QString title() const;

 private:
  void clear(const QString& title, const QString& text);
  void addFact(const QString& name, const QString& fact);

  Label* m_title;
  RichLabel* m_text;
  QGridLayout* m_facts;
  RichLabel* m_note;
};

}  // namespace yingda::ui

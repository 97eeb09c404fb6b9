// SPDX-License-Identifier: GPL-3.0-or-later
// The head of an editor: which version, in which stage, and what this person may do with it.
#pragma once

#include <QHash>
#include <QWidget>

#include "core/service/knowledge_views.h"

namespace yingda::ui {

class Badge;
class HintButton;
class KeyTable;
class Label;
class LineBox;

/// One filled button, the step that comes next; saving while there is something to save. Days are
/// asked for only by the steps that need them.
class PieceBar final : public QWidget {
  Q_OBJECT
 public:
  explicit PieceBar(const KeyTable& keys, QWidget* parent = nullptr);
  void set(const PieceView& view);
  /// A piece that nobody has saved yet.
  void setNew(PieceForm form, LocalDay today);
  void setDirty(bool isDirty);
  bool isDirty() const { return m_isDirty; }
  /// Why it cannot be published now; empty when nothing stands in the way.
  void setHindrance(const QString& words);
  void setTrouble(const QString& sentence);
  /// The step that comes next for this person; nothing when there is none.
  std::optional<ArticleStep> nextStep() const;
  /// Does the next step as its button would.
  void doNext();

 Q_SIGNALS:
  void saveAsked();
  void stepAsked(yingda::ArticleStep step, const yingda::PieceDays& days);
  void leaveAsked();

 private:
  bool may(ArticleStep step) const;
  std::optional<PieceDays> days();
  void ask(ArticleStep step);
  void refresh();

  PieceView m_view;
  PieceForm m_form = PieceForm::Article;
  LocalDay m_today{};
  bool m_isDirty = false;
  QString m_hindrance;
  Label* m_name;
  Badge* m_stage;
  Label* m_state;
  HintButton* m_back;
  HintButton* m_save;
  HintButton* m_next;
  HintButton* m_sendBack;
  HintButton* m_withdraw;
  QWidget* m_days;
  LineBox* m_from;
  LineBox* m_to;
  QWidget* m_toPart;
  LineBox* m_review;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The agent's own form inside a drill: the same widget, the same rules, the drill's store.
#pragma once

#include <QWidget>

#include "core/service/sandbox.h"

namespace yingda::ui {

class Actions;
class MilestoneStrip;
class TicketForm;

/// Takes a sandbox and nothing else, so that no production store can stand behind it. What is saved
/// goes on being edited: the talk is not over.
/// Owner: the practice room. Limits: the sandbox outlives it.
class DrillForm final : public QWidget {
  Q_OBJECT
 public:
  explicit DrillForm(Sandbox& sandbox, QWidget* parent = nullptr);
  void show(const TicketDraft& draft);
  using QWidget::show;
  /// As it is now, with what was saved and dispatched.
  TicketDraft draft() const;
  void tick(Instant now);
  TicketForm* form() const { return m_form; }
  /// The verbs of the form for as long as `receiver` can be seen.
  void addVerbs(Actions& actions, QWidget* receiver);

 Q_SIGNALS:
  void edited();

 private:
  void connectForm();
  void noteEdited();
  void save(SaveIntent intent);
  void takeAnswer(const Result<SaveAnswer>& answer, SaveIntent intent);
  void askTriage();
  void askRemarks(WordingField field, const QString& text, int generation);
  void makePromise(const PromiseWish& wish);
  void refreshClocks();

  Backend& m_backend;
  TicketDraft m_draft;
  bool m_isSaving = false;
  TicketForm* m_form = nullptr;
  MilestoneStrip* m_strip = nullptr;
};

}  // namespace yingda::ui

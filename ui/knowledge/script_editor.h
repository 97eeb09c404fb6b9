// SPDX-License-Identifier: GPL-3.0-or-later
// Writing a call script: its steps, what each says and where each answer leads, what is wrong with
// it, and how the agent will see it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/domain/starter.h"
#include "core/service/knowledge_views.h"

class QCheckBox;
class QStackedWidget;

namespace yingda::ui {

class AnswerRows;
class DiffView;
class HintButton;
class KeyTable;
class KnowledgeList;
class Label;
class LineBox;
class PieceBar;
class RichLabel;
class ScriptGraphView;
class TextBox;

/// Up and Down in the list of steps choose one; Ctrl+Shift+N or Insert adds one behind it, Alt+Up
/// and Alt+Down move it, Delete takes it away; Ctrl+J goes to the next thing that is wrong. Twee
/// comes in and goes out by file; what an import replaced comes back with Alt+Z.
class ScriptEditor final : public QWidget {
  Q_OBJECT
 public:
  ScriptEditor(const Starter& starter, const KeyTable& keys, QWidget* parent = nullptr);
  void begin(LocalDay today);
  void set(const PieceView& view);
  void noteSaved(const PieceView& view);
  PieceBar* bar() const { return m_bar; }
  QString id() const { return m_view.id; }
  /// As it would be saved: the text is Twee 3.
  ArticleText text() const;
  const Script& script() const { return m_script; }
  const std::vector<ScriptProblem>& problems() const { return m_problems; }
  void addStep();
  void moveStep(int by);
  void removeStep();
  void chooseStep(int index);
  int step() const { return m_step; }
  /// The next problem in the order of the steps; false when there is none.
  bool goToProblem();
  void focusSteps();
  /// Asks for the file; the answer goes to importFrom or exportTo.
  void askImport();
  void askExport();
  /// The script of the file takes the place of what is written here, unsaved, with whatever is
  /// wrong with it; false, with the reason on the bar and nothing changed, when it cannot be read.
  bool importFrom(const QString& path);
  bool exportTo(const QString& path);
  /// What stood here before the import, once; false when nothing was imported since.
  bool undoImport();

 Q_SIGNALS:
  void said(const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeLeft(const KeyTable& keys);
  QWidget* makeMiddle();
  QWidget* makeRight(const KeyTable& keys);
  void take(const Script& script);
  void showStep();
  void takeStep();
  /// The script stands there as if it had been typed.
  void put(const Script& script);
  void showAll();
  void showProblems();
  void showPreview();
  void showChanges();
  QWidget* makeWays();
  /// By value: going there looks at the script anew.
  void jump(ScriptProblem problem);
  QStringList stepNames() const;
  bool isDirty() const;

  const Starter& m_starter;
  PieceView m_view;
  Script m_script;
  QString m_saved;
  std::optional<Script> m_beforeImport;
  int m_step = -1;
  int m_problem = -1;
  bool m_isPutting = false;
  std::vector<ScriptProblem> m_problems;
  PieceBar* m_bar = nullptr;
  LineBox* m_title = nullptr;
  Label* m_count = nullptr;
  KnowledgeList* m_steps = nullptr;
  LineBox* m_name = nullptr;
  TextBox* m_say = nullptr;
  TextBox* m_sayVerified = nullptr;
  QCheckBox* m_confirms = nullptr;
  QCheckBox* m_tells = nullptr;
  LineBox* m_field = nullptr;
  LineBox* m_next = nullptr;
  LineBox* m_hint = nullptr;
  LineBox* m_when = nullptr;
  AnswerRows* m_answers = nullptr;
  LineBox* m_categories = nullptr;
  LineBox* m_levels = nullptr;
  LineBox* m_kinds = nullptr;
  QCheckBox* m_night = nullptr;
  ScriptGraphView* m_graph = nullptr;
  Label* m_paths = nullptr;
  QStackedWidget* m_ways = nullptr;
  DiffView* m_diff = nullptr;
  HintButton* m_compare = nullptr;
  Label* m_problemTitle = nullptr;
  KnowledgeList* m_problemList = nullptr;
  RichLabel* m_preview = nullptr;
  RichLabel* m_previewAnswers = nullptr;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The right pane: what to say, what we know, and who they are.
#pragma once

#include <QWidget>

#include "core/domain/starter.h"
#include "core/service/similar_views.h"
#include "core/service/views.h"

class QStackedWidget;

namespace yingda::ui {

class KeyTable;
class KnowledgeList;
class KnowledgePane;
class ScriptPane;
class SideHousehold;
class EndingsList;
class Label;
class SimilarList;
class TabStrip;

/// Tabs 话术, 知识, 业主 and 相似. Beside the centre it is 304 to 328 wide; as a tab of the centre
/// it takes the width there is. Owner: the workbench. Limits: the starter outlives it.
class SidePane final : public QWidget {
  Q_OBJECT
 public:
  enum Tab { Script, Knowledge, Owners, Similar, TabCount };
  static constexpr int leastWindowWidth = 1200;

  SidePane(const Starter& starter, const KeyTable& keys, QWidget* parent = nullptr);

  ScriptPane* script() const { return m_script; }
  KnowledgePane* knowledge() const { return m_knowledge; }
  SideHousehold* household() const { return m_household; }
  SimilarList* similar() const { return m_similar; }
  EndingsList* endings() const { return m_endings; }
  /// Closed tickets like what is open; their number stands on the tab.
  void setSimilar(const std::vector<SimilarCase>& cases);
  /// Under them: whether the tickets of the category end alike.
  void setEndings(const EndingsView& view);

  Tab tab() const;
  /// Shows the tab without telling anybody.
  void setTab(Tab tab);
  /// Ctrl PgDn and Ctrl PgUp.
  void nextTab();
  void previousTab();
  /// Below 1,200 logical px of window the pane is a tab of the centre.
  void setCompact(bool compact);
  bool isCompact() const { return m_isCompact; }
  /// Articles that fit the words of the form: under the script, and in the second tab.
  void setSuggestions(const SearchAnswer& answer);
  /// Opens the second tab with this article.
  bool openArticle(const QString& articleId);
  /// Alt n: a sentence of the article when one is open in sight, else a phrase.
  bool insertSentence(int digit);

  QSize sizeHint() const override;

 Q_SIGNALS:
  void tabChanged(int tab);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeScriptTab(const Starter& starter, const KeyTable& keys);
  QWidget* makeSuggested();
  QWidget* makeSimilarTab();
  void applyWidth();

  TabStrip* m_tabs;
  QStackedWidget* m_stack;
  ScriptPane* m_script = nullptr;
  KnowledgeList* m_suggested = nullptr;
  QWidget* m_suggestedPart = nullptr;
  KnowledgePane* m_knowledge = nullptr;
  SideHousehold* m_household = nullptr;
  SimilarList* m_similar = nullptr;
  QWidget* m_endingsPart = nullptr;
  Label* m_endingsText = nullptr;
  EndingsList* m_endings = nullptr;
  bool m_isCompact = false;
};

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Search in the articles while the call goes on, and one of them opened in place.
#pragma once

#include <QWidget>

#include "core/domain/starter.h"
#include "core/service/views.h"

class QStackedLayout;

namespace yingda::ui {

class KeyHint;
class KeyTable;
class KnowledgeArticle;
class KnowledgeList;
class Label;
class LineBox;

/// Search box, hits, and the opened article. It asks and never searches itself.
/// Owner: the side pane. Limits: the starter outlives it.
class KnowledgePane final : public QWidget {
  Q_OBJECT
 public:
  KnowledgePane(const Starter& starter, const KeyTable& keys, QWidget* parent = nullptr);

  /// The answer to queryChanged; one to an older text is left out.
  void set(const SearchAnswer& answer);
  /// What fits the words of the form; shown while the search box is empty.
  void setSuggestions(const SearchAnswer& answer);
  const SearchAnswer& suggestions() const { return m_suggestions; }
  /// The sentence of a failed search, in place of hits.
  void setFailed(const QString& sentence);

  /// Opens the article in place; false when there is none with this id.
  bool open(const QString& articleId);
  /// Closes the article, else empties the search box; false when there was neither.
  bool back();
  QString openedArticle() const;
  /// What is searched for: the text with what the input method has not committed yet.
  QString query() const;
  void focusSearch();
  /// Alt n with an opened article: its n-th sentence.
  bool insertSentence(int digit);

 Q_SIGNALS:
  /// At every keystroke, preedit included; empty when the box is empty.
  void queryChanged(const QString& query);
  void opened(const QString& articleId);
  void insertAsked(const QString& articleId, int version, const QString& sentence);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void noteQuery();
  void showHits();
  QString headingText() const;

  const Starter& m_starter;
  LineBox* m_search;
  KeyHint* m_searchHint = nullptr;
  Label* m_heading;
  KnowledgeList* m_list;
  KnowledgeArticle* m_article;
  QStackedLayout* m_stack;
  SearchAnswer m_hits;
  SearchAnswer m_suggestions;
  QString m_failure;
  QString m_lastQuery;
};

}  // namespace yingda::ui

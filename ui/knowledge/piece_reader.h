// SPDX-License-Identifier: GPL-3.0-or-later
// One article or bulletin to read: its dates, its facts, the sentence for the owner, the text, and
// what the reader thinks of it.
#pragma once

#include <QWidget>

#include "core/domain/starter.h"
#include "core/service/knowledge_views.h"

class QHBoxLayout;
class QStackedWidget;
class QTextBrowser;

namespace yingda::ui {

class Badge;
class DiffView;
class HintButton;
class KeyTable;
class Label;
class MessageBar;
class RichLabel;
class Segmented;

/// Shows and says what the person wants; decides nothing. Limits: the starter outlives it.
class PieceReader final : public QWidget {
  Q_OBJECT
 public:
  PieceReader(const Starter& starter, const KeyTable& keys, QWidget* parent = nullptr);
  void set(const PieceView& view);
  const PieceView& view() const { return m_view; }
  /// An older version instead of the one in effect; 0 goes back to it.
  void showVersion(int number);
  /// Asks why it did not help; digits answer, Esc takes it back.
  void askReason();
  bool isAsking() const;
  void stopAsking();
  /// The sentence for the owner of the version in effect; empty without one.
  QString reply() const;
  /// The facts that the shown version quotes, in words.
  QStringList facts() const;
  void focusText();

 Q_SIGNALS:
  void editAsked();
  void insertAsked();
  void usefulAsked();
  void notUsefulAsked(yingda::NotUsefulReason reason);
  void readAsked();

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeHead(const KeyTable& keys);
  QWidget* makeReply(const KeyTable& keys);
  QWidget* makeOpinion(const KeyTable& keys);
  const ArticleVersion* shown() const;
  void render();
  void showMeta(const ArticleVersion& version);
  void showFacts(const Article& article);
  void showBody(const Article& article);
  void showOpinion();

  const Starter& m_starter;
  PieceView m_view;
  int m_number = 0;
  Label* m_title = nullptr;
  Badge* m_stage = nullptr;
  Badge* m_transfer = nullptr;
  Label* m_meta = nullptr;
  HintButton* m_edit = nullptr;
  HintButton* m_insert = nullptr;
  MessageBar* m_work = nullptr;
  QWidget* m_factRow = nullptr;
  QHBoxLayout* m_factCards = nullptr;
  QWidget* m_replyPart = nullptr;
  RichLabel* m_reply = nullptr;
  RichLabel* m_blank = nullptr;
  Segmented* m_mode = nullptr;
  QStackedWidget* m_bodies = nullptr;
  QTextBrowser* m_text = nullptr;
  DiffView* m_diff = nullptr;
  QWidget* m_opinion = nullptr;
  HintButton* m_useful = nullptr;
  HintButton* m_notUseful = nullptr;
  HintButton* m_read = nullptr;
  Segmented* m_reasons = nullptr;
  Label* m_said = nullptr;
};

}  // namespace yingda::ui

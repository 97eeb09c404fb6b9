// SPDX-License-Identifier: GPL-3.0-or-later
// One article opened in place: the sentence for the owner on top, the rest to read.
#pragma once

#include <QWidget>

#include "core/domain/starter.h"

class QTextBrowser;

namespace yingda::ui {

class Badge;
class HintButton;
class KeyTable;
class Label;
class RichLabel;

/// The body without the sentence that stands on top anyway.
QString articleBody(const Article& article);

/// Esc goes back, Alt 1 inserts the sentence. Never asks the network or a file.
class KnowledgeArticle final : public QWidget {
  Q_OBJECT
 public:
  explicit KnowledgeArticle(const KeyTable& keys, QWidget* parent = nullptr);
  void set(const Article& article);
  const Article& article() const { return m_article; }
  void focusText();

 Q_SIGNALS:
  void insertAsked();
  void backAsked();

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeReply(const KeyTable& keys);
  void render();

  Article m_article;
  HintButton* m_back;
  RichLabel* m_title;
  Badge* m_version;
  Badge* m_transfer;
  QWidget* m_replyPart = nullptr;
  RichLabel* m_reply = nullptr;
  HintButton* m_insert = nullptr;
  RichLabel* m_blank = nullptr;
  QTextBrowser* m_text;
};

}  // namespace yingda::ui

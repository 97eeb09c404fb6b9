// SPDX-License-Identifier: GPL-3.0-or-later
// The answer's templates, by channel and situation, filled in and ready to be inserted.
#pragma once

#include <QHash>
#include <QWidget>

#include "core/assist/reply_templates.h"
#include "ui/kit/choice_list.h"

namespace yingda::ui {

class LineBox;

QString templateChannelText(const QString& channel);  ///< 短信 微信 业主群 APP 12345 信函
QString templateSituationText(const QString& situation);  ///< 已受理 已派单 要延期 已办完 …

/// What the templates are filled from and which of them fits first.
struct TemplateWish {
  QString channel;
  QString situation;
  QHash<QString, QString> variables;
};

/// Every cell, the fitting one first, then the rest of its channel, then its situation elsewhere.
/// With a query those whose names fit by Chinese, initials or full pinyin.
QList<ChoiceRow> templateRows(const TemplateWish& wish, const QString& query);
/// The text of a cell; a variable without a value reads ____, for the agent to fill.
QString templateText(const QString& id, const TemplateWish& wish);

/// A line with the cells under it: its key and Enter insert the one that fits.
class TemplateChooser final : public QWidget {
  Q_OBJECT
 public:
  explicit TemplateChooser(QWidget* parent = nullptr);
  void open(const TemplateWish& wish);
  bool isOpen() const { return !isHidden(); }
  void fold();
  LineBox* line() const { return m_line; }
  QList<ChoiceRow> rows() const { return m_list->rows(); }

 Q_SIGNALS:
  void chosen(const QString& text);
  void closed();

 private:
  void filter();

  TemplateWish m_wish;
  LineBox* m_line;
  ChoiceList* m_list;
};

}  // namespace yingda::ui

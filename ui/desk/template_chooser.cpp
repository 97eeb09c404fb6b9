// SPDX-License-Identifier: GPL-3.0-or-later
// Ranks the cells and shows each as it would be sent.
#include "ui/desk/template_chooser.h"

#include <QCoreApplication>
#include <QVBoxLayout>
#include <algorithm>

#include "core/domain/starter.h"
#include "core/text/pinyin.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

QString wordOf(const QString& id) {
  struct Word {
    const char* id;
    const char* text;
  };
  static constexpr Word words[] = {
      {"sms", QT_TRANSLATE_NOOP("TemplateChooser", "短信")},
      {"wechat", QT_TRANSLATE_NOOP("TemplateChooser", "微信")},
      {"group", QT_TRANSLATE_NOOP("TemplateChooser", "业主群")},
      {"app", QT_TRANSLATE_NOOP("TemplateChooser", "APP")},
      {"hotline12345", QT_TRANSLATE_NOOP("TemplateChooser", "12345 答复")},
      {"letter", QT_TRANSLATE_NOOP("TemplateChooser", "信函")},
      {"received", QT_TRANSLATE_NOOP("TemplateChooser", "已受理")},
      {"dispatched", QT_TRANSLATE_NOOP("TemplateChooser", "已派单")},
      {"delayed", QT_TRANSLATE_NOOP("TemplateChooser", "要延期")},
      {"done", QT_TRANSLATE_NOOP("TemplateChooser", "已办完")},
      {"missed", QT_TRANSLATE_NOOP("TemplateChooser", "回访没接通")},
      {"statement", QT_TRANSLATE_NOOP("TemplateChooser", "统一说明")},
  };
  for (const Word& word : words) {
    if (id == QLatin1String(word.id))
      return QCoreApplication::translate("TemplateChooser", word.text);
  }
  return id;
}

int rankOf(const ReplyTemplate& one, const TemplateWish& wish) {
  const bool isChannel = one.channel == wish.channel;
  const bool isSituation = one.situation == wish.situation;
  return isChannel && isSituation ? 0 : isChannel ? 1 : isSituation ? 2 : 3;
}

}  // namespace

QString templateChannelText(const QString& channel) { return wordOf(channel); }
QString templateSituationText(const QString& situation) { return wordOf(situation); }

QString templateText(const QString& id, const TemplateWish& wish) {
  const ReplyTemplate* one =
      ReplyTemplates::builtIn().find(id.section(u'.', 0, 0), id.section(u'.', 1, 1));
  return one == nullptr ? QString() : fillSentence(one->text, wish.variables);
}

QList<ChoiceRow> templateRows(const TemplateWish& wish, const QString& query) {
  std::vector<const ReplyTemplate*> ranked;
  for (const ReplyTemplate& one : ReplyTemplates::builtIn().all()) ranked.push_back(&one);
  std::stable_sort(ranked.begin(), ranked.end(), [&](const auto* a, const auto* b) {
    return rankOf(*a, wish) < rankOf(*b, wish);
  });
  QList<ChoiceRow> rows;
  for (const ReplyTemplate* one : ranked) {
    //: A channel and what there is to tell: 短信 · 已派单.
    const QString title = QCoreApplication::translate("TemplateChooser", "%1 · %2")
                              .arg(wordOf(one->channel), wordOf(one->situation));
    ChoiceRow row{title, templateText(one->id(), wish).simplified(), {}, one->id(), {}};
    bool fits = true;
    for (const QString& word : query.split(u' ', Qt::SkipEmptyParts)) {
      const auto found = pinyinMatch(title, word);
      fits = fits && found.has_value();
      if (found) row.marks.append({found->start, found->length});
    }
    if (fits) rows.append(row);
  }
  return rows;
}

TemplateChooser::TemplateChooser(QWidget* parent)
    : QWidget(parent), m_line(new LineBox), m_list(new ChoiceList(m_line)) {
  m_line->setObjectName(QStringLiteral("reply.template"));
  m_line->setAccessibleName(tr("答复模板"));
  m_line->setPlaceholderText(tr("答复模板：渠道和情形，汉字或拼音首字母，回车插入"));
  m_list->setPreselect(true);
  m_list->setMaxVisibleRows(6);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_line);
  connect(m_line, &LineBox::contentChanged, this, &TemplateChooser::filter);
  connect(m_line, &LineBox::composingChanged, this, &TemplateChooser::filter);
  connect(m_list, &ChoiceList::chosen, this, [this](const QVariant& id) {
    const QString text = templateText(id.toString(), m_wish);
    fold();
    Q_EMIT chosen(text);
  });
  connect(m_list, &ChoiceList::dismissed, this, &TemplateChooser::fold);
  hide();
}

void TemplateChooser::open(const TemplateWish& wish) {
  m_wish = wish;
  show();
  m_line->clear();
  m_line->setFocus(Qt::ShortcutFocusReason);
  filter();
}

void TemplateChooser::fold() {
  if (isHidden()) return;
  hide();
  Q_EMIT closed();
}

void TemplateChooser::filter() {
  if (isHidden()) return;
  m_list->setRows(templateRows(m_wish, QString(m_line->text() + m_line->preeditText()).trimmed()));
}

}  // namespace yingda::ui

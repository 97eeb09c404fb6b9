// SPDX-License-Identifier: GPL-3.0-or-later
// Filters the scripts while somebody types.
#include "ui/desk/script_chooser.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVBoxLayout>
#include <array>

#include "core/text/pinyin.h"
#include "ui/desk/side_query.h"
#include "ui/kit/text_box.h"

namespace yingda::ui {

namespace {

QString kindText(const QString& kind) {
  struct Word {
    const char* kind;
    const char* text;
  };
  static constexpr std::array words{
      Word{"opening", QT_TRANSLATE_NOOP("ScriptChooser", "开场")},
      Word{"verify", QT_TRANSLATE_NOOP("ScriptChooser", "核对")},
      Word{"emergency", QT_TRANSLATE_NOOP("ScriptChooser", "紧急")},
      Word{"category", QT_TRANSLATE_NOOP("ScriptChooser", "事项")},
      Word{"enquiry", QT_TRANSLATE_NOOP("ScriptChooser", "咨询")},
      Word{"callback", QT_TRANSLATE_NOOP("ScriptChooser", "回访")},
      Word{"progress", QT_TRANSLATE_NOOP("ScriptChooser", "进展")},
      Word{"night", QT_TRANSLATE_NOOP("ScriptChooser", "夜间")},
      Word{"deescalation", QT_TRANSLATE_NOOP("ScriptChooser", "降温")},
      Word{"abuse", QT_TRANSLATE_NOOP("ScriptChooser", "辱骂")},
      Word{"closing", QT_TRANSLATE_NOOP("ScriptChooser", "结束")},
  };
  for (const Word& word : words) {
    if (kind == QLatin1String(word.kind)) {
      return QCoreApplication::translate("ScriptChooser", word.text);
    }
  }
  return kind;
}

}  // namespace

QList<ChoiceRow> scriptRows(const std::vector<Script>& scripts, const QString& query) {
  const QString typed = query.trimmed();
  QList<ChoiceRow> rows;
  for (const Script& script : scripts) {
    ChoiceRow row{script.title, {}, kindText(script.kind), script.id, {}};
    if (!typed.isEmpty()) {
      const auto found = pinyinMatch(script.title, typed);
      if (!found) continue;
      row.marks.append({found->start, found->length});
    }
    rows.append(row);
  }
  return rows;
}

ScriptChooser::ScriptChooser(const Starter& starter, QWidget* parent)
    : QWidget(parent), m_starter(starter), m_line(new LineBox), m_list(new ChoiceList(m_line)) {
  m_line->setObjectName(QStringLiteral("script.chooser"));
  m_line->setAccessibleName(tr("选话术"));
  m_line->setPlaceholderText(tr("选话术，汉字或拼音首字母"));
  m_line->installEventFilter(this);
  m_list->setPreselect(true);
  m_list->setMaxVisibleRows(10);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_line);
  connect(m_line, &LineBox::contentChanged, this, &ScriptChooser::filter);
  connect(m_list, &ChoiceList::chosen, this, [this](const QVariant& id) {
    hide();
    Q_EMIT closed();
    Q_EMIT chosen(id.toString());
  });
  connect(m_list, &ChoiceList::dismissed, this, [this] {
    hide();
    Q_EMIT closed();
  });
}

void ScriptChooser::open() {
  show();
  m_line->clear();
  m_line->setFocus(Qt::OtherFocusReason);
  filter();
}

void ScriptChooser::filter() {
  m_list->setRows(scriptRows(m_starter.scripts, composedText(*m_line)));
}

bool ScriptChooser::eventFilter(QObject* watched, QEvent* event) {
  if (watched == m_line && event->type() == QEvent::InputMethod && isVisible()) {
    // The line has not seen the event yet; what it composes is known a moment later.
    QMetaObject::invokeMethod(this, &ScriptChooser::filter, Qt::QueuedConnection);
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace yingda::ui

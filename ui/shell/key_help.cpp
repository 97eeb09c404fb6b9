// SPDX-License-Identifier: GPL-3.0-or-later
// Groups the verbs that can be run and shows them with their keys.
#include "ui/shell/key_help.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "ui/kit/actions.h"
#include "ui/kit/card.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"

namespace yingda::ui {

namespace {

constexpr int sheetWidth = 1060;
constexpr int columnWidth = 330;
constexpr int radius = 8;
constexpr int margin = 24;

/// Beginnings of verbs and the heading they stand under; the first that fits counts.
struct Heading {
  const char* prefixes;
  const char* title;
};

constexpr std::array headings{
    Heading{"call. wrapup. mask. readback sensitive draft.", QT_TRANSLATE_NOOP("KeyHelp", "通话")},
    Heading{"script. sentence. wording. emotion. knowledge.",
            QT_TRANSLATE_NOOP("KeyHelp", "话术和知识")},
    Heading{"focus. tick.", QT_TRANSLATE_NOOP("KeyHelp", "表单")},
    Heading{"ticket. dispatch. promise. group. progress. household. help.ask next. approve value. "
            "why.",
            QT_TRANSLATE_NOOP("KeyHelp", "工单")},
    Heading{"", QT_TRANSLATE_NOOP("KeyHelp", "窗口")},
};

size_t headingOf(const QString& id) {
  for (size_t i = 0; i + 1 < headings.size(); ++i) {
    const QStringList prefixes = QString::fromLatin1(headings[i].prefixes).split(u' ');
    for (const QString& prefix : prefixes) {
      if (id.startsWith(prefix)) return i;
    }
  }
  return headings.size() - 1;
}

QString capsOf(const KeyTable& keys, const QString& id) {
  QStringList caps;
  for (const QKeySequence& key : keys.keysOf(id)) caps << keyHintText(key);
  return caps.join(u'\n');
}

/// script.answer.3 is number 3 of script.answer; 0 when the verb has no number.
int numberOf(const QString& id) {
  return id.isEmpty() || !id.back().isDigit() ? 0 : id.back().digitValue();
}

QWidget* groupWidget(const KeyGroup& group) {
  auto* part = new QWidget;
  auto* grid = new QGridLayout(part);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(12);
  grid->setVerticalSpacing(6);
  grid->addWidget(new Label(group.title, FontRole::Strong13), 0, 0, 1, 2);
  int line = 1;
  for (const KeyGroup::Row& row : group.rows) {
    grid->addWidget(new KeyHint(row.hint), line, 0, Qt::AlignLeft | Qt::AlignVCenter);
    grid->addWidget(new Label(row.text), line, 1);
    ++line;
  }
  grid->setColumnMinimumWidth(0, 112);
  grid->setColumnStretch(1, 1);
  grid->setRowStretch(line, 1);
  return part;
}

}  // namespace

std::vector<KeyGroup> keyGroups(const KeyTable& keys,
                                const std::function<bool(const QString&)>& isThere) {
  std::vector<KeyGroup> groups(headings.size());
  for (size_t i = 0; i < headings.size(); ++i) {
    groups[i].title = QCoreApplication::translate("KeyHelp", headings[i].title);
  }
  for (const KeyRow& row : keys.rows()) {
    if (!isThere(row.id)) continue;
    KeyGroup& group = groups[headingOf(row.id)];
    const int number = numberOf(row.id);
    QString hint = capsOf(keys, row.id);
    QString text = keys.textOf(row.id);
    if (number > 1) continue;
    if (number == 1) {
      hint.replace(u'1', QStringLiteral("1–9"));
      text.replace(u'1', QStringLiteral("1–9"));
    }
    group.rows.push_back({hint, text});
  }
  groups.erase(std::remove_if(groups.begin(), groups.end(),
                              [](const KeyGroup& group) { return group.rows.empty(); }),
               groups.end());
  return groups;
}

KeyHelp::KeyHelp(const Actions& actions, QWidget* window)
    : QWidget(window), m_actions(actions), m_scroll(new QScrollArea(this)) {
  setObjectName(QStringLiteral("keyHelp"));
  setAccessibleName(tr("按键一览"));
  setFocusPolicy(Qt::StrongFocus);
  hide();
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("按键一览"), FontRole::Title15), 1);
  auto* closeButton = new HintButton(tr("关闭"), tr("Esc"));
  closeButton->setLook(HintButton::Look::Quiet);
  head->addWidget(closeButton);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->viewport()->setAutoFillBackground(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, 12, 12, 12);
  column->setSpacing(12);
  column->addLayout(head);
  column->addWidget(m_scroll, 1);
  window->installEventFilter(this);
  connect(closeButton, &HintButton::clicked, this, &KeyHelp::close);
}

void KeyHelp::fill() {
  auto* content = new QWidget;
  auto* row = new QHBoxLayout(content);
  row->setContentsMargins(0, 4, 12, 0);
  row->setSpacing(24);
  const int count = std::clamp((parentWidget()->width() - 2 * margin) / columnWidth, 1, 3);
  std::vector<std::pair<size_t, QVBoxLayout*>> columns;
  for (int i = 0; i < count; ++i) {
    columns.emplace_back(0, new QVBoxLayout);
    columns.back().second->setSpacing(20);
    row->addLayout(columns.back().second, 1);
  }
  const auto groups = keyGroups(m_actions.keys(), [this](const QString& id) {
    return m_actions.actionOrNull(id) != nullptr;
  });
  for (const KeyGroup& group : groups) {
    const auto shortest =
        std::min_element(columns.begin(), columns.end(),
                         [](const auto& a, const auto& b) { return a.first < b.first; });
    shortest->second->addWidget(groupWidget(group));
    shortest->first += group.rows.size() + 2;
  }
  for (const auto& [filled, column] : columns) column->addStretch(1);
  m_scroll->setWidget(content);
  content->setAutoFillBackground(false);  // setWidget has switched it on
}

void KeyHelp::open() {
  if (isOpen()) return;
  fill();
  m_focusBefore = QApplication::focusWidget();
  place();
  show();
  raise();
  m_scroll->setFocus(Qt::ShortcutFocusReason);
}

void KeyHelp::close() {
  if (!isOpen()) return;
  const bool hadFocus = isAncestorOf(QApplication::focusWidget()) || hasFocus();
  hide();
  if (hadFocus && m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void KeyHelp::place() {
  const QSize room = parentWidget()->size();
  const int wide = std::min(sheetWidth, room.width() - 2 * margin);
  const int wants = m_scroll->widget() == nullptr ? 400 : m_scroll->widget()->sizeHint().height();
  const int high = std::min(wants + 80, room.height() - 2 * margin - 44);
  setGeometry((room.width() - wide) / 2, std::max(margin, (room.height() - high) / 2), wide, high);
}

bool KeyHelp::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen()) place();
  return QWidget::eventFilter(watched, event);
}

void KeyHelp::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) {
    close();
    return;
  }
  QWidget::keyPressEvent(event);
}

void KeyHelp::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::Surface), color(Token::BorderStrong), 1.0, radius});
}

}  // namespace yingda::ui

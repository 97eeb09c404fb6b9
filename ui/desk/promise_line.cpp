// SPDX-License-Identifier: GPL-3.0-or-later
// Lays the promise out as it is said: by when, who, does what.
#include "ui/desk/promise_line.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "core/assist/lint_rewrite.h"
#include "core/base/clock.h"
#include "core/text/spoken_time.h"
#include "ui/kit/key_hint.h"
#include "ui/kit/key_table.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/error_text.h"

namespace yingda::ui {

namespace {

constexpr std::chrono::minutes ownCallAfter{30};

LineBox* makeLine(const QString& name, const char* objectName, const QString& placeholder) {
  auto* line = new LineBox;
  line->setObjectName(QLatin1String(objectName));
  line->setAccessibleName(name);
  line->setPlaceholderText(placeholder);
  line->setLengthLimit(static_cast<int>(promiseWordsMax));
  return line;
}

}  // namespace

QString promiseTrouble(const Error& error) {
  if (error.code == ErrorCode::Invalid && error.detail == u"vague") {
    return PromiseLine::tr("承诺要说得准：做什么、几点前，不写「尽快」「尽量」");
  }
  if (error.code == ErrorCode::Invalid && error.detail == u"due") {
    return PromiseLine::tr("这个时间已经过了，写一个还没到的");
  }
  return errorText(error);
}

PromiseLine::PromiseLine(const Clock& clock, QWidget* parent)
    : QWidget(parent),
      m_clock(clock),
      m_what(makeLine(tr("承诺什么"), "ticketForm.promiseWhat", tr("到场、回电说明进展"))),
      m_when(makeLine(tr("几点前"), "ticketForm.promiseWhen", tr("18:30、明天 10:00"))),
      m_who(makeLine(tr("谁来做"), "ticketForm.promiseWho", tr("我自己"))),
      m_make(new HintButton(tr("登记承诺"),
                            KeyTable::builtIn().hintOf(QStringLiteral("promise.record")))),
      m_problem(new Label({}, FontRole::Small12, Token::Red)) {
  setObjectName(QStringLiteral("promiseLine"));
  m_make->setObjectName(QStringLiteral("promise.make"));
  m_make->setSize(HintButton::Size::Small);
  m_make->setFocusPolicy(Qt::NoFocus);
  m_problem->setObjectName(QStringLiteral("promise.problem"));
  m_problem->hide();
  auto* title = new Label(tr("承诺"), FontRole::Small12, Token::Accent);
  title->setElides(false);
  //: Between the time and who does it: before.
  auto* before = new Label(tr("前"), FontRole::Body13);
  before->setElides(false);
  m_when->setFixedWidth(128);
  m_who->setFixedWidth(120);
  auto* row = new QHBoxLayout;
  row->setSpacing(8);
  row->addWidget(title);
  row->addWidget(m_when);
  row->addWidget(before);
  row->addWidget(m_who);
  row->addWidget(m_what, 1);
  row->addWidget(m_make);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(10, 5, 6, 5);
  column->setSpacing(4);
  column->addLayout(row);
  column->addWidget(m_problem);
  setTabOrder(m_when, m_who);
  setTabOrder(m_who, m_what);
  for (LineBox* line : {m_when, m_who, m_what}) {
    line->installEventFilter(this);
    connect(line, &LineBox::contentChanged, this, [this] { setProblem({}); });
  }
  connect(m_make, &QPushButton::clicked, this, &PromiseLine::submit);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  hide();
}

void PromiseLine::open(const PromiseWish& prefilled, Focus focus) {
  m_what->setText(prefilled.what);
  m_when->setText(spokenClock(prefilled.dueAt, m_clock.now()));
  m_who->setText(prefilled.who);
  setProblem({});
  m_before = QApplication::focusWidget();
  show();
  if (focus == Focus::Taken) {
    m_when->setFocus(Qt::ShortcutFocusReason);
    m_when->selectAll();
  }
}

void PromiseLine::openOwn() {
  open({tr("给您回电说明进展"), upToFiveMinutes(m_clock.now() + ownCallAfter), QString()},
       Focus::Taken);
}

void PromiseLine::fold() {
  const bool hadFocus = isAncestorOf(QApplication::focusWidget());
  hide();
  if (hadFocus && m_before) m_before->setFocus(Qt::OtherFocusReason);
  m_before = nullptr;
}

void PromiseLine::submit() {
  const QString what = m_what->text().simplified();
  if (what.isEmpty()) {
    setProblem(tr("写一句承诺什么"));
    m_what->setFocus();
    return;
  }
  const auto due = parseComing(m_when->text(), m_clock.now());
  if (!due) {
    setProblem(tr("写一个还没到的时间，比如 18:30；「尽快」不算时间"));
    m_when->setFocus();
    return;
  }
  Q_EMIT asked({what, *due, m_who->text().simplified()});
}

void PromiseLine::setProblem(const QString& sentence) {
  m_problem->setText(sentence);
  m_problem->setVisible(!sentence.isEmpty());
}

bool PromiseLine::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress) {
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    if (isPlain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
      submit();
      return true;
    }
    if (isPlain && key.key() == Qt::Key_Escape) {
      fold();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void PromiseLine::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  paintBox(painter, rect(), {color(Token::AccentWeak), std::nullopt, 1.0, 6.0, false});
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Opens over the window, asks at every keystroke, and hands on what was chosen.
#include "ui/shell/command_palette.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/deliver.h"
#include "ui/kit/actions.h"
#include "ui/kit/badge.h"
#include "ui/kit/card.h"
#include "ui/kit/paint.h"
#include "ui/kit/rich_label.h"
#include "ui/kit/text_box.h"
#include "ui/parts/error_text.h"
#include "ui/shell/palette_line.h"
#include "ui/shell/palette_view.h"

namespace yingda::ui {

namespace {

constexpr int cardWidth = 680;
constexpr int cardTop = 84;
constexpr int headHeight = 52;
constexpr int footHeight = 36;
constexpr int margin = 24;
constexpr int noteHeight = 56;
constexpr int chipsHeight = 36;
constexpr int listMargin = 6;

QString letters(const QString& preedit) {
  QString plain = preedit;
  plain.remove(u'\'');
  plain.remove(u'’');
  plain.remove(u' ');
  return plain;
}

}  // namespace

CommandPalette::CommandPalette(const Actions& actions, Search search, QWidget* window)
    : QWidget(window), m_actions(actions), m_search(std::move(search)) {
  setObjectName(QStringLiteral("palette"));
  setAccessibleName(tr("命令面板"));
  hide();
  build();
  window->installEventFilter(this);
  m_line->installEventFilter(this);
  connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::noteQuery);
  connect(m_view, &PaletteView::clicked, this,
          [this](const QModelIndex& index) { choose(index.row()); });
}

void CommandPalette::build() {
  m_card = new PaletteCard(this);
  m_line = new PaletteLine;
  m_line->setObjectName(QStringLiteral("palette.line"));
  m_line->setPlaceholderText(tr("搜索或输入命令"));
  m_line->setAccessibleName(tr("搜索或输入命令"));
  m_note = new RichLabel(FontRole::Body13, Token::Text2);
  m_note->setObjectName(QStringLiteral("palette.note"));
  m_view = new PaletteView;
  m_foot = new PaletteFoot;
  auto* head = new QHBoxLayout;
  head->setContentsMargins(20, 0, 20, 0);
  head->setSpacing(12);
  auto* tip = new Label(tr("拼音首字母、房号、电话后四位都行"), FontRole::Small12, Token::Text2);
  tip->setElides(false);
  head->addWidget(m_line, 1);
  head->addWidget(tip);
  auto* headPart = new QWidget;
  headPart->setFixedHeight(headHeight);
  headPart->setLayout(head);
  m_foot->setFixedHeight(footHeight);
  m_card->setFootHeight(footHeight);
  auto* note = new QHBoxLayout;
  note->setContentsMargins(20, 16, 20, 16);
  note->addWidget(m_note);
  m_notePart = new QWidget;
  m_notePart->setLayout(note);
  auto* column = new QVBoxLayout(m_card);
  column->setContentsMargins(1, 1, 1, 1);
  column->setSpacing(0);
  column->addWidget(headPart);
  m_chipRow = new QHBoxLayout;
  m_chipRow->setContentsMargins(20, 0, 20, 8);
  m_chipRow->setSpacing(8);
  m_chipsPart = new QWidget;
  m_chipsPart->setObjectName(QStringLiteral("palette.chips"));
  m_chipsPart->setFixedHeight(chipsHeight);
  m_chipsPart->setLayout(m_chipRow);
  m_chipsPart->hide();
  column->addWidget(m_chipsPart);
  column->addWidget(new Separator);
  column->addWidget(m_notePart);
  column->addWidget(m_view, 1);
  column->addSpacing(listMargin);
  column->addWidget(m_foot);
}

void CommandPalette::open(const QString& text) {
  if (isOpen()) return;
  m_focusBefore = QApplication::focusWidget();
  for (QAction* action : m_actions.actions()) {
    // A verb pressed by its key runs; what it shows must not stay under the scrim.
    connect(action, &QAction::triggered, this, &CommandPalette::close, Qt::UniqueConnection);
  }
  m_answer = {};
  m_failure.clear();
  m_lastQuery.clear();
  m_view->setRows({});
  ++m_request;
  m_line->setText(text);
  noteQuery();
  showRows();
  show();
  raise();
  place();
  m_line->setFocus(Qt::OtherFocusReason);  // any other reason would select the text
}

void CommandPalette::close() {
  if (!isOpen()) return;
  ++m_request;
  const bool hadFocus = isAncestorOf(QApplication::focusWidget());
  hide();
  if (hadFocus && m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
  Q_EMIT closed();
}

void CommandPalette::setDetails(const QHash<QString, QString>& details) {
  m_details = details;
  if (isOpen()) showRows();
}

QString CommandPalette::query() const {
  QString text = m_line->text();
  text.insert(m_line->cursorPosition(), letters(m_composition.preedit()));
  return text.trimmed();
}

const std::vector<PaletteRow>& CommandPalette::rows() const { return m_view->rows(); }

int CommandPalette::currentRow() const { return m_view->currentRow(); }

void CommandPalette::noteQuery() {
  const QString now = query();
  if (now == m_lastQuery) return;
  m_lastQuery = now;
  ask(paletteQuery(now));
  showRows();
}

SearchFilters CommandPalette::filters(const QString& typed) const {
  if (!m_readFilters) return {};
  QString words = typed;
  const PaletteQuery query = paletteQuery(typed);
  if (query.only == PaletteGroup::Commands) return {};
  // The sign of a group is no word; a blank in its place keeps every other where it is.
  for (qsizetype i = 0; query.only && i < words.size(); ++i) {
    if (words[i].isSpace()) continue;
    words[i] = u' ';
    break;
  }
  return m_readFilters(words);
}

QStringList CommandPalette::chips() const {
  QStringList texts;
  for (const SearchFilter& one : filters(query()).filters) texts << filterText(one);
  return texts;
}

void CommandPalette::showChips() {
  const QStringList texts = chips();
  QStringList shown;
  for (const Badge* badge : m_chipsPart->findChildren<Badge*>()) shown << badge->text();
  if (texts == shown) return;
  while (QLayoutItem* item = m_chipRow->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  for (const QString& text : texts) {
    m_chipRow->addWidget(new Badge(text, Tone::Accent));
  }
  auto* tip = new Label(tr("只在这些里找 · 退格去掉一个"), FontRole::Small12, Token::Text2);
  m_chipRow->addWidget(tip, 1);
  m_chipsPart->setAccessibleName(texts.join(tr("，")));
  m_chipsPart->setVisible(!texts.isEmpty());
}

std::optional<FilterTaken> CommandPalette::filterBefore() const {
  if (m_line->hasSelectedText()) return std::nullopt;
  return withoutFilterBefore(m_line->text(), m_line->cursorPosition(), filters(m_line->text()));
}

void CommandPalette::ask(const PaletteQuery& query) {
  const quint64 request = ++m_request;
  const auto search = searchQueryOf(query);
  if (!search) {
    m_answer = {};
    m_failure.clear();
    return;
  }
  deliver(m_search(*search), this,
          [this, request](const Result<SearchAnswer>& answer) { take(request, answer); });
}

void CommandPalette::take(quint64 request, const Result<SearchAnswer>& answer) {
  if (request != m_request) return;
  if (answer) {
    m_answer = *answer;
    m_failure.clear();
  } else if (answer.error().code != ErrorCode::Cancelled) {
    m_answer = {};
    m_failure = errorText(answer.error());
  }
  showRows();
}

std::vector<PaletteCommand> CommandPalette::commands() const {
  std::vector<PaletteCommand> commands;
  const KeyTable& keys = m_actions.keys();
  for (const QAction* action : m_actions.actions()) {
    const QString id = Actions::idOf(*action);
    const KeyRow* row = keys.rowOrNull(id);
    // A digit in the name means "the n-th of what stands there": no word to search for.
    const bool isNumbered = !id.isEmpty() && id.back().isDigit();
    if (!action->isEnabled() || row == nullptr || isNumbered || id == u"palette") continue;
    const QString other = keys.language() == KeyLanguage::Chinese ? row->textEn : row->textZh;
    commands.push_back(
        {id, keys.textOf(id), other, row->pinyin, keys.hintOf(id), m_details.value(id)});
  }
  return commands;
}

bool CommandPalette::isWaiting() const {
  const PaletteQuery query = paletteQuery(m_lastQuery);
  return searchQueryOf(query) && m_failure.isEmpty() && m_answer.query.trimmed() != query.text;
}

void CommandPalette::showRows() {
  const PaletteQuery query = paletteQuery(m_lastQuery);
  showChips();
  m_view->setRows(paletteRows(query, commands(), m_answer));
  QString note = m_failure;
  const bool isAnswered = !isWaiting();
  if (note.isEmpty() && m_view->rows().empty()) {
    if (!isAnswered) {
      note = tr("正在找…");
    } else if (query.text.isEmpty()) {
      note = tr("接着输入要找的内容。");
    } else {
      note = tr("没有找到“%1”。房号、姓氏、单号、电话后四位都可以试试。").arg(query.text);
    }
  }
  m_note->setText(note);
  m_notePart->setVisible(!note.isEmpty());
  if (isOpen()) place();
}

void CommandPalette::choose(int row) {
  if (row < 0 || row >= static_cast<int>(rows().size())) return;
  const PaletteRow chosen = rows()[static_cast<size_t>(row)];
  if (chosen.isHeading) return;
  close();
  switch (chosen.group) {
    case PaletteGroup::Commands:
      Q_EMIT commandChosen(chosen.id);
      break;
    case PaletteGroup::Households:
      Q_EMIT householdChosen(HouseholdId::fromText(chosen.id));
      break;
    case PaletteGroup::Tickets:
      Q_EMIT ticketChosen(TicketId::fromText(chosen.id));
      break;
    case PaletteGroup::Articles:
      Q_EMIT articleChosen(chosen.id);
      break;
    case PaletteGroup::Sayings:
      if (chosen.id.startsWith(u"script:")) {
        Q_EMIT scriptChosen(chosen.id.section(u':', 1));
      } else {
        Q_EMIT phraseChosen(chosen.id.section(u':', 1));
      }
      break;
  }
}

bool CommandPalette::takesKey(int key, Qt::KeyboardModifiers modifiers) const {
  if (m_composition.isActive()) return false;
  const Qt::KeyboardModifiers held = modifiers & ~Qt::KeypadModifier;
  switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
    case Qt::Key_Tab:
      return held == Qt::NoModifier;
    case Qt::Key_Backtab:
      return held == Qt::ShiftModifier;
    case Qt::Key_Backspace:
      return held == Qt::NoModifier && filterBefore().has_value();
    default:
      return false;
  }
}

void CommandPalette::press(int key) {
  switch (key) {
    case Qt::Key_Up:
      m_view->step(-1);
      break;
    case Qt::Key_Down:
      m_view->step(1);
      break;
    case Qt::Key_PageUp:
    case Qt::Key_Backtab:
      m_view->stepGroup(-1);
      break;
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
      m_view->stepGroup(1);
      break;
    case Qt::Key_Escape:
      close();
      break;
    case Qt::Key_Backspace:
      if (const auto taken = filterBefore()) {
        m_line->setText(taken->text);
        m_line->setCursorPosition(taken->caret);
      }
      break;
    default:
      choose(currentRow());
  }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched == parentWidget() && event->type() == QEvent::Resize && isOpen()) place();
  if (watched != m_line) return QWidget::eventFilter(watched, event);
  m_composition.note(watched, *event);
  switch (event->type()) {
    case QEvent::InputMethod:
      // The line has not seen the event yet; its text is right a moment later.
      QMetaObject::invokeMethod(this, &CommandPalette::noteQuery, Qt::QueuedConnection);
      break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
      const auto* key = static_cast<QKeyEvent*>(event);
      if (!takesKey(key->key(), key->modifiers())) break;
      event->accept();
      if (event->type() == QEvent::KeyPress) press(key->key());
      return true;
    }
    default:
      break;
  }
  return QWidget::eventFilter(watched, event);
}

void CommandPalette::place() {
  setGeometry(parentWidget()->rect());
  const int wide = std::min(cardWidth, width() - 2 * margin);
  const int top = std::min(cardTop, std::max(margin, height() / 9));
  const int fixedHeight = headHeight + footHeight + listMargin + 3 +
                          (m_notePart->isHidden() ? 0 : noteHeight) +
                          (m_chipsPart->isHidden() ? 0 : chipsHeight);
  const int room = height() - top - margin - fixedHeight;
  const int wanted = m_view->wholeHeight(std::max(room, PaletteDelegate::rowHeight));
  // While an answer is on its way the card keeps its height: nothing jumps under the eyes.
  const int list = isWaiting() && m_view->isVisible() ? std::max(wanted, m_view->height()) : wanted;
  m_view->setFixedHeight(list);
  m_card->setGeometry((width() - wide) / 2, top, wide, fixedHeight + list);
}

void CommandPalette::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  QColor scrim = colorIn(Token::Bg, true);
  scrim.setAlphaF(isDark() ? 0.62F : 0.38F);
  painter.fillRect(rect(), scrim);
}

void CommandPalette::mousePressEvent(QMouseEvent*) { close(); }

}  // namespace yingda::ui

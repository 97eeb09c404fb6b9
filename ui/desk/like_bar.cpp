// SPDX-License-Identifier: GPL-3.0-or-later
// The offer, and what became of it.
#include "ui/desk/like_bar.h"

#include <QHBoxLayout>
#include <algorithm>
#include <array>

#include "core/domain/ticket_number.h"
#include "ui/desk/event_bar.h"
#include "ui/kit/clean_text.h"
#include "ui/kit/key_hint.h"
#include "ui/parts/tie_text.h"

namespace yingda::ui {

namespace {

constexpr int homesShown = 4;
constexpr std::array choices{TieKind::Same, TieKind::Cause, TieKind::Related};
const auto keyCap = QStringLiteral("Ctrl M");

QString numberOf(const QueueRow& row) {
  const auto parsed = TicketNumber::parse(row.number);
  return parsed ? parsed->text() : row.number;
}

/// The nearest of the reasons that say where: 同梯, 同楼, 同小区.
QString whereOf(const Likeness& likeness) {
  for (const Alike reason : {Alike::Unit, Alike::Building, Alike::Project}) {
    for (const Alike one : likeness.reasons) {
      if (one == reason) return alikeText(one);
    }
  }
  return {};
}

}  // namespace

QString likeText(const LikeAnswer& answer) {
  if (answer.kind == TieKind::Same || answer.kind == TieKind::Related) {
    QStringList parts{numberOf(answer.ticket) % u' ' % cleanText(answer.ticket.title, Lines::Join)};
    for (const Alike reason : answer.likeness.reasons) parts << alikeText(reason);
    parts << betweenText(answer.likeness.between);
    return parts.join(QStringLiteral(" · "));
  }
  QStringList homes = answer.homes.mid(0, homesShown);
  if (answer.homes.size() > homesShown) homes << QStringLiteral("…");
  const QString matter =
      answer.matter.isEmpty() ? cleanText(answer.ticket.title, Lines::Join) : answer.matter;
  const qint64 minutes = std::max<qint64>(1, answer.span.count() / 60'000);
  const QString time = minutes < 120 ? LikeBar::tr("%1 分钟内").arg(minutes)
                                     : LikeBar::tr("%1 小时内").arg(minutes / 60);
  QString into;
  if (answer.event) {
    into = QStringLiteral(" · ") % eventText(*answer.event, answer.ticket.receivedAt + answer.span);
  }
  //: Where, within which time, how many homes, the matter, and their addresses.
  return LikeBar::tr("%1 %2 %3 户报「%4」：%5")
             .arg(whereOf(answer.likeness), time,
                  QString::number(std::max<qsizetype>(1, answer.homes.size())), matter,
                  homes.join(LikeBar::tr("、"))) %
         into;
}

LikeBar::LikeBar(QWidget* parent) : MessageBar(Tone::Accent, parent) {
  setObjectName(QStringLiteral("ticketForm.like"));
  setClosable(true);
  setBeside(makeChoices());
  hide();
  connect(this, &MessageBar::acted, this, &LikeBar::act);
  connect(this, &MessageBar::closed, this, [this] {
    setChoosing(false);
    if (m_tied != TieKind::None) {
      Q_EMIT tieAsked(m_tiedTo, TieKind::None);
    } else {
      Q_EMIT apartSaid(m_answer.ticket.id);
    }
  });
}

QWidget* LikeBar::makeChoices() {
  m_choices = new QWidget;
  auto* row = new QHBoxLayout(m_choices);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(4);
  for (size_t i = 0; i < choices.size(); ++i) {
    const QString digit = QString::number(i + 1);
    auto* button = new HintButton(tieKindText(choices[i]));
    button->setObjectName(QStringLiteral("like.kind.") % digit);
    button->setSize(HintButton::Size::Small);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::NoFocus);
    row->addWidget(button);
    m_kinds.push_back(button);
    connect(button, &HintButton::clicked, this, [this, i] { choose(static_cast<int>(i) + 1); });
  }
  m_choices->hide();
  return m_choices;
}

void LikeBar::showChoices() {
  const bool isTied = m_tied != TieKind::None && !m_isSaved;
  for (size_t i = 0; i < m_kinds.size(); ++i) {
    m_kinds[i]->setChecked(m_tied == choices[i]);
    // The cap stands there as long as the key is the bar's.
    m_kinds[i]->setHint(m_isChoosing ? QStringLiteral("Ctrl %1").arg(i + 1) : QString());
  }
  m_choices->setVisible(isTied);
}

void LikeBar::setChoosing(bool isChoosing) {
  if (isChoosing == m_isChoosing) return;
  m_isChoosing = isChoosing;
  showChoices();
  Q_EMIT choosingChanged();
}

bool LikeBar::choose(int digit) {
  if (digit < 1 || digit > static_cast<int>(choices.size())) return false;
  if (isHidden() || m_tied == TieKind::None) return false;
  m_tied = choices[static_cast<size_t>(digit) - 1];
  showTied();
  setChoosing(false);
  Q_EMIT tieAsked(m_tiedTo, m_tied);
  return true;
}

void LikeBar::dropOffer() {
  if (m_tied != TieKind::None || m_isSaved) return;
  m_answer = LikeAnswer();
  hide();
}

void LikeBar::endChoice() { setChoosing(false); }

void LikeBar::clear() {
  setChoosing(false);
  m_answer = LikeAnswer();
  m_tied = TieKind::None;
  hide();
}

void LikeBar::set(const LikeAnswer& answer, const TicketDraft& draft) {
  if (draft.tieKind != TieKind::None && draft.tieTo == answer.ticket.id) {
    m_tiedNumber = numberOf(answer.ticket);
  }
  m_answer = answer;
  m_tied = draft.tieKind;
  m_tiedTo = draft.tieTo;
  const bool isApart = draft.apartFrom.contains(answer.ticket.id);
  if (m_tied != TieKind::None) {
    showTied();
  } else if (answer.kind == TieKind::None || isApart || draft.isSaved) {
    hide();
  } else {
    showOffer();
  }
}

void LikeBar::setSaved(const LikeAnswer& answer, const TicketView& view) {
  clear();
  m_isSaved = true;
  setClosable(false);
  const bool isTied =
      std::any_of(view.ties.begin(), view.ties.end(),
                  [&answer](const TieView& tie) { return tie.ticket == answer.ticket.id; });
  const bool isTogether = answer.event && view.event && answer.event->id == view.event->id;
  if (answer.kind == TieKind::None || isTied || isTogether) return;
  m_answer = answer;
  showOffer();
}

void LikeBar::showOffer() {
  setTone(Tone::Accent);
  switch (m_answer.kind) {
    case TieKind::Same:
      setTitle(tr("重复？"));
      setAct(tr("算作重复"), keyCap);
      break;
    case TieKind::Cause:
      setTitle(tr("同因？"));
      setAct(tr("并为群诉"), keyCap);
      break;
    case TieKind::Related:
    case TieKind::Apart:
    case TieKind::None:
      setTitle(tr("相关？"));
      setAct(tr("记为相关"), keyCap);
      break;
  }
  setText(likeText(m_answer));
  showChoices();
  show();
}

void LikeBar::showTied() {
  setTone(Tone::Green);
  setTitle(tieKindText(m_tied));
  const QString number = m_tiedNumber.isEmpty() ? tr("那张工单") : m_tiedNumber;
  if (m_tied == TieKind::Same) {
    setText(tr("保存后算作 %1 的重复，时限跟那张走").arg(number));
  } else if (m_tied == TieKind::Cause) {
    setText(causeText(number));
  } else {
    setText(tr("保存后与 %1 互相看得到，各走各的时限").arg(number));
  }
  setAct(tr("取消"), keyCap);
  showChoices();
  show();
}

QString LikeBar::causeText(const QString& number) const {
  if (!m_answer.event) return tr("保存后与 %1 并为群诉，各自回访").arg(number);
  const QString words = cleanText(m_answer.event->statement, Lines::Join);
  const QString title = cleanText(m_answer.event->title, Lines::Join);
  return words.isEmpty() ? tr("保存后并入群诉「%1」，各自回访").arg(title)
                         : tr("保存后并入群诉「%1」，告诉业主：%2").arg(title, words);
}

void LikeBar::act() {
  if (isHidden()) return;
  if (m_isSaved) {
    hide();
    Q_EMIT tieAsked(m_answer.ticket.id, m_answer.kind);
    return;
  }
  // Shown at once: a second press means the opposite, whatever is still being looked up.
  if (m_tied != TieKind::None) {
    const TicketId from = m_tiedTo;
    m_tied = TieKind::None;
    m_tiedTo = TicketId();
    setChoosing(false);
    if (m_answer.kind != TieKind::None) {
      showOffer();
    } else {
      hide();
    }
    Q_EMIT tieAsked(from, TieKind::None);
  } else {
    m_tiedNumber = numberOf(m_answer.ticket);
    m_tied = m_answer.kind;
    m_tiedTo = m_answer.ticket.id;
    showTied();
    setChoosing(true);
    Q_EMIT tieAsked(m_tiedTo, m_tied);
  }
}

}  // namespace yingda::ui

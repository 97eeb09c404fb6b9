// SPDX-License-Identifier: GPL-3.0-or-later
// One place for the words about the store.
#include "ui/shell/store_state.h"

#include <QCoreApplication>

#include "ui/kit/message_bar.h"
#include "ui/parts/error_text.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"

namespace yingda::ui {

namespace {

QString textOf(const char* source) { return QCoreApplication::translate("StoreState", source); }

void say(MessageBar* bar, Tone tone, const QString& sentence, bool isClosable) {
  bar->setTone(tone);
  bar->setText(sentence);
  bar->setClosable(isClosable);
}

}  // namespace

void StoreState::showSaved() {
  m_trouble.reset();
  m_damage.reset();
  m_progress.clear();
  m_years.clear();
  refresh();
}

void StoreState::showTrouble(const QString& brief, const QString& sentence) {
  m_trouble = Said{brief, sentence};
  refresh();
}

void StoreState::noteClosed() {
  if (m_trouble) return;
  if (m_damage && !m_isDamageRead) {
    m_isDamageRead = true;
  } else {
    m_years.clear();
  }
  refresh();
}

void StoreState::setAtDoor(bool isAtDoor) {
  m_isAtDoor = isAtDoor;
  refresh();
}

void StoreState::setJoined(bool isJoined) {
  if (m_isJoined == isJoined) return;
  m_isJoined = isJoined;
  refresh();
}

void StoreState::noteDamage(const StoreNotice& notice) {
  const QString sentence = journalDamagedText(notice.done, notice.detail);
  if (notice.detail.isEmpty() && notice.done == 0) {
    m_trouble = Said{textOf(QT_TRANSLATE_NOOP("StoreState", "日志损坏，存不进去")), sentence};
    return;
  }
  m_damage =
      Said{notice.detail.isEmpty() ? textOf(QT_TRANSLATE_NOOP("StoreState", "日志有损坏"))
                                   : textOf(QT_TRANSLATE_NOOP("StoreState", "损坏的日志已另存")),
           sentence};
  m_isDamageRead = false;
}

void StoreState::show(const StoreNotice& notice) {
  using Kind = StoreNotice::Kind;
  switch (notice.kind) {
    case Kind::CacheRebuilding:
      m_progress = textOf(QT_TRANSLATE_NOOP("StoreState", "正在整理索引 %1 / %2"))
                       .arg(notice.done)
                       .arg(notice.total);
      break;
    case Kind::CacheRebuilt:
      m_progress.clear();
      break;
    case Kind::DiskFull:
      m_trouble =
          Said{textOf(QT_TRANSLATE_NOOP("StoreState", "磁盘已满")), noticeText(Notice::DiskFull)};
      break;
    case Kind::ReadOnly:
      m_trouble = Said{textOf(QT_TRANSLATE_NOOP("StoreState", "现在只能查看")),
                       noticeText(Notice::ReadOnly)};
      break;
    case Kind::WritableAgain:
      m_trouble.reset();
      m_places.toast->say(noticeText(Notice::WritableAgain));
      break;
    case Kind::JournalDamaged:
      noteDamage(notice);
      break;
    case Kind::CalendarYearMissing:
      if (!m_years.contains(notice.detail)) m_years << notice.detail;
      break;
  }
  refresh();
}

void StoreState::refresh() {
  const bool showsDamage = m_damage && !m_isDamageRead;
  const bool hasSentence = m_trouble || showsDamage || !m_years.isEmpty();
  const Said* said = m_trouble ? &*m_trouble : m_damage ? &*m_damage : nullptr;
  if (said != nullptr) {
    m_places.status->setStore(StoreHealth::Trouble, said->brief);
    m_places.top->setStore(said->brief, said->brief, Tone::Red);
  } else {
    const QString saved = textOf(QT_TRANSLATE_NOOP("StoreState", "内容都已保存"));
    m_places.status->setStore(m_progress.isEmpty() ? StoreHealth::Saved : StoreHealth::Working,
                              m_progress.isEmpty() ? saved : m_progress);
    if (m_isJoined) {
      m_places.top->setStore({}, {});
    } else {
      m_places.top->setStore(QString(m_where % QStringLiteral(" · ") % saved), m_where);
    }
  }
  for (MessageBar* bar : {m_places.messages, m_places.door}) {
    if (m_trouble) {
      say(bar, Tone::Red, m_trouble->sentence, false);
    } else if (showsDamage) {
      say(bar, Tone::Red, m_damage->sentence, true);
    } else if (!m_years.isEmpty()) {
      const QString years = m_years.join(textOf(QT_TRANSLATE_NOOP("StoreState", "、")));
      say(bar, Tone::Orange, noticeText(Notice::CalendarYearMissing, 0, 0, years), true);
    }
  }
  m_places.messages->setVisible(hasSentence && !m_isAtDoor);
  m_places.door->setVisible(hasSentence && m_isAtDoor);
}

}  // namespace yingda::ui

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

}  // namespace

void StoreState::showSaved() {
  const QString saved = textOf(QT_TRANSLATE_NOOP("StoreState", "内容都已保存"));
  m_places.status->setStore(StoreHealth::Saved, saved);
  m_places.top->setStore(QString(m_where % QStringLiteral(" · ") % saved), m_where);
  m_places.messages->hide();
}

void StoreState::showTrouble(const QString& brief, const QString& sentence) {
  m_places.status->setStore(StoreHealth::Trouble, brief);
  m_places.top->setStore(brief, brief, Tone::Red);
  m_places.messages->setTone(Tone::Red);
  m_places.messages->setText(sentence);
  m_places.messages->setClosable(false);
  m_places.messages->show();
}

void StoreState::show(const StoreNotice& notice) {
  using Kind = StoreNotice::Kind;
  switch (notice.kind) {
    case Kind::CacheRebuilding: {
      const qint64 percent = notice.total > 0 ? notice.done * 100 / notice.total : 0;
      m_places.status->setStore(
          StoreHealth::Working,
          textOf(QT_TRANSLATE_NOOP("StoreState", "正在整理索引 %1 %")).arg(percent));
      break;
    }
    case Kind::CacheRebuilt:
      showSaved();
      break;
    case Kind::DiskFull:
      showTrouble(textOf(QT_TRANSLATE_NOOP("StoreState", "磁盘已满")),
                  noticeText(Notice::DiskFull));
      break;
    case Kind::ReadOnly:
      showTrouble(textOf(QT_TRANSLATE_NOOP("StoreState", "现在只能查看")),
                  noticeText(Notice::ReadOnly));
      break;
    case Kind::WritableAgain:
      showSaved();
      m_places.toast->say(noticeText(Notice::WritableAgain));
      break;
    case Kind::JournalDamaged:
      showTrouble(textOf(QT_TRANSLATE_NOOP("StoreState", "日志有损坏")),
                  noticeText(Notice::JournalDamaged));
      break;
    case Kind::CalendarYearMissing:
      m_places.messages->setTone(Tone::Orange);
      m_places.messages->setText(noticeText(Notice::CalendarYearMissing, 0, 0, notice.detail));
      m_places.messages->setClosable(true);
      m_places.messages->show();
      break;
  }
}

}  // namespace yingda::ui

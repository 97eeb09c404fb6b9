// SPDX-License-Identifier: GPL-3.0-or-later
// Every sentence has three parts: what happened, what is safe, what to do.
#include "ui/parts/error_text.h"

#include <QCoreApplication>

#include "ui/parts/attachment_text.h"
#include "ui/parts/sync_text.h"

namespace yingda::ui {

QString errorText(const Error& error) {
  if (const QString text = attachmentTrouble(error); !text.isEmpty()) return text;
  switch (error.code) {
    case ErrorCode::NotFound:
      return QCoreApplication::translate(
          "ErrorText", "没有找到这一条，可能已被合并或移走。您写的内容都在，请按 F3 重新查找。");
    case ErrorCode::Invalid:
      return QCoreApplication::translate(
          "ErrorText", "有一处填写不符合要求，还没有保存。您写的内容都在，请改正后再按一次。");
    case ErrorCode::Refused:
      return QCoreApplication::translate(
          "ErrorText",
          "这一步现在不能办：权限或工单阶段不允许。内容没有改动，需要时按 F9 请班长办理。");
    case ErrorCode::Forbidden:
      return QCoreApplication::translate(
          "ErrorText", "这一步不归您的岗位办，没有办理。内容没有改动，需要时请班长办理。");
    case ErrorCode::WrongPin:
      return QCoreApplication::translate(
          "ErrorText", "工号或密码不对，没有登录。本机内容都安全，请重新输入六位数字。");
    case ErrorCode::Busy:
      return QCoreApplication::translate(
          "ErrorText", "另一个窗口正在写入，这次还没有保存。您写的内容都在，请再按一次。");
    case ErrorCode::DiskFull:
      return QCoreApplication::translate(
          "ErrorText",
          "磁盘已满，这次没有保存。已保存的都安全，您写的还在屏幕上；请先清理磁盘，再按一次。");
    case ErrorCode::ReadOnly:
      return QCoreApplication::translate(
          "ErrorText",
          "数据文件夹不能写入，这次没有保存。已保存的都安全，您写的还在屏幕上；请管理员恢复写入权限。");
    case ErrorCode::Corrupt:
      return QCoreApplication::translate(
          "ErrorText",
          "有一个文件已损坏，这一步没有办成。原文件没有删除，您写的还在屏幕上；请再按一次，仍不行请管理员从备份恢复。");
    case ErrorCode::TooNew:
      return QCoreApplication::translate(
          "ErrorText", "这个文件由更新的版本写入，没有打开。文件没有改动，请先升级本程序。");
    case ErrorCode::Io:
      return QCoreApplication::translate(
          "ErrorText",
          "读写磁盘出错，这次没有保存。已保存的都安全，您写的还在屏幕上；请再按一次，仍不行请管理员检查磁盘。");
    case ErrorCode::Offline:
      return QCoreApplication::translate(
          "ErrorText", "暂时连不上服务器。内容都存在这台电脑上，连上后自动送出，请照常登记。");
    case ErrorCode::NotYet:
      return QCoreApplication::translate(
          "ErrorText",
          "正在整理索引，这一条还没排到。内容都在，来电和新工单照常登记；请等下方进度走完再打开它。");
    case ErrorCode::Cancelled:
      return QCoreApplication::translate("ErrorText",
                                         "这次操作已取消，内容没有改动。需要时再按一次。");
  }
  return {};
}

QString eventTrouble(const Error& error) {
  struct Trouble {
    const char* detail;
    const char* text;
  };
  static constexpr Trouble troubles[] = {
      {"open", QT_TRANSLATE_NOOP("ErrorText", "还有工单在办理，群诉没有结。各单办结后再结。")},
      {"closed",
       QT_TRANSLATE_NOOP("ErrorText", "这件群诉已经结了，没有改动。要加工单请先重新打开。")},
      {"moved",
       QT_TRANSLATE_NOOP("ErrorText", "工单后来又被移动过，没有撤销。请在群诉里逐张处理。")},
      {"tickets", QT_TRANSLATE_NOOP(
                      "ErrorText", "这几张不能这样归：要同一个小区，拆分时不能是全部。没有改动。")},
      {"second", QT_TRANSLATE_NOOP("ErrorText", "已提议开快录；要另一位坐席确认，或请班长开。")},
      {"others", QT_TRANSLATE_NOOP("ErrorText", "快录是别人开的，请他们或班长关。没有改动。")},
      {"community", QT_TRANSLATE_NOOP("ErrorText", "这件群诉不知道是哪个小区，没有开快录。")},
      {"statement", QT_TRANSLATE_NOOP("ErrorText", "先写好口径并保存，再批准。没有改动。")},
      {"author", QT_TRANSLATE_NOOP("ErrorText",
                                   "这份口径是您写的，要请另一位来批准。口径已保存，没有批准。")},
      {"notice", QT_TRANSLATE_NOOP("ErrorText", "下次通报的时间要晚于现在，没有保存。")},
      {"title", QT_TRANSLATE_NOOP("ErrorText", "标题要写，最多 80 字，没有保存。")}};
  for (const Trouble& one : troubles) {
    if (error.detail == QLatin1String(one.detail)) {
      return QCoreApplication::translate("ErrorText", one.text);
    }
  }
  return errorText(error);
}

QString signInTrouble(const Error& error, bool asksPassword) {
  if (error.code == ErrorCode::WrongPin) {
    return asksPassword ? QCoreApplication::translate(
                              "ErrorText", "密码不对，请再输一次；忘了请管理员重设。草稿都还在。")
                        : QCoreApplication::translate("ErrorText",
                                                      "PIN 不对，请再输一次。各人的草稿都还在。");
  }
  if (error.code == ErrorCode::Offline && error.detail == u"expired") {
    return QCoreApplication::translate(
        "ErrorText", "连不上服务器，离线登录最多 7 天，已经过了。请接通网络登录一次；草稿都还在。");
  }
  if (error.code == ErrorCode::Offline) {
    return QCoreApplication::translate(
        "ErrorText",
        "连不上服务器，您又没有在这台电脑上登录过。请接通网络后登录，或先由登录过的同事值班。");
  }
  if (error.code == ErrorCode::Forbidden) return troubleAdvice(error.detail);
  return errorText(error);
}

QString journalDamagedText(qint64 records, const QString& aside) {
  if (!aside.isEmpty()) {
    return QCoreApplication::translate(
               "ErrorText",
               "日志文件损坏，完好的 %1 条记录已带到新文件，可以照常登记。坏文件没有删除，在 %2；请交给管理员。")
        .arg(records)
        .arg(aside);
  }
  if (records > 0) {
    return QCoreApplication::translate(
               "ErrorText",
               "日志从第 %1 条起有记录对不上。原文件没有改动，可以照常登记；请管理员对照备份核实。")
        .arg(records);
  }
  return QCoreApplication::translate(
      "ErrorText",
      "日志文件损坏，新内容存不进去。已保存的没有删除，正在写的留在屏幕上；请先抄下要点，再请管理员来看这台电脑。");
}

QString noticeText(Notice notice, qint64 done, qint64 total, const QString& detail) {
  switch (notice) {
    case Notice::CacheRebuilding:
      if (total <= 0) {
        return QCoreApplication::translate(
            "ErrorText", "正在重建索引，可以照常接电话；较早的工单过一会儿才能查到。");
      }
      return QCoreApplication::translate(
                 "ErrorText", "正在重建索引：%1 / %2，可以照常接电话；较早的工单过一会儿才能查到。")
          .arg(done)
          .arg(total);
    case Notice::CacheRebuilt:
      return QCoreApplication::translate("ErrorText", "索引已重建，所有工单都能查到。");
    case Notice::DiskFull:
      return QCoreApplication::translate(
          "ErrorText",
          "磁盘已满，新内容存不进去。已保存的都安全，正在写的留在屏幕上；请先清理磁盘，本条会自动消失。");
    case Notice::ReadOnly:
      return QCoreApplication::translate(
          "ErrorText",
          "数据文件夹不能写入，现在只能查看。已保存的都安全；请管理员恢复写入权限，本条会自动消失。");
    case Notice::WritableAgain:
      return QCoreApplication::translate("ErrorText", "可以保存了，正在写的内容没有丢。");
    case Notice::JournalDamaged:
      return journalDamagedText(done, detail);
    case Notice::CalendarYearMissing:
      return QCoreApplication::translate(
                 "ErrorText",
                 "还没有 %1 年的放假安排，这一年的时限先按全天计算，只会更早不会更晚；请管理员导入。")
          .arg(detail);
  }
  return {};
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// The words of attachments.
#include "ui/parts/attachment_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace yingda::ui {

QString byteText(qint64 bytes) {
  return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString wayText(ByteWay way, const QString& seat, int percent, bool isJoined) {
  switch (way) {
    case ByteWay::Here:
      return {};
    case ByteWay::Waiting:
      return isJoined ? QCoreApplication::translate("AttachmentText", "等待上传") : QString();
    case ByteWay::Away:
      if (seat.isEmpty()) return QCoreApplication::translate("AttachmentText", "还没有下载");
      return QCoreApplication::translate("AttachmentText", "在 %1 席位，等待上传").arg(seat);
    case ByteWay::Coming:
      return QCoreApplication::translate("AttachmentText", "下载中 %1 %").arg(percent);
    case ByteWay::Damaged:
      return QCoreApplication::translate("AttachmentText", "内容已损坏");
  }
  return {};
}

QString attachmentTrouble(const Error& error) {
  if (error.detail == u"attachment empty") {
    return QCoreApplication::translate("AttachmentText",
                                       "这个文件是空的，没有附上。工单没有改动，请换一个文件。");
  }
  if (error.detail == u"attachment size") {
    return QCoreApplication::translate(
        "AttachmentText", "文件超过 256 MB，没有附上。工单没有改动，请先压缩或截取需要的部分。");
  }
  if (error.detail == u"attachment file") {
    return QCoreApplication::translate(
        "AttachmentText", "这个文件读不出来，没有附上。工单没有改动，请核对文件还在、有权限读取。");
  }
  if (error.detail == u"attachment" && error.code == ErrorCode::NotYet) {
    return QCoreApplication::translate(
        "AttachmentText", "附件的内容还没有到这台电脑，已经在取。工单照常办理，到了再按一次打开。");
  }
  if (error.detail == u"attachment" && error.code == ErrorCode::Corrupt) {
    return QCoreApplication::translate(
        "AttachmentText",
        "附件的内容已损坏，没有打开。坏文件留在原处，服务器上有完好的会再取一次；没有请重新附上。");
  }
  return {};
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// One word for each tie and each reason.
#include "ui/parts/tie_text.h"

#include <QCoreApplication>

namespace yingda::ui {

QString tieKindText(TieKind kind) {
  switch (kind) {
    case TieKind::Same:
      return QCoreApplication::translate("Tie", "重复");
    case TieKind::Cause:
      return QCoreApplication::translate("Tie", "同因");
    case TieKind::Related:
      return QCoreApplication::translate("Tie", "相关");
    case TieKind::Apart:
      return QCoreApplication::translate("Tie", "不是同一件");
    case TieKind::None:
      break;
  }
  return QCoreApplication::translate("Tie", "没有关联");
}

QString alikeText(Alike reason) {
  switch (reason) {
    case Alike::Household:
      return QCoreApplication::translate("Tie", "同一户");
    case Alike::Phone:
      return QCoreApplication::translate("Tie", "同一电话");
    case Alike::Unit:
      return QCoreApplication::translate("Tie", "同梯");
    case Alike::Building:
      return QCoreApplication::translate("Tie", "同楼");
    case Alike::Project:
      return QCoreApplication::translate("Tie", "同小区");
    case Alike::Category:
      return QCoreApplication::translate("Tie", "同类别");
    case Alike::Family:
      return QCoreApplication::translate("Tie", "同大类");
    case Alike::Words:
      return QCoreApplication::translate("Tie", "说法相近");
  }
  return {};
}

QString betweenText(Milliseconds between) {
  const qint64 minutes = between.count() / 60'000;
  if (minutes < 60) return QCoreApplication::translate("Tie", "相隔 %1 分钟").arg(minutes);
  if (minutes < 48 * 60)
    return QCoreApplication::translate("Tie", "相隔 %1 小时").arg(minutes / 60);
  return QCoreApplication::translate("Tie", "相隔 %1 天").arg(minutes / (24 * 60));
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Spells classes and severities for the screen.
#include "ui/desk/remark_text.h"

#include <QCoreApplication>

namespace yingda::ui {

QString wordingClassText(WordingClass wordingClass) {
  switch (wordingClass) {
    case WordingClass::F:
      return QCoreApplication::translate("Remark", "含糊");
    case WordingClass::V:
      return QCoreApplication::translate("Remark", "空承诺");
    case WordingClass::B:
      return QCoreApplication::translate("Remark", "推责");
    case WordingClass::Q:
      return QCoreApplication::translate("Remark", "质问");
    case WordingClass::E:
      return QCoreApplication::translate("Remark", "失敬");
    case WordingClass::M:
      return QCoreApplication::translate("Remark", "越权");
    case WordingClass::L:
      return QCoreApplication::translate("Remark", "不合法");
    case WordingClass::P:
      return QCoreApplication::translate("Remark", "隐私");
    case WordingClass::J:
      return QCoreApplication::translate("Remark", "术语");
    case WordingClass::R:
      return QCoreApplication::translate("Remark", "劝阻投诉");
  }
  return {};
}

Token remarkInk(RemarkSeverity severity) {
  switch (severity) {
    case RemarkSeverity::Warn:
      return Token::Text3;
    case RemarkSeverity::Soft:
    case RemarkSeverity::Approval:
      return Token::Orange;
    case RemarkSeverity::Hard:
      return Token::Red;
  }
  return Token::Orange;
}

Tone remarkTone(RemarkSeverity severity) {
  switch (severity) {
    case RemarkSeverity::Warn:
      return Tone::Neutral;
    case RemarkSeverity::Soft:
    case RemarkSeverity::Approval:
      return Tone::Orange;
    case RemarkSeverity::Hard:
      return Tone::Red;
  }
  return Tone::Orange;
}

}  // namespace yingda::ui

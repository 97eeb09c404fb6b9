// SPDX-License-Identifier: GPL-3.0-or-later
// One sentence a kind: what is wrong, and how to mend it.
#include "app/admin/drill_text.h"

#include <QStringBuilder>

namespace yingda::admin {

namespace {

QString whatIsWrong(const ScenarioProblem& problem) {
  using What = ScenarioProblem::Kind;
  switch (problem.kind) {
    case What::TooLarge:
      return QStringLiteral("太长：文件最多 256 KiB、4000 行，一行最多 400 字");
    case What::NotText:
      return QStringLiteral("不是 UTF-8 文字，或有控制字符");
    case What::Markup:
      return QStringLiteral("「%1」像标签、网址或路径，场景里只写话");
    case What::UnknownSection:
      return QStringLiteral("没有【%1】这种标题");
    case What::UnknownField:
      return QStringLiteral("这里没有「%1」这一项");
    case What::NotUnderstood:
      return QStringLiteral("看不懂：%1");
    case What::MissingField:
      return QStringLiteral("缺「%1」");
    case What::BadValue:
      return QStringLiteral("「%1」写得不对，或超出范围");
    case What::TwoOfAName:
      return QStringLiteral("「%1」写了两次");
    case What::TooMany:
      return QStringLiteral("「%1」太多了");
    case What::UnknownCategory:
      return QStringLiteral("没有这个类别：%1，要写到最末一级");
    case What::WrongTop:
      return QStringLiteral("大类「%1」和类别对不上");
    case What::UnknownDepartment:
      return QStringLiteral("没有这个部门：%1");
    case What::UnknownMilestone:
      return QStringLiteral("没有这个时限：%1");
    case What::UnknownNode:
      return QStringLiteral("没有「%1」这一段");
    case What::UnknownEnd:
      return QStringLiteral("缺【结束 %1】");
    case What::UnknownFact:
      return QStringLiteral("没有「%1」这条事实");
    case What::NeverTold:
      return QStringLiteral("事实「%1」谁也问不到：写上「问到」，或在某一段「说出」");
    case What::NoFactFor:
      return QStringLiteral("工单要有「%1」，却没有一条事实给得出来");
    case What::Unreachable:
      return QStringLiteral("走不到「%1」");
    case What::DeadEnd:
      return QStringLiteral("断头：「%1」没有下一步");
    case What::NoExit:
      return QStringLiteral("转不出去：从「%1」到不了任何结束");
    case What::NoGoodEnd:
      return QStringLiteral("没有一条路走到「满意」或「接受」");
    case What::Wording:
      return QStringLiteral("整句里的「%1」过不了用语检查或口径卡");
  }
  return {};
}

}  // namespace

QString problemText(const ScenarioProblem& problem) {
  QString place;
  if (problem.line > 0) place = QStringLiteral("第 %1 行").arg(problem.line);
  if (problem.line > 0 && problem.column > 0) {
    place += QStringLiteral("第 %1 字").arg(problem.column);
  }
  if (problem.line > 0) place += u'：';
  QString what = whatIsWrong(problem);
  what.replace(QStringLiteral("%1"), problem.word);
  return place % what % u'。';
}

}  // namespace yingda::admin

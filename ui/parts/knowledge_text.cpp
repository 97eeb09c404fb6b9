// SPDX-License-Identifier: GPL-3.0-or-later
// One place for the words, so that list, reader and editor say the same.
#include "ui/parts/knowledge_text.h"

#include <QCoreApplication>
#include <utility>

namespace yingda::ui {

namespace {

QString text(const char* source) { return QCoreApplication::translate("KnowledgeText", source); }

}  // namespace

QString pieceFormText(PieceForm form) {
  switch (form) {
    case PieceForm::Article:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "知识"));
    case PieceForm::Bulletin:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "通告"));
    case PieceForm::Script:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "话术"));
    case PieceForm::Fact:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "口径卡"));
  }
  return {};
}

QString stageText(ArticleStage stage) {
  switch (stage) {
    case ArticleStage::Draft:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "草稿"));
    case ArticleStage::Reviewed:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "已审"));
    case ArticleStage::Published:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "现行"));
    case ArticleStage::DueForReview:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "待复核"));
    case ArticleStage::Superseded:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "已换新版"));
    case ArticleStage::Withdrawn:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "已停用"));
  }
  return {};
}

QString stepText(ArticleStep step) {
  switch (step) {
    case ArticleStep::Write:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "存草稿"));
    case ArticleStep::Review:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "审过"));
    case ArticleStep::SendBack:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "退回修改"));
    case ArticleStep::Publish:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "发布"));
    case ArticleStep::Confirm:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "复核仍有效"));
    case ArticleStep::Withdraw:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "停用"));
  }
  return {};
}

QString reasonText(NotUsefulReason reason) {
  switch (reason) {
    case NotUsefulReason::Outdated:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "过时"));
    case NotUsefulReason::Wrong:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "不对"));
    case NotUsefulReason::Unclear:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "看不懂"));
    case NotUsefulReason::TooLong:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "太长"));
    case NotUsefulReason::NotFoundInIt:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "没有要的"));
    case NotUsefulReason::OtherMatter:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "另一件事"));
  }
  return {};
}

QString problemText(const ScriptProblem& problem) {
  using Kind = ScriptProblem::Kind;
  switch (problem.kind) {
    case Kind::NoSteps:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "一步也没有"));
    case Kind::NoStart:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "没有第一步"));
    case Kind::DoubleId:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "重名：%1")).arg(problem.step);
    case Kind::NoName:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "有一步没有名字"));
    case Kind::NoSentence:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "没有要念的话：%1")).arg(problem.step);
    case Kind::NoLabel:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "第 %2 个回答没有字：%1"))
          .arg(problem.step)
          .arg(problem.answer + 1);
    case Kind::TooManyAnswers:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "回答超过九个，没有键了：%1"))
          .arg(problem.step);
    case Kind::DeadEnd:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "断头：%1 → %2"))
          .arg(problem.step, problem.detail);
    case Kind::Unreachable:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "走不到：%1")).arg(problem.step);
    case Kind::NeverEnds:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "绕不出来：%1")).arg(problem.step);
    case Kind::UnknownKey:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "工单里没有这一项：%1 的 %2"))
          .arg(problem.step, problem.detail);
    case Kind::UnknownValue:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "这一项不能这样填：%1 的 %2"))
          .arg(problem.step, problem.detail);
    case Kind::UnknownField:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "没有这个字段：%1 的 %2"))
          .arg(problem.step, problem.detail);
    case Kind::UnknownMark:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "只能勾确认或告知：%1 的 %2"))
          .arg(problem.step, problem.detail);
    case Kind::UnknownCondition:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "条件写不通：%1 的 %2"))
          .arg(problem.step, problem.detail);
    case Kind::NeverHolds:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "条件永远不成立，念不到：%1 的 %2"))
          .arg(problem.step, problem.detail);
  }
  return {};
}

QString tweeTrouble(const QString& detail) {
  static constexpr std::pair<const char*, const char*> words[] = {
      {"size", QT_TRANSLATE_NOOP("KnowledgeText", "第 %1 行，文件太长")},
      {"passages", QT_TRANSLATE_NOOP("KnowledgeText", "第 %1 行，一段也没有，或太多")},
      {"header", QT_TRANSLATE_NOOP("KnowledgeText", "第 %1 行，第一段之前有字")},
      {"metadata", QT_TRANSLATE_NOOP("KnowledgeText", "第 %1 行，段名后面的 {…} 不是 JSON")},
      {"story", QT_TRANSLATE_NOOP("KnowledgeText", "第 %1 行，StoryData 不是 JSON")},
      {"link", QT_TRANSLATE_NOOP("KnowledgeText", "第 %1 行，[[…]] 没有写完")}};
  const QString code = detail.section(u':', 1).trimmed();
  const QString line = detail.section(u':', 0, 0).section(u' ', 1);
  for (const auto& [known, sentence] : words) {
    if (code == QLatin1String(known)) return text(sentence).arg(line);
  }
  return detail;
}

QString editorText(const EditorRow& row) {
  switch (row.kind) {
    case EditorRow::Kind::Overdue:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "复核日已过 %1 天")).arg(row.count);
    case EditorRow::Kind::NotUseful:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "%1 人说没帮上：%2"))
          .arg(row.count)
          .arg(row.reason ? reasonText(*row.reason) : QString());
    case EditorRow::Kind::ZeroHit:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "搜过 %1 次，都没有")).arg(row.count);
    case EditorRow::Kind::DueSoon:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "%1 天后到期复核")).arg(row.count);
    case EditorRow::Kind::Unfilled:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "有口径还没填"));
    case EditorRow::Kind::Stale:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "%1 天没改过")).arg(row.count);
  }
  return {};
}

QString blankTrouble() {
  return text(QT_TRANSLATE_NOOP(
      "KnowledgeText", "这句话里有口径还没填，不能念给业主；请先核实，或请班长在知识库里填好"));
}

QString factValueHint(FactValueKind kind) {
  switch (kind) {
    case FactValueKind::Text:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "照原话写，会念进句子里"));
    case FactValueKind::Number:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "数字和单位，比如 3 次"));
    case FactValueKind::Span:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "数字和时间单位，比如 30 日，或 1 至 3 天"));
    case FactValueKind::Money:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "数字和元，比如 2.85 元/平方米·月"));
    case FactValueKind::Percent:
      return text(QT_TRANSLATE_NOOP("KnowledgeText", "百分比，比如 30%"));
  }
  return {};
}

namespace {

/// What is wrong with a value that was typed, from the detail of filledCard.
QString factTrouble(const QString& detail) {
  static constexpr std::pair<const char*, const char*> words[] = {
      {"fact value",
       QT_TRANSLATE_NOOP("KnowledgeText",
                         "值要写，最多 120 个字，不带【】和 {}；还没有保存，写的都在。")},
      {"fact amount",
       QT_TRANSLATE_NOOP("KnowledgeText", "这张卡要一个数，比如 2.85；还没有保存，写的都在。")},
      {"fact unit",
       QT_TRANSLATE_NOOP("KnowledgeText", "数字后面缺单位，或单位不对；还没有保存，写的都在。")},
      {"fact range",
       QT_TRANSLATE_NOOP("KnowledgeText", "范围要从小写到大；还没有保存，写的都在。")},
      {"fact source",
       QT_TRANSLATE_NOOP("KnowledgeText", "依据要写，最多 60 个字；还没有保存，写的都在。")}};
  for (const auto& [known, sentence] : words) {
    if (detail == QLatin1String(known)) return text(sentence);
  }
  return {};
}

}  // namespace

QString knowledgeTrouble(const Error& error) {
  if (error.code == ErrorCode::Refused && error.detail == u"facts") {
    return text(QT_TRANSLATE_NOOP(
        "KnowledgeText", "和口径卡对不上，没有发布。草稿还在；请照右边改好，或先改口径卡。"));
  }
  if (error.code == ErrorCode::Refused && error.detail == u"script") {
    return text(QT_TRANSLATE_NOOP(
        "KnowledgeText", "话术还有走不通的地方，没有发布。草稿还在；请照右边一处处改好。"));
  }
  if (error.code == ErrorCode::Forbidden && error.detail.startsWith(u"nobody approves")) {
    return text(QT_TRANSLATE_NOOP("KnowledgeText",
                                  "自己写的要别人来审，没有办理。草稿还在，请班长或质检来审。"));
  }
  if (error.code == ErrorCode::Refused && error.detail == u"value") {
    return text(QT_TRANSLATE_NOOP("KnowledgeText",
                                  "这张口径卡的值读不通，没有发布。草稿还在；请退回改好。"));
  }
  if (error.code != ErrorCode::Invalid) return {};
  if (const QString own = factTrouble(error.detail); !own.isEmpty()) return own;
  if (error.detail == u"title") {
    return text(
        QT_TRANSLATE_NOOP("KnowledgeText", "标题要有，最多 60 个字；还没有保存，写的都在。"));
  }
  if (error.detail == u"text") {
    return text(QT_TRANSLATE_NOOP("KnowledgeText", "正文还是空的；还没有保存。"));
  }
  if (error.detail == u"size") {
    return text(
        QT_TRANSLATE_NOOP("KnowledgeText", "正文最多两万字；还没有保存，写的都在，请分成两篇。"));
  }
  if (error.detail == u"to" || error.detail.contains(u"day")) {
    return text(QT_TRANSLATE_NOOP("KnowledgeText",
                                  "日期不对：从今天起生效，复核日和停止日在它后面；还没有办理。"));
  }
  return {};
}

QString dayText(const std::optional<LocalDay>& day) {
  return !day || *day == LocalDay{} ? QString() : toIso(*day);
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses the words of practice.
#include "ui/training/training_text.h"

#include <QCoreApplication>

#include "ui/kit/clean_text.h"
#include "ui/parts/clock_text.h"

namespace yingda::ui {

namespace {

constexpr QStringView presenceWord = u"busy.training.";
// Six letters of six bits: 12 for the scenario, 11 for the time, 6 for the turn, 7 for the anger.
constexpr QStringView glanceAlphabet =
    u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr int glanceLetters = 6;
constexpr quint64 numberMost = 4095;
constexpr int stepBits = 11;
constexpr quint64 stepMost = 2047;
constexpr std::chrono::seconds stepLength{2};
constexpr int turnBits = 6;
constexpr quint64 turnMost = 60;
constexpr int angerBits = 7;
constexpr quint64 angerMost = 100;

QString problemWords(ScenarioProblem::Kind kind) {
  using What = ScenarioProblem::Kind;
  switch (kind) {
    case What::TooLarge:
      return QCoreApplication::translate("Training", "文件、行或一行的字太多");
    case What::NotText:
      return QCoreApplication::translate("Training", "不是 UTF-8 文字，或有控制字符");
    case What::Markup:
      return QCoreApplication::translate("Training", "「%1」像标签、网址或路径，场景里只写话");
    case What::UnknownSection:
      return QCoreApplication::translate("Training", "没有【%1】这种标题");
    case What::UnknownField:
      return QCoreApplication::translate("Training", "这里没有「%1」这一项");
    case What::NotUnderstood:
      return QCoreApplication::translate("Training", "看不懂：%1");
    case What::MissingField:
      return QCoreApplication::translate("Training", "缺「%1」");
    case What::BadValue:
      return QCoreApplication::translate("Training", "「%1」写得不对，或超出范围");
    case What::TwoOfAName:
      return QCoreApplication::translate("Training", "「%1」有两个");
    case What::TooMany:
      return QCoreApplication::translate("Training", "「%1」太多了");
    case What::UnknownCategory:
      return QCoreApplication::translate("Training", "没有这个类别：%1，要写到最末一级");
    case What::WrongTop:
      return QCoreApplication::translate("Training", "大类「%1」和类别对不上");
    case What::UnknownDepartment:
      return QCoreApplication::translate("Training", "没有这个部门：%1");
    case What::UnknownMilestone:
      return QCoreApplication::translate("Training", "没有这个时限：%1");
    case What::UnknownNode:
      return QCoreApplication::translate("Training", "没有「%1」这一段");
    case What::UnknownEnd:
      return QCoreApplication::translate("Training", "缺【结束 %1】");
    case What::UnknownFact:
      return QCoreApplication::translate("Training", "没有「%1」这条事实");
    case What::NeverTold:
      return QCoreApplication::translate("Training", "事实「%1」谁也问不到");
    case What::NoFactFor:
      return QCoreApplication::translate("Training", "工单要有「%1」，没有一条事实给得出来");
    case What::Unreachable:
      return QCoreApplication::translate("Training", "走不到「%1」");
    case What::DeadEnd:
      return QCoreApplication::translate("Training", "断头：「%1」没有下一步");
    case What::NoExit:
      return QCoreApplication::translate("Training", "从「%1」到不了任何结束");
    case What::NoGoodEnd:
      return QCoreApplication::translate("Training", "没有一条路走到「满意」或「接受」");
    case What::Wording:
      break;
  }
  return QCoreApplication::translate("Training", "整句里的「%1」过不了用语检查或口径卡");
}

}  // namespace

QString drillModeText(DrillMode mode) {
  return mode == DrillMode::Assessment ? QCoreApplication::translate("Training", "考核")
                                       : QCoreApplication::translate("Training", "练习");
}

QString drillHintText(DrillHint hint) {
  switch (hint) {
    case DrillHint::Off:
      return QCoreApplication::translate("Training", "关");
    case DrillHint::Points:
      return QCoreApplication::translate("Training", "要点");
    case DrillHint::Sentence:
      break;
  }
  return QCoreApplication::translate("Training", "整句");
}

QString drillEndText(DrillEnd end) {
  switch (end) {
    case DrillEnd::Satisfied:
      return QCoreApplication::translate("Training", "客户满意");
    case DrillEnd::Accepted:
      return QCoreApplication::translate("Training", "客户接受");
    case DrillEnd::Escalated:
      return QCoreApplication::translate("Training", "客户要升级");
    case DrillEnd::HungUp:
      return QCoreApplication::translate("Training", "客户挂断");
    case DrillEnd::Unfinished:
      break;
  }
  return QCoreApplication::translate("Training", "没有谈完");
}

QString drillMoodText(EmotionLevel mood) {
  switch (mood) {
    case EmotionLevel::Calm:
      return QCoreApplication::translate("Training", "平静");
    case EmotionLevel::Displeased:
      return QCoreApplication::translate("Training", "不满");
    case EmotionLevel::Angry:
      return QCoreApplication::translate("Training", "愤怒");
    case EmotionLevel::Threatening:
      break;
  }
  return QCoreApplication::translate("Training", "要升级");
}

QString drillGradeText(int grade) {
  if (grade <= 1) return QCoreApplication::translate("Training", "一级 新人");
  return grade == 2 ? QCoreApplication::translate("Training", "二级 熟手")
                    : QCoreApplication::translate("Training", "三级 资深");
}

QString drillGoalText(const DrillGoal& goal) {
  switch (goal.kind) {
    case DrillGoal::Kind::ToldInTime:
      return QCoreApplication::translate("Training", "%1 分钟内告知流程").arg(goal.number);
    case DrillGoal::Kind::PromiseSaid:
      return QCoreApplication::translate("Training", "说清谁、几点、怎么通知");
    case DrillGoal::Kind::AngerBelow:
      break;
  }
  return QCoreApplication::translate("Training", "情绪降到 %1 以下").arg(goal.number);
}

QString drillClockText(Milliseconds since) {
  const qint64 seconds = std::max<qint64>(0, since.count() / 1000);
  return QStringLiteral("%1:%2")
      .arg(seconds / 60, 2, 10, QLatin1Char('0'))
      .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString drillTurnText(int turn, Milliseconds at) {
  if (turn == 0) return QCoreApplication::translate("Training", "全程");
  return QCoreApplication::translate("Training", "第 %1 轮 %2").arg(turn).arg(drillClockText(at));
}

QString drillDayText(Instant at) { return toIso(localDayOf(at)).mid(5) % u' ' % clockText(at); }

QString scenarioProblemText(const ScenarioProblem& problem) {
  QString words = problemWords(problem.kind);
  words.replace(QStringLiteral("%1"), cleanText(problem.word, Lines::Join));
  if (problem.line == 0) return words;
  if (problem.column == 0) {
    return QCoreApplication::translate("Training", "第 %1 行：%2").arg(problem.line).arg(words);
  }
  return QCoreApplication::translate("Training", "第 %1 行第 %2 字：%3")
      .arg(problem.line)
      .arg(problem.column)
      .arg(words);
}

int scenarioNumber(const QString& id) {
  return static_cast<int>(qChecksum(QByteArrayView(id.toUtf8())) & numberMost);
}

QString drillPresence(const DrillGlance& glance) {
  const auto part = [](qint64 value, quint64 most) {
    return static_cast<quint64>(std::clamp<qint64>(value, 0, static_cast<qint64>(most)));
  };
  quint64 packed = part(glance.scenario, numberMost);
  packed = packed << stepBits | part(glance.sinceCall / stepLength, stepMost);
  packed = packed << turnBits | part(glance.turn, turnMost);
  packed = packed << angerBits | part(glance.anger, angerMost);
  QString letters;
  for (int i = 0; i < glanceLetters; ++i) {
    letters.prepend(glanceAlphabet[static_cast<qsizetype>(packed & 63)]);
    packed >>= 6;
  }
  return presenceWord % letters;
}

std::optional<DrillGlance> drillGlance(const QString& state) {
  if (!state.startsWith(presenceWord)) return std::nullopt;
  const QStringView letters = QStringView(state).mid(presenceWord.size());
  if (letters.size() != glanceLetters) return std::nullopt;
  quint64 packed = 0;
  for (const QChar letter : letters) {
    const qsizetype value = glanceAlphabet.indexOf(letter);
    if (value < 0) return std::nullopt;
    packed = packed << 6 | static_cast<quint64>(value);
  }
  const auto take = [&packed](int bits) {
    const auto value = static_cast<int>(packed & ((quint64{1} << bits) - 1));
    packed >>= bits;
    return value;
  };
  DrillGlance glance;
  glance.anger = take(angerBits);
  glance.turn = take(turnBits);
  glance.sinceCall = stepLength * take(stepBits);
  glance.scenario = static_cast<int>(packed);
  if (glance.anger > static_cast<int>(angerMost) || glance.turn > static_cast<int>(turnMost)) {
    return std::nullopt;
  }
  return glance;
}

}  // namespace yingda::ui

// SPDX-License-Identifier: GPL-3.0-or-later
// triage: lines in, JSON lines out; learn and test take confirmed labels from a file.
#include <QFile>
#include <QJsonArray>
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "app/admin/verb.h"
#include "core/assist/triage.h"
#include "core/assist/triage_memory.h"
#include "core/base/paths.h"
#include "core/service/starter_files.h"

namespace yingda::admin {
namespace {

struct LabelledLine {
  QString text;
  QString label;
};

/// Rows of text and label; a header line `text label` is left out. The label stands behind the last
/// tab.
std::optional<std::vector<LabelledLine>> readLabels(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  std::vector<LabelledLine> lines;
  while (!file.atEnd()) {
    const QString line = QString::fromUtf8(file.readLine()).trimmed();
    const qsizetype tab = line.lastIndexOf(u'\t');
    if (tab <= 0 || line.startsWith(u'#')) continue;
    LabelledLine row{line.left(tab), line.mid(tab + 1).trimmed()};
    if (lines.empty() && row.text == u"text" && row.label == u"label") continue;
    if (!row.label.isEmpty()) lines.push_back(std::move(row));
  }
  return lines;
}

QJsonObject measuresJson(const Tally& tally) {
  return {{QStringLiteral("labels"), tally.count()},
          {QStringLiteral("accuracy"), tally.accuracy()},
          {QStringLiteral("macroF1"), tally.macroF1()},
          {QStringLiteral("coverageAt95"), tally.coverageAt95()},
          {QStringLiteral("ece"), tally.calibrationError()}};
}

Exit answerMeasures(Session& session, const Tally& tally, const QString& heading) {
  const auto percent = [](double share) { return QString::number(share * 100, 'f', 1) % u'%'; };
  return session.answer(
      measuresJson(tally),
      heading % QStringLiteral("：%1 条，准确率 %2，宏平均 F1 %3，95% 精度下覆盖 %4，校准误差 %5")
                    .arg(tally.count())
                    .arg(percent(tally.accuracy()), percent(tally.macroF1()),
                         percent(tally.coverageAt95()),
                         QString::number(tally.calibrationError(), 'f', 3)));
}

/// What the store has learned; a damaged file is told once and counts as nothing.
std::optional<SoftmaxLearner> learnedIn(const QString& folder) {
  auto loaded = TriageFile(folder).load();
  if (!loaded) {
    tellWhy(QStringLiteral("学到的权重读不出来，按没有学过处理；删掉 triage.weights 可重新学习。"));
    return std::nullopt;
  }
  return std::move(*loaded);
}

Exit learn(Session& session, const std::vector<LabelledLine>& lines) {
  const QString folder = session.storeFolder();
  if (const auto made = makePrivateFolder(folder); !made) return session.refuse(made.error());
  QStringList labels;
  for (const LabelledLine& line : lines) {
    if (!labels.contains(line.label)) labels << line.label;
  }
  std::optional<SoftmaxLearner> learner = learnedIn(folder);
  const bool isFirst = !learner;
  if (isFirst) learner.emplace(static_cast<int>(labels.size()));
  SeededRandom random(1);
  Tally tally;
  std::vector<LabelledText> texts;
  for (const LabelledLine& line : lines) {
    LabelledText text{textFeatures(line.text), line.label};
    // Told before it is learned: what the agent would have seen.
    const SoftmaxLearner::Answer told = learner->best(text.features);
    if (const auto learned = learner->learn(text, random); !learned) {
      return session.refuse(
          QStringLiteral("类别太多：最多 %1 种。").arg(SoftmaxLearner::classesMax));
    }
    tally.add(told.label, learner->labelIndex(line.label), told.probability);
    if (isFirst) texts.push_back(std::move(text));
  }
  // The texts of an earlier run are not kept; a refit without them would forget it.
  if (isFirst) {
    if (const auto done = learner->refit(texts, random); !done) return session.refuse(done.error());
  }
  if (const auto kept = TriageFile(folder).keep(*learner); !kept) {
    return session.refuse(kept.error());
  }
  return answerMeasures(session, tally, QStringLiteral("已学习（先答后学）"));
}

Exit test(Session& session, const Triage& triage, const std::vector<LabelledLine>& lines) {
  const std::optional<SoftmaxLearner> learner = learnedIn(session.storeFolder());
  QStringList labels = learner ? learner->labels() : QStringList();
  for (const LabelledLine& line : lines) {
    if (!labels.contains(line.label)) labels << line.label;
  }
  const SoftmaxLearner* learned = learner ? &*learner : nullptr;
  Tally tally;
  for (const LabelledLine& line : lines) {
    const std::vector<float> shares =
        triage.labelShares(line.text, textFeatures(line.text), learned, labels);
    const auto best = std::max_element(shares.begin(), shares.end());
    const int told = *best > 0 ? static_cast<int>(best - shares.begin()) : -1;
    tally.add(told, static_cast<int>(labels.indexOf(line.label)), *best);
  }
  return answerMeasures(session, tally, QStringLiteral("测试（不学习）"));
}

QJsonObject toJson(const TriageAnswer& answer) {
  return {{QStringLiteral("kind"), kindWord(answer.kind)},
          {QStringLiteral("category"), answer.category},
          {QStringLiteral("top"), answer.top},
          {QStringLiteral("level"), levelColour(answer.level)},
          {QStringLiteral("emergency"), answer.isEmergency},
          {QStringLiteral("department"), answer.department},
          {QStringLiteral("probability"),
           std::round(static_cast<double>(answer.probability) * 1e4) / 1e4},
          {QStringLiteral("decided"), answer.isDecided},
          {QStringLiteral("candidates"), QJsonArray::fromStringList(answer.candidates)},
          {QStringLiteral("evidence"), QJsonArray::fromStringList(answer.evidence)}};
}

Exit pipe(Session& session, const Triage& triage) {
  const std::optional<SoftmaxLearner> learner = learnedIn(session.storeFolder());
  const SoftmaxLearner* learned = learner ? &*learner : nullptr;
  QFile in;
  if (!in.open(stdin, QIODevice::ReadOnly))
    return session.refuse(QStringLiteral("读不到标准输入。"));
  for (QByteArray line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
    while (line.endsWith('\n') || line.endsWith('\r')) line.chop(1);
    QByteArray told = QJsonDocument(toJson(triage.answer(QString::fromUtf8(line), learned)))
                          .toJson(QJsonDocument::Compact);
    told += '\n';
    const auto bytes = static_cast<size_t>(told.size());
    if (std::fwrite(told.constData(), 1, bytes, stdout) != bytes) {
      return session.refuse(QStringLiteral("结果写不出去：标准输出已满或已关闭。"));
    }
    // A program that asks line by line waits for each answer.
    if (in.bytesAvailable() == 0) std::fflush(stdout);
  }
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return Exit::Done;
  return session.refuse(QStringLiteral("结果写不出去：标准输出已满或已关闭。"));
}

}  // namespace

Exit runTriage(Session& session) {
  const QString act = session.word(0);
  const bool isMeasured = act == u"learn" || act == u"test";
  if (!isMeasured && !act.isEmpty()) {
    return session.misused(
        QStringLiteral("用法：triage（读标准输入），triage learn|test 文件.tsv"));
  }
  std::vector<LabelledLine> lines;
  if (isMeasured) {
    if (session.words().size() != 2) {
      return session.misused(QStringLiteral("用法：triage %1 文件.tsv").arg(act));
    }
    auto read = readLabels(session.word(1));
    if (!read) {
      return session.refuse(QStringLiteral("读不到这个文件：%1").arg(session.word(1).left(200)));
    }
    if (read->empty()) {
      return session.refuse(QStringLiteral("文件里没有“文字<制表符>类别”的行。"));
    }
    lines = std::move(*read);
  }
  if (act == u"learn") return learn(session, lines);
  const auto starter = readStarter(builtInStarterFiles());
  if (!starter) return session.refuse(starter.error());
  const auto triage = Triage::make(*starter);
  if (!triage) return session.refuse(triage.error());
  return act == u"test" ? test(session, *triage, lines) : pipe(session, *triage);
}

}  // namespace yingda::admin

// SPDX-License-Identifier: GPL-3.0-or-later
// How good the copilot is on real texts, each figure beside the one to beat:
// bench_quality [PART…] [--data DIR] [--seeds N]. The parts: triage, safety.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <chrono>
#include <cstdio>

#include "core/assist/triage.h"

using namespace yingda;

namespace {

struct Options {
  QString data;
  int seeds = 5;
};

struct Row {
  /// The MD5 of the text, as a number, modulo ten.
  int tenth = 0;
  LabelledText text;
};

std::optional<QByteArray> contentOf(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
  return file.readAll();
}

std::optional<std::vector<Row>> labelledRows(const QString& path) {
  const auto content = contentOf(path);
  if (!content) return std::nullopt;
  std::vector<Row> rows;
  QSet<QByteArray> seen;
  const QList<QByteArray> lines = content->split('\n');
  for (const QByteArray& line : lines.mid(1)) {
    const qsizetype tab = line.lastIndexOf('\t');
    const QByteArray text = line.left(tab);
    if (tab <= 0 || seen.contains(text)) continue;
    seen.insert(text);
    int tenth = 0;
    for (const char byte : QCryptographicHash::hash(text, QCryptographicHash::Md5)) {
      tenth = (tenth * 256 + static_cast<uchar>(byte)) % 10;
    }
    rows.push_back(
        {tenth, {textFeatures(QString::fromUtf8(text)), QString::fromUtf8(line.mid(tab + 1))}});
  }
  return rows;
}

/// One way to cut the rows.
struct Split {
  std::vector<LabelledText> train;
  std::vector<LabelledText> test;
};

/// md5 % 10 < 2 is the test, as the reference measured it. Where those texts are kept aside, each
/// tenth that is there is the test once, and the figures are means over them.
std::vector<Split> splitsOf(const std::vector<Row>& rows, int seeds) {
  const bool hasTest =
      std::any_of(rows.begin(), rows.end(), [](const Row& row) { return row.tenth < 2; });
  std::vector<Split> splits;
  for (int tenth = 0; tenth < 10; ++tenth) {
    if (hasTest ? tenth >= seeds : tenth < 2) continue;
    Split split;
    for (const Row& row : rows) {
      const bool isTest = hasTest ? row.tenth < 2 : row.tenth == tenth;
      (isTest ? split.test : split.train).push_back(row.text);
    }
    if (split.test.empty()) continue;
    SeededRandom random(static_cast<quint64>(tenth) + 1);
    for (size_t left = split.train.size(); left > 1; --left) {
      std::swap(split.train[left - 1], split.train[static_cast<size_t>(random.below(left))]);
    }
    splits.push_back(std::move(split));
  }
  std::printf(hasTest
                  ? "split: md5 %% 10 < 2 is the test, %zu orders of the rest\n"
                  : "split: no text with md5 %% 10 < 2 is here; each of the other tenths is the "
                    "test once (%zu)\n",
              splits.size());
  return splits;
}

/// Means over the splits.
struct Figures {
  double accuracy = 0;
  double macroF1 = 0;
  double coverage = 0;
  double error = 0;
  double decided = 0;
  double decidedRight = 0;
  double seconds = 0;
};

using Teach = void (*)(SoftmaxLearner& learner, const std::vector<LabelledText>& texts);

Figures measured(const std::vector<Split>& splits, size_t labels, Teach teach) {
  Figures mean;
  const auto parts = static_cast<double>(splits.size());
  for (const Split& split : splits) {
    std::vector<LabelledText> texts = split.train;
    texts.resize(std::min(labels, texts.size()));
    SoftmaxLearner learner(8);
    const auto start = std::chrono::steady_clock::now();
    teach(learner, texts);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    Tally tally;
    int decided = 0;
    int right = 0;
    for (const LabelledText& text : split.test) {
      const auto told = learner.best(text.features);
      int label = learner.labelIndex(text.label);
      if (label < 0) label = static_cast<int>(learner.labels().size());
      tally.add(told.label, label, told.probability);
      if (told.probability < learner.threshold()) continue;
      ++decided;
      right += told.label == label ? 1 : 0;
    }
    mean.accuracy += tally.accuracy() / parts;
    mean.macroF1 += tally.macroF1() / parts;
    mean.coverage += tally.coverageAt95() / parts;
    mean.error += tally.calibrationError() / parts;
    mean.decided += static_cast<double>(decided) / tally.count() / parts;
    mean.decidedRight += (decided > 0 ? static_cast<double>(right) / decided : 1.0) / parts;
    mean.seconds += spent.count() / parts;
  }
  return mean;
}

void teachOnline(SoftmaxLearner& learner, const std::vector<LabelledText>& texts) {
  SeededRandom random(1);
  for (const LabelledText& text : texts) {
    if (!learner.learn(text, random)) std::abort();
  }
}

void teachBatch(SoftmaxLearner& learner, const std::vector<LabelledText>& texts) {
  SeededRandom random(1);
  if (!learner.refit(texts, random)) std::abort();
}

/// What the reference measured; a negative figure was not told.
struct Reference {
  size_t labels;
  double accuracy;
  double macroF1;
  double coverage;
  double error;
};

void printFigures(const char* name, const Reference& reference, const Figures& own) {
  const auto told = [](double figure) {
    return figure < 0 ? QByteArray("   -") : QByteArray::number(figure, 'f', 3);
  };
  const QByteArray labels =
      reference.labels == SIZE_MAX ? QByteArray("all") : QByteArray::number(reference.labels);
  std::printf(
      "%-7s %5s | acc %.3f (%s) F1 %.3f (%s) cov95 %.3f (%s) ece %.3f (%s) | decided %.3f, right "
      "%.3f | %.2f s\n",
      name, labels.constData(), own.accuracy, told(reference.accuracy).constData(), own.macroF1,
      told(reference.macroF1).constData(), own.coverage, told(reference.coverage).constData(),
      own.error, told(reference.error).constData(), own.decided, own.decidedRight, own.seconds);
  std::fflush(stdout);
}

int measureTriage(const Options& options) {
  const auto rows = labelledRows(options.data % QStringLiteral("/complaints_labelled.tsv"));
  if (!rows) {
    std::fprintf(stderr,
                 "bench_quality: %s has no complaints_labelled.tsv; --data DIR names the folder\n",
                 qPrintable(options.data));
    return 2;
  }
  std::printf("triage: %zu unique texts; measured (figure of TEXT.md)\n", rows->size());
  const std::vector<Split> splits = splitsOf(*rows, options.seeds);
  static constexpr Reference online[] = {{100, .496, .385, -1, -1},
                                         {300, .726, .665, -1, -1},
                                         {1000, .855, .846, .69, -1},
                                         {3000, .901, .895, .86, -1},
                                         {SIZE_MAX, .916, .909, .90, .049}};
  static constexpr Reference batch[] = {{100, .656, .582, -1, -1},
                                        {300, .794, .759, -1, -1},
                                        {1000, .875, .865, -1, -1},
                                        {3000, .916, .912, -1, -1},
                                        {SIZE_MAX, .932, .928, .95, .030}};
  for (const Reference& each : online) {
    printFigures("online", each, measured(splits, each.labels, teachOnline));
  }
  for (const Reference& each : batch) {
    printFigures("refit", each, measured(splits, each.labels, teachBatch));
  }
  return 0;
}

/// Our own sentences: what is missed, what is raised for nothing, and how long a text takes.
int measureSafety(const Options&) {
  StarterFiles files;
  const QString root = QStringLiteral(YINGDA_SOURCE_DIR "/resources/starter/");
  QDirIterator each(root, QDir::Files, QDirIterator::Subdirectories);
  while (each.hasNext()) {
    const QString path = each.next();
    files.insert(path.mid(root.size()), contentOf(path).value_or(QByteArray()));
  }
  const auto starter = readStarter(files);
  if (!starter) return 1;
  const auto triage = Triage::make(*starter);
  const auto sentences =
      contentOf(QStringLiteral(YINGDA_SOURCE_DIR "/tests/assist/safety_sentences.tsv"));
  if (!triage || !sentences) return 1;
  int found = 0;
  int emergencies = 0;
  int falseAlarms = 0;
  int traps = 0;
  const auto start = std::chrono::steady_clock::now();
  const QStringList lines = QString::fromUtf8(*sentences).split(u'\n');
  for (const QString& line : lines) {
    if (line.isEmpty() || line.startsWith(u'#')) continue;
    const bool isEmergency = line.section(u'\t', 1) != u"none";
    const bool isTold = triage->answer(line.section(u'\t', 0, 0), nullptr).isEmergency;
    (isEmergency ? emergencies : traps) += 1;
    if (isTold) (isEmergency ? found : falseAlarms) += 1;
  }
  const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - start;
  std::printf(
      "safety: recall %.3f (1.0) of %d, precision %.3f, false alarms %d of %d; %.0f us a text\n",
      static_cast<double>(found) / emergencies, emergencies,
      static_cast<double>(found) / std::max(1, found + falseAlarms), falseAlarms, traps,
      spent.count() / (emergencies + traps));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  struct Part {
    const char* name;
    int (*run)(const Options&);
  };
  static constexpr Part parts[] = {{"triage", measureTriage}, {"safety", measureSafety}};
  QCommandLineParser parser;
  parser.addOption({QStringLiteral("data"), QString(), QStringLiteral("DIR"),
                    QStringLiteral(YINGDA_SOURCE_DIR "/../shared/data")});
  parser.addOption({QStringLiteral("seeds"), QString(), QStringLiteral("N"), QStringLiteral("5")});
  parser.process(application);
  const Options options{parser.value(QStringLiteral("data")),
                        std::clamp(parser.value(QStringLiteral("seeds")).toInt(), 1, 10)};
  const QStringList wanted = parser.positionalArguments();
  int code = 0;
  for (const Part& part : parts) {
    if (!wanted.isEmpty() && !wanted.contains(QLatin1String(part.name))) continue;
    code = std::max(code, part.run(options));
  }
  return code;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How good the copilot is on real texts, each figure beside the one to beat:
// bench_quality [PART…] [--data DIR] [--seeds N]. The parts: triage, safety, retrieval, typo,
// pinyin, topics, pairs.
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QSet>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "core/assist/similar_cases.h"
#include "core/assist/triage.h"
#include "core/assist/word_rarity.h"
#include "core/assist/word_vector.h"
#include "core/text/pinyin.h"
#include "core/text/term_index.h"

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

/// Rows of a file with a header line, by column; an empty list with a word on stderr.
std::vector<QStringList> tableRows(const Options& options, const char* name) {
  const auto content = contentOf(options.data % u'/' % QLatin1String(name));
  std::vector<QStringList> rows;
  if (!content) {
    std::fprintf(stderr, "bench_quality: %s has no %s; --data DIR names the folder\n",
                 qPrintable(options.data), name);
    return rows;
  }
  const QStringList lines = QString::fromUtf8(*content).split(u'\n');
  for (const QString& line : lines.mid(1)) {
    if (!line.isEmpty()) rows.push_back(line.split(u'\t'));
  }
  return rows;
}

/// Where the one right document stands, from 1; 0: nowhere.
struct RankFigures {
  int asked = 0;
  double gain = 0;
  double found = 0;
  void add(int rank) {
    ++asked;
    if (rank >= 1 && rank <= 10) gain += 1 / std::log2(rank + 1.0);
    if (rank >= 1 && rank <= 20) found += 1;
  }
  double ndcg() const { return gain / std::max(1, asked); }
  double recall() const { return found / std::max(1, asked); }
};

int rankIn(const std::vector<TermIndex::Hit>& hits, int wanted) {
  for (size_t i = 0; i < hits.size(); ++i) {
    if (hits[i].docId == wanted) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// The ranker of similar cases over every document.
class WholeRanker {
 public:
  explicit WholeRanker(const QStringList& documents) : m_documents(documents) {
    for (const QString& one : documents) {
      m_length += static_cast<double>(one.size()) / static_cast<double>(documents.size());
      QSet<QString> seen;
      // A reply is longer than what a caller says: all of it counts here.
      for (qsizetype at = 0; at < one.size(); at += 400) {
        const QStringList terms = caseTerms(QStringView(one).mid(at, 400));
        for (const QString& term : terms) seen.insert(term);
      }
      for (const QString& term : std::as_const(seen)) ++m_counts[term];
    }
  }
  int rank(const QString& query, int wanted) const {
    const QStringList terms = caseTerms(query);
    std::vector<int> counts;
    for (const QString& term : terms) counts.push_back(m_counts.value(term));
    const auto rare = rarestTerms(terms, counts, static_cast<int>(m_documents.size()));
    const double own = caseScore(rare, {}, m_documents[wanted], m_length);
    if (own <= 0) return 0;
    int rank = 1;
    for (qsizetype i = 0; i < m_documents.size() && rank <= 20; ++i) {
      if (i != wanted && caseScore(rare, {}, m_documents[i], m_length) >= own) ++rank;
    }
    return rank;
  }

 private:
  const QStringList& m_documents;
  QHash<QString, int> m_counts;
  double m_length = 0;
};

int measureRetrieval(const Options& options) {
  const auto rows = tableRows(options, "complaints_replied.tsv");
  if (rows.empty()) return 2;
  QStringList replies;
  TermIndex index;
  for (const QStringList& row : rows) {
    index.add(static_cast<int>(replies.size()), {}, row.value(4));
    replies << row.value(4);
  }
  index.finish();
  const WholeRanker ranker(replies);
  RankFigures searched;
  RankFigures ranked;
  for (size_t i = 0; i < rows.size(); ++i) {
    const QString title = rows[i].value(2);
    searched.add(rankIn(index.search(title, 20), static_cast<int>(i)));
    ranked.add(ranker.rank(title, static_cast<int>(i)));
  }
  std::printf(
      "retrieval: title to its reply among %zu (the reference: 7,142)\n"
      "  knowledge search  nDCG@10 %.3f (.550) R@20 %.3f (.717)\n"
      "  similar cases     nDCG@10 %.3f (.550) R@20 %.3f (.717)\n",
      rows.size(), searched.ndcg(), searched.recall(), ranked.ndcg(), ranked.recall());
  return 0;
}

/// Another character that sounds the same and is common; the same one when there is none.
QChar homophone(QChar character, const QHash<QString, QString>& bySound, SeededRandom& random) {
  const QStringList sounds = syllables(character);
  if (sounds.isEmpty()) return character;
  QString others = bySound.value(sounds.front());
  others.remove(character);
  if (others.isEmpty()) return character;
  return others[static_cast<qsizetype>(random.below(static_cast<quint64>(others.size())))];
}

/// In how many of the texts that hold the rarer of its characters a word stands, at least.
constexpr double wordTogether = 0.25;

int measureTypo(const Options& options) {
  const auto rows = tableRows(options, "complaints_replied.tsv");
  if (rows.empty()) return 2;
  TermIndex index;
  QHash<QString, int> counts;
  QHash<QChar, int> characters;
  QHash<QChar, int> holding;
  for (size_t i = 0; i < rows.size(); ++i) {
    const QString title = rows[i].value(2);
    const QString text = rows[i].value(3);
    index.add(static_cast<int>(i), title, text);
    QSet<QString> seen;
    const QString whole = title + text;
    for (const QChar one : QSet<QChar>(whole.begin(), whole.end())) ++holding[one];
    const QStringList terms = caseTerms(title) + caseTerms(text);
    for (const QString& term : terms) seen.insert(term);
    for (const QString& term : std::as_const(seen)) ++counts[term];
    for (const QChar one : text) ++characters[one];
  }
  index.finish();
  QHash<QString, QString> bySound;
  for (auto it = characters.cbegin(); it != characters.cend(); ++it) {
    if (it.value() < 20) continue;
    const QStringList sounds = syllables(it.key());
    if (!sounds.isEmpty()) bySound[sounds.front()] += it.key();
  }
  for (QString& one : bySound) std::sort(one.begin(), one.end());
  std::printf("typo: two words of a known ticket (the reference's words are not known)\n");
  const auto wordsOf = [&](size_t row) {
    QStringList words;
    const QStringList terms = caseTerms(QString(rows[row].value(2) % rows[row].value(3)));
    for (const QString& term : terms) {
      const int count = counts.value(term);
      if (term.size() != 2 || count < 5 || count > 100) continue;
      // One of its characters seldom stands without the other: a word, and no seam between two.
      const double together =
          double(count) / std::min(holding.value(term[0]), holding.value(term[1]));
      if (together >= wordTogether) words << term;
    }
    words.removeDuplicates();
    return words;
  };
  for (const bool isTelling : {false, true}) {
    RankFigures clean;
    RankFigures typed;
    SeededRandom random(1);
    const auto any = [&random](qsizetype bound) {
      return static_cast<qsizetype>(random.below(static_cast<quint64>(bound)));
    };
    for (size_t i = 0; i < rows.size() && clean.asked < 600; ++i) {
      QStringList words = wordsOf(i);
      if (words.size() < 4) continue;
      // Any two of them, or the two that fewest others have.
      const auto rarer = [&](const QString& a, const QString& b) {
        return counts.value(a) < counts.value(b);
      };
      if (isTelling) std::stable_sort(words.begin(), words.end(), rarer);
      const QString one = isTelling ? words[0] : words.takeAt(any(words.size()));
      const QString two = isTelling ? words[1] : words[any(words.size())];
      QString wrong = two;
      const qsizetype at = any(2);
      wrong[at] = homophone(wrong[at], bySound, random);
      if (wrong == two) continue;
      const QString space(u' ');
      clean.add(rankIn(index.search(QString(one % space % two), 20), static_cast<int>(i)));
      typed.add(rankIn(index.search(QString(one % space % wrong), 20), static_cast<int>(i)));
    }
    std::printf(
        "  %s, %d asked\n"
        "    as written      nDCG@10 %.3f (.884) R@20 %.3f (.993)\n"
        "    one homophone   nDCG@10 %.3f (.865) R@20 %.3f (.987)\n",
        isTelling ? "the two most telling" : "any two", clean.asked, clean.ndcg(), clean.recall(),
        typed.ndcg(), typed.recall());
  }
  return 0;
}

/// The rank of a word among those of the same initials, the frequent words weighing more.
int measurePinyin(const Options& options) {
  const auto rows = tableRows(options, "complaints_replied.tsv");
  if (rows.empty()) return 2;
  TermIndex index;
  QHash<QString, int> counts;
  for (size_t i = 0; i < rows.size(); ++i) {
    index.add(static_cast<int>(i), rows[i].value(2), rows[i].value(3));
    QSet<QString> seen;
    const QStringList terms = caseTerms(rows[i].value(2)) + caseTerms(rows[i].value(3));
    for (const QString& term : terms) seen.insert(term);
    for (const QString& term : std::as_const(seen)) ++counts[term];
  }
  index.finish();
  static const QStringList trade{
      QStringLiteral("漏水"),   QStringLiteral("电梯"),     QStringLiteral("停车"),
      QStringLiteral("物业"),   QStringLiteral("噪音"),     QStringLiteral("装修"),
      QStringLiteral("停水"),   QStringLiteral("停电"),     QStringLiteral("垃圾"),
      QStringLiteral("门禁"),   QStringLiteral("消防"),     QStringLiteral("车位"),
      QStringLiteral("物业费"), QStringLiteral("维修资金"), QStringLiteral("业委会"),
      QStringLiteral("油烟"),   QStringLiteral("绿化"),     QStringLiteral("路灯"),
      QStringLiteral("下水道"), QStringLiteral("施工")};
  const auto rankOf = [&index](const QString& word) {
    const QStringList told = index.completions(initials(word), 20);
    return static_cast<int>(told.indexOf(word)) + 1;
  };
  int first = 0;
  int third = 0;
  int fifth = 0;
  for (const QString& word : trade) {
    const int rank = rankOf(word);
    first += rank == 1 ? 1 : 0;
    third += rank >= 1 && rank <= 3 ? 1 : 0;
    fifth += rank >= 1 && rank <= 5 ? 1 : 0;
  }
  double weight = 0;
  double within[4] = {};
  for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
    // Words of the lexicon; pairs that are no word have no place in it.
    if (it.key().size() != 2 || it.value() < 20 || initials(it.key()).size() != 2) continue;
    const QStringList all = index.completions(initials(it.key()), 400);
    const int rank = static_cast<int>(all.indexOf(it.key())) + 1;
    if (rank == 0) continue;
    weight += it.value();
    const int bounds[] = {1, 5, 10, 20};
    for (size_t i = 0; i < 4; ++i) within[i] += rank <= bounds[i] ? it.value() : 0;
  }
  std::printf(
      "pinyin: initials\n"
      "  trade words, %lld   rank 1 %d, <=3 %d, <=5 %d (25, 33, 35 of 35)\n"
      "  two characters, by frequency: rank 1 %.2f (.40) <=5 %.2f (.71) <=10 %.2f (.82) <=20 %.2f "
      "(.91)\n",
      static_cast<long long>(trade.size()), first, third, fifth, within[0] / weight,
      within[1] / weight, within[2] / weight, within[3] / weight);
  return 0;
}

/// Messages that follow one another about one thing, by the words of the radar: single link within
/// 120 days. The topics were never labelled in this part of the data: a stand-in is used, a name of
/// four characters in the titles of 5 to 60 messages by three or more people.
int measureTopics(const Options& options) {
  const auto rows = tableRows(options, "complaints_dated.tsv");
  if (rows.empty()) return 2;
  struct Message {
    qint64 hour;
    QString user;
    QString title;
    QString said;
    WordVector words;
    int cluster;
  };
  std::vector<Message> messages;
  for (const QStringList& row : rows) {
    const QStringList day = row.value(2).section(u' ', 0, 0).split(u'/');
    if (day.size() != 3) continue;
    const LocalDay date = localDay(day[0].toInt(), day[1].toUInt(), day[2].toUInt());
    const QString title = row.value(3);
    messages.push_back({toMs(instantAt(date, {})) / 3'600'000, row.value(1), title,
                        title % u' ' % title % u' ' % title % u' ' % row.value(4).left(300),
                        WordVector(), -1});
  }
  std::stable_sort(messages.begin(), messages.end(),
                   [](const Message& a, const Message& b) { return a.hour < b.hour; });
  WordRarity rarity;
  for (Message& message : messages) {
    rarity.learn(message.said);
    message.words = WordVector(message.said, &rarity);
  }
  QHash<QString, QSet<int>> named;
  for (size_t i = 0; i < messages.size(); ++i) {
    const QString& title = messages[i].title;
    for (qsizetype at = 0; at + 4 <= title.size(); ++at) {
      const QString name = title.mid(at, 4);
      const bool isName = std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.unicode() >= 0x4e00 && c.unicode() <= 0x9fff;
      });
      if (isName) named[name].insert(static_cast<int>(i));
    }
  }
  std::vector<QSet<int>> topics;
  // A hash has no order; the topics must be the same in every run.
  QStringList names = named.keys();
  names.sort();
  for (const QString& name : std::as_const(names)) {
    const QSet<int>& of = named[name];
    QSet<QString> users;
    for (const int one : of) users.insert(messages[static_cast<size_t>(one)].user);
    const bool isKnown = std::any_of(topics.begin(), topics.end(), [&of](const QSet<int>& other) {
      return QSet<int>(other).intersect(of).size() * 2 > std::min(other.size(), of.size());
    });
    if (of.size() >= 5 && of.size() <= 60 && users.size() >= 3 && !isKnown) topics.push_back(of);
  }
  std::printf("topics: %zu dated messages, %zu stand-in topics\n", messages.size(), topics.size());
  const struct {
    double cosine;
    const char* told;
  } thresholds[] = {{0.20, "11/13 topics, 19.0"},
                    {0.22, "11/13 topics, 12.5"},
                    {0.25, "10/13 topics, 7.6"},
                    {0.28, "9/13 topics, 5.5"}};
  for (const auto& threshold : thresholds) {
    std::vector<std::vector<int>> clusters;
    for (size_t i = 0; i < messages.size(); ++i) {
      double best = threshold.cosine;
      int into = -1;
      for (size_t j = i; j-- > 0;) {
        if (messages[i].hour - messages[j].hour > 120 * 24) break;
        const double likeness = messages[i].words.likeness(messages[j].words);
        if (likeness < best) continue;
        best = likeness;
        into = messages[j].cluster;
      }
      if (into < 0) {
        into = static_cast<int>(clusters.size());
        clusters.emplace_back();
      }
      messages[i].cluster = into;
      clusters[static_cast<size_t>(into)].push_back(static_cast<int>(i));
    }
    int alerts = 0;
    QSet<size_t> found;
    for (const auto& cluster : clusters) {
      QSet<QString> users;
      for (const int one : cluster) users.insert(messages[static_cast<size_t>(one)].user);
      if (cluster.size() < 5 || users.size() < 3) continue;
      ++alerts;
      for (size_t t = 0; t < topics.size(); ++t) {
        const auto inside = std::count_if(cluster.begin(), cluster.end(),
                                          [&](int one) { return topics[t].contains(one); });
        if (inside >= 5 && inside * 2 >= static_cast<qsizetype>(cluster.size())) found.insert(t);
      }
    }
    std::printf("  cosine %.2f: %lld topics found, %.1f alerts per 1,000 (%s)\n", threshold.cosine,
                static_cast<long long>(found.size()),
                1000.0 * alerts / static_cast<double>(messages.size()), threshold.told);
  }
  return 0;
}

struct Pair {
  double likeness;
  bool isSame;
};

double accuracyAt(const std::vector<Pair>& pairs, double least) {
  size_t right = 0;
  for (const Pair& one : pairs) right += (one.likeness >= least) == one.isSame ? 1 : 0;
  return static_cast<double>(right) / static_cast<double>(pairs.size());
}

/// The area under the curve: how often a same pair lies above another; ties count half.
double areaOf(std::vector<Pair> pairs) {
  std::sort(pairs.begin(), pairs.end(),
            [](const Pair& a, const Pair& b) { return a.likeness < b.likeness; });
  double below = 0;
  double sum = 0;
  double same = 0;
  for (size_t i = 0; i < pairs.size();) {
    size_t end = i;
    double others = 0;
    double own = 0;
    for (; end < pairs.size() && pairs[end].likeness == pairs[i].likeness; ++end) {
      (pairs[end].isSame ? own : others) += 1;
    }
    sum += own * (below + others / 2);
    below += others;
    same += own;
    i = end;
  }
  return sum / std::max(1.0, below * same);
}

/// The threshold is taken from one half and tried on the other.
void printPairs(const char* name, const std::vector<Pair>& pairs) {
  std::vector<Pair> tuned;
  std::vector<Pair> tested;
  for (size_t i = 0; i < pairs.size(); ++i) (i % 2 == 0 ? tuned : tested).push_back(pairs[i]);
  double best = 0;
  for (double least = 0.05; least < 1; least += 0.01) {
    if (accuracyAt(tuned, least) > accuracyAt(tuned, best)) best = least;
  }
  std::printf("  %-22s accuracy %.3f at cosine %.2f, AUC %.3f\n", name, accuracyAt(tested, best),
              best, areaOf(tested));
}

int measurePairs(const Options& options) {
  const auto rows = tableRows(options, "question_pairs.tsv");
  if (rows.empty()) return 2;
  std::vector<Pair> ours;
  std::vector<Pair> raw;
  // What is rare is learned as the questions come, as a hotline learns it.
  WordRarity rarity;
  for (const QStringList& row : rows) {
    const QString one = row.value(0);
    const QString other = row.value(1);
    const bool isSame = row.value(2).trimmed() == u"1";
    rarity.learn(one);
    rarity.learn(other);
    ours.push_back({WordVector(one, &rarity).likeness(WordVector(other, &rarity)), isSame});
    raw.push_back({WordVector(one).likeness(WordVector(other)), isSame});
  }
  std::printf(
      "pairs: %zu of LCQMC dev; words of a segmenter by TF-IDF there: .672, AUC .743 (the .747\n"
      "and .814 of the same method are of LCQMC's own test set, which is easier)\n",
      rows.size());
  printPairs("ours", ours);
  printPairs("all pairs weigh alike", raw);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  struct Part {
    const char* name;
    int (*run)(const Options&);
  };
  static constexpr Part parts[] = {{"triage", measureTriage},       {"safety", measureSafety},
                                   {"retrieval", measureRetrieval}, {"typo", measureTypo},
                                   {"pinyin", measurePinyin},       {"topics", measureTopics},
                                   {"pairs", measurePairs}};
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

// SPDX-License-Identifier: GPL-3.0-or-later
// The copilot on a large store, a kind of query at a time: search, likeness, articles, triage,
// lint, emotion, and all of it together as at a key; beside them raw FTS5 and a scan of texts in
// memory. bench_copilot [--store DIR] [--households N] [--tickets N] [--articles N] [--count N]
// [--kinds a,b,…]
#include <sqlite3.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include "core/assist/emotion.h"
#include "core/assist/wording_lint.h"
#include "core/domain/starter_reader.h"
#include "core/service/backend.h"
#include "core/service/demo.h"
#include "core/service/similar_views.h"
#include "core/service/starter_files.h"
#include "core/store/cache.h"
#include "core/store/ticket_queries.h"
#include "core/text/pinyin.h"
#include "core/text/term_index.h"
#include "tests/bench/blocks.h"

using namespace yingda;

namespace {

constexpr int block = 50;
constexpr int variants = 64;
constexpr int foundMost = 200;

template <class T>
T waited(QFuture<T> future) {
  future.waitForFinished();
  return future.result();
}

double privateMegabytes() {
  QFile status(QStringLiteral("/proc/self/status"));
  if (!status.open(QIODevice::ReadOnly)) return 0;
  for (const QByteArray& line : status.readAll().split('\n')) {
    if (line.startsWith("RssAnon:"))
      return line.mid(8).simplified().split(' ')[0].toDouble() / 1024;
  }
  return 0;
}

/// A knowledge base of many years: each article is sentences of the shipped ones in another order,
/// with a name of its own; what every article says is as frequent in it as in those.
std::vector<Article> drawnArticles(const Starter& starter, int count) {
  SeededRandom random(11);
  QStringList sentences;
  for (const Article& one : starter.articles) {
    for (const QString& line : one.body.split(u'\n', Qt::SkipEmptyParts)) {
      sentences << line.split(u'。', Qt::SkipEmptyParts);
    }
  }
  const auto any = [&]() -> const QString& {
    return sentences[static_cast<qsizetype>(random.below(static_cast<quint64>(sentences.size())))];
  };
  constexpr qsizetype bodyLeast = 290;
  std::vector<Article> drawn;
  drawn.reserve(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    Article one = starter.articles[static_cast<size_t>(i) % starter.articles.size()];
    one.id = QStringLiteral("drawn.%1").arg(i);
    one.title = any().left(18) % QString::number(i);
    one.body.clear();
    while (one.body.size() < bodyLeast) one.body += any() % u'。';
    drawn.push_back(std::move(one));
  }
  return drawn;
}

/// Texts of one kind, as many as there are kinds of words in the store.
struct Asked {
  QByteArray name;
  QStringList queries;
};

/// A piece of a ticket's own words, so that what is asked for is there.
QString piece(const StoredTicket& ticket, qsizetype length, SeededRandom& random) {
  QString text = ticket.text.request;
  text.remove(u'，');
  text.remove(u'。');
  if (text.size() <= length) return text;
  return text.mid(static_cast<qsizetype>(random.below(static_cast<quint64>(text.size() - length))),
                  length);
}

/// What is typed wrong sounds right: another character with the first one's reading.
QString homophone(const QString& word, const QString& all) {
  for (qsizetype i = 0; i < word.size(); ++i) {
    const QStringList sound = syllables(word[i]);
    if (sound.isEmpty()) continue;
    for (const QChar other : all) {
      if (other != word[i] && syllables(other).contains(sound.first())) {
        return QString(word).replace(i, 1, other);
      }
    }
  }
  return word;
}

std::vector<Asked> kindsOf(const std::vector<StoredTicket>& tickets) {
  SeededRandom random(5);
  const auto any = [&]() -> const StoredTicket& {
    return tickets[static_cast<size_t>(random.below(tickets.size()))];
  };
  QString characters;
  for (int i = 0; i < 200; ++i) characters += any().text.request;
  std::vector<Asked> kinds;
  const auto add = [&](const char* name, const std::function<QString()>& one) {
    Asked kind{name, {}};
    for (int i = 0; i < variants; ++i) kind.queries << one();
    kinds.push_back(std::move(kind));
  };
  const auto joined = [&](qsizetype length) {
    QString text;
    while (text.size() < length) text += any().text.request % u'。';
    return text.left(length);
  };
  add("1 character", [&] { return piece(any(), 1, random); });
  add("2 characters", [&] { return piece(any(), 2, random); });
  add("3 characters", [&] { return piece(any(), 3, random); });
  add("4 characters", [&] { return piece(any(), 4, random); });
  add("several words", [&] {
    const StoredTicket& ticket = any();
    return QString(piece(ticket, 2, random) % u' ' % piece(ticket, 2, random) % u' ' %
                   piece(any(), 2, random));
  });
  add("address", [&] { return any().text.place; });
  add("address and word",
      [&] { return QString(any().text.place % u' ' % piece(any(), 2, random)); });
  add("phone suffix", [&] { return any().text.contactPhone.right(4); });
  add("pinyin", [&] { return fullPinyin(piece(any(), 2, random)); });
  add("initials", [&] { return initials(piece(any(), 2, random)); });
  add("homophone", [&] { return homophone(piece(any(), 2, random), characters); });
  int digit = 0;
  add("one digit", [&] { return QString::number(digit++ % 10); });
  add("200 characters", [&] { return joined(200); });
  add("pasted paragraph", [&] { return joined(1200); });
  const QStringList frequent{QStringLiteral("业主"), QStringLiteral("电话"), QStringLiteral("物业"),
                             QStringLiteral("漏水"), QStringLiteral("电梯"), QStringLiteral("师傅"),
                             QStringLiteral("小区"), QStringLiteral("单元")};
  qsizetype next = 0;
  add("frequent terms", [&] { return frequent[next++ % frequent.size()]; });
  return kinds;
}

/// Everything that is measured, over one store.
class Copilot {
 public:
  Copilot(Backend& backend, Database& reader) : m_backend(backend), m_reader(reader) {
    m_call.now = backend.clock().now();
  }

  void loadMemory() {
    Statement& read = m_reader.prepared(
        "all_texts", QStringLiteral("SELECT title, request, place FROM ticket_text WHERE row >= 0"
                                    " ORDER BY row DESC"));
    for (auto found = read.step(); found && *found; found = read.step()) {
      m_texts.push_back(read.text(0) % u' ' % read.text(1) % u' ' % read.text(2));
    }
  }
  size_t texts() const { return m_texts.size(); }

  void raw(const QString& query) {
    Statement& read = m_reader.prepared(
        "raw_search", QStringLiteral("SELECT rowid FROM ticket_fts WHERE ticket_fts MATCH ?"
                                     " ORDER BY rowid DESC LIMIT %1")
                          .arg(foundMost));
    const QString expression = matchExpression(query.left(60));
    if (expression.isEmpty()) return;
    read.bindAll(expression);
    for (auto found = read.step(); found && *found; found = read.step()) {
    }
  }
  void scan(const QString& query) {
    const QStringList words = query.split(u' ', Qt::SkipEmptyParts);
    int found = 0;
    for (const QString& text : m_texts) {
      const bool fits = std::all_of(words.begin(), words.end(),
                                    [&text](const QString& word) { return text.contains(word); });
      if (fits && ++found >= foundMost) return;
    }
  }
  void search(const QString& query) { count(waited(m_backend.search({query}))); }
  void tickets(const QString& query) {
    count(waited(m_backend.search({query, true, false, false, false})));
  }
  void households(const QString& query) {
    count(waited(m_backend.search({query, false, true, false, false})));
  }
  void sayings(const QString& query) {
    count(waited(m_backend.search({query, false, false, false, true})));
  }
  void like(const QString& query) { count(waited(m_backend.like(draftOf(query)))); }
  void articles(const QString& query) { count(waited(m_backend.suggestArticles(query, {}))); }
  void triage(const QString& query) { count(waited(m_backend.triage(query))); }
  void lint(const QString&) {
    const auto remarks =
        WordingLint::builtIn().lint(replies[m_at++ % replies.size()], WordingField::Reply, m_call);
    m_kept += remarks.size();
  }
  void emotion(const QString& query) {
    m_kept += static_cast<size_t>(EmotionMeter::builtIn().read(query).level);
  }
  void similar(const QString& query) {
    count(waited(m_backend.similar({query, QString(), TicketId(), 5})));
  }
  /// Of one leaf after another.
  void endings(const QString&) {
    const auto& leaves = m_backend.starter().categories;
    count(waited(m_backend.endings(leaves[m_leaf++ % leaves.size()].id)));
  }
  /// As after a key: everything is asked at once, and the last answer is waited for.
  void chain(const QString& query) {
    auto found = m_backend.search({query});
    auto alike = m_backend.like(draftOf(query));
    auto about = m_backend.triage(query);
    auto written = m_backend.suggestArticles(query, {});
    lint(query);
    emotion(query);
    count(waited(std::move(found)));
    count(waited(std::move(alike)));
    count(waited(std::move(about)));
    count(waited(std::move(written)));
  }
  size_t cancelled() const { return m_cancelled; }

 private:
  TicketDraft draftOf(const QString& query) const {
    TicketDraft draft;
    draft.ticket.receivedAt = m_backend.clock().now();
    draft.text.request = query;
    draft.text.place = QStringLiteral("云杉府 3栋2单元1502");
    draft.text.contactPhone = QStringLiteral("13812341234");
    return draft;
  }
  template <class T>
  void count(const Result<T>& answer) {
    if (!answer) ++m_cancelled;
  }

  static const QStringList replies;
  Backend& m_backend;
  Database& m_reader;
  LintContext m_call;
  std::vector<QString> m_texts;
  qsizetype m_at = 0;
  size_t m_leaf = 0;
  size_t m_kept = 0;
  size_t m_cancelled = 0;
};

// Sixty characters each, as they are said.
const QStringList Copilot::replies{
    QStringLiteral(
        "您别着急，我马上给师傅打电话让他尽快过去，估计半小时左右应该能到，到了先把总阀关上，"
        "您家里先用毛巾挡一下门口的水，有事随时打给我"),
    QStringLiteral(
        "这个事情不归我们管，您应该自己去找开发商，我们也没有办法，您要是不满意可以去投诉，"
        "反正我只能帮您记录一下，后面有人会联系您的"),
    QStringLiteral(
        "王老师，张师傅零点十分到您家门口，先关户内总阀再看接头，我零点十五分给您回电告诉您"
        "结果，您家里老人先坐在客厅不要走动好吗")};

struct Step {
  const char* name;
  void (Copilot::*run)(const QString&);
  bool isSlow;  ///< walks every text: measured a tenth as often
};

constexpr Step steps[] = {{"raw: FTS5 newest 200", &Copilot::raw, false},
                          {"raw: scan of texts in memory", &Copilot::scan, true},
                          {"search", &Copilot::search, false},
                          {"of it: tickets", &Copilot::tickets, false},
                          {"of it: households", &Copilot::households, false},
                          {"beside it: scripts and phrases", &Copilot::sayings, false},
                          {"like", &Copilot::like, false},
                          {"articles", &Copilot::articles, false},
                          {"triage", &Copilot::triage, false},
                          {"lint of a 60-character reply", &Copilot::lint, false},
                          {"emotion", &Copilot::emotion, false},
                          {"the whole chain", &Copilot::chain, false},
                          {"similar cases", &Copilot::similar, false},
                          {"endings of a category", &Copilot::endings, false}};

void measureKind(Copilot& copilot, const Asked& kind, int count) {
  std::printf("\n-- %s (as 「%s」)\n", kind.name.constData(),
              kind.queries.first().left(24).toUtf8().constData());
  std::vector<std::vector<bench::Sample>> samples(std::size(steps));
  qsizetype at = 0;
  const auto once = [&](const Step& step) {
    const QString& query = kind.queries[at++ % kind.queries.size()];
    return bench::measure([&] { (copilot.*step.run)(query); });
  };
  for (const Step& step : steps) {
    for (int i = 0; i < (step.isSlow ? 1 : block); ++i) once(step);
  }
  // In turns, so that a busy minute of the machine falls on all of them.
  for (int done = 0; done < count; done += block) {
    for (size_t i = 0; i < std::size(steps); ++i) {
      const int times = steps[i].isSlow ? std::max(1, block / 10) : block;
      for (int n = 0; n < times; ++n) samples[i].push_back(once(steps[i]));
    }
  }
  for (size_t i = 0; i < std::size(steps); ++i) bench::print(steps[i].name, samples[i]);
  std::fflush(stdout);
}

void measureBuilding(const Starter& starter) {
  const auto rules = bench::measure([&] {
    if (!Triage::make(starter)) std::abort();
  });
  const auto lint = bench::measure([] { static_cast<void>(WordingLint::builtIn()); });
  const auto emotion = bench::measure([] { static_cast<void>(EmotionMeter::builtIn()); });
  const auto articles = bench::measure([&] {
    TermIndex index;
    for (size_t i = 0; i < starter.articles.size(); ++i) {
      index.add(static_cast<int>(i), starter.articles[i].title, starter.articles[i].body);
    }
    index.finish();
  });
  std::printf("built in ms: triage rules %.1f, lint rules %.1f, emotion %.1f, %zu articles %.1f\n",
              rules.wallMs, lint.wallMs, emotion.wallMs, starter.articles.size(), articles.wallMs);
}

}  // namespace

int main(int argc, char** argv) {
  QCoreApplication application(argc, argv);
  QCommandLineParser parser;
  for (const char* name : {"store", "households", "tickets", "articles", "count", "kinds"}) {
    parser.addOption({QLatin1String(name), QString(), QStringLiteral("VALUE")});
  }
  parser.process(application);
  const auto number = [&](const char* name, int otherwise) {
    const QString value = parser.value(QLatin1String(name));
    return value.isEmpty() ? otherwise : value.toInt();
  };
  const int tickets = number("tickets", 1'000'000);
  const int households = number("households", tickets);
  const int count = std::max(block, number("count", 500));
  QString folder = parser.value(QStringLiteral("store"));
  if (folder.isEmpty()) {
    folder = QCoreApplication::applicationDirPath() %
             QStringLiteral("/../bench-store-%1-%2").arg(households).arg(tickets);
  }
  BackendOptions options;
  options.folder = folder;
  const auto shipped = readStarter(builtInStarterFiles());
  if (!shipped) return 1;
  options.moreArticles = drawnArticles(*shipped, number("articles", 100'000));
  const bool isThere = QFile::exists(Cache::fileIn(folder));
  auto opened = Backend::open(options);
  if (!opened) return 1;
  Backend& backend = **opened;
  if (!isThere) {
    DemoOptions demo;
    demo.households = households;
    demo.tickets = tickets;
    demo.open = std::min(10'000, tickets);
    const auto report = waited(backend.makeDemo(demo));
    if (!report) return 1;
    std::printf("made %d households, %d tickets with their index in %.1f s\n", households, tickets,
                report->seconds);
  }
  const auto agent = waited(backend.signInTrusted(QStringLiteral("8021")));
  if (!agent) return 1;
  backend.enter(*agent);
  auto reader = Cache::openReader(folder);
  if (!reader) return 1;
  const auto newest = TicketQueries(**reader).newestSince({}, 20'000);
  if (!newest || newest->empty()) return 1;
  std::printf("cache.db %.0f MB; private memory %.0f MB\n",
              static_cast<double>(QFileInfo(Cache::fileIn(folder)).size()) / 1e6,
              privateMegabytes());
  measureBuilding(backend.starter());
  const auto learned = bench::measure([&] {
    if (!waited(backend.relearn())) std::abort();
  });
  const LearningView view = *waited(backend.learning());
  std::printf("learning anew from %d labels, measuring included: %.1f s; private memory %.0f MB\n",
              view.labels, learned.wallMs / 1e3, privateMegabytes());
  Copilot copilot(backend, **reader);
  const auto loaded = bench::measure([&] { copilot.loadMemory(); });
  std::printf("%zu texts read into memory for the scan: %.1f s; private memory %.0f MB\n",
              copilot.texts(), loaded.wallMs / 1e3, privateMegabytes());
  const QStringList wanted = parser.value(QStringLiteral("kinds")).split(u',', Qt::SkipEmptyParts);
  for (const Asked& kind : kindsOf(*newest)) {
    const bool isWanted = std::any_of(wanted.begin(), wanted.end(), [&](const QString& word) {
      return QString::fromUtf8(kind.name).contains(word);
    });
    if (wanted.isEmpty() || isWanted) measureKind(copilot, kind, count);
  }
  std::printf("\nanswers that another question of the same chain interrupted: %zu\n",
              copilot.cancelled());
  return 0;
}

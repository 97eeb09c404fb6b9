// SPDX-License-Identifier: GPL-3.0-or-later
// duplicates: reports in, a line out for each: what it is to the store's tickets and to the earlier
// lines.
#include <QJsonArray>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <string>

#include "app/admin/verb.h"
#include "core/assist/report_stream.h"
#include "core/assist/triage.h"
#include "core/assist/triage_memory.h"
#include "core/domain/ticket_number.h"
#include "core/service/radar_service.h"
#include "core/service/starter_files.h"
#include "core/text/phone.h"

namespace yingda::admin {

namespace {

// What is usual is learned from so much of the store.
constexpr std::chrono::hours history{90 * 24};
constexpr int historyMost = 50'000;

/// Reports of the store and of the lines in one stream; a key tells which it was: a line by its
/// number, a ticket by its place below zero.
class Duplicates {
 public:
  Duplicates(const Triage& triage, const SoftmaxLearner* learner, Instant now)
      : m_triage(triage), m_learner(learner), m_at(now) {}

  /// What the store holds before the first line.
  Result<void> readStore(Backend& backend, Instant before) {
    auto reports = waited(backend.reportsSince(before - history, historyMost));
    if (!reports) return reports.error();
    m_stored = std::move(reports->reports);
    m_rarity = std::move(reports->rarity);
    const auto communities = waited(backend.communities());
    // One community needs no name.
    if (communities && communities->size() == 1) m_project = communities->front().name;
    return {};
  }

  Instant timeOf(const QJsonObject& line) const {
    return instantFromIso(line[u"time"].toString()).value_or(m_at);
  }

  QByteArray answer(qint64 number, const QByteArray& bytes) {
    const QJsonObject line = QJsonDocument::fromJson(bytes).object();
    const Report report = reportOf(line);
    while (m_next < m_stored.size() && m_stored[m_next].report.at <= report.at) {
      const auto key = -static_cast<qint64>(m_next) - 1;
      m_stream.add(key, m_stored[m_next].report);
      ++m_next;
    }
    // A line that says nothing is like nothing.
    if (line.isEmpty()) return toJson({});
    return toJson(m_stream.add(number, report));
  }

 private:
  Report reportOf(const QJsonObject& line) {
    Report report;
    m_at = timeOf(line);
    report.at = m_at;
    report.place = parseAddress(line[u"place"].toString());
    report.project = report.place.community.isEmpty() ? m_project : report.place.community;
    if (const auto phone = parsePhone(line[u"phone"].toString())) report.phone = phone->canonical;
    const QString text = line[u"text"].toString();
    report.category = line[u"category"].toString();
    if (report.category.isEmpty() && !text.isEmpty()) {
      report.category = m_triage.answer(text, m_learner).category;
    }
    m_rarity.learn(text);
    report.words = WordVector(text, &m_rarity);
    return report;
  }

  QByteArray toJson(const StreamAnswer& answer) const {
    const bool isTicket = answer.kind != TieKind::None && answer.key < 0;
    const bool isLine = answer.kind != TieKind::None && answer.key > 0;
    QJsonArray reasons;
    for (const Alike reason : answer.reasons) reasons.append(alikeCode(reason));
    QJsonObject json{{QStringLiteral("relation"), tieKindCode(answer.kind)},
                     {QStringLiteral("ticket"), QJsonValue()},
                     {QStringLiteral("line"), QJsonValue()},
                     {QStringLiteral("score"), std::round(answer.score * 1e4) / 1e4},
                     {QStringLiteral("reasons"), reasons},
                     {QStringLiteral("event"), QJsonValue()}};
    if (isTicket) json[QStringLiteral("ticket")] = numberOf(answer.key);
    if (isLine) json[QStringLiteral("line")] = answer.key;
    if (answer.group.event == 0) return compact(json);
    QJsonObject event{{QStringLiteral("id"), answer.group.event},
                      {QStringLiteral("alert"), answer.group.isAlert}};
    if (const auto& finding = answer.group.finding) {
      event[QStringLiteral("scope")] = groupScopeCode(finding->scope);
      event[QStringLiteral("place")] = finding->place;
      event[QStringLiteral("matter")] = groupMatterCode(finding->matter);
      event[QStringLiteral("category")] = finding->category;
      event[QStringLiteral("homes")] = finding->homes;
      event[QStringLiteral("minutes")] = static_cast<qint64>(finding->span.count() / 60'000);
      event[QStringLiteral("expected")] = finding->expected;
      event[QStringLiteral("chance")] = finding->chance;
    }
    json[QStringLiteral("event")] = event;
    return compact(json);
  }

  QString numberOf(qint64 key) const {
    const QString& digits = m_stored[static_cast<size_t>(-key - 1)].number;
    const auto number = TicketNumber::parse(digits);
    return number ? number->text() : digits;
  }

  static QByteArray compact(const QJsonObject& json) {
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
  }

  const Triage& m_triage;
  const SoftmaxLearner* m_learner;
  Instant m_at;
  QString m_project;
  std::vector<NumberedReport> m_stored;
  WordRarity m_rarity;
  size_t m_next = 0;
  ReportStream m_stream;
};

}  // namespace

Exit runDuplicates(Session& session) {
  if (!session.words().isEmpty()) {
    return session.misused(QStringLiteral("报事从标准输入读，一行一件；--help 有例子。"));
  }
  const auto starter = readStarter(builtInStarterFiles());
  if (!starter) return session.refuse(starter.error());
  const auto triage = Triage::make(*starter);
  if (!triage) return session.refuse(triage.error());
  const auto learned = TriageFile(session.storeFolder()).load();
  Duplicates duplicates(*triage, learned && *learned ? &**learned : nullptr, session.now());
  std::ios::sync_with_stdio(false);
  std::string line;
  bool isWritten = true;
  for (qint64 number = 1; isWritten && std::getline(std::cin, line); ++number) {
    const QByteArray bytes(line.data(), static_cast<qsizetype>(line.size()));
    if (number == 1 && session.hasStore()) {
      Backend* backend = session.store();
      if (!backend) return session.failure();
      const Instant first = duplicates.timeOf(QJsonDocument::fromJson(bytes).object());
      if (const auto read = duplicates.readStore(*backend, first); !read) {
        return session.refuse(read.error());
      }
    }
    QByteArray told = duplicates.answer(number, bytes);
    told += '\n';
    const auto length = static_cast<size_t>(told.size());
    isWritten = std::fwrite(told.constData(), 1, length, stdout) == length;
    // A program that asks line by line waits for each answer.
    if (std::cin.rdbuf()->in_avail() <= 0) std::fflush(stdout);
  }
  if (std::fflush(stdout) == 0 && isWritten) return Exit::Done;
  return session.refuse(QStringLiteral("结果写不出去：标准输出已满或已关闭。"));
}

}  // namespace yingda::admin
